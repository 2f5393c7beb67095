//! Stages 3 and 7: the terms in force on the event's day, and the pay that they choose for each of its parts.

use crate::contract::{Condition, Group, GroupsPay, Pay, Payout, Uplift};
use crate::events::{Event, Item};

use super::claim::{Chosen, Claim, InForce, ItemPart, Parts};
use super::condition::Subject;
use super::figures::Figures;
use super::pay::{Changes, Working};
use super::plan::{PayoutPlan, Plan};
use crate::calendar::Date;
use crate::money::Number;

/// The terms of a clause that hold on a day.
pub(super) fn in_force(payout: &Payout, day: Date) -> InForce<'_> {
    let live = payout.scheduled.iter().enumerate().filter(|(_, terms)| terms.during.contains(day));
    // Of two that hold on one day, one has the higher priority, or the contract could not be read.
    match live.max_by_key(|(_, terms)| terms.priority) {
        Some((index, terms)) => InForce { pay: &terms.pay, groups: &terms.groups, scheduled: Some(index) },
        None => InForce { pay: &payout.pay, groups: &payout.groups, scheduled: None },
    }
}

/// Chooses the pay of each part, and what raises it.
pub(super) fn pay<'a>(claim: &mut Claim<'a>, clause: &PayoutPlan<'a>, plan: &Plan<'a>) {
    let event: &'a Event = claim.said();
    let uplifts = clause.payout.uplifts.iter();
    let groups = claim.terms.groups.iter().map(|group| &group.when);
    let mut conditions = groups.chain(uplifts.clone().filter_map(Uplift::when));
    let about_items = clause.by_item || conditions.any(Condition::is_about_items);
    let raises = |subject: Subject| -> Vec<&'a Uplift> {
        uplifts.clone().filter(|uplift| uplift.when().is_none_or(|when| subject.meets(when))).collect()
    };
    if event.items.is_empty() || !about_items {
        let chosen = choose(claim, clause, plan, Figures::of_event(event), None);
        claim.parts = Parts::Whole(chosen, raises(claim.subject(None)));
    } else {
        claim.parts = Parts::Items(items(claim, event, clause, plan, &raises));
    }
}

#[inline(never)]
fn items<'a>(
    claim: &Claim<'a>,
    event: &'a Event,
    clause: &PayoutPlan<'a>,
    plan: &Plan<'a>,
    raises: &dyn Fn(Subject) -> Vec<&'a Uplift>,
) -> Vec<ItemPart<'a>> {
    let mut parts: Vec<ItemPart> = Vec::with_capacity(event.items.len());
    for item in &event.items {
        let chosen = choose(claim, clause, plan, Figures::of_item(event, item), Some(item));
        let once = !parts.iter().any(|part| part.chosen.is(&chosen));
        parts.push(ItemPart { item, chosen, once, uplifts: raises(claim.subject(Some(item))) });
    }
    parts
}

#[inline(never)]
fn choose<'a>(
    claim: &Claim<'a>,
    clause: &PayoutPlan<'a>,
    plan: &Plan<'a>,
    figures: Figures<'_>,
    item: Option<&'a Item>,
) -> Chosen<'a> {
    let groups: &'a [Group] = claim.terms.groups;
    let subject = claim.subject(item);
    let mut matching = groups.iter().enumerate().filter(|(_, group)| subject.meets(&group.when));
    let default = Chosen::Default(claim.terms.pay);
    match clause.payout.groups_pay {
        GroupsPay::First => matching.next().map_or(default, |(index, group)| Chosen::Group(index, &group.pay)),
        GroupsPay::All => {
            let all: Vec<(usize, &'a Pay)> = matching.map(|(index, group)| (index, &group.pay)).collect();
            if all.is_empty() { default } else { Chosen::Groups(all) }
        }
        GroupsPay::Highest => {
            let mut best: Option<(Number, Chosen<'a>)> = None;
            for (index, group) in matching {
                let changes = Changes::default();
                let fixed = (Number::ONE, Number::ONE);
                let paid = Working {
                    plan,
                    figures,
                    changes,
                    once: true,
                    first: true,
                    from: 0,
                    fixed,
                    exchange: None,
                    because: None,
                }
                .pay(&group.pay)
                .amount;
                if best.as_ref().is_none_or(|(highest, _)| paid > *highest) {
                    best = Some((paid, Chosen::Group(index, &group.pay)));
                }
            }
            best.map_or(default, |(_, chosen)| chosen)
        }
    }
}
