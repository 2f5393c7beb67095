//! The terms document: what a partner contract pays.

mod check;
mod clause;
mod facts;
mod terms;

pub use check::warnings;
pub use clause::Clause;
pub use facts::{ContractFacts, OneTimeFacts, PayFacts, PayoutFacts};
pub use terms::{Base, Contract, OneTime, Pay, Payout};

use crate::document::{DocumentKind, Node, Problem, read_document};

/// Reads a contract.
///
/// # Errors
/// Every mistake in it, each with its place.
pub fn read_contract(node: &Node) -> Result<Contract, Vec<Problem>> {
    read_document(node, DocumentKind::Contract)
}
