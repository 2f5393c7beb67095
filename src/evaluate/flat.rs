//! Payments for no event: one-time payouts, retainers, advances.

use crate::calendar::{Date, Span};
use crate::contract::{AdvancePaid, Clause, PartPeriods, Retainer};
use crate::document::{Code, DocumentKind, Label, Problem};
use crate::money::Number;

use super::Window;
use super::ledger::{Draft, Into, Ledger};
use super::plan::{Plan, proportion};
use super::reason::{MissReason, Reason};
use super::statement::LineKind;

/// How many payments the retainers of a contract make at most. Two dates are enough to ask for millions.
const MOST_RETAINED: u64 = 100_000;

/// Pays every payment for no event that the statement covers.
pub(super) fn pay<'a>(plan: &'a Plan<'a>, window: Option<Window>, ledger: &mut Ledger<'a>) {
    for (index, payment) in plan.contract.one_time.iter().enumerate() {
        if plan.holds(payment.offer.as_ref()) {
            let paid = Paid { clause: Clause::OneTime(index), kind: LineKind::OneTime, label: payment.label.as_ref() };
            once(&paid, payment.on, plan.amount(&payment.amount), plan, window, ledger);
        }
    }
    retainers(plan, window, ledger);
    for (index, advance) in plan.contract.advances.iter().enumerate() {
        if advance.paid == AdvancePaid::Here {
            let paid = Paid { clause: Clause::Advance(index), kind: LineKind::Advance, label: advance.label.as_ref() };
            once(&paid, advance.on, plan.amount(&advance.amount), plan, window, ledger);
        }
    }
}

struct Paid<'a> {
    clause: Clause,
    kind: LineKind,
    label: Option<&'a Label>,
}

fn once(paid: &Paid, on: Date, exact: Number, plan: &Plan, window: Option<Window>, ledger: &mut Ledger) {
    if let Some(Window { from, to, .. }) = window.filter(|window| !(window.from..=window.to).contains(&on)) {
        ledger.miss_clause(paid.clause, MissReason::OutsideWindow { on, from, to }, None);
        return;
    }
    if !plan.is_over(on.plus_days(-1)) {
        ledger.miss_clause(paid.clause, MissReason::StillRunning { until: on }, None);
        return;
    }
    let mut draft = Draft::new(paid.clause, paid.kind, on, plan.round(exact));
    draft.label = paid.label;
    draft.exact = exact;
    draft.because = vec![Reason::OneTime { on, amount: exact }];
    ledger.line(Into::Flat, draft);
}

/// A retainer runs over its own time, or the contract's; what neither says is said by the days that the statement covers.
fn retainers(plan: &Plan, window: Option<Window>, ledger: &mut Ledger) {
    let covered = super::promises::covered(plan, window, ledger);
    let mut left = MOST_RETAINED;
    for (index, retainer) in plan.contract.retainers.iter().enumerate() {
        if !plan.holds(retainer.offer.as_ref()) {
            continue;
        }
        let said = retainer.during.as_ref().or(plan.contract.effective.as_ref());
        let from = said.and_then(|term| term.from).or(covered.map(|covered| covered.from));
        let to = said.and_then(|term| term.to).or(covered.map(|covered| covered.to));
        let Some((from, to)) = from.zip(to) else { continue };
        let to = plan.as_of.map_or(to, |now| to.min(now.day));
        let term = Span {
            from: said.and_then(|term| term.from).unwrap_or(Date::FIRST),
            to: said.and_then(|term| term.to).unwrap_or(Date::LAST),
        };
        let mut day = window.map_or(from, |window| from.max(window.from));
        let last = window.map_or(to, |window| to.min(window.to));
        let length = plan.span(retainer.per.period(), day, day).days();
        let periods = Span { from: day, to: last }.days().checked_div(length).unwrap_or_default();
        let Some(rest) = left.checked_sub(periods) else {
            ledger.refused = Some(too_many(index, periods));
            return;
        };
        left = rest;
        while day <= last {
            let whole = plan.span(retainer.per.period(), day, day);
            let Some(part) = whole.within(term) else { break };
            let on = part.from.max(from);
            let covered = window.is_none_or(|window| (window.from..=window.to).contains(&part.from));
            if covered && plan.is_over(on.plus_days(-1)) {
                one_retainer(index, retainer, on, (whole, part), plan, ledger);
            }
            day = whole.to.plus_days(1);
            if day <= whole.to {
                break;
            }
        }
    }
}

#[inline(never)]
fn too_many(index: usize, periods: u64) -> Problem {
    Problem {
        document: DocumentKind::Contract,
        code: Code::TooLarge,
        path: Clause::Retainer(index).to_string(),
        message: "This retainer is paid more often than a statement can list.".to_owned(),
        expected: format!("at most {MOST_RETAINED} payments of all retainers"),
        got: periods.to_string(),
        hint: None,
    }
}

/// One period of a retainer, of which this part falls into its time.
#[inline(never)]
fn one_retainer(
    index: usize,
    retainer: &Retainer,
    on: Date,
    (whole, part): (Span, Span),
    plan: &Plan,
    ledger: &mut Ledger,
) {
    let amount = plan.amount(&retainer.amount);
    let mut draft = Draft::new(Clause::Retainer(index), LineKind::Retainer, on, plan.round(amount));
    draft.label = retainer.label.as_ref();
    draft.exact = amount;
    draft.because = vec![Reason::OneTime { on, amount }];
    if retainer.part_periods == PartPeriods::ByDays && part != whole {
        let (days, of) = (part.days(), whole.days());
        draft.exact = proportion(amount, Number::from_u64(days), Number::from_u64(of));
        draft.amount = plan.round(draft.exact);
        draft.because = vec![Reason::Days { days, of, amount }];
    }
    ledger.line(Into::Flat, draft);
}
