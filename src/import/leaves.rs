//! A payload as the importers walk it: each part with its place, and the leaves that lie in it.

use std::ops::Range;

use crate::document::{Node, Refusal};

/// A value of the payload: where it stands, and which of the payload's leaves (in the order in which they are written) lie in it.
#[derive(Clone, Debug)]
pub(super) struct Part<'n> {
    pub node: &'n Node<'n>,
    /// Where: a JSON Pointer.
    pub path: String,
    pub leaves: Range<usize>,
}

/// Stands for a field that is written twice: which of the two is meant can't be told.
static TWICE: Node<'static> = Node::Refused(Refusal::Duplicate);

impl<'n> Part<'n> {
    /// A whole payload, or a part that is reported by itself.
    pub fn whole(node: &'n Node<'n>, path: &str) -> Self {
        Self { node, path: path.to_owned(), leaves: 0..count(node) }
    }

    /// Whether it says nothing: `""`, `null`, `{}` and `[]` are read like a field that is not there.
    pub fn is_silent(&self) -> bool {
        is_silent(self.node)
    }

    /// The fields of an object; nothing where it is none.
    pub fn fields(&self) -> Option<Vec<(&'n str, Self)>> {
        let Node::Map(_) = self.node else { return None };
        let mut from = self.leaves.start;
        let fields = named(self.node).map(|(name, node)| (name, self.inner(node, &escaped(name), &mut from)));
        Some(fields.collect())
    }

    /// The entries of a list; nothing where it is none.
    pub fn entries(&self) -> Option<Vec<Self>> {
        let Node::List(entries) = self.node else { return None };
        let mut from = self.leaves.start;
        Some(entries.iter().enumerate().map(|(index, node)| self.inner(node, &index.to_string(), &mut from)).collect())
    }

    fn inner(&self, node: &'n Node<'n>, step: &str, from: &mut usize) -> Self {
        let start = *from;
        *from = start.saturating_add(count(node));
        Self { node, path: format!("{}/{step}", self.path), leaves: start..*from }
    }
}

/// Every leaf with its place: what holds no other value, and what is empty.
pub(super) fn leaves<'n>(node: &'n Node<'n>, path: &str, into: &mut Vec<(String, &'n Node<'n>)>) {
    match node {
        Node::Map(fields) if !fields.is_empty() => {
            for (name, inner) in named(node) {
                leaves(inner, &format!("{path}/{}", escaped(name)), into);
            }
        }
        Node::List(entries) if !entries.is_empty() => {
            for (index, inner) in entries.iter().enumerate() {
                leaves(inner, &format!("{path}/{index}"), into);
            }
        }
        leaf => into.push((path.to_owned(), leaf)),
    }
}

pub(super) fn is_silent(node: &Node) -> bool {
    match node {
        Node::Null => true,
        Node::Text(text) => text.is_empty(),
        Node::List(entries) => entries.is_empty(),
        Node::Map(fields) => fields.is_empty(),
        _ => false,
    }
}

fn count(node: &Node) -> usize {
    match node {
        Node::Map(fields) if !fields.is_empty() => named(node).map(|(_, inner)| count(inner)).sum(),
        Node::List(entries) if !entries.is_empty() => entries.iter().map(count).sum(),
        _ => 1,
    }
}

/// The fields of an object, each name once.
fn named<'n>(node: &'n Node<'n>) -> impl Iterator<Item = (&'n str, &'n Node<'n>)> {
    let fields = match node {
        Node::Map(fields) => &fields[..],
        _ => &[],
    };
    let twice: Vec<&str> = fields.iter().filter(|(_, node)| *node == TWICE).map(|(name, _)| &**name).collect();
    fields
        .iter()
        .filter(|(_, node)| *node != TWICE)
        .map(move |(name, node)| if twice.contains(&&**name) { (&**name, &TWICE) } else { (&**name, node) })
}

/// A field's name as a step of a JSON Pointer (RFC 6901).
fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
