//! Every kind of mistake: its code, and its place.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod language;

use payout_calculator::json;
use serde_json::{Value, json};

/// The codes and places of what is wrong with a contract.
fn contract(contract: &str) -> Vec<(String, String)> {
    found(&json::check_contract(contract), "problems")
}

/// The codes and places of what is wrong with events, beside a contract that is right.
fn events(events: &str) -> Vec<(String, String)> {
    let contract =
        r#"{ "version": 1, "currency": "USD", "payouts": [{ "event": "sale", "pay": { "percent": "10%" } }] }"#;
    found(&json::evaluate(contract, events, None), "problems")
}

fn found(answer: &str, list: &str) -> Vec<(String, String)> {
    let answer: Value = serde_json::from_str(answer).unwrap();
    let list = if list == "warnings" { &answer["ok"]["warnings"] } else { &answer[list] };
    let text = |problem: &Value, key: &str| problem[key].as_str().unwrap().to_owned();
    list.as_array().unwrap().iter().map(|problem| (text(problem, "code"), text(problem, "path"))).collect()
}

fn one(code: &str, path: &str) -> Vec<(String, String)> {
    vec![(code.to_owned(), path.to_owned())]
}

/// A contract in dollars with this beside.
fn with(more: &str) -> String {
    format!(r#"{{ "version": 1, "currency": "USD", {more} }}"#)
}

#[test]
fn each_mistake_in_a_contract_has_its_code_and_place() {
    for (code, path, document) in [
        ("invalid_json", "", "{".to_owned()),
        ("wrong_type", "", "[]".to_owned()),
        ("wrong_type", "/payouts", with(r#""payouts": {}"#)),
        ("wrong_type", "/payouts/0", with(r#""payouts": [null]"#)),
        ("missing_field", "/currency", r#"{ "version": 1 }"#.to_owned()),
        ("missing_field", "/currency", r#"{ "version": 1, "currency": null }"#.to_owned()),
        ("missing_field", "/payouts/0/pay", with(r#""payouts": [{ "event": "sale" }]"#)),
        ("missing_field", "/payouts/0/pay", with(r#""payouts": [{ "event": "sale", "pay": {} }]"#)),
        ("unknown_field", "/a~1b~0c", with(r#""a/b~c": 1"#)),
        ("duplicate_field", "/currency", with(r#""currency": "EUR""#)),
        (
            "duplicate_field",
            "/payouts/0/when/attributes/plan",
            with(
                r#""payouts": [{ "event": "a", "pay": { "fixed": 1 }, "when": { "attributes": { "plan": "a", "plan": "b" } } }]"#,
            ),
        ),
        (
            "duplicate_field",
            "/oneTime/0/amount/USD",
            with(r#""oneTime": [{ "amount": { "USD": 1, "USD": 2 }, "on": "2027-03-01" }]"#),
        ),
        (
            "conflicting_fields",
            "/payouts/0/pay",
            with(r#""payouts": [{ "event": "a", "pay": { "fixed": 1, "percent": "1%" } }]"#),
        ),
        (
            "conflicting_fields",
            "/payouts/0/pay/of",
            with(r#""payouts": [{ "event": "a", "pay": { "fixed": 1, "of": "orderAmount" } }]"#),
        ),
        ("unknown_value", "/rounding", with(r#""rounding": "half_even""#)),
        (
            "unknown_value",
            "/payouts/0/pay/of",
            with(r#""payouts": [{ "event": "a", "pay": { "percent": "1%", "of": "order" } }]"#),
        ),
        ("not_a_number", "/oneTime/0/amount", with(r#""oneTime": [{ "amount": "1e3", "on": "2027-03-01" }]"#)),
        ("not_a_number", "/oneTime/0/amount", with(r#""oneTime": [{ "amount": "", "on": "2027-03-01" }]"#)),
        ("not_a_number", "/oneTime/0/amount", with(r#""oneTime": [{ "amount": "10%", "on": "2027-03-01" }]"#)),
        (
            "too_many_digits",
            "/oneTime/0/amount",
            with(r#""oneTime": [{ "amount": "123456789012345678901234567890", "on": "2027-03-01" }]"#),
        ),
        (
            "too_many_digits",
            "/payouts/0/pay/percent",
            with(r#""payouts": [{ "event": "a", "pay": { "percent": "0.1234567890123456789012345678%" } }]"#),
        ),
        (
            "inexact_number",
            "/oneTime/0/amount",
            with(r#""oneTime": [{ "amount": 90071992547409.925, "on": "2027-03-01" }]"#),
        ),
        (
            "inexact_number",
            "/oneTime/0/amount",
            with(r#""oneTime": [{ "amount": 9007199254740993, "on": "2027-03-01" }]"#),
        ),
        ("out_of_range", "/oneTime/0/amount", with(r#""oneTime": [{ "amount": "-1", "on": "2027-03-01" }]"#)),
        (
            "out_of_range",
            "/payouts/0/pay/percent",
            with(r#""payouts": [{ "event": "a", "pay": { "percent": "-1%" } }]"#),
        ),
        (
            "rate_without_percent",
            "/payouts/0/pay/percent",
            with(r#""payouts": [{ "event": "a", "pay": { "percent": 0.1 } }]"#),
        ),
        (
            "rate_without_percent",
            "/payouts/0/pay/percent",
            with(r#""payouts": [{ "event": "a", "pay": { "percent": "10 %" } }]"#),
        ),
        ("unknown_currency", "/currency", r#"{ "version": 1, "currency": "XAU" }"#.to_owned()),
        ("invalid_date", "/oneTime/0/on", with(r#""oneTime": [{ "amount": "1", "on": "2027-02-29" }]"#)),
        ("unsupported_version", "/version", r#"{ "version": 2, "currency": "USD" }"#.to_owned()),
        ("invalid_text", "/name", with(r#""name": " ""#)),
        ("invalid_text", "/name", with(r#""name": "two\nlines""#)),
        ("invalid_text", "/name", with(&format!(r#""name": "{}""#, "x".repeat(301)))),
    ] {
        assert_eq!(contract(&document), one(code, path), "{document}");
    }
}

#[test]
fn documents_beyond_the_limits_are_refused_at_the_place() {
    let payouts = |count: usize| {
        with(&format!(r#""payouts": [{}]"#, vec![r#"{ "event": "a", "pay": { "fixed": 1 } }"#; count].join(",")))
    };
    assert_eq!(contract(&payouts(1_001)), one("too_long", "/payouts/1000"));
    assert!(!json::check_contract(&payouts(1_000)).contains("problems"));
    let megabyte = "x".repeat(1_000_000);
    assert_eq!(contract(&with(&format!(r#""name": "{megabyte}""#))), one("too_long", "/name"));
    let nested = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(contract(&with(&format!(r#""payouts": {nested}"#))), one("wrong_type", "/payouts/0"));
    assert_eq!(contract(&nested), one("wrong_type", ""));
    let fields: Vec<_> = (0..2_000).map(|index| format!(r#""field{index}": 1"#)).collect();
    assert_eq!(contract(&with(&fields.join(","))), one("too_long", ""));
    let long = format!(r#""{}""#, "x".repeat(9_000));
    let large = with(&format!(r#""payouts": [{}]"#, vec![long; 200].join(",")));
    assert_eq!(contract(&large), one("too_large", ""));
}

#[test]
fn many_mistakes_are_counted_and_the_first_hundred_listed() {
    let problems = contract(&with(&format!(r#""payouts": [{}]"#, vec!["1"; 150].join(","))));
    assert_eq!(problems.len(), 101);
    assert_eq!(problems[100], ("more_problems".to_owned(), String::new()));
    let same = |amount: usize| format!(r#"{{ "id": "a", "type": "sale", "date": "2027-03-14", "amount": {amount} }}"#);
    let conflicts = events(&format!("[{}]", (0..150).map(same).collect::<Vec<_>>().join(",")));
    assert_eq!(conflicts.len(), 101);
}

#[test]
fn each_mistake_in_events_has_its_code_and_place() {
    for (code, path, document) in [
        ("wrong_type", "", "{}"),
        ("missing_field", "/0/date", r#"[{ "type": "sale" }]"#),
        ("invalid_date", "/0/date", r#"[{ "type": "sale", "date": "2027-03-14 10:00" }]"#),
        ("out_of_range", "/0/count", r#"[{ "type": "sale", "date": "2027-03-14", "count": 1.5 }]"#),
        ("out_of_range", "/0/count", r#"[{ "type": "sale", "date": "2027-03-14", "count": "1000000000001" }]"#),
        (
            "conflicting_fields",
            "/0/contractValue",
            r#"[{ "type": "sale", "date": "2027-03-14", "contractValue": 9, "recurring": { "amount": 1, "payments": 9 } }]"#,
        ),
        (
            "conflicting_id",
            "/1/id",
            r#"[{ "id": "a", "type": "sale", "date": "2027-03-14" }, { "id": "a", "type": "lead", "date": "2027-03-14" }]"#,
        ),
        (
            "amount_overflow",
            "/1",
            r#"[{ "type": "sale", "date": "2027-03-14" }, { "type": "sale", "date": "2027-03-14", "amount": "79228162514264337593543950335", "count": 1000 }]"#,
        ),
    ] {
        assert_eq!(events(document), one(code, path), "{document}");
    }
}

#[test]
fn what_is_probably_not_meant_is_warned_of() {
    for (code, path, document) in [
        ("pays_nothing", "", with(r#""payouts": []"#)),
        ("pays_nothing", "", with(r#""payouts": [{ "event": "a", "pay": { "fixed": "0" } }]"#)),
        (
            "rate_above_whole",
            "/payouts/0/pay/percent",
            with(r#""payouts": [{ "event": "a", "pay": { "percent": "100.01%" } }]"#),
        ),
    ] {
        assert_eq!(found(&json::check_contract(&document), "warnings"), one(code, path), "{document}");
    }
    let whole = with(r#""payouts": [{ "event": "a", "pay": { "percent": "100%" } }]"#);
    assert_eq!(found(&json::check_contract(&whole), "warnings"), []);
}

#[test]
fn mistakes_in_every_kind_of_clause_have_their_code_and_place() {
    let wrong = language::wrong(&|contract, events, options| {
        let options = options.map(Value::to_string);
        serde_json::from_str(&json::evaluate(&contract.to_string(), &events.to_string(), options.as_deref())).unwrap()
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_scenario_is_read_like_a_contract() {
    let contract =
        json!({ "version": 1, "currency": "USD", "oneTime": [{ "amount": "1", "on": "2027-03-01" }] }).to_string();
    for (code, path, scenario) in [
        ("invalid_date", "/start", json!({ "version": 1, "start": "2027-13", "months": 1 })),
        ("out_of_range", "/months", json!({ "version": 1, "start": "2027-03", "months": 0 })),
        ("out_of_range", "/months", json!({ "version": 1, "start": "2027-03", "months": 121 })),
        (
            "missing_field",
            "/streams/0",
            json!({ "version": 1, "start": "2027-03", "months": 1, "streams": [{ "event": "a" }] }),
        ),
    ] {
        assert_eq!(found(&json::project(&contract, &scenario.to_string()), "problems"), one(code, path), "{scenario}");
    }
}

#[test]
fn a_projection_of_too_many_payments_is_refused_before_it_is_made() {
    let payouts = vec![json!({ "event": "sale", "pay": { "fixed": "1" } }); 50];
    let contract = json!({ "version": 1, "currency": "USD", "payouts": payouts }).to_string();
    let scenario = |streams: usize| {
        let streams = vec![json!({ "event": "sale", "perMonth": "1" }); streams];
        json!({ "version": 1, "start": "2027-01", "months": 100, "streams": streams }).to_string()
    };
    assert_eq!(found(&json::project(&contract, &scenario(21)), "problems"), one("too_large", ""));
    let answer: Value = serde_json::from_str(&json::project(&contract, &scenario(20))).unwrap();
    assert_eq!(answer["ok"]["totals"]["earned"], "100000.00");
}

#[test]
fn retainers_of_too_many_periods_are_refused_before_they_are_paid() {
    let until = |last: &str| {
        let during = json!({ "from": "2000-01-01", "to": last });
        let retainer = json!({ "amount": "1", "per": "month", "during": during });
        json!({ "version": 1, "currency": "USD", "retainers": [retainer, retainer] }).to_string()
    };
    assert_eq!(found(&json::evaluate(&until("9999-12-31"), "[]", None), "problems"), one("too_large", "/retainers/1"));
    let answer: Value = serde_json::from_str(&json::evaluate(&until("2009-12-31"), "[]", None)).unwrap();
    assert_eq!(answer["ok"]["totals"]["earned"], "240.00");
}

#[test]
fn a_mistyped_name_is_answered_with_the_one_meant() {
    let answer: Value =
        serde_json::from_str(&json::check_contract(&with(r#""payout": [], "rounding": "halfeven""#))).unwrap();
    let hints: Vec<_> =
        answer["problems"].as_array().unwrap().iter().map(|problem| problem["hint"].as_str().unwrap()).collect();
    assert_eq!(hints, ["Did you mean \"payouts\"?", "Did you mean \"halfEven\"?"]);
}
