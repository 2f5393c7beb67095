//! Stages 9 and 12: limits in money.

use crate::calendar::{Date, Span};
use crate::contract::{BonusesIn, Clause, Limit, LimitScope, Period};
use crate::money::Number;

use super::claim::Claim;
use super::ledger::{Draft, Into, Ledger, in_order};
use super::plan::Plan;
use super::reason::Reason;
use super::state::State;
use super::statement::LineKind;

/// What limits of events leave of an amount.
pub(super) struct Under<'a> {
    /// What each of the equal events is paid, before limits per customer.
    pub each: Number,
    /// What they are paid together.
    pub total: Number,
    pub cuts: Vec<Cut<'a>>,
}

/// What one limit cuts off.
pub(super) struct Cut<'a> {
    pub clause: Clause,
    pub limit: &'a Limit,
    pub amount: Number,
    pub because: Reason,
}

/// What one event earns, and the parts that its items have in it; none where it is one part.
pub(super) struct Earned<'w> {
    pub each: Number,
    pub parts: &'w [Number],
    /// Whether it is kept exactly, and rounded later.
    pub exact: bool,
}

/// Applies the limits per item, per event and per customer, the clause's own first.
pub(super) fn of_events<'a>(claim: &Claim<'a>, earned: &Earned, plan: &Plan<'a>, state: &State) -> Under<'a> {
    let count = claim.count;
    let mut under = Under { each: earned.each, total: Number::ZERO, cuts: Vec::new() };
    let mut parts: Vec<Number> = if earned.parts.is_empty() { vec![earned.each] } else { earned.parts.to_vec() };
    for (_, _, limit, clause) in money_limits(claim, plan, LimitScope::Item) {
        let Some(max) = limit.max.as_ref().and_then(|max| plan.limit(max)) else { continue };
        let mut sum = Number::ZERO;
        for part in &mut parts {
            *part = max.min(*part);
            sum = sum.plus(*part);
        }
        let left = if earned.exact { sum } else { plan.round(sum) };
        if left < under.each {
            let because = Reason::Limit { max, per: limit.per, used: Number::ZERO, from: under.each, to: left };
            under.cuts.push(Cut { clause, limit, amount: left.minus(under.each).times(count), because });
            under.each = left;
        }
    }
    for (_, index, limit, clause) in money_limits(claim, plan, LimitScope::Event) {
        let Some(max) = limit.max.as_ref().and_then(|max| plan.limit(max)) else { continue };
        let used = match clause {
            Clause::Limit(_) => state.paid_now.get(index).copied().unwrap_or_default(),
            _ => Number::ZERO,
        };
        let room = max.minus(used).max(Number::ZERO);
        if under.each > room {
            let because = Reason::Limit { max, per: limit.per, used, from: under.each, to: room };
            let amount = room.minus(under.each).times(count);
            under.cuts.push(Cut { clause, limit, amount, because });
            under.each = room;
        }
    }
    under.total = under.each.times(count);
    for (place, index, limit, clause) in money_limits(claim, plan, LimitScope::Customer) {
        let Some(max) = limit.max.as_ref().and_then(|max| plan.limit(max)) else { continue };
        let (used, room) = match claim.customer.id {
            Some(id) => {
                let span = customer_span(claim, limit, plan);
                let used = state.rooms.get(place).and_then(|rooms| rooms.get(index)).and_then(|rooms| rooms.get(id));
                let used = used.filter(|(known, _)| *known == span).map_or(Number::ZERO, |(_, used)| used);
                (used, max.minus(used).max(Number::ZERO))
            }
            // Each is a customer of its own.
            None => (Number::ZERO, max.times(count)),
        };
        if under.total > room {
            let because = Reason::Limit { max, per: limit.per, used, from: under.total, to: room };
            under.cuts.push(Cut { clause, limit, amount: room.minus(under.total), because });
            under.total = room;
        }
    }
    under
}

/// Takes what is paid from the room that limits leave.
pub(super) fn take(claim: &Claim, paid: &Under, plan: &Plan, state: &mut State) {
    for (index, limit) in plan.contract.limits.iter().enumerate() {
        if limit.per == LimitScope::Event
            && let Some(used) = state.paid_now.get_mut(index)
        {
            *used = used.plus(paid.each);
        }
    }
    let Some(id) = claim.customer.id else { return };
    for (place, index, limit, _) in money_limits(claim, plan, LimitScope::Customer) {
        let span = customer_span(claim, limit, plan);
        if let Some(rooms) = state.rooms.get_mut(place).and_then(|rooms| rooms.get_mut(index)) {
            let used = rooms.get(id).filter(|(known, _)| *known == span).map_or(Number::ZERO, |(_, used)| used);
            rooms.set(id, Some((span, used.plus(paid.total))));
        }
    }
}

fn customer_span(claim: &Claim, limit: &Limit, plan: &Plan) -> Span {
    plan.span(limit.every.unwrap_or(Period::Contract), claim.day(), claim.customer.since)
}

/// The limits in money of one scope: the clause's own, then the contract's.
fn money_limits<'a>(
    claim: &Claim<'a>,
    plan: &Plan<'a>,
    per: LimitScope,
) -> impl Iterator<Item = (usize, usize, &'a Limit, Clause)> + use<'a> {
    let (own, index) = match claim.payout(plan) {
        Some(clause) => (&clause.payout.limits[..], clause.index),
        None => (&[][..], 0),
    };
    let (place, all) = (claim.place, plan.payouts.len());
    let own = own.iter().enumerate().map(move |(at, limit)| (place, at, limit, Clause::PayoutLimit(index, at)));
    let contract: &'a [Limit] = &plan.contract.limits;
    let contract = contract.iter().enumerate().map(move |(at, limit)| (all, at, limit, Clause::Limit(at)));
    own.chain(contract).filter(move |(_, _, limit, _)| limit.per == per && limit.max.is_some())
}

/// Applies the limits over periods: each clause's, then the contract's.
pub(super) fn of_periods<'a>(plan: &'a Plan<'a>, ledger: &mut Ledger<'a>) {
    for (place, clause) in plan.payouts.iter().enumerate() {
        for (index, limit) in clause.payout.limits.iter().enumerate() {
            let days = in_order(ledger.sums.payouts.get(place).into_iter());
            let at = Clause::PayoutLimit(clause.index, index);
            over_periods(limit, at, &days, Into::Payout(place), plan, ledger);
        }
    }
    for (index, limit) in plan.contract.limits.iter().enumerate() {
        if limit.per.period().is_none() {
            continue;
        }
        let sums = &ledger.sums;
        let bonuses = (limit.bonuses == BonusesIn::Inside).then_some(&sums.bonuses);
        let days = in_order(sums.payouts.iter().chain(bonuses).chain([&sums.limits]));
        over_periods(limit, Clause::Limit(index), &days, Into::Limits, plan, ledger);
    }
}

fn over_periods(limit: &Limit, clause: Clause, days: &[(Date, Number)], into: Into, plan: &Plan, ledger: &mut Ledger) {
    let Some(period) = limit.per.period() else { return };
    let mut periods: Vec<(Span, Date, Number)> = Vec::new();
    for (day, amount) in days {
        match periods.last_mut() {
            Some((span, last, sum)) if span.contains(*day) => {
                *sum = sum.plus(*amount);
                *last = *day;
            }
            _ => periods.push((plan.span(period, *day, *day), *day, *amount)),
        }
    }
    for (_, last, sum) in periods {
        let of_day = limit.weekdays.as_ref().and_then(|days| {
            let day = crate::contract::WeekDay::of(last.weekday());
            days.get(day.word())
        });
        let Some(max) = of_day.or(limit.max.as_ref()).and_then(|max| plan.limit(max)) else { continue };
        if sum <= max {
            continue;
        }
        let mut draft = Draft::new(clause, LineKind::Limit, last, max.minus(sum));
        draft.label = limit.label.as_ref();
        draft.because = vec![Reason::Limit { max, per: limit.per, used: Number::ZERO, from: sum, to: max }];
        ledger.line(into, draft);
    }
}
