//! Limits and guarantees over periods.

use crate::money::{MoneyError, Number, Rounding, Units, noted};

use super::{Day, Days};

/// Months that lie in one period, by their places.
pub(super) type Months = std::ops::Range<usize>;

/// The most that periods pay.
#[derive(Debug)]
pub(super) struct Maximum {
    pub periods: Vec<Months>,
    /// What is the most where this month is the last of its period with events; none where there is no limit.
    pub most: Vec<Option<Units>>,
}

/// The least that periods pay.
#[derive(Debug)]
pub(super) struct Promise {
    pub periods: Vec<Promised>,
}

/// One period of a promise.
#[derive(Debug)]
pub(super) struct Promised {
    pub months: Months,
    pub level: Level,
}

/// What is promised.
#[derive(Debug)]
pub(super) enum Level {
    Amount(Units),
    /// So much for each event of these lots.
    Each(Number, Vec<usize>),
}

impl Maximum {
    /// Takes off what is above, on the last month with events of each period.
    pub fn hold(&self, days: &mut Days) {
        for period in &self.periods {
            let days = days.of(period);
            let Some(last) = days.iter().rposition(|day| day.any) else { continue };
            let most = self.most.get(period.start.saturating_add(last)).copied().flatten();
            let sum = days.iter().fold(Units::ZERO, |sum, day| sum.plus(day.paid));
            if let Some((most, day)) = most.filter(|most| sum > *most).zip(days.get_mut(last)) {
                day.paid = day.paid.plus(most.minus(sum));
            }
        }
    }
}

impl Promise {
    /// Adds what is missing, on the last month of each period.
    pub fn keep(&self, counts: &[u64], minor: u32, rounding: Rounding, days: &mut Days) {
        for period in &self.periods {
            let days = days.of(&period.months);
            let earned = days.iter().fold(Units::ZERO, |sum, day| sum.plus(day.paid));
            let level = match &period.level {
                Level::Amount(level) => *level,
                Level::Each(each, lots) => {
                    let many =
                        lots.iter().filter_map(|lot| counts.get(*lot)).fold(0_u64, |sum, lot| sum.saturating_add(*lot));
                    let level = each.times(Number::from_u64(many)).round(minor, rounding);
                    noted(Units::of(level, minor).ok_or(MoneyError::Overflow))
                }
            };
            if let Some(last) = days.last_mut().filter(|_| earned < level) {
                *last = Day { paid: last.paid.plus(level.minus(earned)), any: true };
            }
        }
    }
}
