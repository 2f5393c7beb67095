//! The lines so far, their sums, and what was not paid.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::calendar::{Date, Month, Span};
use crate::contract::Clause;
use crate::document::{Label, Name};
use crate::events::Normalised;
use crate::money::{Number, Rate};

use super::claim::{Claim, Customer};
use super::plan::Plan;
use super::reason::{MissReason, Reason};
use super::statement::{Line, LineKind, Missed, RewardTotal};

/// What the stages write into.
pub(super) struct Ledger<'a> {
    plan: &'a Plan<'a>,
    pub lines: Vec<Line>,
    ids: HashSet<String>,
    pub not_applied: Vec<Missed>,
    missed: HashMap<(Option<Clause>, MissReason), usize>,
    /// Pay too fine for the currency, by clause and month, until it is rounded.
    pub accumulating: BTreeMap<(usize, Month), Accumulating>,
    /// What period tiers look at again, by clause.
    pub claims: Vec<Vec<Claim<'a>>>,
    /// The first and the last day with an event.
    pub event_days: Option<Span>,
    /// Each event's customer, in the order of the events.
    pub customers: Vec<Customer>,
    pub sums: Sums,
    pub clauses: BTreeMap<Clause, ClauseSum>,
    pub rewards: Vec<RewardTotal>,
    pub payees: BTreeMap<Name, Number>,
    pub reversed: Number,
    /// What a customer's events of a type have earned, where a guarantee asks for it.
    pub by_customer: HashMap<(usize, u32), Number>,
    pub due_guarantees: Vec<DueGuarantee<'a>>,
    /// Exact and rounded sums of a clause's payout lines of a month, where a rounding line makes up the difference.
    pub roundings: BTreeMap<(usize, Month), (Number, Number, Date)>,
    pub split_events: Vec<(&'a Normalised, Number)>,
}

/// Pay that accumulates exactly before it becomes a line.
pub(super) struct Accumulating {
    pub quantity: Number,
    pub exact: Number,
    pub last: Date,
}

/// A customer's guarantee that is due with an event.
pub(super) struct DueGuarantee<'a> {
    pub guarantee: usize,
    pub event: &'a Normalised,
    pub earned: Number,
}

/// What one clause has paid.
#[derive(Default)]
pub(super) struct ClauseSum {
    pub quantity: Number,
    pub amount: Number,
    pub lines: usize,
}

/// Sums by day, kept apart as later stages ask for them.
pub(super) struct Sums {
    /// What each clause pays: events, limits, refunds before the lock, tiers.
    pub payouts: Vec<Days>,
    pub bonuses: Days,
    /// What limits of the contract cut off.
    pub limits: Days,
    /// Splits, clawbacks, guarantees, draws and what is kept back.
    pub after: Days,
    /// Payments for no event.
    pub flat: Days,
}

/// Amounts by day.
#[derive(Clone, Default)]
pub(super) struct Days {
    days: BTreeMap<Date, Number>,
    last: Option<(Date, Number)>,
}

/// Where a line's amount counts.
#[derive(Clone, Copy)]
pub(super) enum Into {
    Payout(usize),
    Bonuses,
    Limits,
    After,
    Flat,
}

impl Days {
    pub fn add(&mut self, day: Date, amount: Number) {
        match &mut self.last {
            Some((last, sum)) if *last == day => *sum = sum.plus(amount),
            _ => {
                self.settle();
                self.last = Some((day, amount));
            }
        }
    }

    fn settle(&mut self) {
        if let Some((day, amount)) = self.last.take() {
            let sum = self.days.entry(day).or_default();
            *sum = sum.plus(amount);
        }
    }

    /// The days in order, each with its sum.
    pub fn in_order(&mut self) -> &BTreeMap<Date, Number> {
        self.settle();
        &self.days
    }

    /// Adds all of another's days.
    pub fn merge(&mut self, other: &mut Self) {
        for (day, amount) in other.in_order() {
            self.add(*day, *amount);
        }
    }
}

/// A line to be written.
pub(super) struct Draft<'d> {
    pub clause: Clause,
    pub kind: LineKind,
    pub label: Option<&'d Label>,
    pub event: Option<&'d Normalised>,
    pub event_type: Option<&'d Name>,
    pub day: Date,
    pub quantity: Number,
    pub base: Option<Number>,
    pub rate: Option<Rate>,
    pub amount: Number,
    pub exact: Number,
    pub payee: Option<&'d Name>,
    pub because: Vec<Reason>,
}

impl Draft<'_> {
    /// A line of a clause on a day, of so much.
    pub fn new(clause: Clause, kind: LineKind, day: Date, amount: Number) -> Self {
        Self {
            clause,
            kind,
            label: None,
            event: None,
            event_type: None,
            day,
            quantity: Number::ONE,
            base: None,
            rate: None,
            amount,
            exact: amount,
            payee: None,
            because: Vec::new(),
        }
    }
}

impl<'a> Ledger<'a> {
    pub fn new(plan: &'a Plan<'a>) -> Self {
        let places = plan.payouts.len();
        Self {
            plan,
            lines: Vec::new(),
            ids: HashSet::new(),
            not_applied: Vec::new(),
            missed: HashMap::new(),
            accumulating: BTreeMap::new(),
            claims: (0..places).map(|_| Vec::new()).collect(),
            event_days: None,
            customers: Vec::new(),
            sums: Sums {
                payouts: (0..places).map(|_| Days::default()).collect(),
                bonuses: Days::default(),
                limits: Days::default(),
                after: Days::default(),
                flat: Days::default(),
            },
            clauses: BTreeMap::new(),
            rewards: Vec::new(),
            payees: BTreeMap::new(),
            reversed: Number::ZERO,
            by_customer: HashMap::new(),
            due_guarantees: Vec::new(),
            roundings: BTreeMap::new(),
            split_events: Vec::new(),
        }
    }

    /// Writes a line, and adds it up.
    pub fn line(&mut self, into: Into, draft: Draft) {
        let days = match into {
            Into::Payout(place) => self.sums.payouts.get_mut(place).unwrap_or(&mut self.sums.after),
            Into::Bonuses => &mut self.sums.bonuses,
            Into::Limits => &mut self.sums.limits,
            Into::After => &mut self.sums.after,
            Into::Flat => &mut self.sums.flat,
        };
        days.add(draft.day, draft.amount);
        let sum = self.clauses.entry(draft.clause.top()).or_default();
        sum.amount = sum.amount.plus(draft.amount);
        sum.lines = sum.lines.saturating_add(1);
        if matches!(draft.kind, LineKind::Payout | LineKind::OneTime | LineKind::Retainer | LineKind::Bonus) {
            sum.quantity = sum.quantity.plus(draft.quantity);
        }
        if draft.kind == LineKind::Reversal {
            self.reversed = self.reversed.plus(draft.amount);
        }
        if let Some(payee) = draft.payee {
            let sum = self.payees.entry(payee.clone()).or_default();
            *sum = sum.minus(draft.amount);
        }
        if self.plan.listed {
            self.write(draft);
        }
    }

    /// Writes a line of a payment: a fee or a tax, which is no part of what is earned.
    pub fn deduct(&mut self, draft: Draft) {
        let sum = self.clauses.entry(draft.clause.top()).or_default();
        sum.amount = sum.amount.plus(draft.amount);
        sum.lines = sum.lines.saturating_add(1);
        if self.plan.listed {
            self.write(draft);
        }
    }

    fn write(&mut self, draft: Draft) {
        let said = draft.event.map(|event| &*event.event);
        // No id can be taken for the number of a line without one.
        let own = match said.and_then(|event| event.id.as_ref()) {
            Some(id) => format!("/{}", id.as_str()),
            None => format!("#{}", self.lines.len()),
        };
        let again = match (draft.kind, draft.payee) {
            (_, Some(payee)) => format!("/{}", payee.as_str()),
            (LineKind::Payout, _) => String::new(),
            (kind, _) => format!("/{}", kind.word()),
        };
        let mut id = format!("{}/{}{own}{again}", draft.clause.to_string().trim_start_matches('/'), draft.day);
        // One event may have several lines of a clause, such as the parts of a bulk in different tiers.
        if !self.ids.insert(id.clone()) {
            id = format!("{id}#{}", self.lines.len());
        }
        self.lines.push(Line {
            id,
            clause: draft.clause,
            kind: draft.kind,
            label: draft.label.cloned(),
            event_type: draft.event_type.cloned(),
            event: said.and_then(|event| event.id.clone()),
            date: draft.day,
            period: draft.day.month(),
            quantity: draft.quantity,
            base: draft.base,
            rate: draft.rate,
            amount: self.plan.money(draft.amount),
            exact: draft.exact,
            payee: draft.payee.cloned(),
            reward: None,
            locks_on: None,
            paid_on: None,
            status: None,
            because: draft.because,
        });
    }

    /// Writes a reward that is not money.
    pub fn reward(&mut self, draft: Draft, unit: &Name, quantity: Number) {
        match self.rewards.iter_mut().find(|total| total.unit == *unit) {
            Some(total) => total.quantity = total.quantity.plus(quantity),
            None => self.rewards.push(RewardTotal { unit: unit.clone(), quantity }),
        }
        if self.plan.listed {
            self.write(draft);
            if let Some(line) = self.lines.last_mut() {
                line.reward = Some(RewardTotal { unit: unit.clone(), quantity });
            }
        }
    }

    /// Notes that a clause did not pay for events; the same reason of a clause is noted once, with how many.
    pub fn miss(&mut self, clause: Clause, event: &Normalised, count: u64, because: MissReason) {
        self.missed_events(Some(clause), event, count, because);
    }

    /// Notes that no clause pays for events.
    pub fn miss_event(&mut self, event: &Normalised, because: MissReason) {
        self.missed_events(None, event, event.count.get(), because);
    }

    fn missed_events(&mut self, clause: Option<Clause>, event: &Normalised, count: u64, because: MissReason) {
        let key = (clause, because);
        if let Some(missed) = self.missed.get(&key).and_then(|place| self.not_applied.get_mut(*place)) {
            let quantity = missed.quantity.unwrap_or_default().add(Number::from_u64(count));
            // More than fits into a number is not counted on.
            missed.quantity = quantity.ok().or(missed.quantity);
            missed.event = None;
            return;
        }
        self.not_applied.push(Missed {
            clause,
            event: event.event.id.clone(),
            quantity: Some(Number::from_u64(count)),
            because: key.1.clone(),
            short_by: None,
        });
        self.missed.insert(key, self.not_applied.len().saturating_sub(1));
    }

    /// Whether it is noted why a clause did not pay.
    pub fn missed_at(&self, clause: Clause) -> bool {
        self.not_applied.iter().any(|missed| missed.clause.is_some_and(|at| at.top() == clause))
    }

    /// Notes that a clause paid nothing, or that something was not reached.
    pub fn miss_clause(&mut self, clause: Clause, because: MissReason, short_by: Option<Number>) {
        self.not_applied.push(Missed { clause: Some(clause), event: None, quantity: None, because, short_by });
    }
}
