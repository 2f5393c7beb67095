//! A projection as the brand sees it, and by the dates of its money.

use serde::Serialize;

use super::Counts;
use super::events::Sold;
use crate::calendar::{Date, Month};
use crate::contract::Contract;
use crate::evaluate::{Line, Statement, in_minor_units, maybe_in_minor_units};
use crate::money::{Money, Number, Rounding};

/// What the brand has of a scenario for what the partner earns, which is its cost.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct BrandSide {
    /// How many events, later payments of the same customers and what is given back left out.
    pub conversions: Conversions,
    /// What events come to, less what is given back.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub revenue: Money,
    /// The effective CPA: the cost of a conversion; none where there is no conversion.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "maybe_in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub cost_per_conversion: Option<Money>,
    /// The cost in percent of the revenue, to two decimals; none where there is no revenue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost_of_revenue: Option<Number>,
    /// How much revenue each unit of cost brings (return on ad spend), to two decimals; none where there is no cost.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub return_on_spend: Option<Number>,
    /// What is left to the brand after the cost, where a stream of the scenario says its gross margin.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "maybe_in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub margin: Option<Money>,
}

/// How many conversions there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Conversions {
    /// Whole ones.
    Whole(u64),
    /// As many as are expected.
    Expected(Number),
}

impl Conversions {
    pub(super) fn of(many: Number, counts: Counts) -> Self {
        match (counts, many.to_u64()) {
            (Counts::Whole, Some(whole)) => Self::Whole(whole),
            _ => Self::Expected(many),
        }
    }
}

/// What happens to the partner's money in a month.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CashMonth {
    /// The month; it may lie after the horizon.
    pub month: Month,
    /// How much of what was earned can no longer change from a day of this month on.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub locks: Money,
    /// What is paid out, in the currency of payments.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub paid: Money,
}

/// The brand's side of what all months have brought.
pub(super) fn brand(contract: &Contract, statement: &Statement, sold: &[Sold], counts: Counts) -> BrandSide {
    let rounded =
        |amount: Number| Money::new(amount.round(statement.minor_units, contract.rounding), statement.currency);
    let ratio = |of: Number, by: Number| (by > Number::ZERO).then(|| of.over(by, 2, Rounding::HalfAwayFromZero));
    let cost = statement.totals.earned;
    let many = sold.iter().map(|month| month.conversions).fold(Number::ZERO, Number::plus);
    let revenue = sold.iter().fold(Number::ZERO, |sum, month| sum.plus(month.revenue));
    let margin = sold.iter().filter_map(|month| month.margin).reduce(Number::plus);
    BrandSide {
        conversions: Conversions::of(many, counts),
        revenue: rounded(revenue),
        cost_per_conversion: (!many.is_zero()).then(|| {
            Money::new(cost.amount().over(many, statement.minor_units, contract.rounding), statement.currency)
        }),
        cost_of_revenue: ratio(cost.amount().times(Number::from_u32(100)), revenue),
        return_on_spend: ratio(revenue, cost.amount()),
        margin: margin.map(|margin| rounded(margin.minus(cost.amount()))),
    }
}

/// When what is earned locks, and when it is paid; nothing where the contract does not say.
pub(super) fn cash(statement: &Statement) -> Vec<CashMonth> {
    let is_settled = |line: &Line| line.locks_on.is_some();
    if statement.payments.is_empty() && !statement.lines.iter().any(is_settled) {
        return Vec::new();
    }
    by_month(statement)
}

#[inline(never)]
fn by_month(statement: &Statement) -> Vec<CashMonth> {
    let locks = statement.lines.iter().filter_map(|line| Some((line.locks_on?, line.amount.amount())));
    let paid = statement.payments.iter().map(|payment| (payment.on, payment.amount.amount()));
    let payments = statement.payments.first().map_or(statement.currency, |payment| payment.currency);
    let mut days: Vec<(Date, Number, Number)> = locks.map(|(on, locks)| (on, locks, Number::ZERO)).collect();
    days.extend(paid.map(|(on, paid)| (on, Number::ZERO, paid)));
    days.sort_unstable_by_key(|(on, _, _)| *on);
    let in_one = |one: &(Date, Number, Number), other: &(Date, Number, Number)| one.0.month() == other.0.month();
    let months = days.chunk_by(in_one).filter_map(|days| {
        let sum = |of: fn(&(Date, Number, Number)) -> Number| days.iter().map(of).fold(Number::ZERO, Number::plus);
        Some(CashMonth {
            month: days.first()?.0.month(),
            locks: Money::new(sum(|day| day.1), statement.currency),
            paid: Money::new(sum(|day| day.2), payments),
        })
    });
    months.filter(|month| !(month.locks.amount().is_zero() && month.paid.amount().is_zero())).collect()
}
