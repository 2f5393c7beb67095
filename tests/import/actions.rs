//! Actions become events, and pay under the imported contract what they were paid.

use payout_calculator::json;
use serde_json::{Value, json};

use crate::{SAMPLES, evaluated, imported, parsed};

const ACTIONS: &str = include_str!("impact/actions.csv");
const ITEMS: &str = include_str!("impact/action-items.json");

fn brought(actions: &str, items: Option<&str>, options: Option<&str>) -> Value {
    let answer = parsed(&json::import_actions(actions, items, options));
    assert!(answer["problems"].is_null(), "{}", answer["problems"]);
    answer["ok"].clone()
}

/// The rows as the interface answers them.
fn as_json() -> Value {
    let mut table = csv::Reader::from_reader(ACTIONS.as_bytes());
    let names = table.headers().unwrap().clone();
    let rows = table.records().map(|row| {
        let row = row.unwrap();
        Value::Object(names.iter().zip(&row).map(|(name, cell)| (name.to_owned(), cell.into())).collect())
    });
    json!({ "Actions": rows.collect::<Vec<_>>() })
}

/// "Each `Payout` is what `contract-2.json` pays for the present items", to the cent, and "locking dates follow the contract".
#[test]
fn each_action_pays_and_locks_as_the_export_says() {
    let contract = imported(&parsed(SAMPLES[1]), None)["contract"].clone();
    let events = brought(ACTIONS, Some(ITEMS), None)["events"].clone();
    let statement = evaluated(&contract, &events);
    let mut compared = 0;
    for action in as_json()["Actions"].as_array().unwrap() {
        let lines = statement["lines"].as_array().unwrap().iter().filter(|line| line["event"] == action["Id"]);
        let lines: Vec<&Value> = lines.collect();
        let cents = |text: &Value| (text.as_str().unwrap().parse::<f64>().unwrap() * 100.0).round();
        let paid: f64 = lines.iter().map(|line| cents(&line["amount"])).sum();
        assert!((paid - cents(&action["Payout"])).abs() < 0.5, "{}: {paid}", action["Id"]);
        if let Some(line) = lines.first() {
            let locks = action["LockingDate"].as_str().unwrap();
            assert!(locks.starts_with(line["locksOn"].as_str().unwrap()), "{}", action["Id"]);
            compared += 1;
        }
    }
    assert_eq!((compared, events.as_array().unwrap().len()), (64, 68), "and four gift cards without a line");
}

/// March, self-serve filing: revenue 5,921.92, bonus "2,500 × 2 % + 921.92 × 5 % = 96.10". Here it is rounded for each action, which the
/// import says (`bonusRounding`), and comes to a cent less.
#[test]
fn the_bonus_of_march_is_that_of_the_guide_but_for_the_rounding_of_each_action() {
    let report = imported(&parsed(SAMPLES[1]), None);
    let events = brought(ACTIONS, Some(ITEMS), None)["events"].clone();
    let statement = evaluated(&report["contract"], &events);
    let tiers = statement["lines"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|line| line["kind"] == "tier" && line["date"].as_str().unwrap().starts_with("2026-03"));
    let found: Vec<_> = tiers.map(|line| (line["amount"].as_str().unwrap(), line["exact"].as_str().unwrap())).collect();
    assert_eq!(found.iter().map(|(amount, _)| *amount).collect::<Vec<_>>(), ["49.98", "46.11"]);
    let exact: f64 = found.iter().map(|(_, exact)| exact.parse::<f64>().unwrap()).sum();
    assert!((exact - 96.096).abs() < 0.0005, "{exact}");
    assert!(crate::codes(&report["assumptions"]).contains(&"bonusRounding"));
}

#[test]
fn a_table_and_an_answer_of_the_interface_become_the_same_events() {
    let said = |brought: Value| {
        // Objects of JSON have no order here, so neither have the columns.
        let mut columns: Vec<String> = brought["columns"].as_array().unwrap().iter().map(Value::to_string).collect();
        columns.sort();
        (brought["events"].clone(), brought["leftOut"].clone(), columns)
    };
    let table = said(brought(ACTIONS, Some(ITEMS), None));
    let answer = as_json();
    let (rows, items) = (answer["Actions"].to_string(), parsed(ITEMS)["ActionItems"].to_string());
    assert!(table == said(brought(&answer.to_string(), Some(ITEMS), None)), "wrapped");
    assert!(table == said(brought(&rows, Some(&items), None)), "bare lists");
}

#[test]
fn reversed_actions_and_returned_items_are_left_out_and_named() {
    let brought = brought(ACTIONS, Some(ITEMS), None);
    let left = brought["leftOut"].as_array().unwrap();
    let count =
        |field: &str, value: &str| left.iter().filter(|left| left["field"] == field && left["value"] == value).count();
    assert_eq!((count("State", "REVERSED"), count("AdjustmentReason", "ITEM_RETURNED")), (11, 5));
    assert!(left.iter().all(|left| left["because"].is_null()), "none of them for a mistake");
}

#[test]
fn an_event_has_its_own_clock_its_items_and_what_they_have_in_common() {
    let brought = brought(ACTIONS, Some(ITEMS), None);
    let events = brought["events"].as_array().unwrap();
    let find = |id: &str| events.iter().find(|event| event["id"] == id).unwrap().clone();
    let gift = find("20418.4636.158102");
    assert_eq!(gift["date"], "2026-01-17T17:18:33");
    assert_eq!((&gift["attributes"]["category"], &gift["type"]), (&json!("Gift Card"), &json!("31203")));
    let filing = find("20418.4636.158050");
    assert_eq!(
        filing["items"][1],
        json!({ "sku": "AUDIT-DEF", "category": "Add-on", "amount": "44.99", "quantity": "1" })
    );
    assert!(filing["attributes"]["category"].is_null());
}

#[test]
fn columns_are_told_apart_and_unknown_ones_reported() {
    let mut answer = as_json();
    answer["Actions"][0]["Bogus"] = json!("1");
    let columns = brought(&answer.to_string(), None, Some(r#"{ "eventNames": "name" }"#))["columns"].clone();
    let fate =
        |name: &str| columns.as_array().unwrap().iter().find(|column| column["name"] == name).unwrap()["fate"].clone();
    assert_eq!(
        (fate("Bogus"), fate("Payout"), fate("ActionTrackerName"), fate("ActionTrackerId"), fate("Amount")),
        (json!("notUnderstood"), json!("note"), json!("carried"), json!("note"), json!("carried"))
    );
}

#[test]
fn rows_that_cannot_be_read_are_left_out_with_the_reason() {
    for (field, value, because) in [
        ("State", "MAYBE", "unknownValue"),
        ("State", "", "leftOut"),
        ("EventDate", "14.04.2026", "invalidDate"),
        ("Amount", "1,234.00", "notANumber"),
        ("Amount", "-5.00", "outOfRange"),
        ("Amount", "1.00", "conflicting"),
        ("Currency", "QQQ", "unknownCurrency"),
        ("ActionTrackerId", "", "leftOut"),
    ] {
        let mut answer = as_json();
        let row =
            answer["Actions"].as_array().unwrap().iter().position(|row| row["Id"] == "20418.4636.158050").unwrap();
        answer["Actions"][row][field] = json!(value);
        let brought = brought(&answer.to_string(), Some(ITEMS), None);
        let left =
            brought["leftOut"].as_array().unwrap().iter().find(|left| left["row"] == row && left["ofItems"] == false);
        let left = left.unwrap_or_else(|| panic!("{field} {value}"));
        assert_eq!((&left["field"], &left["because"]), (&json!(field), &json!(because)), "{value}");
    }
}

#[test]
fn what_is_no_list_of_actions_is_a_problem() {
    for (text, code) in
        [("{}", "wrong_type"), ("{ \"Actions\": 1 }", "wrong_type"), ("[", "invalid_json"), ("a,b\n1", "wrong_type")]
    {
        let answer = parsed(&json::import_actions(text, None, None));
        assert_eq!(
            (&answer["problems"][0]["code"], &answer["problems"][0]["document"]),
            (&json!(code), &json!("payload")),
            "{text}"
        );
    }
}
