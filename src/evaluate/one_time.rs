//! One-time payouts: payments for no event.

use crate::contract::{Clause, Contract};
use crate::money::{Money, MoneyError, Number};

use super::Window;
use super::ledger::Ledger;
use super::reason::{MissReason, Reason, RoundedPer};
use super::round::rounded;
use super::statement::{Line, LineKind};

/// Pays every one-time payout whose date the statement covers.
#[allow(clippy::unnecessary_wraps, reason = "every stage has the same form")]
pub(super) fn pay(contract: &Contract, window: Option<Window>, ledger: &mut Ledger) -> Result<(), MoneyError> {
    for (index, payment) in contract.one_time.iter().enumerate() {
        let clause = Clause::OneTime(index);
        if let Some(Window { from, to }) = window.filter(|window| !(window.from..=window.to).contains(&payment.on)) {
            ledger.miss_clause(clause, MissReason::OutsideWindow { on: payment.on, from, to });
            continue;
        }
        let exact = Money::new(payment.amount.number(), contract.currency);
        let mut because = vec![Reason::OneTime { on: payment.on, amount: exact.amount() }];
        let amount = rounded(contract, exact, RoundedPer::Line, &mut because);
        ledger.lines.push(Line {
            id: format!("oneTime/{index}"),
            clause,
            kind: LineKind::OneTime,
            label: payment.label.clone(),
            event_type: None,
            event: None,
            date: Some(payment.on),
            period: payment.on.month(),
            quantity: Number::ONE,
            base: None,
            rate: None,
            amount,
            exact: exact.amount(),
            because,
        });
    }
    Ok(())
}
