//! Whose each event is, and which of the customer's payments.

use crate::calendar::Date;
use crate::contract::{Bonus, Condition, Duration, Guarantee};
use crate::document::Count;
use crate::events::Normalised;
use crate::keyed::{Texts, Triples};
use crate::money::{Number, Rounding};

use super::claim::Customer;
use super::plan::Plan;
use super::refund;

/// A customer's events of one type so far.
struct History {
    since: Date,
    payments: u64,
}

#[derive(Default)]
struct Known {
    customers: Texts,
    types: Texts,
    /// By type, level and customer.
    passed: Triples,
    histories: Vec<History>,
}

/// The events with their customers, in order; equal events of one customer are cut where the contract tells payment numbers apart.
pub(super) fn of(events: Vec<Normalised>, plan: &Plan) -> (Vec<Normalised>, Vec<Customer>) {
    let cuts = numbers(plan);
    let mut known = Known::default();
    let mut customers = Vec::with_capacity(events.len());
    let mut told = Vec::with_capacity(events.len());
    for event in events {
        let mut customer = known.customer(&event, plan);
        let mut rest = event;
        if rest.count > Number::ONE && customer.id.is_some() && rest.event.payment_number.is_none() {
            for last in &cuts {
                let here = last.saturating_add(1).saturating_sub(customer.number);
                let many = Number::from_u64(here);
                if here == 0 || many >= rest.count {
                    continue;
                }
                let mut first = rest.clone();
                rest.count = rest.count.sub(many).unwrap_or_default();
                first.count = many;
                told.push(first);
                customers.push(customer);
                customer.number = customer.number.saturating_add(here);
            }
        }
        told.push(rest);
        customers.push(customer);
    }
    (told, customers)
}

/// How many payments are begun with so many events.
pub(super) fn payments(count: Number) -> u64 {
    count.round(0, Rounding::Ceiling).to_u64().unwrap_or(u64::MAX)
}

impl Known {
    /// What is known of an event's customer; the event is counted.
    fn customer(&mut self, event: &Normalised, plan: &Plan) -> Customer {
        let day = event.moment.day;
        let said = &event.event;
        let stated = said.payment_number.map(Count::get);
        let since = said.customer_since.unwrap_or(day);
        let Some(name) = &said.customer else {
            return Customer { id: None, since, number: stated.unwrap_or(1) };
        };
        let (id, _) = self.customers.number(name.as_str());
        let (kind, _) = self.types.number(said.kind.as_str());
        let place = self.passed.number([u64::from(kind), said.level.get(), u64::from(id)]);
        let place = usize::try_from(place).unwrap_or(usize::MAX);
        if place >= self.histories.len() {
            self.histories.push(History { since, payments: 0 });
        }
        let (mut since, mut payments) = (since, 0);
        if let Some(history) = self.histories.get_mut(place) {
            (since, payments) = (said.customer_since.unwrap_or(history.since), history.payments);
            if !refund::frees_place(event, plan) {
                history.payments = payments.saturating_add(self::payments(event.count));
            }
        }
        Customer { id: Some(id), since, number: stated.unwrap_or_else(|| payments.saturating_add(1)) }
    }
}

/// The payment numbers after which the contract's terms may change, in order.
fn numbers(plan: &Plan) -> Vec<u64> {
    let mut found = Vec::new();
    for clause in &plan.payouts {
        if let Some(Duration::Payments { payments }) = &clause.payout.duration {
            found.push(payments.get());
        }
        clause.payout.conditions().for_each(|condition| collect(condition, &mut found));
    }
    let bonuses = plan.contract.bonuses.iter().filter_map(|Bonus { when, .. }| when.as_ref());
    bonuses.for_each(|condition| collect(condition, &mut found));
    for guarantee in &plan.contract.guarantees {
        if let Guarantee::PerCustomer { after, .. } = guarantee {
            found.push(after.get());
        }
    }
    let mut cuts: Vec<u64> = found.iter().flat_map(|number| [number.saturating_sub(1), *number]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    cuts
}

fn collect(condition: &Condition, found: &mut Vec<u64>) {
    if let Some(test) = &condition.payment_number {
        let detail = &test.0;
        let limits = [&detail.below, &detail.at_most, &detail.above, &detail.at_least];
        let limits = limits.into_iter().flatten().filter_map(|limit| limit.number().round(0, Rounding::Down).to_u64());
        let words = [&detail.is, &detail.is_not].into_iter().flatten().flat_map(|words| &words.0);
        found.extend(limits.chain(words.filter_map(|word| word.parse().ok())));
    }
    let inner = [&condition.all, &condition.any].into_iter().flatten().flatten().chain(condition.not.as_deref());
    for condition in inner {
        collect(condition, found);
    }
}
