//! Conditions, of facts that events state.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{Flavour, date, decimal, term, word};

pub const COUNTRIES: &[&str] = &["US", "DE", "USA"];
pub const STATUSES: &[&str] = &["new", "existing"];
pub const CODES: &[&str] = &["SPRING", "EMPLOYEE-1", "spring"];
pub const PLANS: &[&str] = &["basic", "gold"];
pub const CATEGORIES: &[&str] = &["shoes", "gifts"];
pub const SKUS: &[&str] = &["A-1", "A-2", "B-1"];

fn text(words: &'static [&'static str]) -> BoxedStrategy<Value> {
    let list = prop::sample::subsequence(words, 1..=words.len()).prop_map(Value::from);
    let start = word(words).prop_map(|word| word.as_str().unwrap()[..1].to_owned());
    let tests = (prop::sample::select(vec!["contains", "startsWith", "endsWith"]), start);
    prop_oneof![
        word(words),
        list,
        word(words).prop_map(|word| json!({ "isNot": word })),
        tests.prop_map(|(test, start)| json!({ test: start })),
    ]
    .boxed()
}

fn number(most: u32) -> BoxedStrategy<Value> {
    let tests = prop::sample::select(vec!["atLeast", "above", "below", "atMost"]);
    (tests, decimal(most, 0)).prop_map(|(test, number)| json!({ test: number })).boxed()
}

fn fact() -> BoxedStrategy<Value> {
    prop_oneof![
        word(STATUSES).prop_map(|status| json!({ "customerStatus": status })),
        text(COUNTRIES).prop_map(|test| json!({ "country": test })),
        text(CODES).prop_map(|test| json!({ "promoCode": test })),
        number(300).prop_map(|test| json!({ "orderTotal": test })),
        number(4).prop_map(|test| json!({ "quantity": test })),
        number(4).prop_map(|test| json!({ "paymentNumber": test })),
        number(3).prop_map(|test| json!({ "customerMonths": test })),
        date(0, 90).prop_map(|day| json!({ "customerSince": { "from": day } })),
        term(0, 100).prop_map(|days| json!({ "date": days })),
        prop::sample::subsequence(vec!["monday", "wednesday", "saturday", "sunday"], 1..=3)
            .prop_map(|days| json!({ "weekday": days })),
        text(PLANS).prop_map(|test| json!({ "attributes": { "plan": test } })),
        number(5).prop_map(|test| json!({ "attributes": { "score": test } })),
    ]
    .boxed()
}

fn nested(facts: &BoxedStrategy<Value>) -> BoxedStrategy<Value> {
    let list = |name: &'static str| {
        let inner = prop::collection::vec(facts.clone(), 1..=2);
        inner.prop_map(move |inner| json!({ name: inner }))
    };
    let both = (facts.clone(), facts.clone()).prop_map(|(mut one, other)| {
        one.as_object_mut().unwrap().extend(other.as_object().unwrap().clone());
        one
    });
    prop_oneof![
        6 => facts.clone(),
        1 => both,
        1 => list("any"),
        1 => list("all"),
        1 => facts.clone().prop_map(|inner| json!({ "not": inner })),
    ]
    .boxed()
}

/// A condition on the whole event.
pub fn condition() -> BoxedStrategy<Value> {
    nested(&fact())
}

/// A condition of a group, which may be about items. Only there does the reference say whose facts are asked for.
pub fn group_condition(flavour: Flavour) -> BoxedStrategy<Value> {
    if !flavour.items {
        return condition();
    }
    let of_item = prop_oneof![
        text(CATEGORIES).prop_map(|test| json!({ "category": test })),
        text(SKUS).prop_map(|test| json!({ "sku": test })),
    ];
    prop_oneof![2 => nested(&of_item.boxed()), 1 => condition()].boxed()
}
