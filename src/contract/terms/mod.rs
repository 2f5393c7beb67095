//! The types of the terms document. Their doc comments are its reference.

mod balance;
mod bonus;
mod condition;
mod conversion;
mod limit;
mod one_time;
mod pay;
mod payout;
mod period;
mod refunds;
mod settlement;
mod split;
mod tiers;

use crate::calendar::Zone;
use crate::document::{Label, Name, Reader, SchemaLink, Version, choice, record};
use crate::money::{Currency, Rounding};

pub use balance::{Advance, AdvancePaid, Deficit, Draw, Guarantee, NegativeBalance, Recoupment, Shortfall, Span};
pub use bonus::{Bonus, EveryN, LadderPays, LadderStep, Of};
pub use condition::{Condition, Days, Test, TestDetail, Words};
pub use conversion::{Conversion, ConversionOrder, ExchangeRate};
pub use limit::{BonusesIn, Limit, LimitScope, OverLimit};
pub use one_time::{OneTime, PartPeriods, Retainer};
pub use pay::{Base, Package, Packages, Part, Pay, Per};
pub use payout::{
    Duration, DurationBoundary, Free, FreePeriod, Group, GroupsPay, Offer, Payout, Restriction, Scheduled, Since,
    Uplift,
};
pub use period::{Period, Term, WeekDay};
pub use refunds::{AfterLock, FixedPay, Places, Refunds};
pub use settlement::{Every, Fee, FeeBase, Lock, LockFrom, MinimumOf, Schedule, Settlement};
pub use split::{PositionShares, Split, SplitShare};
pub use tiers::{Effect, Measure, Mode, Reached, Running, Step, Tiers};

record! {
    /// A partner contract: what the brand pays its partner, and for what.
    ///
    /// Amounts are decimal strings in major units of the contract's currency (`"100"`, `"0.045"`); a JSON number is accepted and
    /// read by its shortest decimal form. Rates are written with a percent sign (`"10%"`). Dates are ISO 8601 (`"2027-03-14"`).
    ///
    /// ```json
    /// {
    ///   "version": 1,
    ///   "name": "Tax-prep partner program",
    ///   "currency": "USD",
    ///   "timeZone": "America/New_York",
    ///   "effective": { "from": "2027-01-01" },
    ///   "payouts": [
    ///     { "event": "lead", "label": "Qualified lead", "pay": { "fixed": "100" } },
    ///     { "event": "sale", "label": "Self-serve filing", "pay": { "percent": "10%" },
    ///       "groups": [{ "when": { "customerStatus": "existing" }, "pay": { "percent": "4%" } }],
    ///       "tiers": [{ "mode": "graduated", "measure": "revenue", "per": "month",
    ///                   "steps": [{ "from": "10000", "percent": "12%" }, { "from": "25000", "percent": "15%" }] }],
    ///       "limits": [{ "max": "500", "per": "customer" }] }
    ///   ],
    ///   "oneTime": [{ "label": "March e-mail placement", "amount": "5000", "on": "2027-03-01" }],
    ///   "settlement": {
    ///     "lock": { "from": "endOfMonth", "months": 1, "days": 15 },
    ///     "schedule": { "every": "month", "day": 20, "monthsAfter": 1 },
    ///     "threshold": "10"
    ///   }
    /// }
    /// ```
    pub struct Contract {
        /// Where the JSON Schema is, for editors.
        "$schema" => schema: SchemaLink = optional,
        /// The version of this document format: 1.
        "version" => version: Version = required,
        /// What the contract is called, as people should read it.
        "name" => name: Label = optional,
        /// The currency of every amount: an ISO 4217 code.
        "currency" => currency: Currency = required,
        /// Other currencies that the contract pays in. Events in one of them are paid in it, on a statement of their own, by the
        /// amounts that the contract states in it; they are never converted.
        "alsoPaysIn" => also_pays_in: Vec<Currency> = defaulted,
        /// How money in other currencies becomes money in the contract's.
        "conversion" => conversion: Conversion = optional,
        /// The IANA time zone in which the contract's days begin and end, such as `America/New_York`; `UTC` unless said.
        "timeZone" => time_zone: Zone = defaulted,
        /// The day on which weeks begin; Monday unless said.
        "weekStarts" => week_starts: WeekDay = defaulted,
        /// When the contract holds: events outside it earn nothing.
        "effective" => effective: Term = optional,
        /// How amounts are rounded to the currency's minor unit; `halfAwayFromZero` unless said.
        "rounding" => rounding: Rounding = defaulted,
        /// What is rounded; each event's pay unless said.
        "roundEach" => round_each: RoundEach = defaulted,
        /// Alternatives of which one is chosen ("$75, or 20 % for 24 months"). Clauses that carry an offer's name belong to it.
        ///
        /// ```json
        /// [{ "name": "flat", "label": "$75 once" }, { "name": "share", "label": "20 % for 24 months" }]
        /// ```
        "offers" => offers: Vec<Offer> = defaulted,
        /// The offer that holds; the first one unless said.
        "chosen" => chosen: Name = optional,
        /// What is paid for conversion events. Clauses that name the same event type all pay.
        "payouts" => payouts: Vec<Payout> = defaulted,
        /// Extra amounts for what was reached: at a threshold, for every N, on a ladder, on a milestone.
        "bonuses" => bonuses: Vec<Bonus> = defaulted,
        /// Limits over all payouts together, applied after the bonuses.
        "limits" => limits: Vec<Limit> = defaulted,
        /// Payments for no event: a placement fee, a partner funds transfer, a slotting fee.
        "oneTime" => one_time: Vec<OneTime> = defaulted,
        /// Fixed amounts for every period.
        "retainers" => retainers: Vec<Retainer> = defaulted,
        /// The least that a period pays.
        "guarantees" => guarantees: Vec<Guarantee> = defaulted,
        /// Money that is brought up to a level each period, and repaid out of what is earned above it.
        "draw" => draw: Draw = optional,
        /// Money paid ahead of earnings, and kept back from them.
        "advances" => advances: Vec<Advance> = defaulted,
        /// What happens to a period whose earnings are negative.
        "negativeBalance" => negative_balance: NegativeBalance = optional,
        /// How what is earned is shared with others.
        "split" => split: Split = optional,
        /// What a refund takes back.
        "refunds" => refunds: Refunds = optional,
        /// When an amount can no longer change, when it is paid, and what is taken off.
        "settlement" => settlement: Settlement = optional,
    }
    checked by check
}

choice! {
    /// What is rounded to the currency's minor unit.
    pub enum RoundEach = Event {
        /// What each item of an event pays.
        Item => "item",
        /// What each event pays, so that a partner can add up what is shown.
        Event => "event",
        /// What a clause's events of a month pay together. Each line is still shown rounded; a rounding line makes up the
        /// difference.
        Period => "period",
    }
}

fn check(contract: &Contract, at: &mut Reader) {
    super::check::contract(contract, at);
}
