//! The plain tree that every document becomes before it is read.

use std::cell::Cell;
use std::fmt;

use super::problem::DocumentKind;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// Any JSON value.
///
/// What a limit kept out stands in the tree as [`Node::Refused`], so that its place is known when it is read.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// `null`, or JavaScript's `undefined`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number; read as a decimal by its shortest form.
    Number(f64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Node>),
    /// An object, its fields in the order in which they were written.
    Map(Vec<(String, Node)>),
    /// Something that a limit kept out, or that JSON has no place for.
    Refused(Refusal),
}

/// Why a value is not in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nested deeper than this many levels.
    TooDeep(usize),
    /// The entry after this many of one list or object.
    TooLong(usize),
    /// A text of more than this many bytes.
    TextTooLong(usize),
    /// The document holds more than this many values and bytes of text.
    TooLarge(usize),
    /// An integer beyond 2^53, which JavaScript has already rounded.
    Inexact,
    /// A field that was written before in the same object.
    Duplicate,
    /// A value of no JSON type, such as a byte array.
    NoJson,
}

/// How large a document may be.
///
/// The limits are far above any contract seen, and keep a hostile one from taking memory out of proportion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Levels of lists and objects inside each other.
    pub depth: usize,
    /// Entries of one list, and fields of one object.
    pub length: usize,
    /// Bytes of one text.
    pub text: usize,
    /// Values plus bytes of text in the whole document.
    pub size: usize,
}

impl Limits {
    /// The limits for a kind of document.
    #[must_use]
    pub const fn of(document: DocumentKind) -> Self {
        match document {
            DocumentKind::Contract | DocumentKind::Scenario => Self::TERMS,
            DocumentKind::Events => Self::EVENTS,
        }
    }

    /// For a contract or a scenario.
    pub const TERMS: Self = Self { depth: 32, length: 1_000, text: 10_000, size: 1_000_000 };
    /// For a list of events.
    pub const EVENTS: Self = Self { depth: 8, length: 1_000_000, text: 1_000, size: 200_000_000 };
}

/// Integers up to here are the same in JavaScript and in decimal.
const LARGEST_EXACT_INTEGER: f64 = 9_007_199_254_740_992.0;

/// Reads a [`Node`] through any serde deserializer, within limits.
#[derive(Clone, Copy)]
pub struct NodeSeed<'a> {
    limits: Limits,
    depth: usize,
    /// Nothing once the document holds more than it may.
    left: &'a Cell<Option<usize>>,
}

impl Node {
    /// Reads a tree from a serde source.
    ///
    /// # Errors
    /// Those of the source itself, such as a syntax error. What breaks a limit is no error here: it is in the tree, and a
    /// document that is too large as a whole is nothing but that refusal.
    pub fn read_from<'de, D: Deserializer<'de>>(source: D, limits: Limits) -> Result<Self, D::Error> {
        let left = Cell::new(Some(limits.size));
        let node = NodeSeed { limits, depth: 0, left: &left }.deserialize(source)?;
        Ok(if left.get().is_some() { node } else { Self::Refused(Refusal::TooLarge(limits.size)) })
    }

    pub(crate) fn integer(value: i128) -> Self {
        #[allow(
            clippy::cast_precision_loss,
            clippy::as_conversions,
            reason = "integers within 2^53 are exact, and all others are refused"
        )]
        let number = value as f64;
        Self::number(number)
    }

    fn number(value: f64) -> Self {
        if value.is_finite() && value.abs() >= LARGEST_EXACT_INTEGER && value.fract() == 0.0 {
            return Self::Refused(Refusal::Inexact);
        }
        Self::Number(value)
    }

    /// A few words on what this is, for an error's `got`.
    pub(crate) fn describe(&self) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Bool(value) => value.to_string(),
            Self::Number(value) => value.to_string(),
            Self::Text(text) => quoted(text),
            Self::List(entries) => format!("a list of {}", entries.len()),
            Self::Map(_) => "an object".to_owned(),
            Self::Refused(refusal) => refusal.describe().to_owned(),
        }
    }
}

impl Refusal {
    pub(crate) fn describe(self) -> &'static str {
        match self {
            Self::TooDeep(_) => "deeper nesting",
            Self::TooLong(_) => "more entries",
            Self::TextTooLong(_) => "a longer text",
            Self::TooLarge(_) => "a larger document",
            Self::Inexact => "a whole number beyond 2^53",
            Self::Duplicate => "the same field again",
            Self::NoJson => "a value that JSON does not have",
        }
    }
}

/// Text as it is shown in an error: quoted, and cut where it is long.
pub(crate) fn quoted(text: &str) -> String {
    const SHOWN: usize = 60;
    let mut shown = String::with_capacity(text.len().min(SHOWN * 4));
    shown.push('"');
    let mut letters = text.chars();
    for letter in letters.by_ref().take(SHOWN) {
        shown.push(if letter.is_control() { ' ' } else { letter });
    }
    if letters.next().is_some() {
        shown.push('…');
    }
    shown.push('"');
    shown
}

impl NodeSeed<'_> {
    /// Takes from what the document may still hold; false when it holds too much.
    fn take(&self, cost: usize) -> bool {
        let left = self.left.get().and_then(|left| left.checked_sub(cost));
        self.left.set(left);
        left.is_some()
    }

    fn deeper(self) -> Option<Self> {
        (self.depth < self.limits.depth).then(|| Self { depth: self.depth.saturating_add(1), ..self })
    }
}

impl<'de> DeserializeSeed<'de> for NodeSeed<'_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Node, D::Error> {
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for NodeSeed<'_> {
    type Value = Node;

    fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_none<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, source: D) -> Result<Node, D::Error> {
        self.deserialize(source)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        Ok(Node::integer(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        Ok(Node::integer(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
        Ok(Node::number(value))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Node, E> {
        if text.len() > self.limits.text {
            return Ok(Node::Refused(Refusal::TextTooLong(self.limits.text)));
        }
        if !self.take(text.len().saturating_add(1)) {
            return Ok(Node::Null);
        }
        Ok(Node::Text(text.to_owned()))
    }

    fn visit_bytes<E>(self, _: &[u8]) -> Result<Node, E> {
        Ok(Node::Refused(Refusal::NoJson))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut source: A) -> Result<Node, A::Error> {
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

    fn visit_map<A: MapAccess<'de>>(self, mut source: A) -> Result<Node, A::Error> {
        let Some(inner) = self.deeper() else {
            while source.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            return Ok(Node::Refused(Refusal::TooDeep(self.limits.depth)));
        };
        let mut fields: Vec<(String, Node)> = Vec::new();
        while let Some(key) = source.next_key::<String>()? {
            if fields.len() >= self.limits.length.min(1_000) || !self.take(key.len().saturating_add(1)) {
                source.next_value::<IgnoredAny>()?;
                while source.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                return Ok(Node::Refused(Refusal::TooLong(self.limits.length.min(1_000))));
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
