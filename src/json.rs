//! The native boundary: JSON text in, JSON text out.
//!
//! Every function answers with an [`Outcome`] as JSON: `{"ok": …}` or `{"problems": […]}`, byte for byte what
//! `JSON.stringify` makes of the WebAssembly module's answer to the same documents.

use serde::Serialize;

use crate::document::{Code, DocumentKind, Limits, Problem, from_json, to_json};
use crate::outcome::{Given, Outcome, check_contract as check, evaluate_events, project_scenario};

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

/// Reads JSON text into a document's tree, within the limits of its kind.
fn given(text: &str, document: DocumentKind) -> Given<'_> {
    from_json(text, Limits::of(document)).map_err(|error| {
        vec![Problem {
            document,
            code: Code::InvalidJson,
            path: String::new(),
            message: format!("This is not JSON: {error}."),
            expected: "JSON text".to_owned(),
            got: format!("a mistake in line {}, column {}", error.line(), error.column()),
            hint: None,
        }]
    })
}

fn written<T: Serialize>(outcome: &Outcome<T>) -> String {
    // Serializing our own types into memory has no way to fail: no maps with other keys than text, no failing writer.
    to_json(outcome)
}
