//! Why a line is what it is, and why something was not paid: plain facts, to be put into words in the reader's language.

use serde::Serialize;

use crate::calendar::{Date, Month};
use crate::contract::{Base, Clause, LimitScope, Measure, Part};
use crate::document::{Label, Name, choice};
use crate::money::{Currency, Number, Rate, Rounding};

/// One step from the terms and the event to a line's amount. A line's steps stand in the order in which they were taken.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Reason {
    /// Other terms than the clause's default hold: a group's or scheduled ones.
    Terms {
        /// Where they stand: a JSON Pointer into the contract.
        clause: Clause,
        /// What they are called.
        #[serde(skip_serializing_if = "Option::is_none")]
        label: Option<Label>,
    },
    /// Part of the event was free; it is paid on its remainder.
    Remainder {
        /// What remains.
        part: Number,
        /// What the event came to.
        whole: Number,
    },
    /// A tier was reached when the event happened, and sets its pay.
    Tier {
        /// The tier.
        clause: Clause,
        /// What it is called.
        #[serde(skip_serializing_if = "Option::is_none")]
        label: Option<Label>,
        /// What is counted.
        measure: Measure,
        /// Where the tier begins.
        from: Number,
    },
    /// The pay is raised.
    Uplift {
        /// What the raise is called.
        #[serde(skip_serializing_if = "Option::is_none")]
        label: Option<Label>,
        /// Points added to the rate.
        #[serde(skip_serializing_if = "Option::is_none")]
        points: Option<Rate>,
        /// The percentage by which it is increased.
        #[serde(skip_serializing_if = "Option::is_none")]
        increase: Option<Rate>,
    },
    /// A fixed amount.
    Fixed {
        /// How much.
        amount: Number,
        /// For how many items, units or packages, where it is not for the event.
        #[serde(skip_serializing_if = "Option::is_none")]
        times: Option<Number>,
        /// What they come to.
        result: Number,
    },
    /// The signed contract's value was worked out from its payments.
    ContractValue {
        /// One payment.
        payment: Number,
        /// How many were signed.
        payments: Number,
        /// What they come to.
        value: Number,
    },
    /// The event carries no amount of the kind that the percentage is taken of, so it earns nothing here.
    MissingBase {
        /// The kind of amount.
        of: Base,
    },
    /// Something was taken off the base, or added to it.
    BasePart {
        /// What.
        part: Part,
        /// How much; negative where it is taken off.
        amount: Number,
        /// The base then.
        result: Number,
    },
    /// Only a share of the base counts.
    Share {
        /// The share.
        rate: Rate,
        /// Of what.
        base: Number,
        /// What it comes to.
        result: Number,
    },
    /// A percentage of a base.
    Percent {
        /// The rate.
        rate: Rate,
        /// What kind of amount the base is.
        of: Base,
        /// The base.
        base: Number,
        /// The exact result, for one event.
        result: Number,
    },
    /// Several forms, of which all, the greater or the lesser pays.
    Together {
        /// Which of them.
        how: Together,
        /// The result.
        result: Number,
    },
    /// The least or the most that an event pays.
    Bound {
        /// Which.
        which: Bound,
        /// What it would have paid.
        from: Number,
        /// What it pays.
        to: Number,
    },
    /// Equal events, each paid the same.
    Times {
        /// How many.
        quantity: Number,
        /// What each pays.
        each: Number,
        /// What they pay together.
        result: Number,
    },
    /// An amount became whole minor units of the currency.
    Rounding {
        /// What was rounded.
        per: RoundedPer,
        /// The exact amount.
        from: Number,
        /// The rounded one.
        to: Number,
        /// How.
        mode: Rounding,
        /// Decimal places kept.
        minor_units: u32,
    },
    /// Money in another currency was converted.
    Converted {
        /// The amount.
        from: Number,
        /// Its currency.
        currency: Currency,
        /// What one unit of it is worth.
        rate: Number,
        /// The day from which that rate holds.
        on: Date,
        /// What the amount is worth.
        to: Number,
    },
    /// A limit: what would have been paid, and what is.
    Limit {
        /// The most.
        max: Number,
        /// Over what.
        per: LimitScope,
        /// What was paid under it before.
        used: Number,
        /// What would have been paid.
        from: Number,
        /// What is.
        to: Number,
    },
    /// The part of a period's volume that lies in a tier.
    Band {
        /// What is counted.
        measure: Measure,
        /// Where the tier begins.
        from: Number,
        /// Where the next begins.
        #[serde(skip_serializing_if = "Option::is_none")]
        to: Option<Number>,
        /// The period's volume in all.
        reached: Number,
        /// The volume paid by the tier.
        volume: Number,
        /// What that volume pays by the clause's own terms.
        own: Number,
        /// What it pays by the tier.
        paid: Number,
    },
    /// A tier pays an amount when it is entered.
    OnEntry {
        /// Where it begins.
        from: Number,
        /// The volume reached.
        reached: Number,
        /// How much.
        amount: Number,
    },
    /// A bonus was reached.
    Reached {
        /// What is counted.
        measure: Measure,
        /// How much was reached.
        reached: Number,
        /// How much was needed, for each.
        from: Number,
        /// How many times.
        times: Number,
        /// What each pays.
        amount: Number,
    },
    /// A refund.
    Refund {
        /// When.
        on: Date,
        /// What the event had earned.
        from: Number,
        /// What it earns on what remains.
        to: Number,
        /// The share of the difference that is taken back.
        #[serde(skip_serializing_if = "Option::is_none")]
        share: Option<Rate>,
    },
    /// A share for somebody else.
    Shared {
        /// Who.
        payee: Name,
        /// What is shared.
        of: Number,
        /// The share.
        amount: Number,
    },
    /// A payment for no event.
    OneTime {
        /// When it is earned.
        on: Date,
        /// How much.
        amount: Number,
    },
    /// Only some of a period's days count.
    Days {
        /// How many.
        days: u64,
        /// Of how many.
        of: u64,
        /// What all of them would pay.
        amount: Number,
    },
    /// A level that a period is brought up to: a guarantee, a draw, or zero.
    Level {
        /// The last month of the period.
        period: Month,
        /// The level.
        level: Number,
        /// What was earned.
        earned: Number,
        /// For how many events, where the level is for each.
        #[serde(skip_serializing_if = "Option::is_none")]
        events: Option<Number>,
    },
    /// Something is kept back from earnings.
    KeptBack {
        /// What is owed before.
        owed: Number,
        /// What earnings there are to keep it back from.
        earned: Number,
        /// What is owed after.
        left: Number,
    },
    /// A percentage of a payment: a fee, a tax.
    OfPayment {
        /// The rate.
        #[serde(skip_serializing_if = "Option::is_none")]
        rate: Option<Rate>,
        /// What it is taken of.
        base: Number,
        /// A fixed amount beside it.
        #[serde(skip_serializing_if = "Option::is_none")]
        fixed: Option<Number>,
        /// The most that it comes to.
        #[serde(skip_serializing_if = "Option::is_none")]
        max: Option<Number>,
    },
}

choice! {
    /// How several forms of pay make one.
    pub enum Together {
        /// All are paid.
        Sum => "sum",
        /// The greater one is paid.
        Greater => "greaterOf",
        /// The lesser one is paid.
        Lesser => "lesserOf",
    }
}

choice! {
    /// A bound of what one event pays.
    pub enum Bound {
        /// The least.
        AtLeast => "atLeast",
        /// The most.
        AtMost => "atMost",
    }
}

choice! {
    /// What a rounding step was applied to.
    pub enum RoundedPer {
        /// What each item pays.
        Item => "item",
        /// What each event pays.
        Event => "event",
        /// What the line's events pay together.
        Line => "line",
        /// What a clause's lines of a month come to.
        Period => "period",
    }
}

/// Why something was not paid.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum MissReason {
    /// There was no event of the clause's type.
    NoEvents {
        /// The type.
        event_type: Name,
    },
    /// No clause of the contract names the event's type.
    NoPayoutForType {
        /// The type.
        event_type: Name,
    },
    /// The event's day is outside the contract's or the clause's term.
    OutsideTerm,
    /// The clause asks for something that the event is not.
    ConditionNotMet,
    /// A restriction keeps the event from being paid.
    Restricted {
        /// What the restriction is called.
        #[serde(skip_serializing_if = "Option::is_none")]
        label: Option<Label>,
    },
    /// The customer's events pay no more.
    DurationEnded,
    /// The event is free.
    Free,
    /// As many are paid as the limit allows.
    OverLimit {
        /// How many.
        max: Number,
        /// Over what.
        per: LimitScope,
    },
    /// The event is in a currency that the contract pays on another statement.
    OtherCurrency {
        /// Which.
        currency: Currency,
    },
    /// A tier or a bonus was not reached.
    NotReached {
        /// What is counted.
        measure: Measure,
        /// How much was reached.
        reached: Number,
        /// How much is needed.
        from: Number,
        /// The last month of the period that is counted.
        #[serde(skip_serializing_if = "Option::is_none")]
        period: Option<Month>,
    },
    /// The period is not over.
    StillRunning {
        /// Its last day.
        until: Date,
    },
    /// The payment's date is outside the days that the statement covers.
    OutsideWindow {
        /// When the payment is earned.
        on: Date,
        /// The first day covered.
        from: Date,
        /// The last day covered.
        to: Date,
    },
}
