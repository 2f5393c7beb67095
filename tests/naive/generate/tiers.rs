//! Tables of tiers.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::pay::{fixed_amount, pay};
use super::{Flavour, always, money, object, percent, rarely, together, word};

const PERIODS: &[&str] = &["month", "week", "day", "quarter", "year", "contract"];
const TYPES: &[&str] = &["sale", "lead", "click"];

fn effect(flavour: Flavour) -> BoxedStrategy<Value> {
    let bump = || fixed_amount(flavour, 20);
    prop_oneof![
        4 => percent(60).prop_map(|rate| json!({ "percent": rate })),
        2 => bump().prop_map(|fixed| json!({ "fixed": fixed })),
        1 => percent(10).prop_map(|points| json!({ "points": points })),
        1 => percent(50).prop_map(|increase| json!({ "increase": increase })),
        1 => bump().prop_map(|add| json!({ "add": add })),
        1 => pay(flavour).prop_map(|pay| json!({ "pay": pay })),
    ]
    .boxed()
}

fn with_entry(flavour: Flavour) -> BoxedStrategy<Value> {
    together(effect(flavour), object(vec![rarely(15, "onEntry", money(flavour, 50, flavour.places))]))
}

/// Steps in rising order, some of them as shares of a quota.
fn steps(most: u32, effect: BoxedStrategy<Value>) -> BoxedStrategy<Value> {
    let gaps = prop::collection::vec((0..=most, effect), 1..=3);
    let table = (gaps, prop::bool::weighted(0.1)).prop_map(|(gaps, of_quota)| {
        let mut steps: Vec<Value> = Vec::new();
        let mut from = 0;
        for (gap, mut step) in gaps {
            from += if steps.is_empty() { gap } else { gap.max(1) };
            step["from"] = if of_quota { format!("{from}%") } else { from.to_string() }.into();
            steps.push(step);
        }
        if of_quota { json!({ "quota": "100", "steps": steps }) } else { json!({ "steps": steps }) }
    });
    table.boxed()
}

/// Steps with what is counted. Thresholds of counts are whole: of others it is not said which event is the first above.
fn counted(effect: &BoxedStrategy<Value>, measures: &'static [&'static str]) -> BoxedStrategy<Value> {
    let revenue = steps(400, effect.clone());
    let counts = together(object(vec![always("measure", word(measures))]), steps(6, effect.clone()));
    prop_oneof![revenue, counts].boxed()
}

fn mode(modes: &'static [&'static str]) -> BoxedStrategy<Value> {
    object(vec![always("mode", word(modes)), rarely(20, "boundary", word(&["above", "atLeast"]))])
}

fn over_periods(flavour: Flavour) -> BoxedStrategy<Value> {
    let all = counted(&with_entry(flavour), &["events", "units", "customers", "activeCustomers"]);
    let modes = mode(&["graduated", "retroactive"]);
    // All types, so that an event always has a place of its own.
    let counting = rarely(10, "counting", Just(Value::from(TYPES.to_vec())));
    together(together(modes, object(vec![rarely(40, "per", word(PERIODS)), counting])), all)
}

fn forward(flavour: Flavour) -> BoxedStrategy<Value> {
    let running = || rarely(30, "running", word(&["before", "including"]));
    let counting = prop::sample::subsequence(TYPES, 1..=2).prop_map(Value::from);
    let fields = object(vec![rarely(40, "per", word(PERIODS)), running(), rarely(10, "counting", counting)]);
    let all = together(fields, counted(&effect(flavour), &["events", "units", "customers", "activeCustomers"]));
    let days = prop::sample::select(vec![1, 7, 30]).prop_map(Value::from);
    let rolling = object(vec![always("rollingDays", days), running()]);
    let rolling = together(rolling, counted(&effect(flavour), &["events", "units"]));
    together(mode(&["forward"]), prop_oneof![4 => all, 1 => rolling].boxed())
}

fn of_orders(flavour: Flavour) -> BoxedStrategy<Value> {
    let by_size = together(mode(&["orderSize"]), counted(&effect(flavour), &["units"]));
    let per_order = object(vec![always("per", word(&["order"]))]);
    let per_order =
        together(together(mode(&["graduated", "retroactive"]), per_order), counted(&effect(flavour), &["units"]));
    prop_oneof![2 => by_size, 1 => per_order].boxed()
}

fn interpolated(flavour: Flavour) -> BoxedStrategy<Value> {
    let pays = money(flavour, 100, flavour.places).prop_map(|pays| json!({ "pays": pays })).boxed();
    let rates = percent(30).prop_map(|rate| json!({ "percent": rate })).boxed();
    let points = prop_oneof![counted(&pays, &["units", "events"]), steps(400, rates)].boxed();
    let per = object(vec![rarely(40, "per", word(&["order", "month", "quarter", "contract"]))]);
    let mode = object(vec![always("mode", word(&["interpolated"]))]);
    together(together(mode, per), points)
}

/// A table of tiers.
pub fn table(flavour: Flavour) -> BoxedStrategy<Value> {
    prop_oneof![4 => over_periods(flavour), 2 => forward(flavour), 2 => of_orders(flavour), 1 => interpolated(flavour)]
        .boxed()
}
