//! Stage 13: what is shared with others.

use crate::calendar::Date;
use crate::contract::{Clause, Split};
use crate::document::Name;
use crate::money::{Number, Rate, allot, noted};

use super::ledger::{Draft, Into, Ledger, by_month};
use super::plan::Plan;
use super::reason::Reason;
use super::statement::LineKind;

/// Writes others' shares, as what they take off.
pub(super) fn pay<'a>(plan: &'a Plan<'a>, ledger: &mut Ledger<'a>) {
    match &plan.contract.split {
        None => {}
        Some(Split::Weights { weights, own }) => {
            for (_, (last, earned)) in by_month(&ledger.sums.earned()) {
                let shares: Vec<Number> = weights.iter().map(|share| share.weight.number()).collect();
                let parts = noted(allot(plan.money(earned), &shares));
                for (share, part) in weights.iter().zip(parts).filter(|(share, _)| share.to != *own) {
                    line(&share.to, earned, part.amount(), last, ledger);
                }
            }
        }
        Some(Split::CarvedOut { share, to }) => {
            for (_, (last, earned)) in by_month(&ledger.sums.earned()) {
                let own = Number::ONE.minus(share.fraction());
                let parts = noted(allot(plan.money(earned), &[share.fraction(), own]));
                if let Some(part) = parts.first() {
                    line(to, earned, part.amount(), last, ledger);
                }
            }
        }
        Some(Split::Positions { positions, own }) => {
            for (event, earned) in std::mem::take(&mut ledger.split_events) {
                let partners = &event.event.touchpoints;
                let weights = of_places(partners.len(), positions.first, positions.last);
                if weights.is_empty() {
                    continue;
                }
                let parts = noted(allot(plan.money(earned), &weights));
                for (partner, part) in partners.iter().zip(parts).filter(|(partner, _)| *partner != own) {
                    line(partner, earned, part.amount(), event.moment.day, ledger);
                }
            }
        }
    }
}

/// The weight of each place: an equal share of what the first and the last leave, and their own for those.
fn of_places(places: usize, first: Rate, last: Rate) -> Vec<Number> {
    let Some(end) = places.checked_sub(1) else { return Vec::new() };
    let many = Number::from_u64(u64::try_from(places).unwrap_or(u64::MAX));
    // All weights are taken so many times, so that an equal share needs no division.
    let rest = Number::ONE.minus(first.fraction()).minus(last.fraction()).max(Number::ZERO);
    (0..places)
        .map(|place| {
            let mut weight = rest;
            for (own, at) in [(first, 0), (last, end)] {
                if place == at {
                    weight = weight.plus(own.fraction().times(many));
                }
            }
            weight
        })
        .collect()
}

fn line(payee: &Name, of: Number, amount: Number, day: Date, ledger: &mut Ledger) {
    if amount.is_zero() {
        return;
    }
    let mut draft = Draft::new(Clause::Split, LineKind::Split, day, amount.neg());
    draft.payee = Some(payee);
    draft.because = vec![Reason::Shared { payee: payee.clone(), of, amount }];
    ledger.line(Into::After, draft);
}
