//! Stage 11: bonuses for what was reached.

use crate::calendar::{Date, Span};
use crate::contract::{Bonus, Clause, EveryN, LadderPays, LadderStep, Measure, Of, Period, Reached};
use crate::document::Amount;
use crate::events::Normalised;
use crate::keyed::Dense;
use crate::money::Number;

use super::claim::Customer;
use super::condition::Subject;
use super::ledger::{Draft, Into, Ledger};
use super::plan::Plan;
use super::reason::{MissReason, Reason};
use super::statement::LineKind;
use super::volume;

/// Pays every bonus, on the day on which it is reached.
pub(super) fn pay<'a>(events: &'a [Normalised], plan: &'a Plan<'a>, ledger: &mut Ledger<'a>) {
    for (index, bonus) in plan.contract.bonuses.iter().enumerate() {
        if plan.holds(bonus.offer.as_ref()) {
            Paying { index, bonus, plan, open: Dense::default(), seen: Dense::default() }.run(events, ledger);
        }
    }
}

struct Paying<'a, 'b> {
    index: usize,
    bonus: &'b Bonus,
    plan: &'b Plan<'a>,
    /// The volume of each customer, by their number and 1, or of all together, by 0, in its present period.
    open: Dense<Option<Open>>,
    /// The period in which each customer was last counted.
    seen: Dense<Option<Span>>,
}

#[derive(Clone, Copy)]
struct Open {
    span: Span,
    volume: Number,
    /// The highest rung reached, and when.
    rung: Option<(usize, Date)>,
}

impl<'a> Paying<'a, '_> {
    fn run(mut self, events: &'a [Normalised], ledger: &mut Ledger<'a>) {
        let customers = std::mem::take(&mut ledger.customers);
        for (event, customer) in events.iter().zip(&customers) {
            if self.is_counted(event, *customer) {
                self.count(event, *customer, ledger);
            }
        }
        ledger.customers = customers;
        // In the order in which they were reached.
        let mut open: Vec<(usize, Open)> = std::mem::take(&mut self.open).into_values().flatten().enumerate().collect();
        open.sort_unstable_by_key(|(place, open)| (open.rung.map(|(_, on)| on), *place));
        for (_, last) in &open {
            self.close(last, ledger);
        }
        self.next(open.last().map(|(_, last)| last), ledger);
    }

    fn is_counted(&self, event: &Normalised, customer: Customer) -> bool {
        let (said, day) = (&event.event, event.moment.day);
        let Customer { since, number, .. } = customer;
        said.level.get() == 1
            && self.bonus.events.contains(&said.kind)
            && self.plan.contract.effective.as_ref().is_none_or(|term| term.contains(day))
            && self
                .bonus
                .when
                .as_ref()
                .is_none_or(|when| Subject { event: said, item: None, day, since, number }.meets(when))
    }

    #[inline(never)]
    fn count(&mut self, event: &'a Normalised, customer: Customer, ledger: &mut Ledger<'a>) {
        let day = event.moment.day;
        let span = self.plan.span(self.bonus.per, day, customer.since);
        let each = self.each(event, customer, span);
        let many = event.count;
        let alone = self.bonus.of == Of::Customer && customer.id.is_none();
        let apart = alone || self.bonus.per == Period::Order;
        if apart {
            // Each event is a customer, or an order, of its own.
            let mut own = Open { span, volume: Number::ZERO, rung: None };
            self.add(&mut own, event, each, many, ledger);
            if let Some((rung, on)) = own.rung.filter(|_| self.bonus.ladder_pays == LadderPays::Highest) {
                self.rung(rung, on, own.volume, Some(event), many, ledger);
            }
            return;
        }
        let key = customer.id.filter(|_| self.bonus.of == Of::Customer).map_or(0, |id| id.saturating_add(1));
        let mut open = self.open.get(key).unwrap_or(Open { span, volume: Number::ZERO, rung: None });
        if open.span != span {
            self.close(&open, ledger);
            open = Open { span, volume: Number::ZERO, rung: None };
        }
        let counts_once =
            matches!(self.bonus.measure, Measure::Customers | Measure::ActiveCustomers) && customer.id.is_some();
        let volume = if counts_once { each } else { each.times(many) };
        self.add(&mut open, event, volume, Number::ONE, ledger);
        self.open.set(key, Some(open));
    }

    fn each(&mut self, event: &Normalised, customer: Customer, span: Span) -> Number {
        let each = volume::of_event(event, self.bonus.measure, self.plan);
        let (Measure::Customers | Measure::ActiveCustomers, Some(id)) = (self.bonus.measure, customer.id) else {
            return each;
        };
        let before = self.seen.get(id);
        self.seen.set(id, Some(span));
        let known = match self.bonus.measure {
            Measure::Customers => before.is_some(),
            _ => before == Some(span),
        };
        if known { Number::ZERO } else { each }
    }

    /// Adds volume, and pays what it reaches, so many times.
    #[inline(never)]
    fn add(&self, open: &mut Open, event: &'a Normalised, volume: Number, times: Number, ledger: &mut Ledger<'a>) {
        let day = event.moment.day;
        let before = open.volume;
        open.volume = before.plus(volume);
        let rungs = self.bonus.ladder.as_deref().unwrap_or_default();
        for (index, rung) in rungs.iter().enumerate() {
            if self.reaches(rung, open.volume) && open.rung.is_none_or(|(highest, _)| highest < index) {
                open.rung = Some((index, day));
                if self.bonus.ladder_pays == LadderPays::Cumulative {
                    self.rung(index, day, open.volume, Some(event), times, ledger);
                }
            }
        }
        if let Some(every) = &self.bonus.every {
            let full = self.steps(every, open.volume).minus(self.steps(every, before));
            if !full.is_zero() {
                let (from, amount) = (every.step.number(), self.plan.amount(&every.amount));
                self.line(
                    Clause::Bonus(self.index),
                    day,
                    (open.volume, from),
                    (full.times(times), amount),
                    Some(event),
                    ledger,
                );
            }
        }
    }

    fn reaches(&self, rung: &LadderStep, volume: Number) -> bool {
        let from = rung.from.number();
        match self.bonus.boundary {
            Reached::AtLeast => volume >= from,
            Reached::Above => volume > from,
        }
    }

    /// How many full steps a volume makes.
    fn steps(&self, every: &EveryN, volume: Number) -> Number {
        let volume = every.up_to.map_or(volume, |most| volume.min(most.number()));
        let beyond = every.above.map_or(volume, |above| volume.minus(above.number()));
        if beyond <= Number::ZERO {
            return Number::ZERO;
        }
        match self.bonus.boundary {
            Reached::AtLeast => beyond.floor_over(every.step.number()),
            Reached::Above => beyond.ceil_over(every.step.number()).minus(Number::ONE),
        }
    }

    /// Pays the highest rung of a period that is over, or goes on.
    fn close(&self, open: &Open, ledger: &mut Ledger<'a>) {
        match open.rung {
            Some((rung, on)) if self.bonus.ladder_pays == LadderPays::Highest => {
                self.rung(rung, on, open.volume, None, Number::ONE, ledger);
            }
            _ => {}
        }
    }

    fn rung(
        &self,
        index: usize,
        on: Date,
        volume: Number,
        event: Option<&'a Normalised>,
        times: Number,
        ledger: &mut Ledger<'a>,
    ) {
        let Some(rung) = self.bonus.ladder.as_ref().and_then(|rungs| rungs.get(index)) else { return };
        let from = rung.from.number();
        self.line(
            Clause::Rung(self.index, index),
            on,
            (volume, from),
            (times, self.plan.amount(&rung.amount)),
            event,
            ledger,
        );
    }

    #[inline(never)]
    fn line(
        &self,
        clause: Clause,
        on: Date,
        (reached, from): (Number, Number),
        (times, amount): (Number, Number),
        event: Option<&'a Normalised>,
        ledger: &mut Ledger<'a>,
    ) {
        let exact = amount.times(times);
        let mut draft = Draft::new(clause, LineKind::Bonus, on, self.plan.round(exact));
        let rung = match clause {
            Clause::Rung(_, index) => self.bonus.ladder.as_ref().and_then(|rungs| rungs.get(index)),
            _ => None,
        };
        draft.label = rung.and_then(|rung| rung.label.as_ref()).or(self.bonus.label.as_ref());
        draft.event = event;
        draft.quantity = times;
        draft.exact = exact;
        draft.because = vec![Reason::Reached { measure: self.bonus.measure, reached, from, times, amount }];
        ledger.line(Into::Bonuses, draft);
    }

    /// What is missing to the next amount.
    fn next(&self, last: Option<&Open>, ledger: &mut Ledger<'a>) {
        let (volume, period) = match last {
            Some(open) => (open.volume, (open.span != Span::ALL).then(|| open.span.to.month())),
            None => (Number::ZERO, None),
        };
        let rungs = self.bonus.ladder.as_deref().unwrap_or_default();
        let rung = rungs.iter().enumerate().find(|(_, rung)| !self.reaches(rung, volume));
        let (clause, from) = match (&self.bonus.every, rung) {
            (Some(every), _) => {
                let beyond = self.steps(every, volume).plus(Number::ONE).times(every.step.number());
                let from = beyond.plus(every.above.map_or(Number::ZERO, Amount::number));
                if every.up_to.is_some_and(|most| from > most.number()) {
                    return;
                }
                (Clause::Bonus(self.index), from)
            }
            (None, Some((index, rung))) => (Clause::Rung(self.index, index), rung.from.number()),
            (None, None) => return,
        };
        let because = MissReason::NotReached { measure: self.bonus.measure, reached: volume, from, period };
        ledger.miss_clause(clause, because, Some(from.minus(volume)));
    }
}
