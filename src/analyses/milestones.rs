//! What is reached each month and what is missing to the next, what is cut off, and how far the money has come.

use serde::Serialize;

use crate::calendar::{Date, Month};
use crate::contract::{Clause, Contract, Measure, read_contract};
use crate::document::{Node, Problem};
use crate::evaluate::{Line, LineKind, MissReason, Reason, Statement, in_minor_units};
use crate::money::{Currency, Money, MoneyError, Number};
use crate::scenario::{More, Scenario, months, project, read_scenario, sums};

use super::simulate::unsummed;

/// Where a contract stands at the end of each month of a scenario.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Milestones {
    /// The currency of every amount.
    pub currency: Currency,
    /// Every month, in order.
    pub months: Vec<Milestone>,
}

/// One month of a scenario.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Milestone {
    /// The month.
    pub month: Month,
    /// The highest tier of each table that pays in it, and the bonuses and rungs that do; in the order of the contract.
    pub reached: Vec<Clause>,
    /// For each table of tiers and each bonus the next that is not reached by its end, and what is missing.
    pub next: Vec<Ahead>,
    /// The limits that bind in it.
    pub limits: Vec<CutOff>,
    /// How far what was earned from the start on has come by its end.
    pub cash: Cash,
}

/// A tier or a bonus that is not reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Ahead {
    /// Which: a JSON Pointer into the contract.
    pub clause: Clause,
    /// What is counted.
    pub measure: Measure,
    /// How much is reached in the period that runs.
    pub reached: Number,
    /// Where it begins.
    pub from: Number,
    /// How much is missing.
    pub missing: Number,
}

/// What a limit cuts off in a month.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CutOff {
    /// The limit: a JSON Pointer into the contract.
    pub clause: Clause,
    /// How much less it makes the month pay.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub amount: Money,
}

/// How far the money has come by the end of a month, from the start on.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cash {
    /// What is earned.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub earned: Money,
    /// What of it can no longer change, paid or not; nothing where the contract does not say when.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub locked: Money,
    /// What was due on the last day of payment and rolled over, below the threshold.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub payable: Money,
    /// What of it is paid out, before fees and taxes, in the contract's currency.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub paid: Money,
}

/// Tells for each month of a scenario, with ranges at their medians, which tiers and bonuses pay, what is missing to the next, which limits bind
/// and by how much, and what is earned, locked, payable and paid by its end.
///
/// What is missing is worked out as of each month's end: from the events up to then. A table that acts at once (`forward`, `orderSize`) names what it
/// reached, and not what is missing.
///
/// # Errors
/// What is wrong with the documents.
pub fn milestones(contract: &Node, scenario: &Node) -> Result<Milestones, Vec<Problem>> {
    let (contract, scenario) = (read_contract(contract)?, read_scenario(scenario)?);
    let all = months(&scenario)?;
    let projection = project(&contract, &scenario)?;
    let statement = &projection.statement;
    let mut found = Vec::with_capacity(all.len());
    for (place, month) in projection.by_month.iter().enumerate() {
        let so_far = all.get(..=place).unwrap_or_default();
        let lines: Vec<&Line> = statement.lines.iter().filter(|line| line.period == month.month).collect();
        found.push(Milestone {
            month: month.month,
            reached: reached(&lines),
            next: ahead(&contract, &scenario, so_far)?,
            limits: cut_off(&lines).map_err(unsummed)?,
            cash: cash(statement, month.cumulative, month.month.last_day()).map_err(unsummed)?,
        });
    }
    Ok(Milestones { currency: projection.currency, months: found })
}

/// What is missing to the next tiers and bonuses at the end of the months.
pub(super) fn ahead(contract: &Contract, scenario: &Scenario, months: &[Month]) -> Result<Vec<Ahead>, Vec<Problem>> {
    let none: Option<More> = None;
    let statement = sums(contract, scenario, months, none, None)?;
    let here = months.last();
    let mut found: Vec<Ahead> = Vec::new();
    for missed in &statement.not_applied {
        let (Some(clause), MissReason::NotReached { measure, reached, from, period }) =
            (missed.clause, &missed.because)
        else {
            continue;
        };
        // In a period that is over nothing is missing any more: the one that runs begins at nothing.
        let over = here.zip(*period).is_some_and(|(here, period)| period < *here);
        let (reached, missing) = match missed.short_by {
            Some(short) if over => (Number::ZERO, short.add(*reached).map_err(unsummed)?),
            short => (*reached, short.unwrap_or_default()),
        };
        found.push(Ahead { clause, measure: *measure, reached, from: *from, missing });
    }
    found.sort_by_key(|ahead| ahead.clause);
    Ok(found)
}

/// The highest tier of each table, and the bonuses, that lines speak of.
fn reached(lines: &[&Line]) -> Vec<Clause> {
    let mut found: Vec<Clause> = Vec::new();
    for line in lines {
        if matches!(line.kind, LineKind::Tier | LineKind::Bonus) {
            found.push(line.clause);
        }
        found.extend(line.because.iter().filter_map(|reason| match reason {
            Reason::Tier { clause, .. } => Some(*clause),
            _ => None,
        }));
    }
    found.sort_unstable();
    found.dedup();
    let higher = |step: &Clause, other: &Clause| match (step, other) {
        (Clause::Step(payout, table, index), Clause::Step(other_payout, other_table, other)) => {
            payout == other_payout && table == other_table && index < other
        }
        _ => false,
    };
    let highest = |step: &&Clause| !found.iter().any(|other| higher(step, other));
    found.iter().filter(highest).copied().collect()
}

fn cut_off(lines: &[&Line]) -> Result<Vec<CutOff>, MoneyError> {
    let mut found: Vec<CutOff> = Vec::new();
    for line in lines.iter().filter(|line| line.kind == LineKind::Limit) {
        let nothing = Money::zero(line.amount.currency());
        let place = match found.binary_search_by_key(&line.clause, |known| known.clause) {
            Ok(place) => place,
            Err(place) => {
                found.insert(place, CutOff { clause: line.clause, amount: nothing });
                place
            }
        };
        if let Some(known) = found.get_mut(place) {
            known.amount = known.amount.sub(line.amount)?;
        }
    }
    Ok(found)
}

fn cash(statement: &Statement, earned: Money, day: Date) -> Result<Cash, MoneyError> {
    let nothing = Money::zero(statement.currency);
    let mut cash = Cash { earned, locked: nothing, payable: nothing, paid: nothing };
    for line in statement.lines.iter().filter(|line| line.locks_on.is_some_and(|on| on <= day)) {
        cash.locked = cash.locked.add(line.amount)?;
    }
    for payment in statement.payments.iter().filter(|payment| payment.on <= day) {
        cash.payable = payment.rolled_over;
        if payment.paid {
            cash.paid = cash.paid.add(payment.balance)?;
        }
    }
    Ok(cash)
}
