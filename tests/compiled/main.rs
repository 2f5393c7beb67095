//! The compiled form of contracts: draw by draw, what a simulation finds is what a projection of the drawn values earns.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod generate;

use generate::{contract, scenario};
use payout_calculator::analyses::{Draws, Running, SimulationQuestion, quantile};
use payout_calculator::contract::read_contract;
use payout_calculator::document::{DocumentKind, Limits, Node, Read, from_json, read_document};
use payout_calculator::json;
use payout_calculator::money::{Number, Rounding};
use payout_calculator::scenario::{Scenario, read_scenario};
use proptest::prelude::*;
use serde_json::{Value, json};

const DRAWS: usize = 4;

fn node(value: &Value) -> Node<'static> {
    let text: &'static str = value.to_string().leak();
    from_json(text, Limits::of(DocumentKind::Scenario)).unwrap()
}

fn question<T: Read>(value: &Value) -> T {
    read_document(&node(value), DocumentKind::Options).unwrap()
}

/// A simulation, draw by draw, and whether it was compiled.
fn simulated(contract: &Value, scenario: &Value) -> Result<(Vec<Number>, bool), String> {
    let asked: SimulationQuestion = question(&json!({ "draws": DRAWS, "seed": 5 }));
    let mut running =
        Running::new(&[node(contract)], &node(scenario), &asked).map_err(|problems| format!("{problems:?}"))?;
    running.draw(u64::try_from(DRAWS).unwrap()).map_err(|problems| format!("{problems:?}"))?;
    Ok((running.earned()[0].clone(), running.compiled()[0]))
}

/// The scenario with the values of one draw in place of its ranges, in the order in which they are drawn.
fn settled(scenario: &Value, read: &Scenario, draws: &mut Draws, minor: u32) -> Value {
    let mut settled = scenario.clone();
    let mut place = 0;
    for (index, stream) in read.streams.iter().enumerate() {
        stream.estimates(|path, shape| {
            let value = quantile(shape, draws.next(place));
            place += 1;
            let Some(field) = settled.pointer_mut(&format!("/streams/{index}/{path}")) else { return };
            if !field.is_object() {
                return;
            }
            *field = match path {
                "amount" => json!(value.round(minor, Rounding::HalfAwayFromZero).to_string()),
                "perMonth" => json!(value.to_string()),
                _ => json!(format!("{}%", value.min(Number::ONE).mul(Number::from_u32(100)).unwrap())),
            };
        });
    }
    settled
}

fn earned_plainly(contract: &Value, scenario: &Value) -> Vec<String> {
    let minor = read_contract(&node(contract)).unwrap().currency.minor_units();
    let read = read_scenario(&node(scenario)).unwrap();
    let mut draws = Draws::new(5);
    let one = |_| {
        let settled = settled(scenario, &read, &mut draws, minor);
        let answer: Value = serde_json::from_str(&json::project(&contract.to_string(), &settled.to_string())).unwrap();
        answer["ok"]["totals"]["earned"].as_str().unwrap_or_else(|| panic!("{answer}")).to_owned()
    };
    (0..DRAWS).map(one).collect()
}

fn equal(contract: &Value, scenario: &Value) -> bool {
    let (drawn, compiled) =
        simulated(contract, scenario).unwrap_or_else(|problem| panic!("{problem}\n{contract}\n{scenario}"));
    let plain: Vec<Number> =
        earned_plainly(contract, scenario).iter().map(|amount| Number::parse(amount).unwrap()).collect();
    assert_eq!(drawn, plain, "\n{contract}\n{scenario}");
    compiled
}

proptest! {
    #[test]
    fn the_compiled_form_earns_what_the_contract_does(contract in contract(), scenario in scenario()) {
        equal(&contract, &scenario);
    }
}

#[test]
fn thresholds_and_limits_that_are_met_exactly_are_met_alike() {
    // Ten of 100 are 1,000 a month and 3,000 a quarter.
    let scenario = json!({ "version": 1, "start": "2027-01", "months": 7,
        "streams": [{ "event": "sale", "perMonth": "10", "amount": "100" }] });
    for mode in ["graduated", "retroactive"] {
        for boundary in ["atLeast", "above"] {
            for (measure, per, from) in [
                ("revenue", "month", "1000"),
                ("revenue", "quarter", "3000"),
                ("revenue", "contract", "7000"),
                ("events", "month", "10"),
                ("customers", "quarter", "30"),
            ] {
                let steps = json!([{ "from": "150", "percent": "9%" }, { "from": from, "percent": "20%" }]);
                let steps = if measure == "revenue" { steps } else { json!([{ "from": from, "fixed": "20" }]) };
                let pay = if measure == "revenue" { json!({ "percent": "5%" }) } else { json!({ "fixed": "5" }) };
                let table =
                    json!({ "mode": mode, "boundary": boundary, "measure": measure, "per": per, "steps": steps });
                let contract = json!({ "version": 1, "currency": "USD", "limits": [{ "max": "200", "per": "month" }],
                    "guarantees": [{ "amount": "50", "per": "month" }],
                    "payouts": [{ "event": "sale", "pay": pay, "tiers": [table], "limits": [{ "max": "600", "per": "quarter" }] }] });
                assert!(equal(&contract, &scenario), "{contract}");
            }
        }
    }
}

#[test]
fn what_machine_words_can_not_hold_is_evaluated_plainly() {
    let contract = json!({ "version": 1, "currency": "USD", "limits": [{ "max": "1000000000000000", "per": "month" }],
        "payouts": [{ "event": "sale", "pay": { "fixed": "99999999999" } }] });
    let scenario = |sales: &str| {
        json!({ "version": 1, "start": "2027-01", "months": 2,
            "streams": [{ "event": "sale", "perMonth": { "low": "0", "likely": "1000", "high": sales } }] })
    };
    assert!(equal(&contract, &scenario("1001")));
    assert!(
        equal(&contract, &scenario("90000000000")),
        "it has a form, which has no room for what comes before the limit"
    );
}

/// Most of what is generated has a compiled form: the law above is about something.
#[test]
fn most_generated_contracts_are_compiled() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let compiled = (0..200).filter(|_| {
        let (contract, scenario) = (contract(), scenario()).new_tree(&mut runner).unwrap().current();
        simulated(&contract, &scenario).unwrap().1
    });
    let many = compiled.count();
    assert!(many >= 100, "{many} of 200");
}
