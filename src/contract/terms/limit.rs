//! Limits: caps in money, in events, in customers.

use crate::document::{Amounts, Code, Count, Label, Named, Reader, choice, record};

use super::period::Period;

record! {
    /// A limit (cap) on what is paid, or on how many are paid.
    ///
    /// ```json
    /// { "max": "200", "per": "customer", "every": "customerYear" }
    /// ```
    pub struct Limit {
        /// What the limit is called.
        "label" => label: Label = optional,
        /// The most that is paid. What still fits under it is paid, and the rest is lost.
        "max" => max: Amounts = optional,
        /// The most events that are paid.
        "maxEvents" => max_events: Count = optional,
        /// The most customers whose events are paid, in the order of their first ones.
        "maxCustomers" => max_customers: Count = optional,
        /// Over what it holds.
        "per" => per: LimitScope = required,
        /// For a limit per customer: how often it starts anew; never unless said.
        "every" => every: Period = optional,
        /// Other maxima for days of the week, for a limit per day: `{ "saturday": "50" }`.
        "weekdays" => weekdays: Named<Amounts> = optional,
        /// Whether bonuses fall under it, for a limit of the contract over a period; they do unless said.
        "bonuses" => bonuses: BonusesIn = defaulted,
        /// Whether events that a limit of events or customers keeps from being paid still count towards tiers; they do unless said.
        "overLimit" => over_limit: OverLimit = defaulted,
    }
    checked by one_kind
}

choice! {
    /// Over what a limit holds.
    pub enum LimitScope {
        /// Each event, which is each order.
        Event => "event",
        /// Each line of items in an order.
        Item => "item",
        /// Each customer.
        Customer => "customer",
        /// Each day.
        Day => "day",
        /// Each week.
        Week => "week",
        /// Each calendar month.
        Month => "month",
        /// Each calendar quarter.
        Quarter => "quarter",
        /// Each calendar year.
        Year => "year",
        /// The contract's whole life.
        Contract => "contract",
    }
}

choice! {
    /// Whether bonuses fall under a limit.
    pub enum BonusesIn = Inside {
        /// They do: pay and bonuses together reach it.
        Inside => "inside",
        /// They are paid on top.
        Outside => "outside",
    }
}

choice! {
    /// What becomes of events that a limit of events or customers keeps from being paid.
    pub enum OverLimit = Counts {
        /// They count towards tiers.
        Counts => "counts",
        /// They count for no tier.
        Ignored => "ignored",
    }
}

impl LimitScope {
    /// The calendar period over which it holds, if it is one.
    #[must_use]
    pub const fn period(self) -> Option<Period> {
        match self {
            Self::Event | Self::Item | Self::Customer => None,
            Self::Day => Some(Period::Day),
            Self::Week => Some(Period::Week),
            Self::Month => Some(Period::Month),
            Self::Quarter => Some(Period::Quarter),
            Self::Year => Some(Period::Year),
            Self::Contract => Some(Period::Contract),
        }
    }
}

/// A limit of nothing or of two things, and settings that say nothing beside the others.
fn one_kind(limit: &Limit, at: &mut Reader) {
    let kinds = [limit.max.is_some(), limit.max_events.is_some(), limit.max_customers.is_some()];
    let found = kinds.iter().filter(|said| **said).count();
    if found != 1 {
        let code = if found == 0 { Code::MissingField } else { Code::ConflictingFields };
        let message = "A limit is one of money, of events or of customers.".to_owned();
        let expected = "exactly one of: max, maxEvents, maxCustomers".to_owned();
        at.report(code, &message, &expected, &format!("{found} of them"), None);
    }
    let mut alone = |said: bool, field: &str, needs: &str| {
        if said {
            at.inside(field, |at| {
                let message = format!("The field \"{field}\" says something about {needs} only.");
                at.report(Code::ConflictingFields, &message, needs, limit.per.word(), None);
            });
        }
    };
    alone(limit.every.is_some() && limit.per != LimitScope::Customer, "every", "a limit per customer");
    alone(limit.weekdays.is_some() && limit.per != LimitScope::Day, "weekdays", "a limit per day");
    alone(
        limit.max_events.is_some() && matches!(limit.per, LimitScope::Event | LimitScope::Item),
        "maxEvents",
        "a customer, a period or the contract",
    );
    alone(
        limit.max_customers.is_some()
            && matches!(limit.per, LimitScope::Event | LimitScope::Item | LimitScope::Customer),
        "maxCustomers",
        "a period or the contract",
    );
}
