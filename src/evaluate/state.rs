//! What is counted while events pass by in their order.

use crate::calendar::{Date, Span};
use crate::keyed::Dense;
use crate::money::Number;

use super::at_once::Running;
use super::plan::Plan;

/// Everything that one event's evaluation leaves for the next one's.
pub(super) struct State {
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
    pub events: Dense<(Option<Date>, Number)>,
    /// The day on which the period of the customers began.
    pub from: Option<Date>,
    /// How many customers in it.
    pub many: Number,
    /// The period in which each of them was let pass last.
    pub customers: Dense<Option<Date>>,
    /// The last event without a customer that was let pass, and how many of it: it is the same customer under every clause.
    pub last: (usize, Number),
}

impl<'a> State {
    pub fn new(plan: &Plan<'a>) -> Self {
        let limits =
            || plan.payouts.iter().map(|clause| clause.payout.limits.len()).chain([plan.contract.limits.len()]);
        Self {
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
