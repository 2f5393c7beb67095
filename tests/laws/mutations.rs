//! Documents gone wrong: contracts and events with parts cut out, doubled, or replaced by something else. Nothing may panic or hang, and what
//! can still be evaluated adds up. `PROPTEST_CASES` makes it run longer.

use std::time::{Duration, Instant};

use payout_calculator::json;
use payout_calculator::money::Number;
use proptest::prelude::*;
use serde_json::{Value, json};

const CONTRACTS: [&str; 6] = [
    include_str!("../plain/every-clause.json"),
    include_str!("../../presets/smc-web-solution.json"),
    include_str!("../../presets/apify.json"),
    include_str!("../../presets/livechat.json"),
    include_str!("../../presets/travel-code.json"),
    include_str!("../../presets/dext.json"),
];

fn events() -> Value {
    let event = |index: usize| {
        let kind = ["sale", "lead", "payment", "trial", "mille", "booking"][index % 6];
        json!({
            "id": format!("e{index}"), "type": kind, "date": format!("2027-{:02}-{:02}T10:00:00Z", index % 12 + 1, index % 28 + 1),
            "amount": (index * 37 % 400).to_string(), "quantity": index % 5, "count": index % 7 + 1,
            "customer": format!("c{}", index % 4), "attributes": { "customerStatus": "new", "country": "US" },
            "items": [{ "sku": "a", "category": "cameras", "amount": "12.50" }],
        })
    };
    let mut events: Vec<Value> = (0..24).map(event).collect();
    events.push(json!({ "type": "refund", "date": "2027-06-01", "refundOf": "e3", "amount": "5" }));
    Value::Array(events)
}

/// What a value may be replaced by.
fn other() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        prop::sample::select(vec![
            "",
            "0",
            "1",
            "-1",
            "0.001",
            "100%",
            "1e9",
            "999999999999",
            "79228162514264337593543950335",
            "month",
            "sale"
        ])
        .prop_map(Value::from),
        any::<f64>().prop_map(|number| json!(number)),
        any::<i32>().prop_map(|number| json!(number)),
        Just(json!([])),
        Just(json!({})),
        Just(json!({ "percent": "10%" })),
        Just(json!([{ "from": "0", "percent": "1%" }])),
        ".{0,40}".prop_map(Value::from),
    ]
}

/// One change: at the place that the steps lead to, put this, leave it out, or double it.
fn change(value: &mut Value, steps: &[usize], put: Option<&Value>) {
    let Some((step, rest)) = steps.split_first() else {
        if let Some(put) = put {
            *value = put.clone();
        }
        return;
    };
    match value {
        Value::Array(list) if !list.is_empty() => {
            let place = step % list.len();
            match (rest.is_empty(), put) {
                (true, None) => list.push(list[place].clone()),
                _ => change(&mut list[place], rest, put),
            }
        }
        Value::Object(fields) if !fields.is_empty() => {
            let key = fields.keys().nth(step % fields.len()).unwrap().clone();
            match (rest.is_empty(), put) {
                (true, None) => {
                    fields.remove(&key);
                }
                _ => change(&mut fields[&key], rest, put),
            }
        }
        other => change(other, &[], put),
    }
}

fn changes() -> impl Strategy<Value = Vec<(Vec<usize>, Option<Value>)>> {
    prop::collection::vec((prop::collection::vec(0_usize..40, 1..7), prop::option::of(other())), 1..5)
}

fn holds(contract: &str, events: &str) -> Result<(), TestCaseError> {
    let started = Instant::now();
    let answer: Value = serde_json::from_str(&json::evaluate(contract, events, None)).unwrap();
    prop_assert!(started.elapsed() < Duration::from_secs(20), "{contract}\n{events}");
    if let Some(statement) = answer.get("ok") {
        let number = |value: &Value| Number::parse(value.as_str().unwrap()).unwrap();
        let lines = statement["lines"].as_array().unwrap().iter();
        let earned = lines.filter(|line| !["fee", "withholding", "tax"].contains(&line["kind"].as_str().unwrap()));
        let sum = earned.fold(Number::ZERO, |sum, line| sum.add(number(&line["amount"])).unwrap());
        prop_assert_eq!(sum, number(&statement["totals"]["earned"]));
    } else {
        prop_assert!(!answer["problems"].as_array().unwrap().is_empty());
    }
    Ok(())
}

proptest! {
    #[test]
    fn changed_documents_are_answered(which in 0..CONTRACTS.len(), terms in changes(), happened in prop::option::of(changes())) {
        let (mut contract, mut events): (Value, Value) = (serde_json::from_str(CONTRACTS[which]).unwrap(), events());
        for (steps, put) in &terms {
            change(&mut contract, steps, put.as_ref());
        }
        for (steps, put) in happened.iter().flatten() {
            change(&mut events, steps, put.as_ref());
        }
        holds(&contract.to_string(), &events.to_string())?;
    }

    #[test]
    fn changed_text_is_answered(which in 0..CONTRACTS.len(), edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut bytes = CONTRACTS[which].as_bytes().to_vec();
        for (place, byte) in &edits {
            let place = place.index(bytes.len());
            bytes[place] = *byte;
        }
        holds(&String::from_utf8_lossy(&bytes), &events().to_string())?;
    }
}
