//! Campaign terms and scheduled terms: what holds for a time in place of the base terms.

use crate::calendar::Date;
use crate::document::Node;

use super::super::assumption::AssumptionCode as Open;
use super::super::draft;
use super::super::leaves::Part;
use super::super::ledger::Ledger;
use super::super::report::{Because, GapCode};
use super::group::{groups, restrictions};
use super::limit::Limit;
use super::object::{Object, label, stamp, text, word};
use super::pay::{DEFAULTS, Form, Level, pay};
use super::payout::Payout;

/// The terms of which some hold for a time, and when they do.
struct During<'n> {
    found: Object<'n>,
    first: Option<Date>,
    last: Option<Date>,
    label: Option<String>,
}

impl During<'_> {
    fn node(&self) -> Node<'static> {
        let mut node = draft::map([]);
        for (name, day) in [("from", self.first), ("to", self.last)] {
            if let Some(day) = day {
                draft::put(&mut node, name, draft::text(day.to_string()));
            }
        }
        node
    }

    /// Terms for a time, with their label.
    fn terms(&self, pay: Node<'static>, groups: Vec<Node<'static>>) -> Node<'static> {
        let mut node = draft::map([]);
        if let Some(label) = &self.label {
            draft::put(&mut node, "label", draft::text(label.clone()));
        }
        draft::put(&mut node, "during", self.node());
        draft::put(&mut node, "pay", pay);
        draft::put_list(&mut node, "groups", groups);
        node
    }

    fn carried(&self, at: &str, to: &mut Ledger) {
        for (field, step) in [("Name", "/label"), ("StartDate", "/during/from"), ("EndDate", "/during/to")] {
            if let Some(part) = self.found.get(field) {
                to.carried(part, &format!("{at}{step}"));
            }
        }
    }
}

fn during<'n>(part: &Part<'n>, to: &mut Ledger) -> Option<During<'n>> {
    let found = Object::of(part, to)?;
    let mut day = |name: &str| match found.get(name) {
        Some(part) => stamp(part, to).map(|stamp| Some(stamp.day)),
        None => Some(None),
    };
    let (first, last) = (day("StartDate"), day("EndDate"));
    let label = found.get("Name").and_then(|part| label(part, to));
    found.notes(&["Id"], to);
    Some(During { first: first?, last: last?, label, found })
}

/// The clause that an event type of an override is about, and its place; a gap where there is none, or terms of the same days.
fn clause<'p, 'n>(
    of: &Object,
    time: &During,
    payouts: &'p mut [Payout<'n>],
    taken: &mut Vec<(usize, Option<Date>, Option<Date>)>,
    to: &mut Ledger,
) -> Option<(usize, &'p mut Payout<'n>)> {
    let id = of.need("EventTypeId", to).cloned()?;
    let name = text(&id, to)?;
    let (place, payout) = payouts.iter_mut().enumerate().find(|(_, payout)| payout.id == name)?;
    let clash = taken.iter().any(|(other, first, last)| {
        let before =
            |end: &Option<Date>, start: &Option<Date>| matches!((end, start), (Some(end), Some(start)) if end < start);
        *other == place && !before(last, &time.first) && !before(&time.last, first)
    });
    if clash {
        to.gap(GapCode::OverlappingTerms, &of.part.path);
        return None;
    }
    taken.push((place, time.first, time.last));
    Some((place, payout))
}

/// Carries terms over payout by payout; where none can be, they are left out as a whole.
fn carry(part: &Part, time: &During, to: &mut Ledger, mut payout: impl FnMut(&Object, &mut Ledger) -> Option<String>) {
    let mut used = None;
    for entry in time.found.list("EventPayouts", to) {
        if let Some(at) = Object::of(&entry, to).and_then(|of| payout(&of, to)) {
            used = Some(at);
        } else {
            to.leave_out(&entry);
        }
    }
    match used {
        Some(at) => time.carried(&at, to),
        None => to.leave_out(part),
    }
}

/// Campaign terms: groups that go before the base terms' own.
pub(super) fn campaigns(contract: &Object, payouts: &mut [Payout], to: &mut Ledger) {
    let mut taken = Vec::new();
    for part in contract.list("CampaignTerms", to) {
        let Some(time) = during(&part, to) else {
            to.leave_out(&part);
            continue;
        };
        carry(&part, &time, to, |of, to| campaign(of, &time, payouts, &mut taken, to));
    }
}

fn campaign(
    of: &Object,
    time: &During,
    payouts: &mut [Payout],
    taken: &mut Vec<(usize, Option<Date>, Option<Date>)>,
    to: &mut Ledger,
) -> Option<String> {
    let (place, payout) = clause(of, time, payouts, taken, to)?;
    let form = Form { level: level_of(of, payout, to)?, ..payout.form };
    let own = groups(of, form, to);
    let at = format!("/payouts/{place}/scheduled/{}", payout.scheduled.len());
    for (index, group) in own.iter().enumerate() {
        group.carried(form, &format!("{at}/groups/{}", payout.stops.len().saturating_add(index)), to);
    }
    if payout.limits.iter().any(Limit::is_of_items_or_customers) {
        to.gap(GapCode::CampaignLimits, &of.part.path);
    }
    to.settle(Open::CampaignLimits, &of.part.path, "orderPeriodContract");
    names(of, &at, to);
    let own = own.into_iter().map(|group| group.node);
    let all = payout.stops.iter().cloned().chain(own).chain(payout.groups.iter().cloned()).collect();
    payout.scheduled.push(time.terms(payout.pay.clone(), all));
    Some(at)
}

/// An override works at the level of the base terms, or can't be said.
fn level_of(of: &Object, payout: &Payout, to: &mut Ledger) -> Option<Level> {
    let Some(part) = of.get("PayoutLevel") else { return Some(payout.form.level) };
    let level = if word(part, &["ORDER", "ITEM", "CLICK", "CALL"], to)? == "ITEM" { Level::Item } else { Level::Order };
    if level != payout.form.level {
        to.refuse(part, Because::NotInLanguage);
        return None;
    }
    Some(level)
}

fn names(of: &Object, at: &str, to: &mut Ledger) {
    for name in ["EventTypeId", "PayoutLevel"] {
        if let Some(part) = of.get(name) {
            to.carried(part, at);
        }
    }
    of.notes(&["EventTypeName", "EventCategory"], to);
}

/// Scheduled terms: in their time they take the place of the base terms.
pub(super) fn scheduled(contract: &Object, payouts: &mut [Payout], to: &mut Ledger) {
    let mut taken = Vec::new();
    for part in contract.list("ScheduledTerms", to) {
        let Some(time) = during(&part, to) else {
            to.leave_out(&part);
            continue;
        };
        if !in_force(&time.found, to) {
            to.note(&part);
            continue;
        }
        if let Some(repeat) = time.found.get("Repeat") {
            // How it narrows the dates is described nowhere.
            to.refuse(repeat, Because::UnknownField);
            to.leave_out(&part);
            continue;
        }
        carry(&part, &time, to, |of, to| replaced(of, &time, payouts, &mut taken, to));
    }
}

/// Whether scheduled terms hold in their time; those that were declined, or wait to be accepted, do not.
fn in_force(found: &Object, to: &mut Ledger) -> bool {
    let Some(part) = found.need("Status", to).cloned() else { return true };
    match word(&part, &["ACTIVE", "PENDING", "UPCOMING", "DECLINED", "EXPIRED"], to) {
        Some("PENDING" | "DECLINED") => false,
        Some("EXPIRED") => {
            let read = to.ask(Open::ExpiredTerms, &found.part.path, &["carried", "leftOut"], Some("carried"));
            to.note(&part);
            read.as_deref() == Some("carried")
        }
        Some(_) => {
            to.note(&part);
            true
        }
        None => true,
    }
}

fn replaced(
    of: &Object,
    time: &During,
    payouts: &mut [Payout],
    taken: &mut Vec<(usize, Option<Date>, Option<Date>)>,
    to: &mut Ledger,
) -> Option<String> {
    let (place, payout) = clause(of, time, payouts, taken, to)?;
    let form = Form { level: level_of(of, payout, to)?, ..payout.form };
    let default = pay(of, DEFAULTS, to)?;
    let stopped = restrictions(of, form, to);
    let own = groups(of, form, to);
    let at = format!("/payouts/{place}/scheduled/{}", payout.scheduled.len());
    let mut all = Vec::new();
    for stop in &stopped {
        stop.carried(form, &format!("{at}/groups/{}", all.len()), to);
        all.push(draft::map([
            ("when", stop.condition.node.clone()),
            ("pay", draft::map([("fixed", draft::text("0"))])),
        ]));
    }
    for group in own {
        group.carried(form, &format!("{at}/groups/{}", all.len()), to);
        all.push(group.node);
    }
    default.carried(form, &format!("{at}/pay"), to);
    names(of, &at, to);
    for name in ["Limits", "PayoutAdjustments", "PerformanceBonus", "Locking", "PayoutScheduling"] {
        if let Some(part) = of.get(name) {
            to.refuse(part, Because::NotInLanguage);
        }
    }
    of.notes(&["CreditPolicy", "ValidReferrals"], to);
    if payout.has_bonus {
        to.gap(GapCode::ScheduledBonus, &of.part.path);
    }
    // The base terms' restrictions rest while these terms hold.
    for restriction in &mut payout.restrictions {
        let rest = draft::map([("date", time.node())]);
        let when = match restriction {
            Node::Map(fields) => fields.iter_mut().find(|(name, _)| name == "when").map(|(_, when)| when),
            _ => None,
        };
        if let Some(Node::Map(tests)) = when {
            // Beside its own tests, so that these stay where they were reported to be.
            match tests.iter_mut().find(|(name, _)| name == "not") {
                Some((_, others)) => *others = draft::map([("any", Node::List(vec![others.clone(), rest]))]),
                None => tests.push(("not".into(), rest)),
            }
        }
    }
    let node = time.terms(default.node(form, &of.part.path, to), all);
    payout.scheduled.push(node);
    Some(at)
}
