//! What the next event is worth, and from where on that changes.

use serde::Serialize;

use super::milestones::{Ahead, ahead};
use super::vary::{change, problem};
use crate::contract::{Clause, read_contract};
use crate::document::{Count, Name, Node, Problem, record};
use crate::evaluate::{Statement, in_minor_units};
use crate::money::{Money, Number, Rounding};
use crate::scenario::{More, months, read_scenario, sums};

record! {
    /// Which event.
    ///
    /// ```json
    /// { "event": "sale", "month": "12" }
    /// ```
    pub struct NextEventQuestion {
        /// Its type: that of the first stream unless said. It is like the first stream of this type.
        "event" => event: Name = optional,
        /// The month in which it happens, counted from 1; the last one unless said.
        "month" => month: Count = optional,
    }
}

/// What one more event is worth, and how many more are worth the same.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NextEvent {
    /// What the scenario earns without it.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub earned: Money,
    /// What the next event adds.
    pub next: Added,
    /// How many more add the same each, with this one; none where that does not change within a million.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alike: Option<u64>,
    /// What the first one adds that is worth something else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub then: Option<Added>,
    /// The next changes after that one, up to five: each tells how far away the next tier, bonus or limit is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Later>>"))]
    pub later: Vec<Later>,
    /// The tiers and bonuses that are not reached by the end of the month, and what is missing to each.
    pub ahead: Vec<Ahead>,
}

/// A further event that is worth something else than the one before it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Later {
    /// How many more events come before it.
    pub after: u64,
    /// What it adds.
    pub adds: Added,
}

/// What one event adds.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Added {
    /// In all.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub amount: Money,
    /// By clause, in the order of the contract; those that it adds nothing to are left out.
    pub clauses: Vec<AddedByClause>,
}

/// What one event adds to a clause.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AddedByClause {
    /// The clause: a JSON Pointer into the contract.
    pub clause: Clause,
    /// What it adds; negative where the clause takes more.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub amount: Money,
}

/// So many further events are looked at.
const FURTHEST: u64 = 1_000_000;

/// Finds what one more event adds to what a contract earns over a scenario with ranges at their medians, and the first further event that adds
/// something else: where a tier begins, a bonus is reached, a limit or the end of a guarantee. A difference of one minor unit is rounding, and
/// does not count. With `churn`, it is a customer with all the payments that are to be expected of one.
///
/// # Errors
/// What is wrong with the documents; an event that no stream has; a month that the scenario does not have.
pub fn next_event(contract: &Node, scenario: &Node, question: &NextEventQuestion) -> Result<NextEvent, Vec<Problem>> {
    let (contract, scenario) = (read_contract(contract)?, read_scenario(scenario)?);
    let months = months(&scenario)?;
    let wanted = |event: &Name| question.event.as_ref().is_none_or(|asked| asked == event);
    let Some(stream) = scenario.streams.iter().position(|stream| wanted(&stream.event)) else {
        let known: Vec<&str> = scenario.streams.iter().map(|stream| stream.event.as_str()).collect();
        let got = question.event.as_ref().map_or("", Name::as_str);
        return Err(vec![problem("/event", "The scenario has no such events.", &known.join(", "), got)]);
    };
    let asked = question.month.map_or(months.len(), |month| usize::try_from(month.get()).unwrap_or(usize::MAX));
    let Some(month) = asked.checked_sub(1).filter(|month| *month < months.len()) else {
        let expected = format!("1 to {}", months.len());
        return Err(vec![problem("/month", "The scenario has no such month.", &expected, &asked.to_string())]);
    };
    let with = |events: u64| sums(&contract, &scenario, &months, Some(More { stream, month, events }), None);
    let now = with(0)?;
    let mut changes = Vec::new();
    let (mut so_far, mut here) = (0, added(&now, &with(1)?));
    let next = here.clone();
    while changes.len() < 6
        && let Some(end) = straight(so_far, here.amount, &mut |events| with(events).map(|sums| sums.totals.earned))?
    {
        let adds = added(&with(end)?, &with(end.saturating_add(1))?);
        changes.push(Later { after: end, adds: adds.clone() });
        (so_far, here) = (end, adds);
    }
    let mut changes = changes.into_iter();
    let first = changes.next();
    Ok(NextEvent {
        earned: now.totals.earned,
        next,
        alike: first.as_ref().map(|change| change.after),
        then: first.map(|change| change.adds),
        later: changes.collect(),
        ahead: ahead(&contract, &scenario, months.get(..=month).unwrap_or_default())?,
    })
}

/// The first number of events, from one at which the next adds so much, at which the next adds something else: as long as all so far are worth the same,
/// the sum lies on a line. A minor unit is rounding.
fn straight(
    from: u64,
    each: Money,
    earned: &mut dyn FnMut(u64) -> Result<Money, Vec<Problem>>,
) -> Result<Option<u64>, Vec<Problem>> {
    let places = each.currency().minor_units();
    let unit = (0..places).fold(Number::ONE, |unit, _| unit.over(Number::from_u32(10), places, Rounding::HalfEven));
    let start = earned(from)?.amount();
    let mut on_line = |more: u64| -> Result<bool, Vec<Problem>> {
        let sum = earned(from.saturating_add(more))?.amount().minus(start);
        Ok(sum.minus(each.amount().times(Number::from_u64(more))).abs() <= unit)
    };
    let mut furthest = 1;
    while furthest < FURTHEST && on_line(furthest)? {
        furthest = furthest.saturating_mul(2);
    }
    if furthest == 1 || on_line(furthest)? {
        return Ok(None);
    }
    let end = change(furthest / 2, furthest, &mut on_line)?;
    Ok(Some(from.saturating_add(end.saturating_sub(1))))
}

fn added(before: &Statement, after: &Statement) -> Added {
    let more = |after: Money, before: Option<Money>| {
        Money::new(after.amount().minus(before.map_or(Number::ZERO, Money::amount)), after.currency())
    };
    let of = |statement: &Statement, clause: Clause| {
        statement.clauses.iter().find(|total| total.clause == clause).map(|total| total.amount)
    };
    let mut clauses: Vec<Clause> = after.clauses.iter().chain(&before.clauses).map(|total| total.clause).collect();
    clauses.sort_unstable();
    clauses.dedup();
    let nothing = Money::zero(after.currency);
    let by_clause = clauses
        .into_iter()
        .map(|clause| AddedByClause { clause, amount: more(of(after, clause).unwrap_or(nothing), of(before, clause)) });
    Added {
        amount: more(after.totals.earned, Some(before.totals.earned)),
        clauses: by_clause.filter(|added| !added.amount.amount().is_zero()).collect(),
    }
}
