//! Sentences without their words: what is said, and with which values.

use serde::{Serialize, Serializer};

use super::say::Say;
use crate::calendar::Date;
use crate::contract::clause::Clause;
use crate::money::{Number, Rate};

/// One sentence about a clause, for a language to put into words.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Sentence {
    /// The clause: a JSON Pointer into the contract; none for the contract as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clause: Option<Clause>,
    /// What is said of it.
    pub phrase: Phrase,
}

/// What is said, and with which values.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Phrase {
    /// Which words.
    pub say: Say,
    /// The values in them, by name.
    #[serde(serialize_with = "as_map", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<std::collections::BTreeMap<String, Value>>"))]
    pub with: Vec<(&'static str, Value)>,
}

/// A value inside a phrase, by the way it is to be written.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Value {
    /// An amount in the contract's currency.
    Money(Number),
    /// A rate.
    Rate(Rate),
    /// A number; under the name `count` it chooses between singular and plural.
    Number(Number),
    /// A day.
    Date(Date),
    /// The author's own words.
    Text(String),
    /// Another phrase.
    Phrase(Box<Phrase>),
    /// Several phrases, all of which hold.
    All(Vec<Phrase>),
    /// Several phrases, one of which holds.
    Any(Vec<Phrase>),
}

fn as_map<S: Serializer>(values: &[(&'static str, Value)], to: S) -> Result<S::Ok, S::Error> {
    to.collect_map(values.iter().map(|(name, value)| (name, value)))
}

impl Phrase {
    /// The value of this name.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&Value> {
        self.with.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    pub(in crate::contract) fn new(say: Say) -> Self {
        Self { say, with: Vec::new() }
    }

    pub(in crate::contract) fn with(mut self, name: &'static str, value: Value) -> Self {
        self.with.push((name, value));
        self
    }

    pub(in crate::contract) fn money(self, name: &'static str, amount: Number) -> Self {
        self.with(name, Value::Money(amount))
    }

    pub(in crate::contract) fn rate(self, name: &'static str, rate: Rate) -> Self {
        self.with(name, Value::Rate(rate))
    }

    pub(in crate::contract) fn number(self, name: &'static str, number: Number) -> Self {
        self.with(name, Value::Number(number))
    }

    pub(in crate::contract) fn date(self, name: &'static str, date: Date) -> Self {
        self.with(name, Value::Date(date))
    }

    pub(in crate::contract) fn text(self, name: &'static str, text: &str) -> Self {
        self.with(name, Value::Text(text.to_owned()))
    }

    pub(in crate::contract) fn phrase(self, name: &'static str, phrase: Self) -> Self {
        self.with(name, Value::Phrase(Box::new(phrase)))
    }

    pub(in crate::contract) fn word(self, name: &'static str, say: Say) -> Self {
        self.phrase(name, Self::new(say))
    }
}
