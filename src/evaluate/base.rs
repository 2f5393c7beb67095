//! Stage 5: what a percentage is taken of.

use crate::contract::{Base, Pay};
use crate::money::{Money, MoneyError};

use super::claim::Claim;
use super::ledger::Ledger;
use super::reason::Reason;

/// Finds the base that the clause's percentage is taken of; fixed pay needs none.
///
/// An event that carries no such amount has no base, and earns nothing under this clause: the percentage figure itself is
/// never paid. (Source: `RefRef`, `reward-calculation.test.ts`.)
pub(super) fn find(claim: &mut Claim, _: &mut Ledger) -> Result<(), MoneyError> {
    let Pay::Percent { of, .. } = claim.payout.pay else {
        return Ok(());
    };
    let event = claim.event;
    let stated = match of {
        Base::OrderAmount => event.amount,
        Base::RecurringPayment => event.recurring.as_ref().map(|recurring| recurring.amount),
        Base::ContractValue => event.contract_value,
    };
    let money = |amount| Money::new(amount, claim.contract.currency);
    let base = match (stated, of, &event.recurring) {
        (Some(amount), _, _) => Some(money(amount.number())),
        (None, Base::ContractValue, Some(recurring)) => {
            let value = recurring.amount.number().mul(recurring.payments.number())?;
            claim.because.push(Reason::ContractValue {
                payment: recurring.amount.number(),
                payments: recurring.payments.number(),
                value,
            });
            Some(money(value))
        }
        (None, _, _) => {
            claim.because.push(Reason::MissingBase { of });
            None
        }
    };
    claim.base = base;
    Ok(())
}
