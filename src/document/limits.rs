//! How large a document may be.

use super::node::{Node, Refusal};
use super::problem::DocumentKind;

/// How large a document may be.
///
/// The limits are far above any contract seen, and keep a hostile one from taking memory out of proportion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Levels of lists and objects inside each other.
    pub depth: usize,
    /// Entries of one list.
    pub length: usize,
    /// Fields of one object.
    pub fields: usize,
    /// Bytes of one text.
    pub text: usize,
    /// Values plus bytes of text in the whole document.
    pub size: usize,
}

impl Limits {
    /// For a contract or a scenario.
    pub const TERMS: Self = Self { depth: 32, length: 1_000, fields: 1_000, text: 10_000, size: 1_000_000 };
    /// For a list of events.
    pub const EVENTS: Self = Self { depth: 8, length: 1_000_000, fields: 1_000, text: 1_000, size: 200_000_000 };

    /// For what another system wrote: a list of many contracts, with texts of any length in them.
    pub const PAYLOAD: Self = Self { depth: 32, length: 20_000, fields: 1_000, text: 200_000, size: 50_000_000 };

    /// The limits for a kind of document.
    #[must_use]
    pub const fn of(document: DocumentKind) -> Self {
        match document {
            DocumentKind::Contract | DocumentKind::Scenario | DocumentKind::Options => Self::TERMS,
            DocumentKind::Events => Self::EVENTS,
            DocumentKind::Payload => Self::PAYLOAD,
        }
    }
}

/// What a document may still hold while it is read.
#[derive(Clone, Copy)]
pub(super) struct Budget(Option<usize>);

impl Budget {
    pub const fn new(limits: Limits) -> Self {
        Self(Some(limits.size))
    }

    /// Takes from it; false, from then on, when the document holds too much.
    pub fn take(&mut self, cost: usize) -> bool {
        self.0 = self.0.and_then(|left| left.checked_sub(cost));
        self.0.is_some()
    }

    /// The tree that was read, or its refusal as a whole.
    pub fn judge(self, node: Node<'_>, limits: Limits) -> Node<'_> {
        if self.0.is_some() { node } else { Node::Refused(Refusal::TooLarge(limits.size)) }
    }
}
