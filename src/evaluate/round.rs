//! The end of stage 8: exact pay becomes lines of whole minor units.
//!
//! A line stands for one event (or for a number of equal ones), and what each event pays is rounded: so a partner can add up
//! what is shown, and so `n` events in bulk pay what `n` single ones do. Fixed pay finer than the minor unit, such as 0.001
//! for a view, would vanish that way; a clause's events of a month accumulate exactly instead, and are rounded together.

use crate::contract::{Clause, Contract, Pay};
use crate::money::{Money, MoneyError, Number};

use super::Window;
use super::claim::Claim;
use super::ledger::{Accumulating, Ledger};
use super::reason::{Reason, RoundedPer};
use super::statement::{Line, LineKind};

/// Makes a line of a claim, or adds it to its month's accumulating pay.
pub(super) fn into_lines(claim: &mut Claim, ledger: &mut Ledger) -> Result<(), MoneyError> {
    if matches!(claim.payout.pay, Pay::Fixed { .. }) && !claim.each.is_rounded() {
        return accumulate(claim, ledger);
    }
    let event = claim.event;
    let quantity = event.count.number();
    let mut because = std::mem::take(&mut claim.because);
    let rounded = rounded(claim.contract, claim.each, RoundedPer::Event, &mut because);
    let amount = times(rounded, quantity, &mut because)?;
    let period = event.date.month();
    let place = ledger.lines.len();
    // No id can be taken for the number of an event without one.
    let own = event.id.as_ref().map_or_else(|| format!("#{place}"), |id| format!("/{}", id.as_str()));
    ledger.lines.push(Line {
        id: format!("payouts/{}/{}{own}", claim.clause, event.date),
        clause: Clause::Payout(claim.clause),
        kind: LineKind::Payout,
        label: claim.payout.label.clone(),
        event_type: Some(event.kind.clone()),
        event: event.id.clone(),
        date: Some(event.date),
        period,
        quantity,
        base: claim.base.map(Money::amount),
        rate: match claim.payout.pay {
            Pay::Percent { rate, .. } => Some(rate),
            Pay::Fixed { .. } => None,
        },
        amount,
        exact: claim.each.times(quantity)?.amount(),
        because,
    });
    Ok(())
}

fn accumulate(claim: &Claim, ledger: &mut Ledger) -> Result<(), MoneyError> {
    let nothing = Accumulating { quantity: Number::ZERO, exact: Money::zero(claim.contract.currency) };
    let open = ledger.accumulating.entry((claim.clause, claim.event.date.month())).or_insert(nothing);
    let quantity = claim.event.count.number();
    open.quantity = open.quantity.add(quantity)?;
    open.exact = open.exact.add(claim.each.times(quantity)?)?;
    Ok(())
}

/// Makes a line of each month's accumulated pay.
pub(super) fn accumulated(contract: &Contract, _: Option<Window>, ledger: &mut Ledger) -> Result<(), MoneyError> {
    for ((clause, period), Accumulating { quantity, exact }) in std::mem::take(&mut ledger.accumulating) {
        let Some(payout) = ledger.payout(clause) else { continue };
        let Pay::Fixed { amount } = payout.pay else { continue };
        let mut because = vec![Reason::Fixed { amount: amount.number() }];
        times(Money::new(amount.number(), contract.currency), quantity, &mut because)?;
        let amount = rounded(contract, exact, RoundedPer::Line, &mut because);
        ledger.lines.push(Line {
            id: format!("payouts/{clause}/{period}"),
            clause: Clause::Payout(clause),
            kind: LineKind::Payout,
            label: payout.label.clone(),
            event_type: Some(payout.event.clone()),
            event: None,
            date: None,
            period,
            quantity,
            base: None,
            rate: None,
            amount,
            exact: exact.amount(),
            because,
        });
    }
    Ok(())
}

/// An amount in whole minor units, with the rounding as a reason where it changed something.
pub(super) fn rounded(contract: &Contract, exact: Money, per: RoundedPer, because: &mut Vec<Reason>) -> Money {
    let rounded = exact.round(contract.rounding);
    if rounded.amount() != exact.amount() {
        because.push(Reason::Rounding {
            per,
            from: exact.amount(),
            to: rounded.amount(),
            mode: contract.rounding,
            minor_units: contract.currency.minor_units(),
        });
    }
    rounded
}

fn times(each: Money, quantity: Number, because: &mut Vec<Reason>) -> Result<Money, MoneyError> {
    let result = each.times(quantity)?;
    if quantity != Number::ONE {
        because.push(Reason::Times { quantity, each: each.amount(), result: result.amount() });
    }
    Ok(result)
}
