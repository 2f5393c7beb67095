//! Payments for no event, money ahead of earnings, and what follows.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{Field, Flavour, always, date, money, object, percent, rarely, some, whole, word};

const SPANS: &[&str] = &["month", "quarter", "year"];

fn span(percent: u32) -> Field {
    rarely(percent, "per", word(SPANS))
}

fn parts() -> Field {
    rarely(30, "partPeriods", word(&["byDays", "full"]))
}

/// An amount of a payment; not zero, of which it is not said whether it is a line.
fn payment(flavour: Flavour, most: u32) -> BoxedStrategy<Value> {
    let above_zero = |amount: Value| match amount {
        Value::Object(amounts) => {
            amounts.into_iter().map(|(currency, amount)| (currency, at_least_one(amount))).collect()
        }
        amount => at_least_one(amount),
    };
    money(flavour, most, flavour.places).prop_map(above_zero).boxed()
}

fn at_least_one(amount: Value) -> Value {
    if amount == "0" { "1".into() } else { amount }
}

fn one_time(flavour: Flavour) -> BoxedStrategy<Value> {
    object(vec![always("amount", payment(flavour, 100)), always("on", date(0, 100))])
}

fn retainer(flavour: Flavour) -> BoxedStrategy<Value> {
    let during = object(vec![always("from", date(0, 40)), always("to", date(41, 110))]);
    object(vec![always("amount", payment(flavour, 100)), span(40), rarely(70, "during", during), parts()])
}

fn guarantee(flavour: Flavour) -> BoxedStrategy<Value> {
    let amount = || money(flavour, 300, flavour.places);
    let of_period = object(vec![always("amount", amount()), span(40), parts()]);
    let each = object(vec![
        always("each", money(flavour, 20, flavour.places)),
        always("event", word(&["sale", "lead"])),
        span(40),
    ]);
    // An event on a line of its month is on no line of its customer.
    let per_customer = object(vec![
        always("perCustomer", amount()),
        always("event", word(&["sale", "lead"])),
        always("afterPayments", whole(1, 4)),
    ]);
    if flavour.fine {
        return prop_oneof![of_period, each].boxed();
    }
    prop_oneof![2 => of_period, 1 => each, 1 => per_customer].boxed()
}

fn draw(flavour: Flavour) -> BoxedStrategy<Value> {
    let shortfall = always("shortfall", word(&["recoverable", "kept"]));
    object(vec![always("amount", money(flavour, 300, flavour.places)), span(30), shortfall])
}

/// Advances of one kind: which of two kinds goes first is not said.
fn advances(flavour: Flavour) -> BoxedStrategy<Value> {
    let of = move |recoupment: Vec<Field>| {
        let mut fields = vec![always("amount", payment(flavour, 200)), always("on", date(0, 90))];
        fields.push(rarely(40, "paid", word(&["before", "here"])));
        fields.extend(recoupment);
        prop::collection::vec(object(fields), 1..=2).prop_map(Value::from)
    };
    prop_oneof![2 => of(Vec::new()), 1 => of(vec![always("recoupment", word(&["ownYear"]))])].boxed()
}

fn split() -> BoxedStrategy<Value> {
    let carved = object(vec![always("carvedOut", percent(60)), always("to", word(&["recruiter"]))]);
    let weights = (1..=5_u32, 1..=5_u32, prop::option::of(1..=5_u32)).prop_map(|(own, other, third)| {
        let shares = [("own", Some(own)), ("other", Some(other)), ("third", third)];
        let shares =
            shares.iter().filter_map(|(to, weight)| weight.map(|weight| json!({ "to": to, "weight": weight })));
        json!({ "weights": shares.collect::<Vec<_>>(), "own": "own" })
    });
    prop_oneof![carved, weights.boxed()].boxed()
}

/// The fields of the contract that act on what its events earn.
pub fn promises(flavour: Flavour) -> Vec<Field> {
    let negative = object(vec![span(30), always("deficit", word(&["carried", "forgotten"]))]);
    vec![
        some(10, "oneTime", 2, one_time(flavour)),
        some(10, "retainers", 2, retainer(flavour)),
        some(15, "guarantees", 2, guarantee(flavour)),
        rarely(10, "draw", draw(flavour)),
        rarely(10, "advances", advances(flavour)),
        rarely(15, "negativeBalance", negative),
        rarely(15, "split", split()),
    ]
}
