//! What an event pays.

use crate::document::{Amount, Amounts, Count, Name, choice, one_of, record};
use crate::money::Rate;

one_of! {
    /// What one event pays. The forms compose: a sum, the greater or the lesser of others.
    ///
    /// ```json
    /// { "sum": [{ "percent": "2.9%" }, { "fixed": "0.30" }], "atMost": "12" }
    /// ```
    pub enum Pay {
        /// A fixed amount (CPA, CPL, CPI, CPC). With more decimals than the currency has, such as `"0.001"` for a view, the
        /// clause's events of a month accumulate exactly and are rounded together.
        ///
        /// ```json
        /// { "fixed": "2.50", "package": { "units": 1000 } }
        /// ```
        Fixed "fixed" => amount: Amounts {
            /// For each event, each item or each unit; each event unless said.
            "per" => per: Per = defaulted,
            /// For each package of units (CPM: 1,000 views) instead.
            "package" => package: Package = optional,
        },
        /// A percentage of a base (commission, revenue share).
        ///
        /// ```json
        /// { "percent": "10%", "of": "orderAmount", "less": ["discount", "taxInside"], "atLeast": "1", "atMost": "50" }
        /// ```
        Percent "percent" => rate: Rate {
            /// What the percentage is taken of; `orderAmount` unless said.
            "of" => of: Base = defaulted,
            /// What is taken off the base first. The base does not fall below zero.
            "less" => less: Vec<Part> = defaulted,
            /// What is added to the base first.
            "plus" => plus: Vec<Part> = defaulted,
            /// The share of the base that the percentage is taken of: `"15%"` where the brand itself earns 15 % of the order.
            "share" => share: Rate = optional,
            /// The least that the event pays.
            "atLeast" => at_least: Amounts = optional,
            /// The most that the event pays; where both are said, the least is applied first.
            "atMost" => at_most: Amounts = optional,
        },
        /// Several forms, all paid.
        Sum "sum" => parts: Vec<Pay> {
            /// The least that they pay together.
            "atLeast" => at_least: Amounts = optional,
            /// The most that they pay together; where both are said, the least is applied first.
            "atMost" => at_most: Amounts = optional,
        },
        /// Whichever of several forms pays most.
        ///
        /// ```json
        /// { "greaterOf": [{ "fixed": "50" }, { "percent": "10%" }] }
        /// ```
        GreaterOf "greaterOf" => of: Vec<Pay> {},
        /// Whichever of several forms pays least.
        LesserOf "lesserOf" => of: Vec<Pay> {},
        /// A reward that is not money: credits, free months, a discount. It has totals of its own, and is never added to cash.
        ///
        /// ```json
        /// { "reward": "1", "unit": "free month" }
        /// ```
        Reward "reward" => quantity: Amount {
            /// What is rewarded.
            "unit" => unit: Name = required,
        },
    }
}

choice! {
    /// What a fixed amount is paid for.
    pub enum Per = Event {
        /// Each event, which is each order.
        Event => "event",
        /// Each line of items in the order.
        Item => "item",
        /// Each unit: the event's `quantity`, or those of its items together.
        Unit => "unit",
    }
}

record! {
    /// A number of units that are paid for together.
    pub struct Package {
        /// Units in a package: 1000 for CPM.
        "units" => units: Count = required,
        /// Which packages count; each part of one unless said.
        "counted" => counted: Packages = defaulted,
    }
}

choice! {
    /// Which packages count.
    pub enum Packages = ProRata {
        /// A part of a package is paid its part: 1,500 views at $2 per 1,000 pay $3.
        ProRata => "proRata",
        /// A started package counts whole.
        Started => "started",
        /// Only full packages count.
        Full => "full",
    }
}

choice! {
    /// What a percentage is taken of.
    pub enum Base = OrderAmount {
        /// The event's `amount`: what the order came to. With items, what they come to.
        OrderAmount => "orderAmount",
        /// One payment of the event's `recurring` terms.
        RecurringPayment => "recurringPayment",
        /// The whole signed contract's value: the event's `contractValue`, or all payments of its `recurring` terms.
        ContractValue => "contractValue",
        /// What the customer has actually paid of it.
        Collected => "collected",
        /// The event's amount less its cost.
        Margin => "margin",
        /// A commission that somebody else earned on the event, such as a recruited partner.
        Commission => "commission",
        /// What the event left the brand after its own costs; it may be negative, and then so is the pay.
        NetRevenue => "netRevenue",
    }
}

choice! {
    /// A part of an order's price, as the event states it under `amounts`.
    pub enum Part {
        /// What was taken off the price.
        Discount => "discount",
        /// Tax that the amount includes.
        TaxInside => "taxInside",
        /// Tax that comes on top of the amount.
        TaxOnTop => "taxOnTop",
        /// Shipping.
        Shipping => "shipping",
        /// What it cost the brand.
        Cost => "cost",
    }
}

impl Pay {
    /// Calls `look` with this form and every form inside it.
    pub fn each<'p>(&'p self, look: &mut impl FnMut(&'p Pay)) {
        look(self);
        if let Self::Sum { parts: inner, .. } | Self::GreaterOf { of: inner } | Self::LesserOf { of: inner } = self {
            for form in inner {
                form.each(look);
            }
        }
    }

    /// Whether this form, or a form inside it, is of a kind.
    #[must_use]
    pub fn has(&self, kind: fn(&Pay) -> bool) -> bool {
        let mut found = false;
        self.each(&mut |form| found |= kind(form));
        found
    }
}
