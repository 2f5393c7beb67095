//! The same documents give the same bytes in a browser as natively; and what only JavaScript can send is refused in words.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

#[path = "../vectors/cases.rs"]
mod cases;
#[path = "../problems/language.rs"]
mod language;
#[path = "../vectors/worked.rs"]
mod worked;

use cases::CASES;
use js_sys::{Array, Function, JSON, Object, Reflect};
use payout_calculator::wasm;
use serde_json::Value;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn answers_are_the_bytes_of_the_native_engine() {
    for case in CASES {
        let given = JSON::parse(case.given).unwrap();
        let documents = Array::from(&get(&given, "documents"));
        let (one, two) = (documents.get(0), documents.get(1));
        let answer = match get(&given, "call").as_string().as_deref() {
            Some("check_contract") => wasm::check_contract(&one),
            Some("evaluate") => wasm::evaluate(&one, &two, &documents.get(2)),
            Some("project") => wasm::project(&one, &two),
            Some("compare") => wasm::compare(&one, &two),
            Some("break_even") => wasm::break_even(&one, &two, &documents.get(2)),
            Some("grid") => wasm::grid(&one, &two, &documents.get(2)),
            Some("equivalent_offers") => wasm::equivalent_offers(&one, &two, &documents.get(2)),
            Some("price_of_clause") => wasm::price_of_clause(&one, &two, &documents.get(2)),
            Some("next_event") => wasm::next_event(&one, &two, &documents.get(2)),
            Some("variance_shares") => wasm::variance_shares(&one, &two, &documents.get(2)),
            Some("bargain") => wasm::bargain(&one, &two, &documents.get(2)),
            Some("goal_seek") => wasm::goal_seek(&one, &two, &documents.get(2)),
            Some("milestones") => wasm::milestones(&one, &two),
            Some("sensitivity") => wasm::sensitivity(&one, &two),
            Some("import_impact") => wasm::import_impact(&one, &two),
            Some("read_tiers") => wasm::read_tiers(&one, &two),
            Some("simulate") => wasm::simulate(&one, &two, &documents.get(2)),
            call => panic!("{}: there is no call {call:?}", case.name),
        };
        assert_eq!(text(&answer), case.answer.trim_end(), "{}", case.name);
    }
}

#[wasm_bindgen_test]
fn the_accounting_program_pays_what_its_contract_says() {
    let contract = JSON::parse(
        r#"{ "version": 1, "currency": "USD",
             "payouts": [
               { "event": "lead", "pay": { "fixed": "100" } },
               { "event": "sale", "pay": { "percent": "10%" } },
               { "event": "subscription", "pay": { "percent": "10%", "of": "contractValue" } } ],
             "oneTime": [ { "amount": "5000", "on": "2027-03-01" } ] }"#,
    );
    let events = JSON::parse(
        r#"[ { "type": "lead", "date": "2027-03-14" },
             { "type": "sale", "date": "2027-03-14", "amount": "100" },
             { "type": "subscription", "date": "2027-03-14", "recurring": { "amount": "100", "payments": 12 } } ]"#,
    );
    let statement = get(&wasm::evaluate(&contract.unwrap(), &events.unwrap(), &JsValue::UNDEFINED), "ok");
    assert_eq!(get(&get(&statement, "totals"), "earned").as_string().as_deref(), Some("5230.00"));
    let lines = Array::from(&get(&statement, "lines"));
    let amounts: Vec<_> = lines.iter().filter_map(|line| get(&line, "amount").as_string()).collect();
    assert_eq!(amounts, ["100.00", "10.00", "120.00", "5000.00"]);
}

#[wasm_bindgen_test]
fn documents_may_be_json_text() {
    let contract =
        r#"{ "version": 1, "currency": "USD", "payouts": [{ "event": "sale", "pay": { "percent": "10%" } }] }"#;
    let events = r#"[{ "type": "sale", "date": "2027-03-14", "amount": 100, "customer": null }]"#;
    let asked = |contract: &JsValue, events: &JsValue| text(&wasm::evaluate(contract, events, &JsValue::UNDEFINED));
    let values = asked(&JSON::parse(contract).unwrap(), &JSON::parse(events).unwrap());
    assert!(values.contains(r#""earned":"10.00""#), "{values}");
    assert_eq!(asked(&contract.into(), &events.into()), values);
    let refused = |events: &JsValue, code: &str| {
        let answer = asked(&contract.into(), events);
        assert!(answer.contains(&format!(r#""document":"events","code":"{code}","path":"""#)), "{answer}");
    };
    refused(&"[{]".into(), "invalid_json");
    refused(&"\"sale\"".into(), "wrong_type");
    let half = js_sys::JsString::from_char_code(&[0x5b, 0x22, 0xd800, 0x22, 0x5d]);
    refused(&half, "wrong_type");
}

#[wasm_bindgen_test]
fn worked_examples_come_out_as_their_sources_say() {
    for family in worked::WORKED {
        let (_, wrong) = worked::wrong(family, None, &evaluated);
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

#[wasm_bindgen_test]
fn real_programs_pay_what_they_published() {
    for program in worked::PROGRAMS {
        let (_, wrong) = worked::wrong(&program.cases, Some(program.contract), &evaluated);
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

#[wasm_bindgen_test]
fn mistakes_in_every_kind_of_clause_have_their_code_and_place() {
    let wrong = language::wrong(&answered);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn evaluated(contract: &Value, events: &Value, options: Option<&Value>) -> Value {
    let mut answer = answered(contract, events, options);
    match answer["ok"].take() {
        Value::Null => answer,
        statement => statement,
    }
}

fn answered(contract: &Value, events: &Value, options: Option<&Value>) -> Value {
    let document = |value: &Value| JSON::parse(&value.to_string()).unwrap();
    let options = options.map_or(JsValue::UNDEFINED, document);
    let answer = text(&wasm::evaluate(&document(contract), &document(events), &options));
    serde_json::from_str(&answer).unwrap()
}

#[wasm_bindgen_test]
fn numbers_that_are_none_are_refused() {
    for (value, got) in [(f64::NAN, "NaN"), (f64::INFINITY, "Infinity"), (f64::NEG_INFINITY, "-Infinity")] {
        let problem = first_problem(&amount(&value.into()));
        assert_eq!(get(&problem, "path").as_string().as_deref(), Some("/oneTime/0/amount"));
        assert_eq!(get(&problem, "got").as_string().as_deref(), Some(got));
    }
}

#[wasm_bindgen_test]
fn values_that_json_does_not_have_are_refused() {
    let symbol = JsValue::symbol(Some("price"));
    for value in [Function::new_no_args("").into(), symbol, Array::new().into(), JsValue::from(1_u64 << 60)] {
        let problems = get(&wasm::check_contract(&amount(&value)), "problems");
        assert!(Array::from(&problems).length() > 0, "{value:?}");
    }
}

#[wasm_bindgen_test]
fn an_object_that_holds_itself_ends() {
    let contract = Object::new();
    Reflect::set(&contract, &"name".into(), &contract).unwrap();
    let problems = Array::from(&get(&wasm::check_contract(&contract), "problems"));
    assert!(problems.length() > 0);
    // A hundred times on each level, which no limit on the levels alone would stop in time.
    let events = Array::new();
    for _ in 0..100 {
        events.push(&events);
    }
    let answer = wasm::evaluate(&contract, &events, &JsValue::UNDEFINED);
    let found: Vec<JsValue> = Array::from(&get(&answer, "problems")).iter().collect();
    let inside = |problem: &&JsValue| get(problem, "got").as_string().as_deref() == Some("a value inside itself");
    let events =
        found.iter().filter(inside).filter(|problem| get(problem, "document").as_string().as_deref() == Some("events"));
    assert_eq!(events.count(), 100);
}

#[wasm_bindgen_test]
fn text_with_half_a_character_is_refused() {
    let contract = JSON::parse(r#"{ "version": 1, "currency": "USD", "name": "half \ud83d" }"#).unwrap();
    let problem = first_problem(&contract);
    assert_eq!(get(&problem, "path").as_string().as_deref(), Some("/name"));
    assert_eq!(get(&problem, "got").as_string().as_deref(), Some("text with half a character"));
    let contract = JSON::parse(
        r#"{ "version": 1, "currency": "USD", "payouts": [
            { "event": "sale", "pay": { "fixed": "1" }, "when": { "attributes": { "chan\ud83d": { "is": "mail" } } } }
        ] }"#,
    )
    .unwrap();
    assert_eq!(get(&first_problem(&contract), "got").as_string().as_deref(), Some("text with half a character"));
    // The character for what can't be read is a character like others.
    let contract = JSON::parse(r#"{ "version": 1, "currency": "USD", "name": "read \ufffd" }"#).unwrap();
    assert!(!get(&wasm::check_contract(&contract), "ok").is_undefined());
}

fn amount(value: &JsValue) -> JsValue {
    let contract =
        JSON::parse(r#"{ "version": 1, "currency": "USD", "oneTime": [ { "on": "2027-03-01" } ] }"#).unwrap();
    let payment = Array::from(&get(&contract, "oneTime")).get(0);
    Reflect::set(&payment, &"amount".into(), value).unwrap();
    contract
}

fn first_problem(contract: &JsValue) -> JsValue {
    Array::from(&get(&wasm::check_contract(contract), "problems")).get(0)
}

fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).unwrap()
}

fn text(value: &JsValue) -> String {
    JSON::stringify(value).unwrap().into()
}
