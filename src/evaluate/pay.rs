//! Stage 8: what one event pays, exactly.

use crate::contract::Pay;
use crate::money::{Money, MoneyError};

use super::claim::Claim;
use super::ledger::Ledger;
use super::reason::Reason;

/// Works out what one event pays, before any rounding.
pub(super) fn each(claim: &mut Claim, _: &mut Ledger) -> Result<(), MoneyError> {
    match claim.payout.pay {
        Pay::Fixed { amount } => {
            claim.each = Money::new(amount.number(), claim.contract.currency);
            claim.because.push(Reason::Fixed { amount: amount.number() });
        }
        Pay::Percent { rate, of } => {
            if let Some(base) = claim.base {
                claim.each = rate.of(base)?;
                claim.because.push(Reason::Percent { rate, of, base: base.amount(), result: claim.each.amount() });
            }
        }
    }
    Ok(())
}
