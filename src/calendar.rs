//! Calendar dates and months, as contracts count them.
//!
//! Dates are plain calendar dates of the contract; no time of day, and so no time zone, enters here.

use std::fmt;

use jiff::civil;

use crate::document::{Code, Node, Read, Reader};

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

    /// The month it lies in.
    #[must_use]
    pub fn month(self) -> Month {
        Month { year: self.0.year(), month: self.0.month() }
    }
}

impl Month {
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

    /// The last day of the month.
    #[must_use]
    pub fn last_day(self) -> Date {
        Date(self.first_day().0.last_of_month())
    }
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

        impl Read for $name {
            fn read(node: &Node, at: &mut Reader) -> Option<Self> {
                let text = at.text(node, $expected)?;
                let read = Self::parse(text);
                if read.is_none() {
                    let message = concat!("This is not ", $expected, " that exists.").to_owned();
                    at.report(Code::InvalidDate, message, $expected.to_owned(), node.describe(), None);
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

#[cfg(test)]
mod tests {
    use super::{Date, Month};

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

    #[test]
    fn a_month_ends_on_its_last_day() {
        for (month, last) in [("2027-02", "2027-02-28"), ("2028-02", "2028-02-29"), ("2027-04", "2027-04-30")] {
            assert_eq!(Month::parse(month).map(|month| month.last_day().to_string()).as_deref(), Some(last));
        }
    }
}
