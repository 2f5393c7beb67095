//! Forms of pay.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{Flavour, always, money, object, percent, rarely, some_money, word};

const PARTS: &[&str] = &["discount", "taxInside", "taxOnTop", "shipping", "cost"];

/// A fixed amount, as fine as the flavour allows.
pub fn fixed_amount(flavour: Flavour, most: u32) -> BoxedStrategy<Value> {
    money(flavour, most, flavour.places + u32::from(flavour.fine))
}

fn package(counted: &'static [&'static str]) -> BoxedStrategy<Value> {
    let units = prop::sample::select(vec![2, 3, 10]).prop_map(Value::from);
    object(vec![always("units", units), rarely(60, "counted", word(counted))])
}

/// `counted`: which packages there may be. Started and full ones stand alone or in a plain sum, since the reference says of no other
/// form how a step's packages are counted together in it.
fn fixed(flavour: Flavour, counted: &'static [&'static str]) -> BoxedStrategy<Value> {
    let per =
        object(vec![always("fixed", fixed_amount(flavour, 30)), rarely(40, "per", word(&["event", "item", "unit"]))]);
    let packed = object(vec![always("fixed", fixed_amount(flavour, 30)), always("package", package(counted))]);
    prop_oneof![4 => per, 1 => packed].boxed()
}

fn percentage(flavour: Flavour) -> BoxedStrategy<Value> {
    let mut fields = vec![always("percent", percent(50))];
    // What of these one item states for itself is not said.
    if !flavour.items {
        let parts = || prop::sample::subsequence(PARTS, 1..=2).prop_map(Value::from);
        let of =
            &["orderAmount", "recurringPayment", "contractValue", "collected", "margin", "commission", "netRevenue"];
        fields.extend([rarely(30, "of", word(of)), rarely(10, "less", parts()), rarely(10, "plus", parts())]);
    }
    fields.extend([
        rarely(10, "share", percent(100)),
        rarely(10, "atLeast", some_money(flavour, 20)),
        rarely(10, "atMost", some_money(flavour, 60)),
    ]);
    object(fields)
}

/// What one event pays.
pub fn pay(flavour: Flavour) -> BoxedStrategy<Value> {
    let simple = |counted| prop_oneof![fixed(flavour, counted), percentage(flavour)].boxed();
    let inner = || prop::collection::vec(simple(&["proRata"]), 1..=2);
    let any = prop::collection::vec(simple(&["proRata", "started", "full"]), 1..=2);
    let bounded = (inner(), some_money(flavour, 20), some_money(flavour, 60));
    prop_oneof![
        8 => simple(&["proRata", "started", "full"]),
        1 => any.prop_map(|parts| json!({ "sum": parts })),
        1 => bounded.prop_map(|(parts, least, most)| json!({ "sum": parts, "atLeast": least, "atMost": most })),
        1 => inner().prop_map(|parts| json!({ "greaterOf": parts })),
        1 => inner().prop_map(|parts| json!({ "lesserOf": parts })),
    ]
    .boxed()
}
