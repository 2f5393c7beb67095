//! Dates with a time of day.

use std::fmt;

use super::{Clock, Date, digits};
use crate::document::{Code, Node, Plain, Reader};

/// A day with a time of day, in a contract's time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// The day.
    pub day: Date,
    /// Milliseconds since the day began.
    pub millisecond: u32,
}

/// When something happened, as a document says it: a day, a day and a time in the contract's time zone
/// (`2027-03-14T09:00:00`), or a moment anywhere (`2027-03-14T09:00:00+01:00`, `…Z`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum When {
    /// In the contract's own time zone; a day alone begins it.
    Local(Moment),
    /// In UTC.
    Utc(Moment),
}

const DAY: i64 = 86_400_000;

impl Moment {
    /// The beginning of a day.
    #[must_use]
    pub const fn start_of(day: Date) -> Self {
        Self { day, millisecond: 0 }
    }

    /// So many milliseconds later, or earlier; held at the ends of the calendar.
    #[must_use]
    pub fn plus(self, milliseconds: i64) -> Self {
        let total = i64::from(self.millisecond).saturating_add(milliseconds);
        let day = self.day.plus_days(total.div_euclid(DAY));
        Self { day, millisecond: u32::try_from(total.rem_euclid(DAY)).unwrap_or_default() }
    }

    /// So many hours later.
    #[must_use]
    pub fn plus_hours(self, hours: u64) -> Self {
        self.plus(i64::try_from(hours).unwrap_or(i64::MAX).saturating_mul(3_600_000))
    }

    /// Milliseconds since the first of January 1970, of a moment in UTC.
    #[must_use]
    pub fn since_1970(self) -> i64 {
        let epoch = Date::parse("1970-01-01").map_or(0, |epoch| self.day.days_since(epoch));
        epoch.saturating_mul(DAY).saturating_add(self.millisecond.into())
    }
}

impl When {
    /// Reads a day, a local time, or a time with `Z` or an offset; nothing when it is another form, or does not exist.
    #[must_use]
    #[inline(never)]
    pub fn parse(text: &str) -> Option<Self> {
        let Some((day, time)) = text.split_once('T') else {
            return Date::parse(text).map(Moment::start_of).map(Self::Local);
        };
        let day = Date::parse(day)?;
        let (time, offset) = match time.find(['Z', '+', '-']) {
            Some(place) => {
                let (time, offset) = time.split_at_checked(place)?;
                (time, Some(offset_of(offset)?))
            }
            None => (time, None),
        };
        let moment = Moment { day, millisecond: time_of_day(time)? };
        Some(offset.map_or(Self::Local(moment), |minutes| Self::Utc(moment.plus(minutes.saturating_mul(-60_000)))))
    }

    /// The moment in the contract's time zone.
    #[must_use]
    pub fn local(self, clock: &mut Clock) -> Moment {
        match self {
            Self::Local(moment) => moment,
            Self::Utc(moment) => clock.local(moment),
        }
    }
}

/// Milliseconds since midnight of `HH:MM`, `HH:MM:SS` or `HH:MM:SS.fff…`.
#[inline(never)]
fn time_of_day(text: &str) -> Option<u32> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let mut parts = whole.split(':');
    let hour = digits(parts.next()?, 2).filter(|hour| *hour < 24)?;
    let minute = digits(parts.next()?, 2).filter(|minute| *minute < 60)?;
    let second = match parts.next() {
        Some(second) => digits(second, 2).filter(|second| *second < 60)?,
        None => 0,
    };
    let fine = (1..=9).contains(&fraction.len()) && fraction.bytes().all(|byte| byte.is_ascii_digit());
    if parts.next().is_some() || !fine || (whole.len() < 8 && whole.len() != text.len()) {
        return None;
    }
    let thousandths = fraction.bytes().chain([b'0', b'0']).take(3);
    let thousandths =
        thousandths.fold(0_u32, |sum, byte| sum.saturating_mul(10).saturating_add(byte.saturating_sub(b'0').into()));
    let seconds = u32::from(hour).saturating_mul(3600).saturating_add(u32::from(minute).saturating_mul(60));
    Some(seconds.saturating_add(second.into()).saturating_mul(1000).saturating_add(thousandths))
}

/// Minutes east of UTC, of `Z` or `+HH:MM`.
fn offset_of(text: &str) -> Option<i64> {
    if text == "Z" {
        return Some(0);
    }
    let (east, rest) = match text.strip_prefix('+') {
        Some(rest) => (1, rest),
        None => (-1, text.strip_prefix('-')?),
    };
    let (hours, minutes) = rest.split_once(':')?;
    let hours = i64::from(digits(hours, 2).filter(|hours| *hours < 24)?);
    let minutes = i64::from(digits(minutes, 2).filter(|minutes| *minutes < 60)?);
    Some(hours.saturating_mul(60).saturating_add(minutes).saturating_mul(east))
}

impl Plain for When {
    fn empty() -> Self {
        Self::Local(Moment::start_of(Date::FIRST))
    }

    fn plain(node: &Node, at: &mut Reader) -> Option<Self> {
        let expected = "a date such as \"2027-03-14\", or a date and time such as \"2027-03-14T09:00:00Z\"";
        let text = at.text(node, expected)?;
        let read = Self::parse(text);
        if read.is_none() {
            let message = "This is not a date (or a date and time) that exists.".to_owned();
            at.report(Code::InvalidDate, &message, expected, &node.describe(), None);
        }
        read
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        let second = self.millisecond / 1000;
        let thousandth = self.millisecond % 1000;
        write!(to, "{}T{:02}:{:02}:{:02}", self.day, second / 3600, second / 60 % 60, second % 60)?;
        if thousandth > 0 { write!(to, ".{thousandth:03}") } else { Ok(()) }
    }
}

impl serde::Serialize for Moment {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for When {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "When".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})?)?$",
            "description": "A date, or a date and time; without an offset it is in the contract's time zone.",
        })
    }
}

crate::document::plain!(When);

#[cfg(test)]
mod tests {
    use super::{Moment, When};
    use crate::calendar::Date;

    #[test]
    fn a_moment_is_a_day_a_local_time_or_a_time_anywhere() {
        for (text, read) in [
            ("2027-03-14", Some("local 2027-03-14T00:00:00")),
            ("2027-03-14T09:05", Some("local 2027-03-14T09:05:00")),
            ("2027-03-14T09:05:07.25", Some("local 2027-03-14T09:05:07.250")),
            ("2027-03-14T00:30:00+01:00", Some("utc 2027-03-13T23:30:00")),
            ("2027-03-14T23:30:00-05:30", Some("utc 2027-03-15T05:00:00")),
            ("2027-03-14T09:05:07Z", Some("utc 2027-03-14T09:05:07")),
            ("2027-03-14T24:00:00", None),
            ("2027-03-14T09:05:60", None),
            ("2027-03-14T09", None),
            ("2027-03-14T09:05.5", None),
            ("2027-03-14T09:05:07+1:00", None),
            ("2027-03-14 09:05", None),
            ("2027-02-29T09:05:07Z", None),
        ] {
            let found = When::parse(text).map(|when| match when {
                When::Local(moment) => format!("local {moment}"),
                When::Utc(moment) => format!("utc {moment}"),
            });
            assert_eq!(found.as_deref(), read, "{text}");
        }
    }

    #[test]
    fn days_are_counted_from_1970() {
        let moment = Moment { day: Date::parse("1970-01-02").unwrap(), millisecond: 5 };
        assert_eq!(moment.since_1970(), 86_400_005);
    }
}
