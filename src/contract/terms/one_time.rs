//! Payments for no event.

use crate::calendar::Date;
use crate::document::{Amounts, Label, Name, choice, record};

use super::balance::Span;
use super::period::Term;

record! {
    /// A payment for no event, on a date: a placement fee, a partner funds transfer, a slotting fee.
    ///
    /// ```json
    /// { "label": "March e-mail placement", "amount": "5000", "on": "2027-03-01" }
    /// ```
    pub struct OneTime {
        /// What it is for, as people should read it.
        "label" => label: Label = optional,
        /// The offer to which it belongs; every offer unless said.
        "offer" => offer: Name = optional,
        /// How much is paid, once.
        "amount" => amount: Amounts = required,
        /// The date on which it is earned.
        "on" => on: Date = required,
    }
}

record! {
    /// A fixed amount for every period, earned on its first day.
    ///
    /// ```json
    /// { "label": "Content retainer", "amount": "1500", "per": "month", "during": { "from": "2027-01-15", "to": "2027-06-30" },
    ///   "partPeriods": "byDays" }
    /// ```
    pub struct Retainer {
        /// What it is for, as people should read it.
        "label" => label: Label = optional,
        /// The offer to which it belongs; every offer unless said.
        "offer" => offer: Name = optional,
        /// How much each period pays.
        "amount" => amount: Amounts = required,
        /// How often; each month unless said.
        "per" => per: Span = defaulted,
        /// While it is paid; while the contract holds unless said.
        "during" => during: Term = optional,
        /// What a period pays of which only a part falls into that time; all of it unless said.
        "partPeriods" => part_periods: PartPeriods = defaulted,
    }
}

choice! {
    /// What a period counts of which only a part falls into a term.
    pub enum PartPeriods = Full {
        /// All of it.
        Full => "full",
        /// The share of its days.
        ByDays => "byDays",
    }
}
