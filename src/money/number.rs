//! An exact decimal.

use std::fmt;

use rust_decimal::Decimal;

use super::error::{MoneyError, NumberError};
use super::exact::Parts;
use super::rounding::Rounding;
use super::small::Small;
use super::text::{self, Text};

/// An exact decimal number of up to 28 digits, of which up to 28 are decimals.
///
/// Numbers of 29 digits can be kept where their digits, read as an integer, are below 2^96. Equal values are equal however they
/// were written: 1.0 is 1.00.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(Decimal);

impl Number {
    /// Zero.
    pub const ZERO: Self = Self(Decimal::ZERO);
    /// One.
    pub const ONE: Self = Self(Decimal::ONE);

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
        text::read(text).map(Self)
    }

    /// A whole number.
    #[must_use]
    pub fn from_u32(value: u32) -> Self {
        Self::from_u64(value.into())
    }

    /// A whole number.
    #[must_use]
    pub fn from_u64(value: u64) -> Self {
        Self(Decimal::from(value))
    }

    /// The whole number that this is, if it is one from zero up.
    #[must_use]
    pub fn to_u64(self) -> Option<u64> {
        if self.is_integer() { u64::try_from(self.parts().mantissa).ok() } else { None }
    }

    /// The sum, exactly.
    ///
    /// # Errors
    /// A sum that needs more digits than can be kept.
    pub fn add(self, other: Self) -> Result<Self, MoneyError> {
        match self.small_with(other, Small::add) {
            Some(sum) => Ok(sum),
            None => self.parts().add(other.parts())?.decimal().map(Self),
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
            None => self.parts().mul(other.parts())?.decimal().map(Self),
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
            None => self.parts().div_round(by.parts(), places, rounding)?.decimal().map(Self),
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
        let mut turned = self.0;
        // Zero has no sign here, so that it is never shown as "-0".
        turned.set_sign_negative(self.0.is_sign_positive() && !self.0.is_zero());
        Self(turned)
    }

    /// The number without its sign.
    #[must_use]
    pub fn abs(self) -> Self {
        Self(self.0.abs())
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
        self.0.is_zero()
    }

    /// Whether this is below zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.0.is_sign_negative() && !self.0.is_zero()
    }

    /// Whether this is a whole number.
    #[must_use]
    pub const fn is_integer(self) -> bool {
        self.decimals() == 0
    }

    /// How many decimals it has, trailing zeros aside.
    #[must_use]
    pub const fn decimals(self) -> u32 {
        // Values are kept without trailing zeros.
        self.0.scale()
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
        (Decimal::MAX_SCALE..places).try_for_each(|_| to.write_char('0'))
    }

    /// The result of an operation on machine words, if both numbers and the result fit into them.
    fn small_with(self, other: Self, operation: impl FnOnce(Small, Small) -> Option<Small>) -> Option<Self> {
        operation(Small::of(self.0)?, Small::of(other.0)?)?.decimal().map(Self)
    }

    /// The number with at least so many decimals, as far as numbers can have them.
    pub(super) fn text(self, places: u32) -> Text {
        Text::new(self.0, places)
    }

    pub(super) fn parts(self) -> Parts {
        Parts::of(self.0)
    }

    pub(super) fn from_parts(parts: Parts) -> Result<Self, MoneyError> {
        parts.decimal().map(Self)
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
