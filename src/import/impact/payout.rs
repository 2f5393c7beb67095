//! What one event type pays.

use crate::document::Node;

use super::super::assumption::AssumptionCode as Open;
use super::super::draft;
use super::super::leaves::Part;
use super::super::ledger::Ledger;
use super::super::report::GapCode;
use super::bonus::{Bonus, bonus};
use super::group::{Conditional, adjustments, groups, restrictions};
use super::limit::{Limit, limits};
use super::object::{Object, label, text, word};
use super::pay::{DEFAULTS, Form, Level, Pay, pay};
use super::settlement::{Dates, dates};

/// What the contract says around its event types.
pub(super) struct Around {
    /// Which field of an event type its events are called by.
    pub names: &'static str,
    pub minor_units: u32,
}

/// What an event type pays: the parts of a clause.
pub(super) struct Payout<'n> {
    pub event: String,
    pub id: String,
    pub pays_clicks: bool,
    pub form: Form,
    pub has_bonus: bool,
    pub limits: Vec<Limit<'n>>,
    pub dates: Dates<'n>,
    pub pay: Node<'static>,
    /// Groups that pay nothing for restricted items; they come first.
    pub stops: Vec<Node<'static>>,
    pub groups: Vec<Node<'static>>,
    pub restrictions: Vec<Node<'static>>,
    pub scheduled: Vec<Node<'static>>,
    label: Option<String>,
    tiers: Option<Node<'static>>,
}

const CATEGORIES: [&str; 3] = ["SALE", "LEAD", "CLICK"];

/// Reads an event type, which becomes the clause at the JSON Pointer `at`; nothing where its events have no name.
pub(super) fn payout<'n>(part: &Part<'n>, at: &str, around: &Around, to: &mut Ledger) -> Option<Payout<'n>> {
    let found = Object::of(part, to)?;
    let id = found.get("EventTypeId").and_then(|part| text(part, to));
    let name = found.get("EventTypeName").and_then(|part| label(part, to));
    let category = found.get("EventCategory").cloned();
    let kind = category.as_ref().and_then(|part| word(part, &CATEGORIES, to));
    let event = match around.names {
        "name" => name.clone(),
        "category" => kind.map(str::to_lowercase),
        _ => id.clone(),
    };
    let Some(event) = event else {
        let field = match around.names {
            "name" => "EventTypeName",
            "category" => "EventCategory",
            _ => "EventTypeId",
        };
        found.need(field, to);
        return None;
    };
    named(&found, around, at, to);
    let default = default(&found, to);
    let mut form = Form { level: level(&found, to), raised: false };
    let limits = limits(&found, to);
    let stopped = restrictions(&found, form, to);
    let by_item = form.level == Level::Item && stopped.iter().any(|stop| stop.condition.about_items);
    let priced = by_item || ["PayoutGroups", "PayoutAdjustments"].iter().any(|name| found.get(name).is_some());
    let bonus = bonus(&found, &default, priced, to);
    form.raised = bonus.as_ref().is_some_and(|bonus| bonus.raises);
    let counts = limits.iter().any(Limit::counts);
    let (stops, whole) = stops(&stopped, form, bonus.is_some() || counts, at, to);
    let first = stops.len();
    let mut own = groups(&found, form, to);
    own.extend(adjustments(&found, &default, form, around.minor_units, to));
    for (place, group) in own.iter().enumerate() {
        group.carried(form, &format!("{at}/groups/{}", first.saturating_add(place)), to);
    }
    default.carried(form, &format!("{at}/pay"), to);
    let pay = default.node(form, part.path.as_str(), to);
    if let Some(part) = found.get("PayoutLevel") {
        to.carried(part, &format!("{at}/pay"));
    }
    if let Some(bonus) = &bonus {
        bonus.carried(&format!("{at}/tiers/0"), to);
        beside_bonus(&found, bonus, &limits, to);
    }
    for (place, limit) in limits.iter().enumerate() {
        limit.carried(&format!("{at}/limits/{place}"), to);
    }
    found.note_word("CreditPolicy", &["LAST_REFERRER", "FIRST_REFERRER"], to);
    referrals(&found, to);
    Some(Payout {
        event,
        id: id.or(name.clone()).unwrap_or_default(),
        pays_clicks: kind == Some("CLICK"),
        form,
        has_bonus: bonus.is_some(),
        limits,
        dates: dates(&found, to),
        pay,
        stops,
        groups: own.into_iter().map(|group| group.node).collect(),
        restrictions: whole,
        scheduled: Vec::new(),
        label: name,
        tiers: bonus.map(|bonus| bonus.node),
    })
}

/// Reports where the names of the event type went.
fn named(found: &Object, around: &Around, at: &str, to: &mut Ledger) {
    for (field, names) in [("EventTypeId", "id"), ("EventTypeName", "name"), ("EventCategory", "category")] {
        if let Some(part) = found.get(field) {
            if around.names == names {
                to.carried(part, &format!("{at}/event"));
            }
            if field == "EventTypeName" {
                to.carried(part, &format!("{at}/label"));
            }
            to.note(part);
        }
    }
}

fn level(found: &Object, to: &mut Ledger) -> Level {
    let said = found.get("PayoutLevel").and_then(|part| word(part, &["ORDER", "ITEM", "CLICK", "CALL"], to));
    let path = format!("{}/PayoutLevel", found.part.path);
    let item = match said {
        Some(level) => level == "ITEM",
        None => to.ask(Open::PayoutLevel, &path, &["order", "item"], None).as_deref() == Some("item"),
    };
    if item { Level::Item } else { Level::Order }
}

fn default<'n>(found: &Object<'n>, to: &mut Ledger) -> Pay<'n> {
    let read = pay(found, DEFAULTS, to);
    if read.is_none() && found.get(DEFAULTS.0).is_none() && found.get(DEFAULTS.1).is_none() {
        to.ask(Open::NoDefault, &found.part.path, &["nothing"], None);
    }
    read.unwrap_or(Pay::nothing())
}

/// Restrictions: groups that pay nothing where items are matched, and those that stop a whole action.
fn stops(
    stopped: &[Conditional],
    form: Form,
    counted: bool,
    at: &str,
    to: &mut Ledger,
) -> (Vec<Node<'static>>, Vec<Node<'static>>) {
    let (mut stops, mut whole) = (Vec::new(), Vec::new());
    for stop in stopped {
        let by_item = form.level == Level::Item && stop.condition.about_items;
        if by_item {
            stop.carried(form, &format!("{at}/groups/{}", stops.len()), to);
            let pay = draft::map([("fixed", draft::text("0"))]);
            stops.push(draft::map([("when", stop.condition.node.clone()), ("pay", pay)]));
        }
        if !by_item || counted {
            // An action of restricted items only says so as a whole, and then counts nowhere.
            stop.carried(form, &format!("{at}/restrictions/{}", whole.len()), to);
            whole.push(stop.node.clone());
        }
        if by_item && counted {
            to.gap(GapCode::RestrictedItems, stop.path());
        }
    }
    (stops, whole)
}

/// What is open where a bonus stands beside limits and adjustments.
fn beside_bonus(found: &Object, bonus: &Bonus, limits: &[Limit], to: &mut Ledger) {
    let path = format!("{}/PerformanceBonus", found.part.path);
    to.settle(Open::BonusRounding, &path, "eachAction");
    if limits.iter().any(Limit::is_of_period) {
        to.settle(Open::BonusUnderLimits, &path, "inside");
    }
    if bonus.raises && found.get("PayoutAdjustments").is_some() {
        to.settle(Open::AdjustmentAndBonus, &path, "unadjusted");
    }
}

fn referrals(found: &Object, to: &mut Ledger) {
    for part in found.list("ValidReferrals", to) {
        if let Some(referral) = Object::of(&part, to) {
            referral.note_word("Type", &["CLICKS", "IMPRESSIONS"], to);
            referral.note_word("WindowUnit", &["DAY", "HOUR"], to);
            referral.notes(&["Window"], to);
        }
    }
}

impl Payout<'_> {
    /// The groups of the clause, those that stop items first.
    pub fn all_groups(&self) -> Vec<Node<'static>> {
        self.stops.iter().chain(&self.groups).cloned().collect()
    }

    /// The clause; what over a limit of actions counts for no tier where that was answered.
    pub fn node(&self, ignored: bool) -> Node<'static> {
        let mut node = draft::map([("event", draft::text(self.event.clone()))]);
        if let Some(label) = &self.label {
            draft::put(&mut node, "label", draft::text(label.clone()));
        }
        draft::put_list(&mut node, "restrictions", self.restrictions.clone());
        draft::put(&mut node, "pay", self.pay.clone());
        draft::put_list(&mut node, "groups", self.all_groups());
        draft::put_list(&mut node, "scheduled", self.scheduled.clone());
        draft::put_list(&mut node, "tiers", self.tiers.iter().cloned().collect());
        let limits = self.limits.iter().map(|limit| limit.written(ignored && limit.counts()));
        draft::put_list(&mut node, "limits", limits.collect());
        node
    }
}
