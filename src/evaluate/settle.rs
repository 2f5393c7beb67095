//! Stages 16 and 17: when lines lock and are paid, the threshold, fees and taxes, and the currency of payments.

use crate::calendar::{Date, Moment, Month};
use crate::contract::{Clause, Every, Fee, FeeBase, MinimumOf, Reached, Schedule, Settlement};
use crate::document::{Code, Count, DocumentKind, Problem};
use crate::money::{Currency, Money, Number};

use super::convert;
use super::ledger::{Days, Draft, Ledger, in_order};
use super::plan::Plan;
use super::reason::Reason;
use super::refund;
use super::statement::{Line, LineKind, Payment, Status};

/// What settlement adds to a statement.
#[derive(Default)]
pub(super) struct Settled {
    pub payments: Vec<Payment>,
    pub locked: Option<Number>,
    pub payable: Option<Number>,
    pub paid: Option<Number>,
    /// What keeps payments from being worked out.
    pub problem: Option<Problem>,
}

/// Gives each line its dates, and pays what is due.
pub(super) fn settle<'a>(plan: &'a Plan<'a>, ledger: &mut Ledger<'a>) -> Settled {
    let mut settled = Settled::default();
    let Some(settlement) = &plan.contract.settlement else { return settled };
    let days = ledger.sums.all();
    for line in &mut ledger.lines {
        // An event's own time of day counts where a lock counts hours; the line keeps the day.
        line.locks_on = Some(refund::locks(settlement.lock.as_ref(), Moment::start_of(line.date)).day);
        line.paid_on = settlement.schedule.as_ref().map(|schedule| due(schedule, line.date, settlement, plan));
    }
    if let Some(schedule) = &settlement.schedule {
        pay(schedule, settlement, &days, plan, ledger, &mut settled);
    }
    if let Some(now) = plan.as_of {
        let mut locked = Number::ZERO;
        for (day, amount) in &days {
            if refund::locks(settlement.lock.as_ref(), Moment::start_of(*day)) <= now {
                locked = locked.plus(*amount);
            }
        }
        settled.locked = Some(locked);
        statuses(&mut ledger.lines, &settled.payments, settlement, now);
    }
    settled
}

/// The first day of the schedule on which what was earned on a day can be paid.
fn due(schedule: &Schedule, earned: Date, settlement: &Settlement, plan: &Plan) -> Date {
    let locked = refund::locks(settlement.lock.as_ref(), Moment::start_of(earned)).day;
    let after = schedule.months_after.map_or(0, Count::get);
    if schedule.every == Every::Week {
        let wanted = schedule.weekday.unwrap_or(plan.contract.week_starts).weekday();
        let earliest = locked.plus_months(after);
        return earliest.plus_days(i64::from(earliest.weekday().until(wanted)));
    }
    let mut month = locked.month().plus(after);
    loop {
        let day = payday(schedule, month);
        if day >= locked && is_month(schedule, month) {
            return day;
        }
        match month.next() {
            Some(next) => month = next,
            None => return Date::LAST,
        }
    }
}

fn payday(schedule: &Schedule, month: Month) -> Date {
    match schedule.day.and_then(|day| u8::try_from(day.get()).ok()) {
        Some(day) => month.day(day),
        None => month.last_day(),
    }
}

fn is_month(schedule: &Schedule, month: Month) -> bool {
    schedule.every != Every::Quarter || month.quarter().plus(2) == month
}

fn pay<'a>(
    schedule: &Schedule,
    settlement: &'a Settlement,
    days: &[(Date, Number)],
    plan: &'a Plan<'a>,
    ledger: &mut Ledger<'a>,
    settled: &mut Settled,
) {
    let mut due_on = Days::default();
    for (day, amount) in days {
        due_on.add(due(schedule, *day, settlement, plan), *amount);
    }
    let (mut carried, mut paid) = (Number::ZERO, Number::ZERO);
    for (on, amount) in in_order([&due_on].into_iter()) {
        if plan.as_of.is_some_and(|now| Moment::start_of(on) > now) {
            break;
        }
        let balance = carried.plus(amount);
        let payment = one(on, balance, settlement, plan, &mut settled.problem);
        carried = payment.payment.rolled_over.amount();
        if payment.payment.paid {
            paid = paid.plus(balance);
            for (clause, kind, amount, because) in payment.taken {
                let mut draft = Draft::new(clause, kind, on, amount);
                draft.because = vec![because];
                if let Clause::Fee(index) = clause {
                    draft.label = settlement.fees.get(index).and_then(|fee| fee.label.as_ref());
                }
                ledger.deduct(draft);
            }
        }
        settled.payments.push(payment.payment);
    }
    settled.paid = Some(paid);
    settled.payable = plan.as_of.map(|_| carried);
}

struct One {
    payment: Payment,
    taken: Vec<(Clause, LineKind, Number, Reason)>,
}

/// One payment: tax, fees, and whether the threshold is reached.
fn one(on: Date, balance: Number, settlement: &Settlement, plan: &Plan, problem: &mut Option<Problem>) -> One {
    let mut taken = Vec::new();
    let tax = |rate: Option<crate::money::Rate>| match rate {
        Some(rate) => plan.round(balance.times(rate.fraction())),
        None => Number::ZERO,
    };
    let (withheld, on_top) = (tax(settlement.withholding), tax(settlement.tax_on_top));
    let of = |rate: Option<crate::money::Rate>| Reason::OfPayment { rate, base: balance, fixed: None, max: None };
    if !withheld.is_zero() {
        taken.push((Clause::Withholding, LineKind::Withholding, withheld.neg(), of(settlement.withholding)));
    }
    let mut remaining = balance.minus(withheld);
    let mut fees = Number::ZERO;
    for (index, fee) in settlement.fees.iter().enumerate() {
        let (amount, because) = cost(fee, balance, remaining, plan);
        remaining = remaining.minus(amount);
        fees = fees.plus(amount);
        if !amount.is_zero() {
            taken.push((Clause::Fee(index), LineKind::Fee, amount.neg(), because));
        }
    }
    if !on_top.is_zero() {
        taken.push((Clause::TaxOnTop, LineKind::Tax, on_top, of(settlement.tax_on_top)));
    }
    let compared = match settlement.threshold_of {
        MinimumOf::Balance => balance,
        MinimumOf::AfterFees => balance.minus(fees),
    };
    let enough = settlement.threshold.as_ref().and_then(|threshold| plan.limit(threshold)).is_none_or(|threshold| {
        match settlement.boundary {
            Reached::AtLeast => compared >= threshold,
            Reached::Above => compared > threshold,
        }
    });
    let paid = enough && balance > Number::ZERO;
    let amount = remaining.plus(on_top);
    let currency = settlement.currency.unwrap_or(plan.currency);
    let net = if paid { plan.money(amount) } else { plan.money(Number::ZERO) };
    let money = |amount: Number| plan.money(amount);
    One {
        payment: Payment {
            on,
            balance: money(balance),
            withheld: money(if paid { withheld } else { Number::ZERO }),
            // What the fees would be decides whether there is a payment, so it is shown either way.
            fees: money(fees),
            tax_on_top: money(if paid { on_top } else { Number::ZERO }),
            amount: in_currency(net, currency, on, plan, problem),
            currency,
            paid,
            rolled_over: money(if paid { Number::ZERO } else { balance }),
        },
        taken,
    }
}

#[inline(never)]
fn cost(fee: &Fee, balance: Number, remaining: Number, plan: &Plan) -> (Number, Reason) {
    let base = match fee.of {
        FeeBase::Balance => balance,
        FeeBase::Remaining => remaining,
    };
    let fixed = fee.fixed.as_ref().and_then(|fixed| plan.limit(fixed));
    let max = fee.max.as_ref().and_then(|max| plan.limit(max));
    let share = match fee.percent {
        Some(rate) => base.times(rate.fraction()),
        None => Number::ZERO,
    };
    let amount = plan.round(share.plus(fixed.unwrap_or_default()));
    let amount = max.map_or(amount, |max| amount.min(plan.round(max)));
    // A fee takes no more than there is.
    let amount = amount.min(remaining.max(Number::ZERO));
    (amount, Reason::OfPayment { rate: fee.percent, base, fixed, max })
}

fn in_currency(amount: Money, currency: Currency, on: Date, plan: &Plan, problem: &mut Option<Problem>) -> Money {
    if currency == amount.currency() {
        return amount;
    }
    let Some(rate) = convert::rate(plan.contract, amount.currency(), currency, on) else {
        let codes = (amount.currency().code(), currency.code());
        *problem = Some(Problem {
            document: DocumentKind::Contract,
            code: Code::MissingRate,
            path: "/settlement/currency".to_owned(),
            message: format!("Payments are in {}, and there is no rate for {on}.", codes.1),
            expected: format!("a rate from {} to {} in \"conversion\", from {on} or before", codes.0, codes.1),
            got: "none".to_owned(),
            hint: None,
        });
        return amount;
    };
    Money::new(amount.amount().times(rate.rate.number()), currency).round(plan.rounding)
}

fn statuses(lines: &mut [Line], payments: &[Payment], settlement: &Settlement, now: Moment) {
    let last_paid = payments.iter().filter(|payment| payment.paid).map(|payment| payment.on).max();
    for line in lines {
        let locked = refund::locks(settlement.lock.as_ref(), Moment::start_of(line.date)) <= now;
        line.status = Some(match line.paid_on {
            Some(on) if last_paid.is_some_and(|last| on <= last) => Status::Paid,
            Some(on) if Moment::start_of(on) <= now => Status::Payable,
            _ if locked => Status::Locked,
            _ => Status::Earned,
        });
    }
}
