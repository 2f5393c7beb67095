//! What a statement is asked for.

use crate::calendar::When;
use crate::document::{DocumentKind, Name, Node, Problem, choice, read_document, record};
use crate::money::Currency;

record! {
    /// What a statement is asked for, beside the contract and the events.
    ///
    /// ```json
    /// { "asOf": "2027-03-31", "lines": "none" }
    /// ```
    pub struct Options {
        /// The day (or the moment) on which the statement is drawn up: what is not yet over is not settled, and each line says whether
        /// it is locked or paid. Without it, all periods are over.
        "asOf" => as_of: When = optional,
        /// The currency of the statement, one of those that the contract pays in; the contract's own unless said.
        "currency" => currency: Currency = optional,
        /// The offer that holds, in place of the contract's `chosen`.
        "chosen" => chosen: Name = optional,
        /// Whether the lines are listed, or only their sums.
        "lines" => lines: Listed = defaulted,
    }
}

choice! {
    /// Which lines are listed.
    pub enum Listed = All {
        /// All of them, with their reasons.
        All => "all",
        /// None: only sums, for very many events.
        None => "none",
    }
}

impl Default for Options {
    fn default() -> Self {
        Self { as_of: None, currency: None, chosen: None, lines: Listed::All }
    }
}

/// Reads options.
///
/// # Errors
/// Every mistake in them, each with its place.
pub fn read_options(node: &Node) -> Result<Options, Vec<Problem>> {
    read_document(node, DocumentKind::Options)
}
