//! Whether a condition matches an event, or one of its items.

use std::borrow::Cow;

use crate::calendar::Date;
use crate::contract::{Condition, Test, Words};
use crate::document::{Name, Named};
use crate::events::{Event, Fact, Item};
use crate::money::Number;

use super::figures::Figures;

/// What conditions are asked about.
pub(super) struct Subject<'a> {
    pub event: &'a Event,
    pub item: Option<&'a Item>,
    pub day: Date,
    /// The day on which the customer began.
    pub since: Date,
    /// Which of the customer's payments it is.
    pub number: u64,
}

impl Subject<'_> {
    /// Whether all that the condition names is true.
    pub fn meets(&self, condition: &Condition) -> bool {
        if condition.names_nothing() {
            return false;
        }
        let all = condition.all.as_ref().is_none_or(|all| !all.is_empty() && all.iter().all(|inner| self.meets(inner)));
        let any = condition.any.as_ref().is_none_or(|any| any.iter().any(|inner| self.meets(inner)));
        let not = condition.not.as_ref().is_none_or(|not| !not.names_nothing() && !self.meets(not));
        let own = condition.attributes.iter().flat_map(Named::iter);
        all && any
            && not
            && condition.date.as_ref().is_none_or(|days| days.term().contains(self.day))
            && condition.customer_since.as_ref().is_none_or(|days| days.term().contains(self.since))
            && condition.weekday.as_ref().is_none_or(|days| days.iter().any(|day| day.weekday() == self.day.weekday()))
            && condition.tests().all(|(name, test)| holds(test, self.fact(name).as_deref()))
            && own.into_iter().all(|(name, test)| holds(test, self.attribute(name.as_str())))
    }

    fn fact(&self, name: &str) -> Option<Cow<'_, str>> {
        let item = |own: fn(&Item) -> Option<&Name>| match self.item {
            Some(item) => own(item).map(Name::as_str),
            None => self.attribute(name),
        };
        let text = match name {
            "customerMonths" => return Some(self.day.months_since(self.since).to_string().into()),
            "paymentNumber" => return Some(self.number.to_string().into()),
            "orderTotal" => {
                return Figures::of_event(self.event).amount.map(|amount| amount.to_string().into());
            }
            "quantity" => return Some(Figures::of_event(self.event).units.to_string().into()),
            "sku" => item(|item| item.sku.as_ref()),
            "category" => item(|item| item.category.as_ref()),
            "brand" => item(|item| item.brand.as_ref()),
            "list" => item(|item| item.list.as_ref()),
            other => self.attribute(other),
        };
        text.map(Cow::Borrowed)
    }

    fn attribute(&self, name: &str) -> Option<&str> {
        let own = self.item.and_then(|item| item.attributes.get(name));
        own.or_else(|| self.event.attributes.get(name)).map(Fact::as_str)
    }
}

fn holds(test: &Test, fact: Option<&str>) -> bool {
    let test = &test.0;
    let Some(fact) = fact else {
        // What is not known is not what it must not be; it meets no other test.
        let others = [&test.is, &test.contains, &test.starts_with, &test.ends_with];
        let limits = [&test.below, &test.at_most, &test.above, &test.at_least];
        return test.is_not.is_some()
            && others.iter().all(|other| other.is_none())
            && limits.iter().all(|limit| limit.is_none());
    };
    let one_of = |words: &Option<Words>, meets: fn(&str, &str) -> bool| {
        words.as_ref().is_none_or(|words| words.0.iter().any(|word| meets(fact, word)))
    };
    let number = || Number::parse(fact).ok();
    one_of(&test.is, same)
        && test.is_not.as_ref().is_none_or(|words| !words.0.iter().any(|word| same(fact, word)))
        && one_of(&test.contains, contains)
        && one_of(&test.starts_with, |fact, word| fact.starts_with(word))
        && one_of(&test.ends_with, |fact, word| fact.ends_with(word))
        && test.below.is_none_or(|limit| number().is_some_and(|number| number < limit.number()))
        && test.at_most.is_none_or(|limit| number().is_some_and(|number| number <= limit.number()))
        && test.above.is_none_or(|limit| number().is_some_and(|number| number > limit.number()))
        && test.at_least.is_none_or(|limit| number().is_some_and(|number| number >= limit.number()))
}

/// Whether a text has another in it. (The standard library's search is quicker in long texts, and ten times the code.)
fn contains(fact: &str, word: &str) -> bool {
    let at = |(place, _)| fact.get(place..).is_some_and(|rest: &str| rest.starts_with(word));
    word.is_empty() || fact.char_indices().any(at)
}

/// Texts are the same letter by letter; numbers are the same however they are written.
fn same(fact: &str, word: &str) -> bool {
    fact == word || matches!((Number::parse(fact), Number::parse(word)), (Ok(fact), Ok(word)) if fact == word)
}
