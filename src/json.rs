//! The native boundary: JSON text in, JSON text out.
//!
//! Every function answers with an [`Outcome`] as JSON: `{"ok": …}` or `{"problems": […]}`, byte for byte what
//! `JSON.stringify` makes of the WebAssembly module's answer to the same documents.

use serde::Serialize;

use crate::document::{Code, DocumentKind, Limits, Problem, from_json, to_json};
use crate::outcome::{Given, Outcome, check_contract as check, evaluate_events, project_scenario};
#[cfg(feature = "analyses")]
use crate::outcome::{
    compare_contracts, find_bargain, find_break_even, find_equivalent_offers, find_milestones, find_next_event,
    find_price_of_clause, find_sensitivity, find_variance_shares, lay_out_grid, seek_goal, simulate_contracts,
};

/// Checks a contract.
#[must_use]
pub fn check_contract(contract: &str) -> String {
    written(&check(given(contract, DocumentKind::Contract)))
}

/// Evaluates a contract against a list of events; options may be left out.
#[must_use]
pub fn evaluate(contract: &str, events: &str, options: Option<&str>) -> String {
    let options = options.map(|options| given(options, DocumentKind::Options));
    written(&evaluate_events(given(contract, DocumentKind::Contract), given(events, DocumentKind::Events), options))
}

/// Projects a contract over a scenario.
#[must_use]
pub fn project(contract: &str, scenario: &str) -> String {
    written(&project_scenario(given(contract, DocumentKind::Contract), given(scenario, DocumentKind::Scenario)))
}

/// Brings in contracts of impact.com; options may be left out.
#[cfg(feature = "import")]
#[must_use]
pub fn import_impact(payload: &str, options: Option<&str>) -> String {
    written(&imported(payload, options))
}

/// The same, for programs in Rust.
#[cfg(feature = "import")]
#[must_use]
pub fn imported(payload: &str, options: Option<&str>) -> Outcome<crate::import::Imported> {
    let options = options.map(|options| given(options, DocumentKind::Options));
    crate::outcome::import_impact(given(payload, DocumentKind::Payload), options)
}

/// Brings in actions of impact.com, as JSON or as comma separated text, with their items if these are given; options may be left out.
#[cfg(feature = "import")]
#[must_use]
pub fn import_actions(actions: &str, items: Option<&str>, options: Option<&str>) -> String {
    written(&imported_actions(actions, items, options))
}

/// The same, for programs in Rust.
#[cfg(feature = "import")]
#[must_use]
pub fn imported_actions(
    actions: &str,
    items: Option<&str>,
    options: Option<&str>,
) -> Outcome<crate::import::ImportedActions> {
    let options = options.map(|options| given(options, DocumentKind::Options));
    crate::outcome::import_actions(table(actions), items.map(table), options)
}

/// Reads tiers that were pasted out of a spreadsheet; options may be left out.
#[cfg(feature = "import")]
#[must_use]
pub fn read_tiers(text: &str, options: Option<&str>) -> String {
    written(&tiers_read(text, options))
}

/// The same, for programs in Rust.
#[cfg(feature = "import")]
#[must_use]
pub fn tiers_read(text: &str, options: Option<&str>) -> Outcome<crate::import::ReadTable> {
    let options = options.map(|options| given(options, DocumentKind::Options));
    crate::outcome::read_tiers(text, options)
}

/// Rows, as JSON or as comma separated text.
#[cfg(feature = "import")]
fn table(text: &str) -> Given<'_> {
    if crate::import::is_table(text) {
        return crate::import::rows(text, DocumentKind::Payload);
    }
    from_json(text, Limits::EVENTS).map_err(|error| no_json(&error, DocumentKind::Payload))
}

/// Compares a list of contracts over a scenario.
#[cfg(feature = "analyses")]
#[must_use]
pub fn compare(contracts: &str, scenario: &str) -> String {
    written(&compare_contracts(given(contracts, DocumentKind::Contract), given(scenario, DocumentKind::Scenario)))
}

/// Finds where the two contracts of a list pay the same over a scenario, along the number that the question is about.
#[cfg(feature = "analyses")]
#[must_use]
pub fn break_even(contracts: &str, scenario: &str, question: &str) -> String {
    let question = given(question, DocumentKind::Options);
    written(&find_break_even(
        given(contracts, DocumentKind::Contract),
        given(scenario, DocumentKind::Scenario),
        question,
    ))
}

/// Lays out what the contracts of a list pay at many values of one or two numbers.
#[cfg(feature = "analyses")]
#[must_use]
pub fn grid(contracts: &str, scenario: &str, question: &str) -> String {
    let question = given(question, DocumentKind::Options);
    written(&lay_out_grid(given(contracts, DocumentKind::Contract), given(scenario, DocumentKind::Scenario), question))
}

/// Finds what reaches a goal.
#[cfg(feature = "analyses")]
#[must_use]
pub fn goal_seek(contract: &str, scenario: &str, question: &str) -> String {
    let question = given(question, DocumentKind::Options);
    written(&seek_goal(given(contract, DocumentKind::Contract), given(scenario, DocumentKind::Scenario), question))
}

/// Tells where a contract stands at the end of each month of a scenario.
#[cfg(feature = "analyses")]
#[must_use]
pub fn milestones(contract: &str, scenario: &str) -> String {
    written(&find_milestones(given(contract, DocumentKind::Contract), given(scenario, DocumentKind::Scenario)))
}

/// Finds which range of a scenario moves the result most.
#[cfg(feature = "analyses")]
#[must_use]
pub fn sensitivity(contract: &str, scenario: &str) -> String {
    written(&find_sensitivity(given(contract, DocumentKind::Contract), given(scenario, DocumentKind::Scenario)))
}

/// Simulates a list of contracts over a scenario.
#[cfg(feature = "analyses")]
#[must_use]
pub fn simulate(contracts: &str, scenario: &str, question: &str) -> String {
    let question = given(question, DocumentKind::Options);
    let (contracts, scenario) = (given(contracts, DocumentKind::Contract), given(scenario, DocumentKind::Scenario));
    written(&simulate_contracts(contracts, scenario, question))
}

/// Finds what makes the other contracts of a list worth what the first one is.
#[cfg(feature = "analyses")]
#[must_use]
pub fn equivalent_offers(contracts: &str, scenario: &str, question: &str) -> String {
    let question = given(question, DocumentKind::Options);
    let (contracts, scenario) = (given(contracts, DocumentKind::Contract), given(scenario, DocumentKind::Scenario));
    written(&find_equivalent_offers(contracts, scenario, question))
}

/// Finds what a clause is worth.
#[cfg(feature = "analyses")]
#[must_use]
pub fn price_of_clause(contract: &str, scenario: &str, question: &str) -> String {
    asked_of_one(contract, scenario, question, find_price_of_clause)
}

/// Finds what one more event adds.
#[cfg(feature = "analyses")]
#[must_use]
pub fn next_event(contract: &str, scenario: &str, question: &str) -> String {
    asked_of_one(contract, scenario, question, find_next_event)
}

/// Finds how much of the spread each range explains.
#[cfg(feature = "analyses")]
#[must_use]
pub fn variance_shares(contract: &str, scenario: &str, question: &str) -> String {
    asked_of_one(contract, scenario, question, find_variance_shares)
}

/// Finds what two sides can agree on.
#[cfg(feature = "analyses")]
#[must_use]
pub fn bargain(contract: &str, scenario: &str, question: &str) -> String {
    asked_of_one(contract, scenario, question, find_bargain)
}

#[cfg(feature = "analyses")]
fn asked_of_one<T: Serialize>(
    contract: &str,
    scenario: &str,
    question: &str,
    find: fn(Given, Given, Given) -> Outcome<T>,
) -> String {
    let question = given(question, DocumentKind::Options);
    let (contract, scenario) = (given(contract, DocumentKind::Contract), given(scenario, DocumentKind::Scenario));
    written(&find(contract, scenario, question))
}

/// Reads JSON text into a document's tree, within the limits of its kind.
fn given(text: &str, document: DocumentKind) -> Given<'_> {
    from_json(text, Limits::of(document)).map_err(|error| no_json(&error, document))
}

fn no_json(error: &serde_json::Error, document: DocumentKind) -> Vec<Problem> {
    vec![Problem {
        document,
        code: Code::InvalidJson,
        path: String::new(),
        message: format!("This is not JSON: {error}."),
        expected: "JSON text".to_owned(),
        got: format!("a mistake in line {}, column {}", error.line(), error.column()),
        hint: None,
    }]
}

fn written<T: Serialize>(outcome: &Outcome<T>) -> String {
    // Serializing our own types into memory has no way to fail: no maps with other keys than text, no failing writer.
    to_json(outcome)
}
