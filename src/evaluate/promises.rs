//! Stage 15: guarantees, draws, recoupment of advances, and periods below zero.

use crate::calendar::{Date, Span};
use crate::contract::{
    Advance, Clause, Deficit, Draw, Guarantee, Measure, NegativeBalance, PartPeriods, Period, Recoupment, Shortfall,
};
use crate::document::Name;
use crate::events::Normalised;
use crate::money::Number;

use super::Window;
use super::claim::Customer;
use super::customers;
use super::ledger::{Draft, DueGuarantee, Into, Ledger};
use super::plan::{Plan, proportion};
use super::reason::{MissReason, Reason};
use super::statement::{Balance, LineKind};
use super::volume;

/// Settles each period in turn; what is owed after each of them.
pub(super) fn settle<'a>(
    events: &'a [Normalised],
    plan: &'a Plan<'a>,
    window: Option<Window>,
    ledger: &mut Ledger<'a>,
) -> Vec<Balance> {
    let mut balances = Vec::new();
    customers_guarantees(plan, ledger);
    let Some(covered) = covered(plan, window, ledger) else { return balances };
    for (index, guarantee) in plan.contract.guarantees.iter().enumerate() {
        guaranteed(index, guarantee, (covered, window), events, plan, ledger);
    }
    if let Some(draw) = &plan.contract.draw {
        drawn(draw, (covered, window), plan, ledger, &mut balances);
    }
    if !plan.contract.advances.is_empty() {
        recouped(&plan.contract.advances, (covered, window), plan, ledger, &mut balances);
    }
    if let Some(rule) = &plan.contract.negative_balance {
        carried(rule, (covered, window), plan, ledger, &mut balances);
    }
    balances
}

/// The days that the statement covers: its window, or the contract's term and all lines and payments, up to the day of the statement.
pub(super) fn covered(plan: &Plan, window: Option<Window>, ledger: &mut Ledger) -> Option<Span> {
    if let Some(Window { from, to, .. }) = window {
        return Some(Span { from, to });
    }
    let found = ledger.sums.all();
    let term = plan.contract.effective.as_ref();
    let dates = found.iter().map(|(day, _)| *day);
    let (mut first, mut last) = (term.and_then(|term| term.from), plan.as_of.map(|now| now.day));
    for date in dates.chain(ledger.event_days.into_iter().flat_map(|span| [span.from, span.to])) {
        first =
            Some(first.map_or(date, |first| {
                if term.is_some_and(|term| term.from.is_some()) { first } else { first.min(date) }
            }));
        last = Some(last.map_or(date, |last| last.max(date)));
    }
    if let (Some(end), Some(now)) = (term.and_then(|term| term.to), last) {
        last = Some(now.min(end));
    }
    first.zip(last).filter(|(from, to)| from <= to).map(|(from, to)| Span { from, to })
}

/// The periods of a span of days, with what each has earned.
fn periods(covered: Span, period: Period, plan: &Plan, ledger: &mut Ledger) -> Vec<(Span, Number)> {
    let days = ledger.sums.earned();
    let mut rest = days.iter().peekable();
    let mut periods = Vec::new();
    let mut day = covered.from;
    while day <= covered.to {
        let span = plan.span(period, day, day);
        let mut sum = Number::ZERO;
        while let Some((day, amount)) = rest.next_if(|(day, _)| *day <= span.to) {
            if *day >= span.from {
                sum = sum.plus(*amount);
            }
        }
        periods.push((span, sum));
        let next = span.to.plus_days(1);
        if next <= day {
            break;
        }
        day = next;
    }
    periods
}

/// The day on which a period's settlement is written: its last one, as far as a window covers it.
fn written(span: Span, window: Option<Window>) -> Date {
    window.map_or(span.to, |window| span.to.min(window.to))
}

#[inline(never)]
fn guaranteed<'a>(
    index: usize,
    guarantee: &'a Guarantee,
    (covered, window): (Span, Option<Window>),
    events: &[Normalised],
    plan: &Plan,
    ledger: &mut Ledger<'a>,
) {
    let clause = Clause::Guarantee(index);
    let (amount, per, label) = match guarantee {
        Guarantee::Amount { amount, per, label, .. } => (amount, per, label),
        Guarantee::Each { each, per, label, .. } => (each, per, label),
        Guarantee::PerCustomer { .. } => return,
    };
    let amount = plan.amount(amount);
    for (span, earned) in periods(covered, per.period(), plan, ledger) {
        if !plan.is_over(span.to) {
            ledger.miss_clause(clause, MissReason::StillRunning { until: span.to }, None);
            continue;
        }
        let mut counted = None;
        let level = match guarantee {
            Guarantee::Each { event: kind, .. } => {
                let mut many = Number::ZERO;
                let term = plan.contract.effective.as_ref();
                for event in events.iter().filter(|event| event.event.kind == *kind && event.event.level.get() == 1) {
                    let day = event.moment.day;
                    if span.contains(day) && term.is_none_or(|term| term.contains(day)) {
                        let each = volume::of_event(event, Measure::Events, plan);
                        many = many.plus(each.times(event.count));
                    }
                }
                counted = Some(many);
                amount.times(many)
            }
            _ => level(guarantee, amount, span, plan),
        };
        let level = plan.round(level);
        if earned < level {
            let mut draft = Draft::new(clause, LineKind::Guarantee, written(span, window), level.minus(earned));
            draft.label = label.as_ref();
            draft.because = vec![Reason::Level { period: span.to.month(), level, earned, events: counted }];
            ledger.line(Into::After, draft);
        }
    }
}

/// What an amount guarantees a period: of one of which only a part falls into the contract's term, by its days if so said.
pub(super) fn level(guarantee: &Guarantee, amount: Number, span: Span, plan: &Plan) -> Number {
    if !matches!(guarantee, Guarantee::Amount { part_periods: PartPeriods::ByDays, .. }) {
        return amount;
    }
    let term = plan.contract.effective.as_ref();
    let from = term.and_then(|term| term.from).unwrap_or(Date::FIRST);
    let to = term.and_then(|term| term.to).unwrap_or(Date::LAST);
    let days = span.within(Span { from, to }).map_or(0, Span::days);
    proportion(amount, Number::from_u64(days), Number::from_u64(span.days()))
}

#[inline(never)]
fn drawn<'a>(
    draw: &'a Draw,
    (covered, window): (Span, Option<Window>),
    plan: &Plan,
    ledger: &mut Ledger<'a>,
    balances: &mut Vec<Balance>,
) {
    let level = plan.round(plan.amount(&draw.amount));
    let mut owed = Number::ZERO;
    for (span, earned) in periods(covered, draw.per.period(), plan, ledger) {
        if !plan.is_over(span.to) {
            ledger.miss_clause(Clause::Draw, MissReason::StillRunning { until: span.to }, None);
            continue;
        }
        let day = written(span, window);
        if earned < level {
            let short = level.minus(earned);
            let mut draft = Draft::new(Clause::Draw, LineKind::Draw, day, short);
            draft.label = draw.label.as_ref();
            draft.because = vec![Reason::Level { period: span.to.month(), level, earned, events: None }];
            ledger.line(Into::After, draft);
            if draw.shortfall == Shortfall::Recoverable {
                owed = owed.plus(short);
            }
        } else {
            let above = earned.minus(level);
            owed = kept_back(Clause::Draw, owed, above, day, ledger);
        }
        balances.push(Balance { clause: Clause::Draw, period: span.to.month(), owed: plan.money(owed) });
    }
}

/// Keeps back what is owed, as far as there are earnings; what is owed then.
fn kept_back(clause: Clause, owed: Number, earned: Number, day: Date, ledger: &mut Ledger) -> Number {
    let kept = owed.min(earned.max(Number::ZERO));
    if kept.is_zero() {
        return owed;
    }
    let left = owed.minus(kept);
    let mut draft = Draft::new(clause, LineKind::Recoupment, day, kept.neg());
    draft.because = vec![Reason::KeptBack { owed, earned, left }];
    ledger.line(Into::After, draft);
    left
}

#[inline(never)]
fn recouped<'a>(
    advances: &'a [Advance],
    (covered, window): (Span, Option<Window>),
    plan: &Plan,
    ledger: &mut Ledger<'a>,
    balances: &mut Vec<Balance>,
) {
    // What is open of each advance, in the order in which they were paid.
    let mut open: Vec<(usize, &Advance, Number)> = Vec::with_capacity(advances.len());
    for (index, advance) in advances.iter().enumerate() {
        open.push((index, advance, plan.round(plan.amount(&advance.amount))));
    }
    open.sort_unstable_by_key(|(index, advance, _)| (advance.on, *index));
    for (span, mut earned) in periods(covered, Period::Month, plan, ledger) {
        let day = written(span, window);
        for (index, advance, owed) in &mut open {
            let own_year = Span::year(advance.on).contains(day);
            if advance.on > span.to || (advance.recoupment == Recoupment::OwnYear && !own_year) {
                continue;
            }
            let left = kept_back(Clause::Advance(*index), *owed, earned, day, ledger);
            earned = earned.minus(owed.minus(left));
            *owed = left;
        }
        let mut owed = Number::ZERO;
        let live = |advance: &Advance| {
            advance.on <= span.to
                && (advance.recoupment == Recoupment::Running || Span::year(advance.on).contains(span.to))
        };
        for (_, _, left) in open.iter().filter(|(_, advance, _)| live(advance)) {
            owed = owed.plus(*left);
        }
        balances.push(Balance { clause: Clause::Advance(0), period: span.to.month(), owed: plan.money(owed) });
    }
}

#[inline(never)]
fn carried(
    rule: &NegativeBalance,
    (covered, window): (Span, Option<Window>),
    plan: &Plan,
    ledger: &mut Ledger,
    balances: &mut Vec<Balance>,
) {
    let mut deficit = Number::ZERO;
    for (span, earned) in periods(covered, rule.per.period(), plan, ledger) {
        if !plan.is_over(span.to) {
            ledger.miss_clause(Clause::NegativeBalance, MissReason::StillRunning { until: span.to }, None);
            continue;
        }
        let day = written(span, window);
        if earned.is_negative() {
            let mut draft = Draft::new(Clause::NegativeBalance, LineKind::CarryOver, day, earned.neg());
            draft.because = vec![Reason::Level { period: span.to.month(), level: Number::ZERO, earned, events: None }];
            ledger.line(Into::After, draft);
            if rule.deficit == Deficit::Carried {
                deficit = deficit.minus(earned);
            }
        } else {
            deficit = kept_back(Clause::NegativeBalance, deficit, earned, day, ledger);
        }
        balances.push(Balance { clause: Clause::NegativeBalance, period: span.to.month(), owed: plan.money(deficit) });
    }
}

/// The guarantees of customers whose events of a type pay.
pub(super) fn of_customers<'p>(plan: &'p Plan<'_>, kind: &'p Name) -> impl Iterator<Item = usize> + 'p {
    let of_type =
        move |guarantee: &Guarantee| matches!(guarantee, Guarantee::PerCustomer { event, .. } if event == kind);
    plan.contract.guarantees.iter().enumerate().filter(move |(_, guarantee)| of_type(guarantee)).map(|(index, _)| index)
}

/// Notes the guarantees that are due with an event, once its clauses have paid for it.
pub(super) fn due<'a>(event: &'a Normalised, customer: Customer, plan: &Plan<'a>, ledger: &mut Ledger<'a>) {
    let Some(id) = customer.id.filter(|_| event.event.level.get() == 1) else { return };
    for index in of_customers(plan, &event.event.kind) {
        let Some(Guarantee::PerCustomer { after, .. }) = plan.contract.guarantees.get(index) else { continue };
        // A number that is stated is that of each of equal events.
        let stated = event.event.payment_number.is_some();
        let more = if stated { 0 } else { customers::payments(event.count).saturating_sub(1) };
        let last = customer.number.saturating_add(more);
        if (customer.number..=last).contains(&after.get()) {
            let earned = ledger.by_customer.get(index).map_or(Number::ZERO, |sums| sums.get(id));
            ledger.due(DueGuarantee { guarantee: index, event, earned }, id);
        }
    }
}

fn customers_guarantees(plan: &Plan, ledger: &mut Ledger) {
    for due in std::mem::take(&mut ledger.due_guarantees) {
        let Some(Guarantee::PerCustomer { amount, label, .. }) = plan.contract.guarantees.get(due.guarantee) else {
            continue;
        };
        let (level, earned, day) = (plan.round(plan.amount(amount)), due.earned, due.event.moment.day);
        if earned < level {
            let mut draft = Draft::new(Clause::Guarantee(due.guarantee), LineKind::Guarantee, day, level.minus(earned));
            draft.label = label.as_ref();
            draft.event = Some(due.event);
            draft.because = vec![Reason::Level { period: day.month(), level, earned, events: None }];
            ledger.line(Into::After, draft);
        }
    }
}
