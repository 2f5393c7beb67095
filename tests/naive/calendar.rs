//! Days, and the periods that they lie in.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Weekday};
use serde_json::Value;

pub fn date(value: &Value) -> Date {
    value.as_str().unwrap().parse().unwrap()
}

/// A day, which is its first instant, or a local time.
pub fn moment(value: &Value) -> DateTime {
    let text = value.as_str().unwrap();
    if text.contains('T') { text.parse().unwrap() } else { date(value).at(0, 0, 0, 0) }
}

/// So many months later: the same day, or the month's last.
pub fn plus_months(day: Date, months: i64) -> Date {
    day.checked_add(months.months()).unwrap()
}

pub fn plus_days(day: Date, days: i64) -> Date {
    day.checked_add(days.days()).unwrap()
}

/// Whole months from one day to another; none where the other comes first.
pub fn months_between(from: Date, to: Date) -> i64 {
    let mut months = 0;
    while plus_months(from, months + 1) <= to {
        months += 1;
    }
    months
}

pub fn days_in((from, to): (Date, Date)) -> i64 {
    let mut days = 0;
    let mut day = from;
    while day <= to {
        days += 1;
        day = plus_days(day, 1);
    }
    days
}

/// The days that lie in both.
pub fn overlap(one: (Date, Date), other: (Date, Date)) -> Option<(Date, Date)> {
    let both = (one.0.max(other.0), one.1.min(other.1));
    (both.0 <= both.1).then_some(both)
}

/// The month that a day lies in, as statements write it.
pub fn month_name(day: Date) -> String {
    format!("{:04}-{:02}", day.year(), day.month())
}

/// The calendar period that a day lies in: `day`, `week`, `month`, `quarter`, `year`, or the `contract`'s whole life.
pub fn span(period: &str, day: Date, week_starts: Weekday) -> (Date, Date) {
    match period {
        "day" => (day, day),
        "week" => {
            let from = plus_days(day, -i64::from(day.weekday().since(week_starts)));
            (from, plus_days(from, 6))
        }
        "month" => (day.first_of_month(), day.last_of_month()),
        "quarter" => {
            let first = plus_months(day.first_of_month(), -i64::from((day.month() - 1) % 3));
            (first, plus_months(first, 2).last_of_month())
        }
        "year" => (day.first_of_year(), day.last_of_year()),
        "contract" => (Date::MIN, Date::MAX),
        _ => panic!("no such period: {period}"),
    }
}

/// The first day of the year since the customer began that a day lies in.
pub fn customer_year(since: Date, day: Date) -> Date {
    plus_months(since, months_between(since, day) / 12 * 12)
}

pub fn weekday(name: &str) -> Weekday {
    match name {
        "monday" => Weekday::Monday,
        "tuesday" => Weekday::Tuesday,
        "wednesday" => Weekday::Wednesday,
        "thursday" => Weekday::Thursday,
        "friday" => Weekday::Friday,
        "saturday" => Weekday::Saturday,
        "sunday" => Weekday::Sunday,
        _ => panic!("no such day: {name}"),
    }
}
