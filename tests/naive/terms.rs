//! The contract's document, and what it says by default.

use jiff::civil::{Date, Weekday};
use serde_json::Value;

use super::calendar::{date, weekday};
use super::numbers::{Exact, int, minor_units, number, round};

pub struct Terms {
    pub doc: Value,
    pub currency: String,
    pub places: u32,
    pub rounding: String,
    pub round_each: String,
    pub week_starts: Weekday,
    /// Those of the chosen offer.
    pub payouts: Vec<Payout>,
}

pub struct Payout {
    /// Its place in the contract.
    pub index: usize,
    pub doc: Value,
    /// Whether its events of a month add up exactly.
    pub accumulates: bool,
}

/// A field; none where it is `null`.
pub fn get<'a>(doc: &'a Value, key: &str) -> Option<&'a Value> {
    doc.get(key).filter(|value| !value.is_null())
}

pub fn text<'a>(doc: &'a Value, key: &str) -> Option<&'a str> {
    get(doc, key).map(|value| value.as_str().unwrap())
}

pub fn word<'a>(doc: &'a Value, key: &str, default: &'a str) -> &'a str {
    text(doc, key).unwrap_or(default)
}

pub fn list<'a>(doc: &'a Value, key: &str) -> &'a [Value] {
    get(doc, key).map_or(&[], |value| value.as_array().unwrap())
}

pub fn count(doc: &Value, key: &str) -> Option<i64> {
    get(doc, key).map(|value| i64::try_from(number(value).to_integer()).unwrap())
}

/// Whether a day lies in a term that may be open, or not said at all.
pub fn contains(term: Option<&Value>, day: Date) -> bool {
    term.is_none_or(|term| {
        get(term, "from").is_none_or(|from| date(from) <= day) && get(term, "to").is_none_or(|to| day <= date(to))
    })
}

impl Payout {
    pub fn clause(&self) -> String {
        format!("/payouts/{}", self.index)
    }
}

impl Terms {
    pub fn new(contract: &Value) -> Self {
        let currency = text(contract, "currency").unwrap().to_owned();
        let mut terms = Self {
            doc: contract.clone(),
            places: minor_units(&currency),
            currency,
            rounding: word(contract, "rounding", "halfAwayFromZero").to_owned(),
            round_each: word(contract, "roundEach", "event").to_owned(),
            week_starts: weekday(word(contract, "weekStarts", "monday")),
            payouts: Vec::new(),
        };
        let payouts = terms.offered("payouts").into_iter().map(|(index, doc)| {
            let accumulates = terms.has_fine_amounts(&doc);
            Payout { index, doc, accumulates }
        });
        terms.payouts = payouts.collect();
        terms
    }

    /// The clauses of a list that belong to the chosen offer, with their places.
    pub fn offered(&self, key: &str) -> Vec<(usize, Value)> {
        let first = list(&self.doc, "offers").first().and_then(|offer| text(offer, "name"));
        let chosen = text(&self.doc, "chosen").or(first);
        let exists = |clause: &Value| get(clause, "offer").is_none() || text(clause, "offer") == chosen;
        list(&self.doc, key).iter().cloned().enumerate().filter(|(_, clause)| exists(clause)).collect()
    }

    pub fn round(&self, amount: &Exact) -> Exact {
        round(amount, self.places, &self.rounding)
    }

    /// An amount in the statement's currency, if it states one.
    pub fn amounts(&self, value: &Value) -> Option<Exact> {
        if value.is_object() { get(value, &self.currency).map(number) } else { Some(number(value)) }
    }

    /// A field's amount in the statement's currency.
    pub fn amount(&self, doc: &Value, key: &str) -> Option<Exact> {
        get(doc, key).and_then(|value| self.amounts(value))
    }

    pub fn in_term(&self, day: Date) -> bool {
        contains(get(&self.doc, "effective"), day)
    }

    /// Whether any fixed amount in a payout has more decimals than the currency.
    fn has_fine_amounts(&self, doc: &Value) -> bool {
        let is_fine = |value: &Value| {
            self.amounts(value).is_some_and(|amount| !(amount * int(10).pow(self.places.cast_signed())).is_integer())
        };
        match doc {
            Value::Array(entries) => entries.iter().any(|entry| self.has_fine_amounts(entry)),
            Value::Object(fields) => fields.iter().any(|(key, value)| match key.as_str() {
                "fixed" | "add" => is_fine(value),
                "pay" | "groups" | "scheduled" | "tiers" | "steps" | "sum" | "greaterOf" | "lesserOf" => {
                    self.has_fine_amounts(value)
                }
                _ => false,
            }),
            _ => false,
        }
    }
}
