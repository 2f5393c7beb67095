//! Rates, as contracts write them.

use std::fmt;

use super::error::{MoneyError, NumberError, RateError};
use super::exact::Parts;
use super::money::Money;
use super::number::Number;

/// A rate from zero up, written with a percent sign.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rate {
    fraction: Number,
    percent: Number,
}

impl Rate {
    /// Reads a rate such as `10%` or `2.9%`.
    ///
    /// # Errors
    /// A bare number without percent sign, a space before the sign, a negative rate, and what is no number that can be read
    /// exactly.
    ///
    /// # Example
    /// ```
    /// use payout_calculator::money::{Rate, RateError};
    /// assert_eq!(Rate::parse("2.90%")?.to_string(), "2.9%");
    /// assert_eq!(Rate::parse("0.1"), Err(RateError::NoPercentSign));
    /// # Ok::<(), RateError>(())
    /// ```
    pub fn parse(text: &str) -> Result<Self, RateError> {
        let Some(number) = text.strip_suffix('%') else {
            return Err(Number::parse(text).map_or_else(no_number, |_| RateError::NoPercentSign));
        };
        if number.trim_end().len() < number.len() {
            return Err(RateError::SpaceBeforePercent);
        }
        let percent = Number::parse(number).map_err(no_number)?;
        if percent.is_negative() {
            return Err(RateError::Negative);
        }
        let Parts { mantissa, scale } = percent.parts();
        let fraction = Parts { mantissa, scale: scale.saturating_add(2) }.number();
        let fraction = fraction.map_err(|_| RateError::Number(NumberError::TooManyDigits))?;
        Ok(Self { fraction, percent })
    }

    /// The rate that is this fraction: 10 % for 0.1.
    ///
    /// # Errors
    /// A negative fraction, and one that is too large to be written as a percentage.
    ///
    /// # Example
    /// ```
    /// use payout_calculator::money::{Number, Rate};
    /// assert_eq!(Rate::from_fraction(Number::parse("0.125")?)?.to_string(), "12.5%");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn from_fraction(fraction: Number) -> Result<Self, MoneyError> {
        if fraction.is_negative() {
            return Err(MoneyError::NegativeRate);
        }
        let percent = fraction.mul(Number::from_u32(100))?;
        Ok(Self { fraction, percent })
    }

    /// Both rates together, in percentage points: 10 % and 2.5 % are 12.5 %.
    ///
    /// # Errors
    /// A sum that needs more digits than can be kept.
    ///
    /// # Example
    /// ```
    /// use payout_calculator::money::Rate;
    /// let (base, bonus) = (Rate::parse("10%")?, Rate::parse("2.5%")?);
    /// assert_eq!(base.plus(bonus)?.to_string(), "12.5%");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn plus(self, other: Self) -> Result<Self, MoneyError> {
        Self::from_fraction(self.fraction.add(other.fraction)?)
    }

    /// So many times the rate: 10 % times 1.5 is 15 %.
    ///
    /// # Errors
    /// A negative factor, unless the rate is zero, and a product that needs more digits than can be kept.
    ///
    /// # Example
    /// ```
    /// use payout_calculator::money::{Number, Rate};
    /// assert_eq!(Rate::parse("10%")?.times(Number::parse("1.5")?)?.to_string(), "15%");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn times(self, factor: Number) -> Result<Self, MoneyError> {
        Self::from_fraction(self.fraction.mul(factor)?)
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

    /// The rate increased by a percentage of itself: 6 % increased by 16.8 % are 7.008 %.
    ///
    /// # Errors
    /// A rate that needs more digits than can be kept.
    pub fn increased(self, by: Self) -> Result<Self, MoneyError> {
        self.times(Number::ONE.add(by.fraction)?)
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

fn no_number(error: NumberError) -> RateError {
    // That a percent sign is found is no news here: it is in the wrong place, as in "10%%".
    RateError::Number(if error == NumberError::PercentSign { NumberError::NotANumber } else { error })
}

impl fmt::Display for Rate {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        self.percent.fmt(to)?;
        to.write_str("%")
    }
}

impl serde::Serialize for Rate {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::{Money, MoneyError, Number, NumberError, Rate, RateError};
    use crate::money::Currency;

    #[test]
    fn a_rate_is_shown_as_contracts_write_it() {
        for (text, shown, fraction) in [
            ("10%", "10%", "0.1"),
            ("2.90%", "2.9%", "0.029"),
            ("16.447368%", "16.447368%", "0.16447368"),
            ("0%", "0%", "0"),
            ("-0%", "0%", "0"),
            ("250%", "250%", "2.5"),
            ("0.0000000001%", "0.0000000001%", "0.000000000001"),
        ] {
            let rate = Rate::parse(text).unwrap();
            assert_eq!((rate.to_string().as_str(), rate.fraction().to_string().as_str()), (shown, fraction), "{text}");
        }
    }

    #[test]
    fn each_mistake_has_its_own_error() {
        use RateError::{Negative, NoPercentSign, SpaceBeforePercent};
        let no_number = RateError::Number(NumberError::NotANumber);
        for (text, error) in [
            ("10", NoPercentSign),
            ("0.1", NoPercentSign),
            ("10 %", SpaceBeforePercent),
            ("10\u{a0}%", SpaceBeforePercent),
            ("-10%", Negative),
            ("ten", no_number),
            ("ten%", no_number),
            ("10%%", no_number),
            ("10% ", no_number),
            ("%10", no_number),
            ("", RateError::Number(NumberError::Empty)),
            ("%", RateError::Number(NumberError::Empty)),
            ("1,000%", RateError::Number(NumberError::ThousandsSeparator)),
            ("0.000000000000000000000000001%", RateError::Number(NumberError::TooManyDigits)),
        ] {
            assert_eq!(Rate::parse(text), Err(error), "{text:?}");
        }
    }

    #[test]
    fn rates_are_added_and_multiplied_as_fractions() {
        let rate = |text: &str| Rate::parse(text).unwrap();
        let n = |text: &str| Number::parse(text).unwrap();
        let (largest, finest) = ("79228162514264337593543950335", "0.0000000000000000000000000001");
        for (result, expected) in [
            (rate("2.9%").plus(rate("0.10%")), Ok("3%")),
            (rate("99.99%").plus(rate("0.01%")), Ok("100%")),
            (rate("2.9%").times(n("0.5")), Ok("1.45%")),
            (rate("16.447368%").times(n("3")), Ok("49.342104%")),
            (rate("10%").times(n("0")), Ok("0%")),
            (rate("0%").times(n("-1")), Ok("0%")),
            (rate("10%").times(n("-1")), Err(MoneyError::NegativeRate)),
            (rate("1%").times(n(finest)), Err(MoneyError::LostDigits)),
            (Rate::from_fraction(n(finest)), Ok("0.00000000000000000000000001%")),
            (Rate::from_fraction(n("-0.1")), Err(MoneyError::NegativeRate)),
            (Rate::from_fraction(n(largest)), Err(MoneyError::Overflow)),
        ] {
            assert_eq!(result.map(|rate| rate.to_string()).as_deref(), expected.as_deref());
            if let Ok(result) = result {
                assert_eq!(Rate::parse(&result.to_string()), Ok(result));
            }
        }
    }

    /// Exact shares from public sources; those that are rounded are in `tests/laws`.
    #[test]
    fn published_percentages() {
        let usd = Currency::parse("USD").unwrap();
        for (source, amount, rate, expected) in [
            ("T02 Rewardful, Create your first campaign", "100", "30%", "30"),
            ("T65a RefRef reward-calculation.test.ts", "1000", "2.5%", "25"),
            ("T65a", "500", "10%", "50"),
            ("T69 OpenAffiliate registry, Beautiful.ai", "144", "30%", "43.2"),
            ("T69", "480", "15%", "72"),
            ("E9b getlago/lago-api percentage_service_spec.rb", "4", "2.9%", "0.116"),
            ("T146 super-calc, Commission Calculator, example 1", "400000", "3%", "12000"),
            ("T09 dubinc/dub calculate-sale-earnings.test.ts", "0", "20%", "0"),
        ] {
            let share = Rate::parse(rate).unwrap().of(Money::new(Number::parse(amount).unwrap(), usd)).unwrap();
            assert_eq!(share.amount().to_string(), expected, "{source}: {rate} of {amount}");
        }
    }

    #[test]
    fn only_more_than_the_whole_exceeds_it() {
        for (text, exceeds) in [("100%", false), ("100.0000001%", true), ("99.9%", false)] {
            assert_eq!(Rate::parse(text).map(Rate::exceeds_whole), Ok(exceeds), "{text}");
        }
    }
}
