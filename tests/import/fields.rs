//! Every field of a payload is in the report, once.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::{SAMPLES, imported, parsed};

/// The places of all leaves, empty lists and objects among them: written without the importer's own walk.
pub fn leaves(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) if !fields.is_empty() => {
            for (name, inner) in fields {
                leaves(inner, &format!("{path}/{}", name.replace('~', "~0").replace('/', "~1")), found);
            }
        }
        Value::Array(entries) if !entries.is_empty() => {
            for (index, inner) in entries.iter().enumerate() {
                leaves(inner, &format!("{path}/{index}"), found);
            }
        }
        _ => found.push(path.to_owned()),
    }
}

/// Holds a report against its payload: each leaf once, and where one was carried to, the contract has something.
pub fn check(payload: &Value, report: &Value, what: &str) {
    let mut expected = Vec::new();
    leaves(payload, "", &mut expected);
    expected.sort();
    let fields = report["fields"].as_array().unwrap();
    let mut found: Vec<String> = fields.iter().map(|field| field["path"].as_str().unwrap().to_owned()).collect();
    found.sort();
    assert_eq!(found, expected, "{what}");
    for field in fields {
        let carried = field["fate"] == "carried";
        let to = field["to"].as_array().map(Vec::as_slice).unwrap_or_default();
        assert_eq!(carried, !to.is_empty(), "{what}: {field}");
        let refused = field["fate"] == "notUnderstood" || field["fate"] == "notExpressible";
        assert_eq!(refused, field["because"].is_string(), "{what}: {field}");
        for pointer in to {
            let there = report["contract"].pointer(pointer.as_str().unwrap());
            assert!(there.is_some(), "{what}: {field} leads nowhere in {}", report["contract"]);
        }
        if refused {
            assert_eq!(report["complete"], false, "{what}: {field}");
        }
    }
}

#[test]
fn every_field_of_the_samples_is_in_the_report_once() {
    for (place, sample) in SAMPLES.iter().enumerate() {
        let payload = parsed(sample);
        check(&payload, &imported(&payload, None), &format!("contract {}", place + 1));
    }
}

#[test]
fn nothing_of_the_samples_is_left_without_being_understood() {
    for (sample, inexpressible) in SAMPLES.iter().zip([
        vec![],
        vec!["/Terms/EventPayouts/1/PayoutGroups/1/Limits/0"],
        vec![
            "/Terms/EventPayouts/0/PayoutScheduling",
            "/Terms/EventPayouts/1/Locking",
            "/Terms/EventPayouts/1/PayoutScheduling",
        ],
    ]) {
        let report = imported(&parsed(sample), None);
        let mut said: BTreeMap<&str, usize> = BTreeMap::new();
        for field in report["fields"].as_array().unwrap() {
            assert_ne!(field["fate"], "notUnderstood", "{field}");
            if field["fate"] == "notExpressible" {
                let (clause, _) = field["path"].as_str().unwrap().rsplit_once('/').unwrap();
                *said.entry(clause).or_default() += 1;
            }
        }
        assert_eq!(said.into_keys().collect::<Vec<_>>(), inexpressible);
    }
}

#[test]
fn names_with_the_signs_of_pointers_are_found() {
    let mut payload = parsed(SAMPLES[0]);
    payload["a/b~c"] = parsed(r#"{ "": [ "x", {}, [], null, "" ] }"#);
    let report = imported(&payload, None);
    check(&payload, &report, "escaped names");
    let field = report["fields"].as_array().unwrap().iter().find(|field| field["path"] == "/a~1b~0c//0").unwrap();
    assert_eq!(field["because"], "unknownField");
}

#[test]
fn a_field_written_twice_is_one_field_that_is_not_understood() {
    let text = SAMPLES[0].replace("\"Currency\": \"USD\",", "\"Currency\": \"USD\", \"Currency\": \"EUR\",");
    let answer = parsed(&payout_calculator::json::import_impact(&text, None));
    let report = &answer["ok"]["contracts"][0];
    let fields = report["fields"].as_array().unwrap();
    let found: Vec<_> = fields.iter().filter(|field| field["path"] == "/Terms/Currency").collect();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["because"], "duplicate");
    assert!(report["contract"].is_null());
}
