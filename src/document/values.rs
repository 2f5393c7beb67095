//! The plain values that documents are made of.

use std::borrow::Cow;

use super::nearest::nearest;
use super::node::{Node, quoted, shortest};
use super::problem::Code;
use super::reader::{Plain, Reader};
use crate::money::{Currency, Number, NumberError, Rate, RateError, Rounding};

/// An amount of money as a document writes it: a decimal from zero up, in major units of the contract's currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(Number);

/// A whole number of things, up to 10^12.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Count(u64);

/// How many equal things something stands for: a whole number in documents, up to 10^12. Where a scenario expects them it may be a decimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quantity(Number);

/// A name that a person gave: an event type, an event's id. One to a hundred characters, none of them a control character.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(String);

/// Words shown to people: up to 300 characters, none of them a control character.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Label(String);

/// The version of the document format; this engine knows version 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version;

/// The address of the JSON Schema, for editors; it says nothing about the terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SchemaLink;

/// The most that a [`Count`] may be.
const MOST: u64 = 1_000_000_000_000;

impl Amount {
    /// The amount, or nothing when it is negative.
    #[must_use]
    pub fn new(number: Number) -> Option<Self> {
        (!number.is_negative()).then_some(Self(number))
    }

    /// The amount as a decimal.
    #[must_use]
    pub const fn number(self) -> Number {
        self.0
    }
}

impl Count {
    /// One.
    pub const ONE: Self = Self(1);

    /// The count, or nothing above 10^12.
    #[must_use]
    pub const fn new(count: u64) -> Option<Self> {
        if count <= MOST { Some(Self(count)) } else { None }
    }

    /// The count as an integer.
    #[must_use]
    pub const fn get(self) -> u64 {
        self.0
    }

    /// The count as a decimal.
    #[must_use]
    pub fn number(self) -> Number {
        Number::from_u64(self.0)
    }
}

impl Default for Count {
    fn default() -> Self {
        Self::ONE
    }
}

impl Quantity {
    /// One.
    pub const ONE: Self = Self(Number::ONE);

    /// So many, or nothing when that is negative.
    #[must_use]
    pub fn new(number: Number) -> Option<Self> {
        (!number.is_negative()).then_some(Self(number))
    }

    /// How many, as a decimal.
    #[must_use]
    pub const fn number(self) -> Number {
        self.0
    }
}

impl Default for Quantity {
    fn default() -> Self {
        Self::ONE
    }
}

impl Name {
    /// A name that no document says.
    pub(crate) fn of(name: String) -> Self {
        Self(name)
    }

    /// The name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Label {
    /// The words as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

pub(super) fn number(node: &Node, at: &mut Reader, expected: &str) -> Option<Number> {
    let text = match node {
        Node::Text(text) => Cow::Borrowed(&**text),
        Node::Number(value) if value.is_finite() => Cow::Owned(shortest(*value)),
        _ => {
            at.wrong_type(node, expected);
            return None;
        }
    };
    match Number::parse(&text) {
        Ok(number) => Some(number),
        Err(error) => {
            let (code, hint) = match error {
                NumberError::TooManyDigits => (Code::TooManyDigits, Some("At most 28 digits are kept exactly.")),
                NumberError::ThousandsSeparator => (
                    Code::NotANumber,
                    Some("Leave out the separators between thousands, and write a point before decimals."),
                ),
                NumberError::PercentSign => (Code::NotANumber, Some("Here an amount is meant, not a rate.")),
                NumberError::Empty | NumberError::NotANumber => (Code::NotANumber, None),
            };
            let message = format!("{} is not {expected}.", quoted(&text));
            at.report(code, &message, expected, &quoted(&text), hint);
            None
        }
    }
}

impl Plain for Amount {
    fn empty() -> Self {
        Self(Number::ZERO)
    }

    fn plain(node: &Node, at: &mut Reader) -> Option<Self> {
        let expected = "a decimal amount such as \"49.90\"";
        let number = number(node, at, expected)?;
        let amount = Self::new(number);
        if amount.is_none() {
            let message = format!("{number} is negative.");
            at.report(Code::OutOfRange, &message, "an amount from 0 up", &node.describe(), None);
        }
        amount
    }
}

impl Plain for Count {
    fn empty() -> Self {
        Self(0)
    }

    fn plain(node: &Node, at: &mut Reader) -> Option<Self> {
        let expected = "a whole number such as 12";
        let number = number(node, at, expected)?;
        let count = number.to_u64().and_then(Self::new);
        if count.is_none() {
            let message = format!("{number} is not a whole number from 0 to 10^12.");
            at.report(Code::OutOfRange, &message, "a whole number from 0 to 10^12", &node.describe(), None);
        }
        count
    }
}

impl Plain for Quantity {
    fn empty() -> Self {
        Self(Number::ZERO)
    }

    fn plain(node: &Node, at: &mut Reader) -> Option<Self> {
        Count::plain(node, at).map(|count| Self(count.number()))
    }
}

impl Plain for Rate {
    fn empty() -> Self {
        Self::default()
    }

    fn plain(node: &Node, at: &mut Reader) -> Option<Self> {
        let expected = "a rate such as \"10%\"";
        let text = match node {
            Node::Text(text) => &**text,
            Node::Number(value) if value.is_finite() => {
                let value = shortest(*value);
                let hint = Some(format!("If {value} % is meant, write \"{value}%\"."));
                let message = format!("The bare number {value} is not a rate.");
                at.report(Code::RateWithoutPercent, &message, expected, &node.describe(), hint.as_deref());
                return None;
            }
            _ => {
                at.wrong_type(node, expected);
                return None;
            }
        };
        match Self::parse(text) {
            Ok(rate) => Some(rate),
            Err(error) => {
                let (code, hint) = match error {
                    RateError::NoPercentSign => {
                        (Code::RateWithoutPercent, Some(format!("If {text} % is meant, write \"{text}%\".")))
                    }
                    RateError::SpaceBeforePercent => {
                        (Code::RateWithoutPercent, Some("Write the percent sign right after the number.".to_owned()))
                    }
                    RateError::Negative => (Code::OutOfRange, None),
                    RateError::Number(NumberError::TooManyDigits) => (Code::TooManyDigits, None),
                    RateError::Number(_) => (Code::NotANumber, None),
                };
                at.report(code, &format!("{} is not a rate.", quoted(text)), expected, &quoted(text), hint.as_deref());
                None
            }
        }
    }
}

impl Plain for Currency {
    fn empty() -> Self {
        Self::USD
    }

    fn plain(node: &Node, at: &mut Reader) -> Option<Self> {
        let expected = "an ISO 4217 currency code such as \"USD\"";
        let text = at.text(node, expected)?;
        let currency = Self::parse(text).ok();
        if currency.is_none() {
            let meant = nearest(text, ["USD", "EUR", "GBP", "JPY", "CHF", "CAD", "AUD", "BRL", "INR", "CNY"]);
            at.report(
                Code::UnknownCurrency,
                &format!("{} is not a currency that amounts can be paid in.", quoted(text)),
                expected,
                &quoted(text),
                meant.map(|meant| format!("Did you mean \"{meant}\"?")).as_deref(),
            );
        }
        currency
    }
}

impl Plain for Rounding {
    fn empty() -> Self {
        Self::default()
    }

    fn plain(node: &Node, at: &mut Reader) -> Option<Self> {
        let words = Self::ALL.map(Self::name);
        at.word(node, &words).and_then(|place| Self::ALL.get(place).copied())
    }
}

/// A character of ASCII that is no control character.
fn is_plain(byte: u8) -> bool {
    (b' '..=b'~').contains(&byte)
}

/// Text of at most so many characters, without control characters.
fn plain_text(node: &Node, at: &mut Reader, expected: &str, most: usize) -> Option<String> {
    let text = at.text(node, expected)?;
    // What most texts are, seen byte by byte.
    if text.len() <= most && text.starts_with(|first: char| first.is_ascii_graphic()) && text.bytes().all(is_plain) {
        return Some(text.to_owned());
    }
    let wrong = if text.trim().is_empty() {
        "It is empty."
    } else if text.chars().nth(most).is_some() {
        "It is too long."
    } else if text.chars().any(char::is_control) {
        "It holds control characters, such as line breaks."
    } else {
        return Some(text.to_owned());
    };
    at.report(Code::InvalidText, wrong, expected, &quoted(text), None);
    None
}

impl Plain for Name {
    fn empty() -> Self {
        Self(String::new())
    }

    fn plain(node: &Node, at: &mut Reader) -> Option<Self> {
        plain_text(node, at, "a name of 1 to 100 characters", 100).map(Self)
    }
}

impl Plain for Label {
    fn empty() -> Self {
        Self(String::new())
    }

    fn plain(node: &Node, at: &mut Reader) -> Option<Self> {
        plain_text(node, at, "a text of 1 to 300 characters", 300).map(Self)
    }
}

impl Plain for Version {
    fn empty() -> Self {
        Self
    }

    fn plain(node: &Node, at: &mut Reader) -> Option<Self> {
        if *node == Node::Number(1.0) {
            return Some(Self);
        }
        at.report(
            Code::UnsupportedVersion,
            "This engine reads version 1 of the document format.",
            "the number 1",
            &node.describe(),
            None,
        );
        None
    }
}

impl Plain for SchemaLink {
    fn empty() -> Self {
        Self
    }

    fn plain(node: &Node, at: &mut Reader) -> Option<Self> {
        at.text(node, "the address of the JSON Schema").map(|_| Self)
    }
}

macro_rules! as_text {
    ($($name:ident),+) => {$(
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(&self.0)
            }
        }
    )+};
}

as_text!(Name, Label);

impl serde::Serialize for Amount {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(to)
    }
}

impl serde::Serialize for Count {
    /// As a string, like every number that the engine gives.
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.number().serialize(to)
    }
}

crate::document::plain!(Amount, Count, Quantity, Rate, Currency, Rounding, Name, Label, Version, SchemaLink);
