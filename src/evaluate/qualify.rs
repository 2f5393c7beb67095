//! Stages 3 and 4: which events a clause pays for, and how many of them.

use crate::contract::{Clause, Duration, DurationBoundary, Free, Limit, LimitScope, OverLimit, Since};
use crate::events::Normalised;
use crate::money::Number;

use super::choose;
use super::claim::{Amount, Chosen, Claim, Customer, Parts};
use super::figures::Figures;
use super::ledger::Ledger;
use super::plan::{PayoutPlan, Plan};
use super::reason::MissReason;
use super::refund;
use super::state::{Counted, State};

/// One event under one clause, so far as it qualifies: claims of equal events that are paid alike. Tells whether the clause is about
/// the event at all.
pub(super) fn claims<'a>(
    event: &'a Normalised,
    customer: Customer,
    place: usize,
    plan: &Plan<'a>,
    state: &mut State,
    ledger: &mut Ledger<'a>,
) -> Vec<Claim<'a>> {
    let Some(clause) = plan.payouts.get(place) else { return Vec::new() };
    let day = event.moment.day;
    let terms = choose::in_force(clause.payout, day);
    let claim = Claim {
        place,
        event,
        count: event.count,
        customer,
        remainder: None,
        terms,
        parts: Parts::Whole(Chosen::Default(terms.pay), Vec::new()),
        effects: Vec::new(),
        table: None,
        net: Amount::default(),
        over: false,
        counts: true,
        tiers: Vec::new(),
    };
    if let Some(reason) = why_not(&claim, clause) {
        ledger.miss(clause.clause(), event, claim.count, reason);
        return Vec::new();
    }
    let mut claims = vec![claim];
    if let Some(free) = &clause.payout.free {
        claims = beyond_free(claims, free, clause, plan, state, ledger);
    }
    if limited(&clause.payout.limits) || limited(&plan.contract.limits) {
        claims = within_counts(claims, clause, plan, state, ledger);
    }
    claims
}

/// Why an event is not one that the clause pays for.
fn why_not(claim: &Claim, clause: &PayoutPlan) -> Option<MissReason> {
    let payout = clause.payout;
    if payout.effective.as_ref().is_some_and(|term| !term.contains(claim.day())) {
        return Some(MissReason::OutsideTerm);
    }
    let subject = claim.subject(None);
    if payout.when.as_ref().is_some_and(|when| !subject.meets(when)) {
        return Some(MissReason::ConditionNotMet);
    }
    if let Some(restriction) = payout.restrictions.iter().find(|restriction| subject.meets(&restriction.when)) {
        return Some(MissReason::Restricted { label: restriction.label.clone() });
    }
    let ended = match &payout.duration {
        None => false,
        Some(Duration::Payments { payments }) => claim.customer.number > payments.get(),
        Some(Duration::Months { months, boundary, since }) => {
            let from = match since {
                Since::Customer => Some(claim.customer.since),
                Since::Recruitment => claim.said().recruited,
            };
            from.is_none_or(|from| {
                let age = claim.day().months_since(from);
                match boundary {
                    DurationBoundary::Below => age >= months.get(),
                    DurationBoundary::AtMost => age > months.get(),
                }
            })
        }
    };
    ended.then_some(MissReason::DurationEnded)
}

/// Takes off what is free.
#[inline(never)]
fn beyond_free<'a>(
    claims: Vec<Claim<'a>>,
    free: &Free,
    clause: &PayoutPlan<'a>,
    plan: &Plan<'a>,
    state: &mut State,
    ledger: &mut Ledger<'a>,
) -> Vec<Claim<'a>> {
    let Some(allowance) = state.free.get_mut(clause_place(plan, clause)) else { return claims };
    let mut beyond = Vec::with_capacity(claims.len());
    for claim in claims {
        let figures = Figures::of_event(claim.said());
        let (given, per, each) = match free {
            Free::Events { events, per } => (events.number(), per, Number::ONE),
            Free::Units { units, per } => (units.number(), per, figures.units),
            Free::Revenue { revenue, per } => (revenue.number(), per, figures.amount.unwrap_or_default()),
        };
        let in_order = *per == crate::contract::FreePeriod::Order;
        let mut nothing = Number::ZERO;
        let used = if in_order {
            &mut nothing
        } else {
            allowance.in_span(plan.span(per.period(), claim.day(), claim.customer.since))
        };
        let left = given.minus(*used).max(Number::ZERO);
        // In an order of its own each event finds all of it.
        let whole = if each.is_zero() || in_order {
            if left.is_zero() || left < each { Number::ZERO } else { claim.count }
        } else {
            plan.fit(left, each).min(claim.count)
        };
        if !whole.is_zero() {
            *used = used.plus(each.times(whole));
            ledger.miss(clause.clause(), claim.event, whole, MissReason::Free);
        }
        let mut rest = claim.count.minus(whole);
        let part_left = if in_order { left } else { given.minus(*used).max(Number::ZERO) };
        if !rest.is_zero() && !part_left.is_zero() {
            let cut = if in_order { rest } else { rest.min(plan.unit) };
            let of = if in_order { each } else { each.times(cut) };
            *used = used.plus(part_left);
            beyond.push(Claim { count: cut, remainder: Some((of.minus(part_left), of)), ..claim.clone() });
            rest = rest.minus(cut);
        }
        if !rest.is_zero() {
            beyond.push(Claim { count: rest, ..claim });
        }
    }
    beyond
}

fn clause_place(plan: &Plan, clause: &PayoutPlan) -> usize {
    plan.payouts.iter().position(|other| other.index == clause.index).unwrap_or(usize::MAX)
}

fn limited(limits: &[Limit]) -> bool {
    limits.iter().any(|limit| limit.max.is_none())
}

/// Marks what limits of events and customers keep from being paid. Only events that are paid take places in them.
#[inline(never)]
fn within_counts<'a>(
    claims: Vec<Claim<'a>>,
    clause: &PayoutPlan<'a>,
    plan: &Plan<'a>,
    state: &mut State,
    ledger: &mut Ledger<'a>,
) -> Vec<Claim<'a>> {
    let mut marked = Vec::with_capacity(claims.len());
    let (own, all) = (clause_place(plan, clause), plan.payouts.len());
    let lists = [(own, &clause.payout.limits), (all, &plan.contract.limits)];
    for claim in claims {
        let mut paid = claim.count;
        let mut bound: Option<(&Limit, Clause)> = None;
        for (place, limits) in lists {
            for (index, limit) in limits.iter().enumerate() {
                let Some(counted) = state.counted.get(place).and_then(|list| list.get(index)) else { continue };
                let room = room(&claim, limit, counted, plan);
                if room < paid {
                    paid = room;
                    let at = if place == own { Clause::PayoutLimit(clause.index, index) } else { Clause::Limit(index) };
                    bound = Some((limit, at));
                }
            }
        }
        if !paid.is_zero() && !refund::frees_place(claim.event, plan) {
            for (place, limits) in lists {
                for (index, limit) in limits.iter().enumerate() {
                    if let Some(counted) = state.counted.get_mut(place).and_then(|list| list.get_mut(index)) {
                        take(&claim, limit, counted, plan, paid);
                    }
                }
            }
        }
        if let Some((limit, at)) = bound
            && paid < claim.count
        {
            let over = claim.count.minus(paid);
            let max = limit.max_events.or(limit.max_customers).map_or(Number::ZERO, crate::document::Count::number);
            ledger.miss(at, claim.event, over, MissReason::OverLimit { max, per: limit.per });
            let counts = limit.over_limit == OverLimit::Counts;
            if !paid.is_zero() {
                marked.push(Claim { count: paid, ..claim.clone() });
            }
            marked.push(Claim { count: over, over: true, counts, ..claim });
        } else {
            marked.push(claim);
        }
    }
    marked
}

/// The day on which a limit's present period began, for the claim's customer.
fn began(claim: &Claim, limit: &Limit, plan: &Plan) -> crate::calendar::Date {
    let period = limit.per.period().or(limit.every).unwrap_or(crate::contract::Period::Contract);
    plan.span(period, claim.day(), claim.customer.since).from
}

fn room(claim: &Claim, limit: &Limit, counted: &Counted, plan: &Plan) -> Number {
    let from = began(claim, limit, plan);
    if let Some(max) = limit.max_events {
        if limit.per == LimitScope::Customer && claim.customer.id.is_none() {
            // Each is a customer of its own.
            return if max.get() == 0 { Number::ZERO } else { claim.count };
        }
        let (began, used) = counted.events.get(counter(claim, limit));
        return if began == Some(from) { max.number().minus(used).max(Number::ZERO) } else { max.number() };
    }
    if let Some(max) = limit.max_customers {
        let many = if counted.from == Some(from) { counted.many } else { Number::ZERO };
        let left = max.number().minus(many).max(Number::ZERO);
        return match claim.customer.id {
            Some(id) if counted.customers.get(id) == Some(from) || !left.is_zero() => claim.count,
            Some(_) => Number::ZERO,
            None => left.plus(before(claim, counted)),
        };
    }
    claim.count
}

/// How many of the event were let pass under a clause before.
fn before(claim: &Claim, counted: &Counted) -> Number {
    if counted.last.0 == claim.event.index { counted.last.1 } else { Number::ZERO }
}

fn take(claim: &Claim, limit: &Limit, counted: &mut Counted, plan: &Plan, paid: Number) {
    let from = began(claim, limit, plan);
    if limit.max_events.is_some() {
        if limit.per == LimitScope::Customer && claim.customer.id.is_none() {
            return;
        }
        let place = counter(claim, limit);
        let (began, used) = counted.events.get(place);
        let used = if began == Some(from) { used } else { Number::ZERO };
        counted.events.set(place, (Some(from), used.plus(paid)));
    } else if limit.max_customers.is_some() {
        let let_pass = before(claim, counted);
        if counted.from != Some(from) {
            (counted.from, counted.many) = (Some(from), Number::ZERO);
        }
        let new = match claim.customer.id {
            Some(id) if counted.customers.get(id) == Some(from) => Number::ZERO,
            Some(id) => {
                counted.customers.set(id, Some(from));
                Number::ONE
            }
            None => {
                counted.last = (claim.event.index, paid.max(let_pass));
                paid.minus(let_pass).max(Number::ZERO)
            }
        };
        counted.many = counted.many.plus(new);
    }
}

/// Where a limit of events counts the claim's: with its customer's, or with all.
fn counter(claim: &Claim, limit: &Limit) -> u32 {
    match claim.customer.id {
        Some(id) if limit.per == LimitScope::Customer => id.saturating_add(1),
        _ => 0,
    }
}
