//! Sharing an amount out so that the parts add up to it.

use super::error::MoneyError;
use super::exact::{Parts, share};
use super::money::Money;
use super::number::Number;

/// Shares an amount out by weights, in whole minor units that add up to it exactly.
///
/// Each part is cut down to the minor unit; the units that are then missing go one each to the parts that lost most, ties in
/// the order given (the largest-remainder method, after Hamilton). A negative amount is shared like its mirror image.
///
/// # Errors
/// Weights that are none, all zero or negative; an amount finer than its minor unit; weights so far apart that their sum needs
/// more than 36 digits; and a part that needs more digits than can be kept.
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
#[inline(never)]
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
    if whole == 0 {
        return Err(MoneyError::BadWeights);
    }
    let mut missing = units;
    let mut shares = Vec::with_capacity(scaled.len());
    for weight in scaled {
        let (units, rest) = share(units, weight, whole)?;
        missing = missing.saturating_sub(units);
        shares.push((units, rest));
    }
    let mut by_rest: Vec<usize> = (0..shares.len()).collect();
    by_rest.sort_unstable_by_key(|place| (std::cmp::Reverse(shares.get(*place).map(|(_, rest)| *rest)), *place));
    // Fewer units are missing than there are parts, since each part lost less than one.
    for place in by_rest.into_iter().take(usize::try_from(missing).unwrap_or_default()) {
        if let Some((units, _)) = shares.get_mut(place) {
            *units = units.saturating_add(1);
        }
    }
    let part = |(units, _): (i128, i128)| {
        let magnitude = Money::new(Parts { mantissa: units, scale }.number()?, currency);
        Ok(if total.amount().is_negative() { magnitude.neg() } else { magnitude })
    };
    shares.into_iter().map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::{Money, MoneyError, Number, allot};
    use crate::money::Currency;

    fn parts(amount: &str, weights: &str) -> Result<String, MoneyError> {
        let total = Money::new(Number::parse(amount).unwrap(), Currency::parse("USD").unwrap());
        let weights: Vec<_> = weights.split_terminator(' ').map(|weight| Number::parse(weight).unwrap()).collect();
        allot(total, &weights).map(|parts| parts.into_iter().map(Money::to_fixed).collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn missing_units_go_to_the_largest_remainders_in_order() {
        for (amount, weights, expected) in [
            ("0.01", "1 1 1", "0.01 0.00 0.00"),
            ("-0.05", "1 1 1", "-0.02 -0.02 -0.01"),
            ("0", "1 2", "0.00 0.00"),
            ("10", "1 0 1", "5.00 0.00 5.00"),
            ("0.03", "0 0.5 0.5", "0.00 0.02 0.01"),
            ("1", "3.50 3.5", "0.50 0.50"),
            ("0.10", "1 2 4", "0.01 0.03 0.06"),
        ] {
            assert_eq!(parts(amount, weights).as_deref(), Ok(expected), "{amount} by {weights}");
        }
    }

    /// The rest of the cases E31 (openmeterio/openmeter, `allocation_test.go`) that `tests/laws` begins.
    #[test]
    fn published_allotments() {
        for (amount, weights, expected) in [("1.00", "0.001 0.002", "0.33 0.67"), ("5.00", "10 5", "3.33 1.67")] {
            assert_eq!(parts(amount, weights).as_deref(), Ok(expected), "E31: {amount} by {weights}");
        }
    }

    #[test]
    fn a_product_of_amount_and_weight_need_not_fit() {
        let third = "0.3333333333333333333333333333";
        assert_eq!(
            parts("100000000000000.01", &format!("{third} {third} {third}")).as_deref(),
            Ok("33333333333333.34 33333333333333.34 33333333333333.33")
        );
        assert_eq!(parts("1", "79228162514264337593543950335 1").as_deref(), Ok("1.00 0.00"));
    }

    #[test]
    fn what_cannot_be_shared_is_refused() {
        for (amount, weights, error) in [
            ("1", "", MoneyError::BadWeights),
            ("1", "0 0", MoneyError::BadWeights),
            ("0", "0", MoneyError::BadWeights),
            ("1", "3 -1", MoneyError::BadWeights),
            ("0.001", "1", MoneyError::NotInMinorUnits),
            ("1", "79228162514264337593543950335 0.0000000000000000000000000001", MoneyError::Overflow),
            ("79228162514264337593543950335", "1 10", MoneyError::LostDigits),
        ] {
            assert_eq!(parts(amount, weights), Err(error), "{amount} by {weights}");
        }
    }
}
