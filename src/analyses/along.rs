//! Two payouts along one number, looked at where it may change which is greater.

use std::collections::{BTreeMap, BinaryHeap};

use super::simulate::unsummed;
use super::vary::Lever;
use crate::document::Problem;
use crate::money::{Money, Number, noting};

/// How thoroughly places are looked at.
#[derive(Clone, Copy, Debug)]
pub(super) struct Effort {
    /// Into so many equal parts all places are cut at first; twice as many places are all looked at.
    pub parts: u64,
    /// The most places that are looked at before the search for changes in gaps ends.
    pub most: usize,
}

impl Effort {
    /// Where looking at a place costs one or two evaluations.
    pub const FULL: Self = Self { parts: 128, most: 2_000 };
}

/// Two payouts at a place.
pub(super) type Pair = [Money; 2];

type Work<'w> = dyn FnMut(u64) -> Result<Pair, Vec<Problem>> + 'w;

/// Two payouts along the places of a lever, as far as they were looked at.
pub(super) struct Along<'w> {
    work: &'w mut Work<'w>,
    known: BTreeMap<u64, Pair>,
    effort: Effort,
    /// Gaps that the effort did not suffice for.
    unsure: Vec<[u64; 2]>,
}

/// Neighbouring places that were looked at, with one between them.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Gap {
    /// How far both payouts' difference was off the straight line, eight times, less how far both are apart.
    doubt: Number,
    left: u64,
    between: u64,
    right: u64,
}

impl<'w> Along<'w> {
    pub fn new(effort: Effort, work: &'w mut Work<'w>) -> Self {
        Self { work, known: BTreeMap::new(), effort, unsure: Vec::new() }
    }

    /// Both payouts at a place.
    pub fn at(&mut self, place: u64) -> Result<Pair, Vec<Problem>> {
        if let Some(known) = self.known.get(&place) {
            return Ok(*known);
        }
        let pair = (self.work)(place)?;
        self.known.insert(place, pair);
        Ok(pair)
    }

    /// Looks at all places if they are few. Otherwise at evenly spread ones, at one more in each gap between them, and further into each gap, the
    /// doubtful ones first, in which the difference of both payouts is not straight and both are not so far apart that this can't matter.
    ///
    /// With `until`, nothing after the first place at which it holds is looked at.
    pub fn look(&mut self, lever: &Lever, until: impl Fn(Pair) -> bool) -> Result<(), Vec<Problem>> {
        let mut end = lever.last;
        let all = self.effort.parts.saturating_mul(2);
        let posts = lever.spread(if lever.last <= all { all } else { self.effort.parts });
        for place in &posts {
            if until(self.at(*place)?) {
                end = *place;
                break;
            }
        }
        let mut gaps = BinaryHeap::new();
        for (left, right) in posts.iter().zip(posts.iter().skip(1)) {
            if *right <= end {
                gaps.extend(self.gap(*left, *right)?);
            }
        }
        while let Some(Gap { left, between, right, .. }) = gaps.pop() {
            if left >= end {
                continue;
            }
            if self.known.len() >= self.effort.most {
                self.unsure.push([left, right]);
                continue;
            }
            if until(self.at(between)?) {
                end = end.min(between);
            }
            for (left, right) in [(left, between), (between, right)] {
                if right <= end {
                    gaps.extend(self.gap(left, right)?);
                }
            }
        }
        self.unsure.sort_unstable();
        Ok(())
    }

    /// The gap between two places, if a change may be hidden in it.
    fn gap(&mut self, left: u64, right: u64) -> Result<Option<Gap>, Vec<Problem>> {
        let wide = right.saturating_sub(left);
        if wide < 2 {
            return Ok(None);
        }
        // Off the middle, so that what is the same on both sides of it shows.
        let before = wide.saturating_mul(5).checked_div(13).unwrap_or_default().max(1);
        let between = left.saturating_add(before);
        let [ahead_left, ahead, ahead_right] =
            [self.at(left)?, self.at(between)?, self.at(right)?].map(|[one, other]| [one.amount(), other.amount()]);
        noting(|| {
            let [start, here, end] = [ahead_left, ahead, ahead_right].map(|[one, other]| one.minus(other));
            let whole = Number::from_u64(wide);
            let after = Number::from_u64(wide.saturating_sub(before));
            let line = start.times(after).plus(end.times(Number::from_u64(before)));
            let off = here.times(whole).minus(line).abs();
            let positive = [start, here, end].map(|ahead| ahead > Number::ZERO);
            let one_ahead = positive == [true; 3] || [start, here, end].iter().all(|ahead| ahead.is_negative());
            let apart = if one_ahead { start.abs().min(here.abs()).min(end.abs()) } else { Number::ZERO };
            let doubt = off.times(Number::from_u32(8)).minus(apart.times(whole));
            (!off.is_zero() && doubt > Number::ZERO).then_some(Gap { doubt, left, between, right })
        })
        .map_err(unsummed)
    }

    /// The places that were looked at, in order, with what both pay there.
    pub fn known(&self) -> Vec<(u64, Pair)> {
        self.known.iter().map(|(place, pair)| (*place, *pair)).collect()
    }

    /// The gaps that there may be more changes in; those beside each other as one.
    pub fn unsure(&self, lever: &Lever) -> Vec<[String; 2]> {
        let mut merged: Vec<[u64; 2]> = Vec::new();
        for [left, right] in &self.unsure {
            match merged.last_mut() {
                Some([_, end]) if *end >= *left => *end = *right,
                _ => merged.push([*left, *right]),
            }
        }
        merged.into_iter().map(|ends| ends.map(|place| lever.value(place))).collect()
    }
}
