//! The command line: its answers, its exit codes, and where it says that a mistake is.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod page;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn payout(arguments: &[&str]) -> Output {
    payout_in(Path::new("."), arguments)
}

fn payout_in(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_payout")).current_dir(folder).args(arguments).output().unwrap()
}

fn said(output: &Output) -> (String, String, i32) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (text(&output.stdout), text(&output.stderr), output.status.code().unwrap())
}

/// A file for one test.
fn file(name: &str, text: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("cli");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

const CONTRACT: &str = r#"{ "version": 1, "currency": "USD", "payouts": [
  { "event": "lead", "label": "Qualified lead", "pay": { "fixed": "100" } },
  { "event": "sale", "pay": { "percent": "10%" } }] }"#;

#[test]
fn a_contract_is_checked_and_described() {
    let contract = file("right.json", CONTRACT);
    assert_eq!(said(&payout(&["check", &contract])), ("This contract can be evaluated.\n".into(), String::new(), 0));
    let (text, _, code) = said(&payout(&["describe", &contract]));
    assert_eq!((text.as_str(), code), ("Qualified lead: $100 each.\nSale: 10% of the order amount.\n", 0));
    let (text, _, _) = said(&payout(&["describe", &contract, "--language", "de"]));
    assert!(text.contains("Qualified lead: je 100\u{a0}$."), "{text}");
}

#[test]
fn mistakes_are_said_with_line_and_column() {
    let contract = file(
        "wrong.json",
        "{ \"version\": 1,\n  \"currency\": \"US$\",\n  \"payouts\": [{ \"event\": \"a\", \"pay\": { \"percent\": 10 } }] }",
    );
    let (text, errors, code) = said(&payout(&["check", &contract]));
    assert_eq!((text.as_str(), code), ("", 1));
    assert!(errors.contains("wrong.json:2:3: error: /currency:"), "{errors}");
    assert!(errors.contains("wrong.json:3:40: error: /payouts/0/pay/percent:"), "{errors}");
    let (_, errors, code) = said(&payout(&["check", &file("no.json", "{\n oops")]));
    assert!(code == 1 && errors.contains("no.json:2:2: error: this is not JSON"), "{errors}");
    assert_eq!(said(&payout(&["check", "there-is-no-such-file.json"])).2, 2);
    assert_eq!(said(&payout(&["chek"])).2, 2);
}

#[test]
fn events_come_as_json_lines_or_a_table() {
    let contract = file("contract.json", CONTRACT);
    let json = file(
        "e.json",
        r#"[{ "type": "lead", "date": "2027-03-14" }, { "type": "sale", "date": "2027-03-15", "amount": "50" }]"#,
    );
    let lines = file(
        "e.ndjson",
        "{ \"type\": \"lead\", \"date\": \"2027-03-14\" }\n\n{ \"type\": \"sale\", \"date\": \"2027-03-15\", \"amount\": \"50\" }\n",
    );
    let table = file("e.csv", "type,date,amount,attributes.country\nlead,2027-03-14,,US\nsale,2027-03-15,50,US\n");
    for events in [&json, &lines, &table] {
        let (text, errors, code) = said(&payout(&["evaluate", &contract, events]));
        assert!(code == 0 && text.ends_with("earned: 105.00 USD\n"), "{events}: {text}{errors}");
    }
    let (text, _, _) = said(&payout(&["evaluate", &contract, &json, "--format", "csv"]));
    assert_eq!(text.lines().nth(1), Some("2027-03-14,payout,/payouts/0,Qualified lead,,1,100.00,100"));
    let (text, _, _) = said(&payout(&["evaluate", &contract, &json, "--format", "json", "--totals"]));
    assert!(text.contains("\"earned\": \"105.00\"") && text.contains("\"lines\": []"), "{text}");
}

#[test]
fn mistakes_in_events_are_said_with_their_line() {
    let contract = file("plain.json", CONTRACT);
    let lines = file(
        "wrong.ndjson",
        "{ \"type\": \"lead\", \"date\": \"2027-03-14\" }\n{ \"type\": \"lead\", \"date\": \"soon\" }\nnone\n",
    );
    let (_, errors, code) = said(&payout(&["evaluate", &contract, &lines]));
    assert_eq!(code, 1);
    assert!(
        errors.contains("wrong.ndjson:2: error: date:") && errors.contains("wrong.ndjson:3: error: this is not JSON"),
        "{errors}"
    );
    let table = file("wrong.csv", "type,date,amount\nsale,2027-03-14,many\n");
    let (_, errors, _) = said(&payout(&["evaluate", &contract, &table]));
    assert!(errors.contains("wrong.csv:2: error: amount:"), "{errors}");
}

#[test]
fn no_cell_of_a_table_is_a_formula() {
    let contract = file(
        "formula.json",
        r#"{ "version": 1, "currency": "USD", "oneTime": [{ "label": "=1+1", "amount": "5", "on": "2027-03-01" }] }"#,
    );
    let events = file("none.json", "[]");
    let (text, _, _) = said(&payout(&["evaluate", &contract, &events, "--format", "csv"]));
    assert!(text.contains(",'=1+1,"), "{text}");
}

const IMPACT: &str = include_str!("../import/impact/contract-1.json");

#[test]
fn a_contract_of_impact_is_brought_in_and_can_be_described() {
    let payload = file("impact.json", IMPACT);
    let (text, told, code) = said(&payout(&["import", "impact", &payload]));
    assert_eq!(code, 0, "{told}");
    assert!(told.starts_with("S-40117301: The contract says all that the payload says.\n  Assumed\n"), "{told}");
    let contract = file("imported.json", &text);
    let (text, _, _) = said(&payout(&["describe", &contract]));
    assert!(text.starts_with("Qualified Lead: $100 each.\n"), "{text}");
    let answered = payout(&[
        "import",
        "impact",
        &payload,
        "--assume",
        "eventNames=category",
        "--assume",
        "timeZone@/StartDate=America/New_York",
    ]);
    let (text, _, _) = said(&answered);
    assert!(text.contains("\"event\": \"lead\"") && text.contains("\"timeZone\": \"America/New_York\""), "{text}");
}

#[test]
fn a_contract_that_is_not_complete_is_written_and_has_an_exit_code_of_its_own() {
    let payload = file("incomplete.json", include_str!("../import/impact/contract-2.json"));
    let (out, report) = (file("out.json", ""), file("report.json", ""));
    let (text, told, code) = said(&payout(&["import", "impact", &payload, "--out", &out, "--report", &report]));
    assert_eq!((text.as_str(), told.as_str(), code), ("", "", 3));
    let read = |path: &str| serde_json::from_str::<serde_json::Value>(&std::fs::read_to_string(path).unwrap()).unwrap();
    assert_eq!(read(&report)["contracts"][0]["contract"], read(&out));
    assert_eq!(read(&report)["contracts"][0]["complete"], false);
}

#[test]
fn what_cannot_be_brought_in_says_why() {
    let payload = file("no-terms.json", r#"{ "Id": "S-1", "Terms": {} }"#);
    let (text, told, code) = said(&payout(&["import", "impact", &payload]));
    assert_eq!((text.as_str(), code), ("", 1));
    assert!(
        told.contains("/Terms: A field is missing.") && told.contains("no contract could be made of this"),
        "{told}"
    );
    let (_, told, code) = said(&payout(&["import", "impact", &payload, "--assume", "nonsense"]));
    assert!(told.contains("write CODE=READING") && code == 1, "{told}");
    let broken = file("broken.json", "{\n  oops");
    let (_, told, code) = said(&payout(&["import", "impact", &broken]));
    assert!(told.contains("broken.json") && told.contains("This is not JSON") && code == 1, "{told}");
}

#[test]
fn actions_and_tiers_are_brought_in() {
    let actions = file("actions.csv", include_str!("../import/impact/actions.csv"));
    let items = file("items.json", include_str!("../import/impact/action-items.json"));
    let (text, told, code) = said(&payout(&["import", "actions", &actions, "--items", &items]));
    assert_eq!(code, 0, "{told}");
    assert!(told.contains("State \"REVERSED\": Reversed"), "{told}");
    let contract = file("for-actions.json", include_str!("../import/impact/contract-2.json"));
    let (terms, _, _) = said(&payout(&["import", "impact", &contract]));
    let (terms, events) = (file("terms.json", &terms), file("events.json", &text));
    let (text, _, code) = said(&payout(&["evaluate", &terms, &events, "--totals"]));
    assert!(code == 0 && text.contains("earned: "), "{text}");

    let tiers = file("tiers.txt", "From\tRate\n0\t5%\n10.000\t6%\n");
    let (text, told, code) = said(&payout(&["import", "tiers", &tiers, "--mode", "graduated"]));
    assert!(code == 0 && text.contains("\"from\": \"10000\""), "{text}");
    assert!(told.contains("What stands before decimals? A comma: 10.000,00 [10.000]"), "{told}");
    let wrong = file("wrong.txt", "0\t5%\nabc\t6%\n");
    let (_, told, code) = said(&payout(&["import", "tiers", &wrong]));
    assert!(
        code == 1 && told.contains("wrong.txt:2:1: error: This is neither a number nor a range. \"abc\""),
        "{told}"
    );
}
