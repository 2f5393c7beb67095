//! When actions lock, and when they are paid.

use crate::document::Node;

use super::super::assumption::AssumptionCode as Open;
use super::super::draft;
use super::super::leaves::Part;
use super::super::ledger::Ledger;
use super::super::report::{Because, GapCode};
use super::object::{Object, count, word};

/// When the actions of one event type lock and are paid.
pub(super) struct Dates<'n> {
    lock: Option<Node<'static>>,
    schedule: Option<Node<'static>>,
    sources: Vec<(Part<'n>, String)>,
}

/// Reads the dates of an event type.
pub(super) fn dates<'n>(holder: &Object<'n>, to: &mut Ledger) -> Dates<'n> {
    let mut sources = Vec::new();
    let mut read = |name: &str,
                    reader: fn(&Object<'n>, &mut Sources<'n>, &mut Ledger) -> Option<Node<'static>>,
                    to: &mut Ledger| {
        let part = holder.get(name)?;
        let read = Object::of(part, to).and_then(|found| reader(&found, &mut sources, to));
        if read.is_none() {
            to.leave_out(part);
        }
        read
    };
    let lock = read("Locking", lock, to);
    let schedule = read("PayoutScheduling", schedule, to);
    Dates { lock, schedule, sources }
}

type Sources<'n> = Vec<(Part<'n>, String)>;

fn lock<'n>(found: &Object<'n>, sources: &mut Sources<'n>, to: &mut Ledger) -> Option<Node<'static>> {
    let basis = found.need("Basis", to).cloned();
    let period = found.need("Period", to).cloned();
    let known = basis.as_ref().and_then(|part| word(part, &["TRACKED", "CLEARED"], to));
    let unit = period.as_ref().and_then(|part| word(part, &["DAY", "MONTH"], to));
    let (months, days) = offsets(found, to)?;
    let (known, unit) = (known?, unit?);
    if known == "CLEARED" {
        // What it means as a basis of locking is said nowhere.
        if let Some(part) = &basis {
            to.refuse(part, Because::UnknownValue);
        }
        return None;
    }
    let (Some(months), Some(days)) = (months, days) else {
        found.need("MonthOffset", to);
        found.need("DayOffset", to);
        return None;
    };
    let mut node = draft::map([]);
    if unit == "MONTH" {
        draft::put(&mut node, "from", draft::text("endOfMonth"));
    }
    if months > 0 {
        draft::put(&mut node, "months", draft::whole(months));
        if unit == "DAY" {
            to.settle(Open::LockMonths, &found.part.path, "monthsThenDays");
        }
    }
    // The end of a day is the first instant of the next one.
    let days = if unit == "DAY" { days.saturating_add(1) } else { days };
    if days > 0 {
        draft::put(&mut node, "days", draft::whole(days));
    }
    let from = if unit == "MONTH" { "/from" } else { "" };
    let (months, days) = (if months > 0 { "/months" } else { "" }, if days > 0 { "/days" } else { "" });
    for (name, step) in [("Basis", ""), ("Period", from), ("MonthOffset", months), ("DayOffset", days)] {
        sources.extend(found.get(name).map(|part| (part.clone(), format!("/lock{step}"))));
    }
    Some(node)
}

fn offsets(found: &Object, to: &mut Ledger) -> Option<(Option<u32>, Option<u32>)> {
    let mut read = |name: &str| match found.get(name) {
        Some(part) => count(part, to).map(Some),
        None => Some(None),
    };
    let (months, days) = (read("MonthOffset"), read("DayOffset"));
    Some((months?, days?))
}

fn schedule<'n>(found: &Object<'n>, sources: &mut Sources<'n>, to: &mut Ledger) -> Option<Node<'static>> {
    let basis = found.need("Basis", to).cloned();
    let period = found.need("Period", to).cloned();
    let known = basis.as_ref().and_then(|part| word(part, &["LOCKED", "CLEARED"], to));
    let every = period.as_ref().and_then(|part| word(part, &["END_OF_DAY", "END_OF_WEEK", "END_OF_MONTH"], to));
    let (months, days) = offsets(found, to)?;
    let (known, every) = (known?, every?);
    if known == "CLEARED" {
        if let Some(part) = &basis {
            to.refuse(part, Because::UnknownValue);
        }
        return None;
    }
    let (months, days) = (months.unwrap_or(0), days.unwrap_or(0));
    let node = match every {
        "END_OF_DAY" => {
            to.refuse(&found.part, Because::NotInLanguage);
            to.gap(GapCode::PaidDaily, &found.part.path);
            return None;
        }
        "END_OF_WEEK" if months == 0 && days == 0 => {
            let options = ["sunday", "saturday", "friday"];
            let day = to.ask(Open::WeekEnd, &found.part.path, &options, Some("sunday"));
            draft::map([("every", draft::text("week")), ("weekday", draft::text(day.unwrap_or_default()))])
        }
        "END_OF_MONTH" if days <= 31 => {
            let mut node = draft::map([("every", draft::text("month"))]);
            let mut after = months;
            if days > 0 {
                // So many days after the end of a month are that day of the next one.
                to.settle(Open::PaymentDay, &found.part.path, "dayOfMonth");
                draft::put(&mut node, "day", draft::whole(days));
                after = after.saturating_add(1);
            }
            if after > 0 {
                draft::put(&mut node, "monthsAfter", draft::whole(after));
            }
            node
        }
        _ => {
            to.refuse(&found.part, Because::NotInLanguage);
            return None;
        }
    };
    let (months, days) = (if months > 0 { "/monthsAfter" } else { "" }, if days > 0 { "/day" } else { "" });
    for (name, step) in [("Basis", ""), ("Period", "/every"), ("MonthOffset", months), ("DayOffset", days)] {
        sources.extend(found.get(name).map(|part| (part.clone(), format!("/schedule{step}"))));
    }
    Some(node)
}

/// The contract's dates: those of its event types, where all have the same; else those of one of them.
pub(super) fn settlement(all: &[(String, Dates)], path: &str, to: &mut Ledger) -> Option<Node<'static>> {
    let same = |one: &Dates, other: &Dates| one.lock == other.lock && one.schedule == other.schedule;
    let (first, others) = all.split_first()?;
    let mut chosen = Some(&first.1);
    if others.iter().any(|(_, dates)| !same(dates, &first.1)) {
        let mut options: Vec<&str> = all.iter().map(|(event, _)| &**event).collect();
        options.push("none");
        to.gap(GapCode::SettlementDiffers, path);
        let taken = to.ask(Open::Settlement, path, &options, Some(&first.0));
        chosen = all.iter().find(|(event, _)| Some(event) == taken.as_ref()).map(|(_, dates)| dates);
    }
    for (_, dates) in all {
        let held = chosen.is_some_and(|chosen| same(chosen, dates));
        for (part, step) in &dates.sources {
            if held {
                to.carried(part, &format!("/settlement{step}"));
            } else {
                to.refuse(part, Because::NotInLanguage);
            }
        }
    }
    let chosen = chosen?;
    let mut node = draft::map([]);
    let mut said = false;
    for (name, dates) in [("lock", &chosen.lock), ("schedule", &chosen.schedule)] {
        if let Some(dates) = dates {
            draft::put(&mut node, name, dates.clone());
            said = true;
        }
    }
    said.then_some(node)
}
