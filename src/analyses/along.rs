//! Two payouts along one number, looked at where it may change which is greater.

use std::collections::{BTreeMap, BinaryHeap};

use super::simulate::unsummed;
use super::vary::spread;
use crate::document::Problem;
use crate::money::{Money, Number, Rounding, noting};

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

/// Three neighbours of the places that were looked at, between which a change may be hidden.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Doubt {
    /// How far both payouts' difference may stray between them, twice, less how far both are apart.
    size: Number,
    places: [u64; 3],
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

    /// Looks at all places if they are few. Otherwise at evenly spread ones, at one more between each two of them, and then ever closer where a
    /// change may be hidden, the most doubtful places first.
    ///
    /// With `until`, nothing after the first place at which it holds is looked at.
    pub fn look(&mut self, last: u64, until: impl Fn(Pair) -> bool) -> Result<(), Vec<Problem>> {
        let all = self.effort.parts.saturating_mul(2);
        let posts = spread(last, if last <= all { all } else { self.effort.parts });
        let mut end = last;
        let mut before = None;
        for post in posts {
            let between = before.and_then(|before| inside(before, post));
            for place in between.into_iter().chain([post]) {
                if place < end && until(self.at(place)?) {
                    end = place;
                }
            }
            if end < last {
                break;
            }
            self.at(post)?;
            before = Some(post);
        }
        let mut doubts = BinaryHeap::new();
        self.doubt(0, end, &mut doubts)?;
        while let Some(Doubt { places: [left, middle, right], .. }) = doubts.pop() {
            // What lies between them by now has doubts of its own.
            let stale = self.known.range(left..=right).count() != 3;
            if left >= end || stale {
                continue;
            }
            if self.known.len() >= self.effort.most {
                self.unsure.push([left, right]);
                continue;
            }
            let before = self.known.len();
            for place in [inside(left, middle), inside(middle, right)].into_iter().flatten() {
                if place < end && until(self.at(place)?) {
                    end = place;
                }
            }
            if self.known.len() > before {
                self.doubt(left, right.min(end), &mut doubts)?;
            }
        }
        self.unsure.sort_unstable();
        Ok(())
    }

    /// Adds the doubts of all threes of neighbours with a part in a stretch.
    fn doubt(&self, left: u64, right: u64, doubts: &mut BinaryHeap<Doubt>) -> Result<(), Vec<Problem>> {
        let before = self.known.range(..left).next_back();
        let after = self.known.range(right..).nth(1).filter(|_| right > left);
        let here = self.known.range(left..=right);
        let near: Vec<(u64, Pair)> =
            before.into_iter().chain(here).chain(after).map(|(place, pair)| (*place, *pair)).collect();
        for three in near.windows(3) {
            if let [left, middle, right] = three {
                doubts.extend(doubt(*left, *middle, *right)?);
            }
        }
        Ok(())
    }

    /// The places that were looked at, in order, with what both pay there.
    pub fn known(&self) -> Vec<(u64, Pair)> {
        self.known.iter().map(|(place, pair)| (*place, *pair)).collect()
    }

    /// The gaps that there may be more changes in; those beside each other as one.
    pub fn unsure(&self) -> Vec<[u64; 2]> {
        let mut merged: Vec<[u64; 2]> = Vec::new();
        for [left, right] in &self.unsure {
            match merged.last_mut() {
                Some([_, end]) if *end >= *left => *end = *right,
                _ => merged.push([*left, *right]),
            }
        }
        merged
    }
}

/// A place between two, off the middle, so that what is the same on both sides of it shows.
fn inside(left: u64, right: u64) -> Option<u64> {
    let wide = right.saturating_sub(left);
    (wide > 1).then(|| left.saturating_add((wide.saturating_mul(5) / 13).max(1)))
}

/// The doubt between three neighbours: none where the difference of both payouts is the same straight line on both sides of the middle. Else it may
/// stray from where it was seen as far as the one side's line, drawn on over the other side, is off; that does not matter where both are further apart.
fn doubt(
    (left, at_left): (u64, Pair),
    (middle, at_middle): (u64, Pair),
    (right, at_right): (u64, Pair),
) -> Result<Option<Doubt>, Vec<Problem>> {
    let (before, after) = (middle.saturating_sub(left), right.saturating_sub(middle));
    if before.max(after) < 2 {
        return Ok(None);
    }
    noting(|| {
        let ahead = [at_left, at_middle, at_right].map(|[one, other]| one.amount().minus(other.amount()));
        let [start, here, end] = ahead;
        let rise = here.minus(start).times(Number::from_u64(after));
        let turn = end.minus(here).times(Number::from_u64(before)).minus(rise).abs();
        if turn.is_zero() {
            return None;
        }
        let same_ahead = ahead.iter().all(|ahead| ahead.is_negative())
            || ahead.iter().all(|ahead| !ahead.is_negative() && !ahead.is_zero());
        let apart = if same_ahead { start.abs().min(here.abs()).min(end.abs()) } else { Number::ZERO };
        let stray = turn.over(Number::from_u64(before.min(after)), 9, Rounding::Up);
        let size = stray.times(Number::from_u32(2)).minus(apart);
        (size > Number::ZERO).then_some(Doubt { size, places: [left, middle, right] })
    })
    .map_err(unsummed)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::money::Currency;

    const LAST: i64 = 20_000;

    /// A straight line that turns or jumps at some places, and passes near zero at one of them.
    #[derive(Clone, Debug)]
    struct Line {
        /// From where on, how much steeper it is, and by how much it jumps.
        breaks: Vec<(i64, i64, i64)>,
        shift: i64,
    }

    impl Line {
        fn at(&self, place: i64) -> i64 {
            let passed = self.breaks.iter().filter(|(from, ..)| *from <= place);
            passed.map(|(from, slope, jump)| slope * (place - from) + jump).sum::<i64>() + self.shift
        }
    }

    fn line(apart: i64) -> impl Strategy<Value = Line> {
        let breaks = prop::collection::vec((apart..apart + 3_000, -4_i64..=4, -200_i64..=200), 1..6);
        (breaks, any::<prop::sample::Index>(), -150_i64..=150).prop_map(|(steps, near, off)| {
            let mut from = 0;
            let mut breaks = vec![(0, -2, 0)];
            breaks.extend(steps.into_iter().map(|(wide, slope, jump)| {
                from += wide;
                (from, slope, jump)
            }));
            let mut line = Line { shift: 0, breaks };
            line.shift = off - line.at(line.breaks[near.index(line.breaks.len())].0);
            line
        })
    }

    fn pay(amount: i64) -> Money {
        Money::new(Number::parse(&amount.to_string()).unwrap(), Currency::parse("JPY").unwrap())
    }

    fn missed(line: &Line, effort: Effort) -> (Vec<i64>, Vec<[u64; 2]>, usize) {
        let mut work = |place: u64| Ok([pay(line.at(i64::try_from(place).unwrap())), pay(0)]);
        let mut along = Along::new(effort, &mut work);
        along.look(LAST.unsigned_abs(), |_| false).unwrap();
        let (known, unsure) = (along.known(), along.unsure());
        let hidden = |sides: &[(u64, Pair)]| {
            let [left, right] = [sides[0].0, sides[1].0].map(|place| i64::try_from(place).unwrap());
            let changes = (left..right).filter(|place| line.at(*place).signum() != line.at(place + 1).signum());
            // Between two places that differ one change is found, or two by way of a tie; any other is hidden.
            let signs = [left, right].map(|place| line.at(place).signum());
            let found = usize::from(signs[0] != signs[1]);
            let places: Vec<i64> = changes.collect();
            let by_tie = places.len() == 2 && line.at(places[1]) == 0;
            if places.len() <= found || (by_tie && found == 1) { Vec::new() } else { places }
        };
        (known.windows(2).flat_map(hidden).collect(), unsure, known.len())
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases * 4, ..ProptestConfig::default() })]

        /// One turn or jump in a gap is always seen, however close both payouts are.
        #[test]
        fn no_change_of_a_line_that_breaks_once_in_a_gap_is_missed(line in line(2 * LAST / 100)) {
            let (hidden, unsure, _) = missed(&line, Effort::FULL);
            prop_assert!(hidden.is_empty() && unsure.is_empty(), "{:?} {:?}", hidden, unsure);
        }

        /// Where the most places do not suffice, the gaps that were not gone into are named, and what was missed lies in them.
        #[test]
        fn what_the_effort_does_not_suffice_for_is_named(line in line(2 * LAST / 100), most in 0_usize..300) {
            let (hidden, unsure, looked_at) = missed(&line, Effort { parts: 128, most });
            prop_assert!(looked_at <= most.max(257) + 2, "{}", looked_at);
            for place in hidden {
                let place = place.unsigned_abs();
                prop_assert!(unsure.iter().any(|[from, to]| *from <= place && place < *to), "{} in {:?}", place, unsure);
            }
        }
    }
}
