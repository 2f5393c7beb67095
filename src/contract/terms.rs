//! The types of the terms document. Their doc comments are its reference.

use crate::calendar::Date;
use crate::document::{Amount, Label, Name, SchemaLink, Version, choice, one_of, record};
use crate::money::{Currency, Rate, Rounding};

record! {
    /// A partner contract: what the brand pays its partner, and for what.
    ///
    /// Amounts are decimal strings in major units of the contract's currency (`"100"`, `"0.045"`); a JSON number is accepted and
    /// read by its shortest decimal form. Rates are written with a percent sign (`"10%"`).
    pub struct Contract {
        /// Where the JSON Schema is, for editors.
        "$schema" => schema: SchemaLink = optional,
        /// The version of this document format: 1.
        "version" => version: Version = required,
        /// What the contract is called, as people should read it.
        "name" => name: Label = optional,
        /// The currency of every amount: an ISO 4217 code.
        "currency" => currency: Currency = required,
        /// How amounts are rounded to the currency's minor unit; `halfAwayFromZero` unless said.
        "rounding" => rounding: Rounding = defaulted,
        /// What is paid for conversion events. Clauses that name the same event type all pay.
        "payouts" => payouts: Vec<Payout> = defaulted,
        /// Payments for no event: a placement fee, a partner funds transfer.
        "oneTime" => one_time: Vec<OneTime> = defaulted,
    }
}

record! {
    /// What the contract pays for one type of event.
    pub struct Payout {
        /// The event type: `sale`, `lead`, `install`, `trial`, `subscription`, `signup`, `click`, or any name of the contract's own.
        "event" => event: Name = required,
        /// What the clause is called, as people should read it.
        "label" => label: Label = optional,
        /// What each such event pays.
        "pay" => pay: Pay = required,
    }
}

one_of! {
    /// What one event pays.
    pub enum Pay {
        /// A fixed amount for each event (CPA, CPL). With more decimals than the currency has, such as `"0.001"` for a view, the
        /// clause's events of a month accumulate exactly and are rounded together.
        Fixed "fixed" => amount: Amount {},
        /// A percentage of a base (commission, revenue share).
        Percent "percent" => rate: Rate {
            /// What the percentage is taken of; `orderAmount` unless said.
            "of" => of: Base = defaulted,
        },
    }
}

choice! {
    /// What a percentage is taken of.
    pub enum Base = OrderAmount {
        /// The event's `amount`: what the order came to.
        OrderAmount => "orderAmount",
        /// One payment of the event's `recurring` terms.
        RecurringPayment => "recurringPayment",
        /// The whole signed contract's value: the event's `contractValue`, or all payments of its `recurring` terms.
        ContractValue => "contractValue",
    }
}

record! {
    /// A payment for no event, on a date.
    pub struct OneTime {
        /// What it is for, as people should read it.
        "label" => label: Label = optional,
        /// How much is paid, once.
        "amount" => amount: Amount = required,
        /// The date on which it is earned.
        "on" => on: Date = required,
    }
}
