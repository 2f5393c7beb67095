//! From JSON text to the tree.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::limits::{Budget, Limits};
use super::node::{Node, Refusal};

/// Reads JSON text into a tree.
///
/// # Errors
/// Text that is not JSON. What breaks a limit is no error here: it is in the tree, and a document that is too large as a whole
/// is nothing but that refusal.
pub fn from_json(text: &str, limits: Limits) -> Result<Node<'_>, serde_json::Error> {
    let budget = Cell::new(Budget::new(limits));
    let mut source = serde_json::Deserializer::from_str(text);
    let node = Seed { limits, depth: 0, budget: &budget }.deserialize(&mut source)?;
    source.end()?;
    Ok(budget.get().judge(node, limits))
}

#[derive(Clone, Copy)]
struct Seed<'a> {
    limits: Limits,
    depth: usize,
    budget: &'a Cell<Budget>,
}

impl Seed<'_> {
    fn take(&self, cost: usize) -> bool {
        let mut budget = self.budget.get();
        let enough = budget.take(cost);
        self.budget.set(budget);
        enough
    }

    fn text<'s, 'de>(&self, text: &'s str, kept: impl FnOnce(&'s str) -> Cow<'de, str>) -> Node<'de> {
        if text.len() > self.limits.text {
            Node::Refused(Refusal::TextTooLong(self.limits.text))
        } else if self.take(text.len().saturating_add(1)) {
            Node::Text(kept(text))
        } else {
            Node::Null
        }
    }

    fn deeper(self) -> Option<Self> {
        (self.depth < self.limits.depth).then(|| Self { depth: self.depth.saturating_add(1), ..self })
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Node<'de>;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Node<'de>, D::Error> {
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Node<'de>;

    fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Node<'de>, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node<'de>, E> {
        Ok(Node::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node<'de>, E> {
        Ok(integer(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node<'de>, E> {
        Ok(integer(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node<'de>, E> {
        Ok(Node::number(value))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Node<'de>, E> {
        Ok(self.text(text, |text| Cow::Owned(text.to_owned())))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Node<'de>, E> {
        Ok(self.text(text, Cow::Borrowed))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut source: A) -> Result<Node<'de>, A::Error> {
        let Some(inner) = self.deeper() else {
            while source.next_element::<IgnoredAny>()?.is_some() {}
            return Ok(Node::Refused(Refusal::TooDeep(self.limits.depth)));
        };
        let mut entries = Vec::new();
        while entries.len() < self.limits.length && self.take(1) {
            match source.next_element_seed(inner)? {
                Some(entry) => entries.push(entry),
                None => return Ok(Node::List(entries)),
            }
        }
        if source.next_element::<IgnoredAny>()?.is_some() {
            entries.push(Node::Refused(Refusal::TooLong(self.limits.length)));
            while source.next_element::<IgnoredAny>()?.is_some() {}
        }
        Ok(Node::List(entries))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut source: A) -> Result<Node<'de>, A::Error> {
        let Some(inner) = self.deeper() else {
            while source.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            return Ok(Node::Refused(Refusal::TooDeep(self.limits.depth)));
        };
        let mut fields: Vec<(Cow<str>, Node)> = Vec::new();
        while let Some(key) = source.next_key_seed(Key)? {
            if fields.len() >= self.limits.fields || !self.take(key.len().saturating_add(1)) {
                source.next_value::<IgnoredAny>()?;
                while source.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                return Ok(Node::Refused(Refusal::TooLong(self.limits.fields)));
            }
            let value = source.next_value_seed(inner)?;
            if fields.iter().any(|(known, _)| *known == key) {
                fields.push((key, Node::Refused(Refusal::Duplicate)));
            } else {
                fields.push((key, value));
            }
        }
        Ok(Node::Map(fields))
    }
}

/// A field's name; as serde reads it by itself it would always be copied.
struct Key;

impl<'de> DeserializeSeed<'de> for Key {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Self::Value, D::Error> {
        source.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Key {
    type Value = Cow<'de, str>;

    fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str("a field's name")
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.to_owned()))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }
}

fn integer<'t>(value: i128) -> Node<'t> {
    #[allow(
        clippy::cast_precision_loss,
        clippy::as_conversions,
        reason = "integers within 2^53 are exact, and all others are refused"
    )]
    let number = value as f64;
    Node::number(number)
}
