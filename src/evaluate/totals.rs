//! From lines to the statement: sums, and the clauses that paid nothing.

use std::collections::BTreeMap;

use crate::calendar::Month;
use crate::contract::Clause;
use crate::document::Problem;
use crate::money::{Money, MoneyError, Number};

use super::ledger::Ledger;
use super::reason::MissReason;
use super::statement::{ClauseTotal, PeriodTotal, Statement, Totals};

/// Adds the lines up, in all, by clause and by month.
pub(super) fn statement(mut ledger: Ledger, warnings: Vec<Problem>) -> Result<Statement, MoneyError> {
    let contract = ledger.contract;
    let nothing = Money::zero(contract.currency);
    let mut earned = nothing;
    let mut by_clause: BTreeMap<Clause, ClauseTotal> = BTreeMap::new();
    let mut by_period: BTreeMap<Month, Money> = BTreeMap::new();
    for line in &ledger.lines {
        earned = earned.add(line.amount)?;
        let total = by_clause.entry(line.clause).or_insert_with(|| ClauseTotal {
            clause: line.clause,
            kind: line.kind,
            label: line.label.clone(),
            event_type: line.event_type.clone(),
            quantity: Number::ZERO,
            amount: nothing,
            lines: 0,
        });
        total.quantity = total.quantity.add(line.quantity)?;
        total.amount = total.amount.add(line.amount)?;
        total.lines = total.lines.saturating_add(1);
        let period = by_period.entry(line.period).or_insert(nothing);
        *period = period.add(line.amount)?;
    }
    for (index, payout) in contract.payouts.iter().enumerate() {
        if !by_clause.contains_key(&Clause::Payout(index)) {
            ledger.miss_clause(Clause::Payout(index), MissReason::NoEvents { event_type: payout.event.clone() });
        }
    }
    let mut cumulative = nothing;
    let periods = by_period.into_iter().map(|(period, amount)| {
        cumulative = cumulative.add(amount)?;
        Ok(PeriodTotal { period, amount, cumulative })
    });
    Ok(Statement {
        currency: contract.currency,
        minor_units: contract.currency.minor_units(),
        periods: periods.collect::<Result<_, _>>()?,
        lines: ledger.lines,
        totals: Totals { earned },
        clauses: by_clause.into_values().collect(),
        not_applied: ledger.not_applied,
        warnings,
    })
}
