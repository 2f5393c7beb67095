//! The boundary to JavaScript: stateless functions, one value in for each document, one value out.
//!
//! Documents come as the plain values that `JSON.parse` makes. Every function answers `{ ok: … }` or `{ problems: […] }`; amounts
//! and counts are decimal strings. None of them throws; a defect in the engine itself traps, and the caller starts a new instance.

use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::document::{DocumentKind, Limits, from_js, to_json};
use crate::outcome::{Given, Outcome, check_contract as check, evaluate_events, project_scenario};

/// Names the place of a panic in the console, before the trap that follows it; in builds whose panics have a place, which those for
/// release have not.
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
pub fn check_contract(contract: &JsValue) -> JsValue {
    written(&check(given(contract, DocumentKind::Contract)))
}

/// Evaluates a contract against a list of events; options may be left out.
#[wasm_bindgen]
#[must_use]
pub fn evaluate(contract: &JsValue, events: &JsValue, options: &JsValue) -> JsValue {
    let asked = !(options.is_undefined() || options.is_null());
    let options = asked.then(|| given(options, DocumentKind::Options));
    written(&evaluate_events(given(contract, DocumentKind::Contract), given(events, DocumentKind::Events), options))
}

/// Projects a contract over a scenario.
#[wasm_bindgen]
#[must_use]
pub fn project(contract: &JsValue, scenario: &JsValue) -> JsValue {
    written(&project_scenario(given(contract, DocumentKind::Contract), given(scenario, DocumentKind::Scenario)))
}

/// Reads a JavaScript value into a document's tree, within the limits of its kind.
#[allow(clippy::unnecessary_wraps, reason = "natively there may be no document, but text that is not JSON")]
fn given(value: &JsValue, document: DocumentKind) -> Given {
    Ok(from_js(value, Limits::of(document)))
}

fn written<T: Serialize>(outcome: &Outcome<T>) -> JsValue {
    // Serializing our own types has no way to fail: no maps with other keys than text.
    js_sys::JSON::parse(&to_json(outcome)).unwrap_or(JsValue::UNDEFINED)
}
