//! Whether an event, or one of its items, is like a condition says.

use serde_json::Value;

use super::calendar::weekday;
use super::events::{Event, Facts, Item};
use super::numbers::{Exact, int, number, parse};
use super::terms::{contains, get, list};

/// What a condition is asked of.
pub struct Subject<'a> {
    pub event: &'a Event,
    /// What remains of the event.
    pub facts: &'a Facts,
    /// The item that is a part by itself.
    pub item: Option<&'a Item>,
}

const OF_ITEMS: [&str; 4] = ["sku", "category", "brand", "list"];

/// Whether it names what each item states for itself.
pub fn is_about_items(condition: &Value) -> bool {
    let inner = list(condition, "all").iter().chain(list(condition, "any")).chain(get(condition, "not"));
    OF_ITEMS.iter().any(|name| get(condition, name).is_some()) || inner.into_iter().any(is_about_items)
}

/// A clause's condition; met where there is none.
pub fn is_met(clause: &Value, subject: &Subject) -> bool {
    get(clause, "when").is_none_or(|condition| matches(condition, subject))
}

/// Whether a condition matches. One about items, asked of a whole event that has some, is asked of each item.
pub fn matches(condition: &Value, subject: &Subject) -> bool {
    if subject.item.is_none() && !subject.facts.items.is_empty() && is_about_items(condition) {
        let items = subject.facts.items.iter();
        return items
            .into_iter()
            .any(|item| matches(condition, &Subject { event: subject.event, facts: subject.facts, item: Some(item) }));
    }
    let fields: Vec<_> = condition.as_object().unwrap().iter().filter(|(_, value)| !value.is_null()).collect();
    let names = |(name, value): &(&String, &Value)| {
        *name != "attributes" || value.as_object().is_some_and(|all| !all.is_empty())
    };
    fields.iter().any(names)
        && fields.iter().all(|(name, value)| match name.as_str() {
            "all" => value.as_array().unwrap().iter().all(|inner| matches(inner, subject)),
            "any" => value.as_array().unwrap().iter().any(|inner| matches(inner, subject)),
            "not" => !matches(value, subject),
            "customerSince" => contains(Some(value), subject.event.customer_since),
            "date" => contains(Some(value), subject.event.day()),
            "weekday" => {
                let days = value.as_array().unwrap().iter();
                days.into_iter().any(|day| weekday(day.as_str().unwrap()) == subject.event.day().weekday())
            }
            "attributes" => {
                let tests = value.as_object().unwrap().iter();
                tests.into_iter().all(|(name, test)| passes(test, attribute(name, subject).as_ref()))
            }
            _ => passes(value, fact(name, subject).as_ref()),
        })
}

/// What is known of something: its text, and the number that it is, if it is one.
struct Fact {
    text: String,
    number: Option<Exact>,
}

fn fact(name: &str, subject: &Subject) -> Option<Fact> {
    let of_number = |number: Exact| Fact { text: number.to_string(), number: Some(number) };
    match name {
        "customerMonths" => Some(of_number(int(subject.event.customer_months()))),
        "paymentNumber" => Some(of_number(int(subject.event.payment_number))),
        "orderTotal" => subject.facts.amount.clone().map(of_number),
        "quantity" => Some(of_number(subject.facts.units.clone())),
        _ if OF_ITEMS.contains(&name) => match subject.item {
            Some(item) => get(&item.doc, name).map(stated),
            None => attribute(name, subject),
        },
        _ => attribute(name, subject),
    }
}

fn attribute(name: &str, subject: &Subject) -> Option<Fact> {
    let of = |doc: &Value| get(doc, "attributes").and_then(|all| get(all, name)).map(stated);
    subject.item.and_then(|item| of(&item.doc)).or_else(|| of(&subject.event.doc))
}

fn stated(value: &Value) -> Fact {
    let text = word(value);
    Fact { number: parse(&text), text }
}

fn word(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn words(value: &Value) -> Vec<String> {
    value.as_array().map_or_else(|| vec![word(value)], |words| words.iter().map(word).collect())
}

fn passes(test: &Value, fact: Option<&Fact>) -> bool {
    let Some(tests) = test.as_object() else {
        return fact.is_some_and(|fact| words(test).contains(&fact.text));
    };
    tests.iter().filter(|(_, value)| !value.is_null()).all(|(name, value)| {
        let Some(fact) = fact else {
            return name == "isNot";
        };
        let any = |meets: &dyn Fn(&str) -> bool| words(value).iter().any(|word| meets(word));
        let compared = |meets: &dyn Fn(&Exact, &Exact) -> bool| {
            fact.number.as_ref().is_some_and(|known| meets(known, &number(value)))
        };
        match name.as_str() {
            "is" => any(&|word| fact.text == word),
            "isNot" => !any(&|word| fact.text == word),
            "contains" => any(&|word| fact.text.contains(word)),
            "startsWith" => any(&|word| fact.text.starts_with(word)),
            "endsWith" => any(&|word| fact.text.ends_with(word)),
            "below" => compared(&|known, limit| known < limit),
            "atMost" => compared(&|known, limit| known <= limit),
            "above" => compared(&|known, limit| known > limit),
            "atLeast" => compared(&|known, limit| known >= limit),
            _ => panic!("no such test: {name}"),
        }
    })
}
