//! Everything that a summary of a contract can say.

use crate::document::choice;

choice! {
    /// What a phrase says. `www/locales/terms` has its words, for every language.
    pub enum Say {
        /// A clause and what it pays.
        Payout => "payout",
        /// The same, of one of several offers.
        PayoutOffer => "payoutOffer",
        /// The same, for events of recruited partners.
        PayoutLevel => "payoutLevel",
        /// A fixed amount for each event.
        FixedEach => "fixedEach",
        /// A fixed amount for each item.
        FixedItem => "fixedItem",
        /// A fixed amount for each unit.
        FixedUnit => "fixedUnit",
        /// A fixed amount for so many units, and the part of it for a part of them.
        FixedPackage => "fixedPackage",
        /// A fixed amount for each started package.
        FixedStarted => "fixedStarted",
        /// A fixed amount for each full package.
        FixedFull => "fixedFull",
        /// A percentage of a base.
        PercentOf => "percentOf",
        /// A share of a base, as a base.
        ShareOf => "shareOf",
        /// A base less parts of it.
        BaseLess => "baseLess",
        /// A base and what is added to it.
        BasePlus => "basePlus",
        /// The least of a pay.
        PayAtLeast => "payAtLeast",
        /// The most of a pay.
        PayAtMost => "payAtMost",
        /// Several forms of pay, all paid.
        Sum => "sum",
        /// The greater of several.
        GreaterOf => "greaterOf",
        /// The lesser of several.
        LesserOf => "lesserOf",
        /// A reward that is not money.
        Reward => "reward",
        /// No pay.
        Nothing => "nothing",
        /// The order amount.
        OrderAmount => "orderAmount",
        /// The recurring payment.
        RecurringPayment => "recurringPayment",
        /// The contract's value.
        ContractValue => "contractValue",
        /// What was collected.
        Collected => "collected",
        /// The margin.
        Margin => "margin",
        /// Somebody else's commission.
        Commission => "commission",
        /// The net revenue.
        NetRevenue => "netRevenue",
        /// The discount.
        Discount => "discount",
        /// The tax inside the price.
        TaxInside => "taxInside",
        /// The tax on top of the price.
        TaxOnTop => "taxOnTop",
        /// Shipping.
        Shipping => "shipping",
        /// The cost.
        Cost => "cost",
        /// A group's pay, under its condition.
        Group => "group",
        /// The same, by its name.
        GroupNamed => "groupNamed",
        /// Of several groups the highest pays.
        GroupsHighest => "groupsHighest",
        /// All groups that match pay.
        GroupsAll => "groupsAll",
        /// A condition of the whole clause.
        OnlyIf => "onlyIf",
        /// A restriction.
        Restriction => "restriction",
        /// The same by its condition, where it has no name.
        RestrictionIf => "restrictionIf",
        /// So many payments of a customer.
        ForPayments => "forPayments",
        /// So many months of a customer.
        ForMonths => "forMonths",
        /// The same, the last one included.
        ForMonthsIncluding => "forMonthsIncluding",
        /// So many months from a partner's recruitment.
        ForMonthsRecruited => "forMonthsRecruited",
        /// So many events are free.
        FreeEvents => "freeEvents",
        /// So many units are free.
        FreeUnits => "freeUnits",
        /// So much revenue is free.
        FreeRevenue => "freeRevenue",
        /// Pay for a time.
        Scheduled => "scheduled",
        /// The same, by its name.
        ScheduledNamed => "scheduledNamed",
        /// Points on the rate.
        UpliftPoints => "upliftPoints",
        /// A percentage on the pay.
        UpliftIncrease => "upliftIncrease",
        /// The same, under a condition.
        UpliftIf => "upliftIf",
        /// A graduated tier.
        Graduated => "graduated",
        /// A graduated tier of a count.
        GraduatedCount => "graduatedCount",
        /// A retroactive tier.
        Retroactive => "retroactive",
        /// A forward tier.
        Forward => "forward",
        /// A tier by the order's size.
        OrderSize => "orderSize",
        /// A point of an interpolated table.
        Interpolated => "interpolated",
        /// A tier that pays on being entered.
        OnEntry => "onEntry",
        /// A tier's rate.
        EffectRate => "effectRate",
        /// A tier's points.
        EffectPoints => "effectPoints",
        /// A tier's increase.
        EffectIncrease => "effectIncrease",
        /// What a tier adds for each event.
        EffectAdd => "effectAdd",
        /// Revenue.
        Revenue => "revenue",
        /// A number of events.
        Events => "events",
        /// A number of units.
        Units => "units",
        /// A number of new customers.
        Customers => "customers",
        /// A number of active customers.
        ActiveCustomers => "activeCustomers",
        /// At a threshold.
        From => "from",
        /// Above a threshold.
        Above => "above",
        /// For each order.
        PerOrder => "perOrder",
        /// A day.
        PerDay => "perDay",
        /// A week.
        PerWeek => "perWeek",
        /// A month.
        PerMonth => "perMonth",
        /// A quarter.
        PerQuarter => "perQuarter",
        /// A year.
        PerYear => "perYear",
        /// A customer's year.
        PerCustomerYear => "perCustomerYear",
        /// In all.
        InAll => "inAll",
        /// So many days.
        PerDays => "perDays",
        /// For one event.
        PerEvent => "perEvent",
        /// For one item.
        PerItem => "perItem",
        /// For one customer.
        PerCustomer => "perCustomer",
        /// For one customer in a period.
        PerCustomerEvery => "perCustomerEvery",
        /// A limit in money.
        LimitMoney => "limitMoney",
        /// A limit of events.
        LimitEvents => "limitEvents",
        /// A limit of customers.
        LimitCustomers => "limitCustomers",
        /// Bonuses come on top of a limit.
        BonusesOutside => "bonusesOutside",
        /// A rung of a bonus.
        BonusRung => "bonusRung",
        /// A rung of each customer's.
        BonusMilestone => "bonusMilestone",
        /// A bonus for every so many.
        BonusEvery => "bonusEvery",
        /// All rungs are paid.
        LadderCumulative => "ladderCumulative",
        /// A payment for no event.
        OneTime => "oneTime",
        /// A one-time payment without a name of its own.
        OneTimePayment => "oneTimePayment",
        /// A retainer without a name of its own.
        RetainerPayment => "retainerPayment",
        /// A retainer.
        Retainer => "retainer",
        /// What a period pays at least.
        Guarantee => "guarantee",
        /// What a period pays at least for each event of a type.
        GuaranteeEach => "guaranteeEach",
        /// What each customer pays at least.
        GuaranteeCustomer => "guaranteeCustomer",
        /// A recoverable draw.
        DrawRecoverable => "drawRecoverable",
        /// A draw that is not owed.
        DrawKept => "drawKept",
        /// An advance.
        Advance => "advance",
        /// An advance that was paid elsewhere.
        AdvanceBefore => "advanceBefore",
        /// A deficit that is carried.
        DeficitCarried => "deficitCarried",
        /// A deficit that is forgotten.
        DeficitForgotten => "deficitForgotten",
        /// A split by weights.
        SplitWeights => "splitWeights",
        /// One share of it.
        SplitShare => "splitShare",
        /// A split by places.
        SplitPositions => "splitPositions",
        /// A share carved out.
        SplitCarvedOut => "splitCarvedOut",
        /// The share that a refund takes back.
        RefundShare => "refundShare",
        /// Refunds take everything back.
        RefundAll => "refundAll",
        /// Refunds after the lock take nothing back.
        RefundLate => "refundLate",
        /// How long after the event an amount locks.
        Lock => "lock",
        /// How long after the end of the event's month.
        LockEnd => "lockEnd",
        /// Amounts lock as soon as they are earned.
        LockAtOnce => "lockAtOnce",
        /// Amounts lock when the event's month is over.
        LockAtEnd => "lockAtEnd",
        /// A time in months.
        TimeMonths => "timeMonths",
        /// A time in days.
        TimeDays => "timeDays",
        /// A time in hours.
        TimeHours => "timeHours",
        /// A time in months and days.
        TimeBoth => "timeBoth",
        /// Paid on a day of the month of the lock.
        PaidSameMonth => "paidSameMonth",
        /// Paid on a day so many months later.
        PaidMonthsAfter => "paidMonthsAfter",
        /// Paid on the last day of the month of the lock.
        PaidLastDay => "paidLastDay",
        /// Paid on the last day of a month so many months later.
        PaidLastDayAfter => "paidLastDayAfter",
        /// Paid every week.
        PaidWeekly => "paidWeekly",
        /// Paid every quarter.
        PaidQuarterly => "paidQuarterly",
        /// The least that is paid out.
        Threshold => "threshold",
        /// A fee.
        Fee => "fee",
        /// A fee with a maximum.
        FeeMax => "feeMax",
        /// A fee's percentage.
        FeePercent => "feePercent",
        /// A fee's fixed amount.
        FeeFixed => "feeFixed",
        /// Tax withheld.
        Withholding => "withholding",
        /// Tax on top.
        TaxAdded => "taxAdded",
        /// The currency of payments.
        PaidIn => "paidIn",
        /// Other currencies are converted.
        Conversion => "conversion",
        /// Other currencies are paid as they are.
        AlsoPaysIn => "alsoPaysIn",
        /// One of several offers is chosen.
        Offers => "offers",
        /// An author's own words.
        Own => "own",
        /// A term from a day on.
        TermFrom => "termFrom",
        /// A term to a day.
        TermTo => "termTo",
        /// A term from a day to another.
        TermFromTo => "termFromTo",
        /// When the contract holds.
        Effective => "effective",
        /// A fact is one of these.
        Is => "is",
        /// A fact is none of these.
        IsNot => "isNot",
        /// A fact contains one of these.
        Contains => "contains",
        /// A fact starts with one of these.
        StartsWith => "startsWith",
        /// A fact ends with one of these.
        EndsWith => "endsWith",
        /// A number is below another.
        Below => "below",
        /// A number is at most another.
        AtMost => "atMost",
        /// A number is above another.
        IsAbove => "isAbove",
        /// A number is at least another.
        AtLeast => "atLeast",
        /// Conditions, all of which hold.
        AllOf => "allOf",
        /// Conditions, one of which holds.
        AnyOf => "anyOf",
        /// A condition that does not hold.
        Not => "not",
        /// A day within a term.
        Within => "within",
        /// Never.
        Never => "never",
        /// The customer's status.
        CustomerStatus => "customerStatus",
        /// How many months the customer has been one.
        CustomerMonths => "customerMonths",
        /// The customer's first day.
        CustomerSince => "customerSince",
        /// Which payment it is.
        PaymentNumber => "paymentNumber",
        /// The country.
        Country => "country",
        /// The region.
        Region => "region",
        /// The stock keeping unit.
        Sku => "sku",
        /// The category.
        Category => "category",
        /// The brand.
        Brand => "brand",
        /// A list.
        List => "list",
        /// The promo code.
        PromoCode => "promoCode",
        /// The order's total.
        OrderTotal => "orderTotal",
        /// The quantity.
        Quantity => "quantity",
        /// The device.
        Device => "device",
        /// The partner's group.
        PartnerGroup => "partnerGroup",
        /// The date.
        EventDate => "eventDate",
        /// The day of the week.
        Weekday => "weekday",
        /// Monday.
        Monday => "monday",
        /// Tuesday.
        Tuesday => "tuesday",
        /// Wednesday.
        Wednesday => "wednesday",
        /// Thursday.
        Thursday => "thursday",
        /// Friday.
        Friday => "friday",
        /// Saturday.
        Saturday => "saturday",
        /// Sunday.
        Sunday => "sunday",
    }
}
