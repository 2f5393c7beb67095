//! An amount of money.

use std::cmp::Ordering;
use std::fmt;

use super::currency::Currency;
use super::error::MoneyError;
use super::number::Number;
use super::rounding::Rounding;

/// An exact amount in major units of a currency.
///
/// # Example
/// ```
/// use payout_calculator::money::{Currency, Money, MoneyError, Number, Rounding};
/// let each = Money::new(Number::parse("0.0125")?, Currency::parse("USD")?);
/// let all = each.times(Number::from_u32(3))?;
/// assert_eq!(all.to_fixed(), "0.0375");
/// assert_eq!(all.round(Rounding::HalfAwayFromZero).to_fixed(), "0.04");
/// assert_eq!(all.add(Money::zero(Currency::parse("EUR")?)), Err(MoneyError::CurrencyMismatch));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Money {
    amount: Number,
    currency: Currency,
}

impl Money {
    /// An amount in major units.
    #[must_use]
    pub const fn new(amount: Number, currency: Currency) -> Self {
        Self { amount, currency }
    }

    /// Nothing, in a currency.
    #[must_use]
    pub const fn zero(currency: Currency) -> Self {
        Self { amount: Number::ZERO, currency }
    }

    /// The amount, in major units.
    #[must_use]
    pub const fn amount(self) -> Number {
        self.amount
    }

    /// The currency.
    #[must_use]
    pub const fn currency(self) -> Currency {
        self.currency
    }

    /// The sum, exactly.
    ///
    /// # Errors
    /// Different currencies, and a sum that needs more digits than can be kept.
    pub fn add(self, other: Self) -> Result<Self, MoneyError> {
        self.same_currency(other)?;
        self.amount.add(other.amount).map(|amount| Self { amount, ..self })
    }

    /// The difference, exactly.
    ///
    /// # Errors
    /// Different currencies, and a difference that needs more digits than can be kept.
    pub fn sub(self, other: Self) -> Result<Self, MoneyError> {
        self.add(other.neg())
    }

    /// So many times the amount, exactly.
    ///
    /// # Errors
    /// A product that needs more digits than can be kept.
    pub fn times(self, factor: Number) -> Result<Self, MoneyError> {
        self.amount.mul(factor).map(|amount| Self { amount, ..self })
    }

    /// The amount with its sign turned round.
    #[must_use]
    pub fn neg(self) -> Self {
        Self { amount: self.amount.neg(), ..self }
    }

    /// The amount in whole minor units of its currency.
    #[must_use]
    pub fn round(self, rounding: Rounding) -> Self {
        Self { amount: self.amount.round(self.currency.minor_units(), rounding), ..self }
    }

    /// Whether it is in whole minor units.
    #[must_use]
    pub fn is_rounded(self) -> bool {
        self.amount.decimals() <= self.currency.minor_units()
    }

    /// Whether it is nothing.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.amount.is_zero()
    }

    /// Whether it is below zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.amount.is_negative()
    }

    /// The smaller of two amounts.
    ///
    /// # Errors
    /// Different currencies.
    ///
    /// # Example
    /// ```
    /// use payout_calculator::money::{Currency, Money, Number};
    /// let usd = Currency::parse("USD")?;
    /// let (earned, cap) = (Money::new(Number::from_u32(120), usd), Money::new(Number::from_u32(100), usd));
    /// assert_eq!(earned.min(cap)?, cap);
    /// assert_eq!(earned.max(cap)?, earned);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn min(self, other: Self) -> Result<Self, MoneyError> {
        self.compare(other).map(|order| if order.is_gt() { other } else { self })
    }

    /// The larger of two amounts.
    ///
    /// # Errors
    /// Different currencies.
    pub fn max(self, other: Self) -> Result<Self, MoneyError> {
        self.compare(other).map(|order| if order.is_lt() { other } else { self })
    }

    /// Which of two amounts is larger.
    ///
    /// # Errors
    /// Different currencies.
    pub fn compare(self, other: Self) -> Result<Ordering, MoneyError> {
        self.same_currency(other).map(|()| self.amount.cmp(&other.amount))
    }

    /// The amount with all the decimals of its currency: `10.00`; more where it is not rounded.
    #[must_use]
    pub fn to_fixed(self) -> String {
        self.amount.to_fixed(self.currency.minor_units())
    }

    /// Writes the amount as `to_fixed` gives it.
    ///
    /// # Errors
    /// Those of what is written to.
    pub fn write_fixed(self, to: &mut impl fmt::Write) -> fmt::Result {
        self.amount.write_fixed(self.currency.minor_units(), to)
    }

    /// Serializes the amount as `to_fixed` gives it; for `serialize_with`.
    ///
    /// # Errors
    /// Those of the serializer.
    pub fn serialize_fixed<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.amount.text(self.currency.minor_units()).as_str())
    }

    fn same_currency(self, other: Self) -> Result<(), MoneyError> {
        if self.currency == other.currency { Ok(()) } else { Err(MoneyError::CurrencyMismatch) }
    }
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use super::{Currency, Money, MoneyError, Number, Rounding};

    fn money(amount: &str, code: &str) -> Money {
        Money::new(Number::parse(amount).unwrap(), Currency::parse(code).unwrap())
    }

    #[test]
    fn amounts_are_rounded_and_shown_at_the_minor_unit() {
        for (amount, code, shown) in [
            ("1234.5", "JPY", "1235"),
            ("0.1234", "KWD", "0.123"),
            ("0.12345", "CLF", "0.1235"),
            ("-0.125", "USD", "-0.13"),
            ("-0.004", "USD", "0.00"),
            ("10", "USD", "10.00"),
        ] {
            let rounded = money(amount, code).round(Rounding::default());
            assert!(rounded.is_rounded(), "{amount} {code}");
            assert_eq!(rounded.to_fixed(), shown, "{amount} {code}");
        }
        assert!(!money("0.5", "JPY").is_rounded());
    }

    #[test]
    fn of_two_amounts_one_is_larger() {
        for (one, other, smaller, larger) in
            [("1", "-2", "-2", "1"), ("-2", "1", "-2", "1"), ("0.10", "0.1", "0.1", "0.1")]
        {
            let (one, other) = (money(one, "USD"), money(other, "USD"));
            assert_eq!((one.min(other), one.max(other)), (Ok(money(smaller, "USD")), Ok(money(larger, "USD"))));
        }
        for (amount, negative, zero) in [("0.01", false, false), ("-0", false, true), ("-0.01", true, false)] {
            let amount = money(amount, "USD");
            assert_eq!((amount.is_negative(), amount.is_zero()), (negative, zero), "{amount:?}");
        }
    }

    #[test]
    fn currencies_never_mix() {
        let (one, other) = (money("1", "USD"), money("1", "EUR"));
        assert_eq!(one.add(other), Err(MoneyError::CurrencyMismatch));
        assert_eq!(one.sub(other), Err(MoneyError::CurrencyMismatch));
        assert_eq!(one.compare(other), Err(MoneyError::CurrencyMismatch));
        assert_eq!(one.min(other), Err(MoneyError::CurrencyMismatch));
        assert_eq!(one.max(other), Err(MoneyError::CurrencyMismatch));
        assert_ne!(one, other);
        assert_eq!(one.compare(money("1.00", "USD")), Ok(Ordering::Equal));
        assert_eq!(one.compare(money("1.01", "USD")), Ok(Ordering::Less));
    }
}
