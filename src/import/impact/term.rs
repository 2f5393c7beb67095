//! When a contract holds, and in which time zone.

use crate::calendar::Date;
use crate::document::Node;

use super::super::assumption::AssumptionCode as Open;
use super::super::draft;
use super::super::ledger::Ledger;
use super::object::{Object, Stamp, stamp};

/// The contract's days.
pub(super) struct Term {
    pub first: Option<Date>,
    last: Option<Date>,
    pub zone: Option<String>,
}

impl Term {
    /// The term, if one is said.
    pub fn node(&self) -> Option<Node<'static>> {
        let mut node = draft::map([]);
        for (name, day) in [("from", self.first), ("to", self.last)] {
            if let Some(day) = day {
                draft::put(&mut node, name, draft::text(day.to_string()));
            }
        }
        (self.first.is_some() || self.last.is_some()).then_some(node)
    }
}

/// Reads when a contract holds.
pub(super) fn term(contract: &Object, to: &mut Ledger) -> Term {
    let mut read = |name: &str, at: &str| {
        let part = contract.get(name)?;
        let stamp = stamp(part, to)?;
        to.carried(part, at);
        Some(stamp)
    };
    let (start, end) = (read("StartDate", "/effective/from"), read("EndDate", "/effective/to"));
    contract.need("StartDate", to);
    let path = |name: &str| format!("{}/{name}", contract.part.path);
    let first = start.as_ref().map(|stamp| {
        let begins = stamp.time.as_deref().is_none_or(|time| time.starts_with("00:00"));
        let day_after = !begins
            && to.ask(Open::FirstInstant, &path("StartDate"), &["wholeDay", "dayAfter"], Some("wholeDay")).as_deref()
                == Some("dayAfter");
        stamp.day.plus_days(day_after.into())
    });
    let last = end.as_ref().map(|stamp| last_day(stamp, &path("EndDate"), to));
    let zone = start.as_ref().or(end.as_ref()).and_then(|stamp| zone(stamp, contract, to));
    Term { first, last, zone }
}

fn last_day(stamp: &Stamp, path: &str, to: &mut Ledger) -> Date {
    let time = stamp.time.as_deref();
    if time.is_none_or(|time| time.starts_with("23:59")) {
        to.settle(Open::LastInstant, path, "inside");
        return stamp.day;
    }
    // At midnight only that instant lies in its day.
    let (options, usual) = (
        ["wholeDay", "dayBefore"],
        if time.is_some_and(|time| time.starts_with("00:00")) { "dayBefore" } else { "wholeDay" },
    );
    let taken = to.ask(Open::LastInstant, path, &options, Some(usual));
    if taken.as_deref() == Some("dayBefore") { stamp.day.plus_days(-1) } else { stamp.day }
}

/// Zones with the hours that their clocks are from UTC in winter and in summer.
const ZONES: [(&str, i32, i32); 10] = [
    ("America/Los_Angeles", -8, -7),
    ("America/Denver", -7, -6),
    ("America/Chicago", -6, -5),
    ("America/New_York", -5, -4),
    ("America/Sao_Paulo", -3, -3),
    ("Europe/London", 0, 1),
    ("Europe/Berlin", 1, 2),
    ("Asia/Kolkata", 5, 5),
    ("Asia/Tokyo", 9, 9),
    ("Australia/Sydney", 11, 10),
];

/// The zone of a fixed offset, as it is written; of which place it is, the caller may know.
fn zone(stamp: &Stamp, contract: &Object, to: &mut Ledger) -> Option<String> {
    let offset = stamp.offset.as_deref()?;
    let hours = match offset {
        "Z" => Some(0),
        offset => offset.strip_suffix(":00").and_then(|hours| hours.parse::<i32>().ok()),
    };
    let fixed = hours.filter(|hours| (-12..=14).contains(hours)).map(|hours| match hours {
        0 => "UTC".to_owned(),
        // Names of this kind count west of Greenwich as positive.
        hours => format!("Etc/GMT{:+}", hours.saturating_neg()),
    });
    let likely =
        ZONES.iter().filter(|(_, winter, summer)| hours.is_some_and(|hours| *winter == hours || *summer == hours));
    let mut options: Vec<&str> = fixed.as_deref().into_iter().chain(likely.map(|(zone, _, _)| *zone)).collect();
    if !options.contains(&"UTC") {
        options.push("UTC");
    }
    let path = if contract.get("StartDate").is_some() { "StartDate" } else { "EndDate" };
    let taken = to.ask(Open::TimeZone, &format!("{}/{path}", contract.part.path), &options, fixed.as_deref());
    if taken.is_some()
        && let Some(part) = contract.get(path)
    {
        to.carried(part, "/timeZone");
    }
    taken
}
