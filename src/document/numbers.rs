//! Numbers that documents are made of, beyond plain amounts and counts.

use super::node::Node;
use super::problem::Code;
use super::reader::{Plain, Reader};
use super::values::{Amount, number};
use crate::money::{Currency, Number, Rate};

/// An amount of money that may be negative, in major units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SignedAmount(Number);

/// An amount in the contract's currency, or one for each currency that the contract pays in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Amounts {
    /// In the contract's currency.
    Plain(Amount),
    /// In each of these currencies; never converted.
    PerCurrency(Vec<(Currency, Amount)>),
}

/// Where a tier or a bonus begins: an amount or a count, or a share of a quota such as `"60%"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Threshold {
    /// An amount or a count.
    Number(Number),
    /// A share of the quota.
    Share(Rate),
}

impl SignedAmount {
    /// The amount.
    #[must_use]
    pub const fn new(number: Number) -> Self {
        Self(number)
    }

    /// The amount as a decimal.
    #[must_use]
    pub const fn number(self) -> Number {
        self.0
    }
}

impl Amounts {
    /// The amount in a currency; a plain one is in `own`, the contract's.
    #[must_use]
    pub fn in_currency(&self, currency: Currency, own: Currency) -> Option<Number> {
        match self {
            Self::Plain(amount) => (currency == own).then(|| amount.number()),
            Self::PerCurrency(amounts) => {
                amounts.iter().find(|(known, _)| *known == currency).map(|(_, amount)| amount.number())
            }
        }
    }

    /// Every amount in it.
    pub fn all(&self) -> impl Iterator<Item = Number> {
        let (plain, each) = match self {
            Self::Plain(amount) => (Some(amount.number()), &[][..]),
            Self::PerCurrency(amounts) => (None, &amounts[..]),
        };
        plain.into_iter().chain(each.iter().map(|(_, amount)| amount.number()))
    }
}

impl std::fmt::Display for Threshold {
    fn fmt(&self, to: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            Self::Number(number) => number.fmt(to),
            Self::Share(share) => share.fmt(to),
        }
    }
}

impl Plain for SignedAmount {
    fn empty() -> Self {
        Self(Number::ZERO)
    }

    fn plain(node: &Node, at: &mut Reader) -> Option<Self> {
        number(node, at, "a decimal amount such as \"-49.90\"").map(Self)
    }
}

impl Plain for Amounts {
    fn empty() -> Self {
        Self::Plain(Amount::empty())
    }

    fn plain(node: &Node, at: &mut Reader) -> Option<Self> {
        if !matches!(node, Node::Map(_)) {
            return Amount::plain(node, at).map(Self::Plain);
        }
        let fields = at.any_fields(node)?;
        let mut amounts = Vec::with_capacity(fields.len());
        for (key, value) in fields {
            amounts.extend(at.inside(key, |at| {
                let currency = Currency::plain(&Node::Text(key.clone()), at);
                let amount = Amount::plain(value, at);
                currency.zip(amount)
            }));
        }
        if fields.is_empty() {
            at.wrong_type(node, "an amount, or an amount for each currency such as {\"USD\": \"20\", \"EUR\": \"18\"}");
        }
        (!fields.is_empty() && amounts.len() == fields.len()).then_some(Self::PerCurrency(amounts))
    }
}

impl Plain for Threshold {
    fn empty() -> Self {
        Self::Number(Number::ZERO)
    }

    fn plain(node: &Node, at: &mut Reader) -> Option<Self> {
        if matches!(node, Node::Text(text) if text.ends_with('%')) {
            return Rate::plain(node, at).map(Self::Share);
        }
        let number = number(node, at, "a number such as \"10000\", or a share of the quota such as \"60%\"")?;
        if number.is_negative() {
            let message = format!("{number} is negative.");
            at.report(Code::OutOfRange, &message, "a number from 0 up", &node.describe(), None);
            return None;
        }
        Some(Self::Number(number))
    }
}

impl serde::Serialize for SignedAmount {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(to)
    }
}

crate::document::plain!(SignedAmount, Amounts, Threshold);
