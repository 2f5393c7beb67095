//! Stage 10: tiers over a period, as differences to the clauses' own pay.

mod counting;

use crate::calendar::{Date, Span};
use crate::contract::{Clause, Effect, Measure, Mode, Packages, Pay, Reached, Step, Tiers};
use crate::events::Normalised;
use crate::money::{Number, is_noted};

use counting::{Counted, Entry};

use super::claim::Extent;
use super::ledger::{Draft, Into, Ledger};
use super::pay::packages;
use super::plan::{PayoutPlan, Plan, proportion};
use super::reason::{MissReason, Reason};
use super::statement::LineKind;
use super::volume::{band, begins, curve, next_band, portions, reached, threshold};

/// Writes the difference that each table makes to each of its periods.
pub(super) fn of_periods<'a>(events: &'a [Normalised], plan: &'a Plan<'a>, ledger: &mut Ledger<'a>) {
    for (place, clause) in plan.payouts.iter().enumerate() {
        let Some(claims) = ledger.claims.get_mut(place).map(std::mem::take) else { continue };
        for (index, table) in clause.payout.tiers.iter().enumerate() {
            if !PayoutPlan::acts_at_once(table) {
                let work = Work { plan, clause, place, table, at: index };
                work.pay(counting::periods(table, clause, plan, &claims, events), ledger);
            }
        }
    }
}

struct Work<'a, 'b> {
    plan: &'b Plan<'a>,
    clause: &'b PayoutPlan<'a>,
    place: usize,
    table: &'b Tiers,
    at: usize,
}

/// What a period comes to so far in one tier.
#[derive(Default)]
struct Band {
    volume: Number,
    /// The units in it, where packages of them are paid.
    units: Number,
    quantity: Number,
    own: Number,
    paid: Number,
    own_exact: Number,
    paid_exact: Number,
}

impl<'a, 'b> Work<'a, 'b> {
    #[inline(never)]
    fn pay(&self, periods: Vec<Counted<'a, 'b>>, ledger: &mut Ledger<'a>) {
        let mut last_period = None;
        for Counted { span, entries, total } in periods {
            let Some(last) = entries.last().map(|entry| entry.day) else { continue };
            last_period = Some((span, total, last));
            match self.table.mode {
                Mode::Graduated => self.graduated(&entries, total, last, ledger),
                Mode::Interpolated => self.interpolated(&entries, total, last, ledger),
                _ => self.retroactive(&entries, total, last, ledger),
            }
            self.on_entry(total, last, ledger);
        }
        if let Some((span, total, last)) = last_period {
            self.next(span, total, last, ledger);
        }
    }

    #[inline(never)]
    fn graduated(&self, entries: &[Entry<'b, 'a>], total: Number, last: Date, ledger: &mut Ledger<'a>) {
        let mut bands: Vec<Band> = self.table.steps.iter().map(|_| Band::default()).collect();
        for entry in entries {
            let (mut at, mut left) = (entry.start, entry.count);
            while !left.is_zero() && !is_noted() {
                let here = band(self.table, at);
                let until = next_band(self.table, here);
                let whole = match until {
                    Some(until) if !entry.each.is_zero() => self.plan.fit(until.minus(at), entry.each).min(left),
                    _ => left,
                };
                let count = if whole.is_zero() { left.min(self.plan.unit) } else { whole };
                if whole.is_zero() {
                    self.astride(entry, at, count, &mut bands);
                } else {
                    self.whole(entry, here, count, &mut bands);
                }
                at = at.plus(entry.each.times(count));
                left = left.minus(count);
            }
        }
        for (index, (band, step)) in bands.into_iter().zip(&self.table.steps).enumerate() {
            let to = next_band(self.table, Some(index));
            self.line(index, step, &band, total, to, last, ledger);
        }
    }

    /// Equal events that lie in one band as a whole.
    #[inline(never)]
    fn whole(&self, entry: &Entry<'b, 'a>, here: Option<usize>, count: Number, bands: &mut [Band]) {
        let Some((step, band)) = here.and_then(|index| Some((self.table.steps.get(index)?, bands.get_mut(index)?)))
        else {
            return;
        };
        band.volume = band.volume.plus(entry.each.times(count));
        let Some(claim) = entry.claim.filter(|claim| !claim.over) else { return };
        let paid = claim.work(self.plan, Extent::Net, step.effect(), None);
        if lumped(step).is_some() {
            band.units = band.units.plus(claim.figures(Extent::Net, self.plan).units.times(count));
        }
        band.quantity = band.quantity.plus(count);
        band.own = band.own.plus(claim.net.rounded.times(count));
        band.paid = band.paid.plus(paid.rounded.times(count));
        band.own_exact = band.own_exact.plus(claim.net.exact.times(count));
        band.paid_exact = band.paid_exact.plus(paid.exact.times(count));
    }

    /// One event (or the smallest part of one) whose volume lies in several bands. It is rounded as a whole; each band has what its part
    /// adds to that.
    #[inline(never)]
    fn astride(&self, entry: &Entry<'b, 'a>, at: Number, unit: Number, bands: &mut [Band]) {
        let (mut own_sum, mut paid_sum) = (Number::ZERO, Number::ZERO);
        for (here, volume) in portions(self.table, at, entry.each.times(unit)) {
            let step = here.and_then(|index| self.table.steps.get(index));
            let Some(claim) = entry.claim.filter(|claim| !claim.over) else {
                if let Some(band) = here.and_then(|index| bands.get_mut(index)) {
                    band.volume = band.volume.plus(volume);
                }
                continue;
            };
            let own = proportion(claim.net.exact, volume, entry.each);
            let paid = match step {
                Some(step) => {
                    let all = claim.work(self.plan, Extent::Net, step.effect(), None).exact;
                    proportion(all, volume, entry.each)
                }
                None => own,
            };
            let (own_before, paid_before) = (self.plan.round_part(own_sum), self.plan.round_part(paid_sum));
            own_sum = own_sum.plus(own);
            paid_sum = paid_sum.plus(paid);
            if let Some(band) = here.and_then(|index| bands.get_mut(index)) {
                band.volume = band.volume.plus(volume);
                if step.is_some_and(|step| lumped(step).is_some()) {
                    let units = claim.figures(Extent::Net, self.plan).units;
                    band.units = band.units.plus(proportion(units, volume, entry.each));
                }
                band.quantity = band.quantity.plus(unit);
                band.own = band.own.plus(self.plan.round_part(own_sum).minus(own_before));
                band.paid = band.paid.plus(self.plan.round_part(paid_sum).minus(paid_before));
                band.own_exact = band.own_exact.plus(own);
                band.paid_exact = band.paid_exact.plus(paid);
            }
        }
    }

    fn retroactive(&self, entries: &[Entry<'b, 'a>], total: Number, last: Date, ledger: &mut Ledger<'a>) {
        let Some((index, step)) =
            reached(self.table, total).and_then(|index| Some((index, self.table.steps.get(index)?)))
        else {
            return;
        };
        let mut bands: Vec<Band> = self.table.steps.iter().map(|_| Band::default()).collect();
        for entry in entries {
            self.whole(entry, Some(index), entry.count, &mut bands);
        }
        if let Some(band) = bands.get(index) {
            self.line(index, step, band, total, None, last, ledger);
        }
    }

    #[inline(never)]
    fn interpolated(&self, entries: &[Entry<'b, 'a>], total: Number, last: Date, ledger: &mut Ledger<'a>) {
        let mut own = Number::ZERO;
        let (mut own_exact, mut quantity) = (Number::ZERO, Number::ZERO);
        for (entry, claim) in entries.iter().filter_map(|entry| Some((entry, entry.claim.filter(|claim| !claim.over)?)))
        {
            let count = entry.count;
            quantity = quantity.plus(count);
            own = own.plus(claim.net.rounded.times(count));
            own_exact = own_exact.plus(claim.net.exact.times(count));
        }
        let paid_exact = curve(self.table, total, self.plan);
        let paid = self.plan.round(paid_exact);
        let index = reached(self.table, total).unwrap_or_default();
        let band = Band { volume: total, units: Number::ZERO, quantity, own, paid, own_exact, paid_exact };
        if let Some(step) = self.table.steps.get(index) {
            self.line(index, step, &band, total, None, last, ledger);
        }
    }

    #[allow(clippy::too_many_arguments, reason = "the parts of one line")]
    #[inline(never)]
    fn line(
        &self,
        index: usize,
        step: &'b Step,
        band: &Band,
        total: Number,
        to: Option<Number>,
        last: Date,
        ledger: &mut Ledger<'a>,
    ) {
        if band.volume.is_zero() && band.quantity.is_zero() {
            return;
        }
        let (own, paid, exact) = match lumped(step) {
            Some((amount, size, counted)) => {
                let paid = self.plan.amount(amount).times(packages(band.units, size, counted));
                (band.own, self.plan.round(paid), paid.minus(band.own_exact))
            }
            None => (band.own, band.paid, band.paid_exact.minus(band.own_exact)),
        };
        let amount = if self.clause.accumulates { self.plan.round(exact) } else { paid.minus(own) };
        let mut draft = Draft::new(Clause::Step(self.clause.index, self.at, index), LineKind::Tier, last, amount);
        draft.label = step.label.as_ref().or(self.table.label.as_ref()).or(self.clause.payout.label.as_ref());
        draft.event_type = Some(&self.clause.payout.event);
        draft.quantity = band.quantity;
        draft.exact = exact;
        draft.rate = match step.effect() {
            Some(Effect::Percent(rate)) => Some(rate),
            _ => None,
        };
        if self.plan.listed {
            let (measure, from) = (self.table.measure, begins(self.table, step.from));
            let from = if self.table.mode == Mode::Graduated { from } else { threshold(self.table, step.from) };
            draft.because = vec![Reason::Band { measure, from, to, reached: total, volume: band.volume, own, paid }];
        }
        ledger.line(Into::Payout(self.place), draft);
    }

    /// What tiers pay for being entered.
    #[inline(never)]
    fn on_entry(&self, total: Number, last: Date, ledger: &mut Ledger<'a>) {
        let top = reached(self.table, total).or_else(|| {
            // Any event enters a tier that begins at nothing.
            self.table.steps.first().filter(|first| threshold(self.table, first.from).is_zero()).map(|_| 0)
        });
        let Some(top) = top else { return };
        for (index, step) in self.table.steps.iter().enumerate().take(top.saturating_add(1)) {
            let entered = self.table.mode == Mode::Graduated || index == top;
            let Some(amount) = step.on_entry.as_ref().filter(|_| entered).and_then(|amount| self.plan.limit(amount))
            else {
                continue;
            };
            let place = Clause::Step(self.clause.index, self.at, index);
            let mut draft = Draft::new(place, LineKind::Tier, last, self.plan.round(amount));
            draft.label = step.label.as_ref().or(self.table.label.as_ref());
            draft.exact = amount;
            draft.because = vec![Reason::OnEntry { from: threshold(self.table, step.from), reached: total, amount }];
            ledger.line(Into::Payout(self.place), draft);
        }
    }

    /// What is missing to the next tier, in the last period.
    fn next(&self, span: Span, total: Number, last: Date, ledger: &mut Ledger<'a>) {
        let next = reached(self.table, total).map_or(0, |index| index.saturating_add(1));
        let Some(step) = self.table.steps.get(next) else { return };
        missed(self.table, Clause::Step(self.clause.index, self.at, next), step, total, span, last, ledger);
    }
}

/// Notes what is missing to a tier.
pub(super) fn missed(
    table: &Tiers,
    clause: Clause,
    step: &Step,
    reached: Number,
    span: Span,
    last: Date,
    ledger: &mut Ledger,
) {
    let from = threshold(table, step.from);
    let counted = table.measure != Measure::Revenue && table.boundary == Reached::Above;
    let short = from.minus(reached).plus(if counted { Number::ONE } else { Number::ZERO });
    let period = (span != Span::ALL).then(|| span.to.min(last.month().last_day().max(span.to)).month());
    ledger.miss_clause(clause, MissReason::NotReached { measure: table.measure, reached, from, period }, Some(short));
}

/// Fixed pay for packages of which only started or full ones count: they are counted over the tier's whole volume.
fn lumped(step: &Step) -> Option<(&crate::document::Amounts, Number, Packages)> {
    match step.effect() {
        Some(Effect::Pay(Pay::Fixed { amount, package: Some(package), .. }))
            if package.counted != Packages::ProRata =>
        {
            Some((amount, package.units.number(), package.counted))
        }
        _ => None,
    }
}
