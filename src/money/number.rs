//! An exact decimal.

use std::cmp::Ordering;
use std::fmt;

use rust_decimal::Decimal;

use super::error::{MoneyError, NumberError};
use super::exact::Parts;
use super::rounding::Rounding;
use super::small::Small;
use super::text::{self, Text};

/// How many bits hold the scale.
const SCALE_BITS: u32 = 8;

/// An exact decimal number of up to 28 digits, of which up to 28 are decimals.
///
/// Numbers of 29 digits can be kept where their digits, read as an integer, are below 2^96. Equal values are equal however they
/// were written: 1.0 is 1.00.
///
/// It converts to a [`Decimal`] and back. It is no decimal itself because two machine words are passed on in registers, where
/// the four halves of a decimal go through memory; in WebAssembly that is most of what a sum costs.
// Without trailing zeros, so that equal numbers are equal words.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Number {
    /// The digits beyond the low word, with the sign, and in the last eight bits the scale.
    high: i64,
    /// The last 64 bits of the digits, as a two's complement integer.
    low: u64,
}

impl Number {
    /// Zero.
    pub const ZERO: Self = Self { high: 0, low: 0 };
    /// One.
    pub const ONE: Self = Self { high: 0, low: 1 };
    /// The most decimals that a number has.
    pub(super) const MAX_SCALE: u32 = Decimal::MAX_SCALE;

    /// Reads a plain decimal such as `-12.50`: ASCII digits, at most one minus sign and one point, nothing else.
    ///
    /// # Errors
    /// Any other text, and more digits than can be kept; nothing is rounded.
    ///
    /// # Example
    /// ```
    /// use payout_calculator::money::{Number, NumberError};
    /// assert_eq!(Number::parse("12.50")?.to_string(), "12.5");
    /// assert_eq!(Number::parse("1,250"), Err(NumberError::ThousandsSeparator));
    /// assert_eq!(Number::parse("1e3"), Err(NumberError::NotANumber));
    /// # Ok::<(), NumberError>(())
    /// ```
    pub fn parse(text: &str) -> Result<Self, NumberError> {
        text::read(text)
    }

    /// A whole number.
    #[must_use]
    pub fn from_u32(value: u32) -> Self {
        Self::from_u64(value.into())
    }

    /// A whole number.
    #[must_use]
    pub fn from_u64(value: u64) -> Self {
        Self { high: 0, low: value }
    }

    /// The whole number that this is, if it is one from zero up.
    #[must_use]
    pub fn to_u64(self) -> Option<u64> {
        (self.high == 0).then_some(self.low)
    }

    /// The sum, exactly.
    ///
    /// # Errors
    /// A sum that needs more digits than can be kept.
    pub fn add(self, other: Self) -> Result<Self, MoneyError> {
        match self.small_with(other, Small::add) {
            Some(sum) => Ok(sum),
            None => self.parts().add(other.parts())?.number(),
        }
    }

    /// The difference, exactly.
    ///
    /// # Errors
    /// A difference that needs more digits than can be kept.
    pub fn sub(self, other: Self) -> Result<Self, MoneyError> {
        self.add(other.neg())
    }

    /// The product, exactly.
    ///
    /// # Errors
    /// A product that needs more digits than can be kept.
    ///
    /// # Example
    /// ```
    /// use payout_calculator::money::{MoneyError, Number};
    /// let tiny = Number::parse("0.000000000000001")?;
    /// assert_eq!(tiny.mul(Number::from_u64(3))?.to_string(), "0.000000000000003");
    /// assert_eq!(tiny.mul(tiny), Err(MoneyError::LostDigits));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn mul(self, other: Self) -> Result<Self, MoneyError> {
        match self.small_with(other, Small::mul) {
            Some(product) => Ok(product),
            None => self.parts().mul(other.parts())?.number(),
        }
    }

    /// The quotient, rounded once from its exact value.
    ///
    /// # Errors
    /// A division by zero, and a quotient that needs more digits than can be kept.
    ///
    /// # Example
    /// ```
    /// use payout_calculator::money::{Number, Rounding};
    /// let third = Number::ONE.div_round(Number::from_u64(3), 4, Rounding::default())?;
    /// assert_eq!(third.to_string(), "0.3333");
    /// # Ok::<(), payout_calculator::money::MoneyError>(())
    /// ```
    pub fn div_round(self, by: Self, places: u32, rounding: Rounding) -> Result<Self, MoneyError> {
        match self.small_with(by, |one, by| one.div_round(by, places, rounding)) {
            Some(quotient) => Ok(quotient),
            None => self.parts().div_round(by.parts(), places, rounding)?.number(),
        }
    }

    /// How many whole times the divisor is in it, toward minus infinity.
    ///
    /// # Errors
    /// A division by zero, and a quotient that is too large.
    ///
    /// # Example
    /// ```
    /// use payout_calculator::money::Number;
    /// let (views, each) = (Number::from_u32(2500), Number::from_u32(1000));
    /// assert_eq!(views.div_floor(each)?, Number::from_u32(2));
    /// assert_eq!(views.div_ceil(each)?, Number::from_u32(3));
    /// # Ok::<(), payout_calculator::money::MoneyError>(())
    /// ```
    pub fn div_floor(self, by: Self) -> Result<Self, MoneyError> {
        self.div_round(by, 0, Rounding::Floor)
    }

    /// How many whole times the divisor is in it, toward plus infinity: a time begun counts.
    ///
    /// # Errors
    /// A division by zero, and a quotient that is too large.
    pub fn div_ceil(self, by: Self) -> Result<Self, MoneyError> {
        self.div_round(by, 0, Rounding::Ceiling)
    }

    /// The number with its sign turned round.
    #[must_use]
    pub fn neg(self) -> Self {
        let Parts { mantissa, .. } = self.parts();
        Self::packed(mantissa.wrapping_neg(), self.decimals())
    }

    /// The number without its sign.
    #[must_use]
    pub fn abs(self) -> Self {
        if self.is_negative() { self.neg() } else { self }
    }

    /// The number with at most so many decimals.
    #[must_use]
    pub fn round(self, places: u32, rounding: Rounding) -> Self {
        if self.decimals() <= places {
            return self;
        }
        // Fewer decimals always fit, so there is always a result. Divided, so that one rule rounds amounts and quotients.
        self.div_round(Self::ONE, places, rounding).unwrap_or(self)
    }

    /// Whether this is zero.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.high == 0 && self.low == 0
    }

    /// Whether this is below zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.high < 0
    }

    /// Whether this is a whole number.
    #[must_use]
    pub fn is_integer(self) -> bool {
        self.decimals() == 0
    }

    /// How many decimals it has, trailing zeros aside.
    #[must_use]
    pub fn decimals(self) -> u32 {
        let [scale, ..] = self.high.to_le_bytes();
        scale.into()
    }

    /// The number with at least so many decimals, padded with zeros; never cut.
    ///
    /// # Example
    /// ```
    /// use payout_calculator::money::Number;
    /// assert_eq!(Number::from_u64(10).to_fixed(2), "10.00");
    /// ```
    #[must_use]
    pub fn to_fixed(self, places: u32) -> String {
        let mut fixed = String::new();
        // Writing to a string can't fail.
        let _ = self.write_fixed(places, &mut fixed);
        fixed
    }

    /// Writes the number with at least so many decimals, as `to_fixed` gives it.
    ///
    /// # Errors
    /// Those of what is written to.
    pub fn write_fixed(self, places: u32, to: &mut impl fmt::Write) -> fmt::Result {
        to.write_str(self.text(places).as_str())?;
        (Self::MAX_SCALE..places).try_for_each(|_| to.write_char('0'))
    }

    /// The result of an operation on machine words, if both numbers and the result fit into them.
    fn small_with(self, other: Self, operation: impl FnOnce(Small, Small) -> Option<Small>) -> Option<Self> {
        operation(self.small()?, other.small()?)?.number()
    }

    /// The number in machine words, if it fits into them.
    #[allow(clippy::inline_always, reason = "a call costs more")]
    #[inline(always)]
    pub(super) fn small(self) -> Option<Small> {
        let mantissa = self.low.cast_signed();
        // What is beyond the low word only repeats its sign.
        (self.high >> SCALE_BITS == mantissa >> (u64::BITS - 1)).then(|| Small { mantissa, scale: self.decimals() })
    }

    /// Digits without trailing zeros, of which there are at most 96 bits, and at most 28 decimals.
    pub(super) fn packed(mantissa: i128, scale: u32) -> Self {
        // Both fit: the first is the rest of the digits' 96 bits, the other all that the mask leaves.
        let high = i64::try_from(mantissa >> u64::BITS).unwrap_or_default();
        let low = u64::try_from(mantissa & i128::from(u64::MAX)).unwrap_or_default();
        Self::of_words(high, low, scale)
    }

    /// The same, of the two halves of its digits.
    #[allow(clippy::inline_always, reason = "a call costs more")]
    #[inline(always)]
    pub(super) fn of_words(high: i64, low: u64, scale: u32) -> Self {
        Self { high: high << SCALE_BITS | i64::from(scale), low }
    }

    /// The number with at least so many decimals, as far as numbers can have them.
    pub(super) fn text(self, places: u32) -> Text {
        Text::new(self, places)
    }

    pub(super) fn parts(self) -> Parts {
        let mantissa = i128::from(self.high >> SCALE_BITS) << u64::BITS | i128::from(self.low);
        Parts { mantissa, scale: self.decimals().into() }
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.decimals() == other.decimals() {
            return (self.high, self.low).cmp(&(other.high, other.low));
        }
        let raised = |(one, other): (Small, Small)| {
            let scale = one.scale.max(other.scale);
            Some(one.at(scale)?.cmp(&other.at(scale)?))
        };
        let small = self.small().zip(other.small()).and_then(raised);
        small.unwrap_or_else(|| Decimal::from(*self).cmp(&Decimal::from(*other)))
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl From<Number> for Decimal {
    fn from(number: Number) -> Self {
        let Parts { mantissa, .. } = number.parts();
        // What was a decimal's range when the number was made.
        Self::try_from_i128_with_scale(mantissa, number.decimals()).unwrap_or_default()
    }
}

impl From<Decimal> for Number {
    fn from(decimal: Decimal) -> Self {
        let decimal = decimal.normalize();
        Self::packed(decimal.mantissa(), decimal.scale())
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        fmt::Display::fmt(self, to)
    }
}

impl fmt::Display for Number {
    /// The shortest plain form: no exponent, no trailing zeros, no "-0". A precision, as in `{:.2}`, is not followed: it would cut
    /// digits.
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str(self.text(0).as_str())
    }
}

impl serde::Serialize for Number {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.text(0).as_str())
    }
}

#[cfg(test)]
mod tests;
