//! Everything that is known before anything is paid: the terms, the events, what was refunded, and what qualifies.

use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime};
use num_traits::Zero;
use serde_json::Value;

use super::calendar::{customer_year, moment, plus_days, plus_months, span};
use super::events::{Event, Facts, events, refunds};
use super::numbers::{Exact, at_least, number, one, zero};
use super::terms::{Terms, count, get, text, word};

pub struct World {
    pub terms: Terms,
    pub events: Vec<Event>,
    /// The share of each event that refunds before its lock leave.
    pub kept: Vec<Exact>,
    /// Refunds after the lock, in order.
    pub clawbacks: Vec<Clawback>,
    /// In the order of the events, and of the payouts for one event.
    pub qualified: Vec<Qualified>,
    /// Which events are over a limit whose surplus counts for nothing.
    pub ignored: Vec<bool>,
}

pub struct Clawback {
    pub event: usize,
    pub day: Date,
    /// The share of the whole event that this refund takes.
    pub taken: Exact,
}

/// An event that a payout pays for.
pub struct Qualified {
    pub event: usize,
    /// Its place in [`Terms::payouts`].
    pub payout: usize,
    /// The event, or what exceeds the free part of it.
    pub facts: Facts,
    /// Whether it is over a limit of events or customers.
    pub over: bool,
}

impl World {
    pub fn new(contract: &Value, documents: &Value) -> Self {
        let terms = Terms::new(contract);
        let events = events(&terms, documents);
        let mut world = Self {
            kept: vec![one(); events.len()],
            clawbacks: Vec::new(),
            qualified: Vec::new(),
            ignored: vec![false; events.len()],
            terms,
            events,
        };
        for refund in refunds(&world.terms, documents) {
            world.refund(&refund);
        }
        world.qualify();
        world
    }

    /// The period that an event lies in: a name that no other period of the kind has.
    pub fn period(&self, period: &str, event: usize) -> String {
        let single = &self.events[event];
        match period {
            "order" => format!("event {event}"),
            "customerYear" => {
                format!("{} from {}", single.customer, customer_year(single.customer_since, single.day()))
            }
            _ => span(period, single.day(), self.terms.week_starts).0.to_string(),
        }
    }

    /// Whether an event was wholly refunded before its lock.
    pub fn is_gone(&self, event: usize) -> bool {
        self.kept[event].is_zero()
    }

    fn refund(&mut self, refund: &Value) {
        let target = text(refund, "refundOf");
        let same: Vec<_> = (0..self.events.len()).filter(|event| self.events[*event].id() == target).collect();
        let Some(first) = same.first() else { return };
        let each = self.events[*first].facts.amount.clone().unwrap_or_else(zero);
        let whole: Exact = same.iter().map(|_| each.clone()).sum();
        let at = moment(&refund["date"]);
        for _ in 0..count(refund, "count").unwrap_or(1) {
            let taken = match get(refund, "amount").map(number) {
                Some(amount) if !whole.is_zero() => amount / &whole,
                Some(amount) if amount.is_zero() => zero(),
                _ => one(),
            };
            for event in &same {
                if self.lock(*event).is_some_and(|lock| lock.has_passed(at)) {
                    self.clawbacks.push(Clawback { event: *event, day: at.date(), taken: taken.clone() });
                } else {
                    self.kept[*event] = at_least(&self.kept[*event] - &taken, &zero());
                }
            }
        }
    }

    fn lock(&self, event: usize) -> Option<Lock> {
        let lock = get(&self.terms.doc, "settlement").and_then(|settlement| get(settlement, "lock"))?;
        let happened = self.events[event].moment;
        if let Some(hours) = count(lock, "hours") {
            return Some(Lock::After(happened.checked_add(jiff::Span::new().hours(hours)).unwrap()));
        }
        let from = match word(lock, "from", "event") {
            "event" => happened.date(),
            _ => plus_days(happened.date().last_of_month(), 1),
        };
        let months = plus_months(from, count(lock, "months").unwrap_or(0));
        Some(Lock::From(plus_days(months, count(lock, "days").unwrap_or(0))))
    }
}

enum Lock {
    /// Locked from the beginning of this day on.
    From(Date),
    /// Locked when this is past.
    After(DateTime),
}

impl Lock {
    fn has_passed(&self, at: DateTime) -> bool {
        match self {
            Self::From(day) => at.date() >= *day,
            Self::After(moment) => at > *moment,
        }
    }
}

/// What has been counted so far, by period.
pub type Counts<T> = BTreeMap<String, T>;
