//! Why a line is what it is, and why something was not paid: plain facts, to be put into words in the reader's language.

use serde::Serialize;

use crate::calendar::Date;
use crate::contract::Base;
use crate::document::{Name, choice};
use crate::money::{Number, Rate, Rounding};

/// One step from the terms and the event to a line's amount. A line's steps stand in the order in which they were taken.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Reason {
    /// The clause pays a fixed amount for each event.
    Fixed {
        /// How much.
        amount: Number,
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
        #[serde(rename = "minorUnits")]
        minor_units: u32,
    },
    /// A payment for no event.
    OneTime {
        /// When it is earned.
        on: Date,
        /// How much.
        amount: Number,
    },
}

choice! {
    /// What a rounding step was applied to.
    pub enum RoundedPer {
        /// What each event pays.
        Event => "event",
        /// What the line's events pay together.
        Line => "line",
    }
}

/// Why something was not paid.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum MissReason {
    /// There was no event of the clause's type.
    #[serde(rename_all = "camelCase")]
    NoEvents {
        /// The type.
        event_type: Name,
    },
    /// No clause of the contract names the event's type.
    #[serde(rename_all = "camelCase")]
    NoPayoutForType {
        /// The type.
        event_type: Name,
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
