//! Which events a payout pays for.

use num_traits::Zero;
use serde_json::Value;

use super::calendar::months_between;
use super::condition::{Subject, is_met, matches};
use super::events::{Event, Facts};
use super::numbers::{Exact, number, one, zero};
use super::terms::{contains, count, get, list, text, word};
use super::world::{Counts, Qualified, World};

impl World {
    /// Finds what qualifies, and what is over a limit of events or customers.
    pub fn qualify(&mut self) {
        let mut free = vec![Counts::<Exact>::new(); self.terms.payouts.len()];
        for event in 0..self.events.len() {
            for payout in 0..self.terms.payouts.len() {
                let doc = &self.terms.payouts[payout].doc;
                if !self.terms.in_term(self.events[event].day()) || !is_for(doc, &self.events[event]) {
                    continue;
                }
                if let Some(facts) = self.beyond_free(payout, event, &mut free[payout]) {
                    self.qualified.push(Qualified { event, payout, facts, over: false });
                }
            }
        }
        for payout in 0..self.terms.payouts.len() {
            for limit in list(&self.terms.payouts[payout].doc.clone(), "limits") {
                self.count(limit, Some(payout));
            }
        }
        for limit in list(&self.terms.doc.clone(), "limits") {
            self.count(limit, None);
        }
    }

    /// The event as far as it exceeds what is still free; nothing where it does not.
    fn beyond_free(&self, payout: usize, event: usize, used: &mut Counts<Exact>) -> Option<Facts> {
        let facts = &self.events[event].facts;
        let Some(free) = get(&self.terms.payouts[payout].doc, "free") else {
            return Some(facts.clone());
        };
        let measured = ["events", "units", "revenue"].into_iter().find(|name| get(free, name).is_some()).unwrap();
        let volume = match measured {
            "events" => one(),
            "units" => facts.units.clone(),
            _ => facts.amount.clone().unwrap_or_else(zero),
        };
        let used = used.entry(self.period(word(free, "per", "contract"), event)).or_insert_with(zero);
        let left = number(&free[measured]) - used.clone();
        if left.is_zero() {
            return Some(facts.clone());
        }
        if volume <= left {
            *used += volume;
            return None;
        }
        *used += &left;
        let share = (&volume - left) / volume;
        Some(facts.shrunk(&share, &share))
    }

    /// Counts places under a limit of events or customers, and marks what is over it.
    fn count(&mut self, limit: &Value, payout: Option<usize>) {
        let (Some(most), of_customers) = (match get(limit, "maxEvents") {
            Some(most) => (Some(most), false),
            None => (get(limit, "maxCustomers"), true),
        }) else {
            return;
        };
        let most = usize::try_from(number(most).to_integer()).unwrap();
        let freed = get(&self.terms.doc, "refunds").is_some_and(|refunds| text(refunds, "places") == Some("freed"));
        let ignored = text(limit, "overLimit") == Some("ignored");
        let mut places = Counts::<Vec<String>>::new();
        for place in 0..self.qualified.len() {
            let Qualified { event, payout: of, .. } = self.qualified[place];
            if payout.is_some_and(|payout| payout != of) {
                continue;
            }
            let taken = places.entry(self.scope(limit, event)).or_default();
            let name = if of_customers { self.events[event].customer.clone() } else { event.to_string() };
            let number = taken.iter().position(|other| *other == name).unwrap_or(taken.len());
            if number == taken.len() && !(freed && self.is_gone(event)) {
                taken.push(name);
            }
            if number >= most {
                self.qualified[place].over = true;
                self.ignored[event] |= ignored;
            }
        }
    }

    /// Over what a limit holds for an event: a name that nothing else of the kind has.
    pub fn scope(&self, limit: &Value, event: usize) -> String {
        match text(limit, "per").unwrap() {
            "customer" => {
                let every = text(limit, "every").map(|every| self.period(every, event));
                format!("{} {every:?}", self.events[event].customer)
            }
            "event" | "item" => event.to_string(),
            period => self.period(period, event),
        }
    }
}

/// Whether a payout is about an event, nothing restricts it, and the time for which it pays has not ended.
fn is_for(payout: &Value, event: &Event) -> bool {
    let subject = Subject { event, facts: &event.facts, item: None };
    text(payout, "event") == Some(event.kind())
        && count(payout, "level").unwrap_or(1) == event.level()
        && contains(get(payout, "effective"), event.day())
        && is_met(payout, &subject)
        && !list(payout, "restrictions").iter().any(|restriction| matches(&restriction["when"], &subject))
        && get(payout, "for").is_none_or(|duration| lasts(duration, event))
}

fn lasts(duration: &Value, event: &Event) -> bool {
    if let Some(payments) = count(duration, "payments") {
        return event.payment_number <= payments;
    }
    let most = count(duration, "months").unwrap();
    let passed = match word(duration, "since", "customer") {
        "customer" => Some(event.customer_months()),
        _ => get(&event.doc, "recruited").map(|day| months_between(super::calendar::date(day), event.day())),
    };
    let at_most = word(duration, "boundary", "below") == "atMost";
    passed.is_some_and(|passed| passed < most || (at_most && passed == most))
}
