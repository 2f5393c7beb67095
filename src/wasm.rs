//! The boundary to JavaScript: stateless functions, one value in for each document, one value out.
//!
//! Documents come as the plain values that `JSON.parse` makes. Every function answers `{ ok: … }` or `{ problems: […] }`; amounts
//! and counts are decimal strings. None of them throws; a defect in the engine itself traps, and the caller starts a new instance.

use serde::Serialize;
use serde_wasm_bindgen::{Deserializer, Serializer};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::document::{Code, DocumentKind, Limits, Node, Problem};
use crate::outcome::{Given, Outcome, check_contract as check, evaluate_events, project_scenario};

/// Names the place of a panic in the console, before the trap that follows it.
#[wasm_bindgen(start)]
fn start() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(|place| format!(" at {}:{}", place.file(), place.line())).unwrap_or_default();
        web_sys::console::error_1(&format!("payout-calculator: a defect in the engine{place}").into());
    }));
}

/// The engine's version.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Checks a contract.
#[wasm_bindgen]
#[must_use]
pub fn check_contract(contract: JsValue) -> JsValue {
    written(&check(given(contract, DocumentKind::Contract)))
}

/// Evaluates a contract against a list of events.
#[wasm_bindgen]
#[must_use]
pub fn evaluate(contract: JsValue, events: JsValue) -> JsValue {
    written(&evaluate_events(given(contract, DocumentKind::Contract), given(events, DocumentKind::Events)))
}

/// Projects a contract over a scenario.
#[wasm_bindgen]
#[must_use]
pub fn project(contract: JsValue, scenario: JsValue) -> JsValue {
    written(&project_scenario(given(contract, DocumentKind::Contract), given(scenario, DocumentKind::Scenario)))
}

/// Reads a JavaScript value into a document's tree, within the limits of its kind.
fn given(value: JsValue, document: DocumentKind) -> Given {
    Node::read_from(Deserializer::from(value), Limits::of(document)).map_err(|error| {
        vec![Problem {
            document,
            code: Code::WrongType,
            path: String::new(),
            message: "This holds a value that JSON does not have, such as a function.".to_owned(),
            expected: "a plain value, as JSON.parse makes it".to_owned(),
            got: error.to_string(),
            hint: None,
        }]
    })
}

fn written<T: Serialize>(outcome: &Outcome<T>) -> JsValue {
    // Serializing our own types has no way to fail: no maps with other keys than text.
    outcome.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::UNDEFINED)
}
