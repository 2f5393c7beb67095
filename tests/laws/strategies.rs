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
