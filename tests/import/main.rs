//! Terms that were written elsewhere come in: nothing guessed, and nothing dropped in silence.
//!
//! `impact/` holds payloads in the shape of impact.com's Partner Contracts interface, version 16, and rows of an export of actions, all of
//! invented parties; from the project's shared field guide on impact.com (`impact/README.md` of the shared material), whose worked figures
//! are what the tests expect. Of the actions, the first three of each kind are there, those that were cut, reversed or changed, and all
//! filings of March.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::too_many_lines,
    clippy::unreachable,
    clippy::unwrap_used,
    reason = "a test fails by panicking, and a table of cases is long"
)]

mod actions;
mod fields;
mod mutations;
mod readings;
mod samples;
mod shapes;
mod tables;

use payout_calculator::json;
use serde_json::Value;

/// The payloads, by the numbers of their files.
const SAMPLES: [&str; 3] = [
    include_str!("impact/contract-1.json"),
    include_str!("impact/contract-2.json"),
    include_str!("impact/contract-3.json"),
];

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// What an import answers, problems included.
fn answer(payload: &Value, options: Option<&Value>) -> Value {
    let options = options.map(Value::to_string);
    parsed(&json::import_impact(&payload.to_string(), options.as_deref()))
}

/// The only contract of a payload, with its report.
fn imported(payload: &Value, options: Option<&Value>) -> Value {
    let mut answer = answer(payload, options);
    let contracts = answer["ok"]["contracts"].as_array_mut().unwrap_or_else(|| panic!("no contracts"));
    assert_eq!(contracts.len(), 1);
    contracts.remove(0)
}

fn evaluated(contract: &Value, events: &Value) -> Value {
    let answer = parsed(&json::evaluate(&contract.to_string(), &events.to_string(), None));
    assert!(answer["problems"].is_null(), "{}", answer["problems"]);
    answer["ok"].clone()
}

/// The codes of a list of gaps or assumptions, in its order.
fn codes(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|entry| entry["code"].as_str().unwrap()).collect()
}
