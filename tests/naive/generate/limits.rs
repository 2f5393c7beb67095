//! Limits and bonuses.

use proptest::prelude::*;
use serde_json::Value;

use super::conditions::condition;
use super::{Field, Flavour, always, decimal, money, object, rarely, some, some_money, together, whole, word};

const LONG: &[&str] = &["month", "quarter", "year", "contract"];
const ANY: &[&str] = &["day", "week", "month", "quarter", "year", "contract"];
const PER: &[&str] = &["order", "day", "week", "month", "quarter", "year", "contract"];
const EVERY: &[&str] = &["month", "quarter", "year", "customerYear", "contract"];

fn max(flavour: Flavour) -> Field {
    always("max", some_money(flavour, 150))
}

fn over_limit() -> Field {
    rarely(30, "overLimit", word(&["ignored", "counts"]))
}

fn periods(flavour: Flavour) -> &'static [&'static str] {
    if flavour.fine { LONG } else { ANY }
}

fn in_money(flavour: Flavour) -> BoxedStrategy<Value> {
    let single: &[&str] = if flavour.items { &["event", "item"] } else { &["event"] };
    let per_event = object(vec![max(flavour), always("per", word(single))]);
    let per_customer = object(vec![max(flavour), always("per", word(&["customer"])), rarely(40, "every", word(EVERY))]);
    let per_period = object(vec![max(flavour), always("per", word(periods(flavour)))]);
    let days =
        object(vec![rarely(60, "monday", some_money(flavour, 150)), always("saturday", some_money(flavour, 150))]);
    let per_day = object(vec![max(flavour), always("per", word(&["day"])), always("weekdays", days)]);
    let per_day = if flavour.fine { per_period.clone() } else { per_day };
    prop_oneof![2 => per_event, 2 => per_customer, 3 => per_period, 1 => per_day].boxed()
}

fn in_counts() -> BoxedStrategy<Value> {
    let events = |per, every: Vec<Field>| {
        let mut fields = vec![always("maxEvents", whole(0, 8)), always("per", word(per)), over_limit()];
        fields.extend(every);
        object(fields)
    };
    let customers = object(vec![always("maxCustomers", whole(0, 5)), always("per", word(ANY)), over_limit()]);
    prop_oneof![
        2 => events(ANY, Vec::new()),
        2 => events(&["customer"], vec![rarely(40, "every", word(EVERY))]),
        2 => customers,
    ]
    .boxed()
}

/// A limit of a payout.
pub fn limit(flavour: Flavour) -> BoxedStrategy<Value> {
    prop_oneof![3 => in_money(flavour), 2 => in_counts()].boxed()
}

/// A limit of the contract.
pub fn limit_of_all(flavour: Flavour) -> BoxedStrategy<Value> {
    let outside =
        object(vec![max(flavour), always("per", word(periods(flavour))), always("bonuses", word(&["outside"]))]);
    prop_oneof![5 => limit(flavour), 1 => outside].boxed()
}

fn ladder(flavour: Flavour, most: u32) -> BoxedStrategy<Value> {
    let gaps = prop::collection::vec((0..=most, money(flavour, 80, flavour.places)), 1..=3);
    let rungs = gaps.prop_map(|gaps| {
        let mut rungs: Vec<Value> = Vec::new();
        let mut from = 0;
        for (gap, amount) in gaps {
            from += if rungs.is_empty() { gap } else { gap.max(1) };
            rungs.push(serde_json::json!({ "from": from.to_string(), "amount": amount }));
        }
        Value::from(rungs)
    });
    object(vec![always("ladder", rungs), rarely(40, "ladderPays", word(&["cumulative", "highest"]))])
}

fn every(flavour: Flavour, most: u32) -> BoxedStrategy<Value> {
    let number = move |from: u32| {
        decimal(most, 0).prop_map(move |number| number.parse::<u32>().unwrap().max(from).to_string().into())
    };
    let every = object(vec![
        always("step", number(1)),
        always("amount", money(flavour, 30, flavour.places)),
        rarely(20, "above", number(0)),
        rarely(20, "upTo", number(0)),
    ]);
    object(vec![always("every", every)])
}

/// A bonus.
pub fn bonus(flavour: Flavour) -> BoxedStrategy<Value> {
    let types = prop::sample::subsequence(&["sale", "lead", "click"][..], 1..=2).prop_map(Value::from);
    let fields = object(vec![
        always("events", types),
        rarely(20, "when", condition()),
        rarely(20, "boundary", word(&["above", "atLeast"])),
    ]);
    let per = |periods| rarely(60, "per", word(periods));
    let of = |percent| rarely(percent, "of", word(&["customer", "partner"]));
    let of_money = prop_oneof![ladder(flavour, 300), every(flavour, 200)].boxed();
    let of_money = together(object(vec![of(30), per(PER)]), of_money);
    let counts = || prop_oneof![ladder(flavour, 5), every(flavour, 6)].boxed();
    let of_counts = together(object(vec![of(30), per(PER), always("measure", word(&["events", "units"]))]), counts());
    let of_customers =
        together(object(vec![per(ANY), always("measure", word(&["customers", "activeCustomers"]))]), counts());
    together(fields, prop_oneof![3 => of_money, 2 => of_counts, 1 => of_customers].boxed())
}

/// At most two limits.
pub fn limits(percent: u32, flavour: Flavour) -> Field {
    some(percent, "limits", 2, limit(flavour))
}
