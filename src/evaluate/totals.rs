//! From lines to the statement: sums, and the clauses that paid nothing.

use crate::contract::Clause;
use crate::document::{Label, Name, Problem};
use crate::money::Number;

use super::ledger::{Ledger, by_month};
use super::plan::Plan;
use super::reason::MissReason;
use super::settle::Settled;
use super::statement::{Balance, ClauseTotal, LineKind, PayeeTotal, PeriodTotal, Statement, Totals};

/// Adds up what the stages have written, in all, by clause and by month.
pub(super) fn statement(
    plan: &Plan,
    mut ledger: Ledger,
    balances: Vec<Balance>,
    settled: Settled,
    warnings: Vec<Problem>,
) -> Statement {
    for clause in &plan.payouts {
        if ledger.clauses.get(&clause.clause()).is_none() && !ledger.missed_at(clause.clause()) {
            let event_type = clause.payout.event.clone();
            ledger.miss_clause(clause.clause(), MissReason::NoEvents { event_type }, None);
        }
    }
    let mut cumulative = Number::ZERO;
    let mut periods = Vec::new();
    for (period, (_, amount)) in by_month(&ledger.sums.all()) {
        cumulative = cumulative.plus(amount);
        periods.push(PeriodTotal { period, amount: plan.money(amount), cumulative: plan.money(cumulative) });
    }
    let clauses = ledger.clauses.iter().map(|(clause, sum)| {
        let (kind, label, event_type) = what(*clause, plan);
        ClauseTotal {
            clause: *clause,
            kind,
            label: label.cloned(),
            event_type: event_type.cloned(),
            quantity: sum.quantity,
            amount: plan.money(sum.amount),
            lines: sum.lines,
        }
    });
    let money = |amount: Option<Number>| amount.map(|amount| plan.money(amount));
    Statement {
        currency: plan.currency,
        minor_units: plan.minor_units,
        periods,
        totals: Totals {
            earned: plan.money(cumulative),
            reversed: plan.money(ledger.reversed),
            locked: money(settled.locked),
            payable: money(settled.payable),
            paid: money(settled.paid),
            non_cash: ledger.rewards,
            payees: ledger
                .payees
                .into_iter()
                .map(|(payee, amount)| PayeeTotal { payee, amount: plan.money(amount) })
                .collect(),
        },
        clauses: clauses.collect(),
        lines: ledger.lines,
        payments: settled.payments,
        balances,
        not_applied: ledger.not_applied,
        warnings,
    }
}

/// What a clause's lines are, above all, and what it is called.
fn what<'a>(clause: Clause, plan: &Plan<'a>) -> (LineKind, Option<&'a Label>, Option<&'a Name>) {
    let contract = plan.contract;
    match clause {
        Clause::Payout(index) => match contract.payouts.get(index) {
            Some(payout) => (LineKind::Payout, payout.label.as_ref(), Some(&payout.event)),
            None => (LineKind::Payout, None, None),
        },
        Clause::Bonus(index) => {
            (LineKind::Bonus, contract.bonuses.get(index).and_then(|bonus| bonus.label.as_ref()), None)
        }
        Clause::Limit(index) => {
            (LineKind::Limit, contract.limits.get(index).and_then(|limit| limit.label.as_ref()), None)
        }
        Clause::OneTime(index) => {
            (LineKind::OneTime, contract.one_time.get(index).and_then(|payment| payment.label.as_ref()), None)
        }
        Clause::Retainer(index) => {
            (LineKind::Retainer, contract.retainers.get(index).and_then(|retainer| retainer.label.as_ref()), None)
        }
        Clause::Advance(index) => {
            (LineKind::Advance, contract.advances.get(index).and_then(|advance| advance.label.as_ref()), None)
        }
        Clause::Draw => (LineKind::Draw, contract.draw.as_ref().and_then(|draw| draw.label.as_ref()), None),
        Clause::Guarantee(_) => (LineKind::Guarantee, None, None),
        Clause::NegativeBalance => (LineKind::CarryOver, None, None),
        Clause::Split => (LineKind::Split, None, None),
        Clause::Withholding => (LineKind::Withholding, None, None),
        Clause::TaxOnTop => (LineKind::Tax, None, None),
        _ => (LineKind::Fee, None, None),
    }
}
