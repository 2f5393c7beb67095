//! A contract and dated events in, a statement out.
//!
//! The order of the stages is part of the terms' meaning, so it stands here, once. A later stage adds lines and never edits
//! an earlier one's. `docs/evaluation.md` says what each of them means.
//!
//! What few contracts use is `#[inline(never)]`: as functions of their own, pages load them only when they are needed.

mod at_once;
mod bonus;
mod choose;
mod claim;
#[cfg(feature = "analyses")]
mod compiled;
mod condition;
mod convert;
mod customers;
mod figures;
mod flat;
mod ledger;
mod limits;
mod lines;
mod options;
mod pay;
mod plan;
mod promises;
mod qualify;
mod reason;
mod refund;
mod settle;
mod split;
mod state;
mod statement;
mod tiers;
mod totals;
mod volume;

use crate::calendar::{Clock, Date, Span};
use crate::contract::{self, Contract};
use crate::document::{Code, DocumentKind, Problem, Problems};
use crate::events::{Event, Normalised, normalise};
use crate::money::{MoneyError, noting};

use claim::Customer;
#[cfg(feature = "analyses")]
pub(crate) use compiled::{Compiled, Lot, Room};
use ledger::Ledger;
pub use options::{Listed, Options, read_options};
pub(crate) use plan::COUNT_PLACES;
use plan::{PayoutPlan, Plan};
pub use reason::{Bound, MissReason, Reason, RoundedPer, Together};
use state::State;
pub use statement::{
    Balance, ClauseTotal, Line, LineKind, Missed, PayeeTotal, Payment, PeriodTotal, RewardTotal, Statement, Status,
    Totals,
};
pub(crate) use statement::{in_minor_units, maybe_in_minor_units};

/// The days that a statement covers, first and last included, where a scenario leads to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// Whether counts of events are those that are expected, with decimals, and not whole ones.
    pub expected: bool,
}

/// Evaluates a contract against events.
///
/// Amounts are in the contract's currency (or the one that the options ask for), rounded to its minor unit as the contract says.
/// Events may come in any order; `n` equal events and one with the count `n` give the same amounts, at the same cost.
///
/// With a `window`, payments for no event that fall outside it are left out (and named in `not_applied`); events are the
/// caller's choice.
///
/// # Errors
/// Two events with one id that differ, refunds of unknown events, money in currencies without a rate, and amounts that outgrow
/// exact decimal arithmetic; each with its place.
pub fn evaluate(
    contract: &Contract,
    events: Vec<Event>,
    options: &Options,
    window: Option<Window>,
) -> Result<Statement, Vec<Problem>> {
    // 1 and 2: the terms, and the events in their order.
    let mut clock = Clock::of(&contract.time_zone);
    let as_of = options.as_of.map(|when| when.local(&mut clock));
    let plan = Plan::new(contract, options, as_of, window.is_some_and(|window| window.expected))?;
    let mut events = normalise(events, &mut clock)?;
    convert::amounts(&mut events, &plan)?;
    let (events, customers) = customers::of(events, &plan);
    let mut ledger = Ledger::new(&plan);
    ledger.event_days =
        events.first().zip(events.last()).map(|(first, last)| Span { from: first.moment.day, to: last.moment.day });
    // 3 to 9: each event under each clause of its type.
    each_event(&events, &customers, &plan, &mut ledger)?;
    ledger.customers = customers;
    // 10 to 17: the contract as a whole, and from what is earned to what is paid.
    let mut warnings = contract::warnings(contract);
    warnings.extend(outside_term(contract, &events));
    let (statement, problem) = noting(|| {
        let balances = whole_contract(&events, &plan, window, &mut ledger);
        let mut settled = settle::settle(&plan, &mut ledger);
        let problem = ledger.refused.take().or_else(|| settled.problem.take());
        (totals::statement(&plan, ledger, balances, settled, warnings), problem)
    })
    .map_err(|error| vec![overflow(DocumentKind::Contract, String::new(), error)])?;
    match problem {
        None => Ok(statement),
        Some(problem) => Err(vec![problem]),
    }
}

/// A warning of events outside the contract's term, which earn nothing.
fn outside_term(contract: &Contract, events: &[Normalised]) -> Option<Problem> {
    let term = contract.effective.as_ref()?;
    let mut outside = events.iter().filter(|event| !term.contains(event.moment.day));
    let first = outside.next()?;
    Some(Problem {
        document: DocumentKind::Events,
        code: Code::OutsideTerm,
        path: format!("/{}/date", first.index),
        message: "This event is outside the contract's term, and earns nothing.".to_owned(),
        expected: "a day on which the contract holds".to_owned(),
        got: first.moment.day.to_string(),
        hint: match outside.count() {
            0 => None,
            more => Some(format!("{more} more are outside it too.")),
        },
    })
}

fn each_event<'a>(
    events: &'a [Normalised],
    customers: &[Customer],
    plan: &'a Plan<'a>,
    ledger: &mut Ledger<'a>,
) -> Result<(), Vec<Problem>> {
    let mut state = State::new(plan);
    let mut problems = Problems::new(DocumentKind::Events);
    for (event, customer) in events.iter().zip(customers) {
        if let Err(error) = noting(|| one_event(event, *customer, plan, &mut state, ledger)) {
            problems.push(overflow(DocumentKind::Events, format!("/{}", event.index), error));
        }
    }
    let problems = problems.into_vec();
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

fn one_event<'a>(
    event: &'a Normalised,
    customer: Customer,
    plan: &'a Plan<'a>,
    state: &mut State,
    ledger: &mut Ledger<'a>,
) {
    let said = &event.event;
    state.next_event();
    if plan.observes {
        at_once::observe(event, plan, state);
    }
    if plan.contract.effective.as_ref().is_some_and(|term| !term.contains(event.moment.day)) {
        ledger.miss_event(event, MissReason::OutsideTerm);
        return;
    }
    if let Some(currency) =
        said.currency.filter(|currency| *currency != plan.currency && convert::pays_in(plan, *currency))
    {
        ledger.miss_event(event, MissReason::OtherCurrency { currency });
        return;
    }
    let mut named = false;
    for place in plan.for_type(said.kind.as_str()) {
        let Some(clause) = plan.payouts.get(*place).filter(|clause| clause.payout.level == said.level) else {
            continue;
        };
        named = true;
        let mut claims = qualify::claims(event, customer, *place, plan, state, ledger);
        for claim in &mut claims {
            choose::pay(claim, clause, plan);
        }
        if clause.payout.tiers.iter().any(PayoutPlan::acts_at_once) {
            claims = at_once::tiers(claims, clause, plan, state);
        }
        for claim in claims {
            lines::pay(claim, clause, plan, state, ledger);
        }
    }
    promises::due(event, customer, plan, ledger);
    let counted = plan.contract.bonuses.iter().any(|bonus| bonus.events.contains(&said.kind));
    if !named && !counted {
        ledger.miss_event(event, MissReason::NoPayoutForType { event_type: said.kind.clone() });
    }
}

fn whole_contract<'a>(
    events: &'a [Normalised],
    plan: &'a Plan<'a>,
    window: Option<Window>,
    ledger: &mut Ledger<'a>,
) -> Vec<Balance> {
    lines::of_months(plan, ledger);
    tiers::of_periods(events, plan, ledger);
    bonus::pay(events, plan, ledger);
    limits::of_periods(plan, ledger);
    split::pay(plan, ledger);
    flat::pay(plan, window, ledger);
    promises::settle(events, plan, window, ledger)
}

fn overflow(document: DocumentKind, path: String, error: MoneyError) -> Problem {
    Problem {
        document,
        code: Code::AmountOverflow,
        path,
        message: format!("This can't be evaluated exactly: {error}."),
        expected: "amounts and counts that fit into 28 decimal digits".to_owned(),
        got: "more digits".to_owned(),
        hint: None,
    }
}
