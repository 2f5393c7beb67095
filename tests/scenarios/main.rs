//! What scenarios become: events month by month, and what contracts pay for them.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod differing;
mod expected;
mod streams;

use payout_calculator::json;
use serde_json::{Value, json};

/// A dollar for each event shows how many there are.
const DOLLAR: &str =
    r#"{ "version": 1, "currency": "USD", "payouts": [{ "event": "sale", "pay": { "fixed": "1" } }] }"#;

fn projected(contract: &str, stream: &Value, months: u64) -> Value {
    let scenario = json!({ "version": 1, "start": "2027-01", "months": months, "streams": [stream] });
    serde_json::from_str(&json::project(contract, &scenario.to_string())).unwrap()
}

fn months(contract: &str, stream: &Value, many: u64) -> Vec<String> {
    let answer = projected(contract, stream, many);
    let months = answer["ok"]["byMonth"].as_array().unwrap_or_else(|| panic!("{answer}"));
    months.iter().map(|month| month["amount"].as_str().unwrap().trim_end_matches(".00").to_owned()).collect()
}

#[track_caller]
fn counts(stream: &Value, expected: &[u32]) {
    let expected: Vec<String> = expected.iter().map(u32::to_string).collect();
    assert_eq!(months(DOLLAR, stream, u64::try_from(expected.len()).unwrap()), expected, "{stream}");
}

#[test]
fn parts_of_events_come_with_a_later_month() {
    counts(&json!({ "event": "sale", "perMonth": "20" }), &[20, 20, 20]);
    counts(&json!({ "event": "sale", "perMonth": "2.5" }), &[3, 2, 3, 2]);
    counts(&json!({ "event": "sale", "perMonth": "0.3" }), &[0, 1, 0, 0, 1, 0]);
    counts(&json!({ "event": "sale", "perMonth": "50", "approved": "95%" }), &[48, 47, 48, 47]);
}

#[test]
fn volume_grows_ramps_up_and_follows_the_seasons() {
    counts(
        &json!({ "event": "sale", "perMonth": "100", "growth": { "percent": "10%", "per": "month" } }),
        &[100, 110, 121, 133, 147],
    );
    let yearly = json!({ "event": "sale", "perMonth": "10", "growth": { "percent": "50%", "per": "year" } });
    counts(&yearly, &[[10; 12], [15; 12]].concat());
    counts(&json!({ "event": "sale", "perMonth": "40", "ramp": 4 }), &[10, 20, 30, 40, 40]);
    let factors: Vec<String> = (1..=12).map(|month| month.to_string()).collect();
    counts(
        &json!({ "event": "sale", "perMonth": "2", "seasonality": factors }),
        &[2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 2],
    );
}

#[test]
fn customers_stay_until_they_leave_and_terms_know_their_age() {
    // 100 × 0.9^k, in whole customers; and each month's new ones.
    counts(&json!({ "event": "sale", "perMonth": "100", "churn": "10%" }), &[100, 190, 271, 344, 410]);
    counts(&json!({ "event": "sale", "perMonth": "1", "churn": "60%" }), &[1, 1, 1]);
    let for_three = r#"{ "version": 1, "currency": "USD",
        "payouts": [{ "event": "sale", "pay": { "percent": "20%" }, "for": { "payments": 3 } }] }"#;
    let stream = json!({ "event": "sale", "perMonth": "10", "amount": "50", "churn": "0%" });
    assert_eq!(months(for_three, &stream, 5), ["100", "200", "300", "300", "300"]);
    // Source: 10 new customers a month, $50 plan, 20 %, 10 % churn before adding: 71.757 are active in month 12, and the year comes to
    // $5,541.87. With ten thousand times as many, whole customers come to that.
    let many = json!({ "event": "sale", "perMonth": "100000", "amount": "50", "churn": "10%" });
    let twenty =
        r#"{ "version": 1, "currency": "USD", "payouts": [{ "event": "sale", "pay": { "percent": "20%" } }] }"#;
    let answer = projected(twenty, &many, 12);
    let number = |value: &Value| value.as_str().unwrap().parse::<f64>().unwrap();
    let active = number(&answer["ok"]["byMonth"][11]["amount"]) / 10.0;
    assert!((active - 717_570.464).abs() < 6.0, "{active}: each of 12 numbers of customers is within a half");
    let year = number(&answer["ok"]["totals"]["earned"]) / 10_000.0;
    assert!((year - 5541.87).abs() < 0.1, "{year}");
}

#[test]
fn ranges_are_projected_at_their_medians() {
    counts(&json!({ "event": "sale", "perMonth": { "p10": "40", "p90": "90" } }), &[60]);
    counts(&json!({ "event": "sale", "perMonth": { "p5": "25", "p95": "100" } }), &[50]);
    counts(&json!({ "event": "sale", "perMonth": { "low": "0", "likely": "50", "high": "100" } }), &[50]);
    // 100 − √(100 × 100 / 2) = 29.29, and the other way round.
    counts(&json!({ "event": "sale", "perMonth": { "low": "0", "likely": "0", "high": "100" } }), &[29]);
    counts(&json!({ "event": "sale", "perMonth": { "low": "0", "likely": "100", "high": "100" } }), &[71]);
    counts(&json!({ "event": "sale", "perMonth": "100", "approved": { "p10": "40%", "p90": "90%" } }), &[60]);
    let percent =
        r#"{ "version": 1, "currency": "USD", "payouts": [{ "event": "sale", "pay": { "percent": "10%" } }] }"#;
    let stream = json!({ "event": "sale", "perMonth": "1", "amount": { "p10": "50", "p90": "60" } });
    assert_eq!(months(percent, &stream, 1), ["5.48"], "√3000 = 54.7722… to the cent is 54.77");
}

#[test]
fn facts_reach_conditions() {
    let contract = r#"{ "version": 1, "currency": "USD", "payouts": [
        { "event": "sale", "when": { "country": "DE" }, "pay": { "fixed": "7" } }] }"#;
    let stream = json!({ "event": "sale", "perMonth": "1", "attributes": { "country": "DE" } });
    assert_eq!(months(contract, &stream, 1), ["7"]);
}

#[test]
fn what_makes_no_scenario_is_told() {
    let wrong = [
        (json!({ "event": "sale", "perMonth": "-1" }), "out_of_range", "/streams/0/perMonth"),
        (json!({ "event": "sale", "perMonth": { "p10": "5" } }), "wrong_type", "/streams/0/perMonth"),
        (json!({ "event": "sale", "perMonth": { "p10": "5", "p95": "6" } }), "wrong_type", "/streams/0/perMonth"),
        (json!({ "event": "sale", "perMonth": { "p10": "6", "p90": "5" } }), "wrong_type", "/streams/0/perMonth"),
        (json!({ "event": "sale", "perMonth": { "p10": "0", "p90": "5" } }), "wrong_type", "/streams/0/perMonth"),
        (json!({ "event": "sale", "perMonth": { "p10": "1%", "p90": "5%" } }), "wrong_type", "/streams/0/perMonth"),
        (json!({ "event": "sale", "perMonth": "1", "approved": "101%" }), "out_of_range", "/streams/0/approved"),
        (
            json!({ "event": "sale", "perMonth": "1", "approved": { "p10": "5", "p90": "6" } }),
            "wrong_type",
            "/streams/0/approved",
        ),
        (
            json!({ "event": "sale", "perMonth": "1", "seasonality": ["1", "2"] }),
            "out_of_range",
            "/streams/0/seasonality",
        ),
        (json!({ "event": "sale", "perMonth": "1000000000001" }), "out_of_range", "/streams/0/perMonth"),
        (
            json!({ "event": "sale", "perMonth": "9", "growth": { "percent": "900%", "per": "month" } }),
            "out_of_range",
            "/streams/0/perMonth",
        ),
    ];
    for (stream, code, path) in wrong {
        let answer = projected(DOLLAR, &stream, 120);
        let problem = &answer["problems"][0];
        assert_eq!((&problem["code"], &problem["path"]), (&json!(code), &json!(path)), "{stream}: {answer}");
    }
}
