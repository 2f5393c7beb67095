//! Bringing terms in that were written elsewhere: contracts of other systems, actions, and tiers out of a spreadsheet.
//!
//! Nothing is guessed and nothing dropped in silence. Every field of a payload is carried over, kept as a note, or reported with the
//! reason; what a payload leaves open is an [`Assumption`], which the caller can answer.

mod assumption;
mod draft;
mod impact;
mod leaves;
mod ledger;
mod report;
mod rows;
mod table;

pub use assumption::{AssumptionCode, ImportAnswer, ImportOptions};
pub use draft::Draft;
pub use impact::{
    ActionsOptions, EventNames, ImportedActions, ImportedColumn, LeftOut, import_actions, import_contracts,
};
pub use report::{Assumption, Because, Fate, Gap, GapCode, Imported, ImportedContract, ImportedField};

pub use table::{
    CellCode, CellProblem, ColumnRole, DecimalSign, Paid, ReadRow, ReadTable, TableOptions, TableReading,
    TableReadingCode, read_tiers,
};

pub(crate) use rows::{is_table, rows};

use crate::document::{DocumentKind, Node, Problem, read_document};

/// Reads what the caller of an import knows better.
///
/// # Errors
/// Every mistake in it, each with its place.
pub fn read_import_options(node: &Node) -> Result<ImportOptions, Vec<Problem>> {
    read_document(node, DocumentKind::Options)
}

/// Reads how actions become events.
///
/// # Errors
/// Every mistake in it, each with its place.
pub fn read_actions_options(node: &Node) -> Result<ActionsOptions, Vec<Problem>> {
    read_document(node, DocumentKind::Options)
}

/// Reads what a pasted table does not say.
///
/// # Errors
/// Every mistake in it, each with its place.
pub fn read_table_options(node: &Node) -> Result<TableOptions, Vec<Problem>> {
    read_document(node, DocumentKind::Options)
}
