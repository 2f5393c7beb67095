//! Contracts and scenarios in most of what can be compiled, and some of what can't.

use proptest::prelude::*;
use serde_json::{Map, Value, json};

const EVENTS: [&str; 3] = ["sale", "lead", "subscription"];

fn event() -> impl Strategy<Value = &'static str> {
    prop::sample::select(EVENTS.as_slice())
}

fn money(most: u32) -> impl Strategy<Value = String> {
    (0..=most, 0..100_u32).prop_map(|(whole, cents)| format!("{whole}.{cents:02}"))
}

fn rate() -> impl Strategy<Value = String> {
    prop_oneof![
        (1..60_u32).prop_map(|percent| format!("{percent}%")),
        (1..60_000_u32).prop_map(|rate| format!("{}.{:03}%", rate / 1000, rate % 1000))
    ]
}

fn simple() -> impl Strategy<Value = Value> {
    prop_oneof![
        3 => rate().prop_map(|rate| json!({ "percent": rate })),
        2 => money(40).prop_map(|amount| json!({ "fixed": amount })),
        1 => rate().prop_map(|rate| json!({ "percent": rate, "of": "contractValue" })),
    ]
}

fn pay() -> impl Strategy<Value = Value> {
    prop_oneof![
        8 => simple(),
        1 => (simple(), simple()).prop_map(|(one, other)| json!({ "sum": [one, other] })),
        1 => (rate(), money(30)).prop_map(|(rate, least)| json!({ "percent": rate, "atLeast": least })),
    ]
}

fn period() -> impl Strategy<Value = &'static str> {
    prop::sample::select(["month", "quarter", "year", "contract"].as_slice())
}

fn table() -> impl Strategy<Value = Value> {
    let effect = prop_oneof![
        3 => rate().prop_map(|rate| ("percent", json!(rate))),
        1 => rate().prop_map(|rate| ("points", json!(rate))),
        1 => rate().prop_map(|rate| ("increase", json!(rate))),
        1 => money(20).prop_map(|amount| ("fixed", json!(amount))),
        1 => money(9).prop_map(|amount| ("add", json!(amount))),
    ];
    let mode = prop::sample::select(["graduated", "retroactive"].as_slice());
    let measure = prop::sample::select(["revenue", "revenue", "events", "customers"].as_slice());
    let boundary = prop::sample::select(["atLeast", "above"].as_slice());
    (mode, measure, boundary, period(), prop::collection::vec((1..900_u32, effect), 1..4)).prop_map(
        |(mode, measure, boundary, per, steps)| {
            let mut from = 0;
            let steps: Vec<Value> = steps
                .into_iter()
                .map(|(more, (effect, value))| {
                    from += if measure == "revenue" { more * 7 } else { more / 20 + 1 };
                    json!({ "from": from.to_string(), effect: value })
                })
                .collect();
            json!({ "mode": mode, "measure": measure, "boundary": boundary, "per": per, "steps": steps })
        },
    )
}

fn limit() -> impl Strategy<Value = Value> {
    let scope = prop::sample::select(
        ["event", "item", "customer", "day", "week", "month", "quarter", "year", "contract"].as_slice(),
    );
    (scope, 1..400_u32).prop_map(|(per, max)| {
        let times = if matches!(per, "event" | "item" | "customer") { 1 } else { 13 };
        json!({ "max": (max * times).to_string(), "per": per })
    })
}

fn some<S: Strategy<Value = Value> + 'static>(strategy: S, most: usize) -> impl Strategy<Value = Vec<Value>> {
    prop::collection::vec(strategy, 0..=most)
}

fn payout() -> impl Strategy<Value = Value> {
    let group =
        (prop::sample::select(vec![json!({ "plan": "pro" }), json!({ "paymentNumber": { "atMost": "2" } })]), pay())
            .prop_map(|(when, pay)| {
                let when = if when.get("plan").is_some() { json!({ "attributes": when }) } else { when };
                json!({ "when": when, "pay": pay })
            });
    let duration = prop_oneof![
        4 => Just(Value::Null),
        1 => (1..6_u32).prop_map(|payments| json!({ "payments": payments })),
        1 => (1..9_u32).prop_map(|months| json!({ "months": months })),
    ];
    let during = prop_oneof![5 => Just(Value::Null), 1 => Just(json!({ "from": "2027-03-01", "to": "2027-06-30" }))];
    (event(), pay(), some(group, 1), duration, during, some(table(), 1), some(limit(), 2)).prop_map(
        |(event, pay, groups, duration, effective, tiers, limits)| {
            let mut payout = json!({ "event": event, "pay": pay, "groups": groups, "tiers": tiers, "limits": limits });
            for (name, value) in [("for", duration), ("effective", effective)] {
                if !value.is_null() {
                    payout[name] = value;
                }
            }
            payout
        },
    )
}

fn guarantee() -> impl Strategy<Value = Value> {
    let per = || prop::sample::select(["month", "quarter", "year"].as_slice());
    prop_oneof![
        (money(900), per(), prop::sample::select(["full", "byDays"].as_slice()))
            .prop_map(|(amount, per, part)| json!({ "amount": amount, "per": per, "partPeriods": part })),
        (money(9), per(), event()).prop_map(|(each, per, event)| json!({ "each": each, "per": per, "event": event })),
    ]
}

pub fn contract() -> impl Strategy<Value = Value> {
    let once = money(500).prop_map(|amount| json!({ "amount": amount, "on": "2027-02-14" }));
    let retainer = money(100).prop_map(|amount| json!({ "amount": amount, "per": "month" }));
    let bonus = Just(json!({ "events": ["sale"], "measure": "events", "every": { "step": "10", "amount": "50" } }));
    let rounding = prop::sample::select(["halfAwayFromZero", "halfEven", "up", "down"].as_slice());
    let term = prop_oneof![4 => Just(Value::Null), 1 => Just(json!({ "from": "2027-01-15", "to": "2027-09-10" }))];
    let payouts = prop::collection::vec(payout(), 1..4);
    (
        payouts,
        some(limit(), 1),
        some(guarantee(), 2),
        some(once, 1),
        some(retainer, 1),
        (rounding, term),
        0..12_u32,
        bonus,
    )
        .prop_map(|(payouts, limits, guarantees, once, retainers, (rounding, term), rare, bonus)| {
            let mut contract = json!({
                "version": 1, "currency": "USD", "rounding": rounding, "payouts": payouts, "limits": limits,
                "guarantees": guarantees, "oneTime": once, "retainers": retainers,
            });
            if !term.is_null() {
                contract["effective"] = term;
            }
            if rare == 0 {
                contract["bonuses"] = json!([bonus]);
            }
            contract
        })
}

fn stream() -> impl Strategy<Value = Value> {
    let per_month = prop_oneof![
        (0..90_u32, 0..10_u32).prop_map(|(whole, part)| json!(format!("{whole}.{part}"))),
        (1..40_u32, 1..80_u32).prop_map(|(low, more)| json!({ "p10": low.to_string(), "p90": (low + more).to_string() })),
        (0..40_u32, 1..80_u32).prop_map(|(low, more)| json!({ "low": low.to_string(), "likely": (low + more / 3).to_string(), "high": (low + more).to_string() })),
    ];
    let amount = prop_oneof![
        1 => Just(Value::Null),
        2 => money(300).prop_map(Value::from),
        3 => (10..90_u32, 1..90_u32).prop_map(|(low, more)| json!({ "p5": low.to_string(), "p95": (low + more).to_string() })),
    ];
    let churn = prop_oneof![
        3 => Just(Value::Null),
        1 => (0..40_u32).prop_map(|churn| json!(format!("{churn}%"))),
        1 => Just(json!({ "p10": "2%", "p90": "20%" })),
    ];
    let approved = prop_oneof![4 => Just(json!("100%")), 1 => Just(json!("95%")), 1 => Just(json!({ "p10": "60%", "p90": "95%" }))];
    let growth = prop_oneof![3 => Just(Value::Null), 1 => Just(json!({ "percent": "5%", "per": "month" }))];
    (event(), per_month, amount, churn, approved, growth, (any::<bool>(), any::<bool>(), 1..4_u32)).prop_map(
        |(event, per_month, amount, churn, approved, growth, (pro, signed, every))| {
            let mut stream = Map::new();
            stream.insert("event".to_owned(), json!(event));
            stream.insert("perMonth".to_owned(), per_month);
            stream.insert("approved".to_owned(), approved);
            let churns = !churn.is_null();
            for (name, value) in [("amount", amount), ("churn", churn), ("growth", growth)] {
                if !value.is_null() {
                    stream.insert(name.to_owned(), value);
                }
            }
            if churns && every > 1 {
                stream.insert("every".to_owned(), json!(every));
                stream.insert("payments".to_owned(), json!(4));
            }
            if pro {
                stream.insert("attributes".to_owned(), json!({ "plan": "pro" }));
            }
            if signed {
                stream.insert("contractValue".to_owned(), json!("240"));
            }
            Value::Object(stream)
        },
    )
}

pub fn scenario() -> impl Strategy<Value = Value> {
    (prop::collection::vec(stream(), 1..4), 1..15_u32, 1..13_u32).prop_map(|(streams, months, start)| {
        json!({ "version": 1, "start": format!("2027-{start:02}"), "months": months, "streams": streams })
    })
}
