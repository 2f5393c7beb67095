//! A projection: the statement that a scenario's events would lead to, month by month.

use serde::Serialize;

#[cfg(feature = "analyses")]
use super::More;
#[cfg(feature = "analyses")]
use super::Shape;
use super::events::{self, Sold};
use super::views::{BrandSide, CashMonth, Conversions, brand, cash};
use super::{Counts, MOST_PAYMENTS, Scenario, Stream};
use crate::calendar::Month;
use crate::contract::{Clause, Contract};
use crate::document::{Code, DocumentKind, Problem};
#[cfg(feature = "analyses")]
use crate::evaluate::Listed;
use crate::evaluate::{ClauseTotal, Options, Statement, Window, evaluate, in_minor_units};
#[cfg(feature = "analyses")]
use crate::money::Number;
use crate::money::{Currency, Money, MoneyError, noting};

/// What a contract would pay under a scenario.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Projection {
    /// The currency of every amount.
    pub currency: Currency,
    /// Decimal places of the currency.
    pub minor_units: u32,
    /// The first month.
    pub start: Month,
    /// How many months.
    pub months: usize,
    /// The sums over all months.
    pub totals: ProjectionTotals,
    /// Every month of the horizon, in order, also those without pay.
    pub by_month: Vec<ProjectedMonth>,
    /// The sums by clause, in the order of the contract; clauses without a line are left out.
    pub clauses: Vec<ClauseTotal>,
    /// The brand's side.
    pub brand: BrandSide,
    /// By month, when what is earned locks and when it is paid, where the contract says so.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<CashMonth>>"))]
    pub cash: Vec<CashMonth>,
    /// The statement behind it, with the reason for every amount.
    pub statement: Statement,
}

/// Sums over the whole horizon.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ProjectionTotals {
    /// What the partner would earn.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub earned: Money,
    /// The mean of a month, rounded as the contract rounds.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub per_month: Money,
}

/// One month of a projection.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProjectedMonth {
    /// The month.
    pub month: Month,
    /// What would be earned in it.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub amount: Money,
    /// How many events, later payments of the same customers and what is given back left out.
    pub conversions: Conversions,
    /// What events come to, less what is given back.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub revenue: Money,
    /// What would be earned from the start to its end.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub cumulative: Money,
    /// What each clause would pay in it; clauses without a line are left out.
    pub clauses: Vec<MonthClause>,
}

/// What one clause pays in one month.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MonthClause {
    /// The clause: a JSON Pointer into the contract.
    pub clause: Clause,
    /// What it would pay.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub amount: Money,
}

/// Projects a contract over a scenario: its events, on the first of each month, go through [`evaluate`]. They are whole, with ranges at their
/// medians, or as many as are expected, with ranges at their means.
///
/// One-time payouts outside the scenario's months are left out, and named in the statement's `not_applied`.
///
/// # Errors
/// Those of [`evaluate`]; a horizon that is none, is too long, or runs past the end of the calendar; more than [`MOST_PAYMENTS`] payments.
pub fn project(contract: &Contract, scenario: &Scenario) -> Result<Projection, Vec<Problem>> {
    let months = events::months(scenario)?;
    let payments = payments_of(contract, scenario, months.len());
    if payments > MOST_PAYMENTS {
        return Err(vec![too_many(payments)]);
    }
    let mut sold = vec![Sold::default(); months.len()];
    let events = noting(|| events::sampled(scenario, &months, contract.currency, None, None, Some(&mut sold)))
        .map_err(|error| vec![overflow(error)])??;
    let statement =
        evaluate(contract, events, &Options::default(), window(scenario, &months, false)).map_err(from_streams)?;
    noting(|| summary(contract, scenario, &months, &sold, statement))
        .and_then(|summary| summary)
        .map_err(|error| vec![overflow(error)])
}

/// What a contract earns of a scenario's events in all, in whole numbers, with the values that are given for its ranges.
///
/// # Errors
/// Those of [`project`].
#[cfg(feature = "analyses")]
pub(crate) fn earned(
    contract: &Contract,
    scenario: &Scenario,
    months: &[Month],
    value: &mut dyn FnMut(Shape) -> Number,
) -> Result<Money, Vec<Problem>> {
    sums(contract, scenario, months, None, Some(value)).map(|statement| statement.totals.earned)
}

/// The statement without lines for a scenario's events and some more, with the values that are given for its ranges, or as a projection
/// takes them.
///
/// # Errors
/// Those of [`project`].
#[cfg(feature = "analyses")]
pub(crate) fn sums(
    contract: &Contract,
    scenario: &Scenario,
    months: &[Month],
    more: Option<More>,
    value: Option<&mut dyn FnMut(Shape) -> Number>,
) -> Result<Statement, Vec<Problem>> {
    let payments = payments_of(contract, scenario, months.len());
    if payments > MOST_PAYMENTS {
        return Err(vec![too_many(payments)]);
    }
    let window = window(scenario, months, value.is_some());
    let sampled = noting(|| events::sampled(scenario, months, contract.currency, more, value, None));
    let events = sampled.map_err(|error| vec![overflow(error)])??;
    let options = Options { lines: Listed::None, ..Options::default() };
    evaluate(contract, events, &options, window).map_err(from_streams)
}

/// What statements of the scenario cover. Where values are given for its ranges, its events are whole.
fn window(scenario: &Scenario, months: &[Month], given: bool) -> Option<Window> {
    let (from, expected) = (scenario.start.first_day(), !given && scenario.counts == Counts::Expected);
    months.last().map(|last| Window { from, to: last.last_day(), expected })
}

/// How many payments there are: those of each stream in each month (or of each month's customers in all later ones) under each clause
/// that pays for its events.
pub(super) fn payments_of(contract: &Contract, scenario: &Scenario, months: usize) -> usize {
    let pays = |stream: &Stream| {
        let clauses = contract.payouts.iter().filter(|payout| payout.event == stream.event).count();
        let paid = if stream.churn.is_some() { months.saturating_mul(months.saturating_add(1)) / 2 } else { months };
        let prices = if stream.upgrades.is_some() { 2 } else { 1 };
        clauses.saturating_mul(paid).saturating_mul(stream.mix.len().saturating_add(1)).saturating_mul(prices)
    };
    scenario.streams.iter().map(pays).fold(0, usize::saturating_add)
}

fn too_many(payments: usize) -> Problem {
    Problem {
        document: DocumentKind::Scenario,
        code: Code::TooLarge,
        path: String::new(),
        message: "This scenario and the contract together make more payments than a projection works out.".to_owned(),
        expected: format!("at most {MOST_PAYMENTS} payments: streams × clauses that pay for them × months"),
        got: payments.to_string(),
        hint: None,
    }
}

fn summary(
    contract: &Contract,
    scenario: &Scenario,
    months: &[Month],
    sold: &[Sold],
    statement: Statement,
) -> Result<Projection, MoneyError> {
    let nothing = Money::zero(contract.currency);
    let mut by_month: Vec<ProjectedMonth> = months
        .iter()
        .zip(sold)
        .map(|(month, sold)| ProjectedMonth {
            month: *month,
            amount: nothing,
            conversions: Conversions::of(sold.conversions, scenario.counts),
            revenue: Money::new(sold.revenue.round(statement.minor_units, contract.rounding), contract.currency),
            cumulative: nothing,
            clauses: Vec::new(),
        })
        .collect();
    for line in &statement.lines {
        // Every line lies in the scenario's months: events are made in them, and the window leaves out all else.
        let Some(month) = months.binary_search(&line.period).ok().and_then(|place| by_month.get_mut(place)) else {
            continue;
        };
        month.amount = month.amount.add(line.amount)?;
        match month.clauses.binary_search_by_key(&line.clause, |known| known.clause) {
            Ok(place) => {
                if let Some(known) = month.clauses.get_mut(place) {
                    known.amount = known.amount.add(line.amount)?;
                }
            }
            Err(place) => month.clauses.insert(place, MonthClause { clause: line.clause, amount: line.amount }),
        }
    }
    let mut cumulative = nothing;
    for month in &mut by_month {
        cumulative = cumulative.add(month.amount)?;
        month.cumulative = cumulative;
    }
    let earned = statement.totals.earned;
    let mean = earned.amount().div_round(scenario.months.number(), statement.minor_units, contract.rounding)?;
    Ok(Projection {
        currency: statement.currency,
        minor_units: statement.minor_units,
        start: scenario.start,
        months: months.len(),
        totals: ProjectionTotals { earned, per_month: Money::new(mean, contract.currency) },
        by_month,
        clauses: statement.clauses.clone(),
        brand: brand(contract, &statement, sold, scenario.counts),
        cash: cash(&statement),
        statement,
    })
}

/// Events that overflow were made from the scenario's streams, and that is where the author can mend them.
fn from_streams(problems: Vec<Problem>) -> Vec<Problem> {
    let mut problems: Vec<Problem> = problems
        .into_iter()
        .map(|problem| match problem.document {
            DocumentKind::Events => {
                Problem { document: DocumentKind::Scenario, path: "/streams".to_owned(), ..problem }
            }
            _ => problem,
        })
        .collect();
    problems.dedup();
    problems
}

fn overflow(error: MoneyError) -> Problem {
    Problem {
        document: DocumentKind::Scenario,
        code: Code::AmountOverflow,
        path: String::new(),
        message: format!("This can't be projected exactly: {error}."),
        expected: "amounts and counts that fit into 28 decimal digits".to_owned(),
        got: "more digits".to_owned(),
        hint: None,
    }
}
