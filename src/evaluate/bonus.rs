//! Stage 11: bonuses for what was reached.

use std::collections::{BTreeMap, HashMap};

use crate::calendar::{Date, Span};
use crate::contract::{Bonus, Clause, EveryN, LadderPays, LadderStep, Measure, Of, Period, Reached};
use crate::document::Amount;
use crate::events::Normalised;
use crate::money::{MoneyError, Number};

use super::claim::Customer;
use super::condition::Subject;
use super::ledger::{Draft, Into, Ledger};
use super::plan::Plan;
use super::reason::{MissReason, Reason};
use super::statement::LineKind;
use super::volume;

/// Pays every bonus, on the day on which it is reached.
pub(super) fn pay<'a>(events: &'a [Normalised], plan: &'a Plan<'a>, ledger: &mut Ledger<'a>) -> Result<(), MoneyError> {
    for (index, bonus) in plan.contract.bonuses.iter().enumerate() {
        if plan.holds(bonus.offer.as_ref()) {
            Paying { index, bonus, plan, open: HashMap::new(), seen: HashMap::new() }.run(events, ledger)?;
        }
    }
    Ok(())
}

struct Paying<'a, 'b> {
    index: usize,
    bonus: &'b Bonus,
    plan: &'b Plan<'a>,
    /// The volume of each customer, or of all together, in its present period.
    open: HashMap<Option<u32>, Open>,
    /// The period in which each customer was last counted.
    seen: HashMap<u32, Span>,
}

struct Open {
    span: Span,
    volume: Number,
    /// The highest rung reached, and when.
    rung: Option<(usize, Date)>,
}

impl<'a> Paying<'a, '_> {
    fn run(mut self, events: &'a [Normalised], ledger: &mut Ledger<'a>) -> Result<(), MoneyError> {
        let customers = std::mem::take(&mut ledger.customers);
        for (event, customer) in events.iter().zip(&customers) {
            if self.is_counted(event, *customer) {
                self.count(event, *customer, ledger)?;
            }
        }
        ledger.customers = customers;
        // In the order in which they were reached.
        let reached = |(customer, open): (Option<u32>, Open)| ((open.rung.map(|(_, on)| on), customer), open);
        let open: BTreeMap<_, _> = std::mem::take(&mut self.open).into_iter().map(reached).collect();
        for last in open.values() {
            self.close(last, ledger)?;
        }
        self.next(open.values().last(), ledger)
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

    fn count(&mut self, event: &'a Normalised, customer: Customer, ledger: &mut Ledger<'a>) -> Result<(), MoneyError> {
        let day = event.moment.day;
        let span = self.plan.span(self.bonus.per, day, customer.since);
        let each = self.each(event, customer, span)?;
        let many = event.count.get();
        let alone = self.bonus.of == Of::Customer && customer.id.is_none();
        let apart = alone || self.bonus.per == Period::Order;
        if apart {
            // Each event is a customer, or an order, of its own.
            let mut own = Open { span, volume: Number::ZERO, rung: None };
            self.add(&mut own, event, each, Number::from_u64(many), ledger)?;
            if let Some((rung, on)) = own.rung.filter(|_| self.bonus.ladder_pays == LadderPays::Highest) {
                self.rung(rung, on, own.volume, Some(event), Number::from_u64(many), ledger)?;
            }
            return Ok(());
        }
        let key = if self.bonus.of == Of::Customer { customer.id } else { None };
        let mut open = self.open.remove(&key).unwrap_or(Open { span, volume: Number::ZERO, rung: None });
        if open.span != span {
            self.close(&open, ledger)?;
            open = Open { span, volume: Number::ZERO, rung: None };
        }
        let counts_once =
            matches!(self.bonus.measure, Measure::Customers | Measure::ActiveCustomers) && customer.id.is_some();
        let volume = if counts_once { each } else { each.mul(Number::from_u64(many))? };
        self.add(&mut open, event, volume, Number::ONE, ledger)?;
        self.open.insert(key, open);
        Ok(())
    }

    fn each(&mut self, event: &Normalised, customer: Customer, span: Span) -> Result<Number, MoneyError> {
        let each = volume::of_event(event, self.bonus.measure, self.plan)?;
        let (Measure::Customers | Measure::ActiveCustomers, Some(id)) = (self.bonus.measure, customer.id) else {
            return Ok(each);
        };
        let before = self.seen.insert(id, span);
        let known = match self.bonus.measure {
            Measure::Customers => before.is_some(),
            _ => before == Some(span),
        };
        Ok(if known { Number::ZERO } else { each })
    }

    /// Adds volume, and pays what it reaches, so many times.
    fn add(
        &self,
        open: &mut Open,
        event: &'a Normalised,
        volume: Number,
        times: Number,
        ledger: &mut Ledger<'a>,
    ) -> Result<(), MoneyError> {
        let day = event.moment.day;
        let before = open.volume;
        open.volume = before.add(volume)?;
        let rungs = self.bonus.ladder.as_deref().unwrap_or_default();
        for (index, rung) in rungs.iter().enumerate() {
            if self.reaches(rung, open.volume) && open.rung.is_none_or(|(highest, _)| highest < index) {
                open.rung = Some((index, day));
                if self.bonus.ladder_pays == LadderPays::Cumulative {
                    self.rung(index, day, open.volume, Some(event), times, ledger)?;
                }
            }
        }
        if let Some(every) = &self.bonus.every {
            let full = self.steps(every, open.volume)?.sub(self.steps(every, before)?)?;
            if !full.is_zero() {
                let (from, amount) = (every.step.number(), self.plan.amount(&every.amount));
                self.line(
                    Clause::Bonus(self.index),
                    day,
                    (open.volume, from),
                    (full.mul(times)?, amount),
                    Some(event),
                    ledger,
                )?;
            }
        }
        Ok(())
    }

    fn reaches(&self, rung: &LadderStep, volume: Number) -> bool {
        let from = rung.from.number();
        match self.bonus.boundary {
            Reached::AtLeast => volume >= from,
            Reached::Above => volume > from,
        }
    }

    /// How many full steps a volume makes.
    fn steps(&self, every: &EveryN, volume: Number) -> Result<Number, MoneyError> {
        let volume = every.up_to.map_or(volume, |most| volume.min(most.number()));
        let beyond = every.above.map_or(Ok(volume), |above| volume.sub(above.number()))?;
        if beyond <= Number::ZERO {
            return Ok(Number::ZERO);
        }
        match self.bonus.boundary {
            Reached::AtLeast => beyond.div_floor(every.step.number()),
            Reached::Above => beyond.div_ceil(every.step.number())?.sub(Number::ONE),
        }
    }

    /// Pays the highest rung of a period that is over, or goes on.
    fn close(&self, open: &Open, ledger: &mut Ledger<'a>) -> Result<(), MoneyError> {
        match open.rung {
            Some((rung, on)) if self.bonus.ladder_pays == LadderPays::Highest => {
                self.rung(rung, on, open.volume, None, Number::ONE, ledger)
            }
            _ => Ok(()),
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
    ) -> Result<(), MoneyError> {
        let Some(rung) = self.bonus.ladder.as_ref().and_then(|rungs| rungs.get(index)) else { return Ok(()) };
        let from = rung.from.number();
        self.line(
            Clause::Rung(self.index, index),
            on,
            (volume, from),
            (times, self.plan.amount(&rung.amount)),
            event,
            ledger,
        )
    }

    fn line(
        &self,
        clause: Clause,
        on: Date,
        (reached, from): (Number, Number),
        (times, amount): (Number, Number),
        event: Option<&'a Normalised>,
        ledger: &mut Ledger<'a>,
    ) -> Result<(), MoneyError> {
        let exact = amount.mul(times)?;
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
        ledger.line(Into::Bonuses, draft)
    }

    /// What is missing to the next amount.
    fn next(&self, last: Option<&Open>, ledger: &mut Ledger<'a>) -> Result<(), MoneyError> {
        let (volume, period) = match last {
            Some(open) => (open.volume, (open.span != Span::ALL).then(|| open.span.to.month())),
            None => (Number::ZERO, None),
        };
        let rungs = self.bonus.ladder.as_deref().unwrap_or_default();
        let rung = rungs.iter().enumerate().find(|(_, rung)| !self.reaches(rung, volume));
        let (clause, from) = match (&self.bonus.every, rung) {
            (Some(every), _) => {
                let beyond = self.steps(every, volume)?.add(Number::ONE)?.mul(every.step.number())?;
                let from = beyond.add(every.above.map_or(Number::ZERO, Amount::number))?;
                if every.up_to.is_some_and(|most| from > most.number()) {
                    return Ok(());
                }
                (Clause::Bonus(self.index), from)
            }
            (None, Some((index, rung))) => (Clause::Rung(self.index, index), rung.from.number()),
            (None, None) => return Ok(()),
        };
        let because = MissReason::NotReached { measure: self.bonus.measure, reached: volume, from, period };
        ledger.miss_clause(clause, because, Some(from.sub(volume)?));
        Ok(())
    }
}
