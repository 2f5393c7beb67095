//! How much is reached, and which tier that is.

use crate::contract::{Effect, Measure, Reached, Tiers};
use crate::document::{Amount, Threshold};
use crate::events::Normalised;
use crate::money::{Number, Rounding};

use super::claim::{Claim, Extent};
use super::figures::Figures;
use super::plan::Plan;
use super::refund;

/// What one of a claim's events counts; a customer counts once, and not here.
pub(super) fn each(claim: &Claim, measure: Measure, extent: Extent, plan: &Plan) -> Number {
    if extent == Extent::Net && refund::is_gone(claim.event, plan) {
        return Number::ZERO;
    }
    match measure {
        Measure::Revenue => claim.figures(extent, plan).amount.unwrap_or_default(),
        Measure::Units => claim.figures(extent, plan).units,
        Measure::Events | Measure::Customers | Measure::ActiveCustomers => Number::ONE,
    }
}

/// What one event counts, whatever clause it is under.
pub(super) fn of_event(event: &Normalised, measure: Measure, plan: &Plan) -> Number {
    let left = refund::remaining(event, plan);
    if left.is_some_and(|left| left.part.is_zero()) {
        return Number::ZERO;
    }
    let figures = Figures::of_event(&event.event);
    match (measure, left) {
        (Measure::Revenue, Some(left)) => figures.part(left.part, left.whole, false).amount.unwrap_or_default(),
        (Measure::Revenue, None) => figures.amount.unwrap_or_default(),
        (Measure::Units, _) => figures.units,
        (Measure::Events | Measure::Customers | Measure::ActiveCustomers, _) => Number::ONE,
    }
}

/// A threshold in the measure's units.
pub(super) fn threshold(table: &Tiers, from: Threshold) -> Number {
    match from {
        Threshold::Number(number) => number,
        // A share of a quota that has too many digits to be held is beyond any volume.
        Threshold::Share(share) => {
            let quota = table.quota.map_or(Number::ZERO, Amount::number);
            quota.mul(share.fraction()).unwrap_or(quota)
        }
    }
}

/// Above which volume a tier's own volume begins: a count of "from 10" takes in the tenth.
pub(super) fn begins(table: &Tiers, from: Threshold) -> Number {
    let from = threshold(table, from);
    match (table.measure, table.boundary) {
        (Measure::Revenue, _) | (_, Reached::Above) => from,
        (_, Reached::AtLeast) => from.sub(Number::ONE).unwrap_or(from).max(Number::ZERO),
    }
}

/// The tier that a volume reaches.
pub(super) fn reached(table: &Tiers, volume: Number) -> Option<usize> {
    let met = table.steps.iter().take_while(|step| {
        let from = threshold(table, step.from);
        match table.boundary {
            Reached::AtLeast => from <= volume,
            Reached::Above => from < volume,
        }
    });
    met.count().checked_sub(1)
}

/// The tier in whose band the volume right after a point lies.
pub(super) fn band(table: &Tiers, after: Number) -> Option<usize> {
    table.steps.iter().take_while(|step| begins(table, step.from) <= after).count().checked_sub(1)
}

/// Where the band after this one begins.
pub(super) fn next_band(table: &Tiers, band: Option<usize>) -> Option<Number> {
    let next = band.map_or(0, |band| band.saturating_add(1));
    table.steps.get(next).map(|step| begins(table, step.from))
}

/// A volume that begins after `start`, cut into the bands in which it lies.
pub(super) fn portions(table: &Tiers, start: Number, volume: Number) -> Vec<(Option<usize>, Number)> {
    let mut cut = Vec::with_capacity(1);
    let (mut at, end) = (start, start.plus(volume));
    loop {
        let here = band(table, at);
        let until = next_band(table, here).map_or(end, |next| next.min(end));
        cut.push((here, until.minus(at)));
        if until >= end {
            return cut;
        }
        at = until;
    }
}

/// What an interpolated table pays for a volume: on the straight line between the points beside it.
#[inline(never)]
pub(super) fn curve(table: &Tiers, volume: Number, plan: &Plan) -> Number {
    let mut before: Option<(Number, Number)> = None;
    for step in &table.steps {
        let from = threshold(table, step.from);
        let pays = match step.effect() {
            Some(Effect::Pays(amount)) => plan.amount(amount),
            Some(Effect::Percent(rate)) => from.times(rate.fraction()),
            _ => Number::ZERO,
        };
        if volume <= from {
            return match before {
                Some((left, low)) => {
                    let rise = pays.minus(low).times(volume.minus(left));
                    low.plus(rise.over(from.minus(left), 18, Rounding::HalfAwayFromZero))
                }
                None if volume == from => pays,
                None => Number::ZERO,
            };
        }
        before = Some((from, pays));
    }
    before.map_or(Number::ZERO, |(_, pays)| pays)
}
