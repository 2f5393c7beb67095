//! Money that is promised or paid ahead of earnings, and earnings below zero.

use crate::calendar::Date;
use crate::document::{Amounts, Count, Label, Name, choice, one_of, record};

use super::one_time::PartPeriods;
use super::period::Period;

choice! {
    /// A period that pays something by itself.
    pub enum Span = Month {
        /// Each calendar month.
        Month => "month",
        /// Each calendar quarter.
        Quarter => "quarter",
        /// Each calendar year.
        Year => "year",
    }
}

impl Span {
    /// The period as other clauses name it.
    #[must_use]
    pub const fn period(self) -> Period {
        match self {
            Self::Month => Period::Month,
            Self::Quarter => Period::Quarter,
            Self::Year => Period::Year,
        }
    }
}

one_of! {
    /// The least that is paid; a true-up line at the end makes up the difference. It stands beside what payouts, tiers, bonuses and
    /// their limits earn; payments for no event do not count.
    pub enum Guarantee {
        /// The least that a period pays.
        ///
        /// ```json
        /// { "amount": "10000", "per": "year" }
        /// ```
        Amount "amount" => amount: Amounts {
            /// Which period; each month unless said.
            "per" => per: Span = defaulted,
            /// What it is called.
            "label" => label: Label = optional,
            /// What a period guarantees of which only a part falls into the contract's term; all of it unless said.
            "partPeriods" => part_periods: PartPeriods = defaulted,
        },
        /// The least that a period pays for each of its events of a type, such as guaranteed earnings per click.
        ///
        /// ```json
        /// { "each": "0.25", "event": "click", "per": "month" }
        /// ```
        Each "each" => each: Amounts {
            /// The type of events.
            "event" => event: Name = required,
            /// Which period; each month unless said.
            "per" => per: Span = defaulted,
            /// What it is called.
            "label" => label: Label = optional,
        },
        /// The least that each customer's events of a type pay, settled with the payment of this number.
        ///
        /// ```json
        /// { "perCustomer": "70", "event": "subscription", "afterPayments": 6 }
        /// ```
        PerCustomer "perCustomer" => amount: Amounts {
            /// The type of events.
            "event" => event: Name = required,
            /// The payment with which the difference is paid.
            "afterPayments" => after: Count = required,
            /// What it is called.
            "label" => label: Label = optional,
        },
    }
}

record! {
    /// A draw: a period that earns less is brought up to this amount. What a recoverable draw added is owed, and kept back from
    /// later periods as far as they earn more than the draw.
    ///
    /// ```json
    /// { "amount": "2000", "per": "month", "shortfall": "recoverable" }
    /// ```
    pub struct Draw {
        /// The level.
        "amount" => amount: Amounts = required,
        /// Of which period; each month unless said.
        "per" => per: Span = defaulted,
        /// Whether what it added is owed.
        "shortfall" => shortfall: Shortfall = required,
        /// What it is called.
        "label" => label: Label = optional,
    }
}

choice! {
    /// Whether what a draw added is owed.
    pub enum Shortfall {
        /// It is, and kept back from later earnings above the draw.
        Recoverable => "recoverable",
        /// It is not.
        Kept => "kept",
    }
}

record! {
    /// Money paid ahead, and kept back from earnings before anything more is paid (recoupment). What earnings never reach is not
    /// paid back.
    ///
    /// ```json
    /// { "label": "Launch advance", "amount": "10000", "on": "2027-01-01", "recoupment": "running" }
    /// ```
    pub struct Advance {
        /// What it is for.
        "label" => label: Label = optional,
        /// How much.
        "amount" => amount: Amounts = required,
        /// When it is paid.
        "on" => on: Date = required,
        /// Whether it is on this statement, or was paid (or spent on the partner's behalf) elsewhere and is only kept back here.
        "paid" => paid: AdvancePaid = defaulted,
        /// From which earnings it is kept back; from all that follow unless said.
        "recoupment" => recoupment: Recoupment = defaulted,
    }
}

choice! {
    /// Whether an advance is on this statement.
    pub enum AdvancePaid = Here {
        /// It is a line of its own.
        Here => "here",
        /// It was paid before, and is only kept back.
        Before => "before",
    }
}

choice! {
    /// From which earnings an advance is kept back.
    pub enum Recoupment = Running {
        /// From all that follow, until it is recouped; one balance for all such advances.
        Running => "running",
        /// From those of its own calendar year; the rest is then let go.
        OwnYear => "ownYear",
    }
}

record! {
    /// What happens to a period whose payouts come to less than zero. Nothing is collected from the partner for it.
    ///
    /// ```json
    /// { "per": "month", "deficit": "carried" }
    /// ```
    pub struct NegativeBalance {
        /// Which period; each month unless said.
        "per" => per: Span = defaulted,
        /// What becomes of the deficit.
        "deficit" => deficit: Deficit = required,
    }
}

choice! {
    /// What becomes of a period's deficit.
    pub enum Deficit {
        /// It is set against the next periods until it is used up (negative carry-over).
        Carried => "carried",
        /// The next period starts at zero.
        Forgotten => "forgotten",
    }
}
