//! Events and their refunds.

use jiff::ToSpan;
use jiff::civil::Date;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::conditions::{CATEGORIES, CODES, COUNTRIES, PLANS, SKUS, STATUSES};
use super::{Field, Flavour, always, amount, date, day, object, rarely, some, together, whole, word};

fn parts(flavour: Flavour) -> Field {
    let part = |percent, name| rarely(percent, name, amount(flavour, 60));
    let net = (any::<bool>(), amount(flavour, 90)).prop_map(|(negative, amount)| {
        let sign = if negative { "-" } else { "" };
        Value::from(format!("{sign}{}", amount.as_str().unwrap()))
    });
    let parts = object(vec![
        part(30, "discount"),
        part(20, "taxInside"),
        part(20, "taxOnTop"),
        part(20, "shipping"),
        part(30, "cost"),
        part(30, "collected"),
        part(30, "commission"),
        rarely(40, "netRevenue", net),
    ]);
    rarely(25, "amounts", parts)
}

/// Whole units: how much of a unit's tier a part of it is in is not said.
fn quantity() -> BoxedStrategy<Value> {
    whole(0, 6)
}

fn item(flavour: Flavour) -> BoxedStrategy<Value> {
    object(vec![
        rarely(90, "amount", amount(flavour, 150)),
        rarely(30, "quantity", quantity()),
        rarely(40, "sku", word(SKUS)),
        rarely(50, "category", word(CATEGORIES)),
        rarely(10, "attributes", object(vec![always("plan", word(PLANS))])),
    ])
}

fn attributes() -> BoxedStrategy<Value> {
    object(vec![
        rarely(50, "customerStatus", word(STATUSES)),
        rarely(50, "country", word(COUNTRIES)),
        rarely(30, "promoCode", word(CODES)),
        rarely(30, "plan", word(PLANS)),
        rarely(30, "score", whole(0, 6)),
    ])
}

fn facts(flavour: Flavour) -> BoxedStrategy<Value> {
    let recurring = object(vec![always("amount", amount(flavour, 60)), always("payments", whole(0, 12))]);
    let value = prop_oneof![
        recurring.prop_map(|recurring| json!({ "recurring": recurring })),
        amount(flavour, 500).prop_map(|value| json!({ "contractValue": value })),
    ];
    let mut fields = vec![
        always("type", word(&["sale", "lead", "click"])),
        rarely(80, "amount", amount(flavour, 300)),
        rarely(30, "quantity", quantity()),
        some(if flavour.items { 70 } else { 8 }, "items", 3, item(flavour)),
        parts(flavour),
        rarely(60, "customer", word(&["c-1", "c-2", "c-3", "c-4"])),
        rarely(5, "customerSince", date(0, 60)),
        rarely(5, "paymentNumber", whole(1, 5)),
        rarely(40, "attributes", attributes()),
        rarely(5, "level", whole(1, 2)),
        rarely(20, "recruited", date(0, 60)),
        rarely(20, "count", prop_oneof![4 => whole(1, 4), 1 => whole(0, 20)]),
    ];
    if let Some(also) = flavour.also {
        fields.push(rarely(10, "currency", Just(Value::from(also))));
    }
    let value = prop_oneof![4 => Just(json!({})), 1 => value].boxed();
    together(object(fields), value)
}

/// An event, how many days later it is refunded, and by how much.
type WithRefunds = (Date, Value, Option<()>, Vec<(i64, Option<Value>)>);

fn with_refunds(flavour: Flavour) -> impl Strategy<Value = WithRefunds> {
    let refund = (0_i64..=45, prop::option::weighted(0.6, amount(flavour, 200)));
    let refunds = prop_oneof![5 => Just(Vec::new()), 1 => prop::collection::vec(refund, 0..=2)];
    (day(0, 100), facts(flavour), prop::option::weighted(0.6, Just(())), refunds)
}

/// Up to thirty events. Where the order of two would be decided by what they say, the time of day decides it.
pub fn events(flavour: Flavour) -> BoxedStrategy<Value> {
    let list = prop_oneof![
        3 => prop::collection::vec(with_refunds(flavour), 0..=8),
        1 => prop::collection::vec(with_refunds(flavour), 0..=30),
    ];
    list.prop_map(|list| Value::from(list.into_iter().enumerate().flat_map(written).collect::<Vec<_>>())).boxed()
}

fn written((place, (day, mut event, named, refunds)): (usize, WithRefunds)) -> Vec<Value> {
    let id = format!("o-{place:02}");
    let fields = event.as_object_mut().unwrap();
    if refunds.is_empty() {
        if named.is_some() {
            fields.insert("id".to_owned(), id.clone().into());
            fields.insert("date".to_owned(), day.to_string().into());
        } else {
            fields.insert("date".to_owned(), format!("{day}T12:{place:02}:00").into());
        }
        return vec![event];
    }
    // What a refund of several equal events takes of each is not said.
    fields.remove("count");
    fields.insert("id".to_owned(), id.clone().into());
    fields.insert("date".to_owned(), day.to_string().into());
    // What part of an event without an amount an amount is, neither.
    let whole = fields.get("amount").and_then(Value::as_str).is_none_or(|amount| amount == "0");
    let mut all = vec![event.clone()];
    for (place, (later, amount)) in refunds.into_iter().enumerate() {
        let mut refund = json!({ "id": format!("{id}-r{place}"), "type": event["type"], "date": (day + later.days()).to_string(), "refundOf": id });
        if let Some(amount) = amount.filter(|_| !whole) {
            refund["amount"] = amount;
        }
        all.push(refund);
    }
    all
}
