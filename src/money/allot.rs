//! Sharing an amount out so that the parts add up to it.

use super::error::MoneyError;
use super::exact::Parts;
use super::money::Money;
use super::number::Number;

/// Shares an amount out by weights, in whole minor units that add up to it exactly.
///
/// Each part is cut down to the minor unit; the units that are then missing go one each to the parts that lost most, ties in
/// the order given (the largest-remainder method, after Hamilton). A negative amount is shared like its mirror image.
///
/// # Errors
/// Weights that are none, all zero or negative; an amount finer than its minor unit; and weights so far apart that the shares
/// can't be worked out exactly.
///
/// # Example
/// ```
/// use payout_calculator::money::{Currency, Money, Number, allot};
/// let total = Money::new(Number::parse("0.05")?, Currency::parse("USD")?);
/// let parts = allot(total, &[Number::ONE, Number::ONE, Number::ONE])?;
/// let parts: Vec<_> = parts.into_iter().map(Money::to_fixed).collect();
/// assert_eq!(parts, ["0.02", "0.02", "0.01"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn allot(total: Money, weights: &[Number]) -> Result<Vec<Money>, MoneyError> {
    let currency = total.currency();
    let scale = i64::from(currency.minor_units());
    if !total.is_rounded() {
        return Err(MoneyError::NotInMinorUnits);
    }
    let units = total.amount().abs().parts().at(scale)?;
    let common = weights.iter().map(|weight| weight.parts().scale).max().ok_or(MoneyError::BadWeights)?;
    let mut whole: i128 = 0;
    let mut scaled = Vec::with_capacity(weights.len());
    for weight in weights {
        let weight = weight.parts().at(common)?;
        if weight < 0 {
            return Err(MoneyError::BadWeights);
        }
        whole = whole.checked_add(weight).ok_or(MoneyError::Overflow)?;
        scaled.push(weight);
    }
    let mut missing = units;
    let mut shares = Vec::with_capacity(scaled.len());
    for weight in scaled {
        let product = units.checked_mul(weight).ok_or(MoneyError::Overflow)?;
        let share = product.checked_div(whole).ok_or(MoneyError::BadWeights)?;
        let rest = product.checked_rem(whole).ok_or(MoneyError::BadWeights)?;
        missing = missing.saturating_sub(share);
        shares.push((share, rest));
    }
    let mut by_rest: Vec<usize> = (0..shares.len()).collect();
    by_rest.sort_by_key(|place| std::cmp::Reverse(shares.get(*place).map(|(_, rest)| *rest)));
    // Fewer units are missing than there are parts, since each part lost less than one.
    for place in by_rest.into_iter().take(usize::try_from(missing).unwrap_or_default()) {
        if let Some((share, _)) = shares.get_mut(place) {
            *share = share.saturating_add(1);
        }
    }
    let part = |(share, _): (i128, i128)| {
        let magnitude = Money::new(Number::from_parts(Parts { mantissa: share, scale })?, currency);
        Ok(if total.amount().is_negative() { magnitude.neg() } else { magnitude })
    };
    shares.into_iter().map(part).collect()
}
