//! The lines so far, their sums, and what was not paid.

use crate::calendar::{Date, Month, Span};
use crate::contract::Clause;
use crate::document::{Label, Name, Problem};
use crate::events::Normalised;
use crate::keyed::{Dense, Sorted, Texts};
use crate::money::{Number, Rate};

use super::claim::{Claim, Customer};
use super::plan::Plan;
use super::reason::{MissReason, Reason, RoundedPer};
use super::statement::{Line, LineKind, Missed, RewardTotal};

/// What the stages write into.
pub(super) struct Ledger<'a> {
    plan: &'a Plan<'a>,
    pub lines: Vec<Line>,
    ids: Texts,
    pub not_applied: Vec<Missed>,
    missed: Missing,
    /// Pay too fine for the currency, by clause and month, until it is rounded.
    pub accumulating: Sorted<(usize, Month), Accumulating>,
    /// What period tiers look at again, by clause.
    pub claims: Vec<Vec<Claim<'a>>>,
    /// The first and the last day with an event.
    pub event_days: Option<Span>,
    /// What makes a statement impossible.
    pub refused: Option<Problem>,
    /// Each event's customer, in the order of the events.
    pub customers: Vec<Customer>,
    pub sums: Sums,
    pub clauses: Sorted<Clause, ClauseSum>,
    pub rewards: Vec<RewardTotal>,
    pub payees: Sorted<Name, Number>,
    pub reversed: Number,
    /// What a customer's events of a type have earned, where a guarantee asks for it.
    pub by_customer: Vec<Dense<Number>>,
    pub due_guarantees: Vec<DueGuarantee<'a>>,
    /// Where in `due_guarantees` each customer has its own of each guarantee, from 1 up.
    due_places: Vec<Dense<usize>>,
    /// Exact and rounded sums of a clause's payout lines of a month, where a rounding line makes up the difference.
    pub roundings: Sorted<(usize, Month), (Number, Number, Date)>,
    pub split_events: Vec<(&'a Normalised, Number)>,
}

/// Where the events that were not paid stand, by clause and reason.
#[derive(Default)]
struct Missing {
    of_clauses: Sorted<Option<Clause>, Vec<usize>>,
    /// Of types that no clause pays: as many as the events say.
    types: Texts,
    of_types: Vec<usize>,
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
    /// What rounding has left of expected amounts, for the clause's next line.
    left: Number,
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
pub(super) struct Days(Vec<(Date, Number)>);

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
    /// Adds an amount; days mostly come in their order.
    pub fn add(&mut self, day: Date, amount: Number) {
        match self.0.last_mut() {
            Some((last, sum)) if *last == day => *sum = sum.plus(amount),
            _ => self.0.push((day, amount)),
        }
    }
}

impl Sums {
    /// The sum of each day with lines, in order: of pay, bonuses and limits, and of what comes after them.
    pub fn earned(&self) -> Vec<(Date, Number)> {
        in_order(self.payouts.iter().chain([&self.bonuses, &self.limits, &self.after]))
    }

    /// The same with payments for no event.
    pub fn all(&self) -> Vec<(Date, Number)> {
        in_order(self.payouts.iter().chain([&self.bonuses, &self.limits, &self.after, &self.flat]))
    }
}

/// The sum of each day, in order.
pub(super) fn in_order<'d>(lists: impl Iterator<Item = &'d Days>) -> Vec<(Date, Number)> {
    let mut all: Vec<(Date, Number)> = Vec::new();
    for days in lists {
        all.extend_from_slice(&days.0);
    }
    all.sort_unstable_by_key(|(day, _)| *day);
    all.dedup_by(|later, earlier| {
        let same = later.0 == earlier.0;
        if same {
            earlier.1 = earlier.1.plus(later.1);
        }
        same
    });
    all
}

/// The last day with lines and the sum of each month, from days in order.
pub(super) fn by_month(days: &[(Date, Number)]) -> Vec<(Month, (Date, Number))> {
    let mut months: Vec<(Month, (Date, Number))> = Vec::new();
    for (day, amount) in days {
        match months.last_mut() {
            Some((month, (last, sum))) if *month == day.month() => (*last, *sum) = (*day, sum.plus(*amount)),
            _ => months.push((day.month(), (*day, *amount))),
        }
    }
    months
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

impl Missing {
    /// Where among `said` the events that a clause does not pay for this reason stand; `next` if there were none.
    fn place(&mut self, clause: Option<Clause>, because: &MissReason, next: usize, said: &[Missed]) -> usize {
        if let MissReason::NoPayoutForType { event_type } = because {
            let (_, is_new) = self.types.number(event_type.as_str());
            if is_new {
                self.of_types.push(next);
            }
            let place = self.types.find(event_type.as_str()).and_then(|number| usize::try_from(number).ok());
            return place.and_then(|place| self.of_types.get(place)).copied().unwrap_or(next);
        }
        let places = self.of_clauses.entry(clause, Vec::new());
        let same = |place: &&usize| said.get(**place).is_some_and(|missed| missed.because == *because);
        if let Some(place) = places.iter().find(same) {
            return *place;
        }
        places.push(next);
        next
    }
}

impl<'a> Ledger<'a> {
    pub fn new(plan: &'a Plan<'a>) -> Self {
        let places = plan.payouts.len();
        Self {
            plan,
            lines: Vec::new(),
            ids: Texts::default(),
            not_applied: Vec::new(),
            missed: Missing::default(),
            accumulating: Sorted::default(),
            claims: (0..places).map(|_| Vec::new()).collect(),
            event_days: None,
            refused: None,
            customers: Vec::new(),
            sums: Sums {
                payouts: (0..places).map(|_| Days::default()).collect(),
                bonuses: Days::default(),
                limits: Days::default(),
                after: Days::default(),
                flat: Days::default(),
            },
            clauses: Sorted::default(),
            rewards: Vec::new(),
            payees: Sorted::default(),
            reversed: Number::ZERO,
            by_customer: vec![Dense::default(); plan.contract.guarantees.len()],
            due_guarantees: Vec::new(),
            due_places: vec![Dense::default(); plan.contract.guarantees.len()],
            roundings: Sorted::default(),
            split_events: Vec::new(),
        }
    }

    /// Writes a line, and adds it up.
    pub fn line(&mut self, into: Into, mut draft: Draft) {
        if self.plan.expected {
            self.round(&mut draft);
        }
        let days = match into {
            Into::Payout(place) => self.sums.payouts.get_mut(place).unwrap_or(&mut self.sums.after),
            Into::Bonuses => &mut self.sums.bonuses,
            Into::Limits => &mut self.sums.limits,
            Into::After => &mut self.sums.after,
            Into::Flat => &mut self.sums.flat,
        };
        days.add(draft.day, draft.amount);
        let sum = self.clauses.entry(draft.clause.top(), ClauseSum::default());
        sum.amount = sum.amount.plus(draft.amount);
        sum.lines = sum.lines.saturating_add(1);
        if matches!(draft.kind, LineKind::Payout | LineKind::OneTime | LineKind::Retainer | LineKind::Bonus) {
            sum.quantity = sum.quantity.plus(draft.quantity);
        }
        if draft.kind == LineKind::Reversal {
            self.reversed = self.reversed.plus(draft.amount);
        }
        if let Some(payee) = draft.payee {
            let sum = self.payees.entry(payee.clone(), Number::ZERO);
            *sum = sum.minus(draft.amount);
        }
        if self.plan.listed {
            self.write(draft);
        }
    }

    /// Rounds what is expected to be paid. What that leaves goes to the clause's next such line, so that all lines of a clause come to
    /// their rounded exact sum.
    #[inline(never)]
    fn round(&mut self, draft: &mut Draft) {
        if draft.amount.decimals() <= self.plan.minor_units {
            return;
        }
        let sum = self.clauses.entry(draft.clause.top(), ClauseSum::default());
        let exact = draft.amount.plus(sum.left);
        draft.amount = self.plan.round(exact);
        sum.left = exact.minus(draft.amount);
        if self.plan.listed {
            super::lines::rounding(self.plan, exact, draft.amount, RoundedPer::Line, &mut draft.because);
        }
    }

    /// Writes a line of a payment: a fee or a tax, which is no part of what is earned.
    pub fn deduct(&mut self, draft: Draft) {
        let sum = self.clauses.entry(draft.clause.top(), ClauseSum::default());
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
        if !self.ids.number(&id).1 {
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
    pub fn miss(&mut self, clause: Clause, event: &Normalised, count: Number, because: MissReason) {
        self.missed_events(Some(clause), event, count, because);
    }

    /// Notes a guarantee that is due to a customer; a later one takes the place of one before, since it is given once.
    pub fn due(&mut self, due: DueGuarantee<'a>, customer: u32) {
        let Some(places) = self.due_places.get_mut(due.guarantee) else { return };
        if let Some(before) = places.get(customer).checked_sub(1).and_then(|place| self.due_guarantees.get_mut(place)) {
            *before = due;
        } else {
            self.due_guarantees.push(due);
            places.set(customer, self.due_guarantees.len());
        }
    }

    /// Notes that no clause pays for events.
    pub fn miss_event(&mut self, event: &Normalised, because: MissReason) {
        self.missed_events(None, event, event.count, because);
    }

    fn missed_events(&mut self, clause: Option<Clause>, event: &Normalised, count: Number, because: MissReason) {
        let next = self.not_applied.len();
        let place = self.missed.place(clause, &because, next, &self.not_applied);
        if let Some(missed) = self.not_applied.get_mut(place) {
            let quantity = missed.quantity.unwrap_or_default().add(count);
            // More than fits into a number is not counted on.
            missed.quantity = quantity.ok().or(missed.quantity);
            missed.event = None;
            return;
        }
        let (event, quantity) = (event.event.id.clone(), Some(count));
        self.not_applied.push(Missed { clause, event, quantity, because, short_by: None });
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
