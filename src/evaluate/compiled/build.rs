//! From a contract and events to their compiled form.

use std::rc::Rc;

use crate::calendar::{Clock, Date, Month, Span};
use crate::contract::{
    Condition, Contract, Effect, GroupsPay, Guarantee, Limit, LimitScope, Measure, Mode, Pay, Payout, Period, Reached,
    RoundEach, Step, Tiers, WeekDay,
};
use crate::document::{Amount, Threshold};
use crate::events::{Normalised, in_order};
use crate::money::{Number, Units};

use super::periods::{Level, Maximum, Months, Promise, Promised};
use super::tables::{InTable, Table};
use super::{Class, Clause, Compiled, Line, Lot, Run};
use crate::evaluate::claim::{Claim, Customer, Extent};
use crate::evaluate::ledger::Ledger;
use crate::evaluate::options::{Listed, Options};
use crate::evaluate::plan::{PayoutPlan, Plan};
use crate::evaluate::state::State;
use crate::evaluate::volume::{begins, each, threshold};
use crate::evaluate::{Window, choose, customers, flat, promises, qualify};

/// The most decimals of a table's volumes.
const MOST_PLACES: u32 = 9;

/// The most digits of a slope, for the short way through bands.
const MOST_SLOPE: u64 = 10_000_000_000;

/// There is no compiled form.
pub(super) struct NoForm;

type Made<T> = Result<T, NoForm>;

pub(super) fn compiled(contract: &Contract, lots: &[Lot], months: &[Month], window: Window) -> Made<Compiled> {
    let varies = lots.iter().any(|lot| lot.amount.is_some());
    if !is_plain(contract) || varies && !contract.payouts.iter().all(is_straight) {
        return Err(NoForm);
    }
    let options = Options { lines: Listed::None, ..Options::default() };
    let plan = Plan::new(contract, &options, None, false).map_err(|_| NoForm)?;
    let probes = Probes::new(lots, &plan);
    let (mut state, mut ledger) = (State::new(&plan), Ledger::new(&plan));
    let mut classes: Vec<Class> = Vec::new();
    let mut payouts = Vec::with_capacity(plan.payouts.len());
    for (place, clause) in plan.payouts.iter().enumerate() {
        if clause.accumulates {
            return Err(NoForm);
        }
        let tables: Vec<Table> =
            clause.payout.tiers.iter().map(|table| in_table(table, lots, months, &plan)).collect::<Made<_>>()?;
        let mut runs: Vec<Run> = Vec::new();
        for lot in &probes.order {
            let Some(class) = probes.class(*lot, place, (&plan, &mut state, &mut ledger), (lots, &tables))? else {
                continue;
            };
            let month = lots.get(*lot).ok_or(NoForm)?.month;
            let class = classes.iter().position(|known| *known == class).unwrap_or_else(|| {
                classes.push(class);
                classes.len().saturating_sub(1)
            });
            match runs.last_mut().filter(|run| run.month == month && run.class == class) {
                Some(run) => run.lots.push(*lot),
                None => runs.push(Run { month, class, lots: vec![*lot] }),
            }
        }
        // Which event comes first in a month may depend on what they come to; in bands, that matters.
        let amounts = || runs.iter().filter_map(|run| classes.get(run.class)).map(|class| class.amount);
        if tables.iter().any(|table| table.graduated) && amounts().any(|amount| amount.is_some()) {
            let mut own = amounts();
            let first = own.next();
            if own.any(|amount| Some(amount) != first) {
                return Err(NoForm);
            }
        }
        let limits = maxima(&clause.payout.limits, months, &plan)?;
        payouts.push(Clause { runs, tables, limits });
    }
    flat::pay(&plan, Some(window), &mut ledger);
    if ledger.refused.is_some() {
        return Err(NoForm);
    }
    let flat = ledger.sums.all().iter().fold(Number::ZERO, |sum, (_, amount)| sum.plus(*amount));
    let promises =
        contract.guarantees.iter().filter_map(|guarantee| promise(guarantee, lots, months, &plan).transpose());
    Ok(Compiled {
        currency: plan.currency,
        rounding: plan.rounding,
        classes,
        clauses: payouts,
        limits: maxima(&contract.limits, months, &plan)?,
        promises: promises.collect::<Made<_>>()?,
        flat: units(flat, plan.minor_units)?,
        months: months.len(),
    })
}

/// Whether no clause depends on events before, on refunds or on other contracts' money.
fn is_plain(contract: &Contract) -> bool {
    let own_currency = |settlement: &crate::contract::Settlement| {
        settlement.currency.is_none_or(|currency| currency == contract.currency)
    };
    contract.bonuses.is_empty()
        && contract.advances.is_empty()
        && contract.draw.is_none()
        && contract.negative_balance.is_none()
        && contract.split.is_none()
        && contract.conversion.is_none()
        && contract.round_each == RoundEach::Event
        && contract.settlement.as_ref().is_none_or(own_currency)
        && contract.limits.iter().all(|limit| limit.max.is_some() && limit.per != LimitScope::Event)
        && contract.payouts.iter().all(|payout| {
            payout.free.is_none()
                && payout.limits.iter().all(|limit| limit.max.is_some())
                && payout.tiers.iter().all(is_plain_table)
        })
}

fn is_plain_table(table: &Tiers) -> bool {
    let packages = |step: &Step| matches!(step.effect(), Some(Effect::Pay(pay)) if pay.has(is_packaged));
    matches!(table.mode, Mode::Graduated | Mode::Retroactive)
        && !PayoutPlan::acts_at_once(table)
        && table.counting.is_none()
        && table.rolling_days.is_none()
        && table.per != Period::CustomerYear
        && table.steps.iter().all(|step| step.on_entry.is_none() && !packages(step))
}

fn is_packaged(pay: &Pay) -> bool {
    matches!(pay, Pay::Fixed { package: Some(_), .. })
}

/// Whether what a clause pays is a straight line through an event's amount, and which terms hold does not depend on that.
fn is_straight(payout: &Payout) -> bool {
    let bent = |pay: &Pay| match pay {
        Pay::Percent { at_least, at_most, .. } | Pay::Sum { at_least, at_most, .. } => {
            at_least.is_some() || at_most.is_some()
        }
        Pay::GreaterOf { .. } | Pay::LesserOf { .. } => true,
        Pay::Fixed { .. } | Pay::Reward { .. } => false,
    };
    payout.groups_pay != GroupsPay::Highest
        && !payout.pays().any(|pay| pay.has(bent))
        && !payout.conditions().any(asks_for_total)
}

fn asks_for_total(condition: &Condition) -> bool {
    let inner = [&condition.all, &condition.any].into_iter().flatten().flatten().chain(condition.not.as_deref());
    condition.order_total.is_some() || inner.into_iter().any(asks_for_total)
}

/// The lots' events, once with each of three amounts where theirs changes, and the order in which they are evaluated.
struct Probes {
    events: [(Vec<Normalised>, Vec<Customer>); 3],
    order: Vec<usize>,
}

/// Amounts of which two tell a straight line, and the third that it is one.
fn amounts() -> [Number; 3] {
    [Number::ZERO, Number::ONE, Number::from_u32(1_234_567)]
}

impl Probes {
    fn new(lots: &[Lot], plan: &Plan) -> Self {
        let mut clock = Clock::of(&plan.contract.time_zone);
        let mut with = |amount: Number| {
            let mut events = Vec::with_capacity(lots.len());
            for (index, lot) in lots.iter().enumerate() {
                let mut event = lot.event.clone();
                if lot.amount.is_some() {
                    event.amount = Amount::new(amount);
                }
                let (moment, count) = (event.date.local(&mut clock), event.count.number());
                events.push(Normalised { event: Rc::new(event), index, moment, count, refunds: Vec::new() });
            }
            customers::of(events, plan)
        };
        let events = amounts().map(&mut with);
        let mut order: Vec<usize> = (0..lots.len()).collect();
        let [(first, _), ..] = &events;
        order.sort_by(|one, other| match (first.get(*one), first.get(*other)) {
            (Some(one), Some(other)) => in_order(one, other),
            _ => one.cmp(other),
        });
        Self { events, order }
    }

    /// How one clause pays for a lot, if it does.
    fn class<'a>(
        &'a self,
        lot: usize,
        place: usize,
        (plan, state, ledger): (&'a Plan<'a>, &mut State, &mut Ledger<'a>),
        (lots, tables): (&[Lot], &[Table]),
    ) -> Made<Option<Class>> {
        let mut claimed = |probe: usize| {
            let (events, customers) = self.events.get(probe).ok_or(NoForm)?;
            let (event, customer) = events.get(lot).zip(customers.get(lot)).ok_or(NoForm)?;
            claim(event, *customer, place, plan, state, ledger)
        };
        let (nothing, one, other) = match (claimed(0)?, claimed(1)?, claimed(2)?) {
            (Some(nothing), Some(one), Some(other)) => (nothing, one, other),
            (None, None, None) => return Ok(None),
            _ => return Err(NoForm),
        };
        let clause = plan.payouts.get(place).ok_or(NoForm)?;
        let amount = lots.get(lot).ok_or(NoForm)?.amount;
        let line = |effect: Option<Effect>| {
            let [nothing, one, other] =
                [&nothing, &one, &other].map(|claim| claim.work(plan, Extent::Gross, effect, None).exact);
            let line = Line { at_nothing: nothing, slope: one.minus(nothing) };
            let [.., third] = amounts();
            let expected = if amount.is_some() { line.at(third) } else { nothing };
            if expected == other { Ok(line) } else { Err(NoForm) }
        };
        let own = line(None)?;
        let mut in_tables = Vec::with_capacity(tables.len());
        for (tiers, table) in clause.payout.tiers.iter().zip(tables) {
            let steps: Vec<Line> = tiers.steps.iter().map(|step| line(step.effect())).collect::<Made<_>>()?;
            let each = match (amount, tiers.measure) {
                (Some(_), Measure::Revenue) => None,
                _ => Some(units(each(&nothing, tiers.measure, Extent::Gross, plan), table.places)?),
            };
            let slopes = slopes(&own, &steps, each.is_none(), table.places);
            in_tables.push(InTable { each, places: table.places, steps, slopes });
        }
        Ok(Some(Class { amount, own, most: most(clause, plan)?, tables: in_tables }))
    }
}

fn units(number: Number, places: u32) -> Made<Units> {
    Units::of(number, places).ok_or(NoForm)
}

/// The claim of a clause on one event, if it has one.
fn claim<'a>(
    event: &'a Normalised,
    customer: Customer,
    place: usize,
    plan: &'a Plan<'a>,
    state: &mut State,
    ledger: &mut Ledger<'a>,
) -> Made<Option<Claim<'a>>> {
    let clause = plan.payouts.get(place).ok_or(NoForm)?;
    let (said, day) = (&event.event, event.moment.day);
    let holds = plan.contract.effective.as_ref().is_none_or(|term| term.contains(day));
    if !holds || clause.payout.event != said.kind || clause.payout.level != said.level {
        return Ok(None);
    }
    let mut claims = qualify::claims(event, customer, place, plan, state, ledger).into_iter();
    let Some(mut claim) = claims.next() else { return Ok(None) };
    choose::pay(&mut claim, clause, plan);
    if claims.next().is_none() { Ok(Some(claim)) } else { Err(NoForm) }
}

/// The slopes in units of one size, where a part of an event is a part of a line through nothing.
fn slopes(own: &Line, steps: &[Line], by_amount: bool, places: u32) -> Option<(u32, Vec<Units>)> {
    let lines = || std::iter::once(own).chain(steps);
    let size = lines().map(|line| line.slope.decimals()).max().unwrap_or_default();
    let through_nothing = by_amount && lines().all(|line| line.at_nothing.is_zero());
    if !through_nothing || size.saturating_add(places) > 18 {
        return None;
    }
    let units: Vec<Units> = lines().map(|line| Units::of(line.slope, size)).collect::<Option<_>>()?;
    units.iter().all(|slope| slope.count().is_some_and(|slope| slope < MOST_SLOPE)).then_some((size, units))
}

/// The most that limits leave of one event, each being its own customer.
fn most(clause: &PayoutPlan, plan: &Plan) -> Made<Option<Units>> {
    let of_one = |limit: &&Limit| matches!(limit.per, LimitScope::Event | LimitScope::Item | LimitScope::Customer);
    let limits = clause.payout.limits.iter().chain(&plan.contract.limits).filter(of_one);
    let most = limits.filter_map(|limit| plan.limit(limit.max.as_ref()?)).min();
    most.map(|most| units(most, plan.minor_units)).transpose()
}

fn in_table(tiers: &Tiers, lots: &[Lot], months: &[Month], plan: &Plan) -> Made<Table> {
    let stated = lots.iter().filter(|lot| lot.amount.is_none()).filter_map(|lot| lot.event.amount).map(Amount::number);
    let thresholds = tiers.steps.iter().map(|step| threshold(tiers, step.from));
    let decimals = stated.chain(thresholds).map(Number::decimals).max().unwrap_or_default();
    let places = decimals.max(plan.minor_units);
    if places > MOST_PLACES {
        return Err(NoForm);
    }
    let all = |point: fn(&Tiers, Threshold) -> Number| {
        tiers.steps.iter().map(|step| units(point(tiers, step.from), places)).collect::<Made<_>>()
    };
    Ok(Table {
        graduated: tiers.mode == Mode::Graduated,
        from: all(threshold)?,
        begins: all(begins)?,
        above: tiers.boundary == Reached::Above,
        periods: periods(tiers.per, months, plan),
        places,
        minor: plan.minor_units,
    })
}

/// Each month's period, of which events on its first day are.
fn periods(period: Period, months: &[Month], plan: &Plan) -> Vec<usize> {
    let mut last: Option<Span> = None;
    let mut place = 0_usize;
    let of_month = |month: &Month| {
        let day = month.first_day();
        let span = plan.span(period, day, day);
        if last.replace(span).is_some_and(|last| last != span) {
            place = place.saturating_add(1);
        }
        place
    };
    months.iter().map(of_month).collect()
}

/// The months of each period.
fn together(period: Period, months: &[Month], plan: &Plan) -> Vec<Months> {
    let mut end = 0_usize;
    let of_period = |same: &[usize]| {
        let start = end;
        end = end.saturating_add(same.len());
        start..end
    };
    periods(period, months, plan).chunk_by(|one, other| one == other).map(of_period).collect()
}

/// The limits over periods.
fn maxima(limits: &[Limit], months: &[Month], plan: &Plan) -> Made<Vec<Maximum>> {
    let mut maxima = Vec::new();
    for limit in limits {
        let Some(period) = limit.per.period() else { continue };
        let most = months.iter().map(|month| {
            let weekday = WeekDay::of(month.first_day().weekday());
            let of_day = limit.weekdays.as_ref().and_then(|days| days.get(weekday.word()));
            let most = of_day.or(limit.max.as_ref()).and_then(|max| plan.limit(max));
            most.map(|most| units(most, plan.minor_units)).transpose()
        });
        maxima.push(Maximum { most: most.collect::<Made<_>>()?, periods: together(period, months, plan) });
    }
    Ok(maxima)
}

/// A guarantee over periods; none for one of customers, which events without a customer have not.
fn promise(guarantee: &Guarantee, lots: &[Lot], months: &[Month], plan: &Plan) -> Made<Option<Promise>> {
    let (amount, per, event) = match guarantee {
        Guarantee::Amount { amount, per, .. } => (amount, per, None),
        Guarantee::Each { each, per, event, .. } => (each, per, Some(event)),
        Guarantee::PerCustomer { .. } => return Ok(None),
    };
    let (amount, term) = (plan.amount(amount), plan.contract.effective.as_ref());
    let mut promised = Vec::new();
    for period in together(per.period(), months, plan) {
        let day = months.get(period.start).map_or(Date::FIRST, |month| month.first_day());
        let level = if let Some(event) = event {
            let counts = |lot: &Lot| {
                let day = months.get(lot.month).map(|month| month.first_day());
                lot.event.kind == *event
                    && period.contains(&lot.month)
                    && day.is_some_and(|day| term.is_none_or(|term| term.contains(day)))
            };
            let counted = lots.iter().enumerate().filter(|(_, lot)| counts(lot)).map(|(place, _)| place);
            Level::Each(amount, counted.collect())
        } else {
            let level = promises::level(guarantee, amount, plan.span(per.period(), day, day), plan);
            Level::Amount(units(plan.round(level), plan.minor_units)?)
        };
        promised.push(Promised { months: period, level });
    }
    Ok(Some(Promise { periods: promised }))
}
