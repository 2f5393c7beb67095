//! The analyses, held against closed forms and worked examples whose numbers come from elsewhere.
#![cfg(all(not(target_arch = "wasm32"), feature = "analyses"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::cast_precision_loss,
    clippy::float_arithmetic,
    reason = "a test fails by panicking, and compares with closed forms"
)]

mod bargaining;
mod pages;
mod properties;
#[path = "../laws/strategies.rs"]
#[allow(
    dead_code,
    clippy::arithmetic_side_effects,
    reason = "of what is shared with the laws, contracts with every clause"
)]
mod strategies;
mod worked_examples;

use payout_calculator::analyses::{
    EquivalentQuestion, GoalQuestion, PriceQuestion, Simulation, SimulationQuestion, Vary, break_even, compare,
    equivalent_offers, goal_seek, price_of_clause, sensitivity, simulate,
};
use payout_calculator::document::{DocumentKind, Limits, Node, Problem, Read, from_json, read_document};
use serde_json::{Value, json};

fn node(text: &str) -> Node<'_> {
    from_json(text, Limits::TERMS).unwrap()
}

fn question<T: Read>(value: &Value) -> T {
    read_document(&node(&value.to_string()), DocumentKind::Options).unwrap()
}

fn contract(payouts: &Value, rest: &Value) -> String {
    let mut contract = json!({ "version": 1, "currency": "USD", "payouts": payouts });
    contract.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
    contract.to_string()
}

fn scenario(streams: &Value) -> String {
    json!({ "version": 1, "start": "2027-01", "months": 1, "streams": streams }).to_string()
}

fn written(value: &impl serde::Serialize) -> Value {
    serde_json::to_value(value).unwrap()
}

/// Source: worked example `ES7b`, and the anchors of the scenarios' design, "fee 500 + 10 % against CPA 12 at $80: equal at exactly 125 sales".
#[test]
fn a_fee_and_a_commission_break_even_with_a_fixed_amount_at_125_sales() {
    let fee = contract(
        &json!([{ "event": "sale", "pay": { "percent": "10%" } }]),
        &json!({ "oneTime": [{ "amount": "500", "on": "2027-01-01" }] }),
    );
    let cpa = contract(&json!([{ "event": "sale", "pay": { "fixed": "12" } }]), &json!({}));
    let sales = scenario(&json!([{ "event": "sale", "perMonth": "1", "amount": "80" }]));
    for to in ["200", "1000000"] {
        let vary: Vary = question(&json!({ "path": "/streams/0/perMonth", "from": "0", "to": to }));
        let found = written(&break_even(&node(&fee), &node(&cpa), &node(&sales), &vary).unwrap());
        let expected = json!([
            { "from": "0", "to": "124", "ahead": 0 },
            { "from": "125", "to": "125", "ahead": null },
            { "from": "126", "to": to, "ahead": 1 },
        ]);
        assert_eq!(found["stretches"], expected);
        assert_eq!(found["crossings"][0]["paidBefore"], json!(["1492.00", "1488.00"]));
    }
}

/// Source: the anchors, "5 %/7 %/10 % from 10,000/25,000: at 30,000 graduated pays 2,050, retroactive 3,000; at 25,000 the retroactive
/// one jumps from 1,750 to 2,500".
#[test]
fn a_cliff_is_a_crossing_between_neighbours() {
    let tiers = |mode: &str| {
        contract(
            &json!([{ "event": "sale", "pay": { "percent": "5%" }, "tiers": [{ "mode": mode, "steps": [
                { "from": "10000", "percent": "7%" }, { "from": "25000", "percent": "10%" } ] }] }]),
            &json!({}),
        )
    };
    let flat = contract(&json!([{ "event": "sale", "pay": { "percent": "8%" } }]), &json!({}));
    let sales = scenario(&json!([{ "event": "sale", "perMonth": "1", "amount": "80" }]));
    let vary: Vary = question(&json!({ "path": "/streams/0/amount", "from": "1", "to": "50000" }));
    let found = written(&break_even(&node(&tiers("retroactive")), &node(&flat), &node(&sales), &vary).unwrap());
    assert_eq!(found["crossings"][0]["before"], "24999");
    assert_eq!(found["crossings"][0]["paidAfter"], json!(["2500.00", "2000.00"]));
    // The curve shows it as a cliff, and the one at 10,000, where nothing crosses, as well as can be among the values looked at.
    let curve: Vec<(f64, f64)> = found["curve"]
        .as_array()
        .unwrap()
        .iter()
        .map(|point| {
            let number = |value: &Value| value.as_str().unwrap().parse::<f64>().unwrap();
            (number(&point["value"]), number(&point["paid"][0]))
        })
        .collect();
    assert!(curve.len() < 100 && curve.is_sorted_by(|one, other| one.0 < other.0), "{}", curve.len());
    for cliff in [10_000.0, 25_000.0] {
        let after = curve.iter().position(|(value, _)| *value >= cliff).unwrap();
        let wide = curve[after].0 - curve[after - 1].0;
        assert!(wide < 50_000.0 / 128.0, "the cliff at {cliff} is {wide} wide");
    }
    let at = |contract: &str, amount: &str| {
        let sales = scenario(&json!([{ "event": "sale", "perMonth": "1", "amount": amount }]));
        written(&compare(&[node(contract)], &node(&sales)).unwrap())["contracts"][0]["earned"].clone()
    };
    assert_eq!(at(&tiers("graduated"), "30000"), "2050.00");
    assert_eq!(at(&tiers("retroactive"), "30000"), "3000.00");
}

/// Source: worked example `ES9a`, and the anchors, "the rate that pays 2,500 on 15,200 is 16.447368 %; the next 0.01 % above pays 2,500.40".
#[test]
fn the_first_rate_that_reaches_a_goal_is_found_with_its_neighbour() {
    let terms = contract(&json!([{ "event": "sale", "pay": { "percent": "10%" } }]), &json!({}));
    let sales = scenario(&json!([{ "event": "sale", "perMonth": "1", "amount": "15200" }]));
    let rate = json!({ "document": "contract", "path": "/payouts/0/pay/percent", "from": "0%", "to": "100%" });
    let asked = |goal: &str| {
        let question: GoalQuestion = question(&json!({ "earn": goal, "vary": rate }));
        written(&goal_seek(&node(&terms), &node(&sales), &question).unwrap())
    };
    let found = asked("2500");
    assert_eq!(found["reached"], json!({ "value": "16.45%", "earned": "2500.40" }));
    assert_eq!(found["before"], json!({ "value": "16.44%", "earned": "2498.88" }));
    assert_eq!(asked("0")["before"], Value::Null);
    // Exactly, it lies between 16.447368 and 16.447369 %.
    let fine = json!({ "document": "contract", "path": "/payouts/0/pay/percent", "from": "0%", "to": "100%", "step": "0.000001%" });
    let exact = terms.replace(r#""currency""#, r#""rounding": "down", "currency""#);
    let question: GoalQuestion = question(&json!({ "earn": "2500", "vary": fine }));
    let found = written(&goal_seek(&node(&exact), &node(&sales), &question).unwrap());
    assert_eq!((&found["before"]["value"], &found["reached"]["value"]), (&json!("16.447368%"), &json!("16.447369%")));
    let never = asked("15200.01");
    assert_eq!(never["reached"], Value::Null);
    assert_eq!(never["most"], json!({ "value": "100%", "earned": "15200.00" }));
}

const UNSURE: &str = r#"[{ "event": "sale", "perMonth": { "p5": "150", "p95": "260" }, "amount": { "p5": "60", "p95": "105" }, "approved": "95%" }]"#;

fn simulated(contracts: &[String], draws: u64, seed: u64) -> Simulation {
    let sales = scenario(&serde_json::from_str(UNSURE).unwrap());
    let nodes: Vec<Node> = contracts.iter().map(|contract| node(contract)).collect();
    let question: SimulationQuestion = question(&json!({ "draws": draws, "seed": seed, "goal": "2280" }));
    simulate(&nodes, &node(&sales), &question).unwrap()
}

/// Source: the anchors' closed forms of the same model: conversions and order value lognormal, 15 % of what is approved.
#[test]
fn ten_thousand_draws_come_to_the_closed_forms() {
    let plain = json!([{ "event": "sale", "pay": { "percent": "15%" } }]);
    let terms = [
        contract(&plain, &json!({})),
        contract(&plain, &json!({ "guarantees": [{ "amount": "2000", "per": "month" }] })),
        contract(&plain, &json!({ "limits": [{ "max": "3000", "per": "month" }] })),
    ];
    let found = written(&simulated(&terms, 10_000, 1));
    let number = |value: &Value| value.as_str().unwrap().parse::<f64>().unwrap();
    let near = |what: &str, value: f64, expected: f64, error: f64| {
        assert!((value - expected).abs() <= 4.0 * error, "{what}: {value}, and not {expected} within 4 × {error}");
    };
    let own = &found["contracts"][0];
    let mean = number(&own["mean"]);
    near("mean", mean, 2298.12, number(&own["standardError"]));
    near("deviation", number(&own["standardDeviation"]), 556.05, 6.0);
    // The error of a quantile: √(p (1 − p) / n) / density there.
    // Worked examples `ES2b` and `ES2d`. The error of a quantile: √(p (1 − p) / n) / density there.
    let percentiles = [1508.78, 1645.36, 1901.72, 2233.66, 2623.54, 3032.31, 3306.80];
    let errors = [7.61, 6.70, 6.18, 6.68, 8.53, 12.36, 16.67];
    for (place, (expected, error)) in percentiles.into_iter().zip(errors).enumerate() {
        near("percentile", number(&own["percentiles"][place]), expected, error);
    }
    assert!((number(&own["standardError"]) - 5.56).abs() < 0.2, "{own}");
    near("reached", own["reached"].as_f64().unwrap() / 10_000.0, 0.4657, 0.005);
    // What a clause is worth, over the same draws: the error is that of the difference.
    near("guarantee", number(&found["contracts"][1]["mean"]) - mean, 88.398, 1.8);
    near("cap", mean - number(&found["contracts"][2]["mean"]), 41.326, 1.6);
    let against = &found["against"][0];
    assert_eq!(against["more"], 0, "a guarantee never takes anything");
    assert_eq!(against["same"].as_u64().unwrap() + against["less"].as_u64().unwrap(), 10_000);
}

/// Source: the anchors, "a guarantee of 2,000 adds 88.398 a month; a cap of 3,000 takes 41.326".
#[test]
fn a_clause_is_worth_its_closed_form() {
    let terms = contract(
        &json!([{ "event": "sale", "pay": { "percent": "15%" } }]),
        &json!({ "guarantees": [{ "amount": "2000", "per": "month" }], "limits": [{ "max": "3000", "per": "month" }] }),
    );
    let sales = scenario(&serde_json::from_str(UNSURE).unwrap());
    for (path, expected) in [("/guarantees/0", 88.398), ("/limits/0", -41.326)] {
        let asked: PriceQuestion = question(&json!({ "path": path, "seed": 3 }));
        let found = written(&price_of_clause(&node(&terms), &node(&sales), &asked).unwrap());
        let number = |name: &str| found[name].as_str().unwrap().parse::<f64>().unwrap();
        let (worth, error) = (number("worth"), number("standardError"));
        assert!((worth - expected).abs() <= 4.0 * error && error < 3.0, "{path}: {found}");
        assert_eq!(found["worth"], found["worthPerMonth"], "there is one month");
    }
    let nowhere: PriceQuestion = question(&json!({ "path": "/guarantees/1" }));
    assert_eq!(price_of_clause(&node(&terms), &node(&sales), &nowhere).unwrap_err()[0].path, "/path");
}

/// An offer put back at the value found earns what the first one does, and the value before does not.
#[test]
fn equivalent_offers_are_worth_the_same() {
    let fee = contract(
        &json!([{ "event": "sale", "pay": { "percent": "10%" } }]),
        &json!({ "oneTime": [{ "amount": "500", "on": "2027-01-01" }] }),
    );
    let cpa = contract(&json!([{ "event": "sale", "pay": { "fixed": "0" } }]), &json!({}));
    let sales = scenario(&json!([{ "event": "sale", "perMonth": "125", "amount": "80" }]));
    let fixed =
        json!({ "document": "contract", "path": "/payouts/0/pay/fixed", "from": "0", "to": "100", "step": "0.01" });
    let asked: EquivalentQuestion = question(&json!({ "vary": [fixed] }));
    let found = written(&equivalent_offers(&[node(&fee), node(&cpa)], &node(&sales), &asked).unwrap());
    assert_eq!(found["worth"], "1500.00");
    assert_eq!(found["offers"][0]["reached"], json!({ "value": "12", "earned": "1500.00" }));
    assert_eq!(found["offers"][0]["before"], json!({ "value": "11.99", "earned": "1498.75" }));
    let none: EquivalentQuestion = question(&json!({ "vary": [] }));
    let refused = equivalent_offers(&[node(&fee), node(&cpa)], &node(&sales), &none).unwrap_err();
    assert_eq!(refused[0].path, "/vary");
}

#[test]
fn the_same_seed_gives_the_same_bytes_in_any_company_and_another_seed_others() {
    let terms = contract(&json!([{ "event": "sale", "pay": { "percent": "15%" } }]), &json!({}));
    let text = |simulation: &Simulation| serde_json::to_string(simulation).unwrap();
    let one = simulated(std::slice::from_ref(&terms), 500, 7);
    assert_eq!(text(&one), text(&simulated(std::slice::from_ref(&terms), 500, 7)));
    assert_ne!(text(&one), text(&simulated(std::slice::from_ref(&terms), 500, 8)));
    let twice = written(&simulated(&[terms.clone(), terms], 500, 7));
    assert_eq!(twice["contracts"][1], written(&one)["contracts"][0], "another contract changes no draw");
    assert_eq!(twice["against"], json!([{ "one": 0, "other": 1, "more": 0, "same": 500, "less": 0 }]));
}

/// Source: the anchors and worked example `ES5`, "order value 1796.13 to 2777.77, conversions 1802.84 to 2767.43", base 2233.66. The closed forms know
/// no whole sales and no whole cents: with ten thousand times as many sales and amounts of four decimals they come out to the cent.
#[test]
fn the_range_that_moves_most_comes_first() {
    let terms = contract(&json!([{ "event": "sale", "pay": { "percent": "15%" } }]), &json!({}));
    let terms = terms.replace("\"USD\"", "\"CLF\",\"roundEach\":\"period\"");
    let many = UNSURE.replace(r#""150""#, r#""1500000""#).replace(r#""260""#, r#""2600000""#);
    let sales = scenario(&serde_json::from_str(&many).unwrap());
    let found = written(&sensitivity(&node(&terms), &node(&sales)).unwrap());
    let paths: Vec<&str> =
        found["swings"].as_array().unwrap().iter().map(|swing| swing["path"].as_str().unwrap()).collect();
    assert_eq!(paths, ["/streams/0/amount", "/streams/0/perMonth"]);
    let to_cents = |amount: &Value| format!("{:.2}", amount.as_str().unwrap().parse::<f64>().unwrap() / 10_000.0);
    assert_eq!(to_cents(&found["base"]), "2233.66");
    for (place, expected) in [(0, ["1796.13", "2777.77"]), (1, ["1802.84", "2767.43"])] {
        let points = found["swings"][place]["earned"].as_array().unwrap();
        assert_eq!(points.len(), 5);
        assert_eq!([&points[0], &points[4]].map(to_cents), expected);
        assert_eq!(to_cents(&points[2]), "2233.66", "the middle one is the median");
    }
}

#[test]
fn the_one_that_is_ahead_changes_from_month_to_month() {
    let fee = contract(&json!([]), &json!({ "oneTime": [{ "amount": "500", "on": "2027-01-01" }] }));
    let cpa = contract(&json!([{ "event": "sale", "pay": { "fixed": "12" } }]), &json!({}));
    let sales =
        json!({ "version": 1, "start": "2027-01", "months": 3, "streams": [{ "event": "sale", "perMonth": "20" }] })
            .to_string();
    let found = written(&compare(&[node(&fee), node(&cpa)], &node(&sales)).unwrap());
    assert_eq!(
        found["contracts"][0],
        json!({ "earned": "500.00", "behind": "220.00", "byMonth": ["500.00", "0.00", "0.00"] })
    );
    assert_eq!(found["most"], 1);
    let ahead: Vec<u64> =
        found["byMonth"].as_array().unwrap().iter().map(|month| month["ahead"].as_u64().unwrap()).collect();
    assert_eq!(ahead, [0, 0, 1]);
}

#[test]
fn what_can_not_be_asked_is_told() {
    let terms = contract(&json!([]), &json!({}));
    let euros = terms.replace("USD", "EUR");
    let sales = scenario(&json!([{ "event": "sale", "perMonth": "1" }]));
    let path = |problems: Vec<Problem>| problems[0].path.clone();
    let vary = |vary: Value| -> Vary { question(&vary) };
    let nowhere = vary(json!({ "path": "/streams/1/perMonth", "from": "0", "to": "9" }));
    let found = break_even(&node(&terms), &node(&terms), &node(&sales), &nowhere);
    assert_eq!(path(found.unwrap_err()), "/vary/path");
    for wrong in [
        json!({ "path": "/streams/0/perMonth", "from": "9", "to": "0" }),
        json!({ "path": "/streams/0/perMonth", "from": "0", "to": "9%" }),
        json!({ "path": "/streams/0/perMonth", "from": "0", "to": "9", "step": "0" }),
        json!({ "path": "/streams/0/perMonth", "from": "0.1", "to": "9000", "step": "0.000000000000000000000000001" }),
    ] {
        let found = break_even(&node(&terms), &node(&terms), &node(&sales), &vary(wrong));
        assert_eq!(path(found.unwrap_err()), "/vary/to");
    }
    assert_eq!(path(compare(&[node(&terms), node(&euros)], &node(&sales)).unwrap_err()), "/currency");
    assert_eq!(path(compare(&[], &node(&sales)).unwrap_err()), "/currency");
    let draws: SimulationQuestion = question(&json!({ "draws": 1 }));
    assert_eq!(path(simulate(&[node(&terms)], &node(&sales), &draws).unwrap_err()), "/draws");
}
