//! What might happen, and what a contract would then pay, month by month.

mod events;
mod project;

use crate::calendar::Month;
use crate::document::{
    Amount, Count, DocumentKind, Name, Node, Problem, Reader, SchemaLink, Version, read_document, record,
};
use crate::events::{Recurring, contract_value_once};

pub use project::{MonthClause, ProjectedMonth, Projection, ProjectionTotals, project};

record! {
    /// What might happen from a month on: so many events of each type, every month.
    pub struct Scenario {
        /// Where the JSON Schema is, for editors.
        "$schema" => schema: SchemaLink = optional,
        /// The version of this document format: 1.
        "version" => version: Version = required,
        /// The first month.
        "start" => start: Month = required,
        /// How many months: 1 to 120.
        "months" => months: Count = required,
        /// What happens in each of them.
        "streams" => streams: Vec<Stream> = defaulted,
    }
}

record! {
    /// Equal events of one type, so many in every month.
    pub struct Stream {
        /// The event type.
        "event" => event: Name = required,
        /// How many a month.
        "perMonth" => per_month: Count = required,
        /// What each order comes to, in the contract's currency.
        "amount" => amount: Amount = optional,
        /// What each signed contract or subscription will be paid, and how often.
        "recurring" => recurring: Recurring = optional,
        /// The whole value of each signed contract, where it is not a number of equal payments.
        "contractValue" => contract_value: Amount = optional,
    }
    checked by one_contract_value
}

fn one_contract_value(stream: &Stream, at: &mut Reader) {
    contract_value_once(stream.recurring.as_ref(), stream.contract_value, at);
}

/// The longest horizon, in months.
pub const LONGEST: u64 = 120;

/// How many payments a projection works out at most: a stream's events of one month under one clause are one.
pub const MOST_PAYMENTS: usize = 100_000;

/// Reads a scenario.
///
/// # Errors
/// Every mistake in it, each with its place.
pub fn read_scenario(node: &Node) -> Result<Scenario, Vec<Problem>> {
    let scenario: Scenario = read_document(node, DocumentKind::Scenario)?;
    events::months(&scenario)?;
    Ok(scenario)
}
