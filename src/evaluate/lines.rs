//! Stages 8, 9 and 14: what an event pays becomes lines of whole minor units, with its limits and its refunds.
//!
//! What each event pays is rounded: so a partner can add up what is shown, and so `n` events in bulk pay what `n` single ones do.
//! Fixed pay finer than the minor unit, such as 0.001 for a view, would vanish that way; a clause's events of a month accumulate
//! exactly instead, and are rounded together.

use crate::contract::{Clause, RoundEach, Split};
use crate::events::Refund;
use crate::money::Number;

use super::claim::{Amount, Claim, Extent, Worked};
use super::ledger::{Accumulating, Draft, Into, Ledger};
use super::limits::{self, Earned, Under};
use super::plan::{PayoutPlan, Plan};
use super::reason::{Reason, RoundedPer};
use super::refund;
use super::state::State;
use super::statement::LineKind;

/// Pays a claim.
pub(super) fn pay<'a>(
    mut claim: Claim<'a>,
    clause: &PayoutPlan<'a>,
    plan: &'a Plan<'a>,
    state: &mut State,
    ledger: &mut Ledger<'a>,
) {
    if !claim.over {
        let because = if plan.listed { claim.because(clause) } else { Vec::new() };
        into_lines(&mut claim, because, clause, plan, state, ledger);
    }
    let period_tiers = clause.payout.tiers.iter().any(|tiers| !PayoutPlan::acts_at_once(tiers));
    if claim.counts
        && period_tiers
        && let Some(claims) = ledger.claims.get_mut(claim.place)
    {
        claims.push(claim);
    }
}

fn into_lines<'a>(
    claim: &mut Claim<'a>,
    mut because: Vec<Reason>,
    clause: &PayoutPlan<'a>,
    plan: &'a Plan<'a>,
    state: &mut State,
    ledger: &mut Ledger<'a>,
) {
    let worked = claim.work(plan, Extent::Gross, None, plan.listed.then_some(&mut because));
    let booked = limits::of_events(claim, &earned(&worked, clause), plan, state);
    let refunded = refund::remaining(claim.event, plan).is_some();
    let after = if refunded {
        let left = claim.work(plan, Extent::Net, None, None);
        let kept = limits::of_events(claim, &earned(&left, clause), plan, state);
        claim.net = Amount { exact: left.exact, rounded: left.rounded };
        Some(kept)
    } else {
        claim.net = Amount { exact: worked.exact, rounded: worked.rounded };
        None
    };
    limits::take(claim, after.as_ref().unwrap_or(&booked), plan, state);
    if !worked.rewards.is_empty() {
        rewards(claim, &worked, clause, ledger);
    }
    if clause.accumulates {
        return accumulate(claim, after.as_ref().unwrap_or(&booked), ledger);
    }
    let quantity = claim.count;
    if plan.listed {
        rounding(plan, worked.exact, worked.rounded, RoundedPer::Event, &mut because);
        times(worked.rounded, quantity, &mut because);
    }
    let (amount, exact) = (worked.rounded.times(quantity), worked.exact.mul(quantity));
    let mut line = draft(claim, clause, LineKind::Payout, clause.clause(), amount);
    // What is shown beside the amount may be left out where it has too many digits; the amount itself may not.
    line.exact = exact.unwrap_or(amount);
    line.base = worked.base.map(|(base, _)| base);
    line.rate = worked.base.map(|(_, rate)| rate);
    line.because = because;
    if plan.contract.round_each == RoundEach::Period {
        let day = claim.day();
        let sum = ledger.roundings.entry((claim.place, day.month()), (Number::ZERO, Number::ZERO, day));
        *sum = (sum.0.plus(line.exact), sum.1.plus(amount), day);
    }
    ledger.line(Into::Payout(claim.place), line);
    let total = booked.total;
    for cut in booked.cuts {
        let mut line = draft(claim, clause, LineKind::Limit, cut.clause, cut.amount);
        line.label = cut.limit.label.as_ref();
        line.because = vec![cut.because];
        ledger.line(Into::Payout(claim.place), line);
    }
    let mut paid = total;
    if let Some(kept) = &after {
        let back = refund::taken_back(plan, kept.total.minus(total));
        paid = paid.plus(back);
        reversal(claim, clause, plan, ledger, &Taken { on: claim.event.moment.day, from: total, to: kept.total, back });
    }
    let late = refund::clawbacks(claim.event, plan);
    if !late.is_empty() {
        paid = clawbacks(claim, clause, plan, ledger, state, &late, after.as_ref().map_or(total, |kept| kept.total));
    }
    own_sum(claim, plan, ledger, paid);
}

fn earned<'w>(worked: &'w Worked, clause: &PayoutPlan) -> Earned<'w> {
    let each = if clause.accumulates { worked.exact } else { worked.rounded };
    Earned { each, parts: &worked.parts, exact: clause.accumulates }
}

/// Keeps what a customer's events earned where a guarantee asks for it.
fn own_sum<'a>(claim: &Claim<'a>, plan: &Plan, ledger: &mut Ledger<'a>, paid: Number) {
    if matches!(plan.contract.split, Some(Split::Positions { .. })) {
        ledger.split_events.push((claim.event, paid));
    }
    let Some(id) = claim.customer.id.filter(|_| claim.said().level.get() == 1) else { return };
    for guarantee in super::promises::of_customers(plan, &claim.said().kind) {
        if let Some(sums) = ledger.by_customer.get_mut(guarantee) {
            sums.set(id, sums.get(id).plus(paid));
        }
    }
}

struct Taken {
    on: crate::calendar::Date,
    from: Number,
    to: Number,
    back: Number,
}

fn reversal<'a>(claim: &Claim<'a>, clause: &PayoutPlan<'a>, plan: &Plan, ledger: &mut Ledger<'a>, taken: &Taken) {
    if taken.back.is_zero() {
        return;
    }
    let into = if taken.on == claim.day() { Into::Payout(claim.place) } else { Into::After };
    let mut line = draft(claim, clause, LineKind::Reversal, clause.clause(), taken.back);
    line.day = taken.on;
    let share = plan.contract.refunds.as_ref().and_then(|rules| rules.share);
    line.because = vec![Reason::Refund { on: taken.on, from: taken.from, to: taken.to, share }];
    ledger.line(into, line);
}

/// Takes back what refunds after the lock leave unearned, each on its own day; what is then paid for the event.
#[inline(never)]
fn clawbacks<'a>(
    claim: &Claim<'a>,
    clause: &PayoutPlan<'a>,
    plan: &Plan<'a>,
    ledger: &mut Ledger<'a>,
    state: &State,
    late: &[&Refund],
    paid: Number,
) -> Number {
    let (mut before, mut kept) = (paid, paid);
    for refund in late {
        // What remains after all refunds up to this one.
        let until = claim.event.refunds.iter().filter(|given_back| given_back.moment <= refund.moment);
        let after = claim.work_left(plan, refund::left(claim.event, until, plan), None, None);
        let each = limits::of_events(claim, &earned(&after, clause), plan, state).each;
        let now = each.times(claim.count).min(before);
        let back = refund::taken_back(plan, now.minus(before));
        kept = kept.plus(back);
        reversal(claim, clause, plan, ledger, &Taken { on: refund.moment.day, from: before, to: now, back });
        before = now;
    }
    kept
}

#[inline(never)]
fn rewards<'a>(claim: &Claim<'a>, worked: &Worked, clause: &PayoutPlan<'a>, ledger: &mut Ledger<'a>) {
    for (unit, quantity) in &worked.rewards {
        let all = quantity.times(claim.count);
        ledger.reward(draft(claim, clause, LineKind::Reward, clause.clause(), Number::ZERO), unit, all);
    }
}

fn draft<'d>(claim: &Claim<'d>, clause: &PayoutPlan<'d>, kind: LineKind, at: Clause, amount: Number) -> Draft<'d> {
    let mut draft = Draft::new(at, kind, claim.day(), amount);
    draft.label = clause.payout.label.as_ref();
    draft.event = Some(claim.event);
    draft.event_type = Some(&clause.payout.event);
    draft.quantity = claim.count;
    draft
}

#[inline(never)]
fn accumulate(claim: &Claim, paid: &Under, ledger: &mut Ledger) {
    let day = claim.day();
    let nothing = Accumulating { quantity: Number::ZERO, exact: Number::ZERO, last: day };
    let open = ledger.accumulating.entry((claim.place, day.month()), nothing);
    open.quantity = open.quantity.plus(claim.count);
    open.exact = open.exact.plus(paid.total);
    open.last = day;
}

/// Makes a line of each month's accumulated pay, and of what rounding a month as a whole changes.
pub(super) fn of_months<'a>(plan: &'a Plan<'a>, ledger: &mut Ledger<'a>) {
    for ((place, month), open) in std::mem::take(&mut ledger.accumulating) {
        let Some(clause) = plan.payouts.get(place) else { continue };
        let mut because = Vec::new();
        let amount = plan.round(open.exact);
        rounding(plan, open.exact, amount, RoundedPer::Line, &mut because);
        // A line for a month stands on its last day with events; its own id needs none.
        let mut draft = Draft::new(clause.clause(), LineKind::Payout, open.last, amount);
        draft.label = clause.payout.label.as_ref();
        draft.event_type = Some(&clause.payout.event);
        draft.quantity = open.quantity;
        draft.exact = open.exact;
        draft.because = because;
        debug_assert_eq!(open.last.month(), month);
        ledger.line(Into::Payout(place), draft);
    }
    for ((place, _), (exact, shown, last)) in std::mem::take(&mut ledger.roundings) {
        let Some(clause) = plan.payouts.get(place) else { continue };
        let whole = plan.round(exact);
        let difference = whole.minus(shown);
        if difference.is_zero() {
            continue;
        }
        let mut draft = Draft::new(clause.clause(), LineKind::Rounding, last, difference);
        draft.exact = exact.minus(shown);
        rounding(plan, exact, whole, RoundedPer::Period, &mut draft.because);
        ledger.line(Into::Payout(place), draft);
    }
}

/// Notes a rounding where it changed something.
pub(super) fn rounding(plan: &Plan, from: Number, to: Number, per: RoundedPer, because: &mut Vec<Reason>) {
    if from != to {
        because.push(Reason::Rounding { per, from, to, mode: plan.rounding, minor_units: plan.minor_units });
    }
}

fn times(each: Number, quantity: Number, because: &mut Vec<Reason>) {
    if quantity != Number::ONE {
        because.push(Reason::Times { quantity, each, result: each.times(quantity) });
    }
}
