//! Dated conversion events: what happened, that a contract may pay for.

mod normalise;

use crate::calendar::Date;
use crate::document::{Amount, Code, Count, DocumentKind, Name, Node, Problem, Problems, read_document, record};

pub use normalise::{Normalised, normalise};

record! {
    /// A dated conversion, or a number of equal ones.
    pub struct Event {
        /// What tells this event from every other. An event without one is told from others by what it says: equal ones are counted together.
        "id" => id: Name = optional,
        /// The event type: `sale`, `lead`, or whatever name the contract uses.
        "type" => kind: Name = required,
        /// The day on which it happened, in the contract's own calendar.
        "date" => date: Date = required,
        /// How many equal events this stands for; 1 unless said. The result is that of so many single events; 0 is none.
        "count" => count: Count = defaulted,
        /// What the order came to, in the contract's currency.
        "amount" => amount: Amount = optional,
        /// What a signed contract or subscription will be paid, and how often.
        "recurring" => recurring: Recurring = optional,
        /// The whole value of a signed contract, where it is not a number of equal payments.
        "contractValue" => contract_value: Amount = optional,
    }
}

record! {
    /// Equal payments that a customer has signed for.
    pub struct Recurring {
        /// One payment, in the contract's currency.
        "amount" => amount: Amount = required,
        /// How many payments were signed: 12 for a year of monthly payments.
        "payments" => payments: Count = required,
    }
}

/// Reads a list of events.
///
/// # Errors
/// Every mistake in it, each with its place.
pub fn read_events(node: &Node) -> Result<Vec<Event>, Vec<Problem>> {
    let events: Vec<Event> = read_document(node, DocumentKind::Events)?;
    let values = events.iter().map(|event| (event.recurring.as_ref(), event.contract_value));
    one_contract_value(DocumentKind::Events, "", values)?;
    Ok(events)
}

/// Refuses entries that say a contract's value twice: as payments, and as a sum.
///
/// # Errors
/// Every such entry, by its index under `path`.
pub(crate) fn one_contract_value<'a>(
    document: DocumentKind,
    path: &str,
    entries: impl Iterator<Item = (Option<&'a Recurring>, Option<Amount>)>,
) -> Result<(), Vec<Problem>> {
    let mut problems = Problems::new(document);
    for (index, (recurring, value)) in entries.enumerate() {
        if let (Some(_), Some(value)) = (recurring, value) {
            problems.push(Problem {
                document,
                code: Code::ConflictingFields,
                path: format!("{path}/{index}/contractValue"),
                message: "The contract's value is said twice: as payments and as a sum.".to_owned(),
                expected: "either \"recurring\" or \"contractValue\"".to_owned(),
                got: value.number().to_string(),
                hint: None,
            });
        }
    }
    let problems = problems.into_vec();
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}
