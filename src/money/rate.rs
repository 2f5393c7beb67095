//! Rates, as contracts write them.

use std::fmt;

use super::error::{MoneyError, NumberError, RateError};
use super::exact::Parts;
use super::money::Money;
use super::number::Number;

/// A rate from zero up, written with a percent sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rate {
    fraction: Number,
    percent: Number,
}

impl Rate {
    /// Reads a rate such as `10%` or `2.9%`.
    ///
    /// # Errors
    /// A text without percent sign, a negative rate, a number that can't be read exactly.
    ///
    /// # Example
    /// ```
    /// use payout_calculator::money::{Rate, RateError};
    /// assert_eq!(Rate::parse("2.90%")?.to_string(), "2.9%");
    /// assert_eq!(Rate::parse("0.1"), Err(RateError::NoPercentSign));
    /// # Ok::<(), RateError>(())
    /// ```
    pub fn parse(text: &str) -> Result<Self, RateError> {
        let number = text.strip_suffix('%').ok_or(RateError::NoPercentSign)?;
        if number.trim_end().len() < number.len() {
            return Err(RateError::SpaceBeforePercent);
        }
        let percent = Number::parse(number).map_err(RateError::Number)?;
        if percent.is_negative() {
            return Err(RateError::Negative);
        }
        let Parts { mantissa, scale } = percent.parts();
        let fraction = Number::from_parts(Parts { mantissa, scale: scale.saturating_add(2) });
        let fraction = fraction.map_err(|_| RateError::Number(NumberError::TooManyDigits))?;
        Ok(Self { fraction, percent })
    }

    /// This share of an amount, exactly.
    ///
    /// # Errors
    /// A share that needs more digits than can be kept.
    ///
    /// # Example
    /// ```
    /// use payout_calculator::money::{Currency, Money, Number, Rate, Rounding};
    /// let sale = Money::new(Number::parse("5.00")?, Currency::parse("USD")?);
    /// let share = Rate::parse("2.9%")?.of(sale)?;
    /// assert_eq!(share.amount().to_string(), "0.145");
    /// assert_eq!(share.round(Rounding::HalfAwayFromZero).to_fixed(), "0.15");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of(self, amount: Money) -> Result<Money, MoneyError> {
        amount.times(self.fraction)
    }

    /// The rate as a fraction: 0.1 for 10 %.
    #[must_use]
    pub const fn fraction(self) -> Number {
        self.fraction
    }

    /// Whether it is more than 100 %.
    #[must_use]
    pub fn exceeds_whole(self) -> bool {
        self.fraction > Number::ONE
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        write!(to, "{}%", self.percent)
    }
}

impl serde::Serialize for Rate {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}
