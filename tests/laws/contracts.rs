//! The laws of the contract language, over generated contracts with every kind of clause.

use payout_calculator::json;
use payout_calculator::money::Number;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::strategies::{contract_with_clauses, named_event, tier_table};

fn statement(contract: &Value, events: &[Value], options: Option<&str>) -> Result<Value, TestCaseError> {
    let answer: Value =
        serde_json::from_str(&json::evaluate(&contract.to_string(), &json!(events).to_string(), options)).unwrap();
    prop_assert!(answer["problems"].is_null(), "{}", answer["problems"]);
    Ok(answer["ok"].clone())
}

fn number(value: &Value) -> Number {
    Number::parse(value.as_str().unwrap()).unwrap()
}

fn sum<'a>(values: impl IntoIterator<Item = &'a Value>) -> Number {
    values.into_iter().fold(Number::ZERO, |sum, value| sum.add(number(value)).unwrap())
}

fn lines<'a>(statement: &'a Value, kinds: &'a [&str]) -> impl Iterator<Item = &'a Value> {
    let lines = statement["lines"].as_array().unwrap().iter();
    lines.filter(move |line| kinds.is_empty() || kinds.contains(&line["kind"].as_str().unwrap()))
}

fn earned(statement: &Value) -> Number {
    number(&statement["totals"]["earned"])
}

/// Sums of amounts by month and clause: all that must not depend on how events are counted together.
fn sums(statement: &Value) -> Vec<(String, String)> {
    let pair = |entry: &Value, key: &str| {
        (entry[key].as_str().unwrap().to_owned(), entry["amount"].as_str().unwrap().to_owned())
    };
    let clauses = statement["clauses"].as_array().unwrap().iter().map(|entry| pair(entry, "clause"));
    clauses.chain(statement["periods"].as_array().unwrap().iter().map(|entry| pair(entry, "period"))).collect()
}

fn with(value: &Value, key: &str, field: Value) -> Value {
    let mut value = value.clone();
    value[key] = field;
    value
}

/// Sales in dollars, without a contract's other clauses.
fn sales(tiers: &Value) -> Value {
    json!({ "version": 1, "currency": "USD", "payouts": [{ "event": "sale", "pay": { "percent": "1%" }, "tiers": [tiers] }] })
}

fn orders(amounts: &[u32]) -> Vec<Value> {
    let order = |(index, amount): (usize, &u32)| json!({ "id": format!("o{index}"), "type": "sale", "date": "2027-03-01", "amount": amount.to_string() });
    amounts.iter().enumerate().map(order).collect()
}

/// Each case is a whole contract, so fewer of them than of amounts, unless more are asked for.
fn cases() -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig::with_cases(asked.unwrap_or(96))
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn lines_add_up_to_every_total(contract in contract_with_clauses(), events in prop::collection::vec(named_event(), 0..15)) {
        let statement = statement(&contract, &events, None)?;
        prop_assert_eq!(sum(lines(&statement, &[]).map(|line| &line["amount"])), earned(&statement));
        for list in ["clauses", "periods"] {
            prop_assert_eq!(sum(statement[list].as_array().unwrap().iter().map(|entry| &entry["amount"])), earned(&statement), "{}", list);
        }
        let back = statement["totals"].get("reversed").map_or(Number::ZERO, number);
        prop_assert_eq!(sum(lines(&statement, &["reversal"]).map(|line| &line["amount"])), back);
    }

    #[test]
    fn line_ids_are_their_own(contract in contract_with_clauses(), events in prop::collection::vec(named_event(), 0..15)) {
        let statement = statement(&contract, &events, None)?;
        let mut ids: Vec<_> = lines(&statement, &[]).map(|line| line["id"].as_str().unwrap()).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        prop_assert_eq!(ids.len(), all);
    }

    #[test]
    fn the_order_of_events_does_not_matter(
        contract in contract_with_clauses(),
        (events, shuffled) in prop::collection::vec(named_event(), 0..12).prop_flat_map(|events| (Just(events.clone()), Just(events).prop_shuffle())),
    ) {
        prop_assert_eq!(statement(&contract, &events, None)?, statement(&contract, &shuffled, None)?);
    }

    #[test]
    fn sums_alone_are_the_sums_of_the_lines(contract in contract_with_clauses(), events in prop::collection::vec(named_event(), 0..12)) {
        let (all, none) = (statement(&contract, &events, None)?, statement(&contract, &events, Some(r#"{ "lines": "none" }"#))?);
        prop_assert_eq!(sums(&all), sums(&none));
        prop_assert_eq!(none["lines"].as_array().unwrap().len(), 0);
    }

    #[test]
    fn events_in_bulk_pay_what_so_many_single_ones_pay(
        contract in contract_with_clauses(), event in named_event(), others in prop::collection::vec(named_event(), 0..3), count in 1_usize..30,
    ) {
        let mut plain = event.clone();
        for key in ["id", "count"] {
            plain.as_object_mut().unwrap().remove(key);
        }
        let bulk: Vec<Value> = others.iter().cloned().chain([with(&plain, "count", json!(count))]).collect();
        // Events without an id come before those with one; the single ones keep that place.
        let single = |index| with(&plain, "id", json!(format!("!{index:03}")));
        let single: Vec<Value> = others.iter().cloned().chain((0..count).map(single)).collect();
        prop_assert_eq!(sums(&statement(&contract, &bulk, None)?), sums(&statement(&contract, &single, None)?));
    }

    #[test]
    fn later_events_leave_earlier_lines_as_they_were(contract in contract_with_clauses(), events in prop::collection::vec(named_event(), 1..12)) {
        let mut events = events;
        events.sort_by_key(|event| event["date"].as_str().unwrap().to_owned());
        let cut = events.len() / 2;
        let last = events[cut]["date"].as_str().unwrap().to_owned();
        let first: Vec<Value> = events.iter().filter(|event| event["date"].as_str().unwrap() < last.as_str()).cloned().collect();
        let (part, whole) = (statement(&contract, &first, None)?, statement(&contract, &events, None)?);
        let payouts = |statement: &Value| -> Vec<(String, String)> {
            // Pay that accumulates over a month is not an event's.
            let own = lines(statement, &["payout"]).filter(|line| line["event"].is_string());
            own.map(|line| (format!("{} {}", line["clause"], line["event"]), line["amount"].to_string())).collect()
        };
        let whole = payouts(&whole);
        for line in payouts(&part) {
            prop_assert!(whole.contains(&line), "{line:?}");
        }
    }

    #[test]
    fn a_limit_twice_is_a_limit_once(contract in contract_with_clauses(), max in 0_u32..500, events in prop::collection::vec(named_event(), 0..12)) {
        let limit = |per: &str| json!({ "max": max.to_string(), "per": per });
        for per in ["event", "day", "month", "contract"] {
            let once = statement(&with(&contract, "limits", json!([limit(per)])), &events, None)?;
            let twice = statement(&with(&contract, "limits", json!([limit(per), limit(per)])), &events, None)?;
            prop_assert_eq!(earned(&once), earned(&twice), "{}", per);
        }
    }

    #[test]
    fn a_month_lies_between_its_guarantee_and_its_limit(contract in contract_with_clauses(), least in 0_u32..300, more in 0_u32..300, events in prop::collection::vec(named_event(), 1..12)) {
        let most = least + more;
        let mut contract = contract;
        for key in ["oneTime", "draw", "advances", "refunds"] {
            contract.as_object_mut().unwrap().remove(key);
        }
        contract["limits"] = json!([{ "max": most.to_string(), "per": "month" }]);
        contract["guarantees"] = json!([{ "amount": least.to_string(), "per": "month" }]);
        let statement = statement(&contract, &events, None)?;
        for month in statement["periods"].as_array().unwrap() {
            let amount = number(&month["amount"]);
            prop_assert!(Number::from_u32(least) <= amount && amount <= Number::from_u32(most), "{month}");
        }
    }

    #[test]
    fn graduated_pays_no_more_than_retroactive(table in tier_table(), amounts in prop::collection::vec(0_u32..2000, 1..8)) {
        let [graduated, retroactive] = ["graduated", "retroactive"].map(|mode| sales(&with(&table, "mode", json!(mode))));
        let events = orders(&amounts);
        let (graduated, retroactive) = (statement(&graduated, &events, None)?, statement(&retroactive, &events, None)?);
        prop_assert!(earned(&graduated) <= earned(&retroactive));
        let first = number(&table["steps"][0]["from"]);
        if Number::from_u32(amounts.iter().sum()) < first {
            prop_assert_eq!(earned(&graduated), earned(&retroactive));
        }
    }

    #[test]
    fn splitting_an_order_leaves_graduated_totals(table in tier_table(), amounts in prop::collection::vec(1_u32..500, 1..6)) {
        // Whole hundreds at whole percents need no rounding, which is done for each order.
        let amounts: Vec<u32> = amounts.iter().map(|amount| amount * 100).collect();
        let contract = sales(&with(&table, "mode", json!("graduated")));
        let whole = statement(&contract, &orders(&[amounts.iter().sum()]), None)?;
        prop_assert_eq!(earned(&whole), earned(&statement(&contract, &orders(&amounts), None)?));
    }

    #[test]
    fn refunding_every_event_leaves_no_variable_pay(contract in contract_with_clauses(), events in prop::collection::vec(named_event(), 1..10)) {
        let mut contract = contract;
        for key in ["oneTime", "draw", "advances", "guarantees", "refunds", "bonuses"] {
            contract.as_object_mut().unwrap().remove(key);
        }
        let refunds = events.iter().enumerate().map(|(index, event)| {
            json!({ "type": "refund", "date": "2027-12-31", "refundOf": event["id"], "id": format!("refund-{index}"), "count": event["count"] })
        });
        let all: Vec<Value> = events.iter().cloned().chain(refunds).collect();
        prop_assert_eq!(earned(&statement(&contract, &all, None)?), Number::ZERO);
    }

    #[test]
    fn a_draw_conserves_money(level in 0_u32..500, amounts in prop::collection::vec(0_u32..1000, 1..10)) {
        let contract = json!({ "version": 1, "currency": "USD", "payouts": [{ "event": "sale", "pay": { "percent": "100%" } }],
                               "draw": { "amount": level.to_string(), "shortfall": "recoverable" } });
        let events: Vec<Value> = amounts.iter().enumerate().map(|(month, amount)| {
            json!({ "type": "sale", "date": format!("2027-{:02}-15", month + 1), "amount": amount.to_string() })
        }).collect();
        let statement = statement(&contract, &events, None)?;
        let paid_ahead = sum(lines(&statement, &["draw", "recoupment"]).map(|line| &line["amount"]));
        prop_assert_eq!(paid_ahead, number(&statement["balances"].as_array().unwrap().last().unwrap()["owed"]));
    }

    #[test]
    fn ten_times_the_money_is_ten_times_the_pay(table in tier_table(), amounts in prop::collection::vec(1_u32..500, 1..6), mode in prop::sample::select(vec!["graduated", "retroactive", "forward", "orderSize"])) {
        let times = |factor: u32| {
            let mut table = with(&table, "mode", json!(mode));
            for step in table["steps"].as_array_mut().unwrap() {
                let from = number(&step["from"]).mul(Number::from_u32(factor)).unwrap();
                step["from"] = json!(from.to_string());
            }
            let amounts: Vec<u32> = amounts.iter().map(|amount| amount * 100 * factor).collect();
            statement(&sales(&table), &orders(&amounts), None)
        };
        prop_assert_eq!(earned(&times(1)?).mul(Number::from_u32(10)).unwrap(), earned(&times(10)?));
    }
}
