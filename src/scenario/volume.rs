//! How many events a stream has in each month: whole ones, or as many as are expected.

use super::mean::product;
use super::{Growth, GrowthPer, Stream};
use crate::calendar::Month;
use crate::document::Count;
use crate::evaluate::COUNT_PLACES;
#[cfg(feature = "analyses")]
use crate::money::Units;
use crate::money::{Number, Rounding};

/// Decimals to which a month's number is worked out before it is made whole.
const PLACES: u32 = 9;

/// The most events of a stream.
const MOST: u64 = 1_000_000_000_000;

/// How events are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Counting {
    /// How many decimals a count has.
    places: u32,
}

impl Counting {
    pub const WHOLE: Self = Self { places: 0 };
    pub const EXPECTED: Self = Self { places: COUNT_PLACES };

    /// The nearest count.
    pub fn of(self, number: Number) -> Number {
        number.round(self.places, Rounding::HalfAwayFromZero)
    }
}

/// How many there are in each of the months. What is less than one event in a month is one in a later month: after each month, all
/// events so far are the nearest count to all that was expected so far.
///
/// Nothing where there are more than 10^12.
pub(super) fn of_months(
    stream: &Stream,
    per_month: Number,
    approved: Number,
    months: &[Month],
    counting: Counting,
) -> Option<Vec<Number>> {
    let mut level = product(per_month, approved);
    let (mut expected, mut so_far) = (Number::ZERO, Number::ZERO);
    let mut counts = Vec::with_capacity(months.len());
    let mut place = 0_u64;
    for month in months {
        if stream.from.is_some_and(|from| *month < from) || stream.until.is_some_and(|until| *month > until) {
            counts.push(Number::ZERO);
            continue;
        }
        if place > 0 {
            level = grown(level, stream.growth.as_ref(), place);
        }
        let here = seasonal(ramped(level, stream.ramp, place), stream, *month);
        place = place.saturating_add(1);
        expected = expected.plus(here);
        let all = counting.of(expected);
        if all > Number::from_u64(MOST) {
            return None;
        }
        counts.push(all.minus(so_far));
        so_far = all;
    }
    Some(counts)
}

/// The same in whole numbers, into a list; whether they can be counted.
#[cfg(feature = "analyses")]
pub(super) fn whole_months(
    stream: &Stream,
    per_month: Number,
    approved: Number,
    months: &[Month],
    counts: &mut Vec<u64>,
) -> bool {
    counts.clear();
    if steady(stream, product(per_month, approved), months, counts) {
        return true;
    }
    let numbers = of_months(stream, per_month, approved, months, Counting::WHOLE);
    let whole = numbers.and_then(|numbers| numbers.into_iter().map(Number::to_u64).collect::<Option<Vec<u64>>>());
    counts.extend(whole.iter().flatten());
    whole.is_some()
}

/// The same of a stream that has as many in each of its months, if machine words can hold them.
#[cfg(feature = "analyses")]
fn steady(stream: &Stream, level: Number, months: &[Month], counts: &mut Vec<u64>) -> bool {
    if stream.growth.is_some() || stream.ramp.is_some() || !stream.seasonality.is_empty() {
        return false;
    }
    let Some((each, part, one)) = Units::whole_and_part(level) else { return false };
    let all = u64::try_from(months.len()).unwrap_or(u64::MAX).saturating_mul(each.saturating_add(1));
    if all > MOST {
        return false;
    }
    let before = stream.from.map_or(0, |from| months.partition_point(|month| *month < from));
    let end = stream.until.map_or(months.len(), |until| months.partition_point(|month| *month <= until));
    // Half of one from the start, so that what is full is what the nearest whole number counts.
    let mut rest = one / 2;
    counts.resize(before, 0);
    counts.extend((before..end).map(|_| {
        rest = rest.saturating_add(part);
        let full = rest >= one;
        rest = if full { rest.saturating_sub(one) } else { rest };
        each.saturating_add(u64::from(full))
    }));
    counts.resize(months.len(), 0);
    true
}

/// How many of so many customers are left in each further month, until none is.
pub(super) fn left(customers: Number, churn: Number, months: usize, counting: Counting) -> Vec<Number> {
    let stay = Number::ONE.minus(churn);
    let mut expected = customers;
    let mut left = vec![customers];
    while left.len() < months {
        expected = product(expected, stay).round(PLACES, Rounding::HalfEven);
        let many = counting.of(expected);
        if many.is_zero() {
            break;
        }
        left.push(many);
    }
    left
}

/// How many of each further number of events are a share of them: after each, all so far are the nearest count to the share of all so far.
pub(super) struct Dealt {
    share: Number,
    counting: Counting,
    expected: Number,
    so_far: Number,
}

impl Dealt {
    pub fn new(share: Number, counting: Counting) -> Self {
        Self { share, counting, expected: Number::ZERO, so_far: Number::ZERO }
    }

    pub fn of(&mut self, events: Number) -> Number {
        self.expected = self.expected.plus(product(self.share, events));
        let dealt = self.counting.of(self.expected).minus(self.so_far).max(Number::ZERO).min(events);
        self.so_far = self.so_far.plus(dealt);
        dealt
    }
}

fn grown(level: Number, growth: Option<&Growth>, place: u64) -> Number {
    match growth {
        Some(Growth { percent, per }) if *per == GrowthPer::Month || place.is_multiple_of(12) => {
            level.times(Number::ONE.plus(percent.fraction())).round(PLACES, Rounding::HalfEven)
        }
        _ => level,
    }
}

fn ramped(level: Number, ramp: Option<Count>, place: u64) -> Number {
    match ramp.map(Count::get) {
        Some(ramp) if place.saturating_add(1) < ramp => level.times(Number::from_u64(place.saturating_add(1))).over(
            Number::from_u64(ramp),
            PLACES,
            Rounding::HalfEven,
        ),
        _ => level,
    }
}

fn seasonal(level: Number, stream: &Stream, month: Month) -> Number {
    let place = usize::try_from(month.since(month.january())).unwrap_or_default();
    stream.seasonality.get(place).map_or(level, |factor| level.times(factor.number()))
}
