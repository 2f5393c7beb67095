//! What is counted while events pass by in their order.

use crate::calendar::{Date, Span};
use crate::events::Normalised;
use crate::keyed::{Dense, Texts, Triples};
use crate::money::Number;

use super::at_once::Running;
use super::claim::Customer;
use super::plan::{PayoutPlan, Plan};
use super::refund;

/// Everything that one event's evaluation leaves for the next one's.
pub(super) struct State {
    customers: Texts,
    types: Texts,
    /// By type, level and customer.
    passed: Triples,
    histories: Vec<History>,
    /// What was given for free, by clause.
    pub free: Vec<Allowance>,
    /// Limits of events and customers, by clause; the contract's own last.
    pub counted: Vec<Vec<Counted>>,
    /// Limits in money per customer, by clause; the contract's own last.
    pub rooms: Vec<Vec<Room>>,
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

/// What a limit of each customer has let pass, in the period in which it last did.
pub(super) type Room = Dense<Option<(Span, Number)>>;

/// What was used of something in the present period.
pub(super) struct Allowance {
    pub span: Span,
    pub used: Number,
}

/// What a limit of events or customers has let pass.
#[derive(Clone, Default)]
pub(super) struct Counted {
    /// How many events in the period that began on this day: of each customer, by their number and 1; of all, by 0.
    pub events: Dense<(Option<Date>, u64)>,
    /// The day on which the period of the customers began.
    pub from: Option<Date>,
    /// How many customers in it.
    pub many: u64,
    /// The period in which each of them was let pass last.
    pub customers: Dense<Option<Date>>,
    /// The last event without a customer that was let pass, and how many of it: it is the same customer under every clause.
    pub last: (usize, u64),
}

impl<'a> State {
    pub fn new(plan: &Plan<'a>) -> Self {
        let limits =
            || plan.payouts.iter().map(|clause| clause.payout.limits.len()).chain([plan.contract.limits.len()]);
        Self {
            customers: Texts::default(),
            types: Texts::default(),
            passed: Triples::default(),
            histories: Vec::new(),
            free: plan.payouts.iter().map(|_| Allowance { span: Span::day(Date::FIRST), used: Number::ZERO }).collect(),
            counted: limits().map(|limits| vec![Counted::default(); limits]).collect(),
            rooms: limits().map(|limits| vec![Dense::default(); limits]).collect(),
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
        let (id, _) = self.customers.number(name.as_str());
        let since = said.customer_since.unwrap_or(day);
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
                history.payments = payments.saturating_add(event.count.get());
            }
        }
        let number = stated.unwrap_or_else(|| payments.saturating_add(1));
        Customer { id: Some(id), since, number }
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
