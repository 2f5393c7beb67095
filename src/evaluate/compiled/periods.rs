//! Limits and guarantees over periods.

use crate::money::{MoneyError, Number, Rounding, Units, noted};

use super::Days;

/// The most that periods pay.
#[derive(Debug)]
pub(super) struct Maximum {
    /// Each month's period.
    pub periods: Vec<usize>,
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
    /// Its months within the window, and the last of them.
    pub months: std::ops::RangeInclusive<usize>,
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
        let mut month = 0_usize;
        while month < days.paid.len() {
            let period = self.periods.get(month);
            let (mut sum, mut last) = (Units::ZERO, None);
            while month < days.paid.len() && self.periods.get(month) == period {
                if let (Some(paid), Some(true)) = (days.paid.get(month), days.any.get(month)) {
                    (sum, last) = (sum.plus(*paid), Some(month));
                }
                month = month.saturating_add(1);
            }
            let most = last.and_then(|last| Some((last, self.most.get(last).copied().flatten()?)));
            if let Some((last, most)) = most.filter(|(_, most)| sum > *most) {
                days.add(last, most.minus(sum));
            }
        }
    }
}

impl Promise {
    /// Adds what is missing, on the last month of each period.
    pub fn keep(&self, counts: &[u64], minor: u32, rounding: Rounding, days: &mut Days) {
        for period in &self.periods {
            let paid = days.paid.get(period.months.clone()).unwrap_or_default();
            let earned = paid.iter().fold(Units::ZERO, |sum, paid| sum.plus(*paid));
            let level = match &period.level {
                Level::Amount(level) => *level,
                Level::Each(each, lots) => {
                    let many =
                        lots.iter().filter_map(|lot| counts.get(*lot)).fold(0_u64, |sum, lot| sum.saturating_add(*lot));
                    let level = each.times(Number::from_u64(many)).round(minor, rounding);
                    noted(Units::of(level, minor).ok_or(MoneyError::Overflow))
                }
            };
            if earned < level {
                days.add(*period.months.end(), level.minus(earned));
            }
        }
    }
}
