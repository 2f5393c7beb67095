//! Payout groups, restrictions and adjustments: what holds under a condition.

use crate::document::Node;
use crate::money::Number;

use super::super::assumption::AssumptionCode as Open;
use super::super::draft;
use super::super::leaves::Part;
use super::super::ledger::Ledger;
use super::super::report::{Because, GapCode};
use super::object::{Object, number, word};
use super::pay::{Form, Level, OF_GROUP, Pay, pay};
use super::rule::{Condition, condition};

/// Something under a condition, and where it came from.
pub(super) struct Conditional<'n> {
    pub node: Node<'static>,
    pub condition: Condition,
    part: Part<'n>,
    pay: Option<Pay<'n>>,
    /// Fields that went to the whole of it.
    whole: Vec<Part<'n>>,
}

impl Conditional<'_> {
    /// Where it stands in the payload.
    pub fn path(&self) -> &str {
        &self.part.path
    }

    /// Reports where its fields went.
    pub fn carried(&self, form: Form, at: &str, to: &mut Ledger) {
        self.condition.carried(&self.part, &format!("{at}/when"), to);
        if let Some(pay) = &self.pay {
            pay.carried(form, &format!("{at}/pay"), to);
        }
        for part in &self.whole {
            to.carried(part, at);
        }
    }
}

/// The groups of an event type by their ranks.
pub(super) fn groups<'n>(holder: &Object<'n>, form: Form, to: &mut Ledger) -> Vec<Conditional<'n>> {
    let mut read = Vec::new();
    for part in holder.list("PayoutGroups", to) {
        let Some((rank, group)) = Object::of(&part, to).and_then(|group| self::group(&group, form, to)) else {
            to.leave_out(&part);
            continue;
        };
        read.push((rank, group));
    }
    let unclear = read.len() > 1
        && read
            .iter()
            .enumerate()
            .any(|(place, (rank, _))| rank.is_none() || read.iter().take(place).any(|(other, _)| other == rank));
    if unclear {
        to.gap(GapCode::UnclearRank, &format!("{}/PayoutGroups", holder.part.path));
    } else {
        read.sort_by_key(|(rank, _)| *rank);
    }
    read.into_iter().map(|(_, group)| group).collect()
}

fn group<'n>(group: &Object<'n>, form: Form, to: &mut Ledger) -> Option<(Option<Number>, Conditional<'n>)> {
    let rank = group.get("Rank").cloned();
    let order = match &rank {
        Some(part) => Some(number(part, to)?),
        None => None,
    };
    let condition = at_level(condition(group, to), form, &group.part, to);
    let found = pay(group, OF_GROUP, to);
    if found.is_none() && group.get(OF_GROUP.0).is_none() && group.get(OF_GROUP.1).is_none() {
        to.gap(GapCode::MissingField, &format!("{}/{}", group.part.path, OF_GROUP.1));
    }
    let (condition, found) = (condition?, found?);
    group.notes(&["Id"], to);
    if let Some(limits) = group.get("Limits") {
        to.refuse(limits, Because::NotInLanguage);
        to.gap(GapCode::GroupLimit, &limits.path);
    }
    let node = draft::map([("when", condition.node.clone()), ("pay", found.node(form, &group.part.path, to))]);
    let whole = rank.into_iter().collect();
    Some((order, Conditional { node, condition, part: group.part.clone(), pay: Some(found), whole }))
}

/// A condition about items where orders are matched as a whole is not described.
fn at_level(condition: Option<Condition>, form: Form, part: &Part, to: &mut Ledger) -> Option<Condition> {
    if condition.as_ref().is_some_and(|condition| condition.about_items && form.level == Level::Order) {
        to.refuse(part, Because::Unclear);
        return None;
    }
    condition
}

/// The restrictions of an event type.
pub(super) fn restrictions<'n>(holder: &Object<'n>, form: Form, to: &mut Ledger) -> Vec<Conditional<'n>> {
    let mut read = Vec::new();
    for part in holder.list("PayoutRestrictions", to) {
        let restriction = Object::of(&part, to).and_then(|restriction| {
            let condition = at_level(condition(&restriction, to), form, &part, to)?;
            restriction.notes(&["Id"], to);
            restriction.note_word("ZeroPayoutHideReport", &["true", "false"], to);
            let node = draft::map([("when", condition.node.clone())]);
            Some(Conditional { node, condition, part: part.clone(), pay: None, whole: Vec::new() })
        });
        match restriction {
            Some(restriction) => read.push(restriction),
            None => to.leave_out(&part),
        }
    }
    read
}

/// The adjustments of the default pay, as groups that come after all others: so they act on no group.
pub(super) fn adjustments<'n>(
    holder: &Object<'n>,
    default: &Pay<'n>,
    form: Form,
    minor_units: u32,
    to: &mut Ledger,
) -> Vec<Conditional<'n>> {
    let mut read: Vec<(Number, Conditional)> = Vec::new();
    for part in holder.list("PayoutAdjustments", to) {
        match Object::of(&part, to).and_then(|found| adjustment(&found, default, form, minor_units, to)) {
            Some(adjustment) => read.push(adjustment),
            None => to.leave_out(&part),
        }
    }
    let together = read.iter().enumerate().any(|(place, (factor, one))| {
        read.iter().take(place).any(|(other, before)| other != factor && !before.condition.excludes(&one.condition))
    });
    if together {
        let path = format!("{}/PayoutAdjustments", holder.part.path);
        if to.ask(Open::SeveralAdjustments, &path, &["first"], None).is_none() {
            for (_, adjustment) in read.drain(..) {
                to.refuse(&adjustment.part, Because::Unclear);
                to.leave_out(&adjustment.part);
            }
        }
    }
    read.into_iter().map(|(_, adjustment)| adjustment).collect()
}

fn adjustment<'n>(
    found: &Object<'n>,
    default: &Pay,
    form: Form,
    minor_units: u32,
    to: &mut Ledger,
) -> Option<(Number, Conditional<'n>)> {
    let condition = at_level(condition(found, to), form, &found.part, to);
    let direction = found.need("Direction", to).cloned();
    let word = direction.as_ref().and_then(|part| word(part, &["INCREASE", "DECREASE"], to));
    let rate = found.need("Rate", to).cloned();
    let percent = rate.as_ref().and_then(|part| number(part, to));
    let (condition, word, percent) = (condition?, word?, percent?);
    let hundred = Number::from_u32(100);
    let whole = if word == "INCREASE" { hundred.add(percent) } else { hundred.sub(percent) };
    let factor = whole.and_then(|whole| whole.mul(Number::parse("0.01").unwrap_or_default())).ok()?;
    let adjusted = if factor.is_negative() { None } else { default.adjusted(factor) };
    // Finer than the minor unit, a fixed amount would be rounded once a month and not for each action.
    let adjusted = adjusted.filter(|pay| pay.fixed.is_none_or(|fixed| fixed.decimals() <= minor_units));
    let Some(adjusted) = adjusted else {
        if let Some(part) = &rate {
            to.refuse(part, Because::NotInLanguage);
        }
        return None;
    };
    found.notes(&["Id"], to);
    let node = draft::map([("when", condition.node.clone()), ("pay", adjusted.node(form, &found.part.path, to))]);
    let whole = direction.into_iter().chain(rate).collect();
    Some((factor, Conditional { node, condition, part: found.part.clone(), pay: None, whole }))
}
