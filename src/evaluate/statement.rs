//! The statement: every amount on a line of its own, with its reason, and totals that are their sums.

use serde::{Serialize, Serializer};

use crate::calendar::{Date, Month};
use crate::contract::Clause;
use crate::document::{Label, Name, Problem, choice};
use crate::money::{Currency, Money, Number, Rate};

use super::reason::{MissReason, Reason};

/// What a contract pays for events, line by line.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Statement {
    /// The currency of every amount.
    pub currency: Currency,
    /// Decimal places of the currency.
    pub minor_units: u32,
    /// The lines: first what events earn, by date; then pay that accumulated over a month; then what is paid for no event.
    pub lines: Vec<Line>,
    /// The sums of all lines.
    pub totals: Totals,
    /// The sums by clause, in the order of the contract; clauses without a line are left out.
    pub clauses: Vec<ClauseTotal>,
    /// The sums by month, in order; months without a line are left out.
    pub periods: Vec<PeriodTotal>,
    /// What was not paid, and why.
    pub not_applied: Vec<Missed>,
    /// What is probably not meant as the contract is written.
    pub warnings: Vec<Problem>,
}

choice! {
    /// What a line is.
    pub enum LineKind {
        /// Pay for events.
        Payout => "payout",
        /// A payment for no event.
        OneTime => "oneTime",
    }
}

/// One amount, with its reason.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Line {
    /// Tells the line from all others of the statement.
    pub id: String,
    /// The clause that pays: a JSON Pointer into the contract.
    pub clause: Clause,
    /// What the line is.
    pub kind: LineKind,
    /// What the clause is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Label>,
    /// The type of its events.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event_type: Option<Name>,
    /// The id of its event, if that has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<Name>,
    /// The day on which it was earned; none on a line that accumulates a month's events.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// The month in which it was earned.
    pub period: Month,
    /// How many events it stands for; 1 for a payment for no event.
    pub quantity: Number,
    /// What a percentage was taken of, for one event.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<Number>,
    /// The percentage.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rate: Option<Rate>,
    /// What is paid, in whole minor units.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub amount: Money,
    /// The same before rounding.
    pub exact: Number,
    /// How it came about, step by step.
    pub because: Vec<Reason>,
}

/// Sums over all lines.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Totals {
    /// What the partner earned.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub earned: Money,
}

/// What one clause pays.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ClauseTotal {
    /// The clause: a JSON Pointer into the contract.
    pub clause: Clause,
    /// What its lines are.
    pub kind: LineKind,
    /// What it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Label>,
    /// The type of its events.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event_type: Option<Name>,
    /// How many events (or payments) it paid for.
    pub quantity: Number,
    /// What it pays.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub amount: Money,
    /// On how many lines.
    pub lines: usize,
}

/// What one month pays.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PeriodTotal {
    /// The month.
    pub period: Month,
    /// What was earned in it.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub amount: Money,
    /// What was earned up to its end.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub cumulative: Money,
}

/// Something that was not paid: a clause, or an event.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Missed {
    /// The clause: a JSON Pointer into the contract.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clause: Option<Clause>,
    /// The event's id, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<Name>,
    /// How many events.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quantity: Option<Number>,
    /// Why.
    pub because: MissReason,
}

/// Writes an amount with all the decimals of its currency: `"10.00"`.
pub(crate) fn in_minor_units<S: Serializer>(money: &Money, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&money.to_fixed())
}
