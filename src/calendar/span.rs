//! Spans of whole days.

use super::{Date, Weekday};

/// Days from a first to a last one, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

impl Span {
    /// All days of the calendar.
    pub const ALL: Self = Self { from: Date::FIRST, to: Date::LAST };

    /// One day.
    #[must_use]
    pub const fn day(day: Date) -> Self {
        Self { from: day, to: day }
    }

    /// The week that a day lies in.
    #[must_use]
    pub fn week(day: Date, starts: Weekday) -> Self {
        let from = day.plus_days(i64::from(starts.until(day.weekday())).saturating_neg());
        Self { from, to: from.plus_days(6) }
    }

    /// The calendar month that a day lies in.
    #[must_use]
    pub fn month(day: Date) -> Self {
        Self { from: day.month().first_day(), to: day.month().last_day() }
    }

    /// The calendar quarter that a day lies in.
    #[must_use]
    pub fn quarter(day: Date) -> Self {
        let first = day.month().quarter();
        Self { from: first.first_day(), to: first.plus(2).last_day() }
    }

    /// The calendar year that a day lies in.
    #[must_use]
    pub fn year(day: Date) -> Self {
        let first = day.month().january();
        Self { from: first.first_day(), to: first.plus(11).last_day() }
    }

    /// The year since `start`, counted in years from it, that a day lies in; the first one for days before it.
    #[must_use]
    pub fn year_since(start: Date, day: Date) -> Self {
        let years = day.months_since(start) / 12;
        let from = start.plus_months(years.saturating_mul(12));
        Self { from, to: start.plus_months(years.saturating_add(1).saturating_mul(12)).plus_days(-1) }
    }

    /// How many days.
    #[must_use]
    pub fn days(self) -> u64 {
        u64::try_from(self.to.days_since(self.from).saturating_add(1)).unwrap_or_default()
    }

    /// The days that lie in both.
    #[must_use]
    pub fn within(self, other: Self) -> Option<Self> {
        let both = Self { from: self.from.max(other.from), to: self.to.min(other.to) };
        (both.from <= both.to).then_some(both)
    }

    /// Whether a day lies in it.
    #[must_use]
    pub fn contains(self, day: Date) -> bool {
        (self.from..=self.to).contains(&day)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Date;
    use super::{Span, Weekday};

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn spans_are_calendar_spans() {
        let day = date("2027-02-14");
        for (span, from, to) in [
            (Span::week(day, Weekday::Monday), "2027-02-08", "2027-02-14"),
            (Span::week(day, Weekday::Sunday), "2027-02-14", "2027-02-20"),
            (Span::month(day), "2027-02-01", "2027-02-28"),
            (Span::quarter(day), "2027-01-01", "2027-03-31"),
            (Span::year(day), "2027-01-01", "2027-12-31"),
            (Span::year_since(date("2024-02-29"), day), "2026-02-28", "2027-02-27"),
            (Span::year_since(date("2027-02-14"), day), "2027-02-14", "2028-02-13"),
        ] {
            assert_eq!((span.from, span.to), (date(from), date(to)));
        }
    }

    #[test]
    fn months_are_whole_from_day_to_day() {
        for (from, to, months) in [
            ("2027-01-15", "2027-02-14", 0),
            ("2027-01-15", "2027-02-15", 1),
            ("2027-01-31", "2027-02-28", 1),
            ("2024-02-29", "2025-02-28", 12),
            ("2027-01-15", "2026-01-15", 0),
        ] {
            assert_eq!(date(to).months_since(date(from)), months, "{from} to {to}");
        }
    }
}
