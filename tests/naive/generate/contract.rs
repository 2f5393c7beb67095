//! Contracts.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::conditions::{condition, group_condition};
use super::limits::{bonus, limit_of_all, limits};
use super::pay::pay;
use super::promises::promises;
use super::tiers::table;
use super::{Flavour, always, date, decimal, object, percent, rarely, some, term, together, whole, word};

const ROUNDINGS: &[&str] = &["halfAwayFromZero", "halfEven", "halfTowardZero", "up", "down", "ceiling", "floor"];

fn duration() -> BoxedStrategy<Value> {
    let payments = object(vec![always("payments", whole(1, 4))]);
    let months = object(vec![
        always("months", whole(1, 3)),
        rarely(30, "boundary", word(&["atMost", "below"])),
        rarely(20, "since", word(&["recruitment", "customer"])),
    ]);
    prop_oneof![payments, months].boxed()
}

fn free() -> BoxedStrategy<Value> {
    let amount = |most| decimal(most, 0).prop_map(Value::from);
    let kind = |name, value| {
        object(vec![always(name, value), rarely(60, "per", word(&["month", "order", "quarter", "year", "contract"]))])
    };
    prop_oneof![kind("events", whole(0, 4)), kind("units", amount(6).boxed()), kind("revenue", amount(300).boxed())]
        .boxed()
}

fn group(flavour: Flavour) -> BoxedStrategy<Value> {
    object(vec![always("when", group_condition(flavour)), always("pay", pay(flavour))])
}

/// Other pay for a time; each has a priority of its own.
fn scheduled(flavour: Flavour) -> BoxedStrategy<Value> {
    let one = object(vec![
        always("during", term(0, 100)),
        always("pay", pay(flavour)),
        some(20, "groups", 1, group(flavour)),
    ]);
    let list = prop::collection::vec(one, 1..=2).prop_map(|list| {
        let ranked = list.into_iter().enumerate().map(|(rank, mut one)| {
            one["priority"] = (rank + 1).into();
            one
        });
        Value::from(ranked.collect::<Vec<_>>())
    });
    list.boxed()
}

fn uplift() -> BoxedStrategy<Value> {
    let change = prop_oneof![
        percent(10).prop_map(|points| json!({ "points": points })),
        percent(40).prop_map(|increase| json!({ "increase": increase })),
    ];
    together(change.boxed(), object(vec![rarely(40, "when", condition())]))
}

fn payout(flavour: Flavour) -> BoxedStrategy<Value> {
    let restriction = condition().prop_map(|when| json!({ "when": when }));
    object(vec![
        always("event", word(&["sale", "lead", "click"])),
        always("pay", pay(flavour)),
        rarely(3, "offer", word(&["first", "second"])),
        rarely(5, "level", whole(1, 2)),
        rarely(5, "effective", term(0, 100)),
        rarely(10, "when", condition()),
        some(10, "restrictions", 2, restriction),
        rarely(10, "for", duration()),
        rarely(10, "free", free()),
        some(if flavour.items { 60 } else { 25 }, "groups", 2, group(flavour)),
        rarely(20, "groupsPay", word(&["first", "highest", "all"])),
        rarely(8, "scheduled", scheduled(flavour)),
        some(10, "uplifts", 2, uplift()),
        some(30, "tiers", 2, table(flavour)),
        limits(25, flavour),
    ])
}

fn lock() -> BoxedStrategy<Value> {
    let days = object(vec![
        rarely(40, "from", word(&["event", "endOfMonth"])),
        rarely(30, "months", whole(0, 2)),
        rarely(70, "days", whole(0, 30)),
    ]);
    let hours = object(vec![always("hours", whole(0, 72))]);
    prop_oneof![3 => days, 1 => hours].prop_map(|lock| json!({ "lock": lock })).boxed()
}

fn refunds() -> BoxedStrategy<Value> {
    object(vec![
        rarely(30, "share", percent(100)),
        rarely(30, "fixedPay", word(&["proRata", "stays"])),
        rarely(30, "places", word(&["freed", "kept"])),
        rarely(20, "afterLock", word(&["ignored", "takenBack"])),
    ])
}

/// A contract.
pub fn contract(flavour: Flavour) -> BoxedStrategy<Value> {
    let round_each: &[&str] = if flavour.items { &["event", "item", "period"] } else { &["event", "period"] };
    let mut fields = vec![
        always("version", Just(Value::from(1))),
        always("currency", Just(Value::from(flavour.currency))),
        ("alsoPaysIn", Just(flavour.also.map(|also| json!([also]))).boxed()),
        rarely(10, "weekStarts", word(&["sunday", "wednesday"])),
        rarely(8, "effective", object(vec![rarely(70, "from", date(0, 30)), rarely(30, "to", date(60, 110))])),
        rarely(20, "rounding", word(ROUNDINGS)),
        rarely(15, "roundEach", word(round_each)),
        // Clauses may belong to either.
        always("offers", Just(json!([{ "name": "first" }, { "name": "second" }]))),
        rarely(3, "chosen", word(&["second", "first"])),
        always("payouts", prop::collection::vec(payout(flavour), 0..=2).prop_map(Value::from)),
        some(15, "bonuses", 2, bonus(flavour)),
        some(15, "limits", 2, limit_of_all(flavour)),
        rarely(20, "refunds", refunds()),
        rarely(20, "settlement", lock()),
    ];
    fields.extend(promises(flavour));
    object(fields).prop_map(without_idle_offers).boxed()
}

/// Leaves offers out that no clause belongs to.
fn without_idle_offers(mut contract: Value) -> Value {
    let used = contract["payouts"].as_array().unwrap().iter().any(|payout| payout.get("offer").is_some());
    if !used {
        let fields = contract.as_object_mut().unwrap();
        fields.remove("offers");
        fields.remove("chosen");
    }
    contract
}
