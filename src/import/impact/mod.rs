//! Contracts of impact.com, as its interfaces *Retrieve a Contract* and *List Contracts* answer them.
//!
//! Facts about the fields come from the description of the Partner Contracts interface, version 16, of the brand's, version 14, and from
//! the vendor's public help pages. What these leave open is an assumption of the report.

mod actions;
mod bonus;
mod columns;
mod contract;
mod group;
mod limit;
mod object;
mod overrides;
mod pay;
mod payout;
mod rule;
mod settlement;
mod term;

pub use actions::{ActionsOptions, EventNames, ImportedActions, LeftOut, import_actions};
pub use columns::ImportedColumn;

use super::assumption::{Answers, ImportOptions};
use super::leaves::Part;
use super::ledger::Ledger;
use super::report::{Because, Imported, ImportedContract, ImportedField};
use crate::document::{Code, DocumentKind, Node, Problem};

/// Reads a payload: one contract, a list `{ "Contracts": [ … ] }`, or a bare list of contracts.
///
/// # Errors
/// A payload that holds no contract, and answers to what it does not leave open.
pub fn import_contracts(payload: &Node, options: &ImportOptions) -> Result<Imported, Vec<Problem>> {
    let mut answers = Answers::new(options);
    let whole = Part::whole(payload, "");
    let fields = whole.fields();
    let list = match (&fields, payload) {
        (Some(fields), _) => fields.iter().find(|(name, _)| *name == "Contracts").map(|(_, list)| list),
        (None, Node::List(_)) => Some(&whole),
        (None, _) => return Err(no_contract(payload)),
    };
    let imported = match list.map(|list| (list, list.entries())) {
        None => Imported { contracts: vec![one(payload, "", &mut answers)], around: Vec::new() },
        Some((_, None)) => return Err(no_contract(payload)),
        Some((list, Some(entries))) => {
            let contracts = entries.iter().map(|entry| one(entry.node, &entry.path, &mut answers)).collect();
            Imported { contracts, around: around(&whole, list, &mut answers) }
        }
    };
    let problems = answers.problems();
    if problems.is_empty() { Ok(imported) } else { Err(problems) }
}

fn one(node: &Node, path: &str, answers: &mut Answers) -> ImportedContract {
    let part = Part::whole(node, path);
    let mut ledger = Ledger::new(&part, answers);
    let read = contract::contract(&part, &mut ledger);
    let complete = read.contract.is_some() && read.problems.is_empty() && ledger.is_complete();
    ImportedContract {
        path: path.to_owned(),
        id: read.id,
        contract: read.contract,
        complete,
        fields: ledger.fields,
        assumptions: ledger.assumptions,
        gaps: ledger.gaps,
        problems: read.problems,
        warnings: read.warnings,
    }
}

/// The fields beside a list of contracts: the numbers and addresses of its pages.
fn around(whole: &Part, list: &Part, answers: &mut Answers) -> Vec<ImportedField> {
    let mut ledger = Ledger::new(whole, answers);
    let mut kept = Vec::new();
    for (name, part) in whole.fields().unwrap_or_default() {
        if name.starts_with('@') {
            ledger.note(&part);
        }
    }
    for (place, field) in ledger.fields.into_iter().enumerate() {
        let empty_list = list.node == &Node::List(Vec::new());
        if empty_list || !list.leaves.contains(&place) {
            kept.push(field);
        }
    }
    kept
}

fn no_contract(payload: &Node) -> Vec<Problem> {
    let (code, got) = match payload {
        Node::Refused(_) => (Code::TooLarge, payload.describe()),
        other => (Code::WrongType, other.describe()),
    };
    let (message, expected) = ("This holds no contract.", "a contract, or a list of contracts under \"Contracts\"");
    vec![Problem::new(DocumentKind::Payload, code, "", message, expected, &got, None)]
}

/// What an import could not tell about a contract as a whole.
pub(super) fn refuse_all(part: &Part, to: &mut Ledger) {
    to.refuse(part, Because::LeftOut);
}
