//! Calendar dates, months, spans of days, and times of day in a contract's time zone.
//!
//! Terms count in calendar days of the contract. A time of day matters for the order of events, and for the day on which an event
//! with a time zone of its own falls ([`moment`]).

pub mod moment;
mod span;
mod zone;

use std::fmt;

use jiff::civil;
pub use jiff::civil::Weekday;

pub use moment::{Moment, When};
pub use span::Span;
pub use zone::{Clock, Zone};

use crate::document::{Code, Node, Plain, Reader};

/// A calendar date, written `2027-03-14` (ISO 8601), from the year 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

/// A calendar month, written `2027-03`, from the year 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i16,
    month: i8,
}

impl Date {
    /// Reads `YYYY-MM-DD`; nothing when it is another form, or a day that does not exist.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (month, day) = text.rsplit_once('-')?;
        let Month { year, month } = Month::parse(month)?;
        civil::Date::new(year, month, digits(day, 2)?.try_into().ok()?).ok().map(Self)
    }

    /// The first day of the calendar.
    pub const FIRST: Self = Self(civil::Date::constant(1, 1, 1));

    /// The last day of the calendar.
    pub const LAST: Self = Self(civil::Date::constant(9999, 12, 31));

    /// The month it lies in.
    #[must_use]
    pub fn month(self) -> Month {
        Month { year: self.0.year(), month: self.0.month() }
    }

    /// The year, the month and the day, as numbers.
    #[must_use]
    pub fn parts(self) -> (u16, u8, u8) {
        (self.0.year().unsigned_abs(), self.0.month().unsigned_abs(), self.0.day().unsigned_abs())
    }

    /// The day of the week.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        self.0.weekday()
    }

    /// So many days later, or earlier; held at the ends of the calendar.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        let number = self.number().saturating_add(days).clamp(Self::FIRST.number(), Self::LAST.number());
        // No year has more days, so it is this one or one after it.
        let mut year = number.saturating_sub(1) / 366;
        while days_of_years(year.saturating_add(1)) < number {
            year = year.saturating_add(1);
        }
        let mut day = number.saturating_sub(days_of_years(year));
        let mut month = Month { year: i16::try_from(year.saturating_add(1)).unwrap_or(1), month: 1 };
        loop {
            let last = month.last_day();
            match month.next() {
                Some(next) if day > last.0.day().into() => {
                    day = day.saturating_sub(last.0.day().into());
                    month = next;
                }
                _ => return month.day(u8::try_from(day).unwrap_or(u8::MAX)),
            }
        }
    }

    /// So many months later: the same day, or the month's last; held at the end of the calendar.
    #[must_use]
    pub fn plus_months(self, months: u64) -> Self {
        let month = self.month().plus(months);
        month.day(self.0.day().unsigned_abs())
    }

    /// The days from an earlier date to this one.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i64 {
        self.number().saturating_sub(earlier.number())
    }

    /// Whole months from an earlier date to this one: 0 before a month has passed. A month has passed on the same day of the next
    /// month, or on its last day.
    #[must_use]
    pub fn months_since(self, earlier: Self) -> u64 {
        let months = self.month().since(earlier.month());
        if months > 0 && earlier.plus_months(months) > self { months.saturating_sub(1) } else { months }
    }

    /// Its place among the days of the calendar; 1 is the first.
    fn number(self) -> i64 {
        days_of_years(i64::from(self.0.year()).saturating_sub(1)).saturating_add(self.0.day_of_year().into())
    }
}

impl Month {
    /// The first month of the calendar.
    pub const FIRST: Self = Self { year: 1, month: 1 };

    /// Reads `YYYY-MM`; nothing when it is another form, or a month that does not exist.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        let year = digits(year, 4)?.try_into().ok()?;
        let month = digits(month, 2)?.try_into().ok()?;
        (year > 0 && (1..=12).contains(&month)).then_some(Self { year, month })
    }

    /// The month after this one; nothing after December 9999.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        match self {
            Self { year: 9999, month: 12 } => None,
            Self { year, month: 12 } => Some(Self { year: year.checked_add(1)?, month: 1 }),
            Self { year, month } => Some(Self { year, month: month.checked_add(1)? }),
        }
    }

    /// The first day of the month.
    #[must_use]
    pub fn first_day(self) -> Date {
        Date(civil::Date::constant(self.year, self.month, 1))
    }

    /// The month so many months later; held at the end of the calendar.
    #[must_use]
    pub fn plus(self, months: u64) -> Self {
        let total = u64::from(self.ordinal()).saturating_add(months).min(u64::from(Self::LAST.ordinal()));
        let (year, month) = (total.checked_div(12).unwrap_or_default(), total.checked_rem(12).unwrap_or_default());
        match (i16::try_from(year), i8::try_from(month.saturating_add(1))) {
            (Ok(year), Ok(month)) => Self { year, month },
            _ => Self::LAST,
        }
    }

    /// The months from an earlier month to this one; 0 from a later one.
    #[must_use]
    pub fn since(self, earlier: Self) -> u64 {
        self.ordinal().saturating_sub(earlier.ordinal()).into()
    }

    /// The first month of its quarter.
    #[must_use]
    pub fn quarter(self) -> Self {
        let month = (self.month.saturating_sub(1) / 3).saturating_mul(3).saturating_add(1);
        Self { month, ..self }
    }

    /// January of its year.
    #[must_use]
    pub const fn january(self) -> Self {
        Self { month: 1, ..self }
    }

    /// A day of the month, or its last day where it has fewer.
    #[must_use]
    pub fn day(self, day: u8) -> Date {
        let last = self.last_day();
        let day = i8::try_from(day).unwrap_or(i8::MAX).clamp(1, last.0.day());
        civil::Date::new(self.year, self.month, day).map_or(last, Date)
    }

    const LAST: Self = Self { year: 9999, month: 12 };

    /// Months since the year 0.
    fn ordinal(self) -> u32 {
        u32::from(self.year.unsigned_abs())
            .saturating_mul(12)
            .saturating_add(self.month.unsigned_abs().saturating_sub(1).into())
    }

    /// The last day of the month.
    #[must_use]
    pub fn last_day(self) -> Date {
        Date(self.first_day().0.last_of_month())
    }
}

/// The days of so many years from the first one on, in the Gregorian calendar. (`jiff`'s sum of a date and a duration, of which days are
/// a part, is four times the code.)
fn days_of_years(years: i64) -> i64 {
    let leap = (years / 4).saturating_sub(years / 100).saturating_add(years / 400);
    years.saturating_mul(365).saturating_add(leap)
}

/// Exactly `length` ASCII digits as a number.
fn digits(text: &str, length: usize) -> Option<u16> {
    (text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

impl fmt::Display for Date {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        write!(to, "{}-{:02}", self.month(), self.0.day())
    }
}

impl fmt::Display for Month {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        write!(to, "{:04}-{:02}", self.year, self.month)
    }
}

macro_rules! as_document {
    ($name:ident, $expected:literal, $pattern:literal, $doc:literal) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }

        impl Plain for $name {
            fn empty() -> Self {
                Self::FIRST
            }

            fn plain(node: &Node, at: &mut Reader) -> Option<Self> {
                let text = at.text(node, $expected)?;
                let read = Self::parse(text);
                if read.is_none() {
                    let message = concat!("This is not ", $expected, " that exists.").to_owned();
                    at.report(Code::InvalidDate, &message, $expected, &node.describe(), None);
                }
                read
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "pattern": $pattern, "description": $doc })
            }
        }
    };
}

as_document!(
    Date,
    "a date such as \"2027-03-14\"",
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    "A calendar date, such as 2027-03-14."
);
as_document!(Month, "a month such as \"2027-03\"", "^[0-9]{4}-[0-9]{2}$", "A calendar month, such as 2027-03.");

crate::document::plain!(Date, Month);

#[cfg(test)]
mod tests {
    use super::{Date, Month, civil};

    #[test]
    fn only_days_that_exist_are_dates() {
        for (text, exists) in [
            ("2027-03-14", true),
            ("2028-02-29", true),
            ("2027-02-29", false),
            ("2027-13-01", false),
            ("0000-01-01", false),
            ("2027-3-14", false),
            ("20270314", false),
            ("2027-03-14T00:00:00Z", false),
            ("-027-03-14", false),
            ("٢٠٢٧-٠٣-١٤", false),
            ("", false),
        ] {
            assert_eq!(Date::parse(text).map(|date| date.to_string()), exists.then(|| text.to_owned()), "{text}");
        }
    }

    #[test]
    fn months_follow_each_other_to_the_end_of_the_calendar() {
        let next = |text| Month::parse(text).and_then(Month::next).map(|month| month.to_string());
        assert_eq!(next("2027-11").as_deref(), Some("2027-12"));
        assert_eq!(next("2027-12").as_deref(), Some("2028-01"));
        assert_eq!(next("9999-12"), None);
    }

    /// Source: `jiff`, day by day through a cycle of 400 years.
    #[test]
    fn days_follow_each_other_as_in_the_gregorian_calendar() {
        let mut date = Date::FIRST;
        for number in 1.. {
            assert_eq!(date.number(), number);
            assert_eq!(Date::FIRST.plus_days(number.saturating_sub(1)), date);
            match date.0.tomorrow() {
                Ok(next) if date < Date::parse("0401-01-02").unwrap() => date = Date(next),
                _ => break,
            }
        }
        for year in 1890_i16..2110 {
            let last = Date(civil::Date::constant(year, 12, 31));
            let next = Date(civil::Date::constant(year.saturating_add(1), 1, 1));
            assert_eq!((last.plus_days(1), next.plus_days(-1), next.days_since(last)), (next, last, 1));
        }
        assert_eq!(Date::LAST.plus_days(i64::MAX), Date::LAST);
        assert_eq!(Date::FIRST.plus_days(i64::MIN), Date::FIRST);
        assert_eq!(Date::LAST.plus_days(-1).to_string(), "9999-12-30");
        assert_eq!(Date::FIRST.days_since(Date::LAST), -3_652_058);
    }

    #[test]
    fn a_month_ends_on_its_last_day() {
        for (month, last) in [("2027-02", "2027-02-28"), ("2028-02", "2028-02-29"), ("2027-04", "2027-04-30")] {
            assert_eq!(Month::parse(month).map(|month| month.last_day().to_string()).as_deref(), Some(last));
        }
    }
}
