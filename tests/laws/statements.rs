//! What holds of every statement.

use payout_calculator::json;
use payout_calculator::money::{Number, Rounding};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::strategies::{contract, event};

fn statement(contract: &Value, events: &[Value]) -> Result<Value, TestCaseError> {
    let answer: Value =
        serde_json::from_str(&json::evaluate(&contract.to_string(), &json!(events).to_string(), None)).unwrap();
    prop_assert!(answer["problems"].is_null(), "{}", answer);
    Ok(answer["ok"].clone())
}

fn number(value: &Value) -> Number {
    Number::parse(value.as_str().unwrap()).unwrap()
}

fn sum<'a>(values: impl IntoIterator<Item = &'a Value>) -> Number {
    values.into_iter().fold(Number::ZERO, |sum, value| sum.add(number(value)).unwrap())
}

fn entries<'a>(statement: &'a Value, list: &str) -> &'a Vec<Value> {
    statement[list].as_array().unwrap()
}

fn with(event: &Value, key: &str, value: Value) -> Value {
    let mut event = event.clone();
    event[key] = value;
    event
}

proptest! {
    #[test]
    fn lines_add_up_to_every_total(contract in contract(), events in prop::collection::vec(event(), 0..12)) {
        let statement = statement(&contract, &events)?;
        let earned = number(&statement["totals"]["earned"]);
        for list in ["lines", "clauses", "periods"] {
            prop_assert_eq!(sum(entries(&statement, list).iter().map(|entry| &entry["amount"])), earned, "{}", list);
        }
        if let Some(last) = entries(&statement, "periods").last() {
            prop_assert_eq!(number(&last["cumulative"]), earned);
        }
    }

    #[test]
    fn the_order_of_events_does_not_matter(
        contract in contract(),
        (events, shuffled) in prop::collection::vec(event(), 0..12).prop_flat_map(|events| (Just(events.clone()), Just(events).prop_shuffle())),
    ) {
        prop_assert_eq!(statement(&contract, &events)?, statement(&contract, &shuffled)?);
    }

    #[test]
    fn events_in_bulk_are_so_many_single_ones(contract in contract(), event in event(), count in 0_usize..40) {
        let bulk = statement(&contract, &[with(&event, "count", json!(count))])?;
        prop_assert_eq!(&bulk, &statement(&contract, &vec![event.clone(); count])?);
        let named: Vec<_> = (0..count).map(|index| with(&event, "id", json!(index.to_string()))).collect();
        let single = statement(&contract, &named)?;
        for list in ["clauses", "periods"] {
            let amounts = |statement: &Value| entries(statement, list).iter().map(|entry| entry["amount"].clone()).collect::<Vec<_>>();
            prop_assert_eq!(amounts(&bulk), amounts(&single));
        }
    }

    #[test]
    fn an_id_counts_once(contract in contract(), events in prop::collection::vec(event(), 1..6)) {
        let named: Vec<_> = events.iter().enumerate().map(|(index, event)| with(event, "id", json!(format!("e{index}")))).collect();
        let twice: Vec<_> = named.iter().chain(&named).cloned().collect();
        prop_assert_eq!(statement(&contract, &named)?, statement(&contract, &twice)?);
    }

    #[test]
    fn every_event_is_on_a_line_or_named_as_not_paid(contract in contract(), events in prop::collection::vec(event(), 0..12)) {
        let statement = statement(&contract, &events)?;
        for kind in ["lead", "sale", "subscription", "view"] {
            let happened = events.iter().filter(|event| event["type"] == kind).count() as u64;
            let clauses = entries(&contract, "payouts").iter().filter(|payout| payout["event"] == kind).count() as u64;
            let paid = entries(&statement, "lines").iter().filter(|line| line["eventType"] == kind);
            let missed = entries(&statement, "notApplied").iter().filter(|missed| missed["because"]["noPayoutForType"]["eventType"] == kind);
            prop_assert_eq!(sum(paid.map(|line| &line["quantity"])), Number::from_u64(happened * clauses));
            prop_assert_eq!(sum(missed.map(|missed| &missed["quantity"])), Number::from_u64(if clauses == 0 { happened } else { 0 }));
        }
    }

    #[test]
    fn each_line_is_rounded_from_the_exact_amount_beside_it(contract in contract(), events in prop::collection::vec(event(), 0..12)) {
        let statement = statement(&contract, &events)?;
        let places = u32::try_from(statement["minorUnits"].as_u64().unwrap()).unwrap();
        for line in entries(&statement, "lines") {
            let (amount, exact, quantity) = (number(&line["amount"]), number(&line["exact"]), number(&line["quantity"]));
            prop_assert!(amount.decimals() <= places);
            // Rounded per event, so off by less than a minor unit for each.
            let unit = Number::ONE.div_round(Number::from_u64(10_u64.pow(places)), places, Rounding::Down).unwrap();
            prop_assert!(amount.sub(exact).unwrap().abs() < unit.mul(quantity).unwrap().max(unit), "{}", line);
        }
    }

    #[test]
    fn no_text_breaks_the_reader(contract in ".{0,200}", events in "[\\[\\]{}:,\"a-z0-9 .-]{0,200}") {
        let answer: Value = serde_json::from_str(&json::evaluate(&contract, &events, None)).unwrap();
        prop_assert!(answer.get("ok").is_some() || !answer["problems"].as_array().unwrap().is_empty());
    }
}
