//! The crate's statements, in the naive evaluator's words.

use serde_json::Value;

use super::lines::Totals;
use super::numbers::{minor_units, number};

/// Lines that settle what was earned, and earn nothing.
const SETTLING: [&str; 3] = ["fee", "withholding", "tax"];

/// The totals of an answer of the crate: `{"ok": statement}`.
pub fn real(answer: &str) -> Totals {
    let answer: Value = serde_json::from_str(answer).unwrap();
    let statement = answer.get("ok").unwrap_or_else(|| panic!("refused: {answer}"));
    let lines = statement["lines"].as_array().unwrap().iter();
    let earned = lines.filter(|line| !SETTLING.contains(&line["kind"].as_str().unwrap()));
    let amounts = earned.map(|line| {
        let of = |field: &str| line[field].as_str().unwrap().to_owned();
        ((of("kind"), top_level(&of("clause")), of("period")), number(&line["amount"]))
    });
    let totals = Totals::new(amounts, minor_units(statement["currency"].as_str().unwrap()));
    assert_eq!(statement["totals"]["earned"], totals.earned, "the lines add up");
    totals
}

/// The clause of the contract that a clause lies in; all advances are one.
fn top_level(clause: &str) -> String {
    let mut names = clause.split('/').skip(1);
    let list = names.next().unwrap();
    match names.next().filter(|place| place.parse::<usize>().is_ok() && list != "advances") {
        Some(place) => format!("/{list}/{place}"),
        None => format!("/{list}"),
    }
}

/// Every amount in which two differ, a line for each.
pub fn differences(naive: &Totals, real: &Totals) -> String {
    let names: std::collections::BTreeSet<_> = naive.by_all.keys().chain(real.by_all.keys()).collect();
    let differing = names.into_iter().filter(|name| naive.by_all.get(*name) != real.by_all.get(*name));
    let lines = differing.map(|name| {
        let of = |totals: &Totals| totals.by_all.get(name).map_or_else(|| "nothing".to_owned(), ToString::to_string);
        format!("{} {} {}: naively {}, really {}\n", name.1, name.0, name.2, of(naive), of(real))
    });
    lines.collect()
}
