//! The events, one by one and in order, with what is known of their customers.

use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime};
use serde_json::Value;

use super::calendar::{date, moment, months_between};
use super::numbers::{Exact, int, number, one};
use super::terms::{Terms, count, get, list, text, word};

/// One single event.
pub struct Event {
    pub doc: Value,
    pub moment: DateTime,
    /// A name, or one of its own where the event has no customer.
    pub customer: String,
    pub payment_number: i64,
    pub customer_since: Date,
    pub facts: Facts,
}

/// An event's money and units, as far as they can shrink.
#[derive(Clone)]
pub struct Facts {
    pub amount: Option<Exact>,
    pub units: Exact,
    /// Parts of the price, by their names.
    pub parts: BTreeMap<String, Exact>,
    pub payment: Option<Exact>,
    pub contract_value: Option<Exact>,
    pub items: Vec<Item>,
}

#[derive(Clone)]
pub struct Item {
    pub doc: Value,
    pub amount: Option<Exact>,
    pub units: Exact,
    pub parts: BTreeMap<String, Exact>,
}

impl Event {
    pub fn id(&self) -> Option<&str> {
        text(&self.doc, "id")
    }

    pub fn kind(&self) -> &str {
        text(&self.doc, "type").unwrap()
    }

    pub fn day(&self) -> Date {
        self.moment.date()
    }

    pub fn level(&self) -> i64 {
        count(&self.doc, "level").unwrap_or(1)
    }

    pub fn customer_months(&self) -> i64 {
        months_between(self.customer_since, self.day())
    }
}

impl Facts {
    fn of(doc: &Value) -> Self {
        let items: Vec<_> = list(doc, "items").iter().map(Item::of).collect();
        let stated: Vec<_> = items.iter().filter_map(|item| item.amount.clone()).collect();
        let of_items = (!stated.is_empty()).then(|| stated.into_iter().sum());
        let units_of_items = (!items.is_empty()).then(|| items.iter().map(|item| item.units.clone()).sum());
        let recurring = get(doc, "recurring");
        let payment = recurring.map(|recurring| number(&recurring["amount"]));
        let all_payments = recurring.map(|recurring| number(&recurring["amount"]) * number(&recurring["payments"]));
        let mut parts = parts_of(doc);
        if get(doc, "amounts").is_none() {
            for (name, amount) in items.iter().flat_map(|item| &item.parts) {
                *parts.entry(name.clone()).or_insert_with(|| int(0)) += amount;
            }
        }
        Self {
            amount: get(doc, "amount").map(number).or(of_items),
            units: get(doc, "quantity").map(number).or(units_of_items).unwrap_or_else(one),
            parts,
            payment,
            contract_value: get(doc, "contractValue").map(number).or(all_payments),
            items,
        }
    }

    /// All money times one factor, all units times another.
    pub fn shrunk(&self, money: &Exact, units: &Exact) -> Self {
        let times = |amount: &Option<Exact>| amount.as_ref().map(|amount| amount * money);
        let parts =
            |parts: &BTreeMap<String, Exact>| parts.iter().map(|(name, part)| (name.clone(), part * money)).collect();
        let items = self.items.iter().map(|item| Item {
            doc: item.doc.clone(),
            amount: times(&item.amount),
            units: &item.units * units,
            parts: parts(&item.parts),
        });
        Self {
            amount: times(&self.amount),
            units: &self.units * units,
            parts: parts(&self.parts),
            payment: times(&self.payment),
            contract_value: times(&self.contract_value),
            items: items.collect(),
        }
    }
}

impl Item {
    fn of(doc: &Value) -> Self {
        Self {
            doc: doc.clone(),
            amount: get(doc, "amount").map(number),
            units: get(doc, "quantity").map_or_else(one, number),
            parts: parts_of(doc),
        }
    }
}

fn parts_of(doc: &Value) -> BTreeMap<String, Exact> {
    let fields = get(doc, "amounts").and_then(Value::as_object);
    let stated = fields.into_iter().flatten().filter(|(_, value)| !value.is_null());
    stated.map(|(name, value)| (name.clone(), number(value))).collect()
}

/// Documents of events: each id once, those of other statements left out, in order.
fn in_order(terms: &Terms, events: &Value) -> Vec<Value> {
    let mut docs: Vec<Value> = Vec::new();
    for doc in events.as_array().unwrap() {
        let currency = word(doc, "currency", &terms.currency);
        let known = text(doc, "id").is_some() && docs.iter().any(|other| text(other, "id") == text(doc, "id"));
        if known || count(doc, "count") == Some(0) {
            continue;
        }
        if currency != terms.currency {
            let elsewhere = list(&terms.doc, "alsoPaysIn").iter().any(|other| other == currency);
            assert!(elsewhere, "conversion is not covered");
            continue;
        }
        docs.push(doc.clone());
    }
    docs.sort_by_key(|doc| (moment(&doc["date"]), text(doc, "id").map(str::to_owned), doc.to_string()));
    docs
}

/// All refunds, in order.
pub fn refunds(terms: &Terms, events: &Value) -> Vec<Value> {
    in_order(terms, events).into_iter().filter(|doc| get(doc, "refundOf").is_some()).collect()
}

/// All events but refunds, in order, each single one by itself.
pub fn events(terms: &Terms, events: &Value) -> Vec<Event> {
    let mut singles: Vec<Event> = Vec::new();
    for doc in in_order(terms, events) {
        if get(&doc, "refundOf").is_some() {
            continue;
        }
        for _ in 0..count(&doc, "count").unwrap_or(1) {
            let moment = moment(&doc["date"]);
            let own = format!("(nobody's {})", singles.len());
            let mut event = Event {
                customer: text(&doc, "customer").map_or(own, str::to_owned),
                facts: Facts::of(&doc),
                payment_number: 0,
                customer_since: moment.date(),
                moment,
                doc: doc.clone(),
            };
            let before: Vec<_> = singles.iter().filter(|other| is_same_series(other, &event)).collect();
            let counted = i64::try_from(before.len()).unwrap() + 1;
            let since = before.first().map_or_else(|| event.day(), |first| first.day());
            event.payment_number = count(&doc, "paymentNumber").unwrap_or(counted);
            event.customer_since = get(&doc, "customerSince").map_or(since, date);
            singles.push(event);
        }
    }
    singles
}

fn is_same_series(one: &Event, other: &Event) -> bool {
    one.customer == other.customer && one.kind() == other.kind() && one.level() == other.level()
}
