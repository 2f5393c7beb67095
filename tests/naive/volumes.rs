//! What a table of tiers, or a bonus, counts.

use jiff::civil::Date;
use serde_json::Value;

use super::calendar::plus_days;
use super::events::Facts;
use super::numbers::{Exact, int, one, zero};
use super::terms::{count, get, list, word};
use super::world::World;

/// One event that is counted.
pub struct Entry {
    pub event: usize,
    pub period: String,
    pub volume: Exact,
}

/// A customer with the place of its first event.
struct Newcomer {
    customer: String,
    period: String,
    first: usize,
}

/// The volume of each period.
pub struct Volumes {
    pub per: String,
    pub entries: Vec<Entry>,
    /// In the order of their first events; nothing unless customers are counted.
    newcomers: Option<Vec<Newcomer>>,
    only_new: bool,
}

/// What an event, or what remains of it, counts; customers are counted otherwise.
pub fn volume(measure: &str, facts: &Facts, kept: &Exact) -> Exact {
    match measure {
        "revenue" => facts.amount.as_ref().map_or_else(zero, |amount| amount * kept),
        "units" => facts.units.clone(),
        _ => one(),
    }
}

impl Volumes {
    /// Of a payout's table, on what is left of each event.
    pub fn of_table(world: &World, payout: usize, table: &Value, left: &[Exact]) -> Self {
        let level = count(&world.terms.payouts[payout].doc, "level").unwrap_or(1);
        let counts = |event: usize| left[event] != zero() && !world.ignored[event];
        let events: Vec<_> = if get(table, "counting").is_some() {
            let events = world.events.iter().enumerate().filter(|(event, single)| {
                counts(*event)
                    && list(table, "counting").iter().any(|kind| kind == single.kind())
                    && single.level() == level
                    && world.terms.in_term(single.day())
            });
            events.map(|(event, single)| (event, &single.facts)).collect()
        } else {
            let qualified = world.qualified.iter().filter(|one| one.payout == payout && counts(one.event));
            qualified.map(|one| (one.event, &one.facts)).collect()
        };
        Self::new(world, table, &events, left)
    }

    /// Of these events.
    pub fn new(world: &World, table: &Value, events: &[(usize, &Facts)], left: &[Exact]) -> Self {
        let measure = word(table, "measure", "revenue");
        let per = word(table, "per", "month").to_owned();
        let entries = events.iter().map(|(event, facts)| Entry {
            event: *event,
            period: world.period(&per, *event),
            volume: volume(measure, facts, &left[*event]),
        });
        let mut volumes = Self { entries: entries.collect(), newcomers: None, only_new: measure == "customers", per };
        if ["customers", "activeCustomers"].contains(&measure) {
            let mut newcomers: Vec<Newcomer> = Vec::new();
            for entry in &volumes.entries {
                let customer = &world.events[entry.event].customer;
                let is_known = |known: &Newcomer| {
                    known.customer == *customer && (volumes.only_new || known.period == entry.period)
                };
                if !newcomers.iter().any(is_known) {
                    let (customer, period) = (customer.clone(), entry.period.clone());
                    newcomers.push(Newcomer { customer, period, first: entry.event });
                }
            }
            volumes.newcomers = Some(newcomers);
        }
        volumes
    }

    /// The running total of its period before an event, and with it.
    pub fn place(&self, world: &World, event: usize) -> (Exact, Exact) {
        let period = world.period(&self.per, event);
        if let Some(newcomers) = &self.newcomers {
            let customer = &world.events[event].customer;
            let own =
                newcomers.iter().find(|known| known.customer == *customer && (self.only_new || known.period == period));
            let Some(own) = own else {
                let total = self.total_up_to(&period, event);
                return (total.clone(), total);
            };
            let number = newcomers.iter().filter(|known| known.period == own.period && known.first < own.first).count();
            let before = int(i64::try_from(number).unwrap());
            return (before.clone(), before + one());
        }
        let before = self.entries.iter().filter(|entry| entry.period == period && entry.event < event);
        let before: Exact = before.map(|entry| entry.volume.clone()).sum();
        (before.clone(), before + self.own(event))
    }

    /// The same over the last so many days.
    pub fn rolling_place(&self, world: &World, event: usize, days: i64) -> (Exact, Exact) {
        let last: Date = world.events[event].day();
        let first = plus_days(last, 1 - days);
        if let Some(newcomers) = &self.newcomers {
            let of = |most: usize| {
                let known =
                    newcomers.iter().filter(|known| known.first <= most && world.events[known.first].day() >= first);
                int(i64::try_from(known.count()).unwrap())
            };
            let own = newcomers.iter().any(|known| known.first == event);
            return (of(event) - if own { one() } else { zero() }, of(event));
        }
        let before =
            self.entries.iter().filter(|entry| entry.event < event && world.events[entry.event].day() >= first);
        let before: Exact = before.map(|entry| entry.volume.clone()).sum();
        (before.clone(), before + self.own(event))
    }

    fn own(&self, event: usize) -> Exact {
        self.entries.iter().filter(|entry| entry.event == event).map(|entry| entry.volume.clone()).sum()
    }

    /// What a period comes to, with the events up to this one.
    pub fn total_up_to(&self, period: &str, last: usize) -> Exact {
        if let Some(newcomers) = &self.newcomers {
            let known = newcomers.iter().filter(|known| known.period == period && known.first <= last);
            return int(i64::try_from(known.count()).unwrap());
        }
        let entries = self.entries.iter().filter(|entry| entry.period == period && entry.event <= last);
        entries.map(|entry| entry.volume.clone()).sum()
    }

    pub fn total(&self, period: &str) -> Exact {
        self.total_up_to(period, usize::MAX)
    }

    /// Whether a period has any event that is counted.
    pub fn has_any(&self, period: &str) -> bool {
        self.entries.iter().any(|entry| entry.period == period)
    }
}
