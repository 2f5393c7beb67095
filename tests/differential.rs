//! The naive evaluator: that it is right where the result is published, and that the crate says the same.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::needless_range_loop,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test fails by panicking, and its numbers are exact"
)]

mod naive;

use naive::compare::{differences, real};
use naive::evaluate;
use naive::generate::case;
use naive::narrow::narrow;
use payout_calculator::contract::read_contract;
use payout_calculator::document::{DocumentKind, Limits, Node, Problem, from_json};
use payout_calculator::events::read_events;
use proptest::prelude::*;
use serde_json::{Value, json};

fn problems<T>(
    value: &Value,
    document: DocumentKind,
    read: fn(&Node) -> Result<T, Vec<Problem>>,
) -> Option<Vec<Problem>> {
    read(&from_json(&value.to_string(), Limits::of(document)).unwrap()).err()
}

proptest! {
    #[test]
    fn every_case_can_be_read(case in case()) {
        prop_assert_eq!(problems(&case.contract, DocumentKind::Contract, read_contract), None, "{}", case.contract);
        prop_assert_eq!(problems(&case.events, DocumentKind::Events, read_events), None, "{}", case.events);
    }

    #[test]
    fn every_case_has_an_answer(case in case()) {
        let totals = evaluate(&case.contract, &case.events, case.as_of.as_deref());
        prop_assert_eq!(totals.by_kind.values().sum::<naive::Exact>(), totals.by_month.values().sum());
    }
}

mod both {
    use super::*;

    proptest! {
        #[test]
        fn both_pay_the_same(case in case()) {
            let case = narrow(case);
            let options = case.as_of.as_ref().map(|as_of| json!({ "asOf": as_of }).to_string());
            let answer = payout_calculator::json::evaluate(
                &case.contract.to_string(),
                &case.events.to_string(),
                options.as_deref(),
            );
            let naive = evaluate(&case.contract, &case.events, case.as_of.as_deref());
            let differences = differences(&naive, &real(&answer));
            prop_assert!(differences.is_empty(), "{}\n{}\n{}", differences, case.contract, case.events);
        }
    }
}

#[test]
fn a_statement_is_compared_by_kind_clause_and_month() {
    let contract = json!({
        "version": 1, "currency": "USD",
        "payouts": [{ "event": "sale", "pay": { "percent": "20%" }, "limits": [{ "max": "150", "per": "event" }] }],
    });
    let events = json!([{ "type": "sale", "date": "2027-03-14", "amount": "1000" }]);
    let naive = evaluate(&contract, &events, None);
    let answer = |limit: &str, earned: &str| {
        let line = |kind: &str, clause: &str, amount: &str| json!({ "kind": kind, "clause": clause, "period": "2027-03", "amount": amount });
        let lines = [
            line("payout", "/payouts/0", "200.00"),
            line("limit", "/payouts/0/limits/0", limit),
            line("fee", "/settlement/fees/0", "-1.00"),
        ];
        json!({ "ok": { "currency": "USD", "lines": lines, "totals": { "earned": earned } } }).to_string()
    };
    assert_eq!(differences(&naive, &real(&answer("-50.00", "150.00"))), "");
    assert_eq!(
        differences(&naive, &real(&answer("-49.99", "150.01"))),
        "/payouts/0 limit 2027-03: naively -50, really -4999/100\n"
    );
}
