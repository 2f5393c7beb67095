//! A document that is being made: a tree that is written as JSON.

use std::borrow::Cow;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::document::{Limits, Node};

/// A document that an import made.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft(pub(super) Node<'static>);

impl Draft {
    /// The document as readers take it.
    #[must_use]
    pub const fn node(&self) -> &Node<'static> {
        &self.0
    }
}

impl Serialize for Draft {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        Written(&self.0).serialize(to)
    }
}

struct Written<'a>(&'a Node<'static>);

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Node::Null | Node::Refused(_) => to.serialize_unit(),
            Node::Bool(value) => to.serialize_bool(*value),
            Node::Number(_) => match self.0.describe().parse::<u64>() {
                Ok(whole) => to.serialize_u64(whole),
                // Documents are made with whole numbers; all others are texts.
                Err(_) => to.serialize_str(&self.0.describe()),
            },
            Node::Text(text) => to.serialize_str(text),
            Node::List(entries) => to.collect_seq(entries.iter().map(Written)),
            Node::Map(fields) => {
                let mut map = to.serialize_map(Some(fields.len()))?;
                for (name, value) in fields {
                    map.serialize_entry(name, &Written(value))?;
                }
                map.end()
            }
        }
    }
}

pub(super) fn text(text: impl Into<String>) -> Node<'static> {
    Node::Text(Cow::Owned(text.into()))
}

/// A whole number.
pub(super) fn whole(number: u32) -> Node<'static> {
    Node::Number(f64::from(number))
}

pub(super) fn map<const N: usize>(fields: [(&'static str, Node<'static>); N]) -> Node<'static> {
    Node::Map(fields.into_iter().map(|(name, node)| (Cow::Borrowed(name), node)).collect())
}

/// Adds a field at the end of an object.
pub(super) fn put(to: &mut Node<'static>, name: &'static str, value: Node<'static>) {
    if let Node::Map(fields) = to {
        fields.push((Cow::Borrowed(name), value));
    }
}

/// Adds a list, unless it is empty.
pub(super) fn put_list(to: &mut Node<'static>, name: &'static str, entries: Vec<Node<'static>>) {
    if !entries.is_empty() {
        put(to, name, Node::List(entries));
    }
}

/// Whether a document could be read again from its text: a payload may hold more than a document may.
pub(super) fn is_readable(node: &Node, limits: Limits) -> bool {
    size(node, limits).is_some_and(|size| size <= limits.size)
}

/// The values and bytes of a document; nothing where one of its parts is too large by itself.
fn size(node: &Node, limits: Limits) -> Option<usize> {
    let plus = |sum: usize, inner: Option<usize>| sum.checked_add(inner?);
    match node {
        Node::Text(text) => (text.len() <= limits.text).then_some(text.len()),
        Node::List(entries) if entries.len() <= limits.length => {
            entries.iter().try_fold(1, |sum, entry| plus(sum, size(entry, limits)))
        }
        Node::Map(fields) if fields.len() <= limits.fields => {
            fields.iter().try_fold(1, |sum, (name, value)| plus(plus(sum, size(value, limits))?, Some(name.len())))
        }
        Node::List(_) | Node::Map(_) => None,
        _ => Some(1),
    }
}
