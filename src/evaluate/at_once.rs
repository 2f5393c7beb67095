//! Stage 7, tiers that are known when an event happens: forward tables, order sizes, and any table per order.

use crate::calendar::{Date, Span};
use crate::contract::{Measure, Mode, Period, Reached, Running as Counts, Step, Tiers};
use crate::document::Count;
use crate::events::Normalised;
use crate::keyed::Dense;
use crate::money::{Number, Rounding, is_noted};

use super::claim::{Claim, Entered, Extent, TablePay};
use super::plan::{PayoutPlan, Plan, proportion};
use super::state::State;
use super::volume::{curve, each, portions, reached, threshold};

/// The running total of a table.
#[derive(Default)]
pub(super) struct Running {
    span: Option<Span>,
    total: Number,
    /// The total before the present event, where the table counts events of its own types.
    before: Number,
    days: Vec<(Date, Number)>,
    /// The number of each customer, and the period in which it was given.
    numbers: Dense<Option<(Option<Span>, Number)>>,
}

impl Running {
    #[inline(never)]
    fn enter(&mut self, table: &Tiers, span: Span, day: Date) {
        let rolling = table.rolling_days.map(Count::get);
        if let Some(days) = rolling {
            let first = day.plus_days(i64::try_from(days).unwrap_or(i64::MAX).saturating_neg().saturating_add(1));
            let over = self.days.partition_point(|(old, _)| *old < first);
            for (_, volume) in self.days.drain(..over) {
                self.total = self.total.minus(volume);
            }
        } else if self.span != Some(span) {
            let numbers = std::mem::take(&mut self.numbers);
            *self = Self { span: Some(span), numbers, ..Self::default() };
        }
    }

    fn add(&mut self, volume: Number, day: Date) {
        self.total = self.total.plus(volume);
        match self.days.last_mut() {
            Some((last, sum)) if *last == day => *sum = sum.plus(volume),
            _ => self.days.push((day, volume)),
        }
    }
}

/// Counts an event for the tables that count types of their own.
#[inline(never)]
pub(super) fn observe<'a>(event: &'a Normalised, plan: &Plan<'a>, state: &mut State) {
    for (clause, running) in plan.payouts.iter().zip(&mut state.running) {
        for (tiers, running) in clause.payout.tiers.iter().zip(running) {
            let counted = tiers.counting.as_ref().is_some_and(|types| types.contains(&event.event.kind));
            if tiers.mode != Mode::Forward || !counted || event.event.level != clause.payout.level {
                continue;
            }
            let day = event.moment.day;
            running.enter(tiers, plan.span(tiers.per, day, day), day);
            running.before = running.total;
            let volume = super::volume::of_event(event, tiers.measure, plan);
            running.add(volume.times(event.count), day);
        }
    }
}

/// Gives each claim the tier that it reaches, and cuts equal events where they reach different ones.
#[inline(never)]
pub(super) fn tiers<'a>(
    claims: Vec<Claim<'a>>,
    clause: &PayoutPlan<'a>,
    plan: &Plan<'a>,
    state: &mut State,
) -> Vec<Claim<'a>> {
    let mut claims = claims;
    for (index, table) in clause.payout.tiers.iter().enumerate() {
        if !PayoutPlan::acts_at_once(table) {
            continue;
        }
        let mut cut = Vec::with_capacity(claims.len());
        for claim in claims {
            let place = (clause.index, index);
            match table.mode {
                Mode::Forward if table.per != Period::Order => {
                    let running = state.running.get_mut(claim.place).and_then(|tables| tables.get_mut(index));
                    match running {
                        Some(running) => cut.extend(forward(&claim, table, place, running, plan)),
                        None => cut.push(claim),
                    }
                }
                Mode::Graduated | Mode::Interpolated => cut.push(of_order(claim, table, place, plan)),
                Mode::Forward | Mode::OrderSize | Mode::Retroactive => {
                    let size = each(&claim, table.measure, Extent::Gross, plan);
                    let step = reached(table, size);
                    cut.push(set(claim, table, step, place));
                }
            }
        }
        claims = cut;
    }
    claims
}

/// Sets what the tier changes.
fn set<'a>(mut claim: Claim<'a>, table: &'a Tiers, step: Option<usize>, place: (usize, usize)) -> Claim<'a> {
    if let Some((index, found)) = step.and_then(|index| table.steps.get(index).map(|found| (index, found))) {
        claim.effects.extend(found.effect());
        claim.tiers.push(Entered { table, step: index, place });
    }
    claim
}

/// A table of one order: graduated bands, or a line between points.
#[inline(never)]
fn of_order<'a>(mut claim: Claim<'a>, table: &'a Tiers, place: (usize, usize), plan: &Plan<'a>) -> Claim<'a> {
    let pay = |extent: Extent| -> Number {
        let size = each(&claim, table.measure, extent, plan);
        if table.mode == Mode::Interpolated {
            return curve(table, size, plan);
        }
        let mut sum = Number::ZERO;
        for (step, volume) in portions(table, Number::ZERO, size) {
            let found = step.and_then(|step| table.steps.get(step));
            let paid = claim.work(plan, extent, found.and_then(Step::effect), None);
            sum = sum.plus(proportion(paid.exact, volume, size));
        }
        sum
    };
    let (gross, net) = (pay(Extent::Gross), pay(Extent::Net));
    let size = each(&claim, table.measure, Extent::Gross, plan);
    claim.tiers.extend(reached(table, size).map(|step| Entered { table, step, place }));
    claim.table = Some(TablePay { gross, net });
    claim
}

/// Cuts a claim where the running total reaches the next tier.
#[inline(never)]
fn forward<'a>(
    claim: &Claim<'a>,
    table: &'a Tiers,
    place: (usize, usize),
    running: &mut Running,
    plan: &Plan<'a>,
) -> Vec<Claim<'a>> {
    let day = claim.day();
    running.enter(table, plan.span(table.per, day, claim.customer.since), day);
    let customers = matches!(table.measure, Measure::Customers | Measure::ActiveCustomers);
    let own = table.counting.is_none();
    // Where the event stands: before it, and how much each of its equal ones adds.
    let (start, step) = if customers {
        match claim.customer.id {
            Some(id) => {
                // A customer keeps its number; an active one has a new number in each period.
                let keeps = table.measure == Measure::Customers;
                let known = running.numbers.get(id).filter(|(span, _)| keeps || *span == running.span);
                let number = if let Some((_, number)) = known {
                    number
                } else {
                    if claim.counts {
                        running.add(Number::ONE, day);
                    }
                    running.numbers.set(id, Some((running.span, running.total)));
                    running.total
                };
                (number.minus(Number::ONE), None)
            }
            None => (running.total, Some(Number::ONE)),
        }
    } else if own {
        (running.total, Some(each(claim, table.measure, Extent::Net, plan)))
    } else if table.counting.as_ref().is_some_and(|types| types.contains(&claim.said().kind)) {
        (running.before, Some(super::volume::of_event(claim.event, table.measure, plan)))
    } else {
        (running.total, Some(Number::ZERO))
    };
    let mut cut = Vec::with_capacity(1);
    let (mut done, mut left) = (Number::ZERO, claim.count);
    while !left.is_zero() && !is_noted() {
        let volume = step.unwrap_or(Number::ONE);
        let passed = match step {
            Some(volume) => start.plus(volume.times(done)),
            None => start,
        };
        let here = match table.running {
            Counts::Including => passed.plus(volume),
            Counts::Before => passed,
        };
        let found = reached(table, here);
        let count = match step {
            Some(volume) if !volume.is_zero() => {
                until_next(table, found, here, volume, plan).map_or(left, |until| until.min(left))
            }
            _ => left,
        };
        cut.push(set(Claim { count, ..claim.clone() }, table, found, place));
        done = done.plus(count);
        left = left.minus(count);
    }
    if claim.counts
        && (own || customers)
        && let Some(volume) = step
    {
        running.add(volume.times(claim.count), day);
    }
    cut
}

/// How many equal events, the present one included, come before the next tier is reached; nothing where there is none.
fn until_next(table: &Tiers, found: Option<usize>, here: Number, volume: Number, plan: &Plan) -> Option<Number> {
    let next = found.map_or(0, |found| found.saturating_add(1));
    let gap = threshold(table, table.steps.get(next)?.from).minus(here);
    let events = match table.boundary {
        Reached::AtLeast => gap.over(volume, plan.places, Rounding::Ceiling),
        Reached::Above => plan.fit(gap, volume).plus(plan.unit),
    };
    Some(events.max(plan.unit))
}
