//! What is counted while events pass by in their order.

use std::collections::{HashMap, HashSet};

use crate::calendar::{Date, Span};
use crate::events::Normalised;
use crate::money::Number;

use super::at_once::Running;
use super::claim::{Customer, CustomerId};
use super::plan::{PayoutPlan, Plan};
use super::refund;

/// Everything that one event's evaluation leaves for the next one's.
pub(super) struct State<'a> {
    customers: HashMap<&'a str, u32>,
    histories: HashMap<(&'a str, u64, u32), History>,
    /// What was given for free, by clause.
    pub free: Vec<Allowance>,
    /// Limits of events and customers, by clause; the contract's own last.
    pub counted: Vec<Vec<Counted>>,
    /// Limits in money per customer, by clause; the contract's own last.
    pub rooms: Vec<Vec<HashMap<u32, (Span, Number)>>>,
    /// What clauses before have paid the present event under the contract's limits per event, for each of its equal ones.
    pub paid_now: Vec<Number>,
    /// Tables that act when an event happens, by clause.
    pub running: Vec<Vec<Running>>,
}

/// A customer's events of one type so far.
struct History {
    since: Date,
    payments: u64,
}

/// What was used of something in the present period.
pub(super) struct Allowance {
    pub span: Span,
    pub used: Number,
}

/// What a limit of events or customers has let pass.
#[derive(Default)]
pub(super) struct Counted {
    pub events: HashMap<(CustomerId, Date), u64>,
    pub customers: HashMap<Date, (HashSet<u32>, u64)>,
    /// The last event without a customer that was let pass, and how many of it: it is the same customer under every clause.
    pub last: (usize, u64),
}

impl<'a> State<'a> {
    pub fn new(plan: &Plan<'a>) -> Self {
        let limits =
            || plan.payouts.iter().map(|clause| clause.payout.limits.len()).chain([plan.contract.limits.len()]);
        Self {
            customers: HashMap::new(),
            histories: HashMap::new(),
            free: plan.payouts.iter().map(|_| Allowance { span: Span::day(Date::FIRST), used: Number::ZERO }).collect(),
            counted: limits().map(|limits| (0..limits).map(|_| Counted::default()).collect()).collect(),
            rooms: limits().map(|limits| (0..limits).map(|_| HashMap::new()).collect()).collect(),
            paid_now: plan.contract.limits.iter().map(|_| Number::ZERO).collect(),
            running: plan
                .payouts
                .iter()
                .map(|clause| clause.payout.tiers.iter().map(|_| Running::default()).collect())
                .collect(),
        }
    }

    /// What is known of an event's customer; the event is counted.
    pub fn customer(&mut self, event: &'a Normalised, plan: &Plan) -> Customer {
        let day = event.moment.day;
        let said = &event.event;
        let stated = said.payment_number.map(crate::document::Count::get);
        let Some(name) = &said.customer else {
            return Customer { id: None, since: said.customer_since.unwrap_or(day), number: stated.unwrap_or(1) };
        };
        let next = u32::try_from(self.customers.len()).unwrap_or(u32::MAX);
        let id = *self.customers.entry(name.as_str()).or_insert(next);
        let since = said.customer_since.unwrap_or(day);
        let history =
            self.histories.entry((said.kind.as_str(), said.level.get(), id)).or_insert(History { since, payments: 0 });
        let number = stated.unwrap_or_else(|| history.payments.saturating_add(1));
        if !refund::frees_place(event, plan) {
            history.payments = history.payments.saturating_add(event.count.get());
        }
        Customer { id: Some(id), since: said.customer_since.unwrap_or(history.since), number }
    }

    /// Begins the next event.
    pub fn next_event(&mut self) {
        self.paid_now.fill(Number::ZERO);
    }
}

impl Allowance {
    /// What was used in this span; a new span begins anew.
    pub fn in_span(&mut self, span: Span) -> &mut Number {
        if self.span != span {
            *self = Self { span, used: Number::ZERO };
        }
        &mut self.used
    }
}

impl PayoutPlan<'_> {
    /// Whether some of a customer's equal events may be paid otherwise than others, by their numbers.
    pub fn tells_numbers_apart(&self) -> bool {
        !self.numbers.is_empty()
    }
}
