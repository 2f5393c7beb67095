//! What can be wrong with an amount.

use std::error::Error;
use std::fmt;

/// Why an exact operation has no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoneyError {
    /// The result is too large to be held.
    Overflow,
    /// The result has more decimals than can be kept, and would lose some.
    LostDigits,
    /// The amounts are in different currencies.
    CurrencyMismatch,
    /// A division by zero.
    DivisionByZero,
    /// A rate would be below zero.
    NegativeRate,
    /// An amount to be shared out is finer than the currency's minor unit.
    NotInMinorUnits,
    /// There is nothing to share out by: no weights, only zeros, or a negative one.
    BadWeights,
}

/// Why a text is not a decimal number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberError {
    /// There is no text.
    Empty,
    /// It is no decimal number such as `-12.5`.
    NotANumber,
    /// It has more digits than can be kept exactly.
    TooManyDigits,
    /// It has commas, spaces or the like between its digits.
    ThousandsSeparator,
    /// It ends with a percent sign.
    PercentSign,
}

/// Why a text is not a rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RateError {
    /// There is no percent sign at its end.
    NoPercentSign,
    /// There is a space before the percent sign.
    SpaceBeforePercent,
    /// It is below zero.
    Negative,
    /// What stands before the percent sign is not a number.
    Number(NumberError),
}

impl fmt::Display for MoneyError {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str(match self {
            Self::Overflow => "the result is too large",
            Self::LostDigits => "the result has more digits than can be kept",
            Self::CurrencyMismatch => "the amounts are in different currencies",
            Self::DivisionByZero => "division by zero",
            Self::NegativeRate => "a rate is not negative",
            Self::NotInMinorUnits => "the amount is finer than the currency's minor unit",
            Self::BadWeights => "there are no weights to share by",
        })
    }
}

impl fmt::Display for NumberError {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str(match self {
            Self::Empty => "there is no number",
            Self::NotANumber => "this is not a decimal number",
            Self::TooManyDigits => "more than 28 digits can't be kept exactly",
            Self::ThousandsSeparator => "separators between thousands are not read",
            Self::PercentSign => "this is a rate, not a number",
        })
    }
}

impl fmt::Display for RateError {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::NoPercentSign => to.write_str("a rate ends with a percent sign"),
            Self::SpaceBeforePercent => to.write_str("the percent sign stands right after the number"),
            Self::Negative => to.write_str("a rate is not negative"),
            Self::Number(error) => error.fmt(to),
        }
    }
}

impl Error for MoneyError {}
impl Error for NumberError {}
impl Error for RateError {}
