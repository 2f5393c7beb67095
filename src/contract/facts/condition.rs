//! What conditions say.

use super::phrase::{Phrase, Value};
use super::say::Say;
use super::words;
use crate::contract::terms::{Condition, Days, Term, Test, Words};
use crate::document::Named;

/// What must be true.
#[inline(never)]
pub(super) fn condition(condition: &Condition) -> Phrase {
    let mut parts: Vec<Phrase> = Vec::new();
    for (name, test) in condition.tests() {
        let fact = words::fact(name).map_or_else(|| own(name), Phrase::new);
        tests(&fact, test, name == "orderTotal", &mut parts);
    }
    for (name, test) in condition.attributes.iter().flat_map(Named::iter) {
        tests(&own(name.as_str()), test, false, &mut parts);
    }
    if let Some(days) = &condition.customer_since {
        parts.push(within(Say::CustomerSince, days));
    }
    if let Some(days) = &condition.date {
        parts.push(within(Say::EventDate, days));
    }
    if let Some(days) = &condition.weekday {
        let days = days.iter().map(|day| Phrase::new(words::weekday(*day))).collect();
        parts.push(Phrase::new(Say::Is).word("fact", Say::Weekday).with("values", Value::Any(days)));
    }
    if let Some(all) = &condition.all {
        parts.extend(all.iter().map(self::condition));
    }
    if let Some(any) = &condition.any {
        let any = any.iter().map(self::condition).collect();
        parts.push(Phrase::new(Say::AnyOf).with("conditions", Value::Any(any)));
    }
    if let Some(not) = &condition.not {
        parts.push(Phrase::new(Say::Not).phrase("condition", self::condition(not)));
    }
    match parts.len() {
        0 => Phrase::new(Say::Never),
        1 => parts.swap_remove(0),
        _ => Phrase::new(Say::AllOf).with("conditions", Value::All(parts)),
    }
}

fn own(text: &str) -> Phrase {
    Phrase::new(Say::Own).text("text", text)
}

fn within(fact: Say, days: &Days) -> Phrase {
    Phrase::new(Say::Within).word("fact", fact).phrase("term", term(&days.term()))
}

/// From when to when.
pub(super) fn term(term: &Term) -> Phrase {
    match (term.from, term.to) {
        (Some(from), Some(to)) => Phrase::new(Say::TermFromTo).date("from", from).date("to", to),
        (Some(from), None) => Phrase::new(Say::TermFrom).date("from", from),
        (None, Some(to)) => Phrase::new(Say::TermTo).date("to", to),
        (None, None) => Phrase::new(Say::InAll),
    }
}

#[inline(never)]
fn tests(fact: &Phrase, test: &Test, money: bool, parts: &mut Vec<Phrase>) {
    let detail = &test.0;
    let words: [(Say, &Option<Words>); 5] = [
        (Say::Is, &detail.is),
        (Say::IsNot, &detail.is_not),
        (Say::Contains, &detail.contains),
        (Say::StartsWith, &detail.starts_with),
        (Say::EndsWith, &detail.ends_with),
    ];
    for (say, words) in words {
        if let Some(words) = words {
            let values = words.0.iter().map(|word| own(word)).collect();
            parts.push(Phrase::new(say).phrase("fact", fact.clone()).with("values", Value::Any(values)));
        }
    }
    let limits = [
        (Say::Below, detail.below),
        (Say::AtMost, detail.at_most),
        (Say::IsAbove, detail.above),
        (Say::AtLeast, detail.at_least),
    ];
    for (say, limit) in limits {
        if let Some(limit) = limit {
            let value = if money { Value::Money(limit.number()) } else { Value::Number(limit.number()) };
            parts.push(Phrase::new(say).phrase("fact", fact.clone()).with("value", value));
        }
    }
}
