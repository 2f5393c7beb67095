//! What refunds leave of an event.

use crate::calendar::Moment;
use crate::contract::{AfterLock, FixedPay, Lock, LockFrom, Places};
use crate::events::{Normalised, Refund};
use crate::money::Number;

use super::plan::Plan;

/// What remains of an event: a part of its amount.
#[derive(Clone, Copy)]
pub(super) struct Left {
    pub part: Number,
    pub whole: Number,
    /// Whether fixed pay shrinks like the amount.
    pub fixed: bool,
}

/// When what was earned at a moment can no longer change; at once where the contract says nothing else.
pub(super) fn locks(lock: Option<&Lock>, earned: Moment) -> Moment {
    let Some(lock) = lock else { return earned };
    if let Some(hours) = lock.hours {
        // Strictly older than so many hours.
        return earned.plus_hours(hours.get()).plus(1);
    }
    let from = match lock.from {
        LockFrom::Event => earned.day,
        LockFrom::EndOfMonth => earned.day.month().last_day().plus_days(1),
    };
    let months = lock.months.map_or(from, |months| from.plus_months(months.get()));
    let days = lock.days.map_or(0, |days| i64::try_from(days.get()).unwrap_or(i64::MAX));
    Moment::start_of(months.plus_days(days))
}

/// Whether a refund comes before its event locks. What never locks can always be refunded.
pub(super) fn is_in_time(plan: &Plan, event: &Normalised, refund: &Refund) -> bool {
    let lock = plan.contract.settlement.as_ref().and_then(|settlement| settlement.lock.as_ref());
    lock.is_none() || refund.moment < locks(lock, event.moment)
}

/// What refunds before the lock leave of an event; nothing where there are none.
pub(super) fn remaining(event: &Normalised, plan: &Plan) -> Option<Left> {
    if event.refunds.is_empty() {
        return None;
    }
    let in_time = event.refunds.iter().filter(|refund| is_in_time(plan, event, refund));
    left(event, in_time, plan)
}

/// What these refunds leave of an event; nothing where there are none.
pub(super) fn left<'r>(event: &Normalised, refunds: impl Iterator<Item = &'r Refund>, plan: &Plan) -> Option<Left> {
    let whole = super::figures::Figures::of_event(&event.event).amount;
    let mut back: Option<Number> = None;
    let mut all = false;
    for refund in refunds {
        match (refund.amount, whole) {
            (Some(amount), Some(_)) => back = Some(back.unwrap_or_default().add(amount).unwrap_or(amount)),
            _ => all = true,
        }
    }
    if !all && back.is_none() {
        return None;
    }
    let whole = whole.filter(|whole| !whole.is_zero());
    let part = match (whole, back) {
        (Some(whole), Some(back)) if !all => whole.sub(back).unwrap_or_default().max(Number::ZERO),
        _ => Number::ZERO,
    };
    let rules = plan.contract.refunds.as_ref();
    let fixed = rules.is_some_and(|rules| rules.fixed_pay == FixedPay::ProRata);
    Some(Left { part, whole: whole.unwrap_or(Number::ONE), fixed })
}

/// Whether nothing remains of an event.
pub(super) fn is_gone(event: &Normalised, plan: &Plan) -> bool {
    remaining(event, plan).is_some_and(|left| left.part.is_zero())
}

/// Whether an event gives its place in counts to the next one.
pub(super) fn frees_place(event: &Normalised, plan: &Plan) -> bool {
    plan.contract.refunds.as_ref().is_some_and(|rules| rules.places == Places::Freed) && is_gone(event, plan)
}

/// The refunds that come too late to change what was earned, and are taken back on their own day.
pub(super) fn clawbacks<'e>(event: &'e Normalised, plan: &Plan) -> Vec<&'e Refund> {
    let ignored = plan.contract.refunds.as_ref().is_some_and(|rules| rules.after_lock == AfterLock::Ignored);
    if ignored {
        return Vec::new();
    }
    event.refunds.iter().filter(|refund| !is_in_time(plan, event, refund)).collect()
}

/// The share of a difference that is taken back.
pub(super) fn taken_back(plan: &Plan, difference: Number) -> Number {
    match plan.contract.refunds.as_ref().and_then(|rules| rules.share) {
        Some(share) => plan.round_part(difference.times(share.fraction())),
        None => difference,
    }
}
