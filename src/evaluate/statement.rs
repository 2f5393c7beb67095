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
    /// The lines, in the order of evaluation: first what events earn, by date.
    pub lines: Vec<Line>,
    /// The sums of all lines.
    pub totals: Totals,
    /// The sums by clause, in the order of the contract; clauses without a line are left out.
    pub clauses: Vec<ClauseTotal>,
    /// The sums by month, in order; months without a line are left out.
    pub periods: Vec<PeriodTotal>,
    /// What is paid out, by date, where the contract has a schedule.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Payment>>"))]
    pub payments: Vec<Payment>,
    /// What is owed or carried after each settled period: by a draw, by advances, by periods below zero.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Balance>>"))]
    pub balances: Vec<Balance>,
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
        /// The difference that a tier makes.
        Tier => "tier",
        /// A bonus.
        Bonus => "bonus",
        /// What a limit cuts off.
        Limit => "limit",
        /// A payment for no event.
        OneTime => "oneTime",
        /// A fixed amount for a period.
        Retainer => "retainer",
        /// Money paid ahead.
        Advance => "advance",
        /// What brings a period up to what is guaranteed.
        Guarantee => "guarantee",
        /// What brings a period up to the draw.
        Draw => "draw",
        /// What is kept back for a draw, an advance or a deficit.
        Recoupment => "recoupment",
        /// What a refund takes back.
        Reversal => "reversal",
        /// Somebody else's share.
        Split => "split",
        /// What lifts a period below zero to zero.
        CarryOver => "carryOver",
        /// The difference between rounded lines and their rounded sum.
        Rounding => "rounding",
        /// A reward that is not money.
        Reward => "reward",
        /// A fee of a payment.
        Fee => "fee",
        /// Tax withheld from a payment.
        Withholding => "withholding",
        /// Tax on top of a payment.
        Tax => "tax",
    }
}

choice! {
    /// How far a line has come, on the day of the statement.
    pub enum Status {
        /// It is earned, and can still change.
        Earned => "earned",
        /// It can no longer change.
        Locked => "locked",
        /// Its day of payment has come, and the balance is below the threshold.
        Payable => "payable",
        /// It is paid.
        Paid => "paid",
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
    /// The day on which it was earned; of a line for several days, the last.
    pub date: Date,
    /// The month of that day.
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
    /// Who receives what this line takes off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payee: Option<Name>,
    /// The reward, where it is not money.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reward: Option<RewardTotal>,
    /// The day from which it can no longer change, where the contract says when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locks_on: Option<Date>,
    /// The day on which it is due to be paid, where the contract has a schedule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paid_on: Option<Date>,
    /// How far it has come, where the statement is drawn up on a day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// How it came about, step by step.
    pub because: Vec<Reason>,
}

/// Sums over all lines.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Totals {
    /// What the partner earned: the sum of all lines but those of payments (fees and taxes).
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub earned: Money,
    /// What refunds took back of it.
    #[serde(serialize_with = "in_minor_units", skip_serializing_if = "is_nothing")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub reversed: Money,
    /// What can no longer change, paid or not, on the day of the statement.
    #[serde(serialize_with = "maybe_in_minor_units", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub locked: Option<Money>,
    /// What is due, and rolled over below the threshold, on the day of the statement.
    #[serde(serialize_with = "maybe_in_minor_units", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub payable: Option<Money>,
    /// What of it has been paid out, before fees and taxes; up to the day of the statement, if it is drawn up on one.
    #[serde(serialize_with = "maybe_in_minor_units", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub paid: Option<Money>,
    /// Rewards that are not money.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<RewardTotal>>"))]
    pub non_cash: Vec<RewardTotal>,
    /// What others receive.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<PayeeTotal>>"))]
    pub payees: Vec<PayeeTotal>,
}

/// A number of rewards of one kind.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RewardTotal {
    /// What is rewarded.
    pub unit: Name,
    /// How much of it.
    pub quantity: Number,
}

/// What somebody else receives.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PayeeTotal {
    /// Who.
    pub payee: Name,
    /// How much.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub amount: Money,
}

/// What one clause pays.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ClauseTotal {
    /// The clause: a JSON Pointer into the contract.
    pub clause: Clause,
    /// What its lines are, above all.
    pub kind: LineKind,
    /// What it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Label>,
    /// The type of its events.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event_type: Option<Name>,
    /// How many events (or payments) it paid for.
    pub quantity: Number,
    /// What it pays: with its tiers, limits and reversals.
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

/// One date of the payment schedule.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Payment {
    /// The date.
    pub on: Date,
    /// What is due, with what rolled over.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub balance: Money,
    /// Tax withheld.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub withheld: Money,
    /// Fees.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub fees: Money,
    /// Tax on top.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub tax_on_top: Money,
    /// What is paid, in the currency of payments; nothing where the balance rolls over.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub amount: Money,
    /// The currency of payments.
    pub currency: Currency,
    /// Whether it is paid, and does not roll over.
    pub paid: bool,
    /// What rolls over to the next date.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub rolled_over: Money,
}

/// What is owed or carried after a settled period.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Balance {
    /// The clause: a JSON Pointer into the contract.
    pub clause: Clause,
    /// The last month of the period.
    pub period: Month,
    /// How much.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub owed: Money,
}

/// Something that was not paid: a clause, or events.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Missed {
    /// The clause: a JSON Pointer into the contract.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clause: Option<Clause>,
    /// The event's id, where it is one that has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<Name>,
    /// How many events.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quantity: Option<Number>,
    /// Why.
    pub because: MissReason,
    /// How much is missing to what would have been paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short_by: Option<Number>,
}

/// Writes an amount with all the decimals of its currency: `"10.00"`.
pub(crate) fn in_minor_units<S: Serializer>(money: &Money, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&money.to_fixed())
}

#[allow(clippy::ref_option, reason = "the form that serde asks for")]
pub(crate) fn maybe_in_minor_units<S: Serializer>(money: &Option<Money>, to: S) -> Result<S::Ok, S::Error> {
    match money {
        Some(money) => in_minor_units(money, to),
        None => to.serialize_none(),
    }
}

fn is_nothing(money: &Money) -> bool {
    money.amount().is_zero()
}
