//! Documents and their exact answers, natively. `tests/wasm` proves the same bytes in a browser.
//!
//! After a change of what is said, `UPDATE=1 cargo test --test vectors` writes the answers anew; read the difference.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod cases;
mod worked;

use std::fs;
use std::path::Path;

use cases::{CASES, Case};
use payout_calculator::json;
use serde_json::Value;
use serde_json::value::RawValue;

#[test]
fn answers_are_these_bytes() {
    let mut wrong = Vec::new();
    for case in CASES {
        let answer = answer(case);
        if std::env::var_os("UPDATE").is_some() {
            let file =
                Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/vectors/outcomes/{}.out.json", case.name));
            fs::write(file, format!("{answer}\n")).unwrap();
        } else if answer != case.answer.trim_end() {
            wrong.push(format!("{}:\n  {answer}", case.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_is_a_case() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/outcomes");
    assert_eq!(fs::read_dir(folder).unwrap().count(), CASES.len() * 2);
}

/// The models of the accounting brand's program, as its contract states them.
#[test]
fn the_accounting_program_pays_what_its_contract_says() {
    for (name, earned, lines) in [
        ("accounting-lead", "100.00", 1),
        ("accounting-commission", "10.00", 1),
        ("accounting-revenue-share", "120.00", 1),
        ("accounting-one-time", "5000.00", 1),
        ("accounting-combination", "5230.00", 4),
    ] {
        let statement = statement(name);
        assert_eq!(statement["totals"]["earned"], earned, "{name}");
        assert_eq!(statement["lines"].as_array().unwrap().len(), lines, "{name}");
    }
}

#[test]
fn amounts_are_rounded_to_the_currencys_minor_unit() {
    for (name, earned) in [
        ("currency-without-decimals", "1235"),
        ("currency-with-three-decimals", "0.123"),
        ("currency-with-four-decimals", "0.1235"),
        ("rounding-per-event", "0.45"),
        ("stated-contract-value-and-recurring-payment", "993.89"),
        ("rounding-half-even", "0.14"),
        ("views-accumulate", "1000000000.02"),
    ] {
        assert_eq!(statement(name)["totals"]["earned"], earned, "{name}");
    }
}

#[test]
fn five_mistakes_are_five_problems_with_their_places() {
    let case = CASES.iter().find(|case| case.name == "five-mistakes").unwrap();
    let answer: Value = serde_json::from_str(&answer(case)).unwrap();
    let found: Vec<_> = answer["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|problem| (problem["code"].as_str().unwrap(), problem["path"].as_str().unwrap()))
        .collect();
    assert_eq!(
        found,
        [
            ("unknown_field", "/curency"),
            ("unknown_currency", "/currency"),
            ("rate_without_percent", "/payouts/0/pay/percent"),
            ("out_of_range", "/payouts/1/pay/fixed"),
            ("invalid_date", "/oneTime/0/on"),
        ]
    );
}

#[test]
fn text_that_is_no_json_says_where() {
    let answer: Value = serde_json::from_str(&json::check_contract("{\n  \"version\": 1,\n  oops\n}")).unwrap();
    assert_eq!(answer["problems"][0]["code"], "invalid_json");
    assert_eq!(answer["problems"][0]["got"], "a mistake in line 3, column 3");
}

#[test]
fn a_field_written_twice_is_reported() {
    let answer: Value =
        serde_json::from_str(&json::check_contract(r#"{ "version": 1, "currency": "USD", "currency": "EUR" }"#))
            .unwrap();
    assert_eq!(answer["problems"][0]["code"], "duplicate_field");
    assert_eq!(answer["problems"][0]["path"], "/currency");
}

#[test]
fn worked_examples_come_out_as_their_sources_say() {
    let mut wrong = Vec::new();
    let mut cases = 0;
    for family in worked::WORKED {
        let (found, different) = worked::wrong(family, None, &evaluated);
        cases += found;
        wrong.extend(different);
    }
    assert!(wrong.is_empty(), "{} of {cases} cases:\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!(cases, 143);
}

#[test]
fn real_programs_pay_what_they_published() {
    let mut wrong = Vec::new();
    let mut cases = 0;
    for program in worked::PROGRAMS {
        let (found, different) = worked::wrong(&program.cases, Some(program.contract), &evaluated);
        cases += found;
        wrong.extend(different);
    }
    assert!(wrong.is_empty(), "{} of {cases} cases:\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!((worked::PROGRAMS.len(), cases), (24, 45));
}

fn evaluated(contract: &Value, events: &Value, options: Option<&Value>) -> Value {
    let options = options.map(Value::to_string);
    let mut answer: Value =
        serde_json::from_str(&json::evaluate(&contract.to_string(), &events.to_string(), options.as_deref())).unwrap();
    match answer["ok"].take() {
        Value::Null => answer,
        statement => statement,
    }
}

#[derive(serde::Deserialize)]
struct Given<'a> {
    call: &'a str,
    /// As they are written: what is tested is also the order of fields and the form of numbers.
    #[serde(borrow)]
    documents: Vec<&'a RawValue>,
}

fn statement(name: &str) -> Value {
    let case = CASES.iter().find(|case| case.name == name).unwrap();
    let mut answer: Value = serde_json::from_str(&answer(case)).unwrap();
    answer["ok"].take()
}

fn answer(case: &Case) -> String {
    let given: Given = serde_json::from_str(case.given).unwrap();
    let documents: Vec<&str> = given.documents.iter().map(|document| document.get()).collect();
    match (given.call, &documents[..]) {
        ("check_contract", [contract]) => json::check_contract(contract),
        ("evaluate", [contract, events]) => json::evaluate(contract, events, None),
        ("evaluate", [contract, events, options]) => json::evaluate(contract, events, Some(options)),
        ("project", [contract, scenario]) => json::project(contract, scenario),
        ("compare", [contracts, scenario]) => json::compare(contracts, scenario),
        ("break_even", [contracts, scenario, question]) => json::break_even(contracts, scenario, question),
        ("grid", [contracts, scenario, question]) => json::grid(contracts, scenario, question),
        ("equivalent_offers", [contracts, scenario, question]) => {
            json::equivalent_offers(contracts, scenario, question)
        }
        ("price_of_clause", [contract, scenario, question]) => json::price_of_clause(contract, scenario, question),
        ("next_event", [contract, scenario, question]) => json::next_event(contract, scenario, question),
        ("variance_shares", [contract, scenario, question]) => json::variance_shares(contract, scenario, question),
        ("bargain", [contract, scenario, question]) => json::bargain(contract, scenario, question),
        ("goal_seek", [contract, scenario, question]) => json::goal_seek(contract, scenario, question),
        ("milestones", [contract, scenario]) => json::milestones(contract, scenario),
        ("sensitivity", [contract, scenario]) => json::sensitivity(contract, scenario),
        ("import_impact", [payload, options]) => json::import_impact(payload, Some(options)),
        ("read_tiers", [text, options]) => {
            json::read_tiers(&serde_json::from_str::<String>(text).unwrap(), Some(options))
        }
        ("simulate", [contracts, scenario, question]) => json::simulate(contracts, scenario, question),
        (call, _) => panic!("{}: there is no such call of {call}", case.name),
    }
}
