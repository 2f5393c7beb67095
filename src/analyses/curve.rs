//! Two payouts as lines to draw.

use std::collections::BTreeMap;

use super::along::Pair;
use super::simulate::unsummed;
use crate::document::Problem;
use crate::money::{Number, Rounding, noting};

/// So many points are added at most, each where a line would stray most.
const MORE: usize = 40;

/// What of the highest amount a line may stray before a point is added: a two-hundredth is hardly seen.
const STRAYS: u32 = 200;

/// Adds those of the known points between which straight lines would show another course than the payouts take: a cliff as a slope, a corner cut.
pub(super) fn sharpen(curve: &mut BTreeMap<u64, Pair>, known: &[(u64, Pair)]) -> Result<(), Vec<Problem>> {
    let amounts = known.iter().flat_map(|(_, pair)| pair.map(|amount| amount.amount().abs()));
    let highest = amounts.max().unwrap_or_default();
    for _ in 0..MORE {
        let Some((place, pair)) = noting(|| strays_most(curve, known, highest)).map_err(unsummed)? else { break };
        curve.insert(place, pair);
    }
    Ok(())
}

fn strays_most(curve: &BTreeMap<u64, Pair>, known: &[(u64, Pair)], highest: Number) -> Option<(u64, Pair)> {
    let strays = |(place, pair): &(u64, Pair)| {
        let (left, at_left) = curve.range(..place).next_back()?;
        let (right, at_right) = curve.range(place..).next().filter(|(right, _)| *right > place)?;
        let whole = Number::from_u64(right.saturating_sub(*left));
        let [before, after] = [place.saturating_sub(*left), right.saturating_sub(*place)].map(Number::from_u64);
        let off = at_left.iter().zip(at_right).zip(pair).map(|((start, end), here)| {
            let line = start.amount().times(after).plus(end.amount().times(before));
            line.minus(here.amount().times(whole)).abs()
        });
        let off = off.max()?;
        (off.times(Number::from_u32(STRAYS)) > highest.times(whole))
            .then(|| off.over(whole, 9, Rounding::Up))
            .map(|off| (off, *place, *pair))
    };
    known.iter().filter_map(strays).max_by_key(|(off, ..)| *off).map(|(_, place, pair)| (place, pair))
}
