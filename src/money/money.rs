//! An amount of money.

use std::cmp::Ordering;

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
    fn currencies_never_mix() {
        let (one, other) = (money("1", "USD"), money("1", "EUR"));
        assert_eq!(one.add(other), Err(MoneyError::CurrencyMismatch));
        assert_eq!(one.sub(other), Err(MoneyError::CurrencyMismatch));
        assert_eq!(one.compare(other), Err(MoneyError::CurrencyMismatch));
        assert_ne!(one, other);
        assert_eq!(one.compare(money("1.00", "USD")), Ok(Ordering::Equal));
        assert_eq!(one.compare(money("1.01", "USD")), Ok(Ordering::Less));
    }
}
