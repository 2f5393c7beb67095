//! Whole units of one size, such as cents, for sums that are worked out again and again.

use super::error::MoneyError;
use super::noted::noted;
use super::number::Number;
use super::rounding::Rounding;
use super::small::{Small, power_of_ten, product};

/// A whole number of units of one size, negative too; whoever holds it knows the size: so many decimals of one.
///
/// Its operations are exact, or note an error as those of [`Number`] do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Units(i64);

impl Units {
    /// None.
    pub const ZERO: Self = Self(0);
    /// One.
    pub const ONE: Self = Self(1);

    /// So many units of this size; nothing where the number is no whole number of them, or has too many digits.
    pub fn of(number: Number, places: u32) -> Option<Self> {
        if number.decimals() > places {
            return None;
        }
        number.small()?.at(places).map(Self)
    }

    /// A count; nothing above 2^63.
    pub fn of_count(count: u64) -> Option<Self> {
        i64::try_from(count).ok().map(Self)
    }

    /// What a binary number comes to in whole units, if it is in their range.
    #[allow(
        clippy::as_conversions,
        clippy::cast_possible_truncation,
        reason = "a whole number below 2^63 is converted exactly"
    )]
    pub fn of_float(units: f64) -> Option<Self> {
        (libm::fabs(units) < 9.2e18).then(|| Self(libm::rint(units) as i64))
    }

    /// The whole part of a number that is not negative, the rest, and what of such rests makes one; nothing of what machine words can't hold.
    pub fn whole_and_part(number: Number) -> Option<(u64, u64, u64)> {
        let Small { mantissa, scale } = number.small()?;
        let (all, one) = (u64::try_from(mantissa).ok()?, u64::try_from(power_of_ten(scale)?).ok()?);
        Some((all.checked_div(one)?, all.checked_rem(one)?, one))
    }

    /// The nearest binary number.
    #[allow(
        clippy::as_conversions,
        clippy::cast_precision_loss,
        clippy::float_arithmetic,
        reason = "for statistics of draws"
    )]
    pub fn to_float(number: Number) -> f64 {
        // Two numbers that a binary one holds exactly have their nearest quotient.
        const EXACT: u64 = 1 << 53;
        match number.small().and_then(|small| Some((small.mantissa, power_of_ten(small.scale)?))) {
            Some((mantissa, one)) if mantissa.unsigned_abs() <= EXACT && one.unsigned_abs() <= EXACT => {
                mantissa as f64 / one as f64
            }
            _ => number.to_string().parse().unwrap_or(f64::NAN),
        }
    }

    /// The number that they are.
    pub fn number(self, places: u32) -> Number {
        noted(Small { mantissa: self.0, scale: places }.number().ok_or(MoneyError::LostDigits))
    }

    /// As a count, if it is not negative.
    pub fn count(self) -> Option<u64> {
        u64::try_from(self.0).ok()
    }

    pub fn plus(self, other: Self) -> Self {
        noted(self.0.checked_add(other.0).map(Self).ok_or(MoneyError::Overflow))
    }

    pub fn minus(self, other: Self) -> Self {
        noted(self.0.checked_sub(other.0).map(Self).ok_or(MoneyError::Overflow))
    }

    /// The product with a number of units of another size; the result's size is that of both together.
    pub fn times(self, other: Self) -> Self {
        noted(product(self.0, other.0).map(Self).ok_or(MoneyError::Overflow))
    }

    /// How many whole times the other is in it, toward zero; none of nothing.
    pub fn whole(self, other: Self) -> Self {
        // A division of half words takes half as long.
        match (u32::try_from(self.0), u32::try_from(other.0)) {
            (Ok(one), Ok(other)) => Self(one.checked_div(other).unwrap_or_default().into()),
            _ => Self(self.0.checked_div(other.0).unwrap_or_default()),
        }
    }

    /// The same number in units of a coarser size, rounded.
    pub fn coarser(self, places: u32, to: u32, rounding: Rounding) -> Self {
        if places <= to {
            return noted(Small { mantissa: self.0, scale: places }.at(to).map(Self).ok_or(MoneyError::Overflow));
        }
        let rounded =
            Small { mantissa: self.0, scale: places }.div_round(Small { mantissa: 1, scale: 0 }, to, rounding);
        noted(rounded.map(|rounded| Self(rounded.mantissa)).ok_or(MoneyError::Overflow))
    }
}

#[cfg(test)]
mod tests {
    use super::{MoneyError, Number, Rounding, Units};
    use crate::money::noting;

    fn n(text: &str) -> Number {
        Number::parse(text).unwrap()
    }

    #[test]
    fn units_are_numbers_of_a_fixed_size() {
        let cents = |text| Units::of(n(text), 2);
        assert_eq!(cents("12.5").map(|units| units.number(2)), Some(n("12.5")));
        assert_eq!(cents("-0.01").map(|units| units.number(2)), Some(n("-0.01")));
        assert_eq!(cents("0.005"), None);
        assert_eq!(cents("92233720368547758.08"), None);
        let rate = Units::of(n("0.125"), 3).unwrap();
        let product = cents("0.10").unwrap().times(rate);
        assert_eq!(product.number(5), n("0.0125"));
        assert_eq!(product.coarser(5, 2, Rounding::HalfAwayFromZero).number(2), n("0.01"));
        assert_eq!(product.coarser(5, 2, Rounding::Up).number(2), n("0.02"));
        assert_eq!(product.coarser(5, 7, Rounding::Up).number(7), n("0.0125"));
    }

    #[test]
    fn binary_numbers_are_the_nearest() {
        for text in
            ["0", "0.1", "-12.35", "9007199254740993", "0.00000000000000000001", "123456789012345678.9", "1234567.891"]
        {
            assert_eq!(Units::to_float(n(text)).to_bits(), text.parse::<f64>().unwrap().to_bits(), "{text}");
        }
    }

    #[test]
    fn a_number_is_whole_and_a_part() {
        assert_eq!(Units::whole_and_part(n("12.345")), Some((12, 345, 1000)));
        assert_eq!(Units::whole_and_part(n("7")), Some((7, 0, 1)));
        assert_eq!(Units::whole_and_part(n("-0.5")), None);
    }

    #[test]
    fn what_has_no_room_is_noted() {
        let most = Units(i64::MAX);
        assert_eq!(noting(|| most.plus(Units(1))), Err(MoneyError::Overflow));
        assert_eq!(noting(|| most.times(Units(2))), Err(MoneyError::Overflow));
        assert_eq!(noting(|| Units(-2).minus(most)), Err(MoneyError::Overflow));
        assert_eq!(noting(|| Units(7).whole(Units(2))), Ok(Units(3)));
    }
}
