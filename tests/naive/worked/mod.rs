//! Published examples, put into the contract's words by hand.

mod periods;
mod single;

use serde_json::{Value, json};

use super::evaluate;

pub fn sale(date: &str, amount: &str) -> Value {
    json!({ "type": "sale", "date": date, "amount": amount })
}

pub fn sales(date: &str, amounts: &[&str]) -> Vec<Value> {
    let numbered = amounts.iter().enumerate();
    numbered.map(|(at, amount)| sale(&format!("{date}T10:{at:02}:00"), amount)).collect()
}

/// A customer's payment on the first of each month.
pub fn payments(months: i64, amount: &str) -> Vec<Value> {
    let date = |month: i64| format!("{}-{:02}-01", 2027 + month / 12, month % 12 + 1);
    (0..months).map(|month| json!({ "type": "sale", "date": date(month), "customer": "c", "amount": amount })).collect()
}

pub fn contract(fields: &Value) -> Value {
    let mut contract = json!({ "version": 1, "currency": "USD" });
    let all = contract.as_object_mut().unwrap();
    all.extend(fields.as_object().unwrap().clone());
    contract
}

/// A contract with one payout for sales.
pub fn pays(fields: &Value) -> Value {
    let mut payout = json!({ "event": "sale", "pay": { "fixed": "0" } });
    payout.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    contract(&json!({ "payouts": [payout] }))
}

pub fn earned(contract: &Value, events: &[Value]) -> String {
    evaluate(contract, &Value::from(events), None).earned
}

pub fn months(contract: &Value, events: &[Value]) -> Vec<String> {
    let by_month = evaluate(contract, &Value::from(events), None).by_month;
    by_month.iter().map(|(month, amount)| format!("{month} {amount}")).collect()
}
