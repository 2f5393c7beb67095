//! Warnings about terms that can be read, and are probably not meant.

use super::clause::Clause;
use super::terms::{Contract, Pay};
use crate::document::{Code, DocumentKind, Problem};

/// What is probably not meant as it is written.
#[must_use]
pub fn warnings(contract: &Contract) -> Vec<Problem> {
    let warning = |code, path: String, message: String, expected: &str, got: String| Problem {
        document: DocumentKind::Contract,
        code,
        path,
        message,
        expected: expected.to_owned(),
        got,
        hint: None,
    };
    let mut warnings = Vec::new();
    for (index, payout) in contract.payouts.iter().enumerate() {
        if let Pay::Percent { rate, .. } = payout.pay
            && rate.exceeds_whole()
        {
            let path = format!("{}/pay/percent", Clause::Payout(index));
            let message = format!("A rate of {rate} pays more than the base it is taken of.");
            warnings.push(warning(Code::RateAboveWhole, path, message, "a rate up to 100%", rate.to_string()));
        }
    }
    let pays = contract.payouts.iter().any(|payout| match payout.pay {
        Pay::Fixed { amount } => !amount.number().is_zero(),
        Pay::Percent { rate, .. } => !rate.fraction().is_zero(),
    }) || contract.one_time.iter().any(|payment| !payment.amount.number().is_zero());
    if !pays {
        let message = "This contract pays nothing, whatever happens.".to_owned();
        warnings.push(warning(Code::PaysNothing, String::new(), message, "a clause that pays", "none".to_owned()));
    }
    warnings
}
