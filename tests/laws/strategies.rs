//! Amounts, contracts and events of every kind, that shrink to readable ones.

use payout_calculator::money::{Currency, Money, Number, Rounding};
use proptest::prelude::*;
use serde_json::{Value, json};

/// The text of any decimal that can be held, the extreme ones included.
pub fn decimal() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => (any::<bool>(), 0_u64..=10_000_000, 0_usize..=6).prop_map(|(negative, digits, places)| written(negative, digits.into(), places)),
        2 => (any::<bool>(), 0_u128..(1 << 96), 0_usize..=28).prop_map(|(negative, digits, places)| written(negative, digits, places)),
        1 => (any::<bool>(), (1_u128 << 96) - 3..(1 << 96), 0_usize..=28).prop_map(|(negative, digits, places)| written(negative, digits, places)),
    ]
}

fn written(negative: bool, digits: u128, places: usize) -> String {
    let digits = format!("{digits:0>width$}", width = places + 1);
    let (whole, decimals) = digits.split_at(digits.len() - places);
    let sign = if negative { "-" } else { "" };
    if places == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{decimals}") }
}

pub fn number() -> impl Strategy<Value = Number> {
    decimal().prop_map(|text| Number::parse(&text).unwrap())
}

/// Amounts that people write: up to a few millions, with up to four decimals.
pub fn plain_amount() -> impl Strategy<Value = String> {
    (0_u64..=50_000_000, 0_usize..=4).prop_map(|(digits, places)| written(false, digits.into(), places))
}

pub fn currency() -> impl Strategy<Value = Currency> {
    prop::sample::select(vec!["USD", "EUR", "JPY", "KWD", "CLF"]).prop_map(|code| Currency::parse(code).unwrap())
}

pub fn rounded_money() -> impl Strategy<Value = Money> {
    (plain_amount(), any::<bool>(), currency()).prop_map(|(amount, negative, currency)| {
        let amount = Number::parse(&amount).unwrap();
        Money::new(if negative { amount.neg() } else { amount }, currency).round(Rounding::Down)
    })
}

pub fn rounding() -> impl Strategy<Value = Rounding> {
    prop::sample::select(Rounding::ALL.to_vec())
}

pub fn contract() -> impl Strategy<Value = Value> {
    let pay = prop_oneof![
        plain_amount().prop_map(|amount| json!({ "fixed": amount })),
        (0_u32..=20_000, prop::sample::select(vec!["orderAmount", "recurringPayment", "contractValue"]))
            .prop_map(|(rate, of)| json!({ "percent": format!("{}.{:02}%", rate / 100, rate % 100), "of": of })),
    ];
    let payout = (event_type(), pay).prop_map(|(event, pay)| json!({ "event": event, "pay": pay }));
    let one_time = (plain_amount(), date()).prop_map(|(amount, on)| json!({ "amount": amount, "on": on }));
    (currency(), rounding(), prop::collection::vec(payout, 0..6), prop::collection::vec(one_time, 0..3)).prop_map(
        |(currency, rounding, payouts, one_time)| {
            json!({
                "version": 1, "currency": currency, "rounding": rounding, "payouts": payouts, "oneTime": one_time
            })
        },
    )
}

/// Single events without an id.
pub fn event() -> impl Strategy<Value = Value> {
    (event_type(), date(), prop::option::of(plain_amount()), prop::option::of((plain_amount(), 0_u32..=36))).prop_map(
        |(kind, date, amount, recurring)| {
            let recurring = recurring.map(|(amount, payments)| json!({ "amount": amount, "payments": payments }));
            json!({ "type": kind, "date": date, "amount": amount, "recurring": recurring })
        },
    )
}

fn event_type() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["lead", "sale", "subscription", "view"])
}

fn date() -> impl Strategy<Value = String> {
    (1_u8..=4, 1_u8..=28).prop_map(|(month, day)| format!("2027-{month:02}-{day:02}"))
}

/// A rising table of tiers in whole percents; its mode is the test's to choose.
pub fn tier_table() -> impl Strategy<Value = Value> {
    prop::collection::vec((1_u32..20, 1_u32..5), 1..4).prop_map(|steps| {
        let (mut from, mut percent) = (0, 1);
        let steps: Vec<Value> = steps
            .into_iter()
            .map(|(wide, more)| {
                (from, percent) = (from + wide * 100, percent + more);
                json!({ "from": from.to_string(), "percent": format!("{percent}%") })
            })
            .collect();
        json!({ "mode": "graduated", "steps": steps })
    })
}

/// A contract with every kind of clause, now this one, now that one; it shrinks to few and plain ones.
pub fn contract_with_clauses() -> impl Strategy<Value = Value> {
    let bonus = prop_oneof![
        (1_u32..8, 1_u32..50).prop_map(|(step, amount)| json!({
            "events": ["sale"], "measure": "events", "per": "contract", "every": { "step": step, "amount": amount }
        })),
        (10_u32..500, 1_u32..50, prop::sample::select(vec!["partner", "customer"])).prop_map(|(from, amount, of)| json!({
            "events": ["sale", "lead"], "of": of, "ladder": [{ "from": from, "amount": amount }, { "from": from * 2, "amount": amount * 3 }]
        })),
    ];
    let one_time = (plain_amount(), date()).prop_map(|(amount, on)| json!({ "amount": amount, "on": on }));
    (
        rounding(),
        prop::collection::vec(payout_with_clauses(), 0..3),
        prop::collection::vec(bonus, 0..2),
        prop::collection::vec(one_time, 0..2),
        prop::option::of((1_u32..300).prop_map(|amount| json!([{ "amount": amount, "per": "month" }]))),
        prop::option::of((1_u32..300).prop_map(|amount| json!({ "amount": amount, "shortfall": "recoverable" }))),
    )
        .prop_map(|(rounding, payouts, bonuses, one_time, guarantees, draw)| {
            let mut contract = json!({ "version": 1, "currency": "USD", "rounding": rounding });
            let mut set = |key: &str, value: Value| {
                if !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty()) {
                    contract[key] = value;
                }
            };
            set("payouts", json!(payouts));
            set("bonuses", json!(bonuses));
            set("oneTime", json!(one_time));
            set("guarantees", json!(guarantees));
            set("draw", json!(draw));
            contract
        })
}

fn simple_pay() -> impl Strategy<Value = Value> + Clone {
    prop_oneof![
        (0_u32..2000).prop_map(|rate| json!({ "percent": format!("{}.{}%", rate / 10, rate % 10) })),
        (0_u32..500).prop_map(|cents| json!({ "fixed": format!("{}.{:02}", cents / 100, cents % 100) })),
        (0_u32..500).prop_map(|cents| json!({ "fixed": format!("{}.{:02}", cents / 100, cents % 100), "per": "unit" })),
    ]
}

fn payout_with_clauses() -> impl Strategy<Value = Value> {
    let pay = prop_oneof![
        4 => simple_pay(),
        1 => prop::collection::vec(simple_pay(), 1..3).prop_map(|parts| json!({ "sum": parts })),
        1 => prop::collection::vec(simple_pay(), 1..3).prop_map(|parts| json!({ "greaterOf": parts })),
    ];
    let when = prop_oneof![
        Just(json!({ "customerStatus": "existing" })),
        Just(json!({ "orderTotal": { "atLeast": "50" } })),
        Just(json!({ "paymentNumber": { "atMost": "2" } })),
        Just(json!({ "not": { "customerStatus": ["new", "existing"] } })),
    ];
    let group = (when, simple_pay()).prop_map(|(when, pay)| json!({ "when": when, "pay": pay }));
    let tiers = (
        tier_table(),
        prop::sample::select(vec!["graduated", "retroactive", "forward", "orderSize"]),
        prop::sample::select(vec!["month", "quarter", "contract"]),
    )
        .prop_map(|(mut table, mode, per)| {
            table["mode"] = json!(mode);
            table["per"] = json!(per);
            table
        });
    let limit = prop_oneof![
        (0_u32..100, prop::sample::select(vec!["event", "customer", "day", "month", "contract"]))
            .prop_map(|(max, per)| json!({ "max": max, "per": per })),
        (0_u32..5, prop::sample::select(vec!["customer", "month"]))
            .prop_map(|(max, per)| json!({ "maxEvents": max, "per": per })),
        (0_u32..5).prop_map(|max| json!({ "maxCustomers": max, "per": "contract" })),
    ];
    let duration = prop_oneof![
        (1_u32..4).prop_map(|payments| json!({ "payments": payments })),
        (1_u32..4).prop_map(|months| json!({ "months": months })),
    ];
    (
        prop::sample::select(vec!["sale", "lead"]),
        pay,
        prop::collection::vec(group, 0..2),
        prop::sample::select(vec!["first", "highest", "all"]),
        prop::collection::vec(tiers, 0..2),
        prop::collection::vec(limit, 0..3),
        prop::option::of(duration),
        prop::option::of((1_u32..4).prop_map(|events| json!({ "events": events, "per": "month" }))),
    )
        .prop_map(|(event, pay, groups, groups_pay, tiers, limits, duration, free)| {
            let mut payout = json!({ "event": event, "pay": pay });
            if !groups.is_empty() {
                payout["groups"] = json!(groups);
                payout["groupsPay"] = json!(groups_pay);
            }
            for (key, list) in [("tiers", json!(tiers)), ("limits", json!(limits))] {
                if list.as_array().is_some_and(|list| !list.is_empty()) {
                    payout[key] = list;
                }
            }
            for (key, value) in [("for", duration), ("free", free)] {
                if let Some(value) = value {
                    payout[key] = value;
                }
            }
            payout
        })
}

/// Events with an id each, of a few customers.
pub fn named_event() -> impl Strategy<Value = Value> {
    (
        any::<u32>(),
        prop::sample::select(vec!["sale", "lead"]),
        date(),
        prop::option::of((0_u32..30000).prop_map(|cents| format!("{}.{:02}", cents / 100, cents % 100))),
        prop::option::of(prop::sample::select(vec!["a", "b", "c"])),
        prop::option::of(prop::sample::select(vec!["new", "existing"])),
        1_u32..4,
        1_u32..4,
    )
        .prop_map(|(id, kind, date, amount, customer, status, quantity, count)| {
            let mut event =
                json!({ "id": format!("e{id}"), "type": kind, "date": date, "quantity": quantity, "count": count });
            if let Some(amount) = amount {
                event["amount"] = json!(amount);
            }
            if let Some(customer) = customer {
                event["customer"] = json!(customer);
            }
            if let Some(status) = status {
                event["attributes"] = json!({ "customerStatus": status });
            }
            event
        })
}
