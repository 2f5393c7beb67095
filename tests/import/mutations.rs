//! Payloads that are broken in any place give a report, and never a contract that is wrong in silence.

use payout_calculator::json;
use serde_json::{Value, json};

use crate::{SAMPLES, answer, fields, imported, parsed};

/// A field that may be left out, because that says something, or nothing.
fn may_be_missing(path: &str) -> bool {
    let last = path.rsplit('/').next().unwrap();
    // No end, all customers together, one value fewer, a promise fewer, notes.
    ["EndDate", "LimitBy", "EventTypeName", "Name", "MinEarningPerClick", "ContractStartSlottingFee"].contains(&last)
        || path.contains("/Values/")
}

fn at<'v>(payload: &'v mut Value, path: &str) -> &'v mut Value {
    payload.pointer_mut(path).unwrap()
}

/// Takes a field, or an entry of a list, out of its payload.
fn without(payload: &Value, path: &str) -> Value {
    let mut changed = payload.clone();
    let (holder, name) = path.rsplit_once('/').unwrap();
    match at(&mut changed, holder) {
        Value::Object(fields) => drop(fields.remove(name)),
        Value::Array(entries) => drop(entries.remove(name.parse().unwrap())),
        _ => unreachable!("leaves lie in objects and lists"),
    }
    changed
}

fn all_leaves(payload: &Value) -> Vec<String> {
    let mut found = Vec::new();
    fields::leaves(payload, "", &mut found);
    found
}

#[test]
fn a_missing_field_changes_no_contract_in_silence() {
    for sample in SAMPLES {
        let payload = parsed(sample);
        let original = imported(&payload, None);
        for path in all_leaves(&payload) {
            let changed = without(&payload, &path);
            let report = imported(&changed, None);
            fields::check(&changed, &report, &path);
            let same = report["contract"] == original["contract"];
            let before = original["gaps"].as_array().unwrap();
            let said = report["gaps"].as_array().unwrap().iter().any(|gap| !before.contains(gap))
                || report["contract"].is_null()
                || report["assumptions"].as_array().unwrap().iter().any(|open| open["taken"].is_null());
            assert!(same || said || may_be_missing(&path), "without {path}: {}", report["contract"]);
        }
    }
}

#[test]
fn a_strange_value_is_carried_as_it_is_or_reported() {
    let strange = [
        json!("MUTATED"),
        json!("<script>alert(1)</script>"),
        json!(-1),
        json!("99999999999999999999999999999999"),
        json!({ "deep": [{ "er": true }, ["x", 1e300]] }),
        json!("1,5"),
    ];
    for sample in SAMPLES {
        let payload = parsed(sample);
        let original = imported(&payload, None);
        for path in all_leaves(&payload) {
            for value in &strange {
                let mut changed = payload.clone();
                *at(&mut changed, &path) = value.clone();
                let report = imported(&changed, None);
                let what = format!("{path} {value}");
                fields::check(&changed, &report, &what);
                if report["contract"] == original["contract"] || report["contract"].is_null() {
                    continue;
                }
                // The contract is another: because the new value is in it, or because something is reported as missing.
                let fields = report["fields"].as_array().unwrap();
                let inside = fields.iter().filter(|field| field["path"].as_str().unwrap().starts_with(&path));
                let carried = inside.clone().all(|field| field["fate"] == "carried");
                assert!(carried || report["complete"] == false, "{what}: {}", report["contract"]);
            }
        }
    }
}

#[test]
fn unknown_words_keep_their_clause_out_of_the_contract() {
    for (path, gap) in [
        ("/Terms/EventPayouts/1/PayoutGroups/0/Rules/0/Variable", "/Terms/EventPayouts/1/PayoutGroups/0"),
        ("/Terms/EventPayouts/1/PayoutGroups/0/Rules/0/Operator", "/Terms/EventPayouts/1/PayoutGroups/0"),
        ("/Terms/EventPayouts/1/PayoutRestrictions/0/Rules/0/Operator", "/Terms/EventPayouts/1/PayoutRestrictions/0"),
        ("/Terms/EventPayouts/1/Limits/1/Type", "/Terms/EventPayouts/1/Limits/1"),
        ("/Terms/EventPayouts/1/Limits/1/Period", "/Terms/EventPayouts/1/Limits/1"),
        ("/Terms/EventPayouts/1/Limits/0/LimitBy", "/Terms/EventPayouts/1/Limits/0"),
        ("/Terms/EventPayouts/1/PerformanceBonus/Type", "/Terms/EventPayouts/1/PerformanceBonus"),
        ("/Terms/EventPayouts/1/PerformanceBonus/Basis", "/Terms/EventPayouts/1/PerformanceBonus"),
        ("/Terms/EventPayouts/1/PerformanceBonus/Period", "/Terms/EventPayouts/1/PerformanceBonus"),
        ("/Terms/EventPayouts/1/PerformanceBonus/Tiers/0/PayoutRate", "/Terms/EventPayouts/1/PerformanceBonus"),
        ("/Terms/EventPayouts/0/Locking/Basis", "/Terms/EventPayouts/0/Locking"),
        ("/Terms/EventPayouts/0/PayoutScheduling/Period", "/Terms/EventPayouts/0/PayoutScheduling"),
    ] {
        let mut payload = parsed(SAMPLES[1]);
        *at(&mut payload, path) = json!("SOMETHING_ELSE");
        let report = imported(&payload, None);
        fields::check(&payload, &report, path);
        let field = report["fields"].as_array().unwrap().iter().find(|field| field["path"] == path).unwrap();
        assert_eq!((&field["fate"], &field["value"]), (&json!("notUnderstood"), &json!("SOMETHING_ELSE")), "{path}");
        let left_out = json!({ "code": "clauseLeftOut", "path": gap });
        assert!(report["gaps"].as_array().unwrap().contains(&left_out), "{path}: {}", report["gaps"]);
    }
}

#[test]
fn names_stay_text_whatever_they_hold() {
    let script = "<script>alert(1)</script><img src=x onerror=alert(1)>";
    let mut payload = parsed(SAMPLES[1]);
    for path in ["/Terms/Name", "/Terms/EventPayouts/0/EventTypeName", "/Terms/SpecialTermsList/0/TermsContent"] {
        *at(&mut payload, path) = json!(script);
    }
    let report = imported(&payload, None);
    assert_eq!(
        (&report["contract"]["name"], &report["contract"]["payouts"][0]["label"]),
        (&json!(script), &json!(script))
    );
}

#[test]
fn ten_megabytes_are_read_or_refused_in_time() {
    let contract = parsed(SAMPLES[1]);
    let text = format!("{{ \"Contracts\": [{}] }}", vec![SAMPLES[1]; 1_600].join(","));
    assert!(text.len() > 10_000_000);
    let answer = json::import_impact(&text, None);
    assert_eq!(answer.matches("\"complete\":false").count(), 1_600);

    let mut wordy = contract.clone();
    wordy["Terms"]["SpecialTermsList"][0]["TermsContent"] = json!("x".repeat(10_000_000));
    let report = imported(&wordy, None);
    let field = report["fields"].as_array().unwrap().iter().find(|field| field["because"] == "tooLarge").unwrap();
    assert!(field["value"].as_str().unwrap().len() < 100);
    assert_eq!(report["complete"], false);

    let mut crowded = contract;
    let group = crowded["Terms"]["EventPayouts"][1]["PayoutGroups"][0].clone();
    crowded["Terms"]["EventPayouts"][1]["PayoutGroups"] = json!(vec![group; 15_000]);
    let report = imported(&crowded, None);
    assert!(report["contract"].is_null());
    assert_eq!(report["problems"][0]["code"], "too_long");
}

#[test]
fn nesting_without_end_is_refused() {
    let text = format!("{}1{}", "[".repeat(10_000), "]".repeat(10_000));
    let answer = parsed(&json::import_impact(&text, None));
    assert!(
        answer["ok"]["contracts"]
            .as_array()
            .is_none_or(|found| found.iter().all(|report| report["contract"].is_null()))
    );
    let deep = format!("{{ \"Terms\": {}1{} }}", "[".repeat(60), "]".repeat(60));
    let report = &parsed(&json::import_impact(&deep, None))["ok"]["contracts"][0];
    assert!(report["contract"].is_null());
}

#[test]
fn text_that_is_no_json_is_a_problem_of_the_payload() {
    let answer = parsed(&json::import_impact("{ oops", None));
    assert_eq!(
        (&answer["problems"][0]["code"], &answer["problems"][0]["document"]),
        (&json!("invalid_json"), &json!("payload"))
    );
    assert!(self::answer(&json!([]), None)["ok"]["contracts"].as_array().unwrap().is_empty());
}
