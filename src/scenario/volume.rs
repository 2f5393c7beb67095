//! How many events a stream has in each month, in whole numbers.

use super::{Growth, GrowthPer, Stream};
use crate::calendar::Month;
use crate::document::Count;
#[cfg(feature = "analyses")]
use crate::money::Units;
use crate::money::{Number, Rounding};

/// Decimals to which a month's number is worked out before it is made whole.
const PLACES: u32 = 9;

/// How many there are in each of the months. What is less than one event in a month is one in a later month: after each month, all
/// events so far are the nearest whole number to all that was expected so far.
///
/// Nothing where a month has more than 10^12.
pub(super) fn of_months(stream: &Stream, per_month: Number, approved: Number, months: &[Month]) -> Option<Vec<u64>> {
    let mut counts = Vec::with_capacity(months.len());
    count_months(stream, per_month, approved, months, &mut counts).then_some(counts)
}

/// The same, into a list; whether no month has more.
pub(super) fn count_months(
    stream: &Stream,
    per_month: Number,
    approved: Number,
    months: &[Month],
    counts: &mut Vec<u64>,
) -> bool {
    counts.clear();
    let mut level = per_month.times(approved);
    #[cfg(feature = "analyses")]
    if steady(stream, level, months, counts) {
        return true;
    }
    let (mut expected, mut so_far) = (Number::ZERO, 0_u64);
    let mut place = 0_u64;
    for month in months {
        if stream.from.is_some_and(|from| *month < from) || stream.until.is_some_and(|until| *month > until) {
            counts.push(0);
            continue;
        }
        if place > 0 {
            level = grown(level, stream.growth.as_ref(), place);
        }
        let here = seasonal(ramped(level, stream.ramp, place), stream, *month);
        place = place.saturating_add(1);
        expected = expected.plus(here);
        let Some(all) = count(expected.round(0, Rounding::HalfAwayFromZero)) else { return false };
        counts.push(all.saturating_sub(so_far));
        so_far = all;
    }
    true
}

/// The same of a stream that has as many in each of its months, if machine words can hold them.
#[cfg(feature = "analyses")]
fn steady(stream: &Stream, level: Number, months: &[Month], counts: &mut Vec<u64>) -> bool {
    if stream.growth.is_some() || stream.ramp.is_some() || !stream.seasonality.is_empty() {
        return false;
    }
    let Some((each, part, one)) = Units::whole_and_part(level) else { return false };
    let all = u64::try_from(months.len()).unwrap_or(u64::MAX).saturating_mul(each.saturating_add(1));
    if Count::new(all).is_none() {
        return false;
    }
    // Half of one from the start, so that what is full is what the nearest whole number counts.
    let mut rest = one / 2;
    for month in months {
        if stream.from.is_some_and(|from| *month < from) || stream.until.is_some_and(|until| *month > until) {
            counts.push(0);
            continue;
        }
        rest = rest.saturating_add(part);
        let full = rest >= one;
        rest = if full { rest.saturating_sub(one) } else { rest };
        counts.push(each.saturating_add(u64::from(full)));
    }
    true
}

/// How many of so many customers are left in each further month, until none is.
pub(super) fn left(customers: u64, churn: Number, months: usize) -> Vec<u64> {
    let stay = Number::ONE.minus(churn);
    let mut expected = Number::from_u64(customers);
    let mut left = Vec::with_capacity(months);
    left.push(customers);
    while left.len() < months {
        expected = expected.times(stay).round(PLACES, Rounding::HalfEven);
        match count(expected.round(0, Rounding::HalfAwayFromZero)) {
            Some(many) if many > 0 => left.push(many),
            _ => break,
        }
    }
    left
}

/// How many of each further number of events are given back: after each, all so far are the nearest whole number to the share of all so far.
pub(super) struct GivenBack {
    share: Number,
    expected: Number,
    so_far: u64,
}

impl GivenBack {
    pub fn new(share: Number) -> Self {
        Self { share, expected: Number::ZERO, so_far: 0 }
    }

    pub fn of(&mut self, events: u64) -> u64 {
        self.expected = self.expected.plus(self.share.times(Number::from_u64(events)));
        let all = count(self.expected.round(0, Rounding::HalfAwayFromZero)).unwrap_or(self.so_far);
        let back = all.saturating_sub(self.so_far).min(events);
        self.so_far = self.so_far.saturating_add(back);
        back
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

fn count(number: Number) -> Option<u64> {
    number.to_u64().and_then(Count::new).map(Count::get)
}
