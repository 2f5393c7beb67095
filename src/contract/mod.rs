//! The terms document: what a partner contract pays.

mod check;
mod clause;
mod facts;
mod terms;
mod warnings;

pub use clause::Clause;
pub use facts::{ContractFacts, OfferFacts, OneTimeFacts, PayFacts, PayoutFacts, Phrase, Say, Sentence, Value};
pub use terms::*;
pub use warnings::warnings;

use crate::document::{DocumentKind, Node, Problem, read_document};

/// Reads a contract.
///
/// # Errors
/// Every mistake in it, each with its place.
pub fn read_contract(node: &Node) -> Result<Contract, Vec<Problem>> {
    read_document(node, DocumentKind::Contract)
}
