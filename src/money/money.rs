//! An amount of money.

use std::cmp::Ordering;

use super::currency::Currency;
use super::error::MoneyError;
use super::number::Number;
use super::rounding::Rounding;

/// An exact amount in major units of a currency.
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
