//! What the contract says as a whole, beside its payouts.

use super::condition::term;
use super::pay::amount;
use super::payout::limits;
use super::phrase::{Phrase, Sentence, Value};
use super::say::Say;
use super::words;
use crate::contract::clause::Clause;
use crate::contract::terms::{
    AdvancePaid, AfterLock, Bonus, Contract, Deficit, Every, Guarantee, LadderPays, LockFrom, Measure, Of, Schedule,
    Settlement, Shortfall, Split,
};
use crate::document::{Count, Label};
use crate::money::Number;

/// Every sentence that is not about one payout.
pub(super) fn sentences(contract: &Contract, said: &mut Vec<Sentence>) {
    let mut say = |clause: Clause, phrase: Phrase| said.push(Sentence { clause: Some(clause), phrase });
    for (index, bonus) in contract.bonuses.iter().enumerate() {
        self::bonus(index, bonus, contract, &mut say);
    }
    for (index, limit) in contract.limits.iter().enumerate() {
        limits(Clause::Limit(index), limit, contract, &mut say);
    }
    for (index, payment) in contract.one_time.iter().enumerate() {
        let name = named(payment.label.as_ref(), Say::OneTimePayment);
        let phrase = Phrase::new(Say::OneTime).phrase("name", name).money("amount", amount(&payment.amount, contract));
        say(Clause::OneTime(index), phrase.date("on", payment.on));
    }
    for (index, retainer) in contract.retainers.iter().enumerate() {
        let name = named(retainer.label.as_ref(), Say::RetainerPayment);
        let phrase =
            Phrase::new(Say::Retainer).phrase("name", name).money("amount", amount(&retainer.amount, contract));
        say(Clause::Retainer(index), phrase.word("per", words::span(retainer.per)));
    }
    for (index, guarantee) in contract.guarantees.iter().enumerate() {
        say(Clause::Guarantee(index), self::guarantee(guarantee, contract));
    }
    if let Some(draw) = &contract.draw {
        let rule = if draw.shortfall == Shortfall::Recoverable { Say::DrawRecoverable } else { Say::DrawKept };
        let phrase = Phrase::new(rule).money("amount", amount(&draw.amount, contract));
        say(Clause::Draw, phrase.word("per", words::span(draw.per)));
    }
    for (index, advance) in contract.advances.iter().enumerate() {
        let rule = if advance.paid == AdvancePaid::Here { Say::Advance } else { Say::AdvanceBefore };
        let phrase = Phrase::new(rule).money("amount", amount(&advance.amount, contract));
        say(Clause::Advance(index), phrase.date("on", advance.on));
    }
    if let Some(rule) = &contract.negative_balance {
        let deficit = if rule.deficit == Deficit::Carried { Say::DeficitCarried } else { Say::DeficitForgotten };
        say(Clause::NegativeBalance, Phrase::new(deficit).word("per", words::span(rule.per)));
    }
    if let Some(split) = &contract.split {
        say(Clause::Split, self::split(split));
    }
    let mut plain = |phrase: Phrase| said.push(Sentence { clause: None, phrase });
    if let Some(refunds) = &contract.refunds {
        plain(match refunds.share {
            Some(share) => Phrase::new(Say::RefundShare).rate("rate", share),
            None => Phrase::new(Say::RefundAll),
        });
        if refunds.after_lock == AfterLock::Ignored {
            plain(Phrase::new(Say::RefundLate));
        }
    }
    if let Some(settlement) = &contract.settlement {
        self::settlement(settlement, contract, &mut plain);
    }
    if contract.conversion.is_some() {
        plain(Phrase::new(Say::Conversion));
    }
    if !contract.also_pays_in.is_empty() {
        let codes = contract.also_pays_in.iter().map(|currency| own(currency.code())).collect();
        plain(Phrase::new(Say::AlsoPaysIn).with("currencies", Value::All(codes)));
    }
    if let Some(effective) = &contract.effective {
        plain(Phrase::new(Say::Effective).phrase("term", term(effective)));
    }
}

fn own(text: &str) -> Phrase {
    Phrase::new(Say::Own).text("text", text)
}

/// An author's name for a payment, or the plain one.
fn named(label: Option<&Label>, plain: Say) -> Phrase {
    label.map_or_else(|| Phrase::new(plain), |label| own(label.as_str()))
}

/// That one of several offers is chosen.
pub(super) fn offers(contract: &Contract, said: &mut Vec<Sentence>) {
    if contract.offers.is_empty() {
        return;
    }
    let names = contract
        .offers
        .iter()
        .map(|offer| own(offer.label.as_ref().map_or(offer.name.as_str(), |label| label.as_str())));
    let phrase = Phrase::new(Say::Offers).with("offers", Value::Any(names.collect()));
    said.push(Sentence { clause: None, phrase });
}

fn volume(measure: Measure, number: Number) -> Value {
    if measure == Measure::Revenue { Value::Money(number) } else { Value::Number(number) }
}

fn bonus(index: usize, bonus: &Bonus, contract: &Contract, say: &mut impl FnMut(Clause, Phrase)) {
    let events = bonus.events.iter().map(|event| own(event.as_str())).collect();
    let about = |phrase: Phrase, of: Value| {
        let phrase = phrase.with("events", of).word("measure", words::measure(bonus.measure));
        phrase.word("per", words::period(bonus.per))
    };
    let events = Value::All(events);
    if let Some(every) = &bonus.every {
        let phrase = Phrase::new(Say::BonusEvery).money("amount", amount(&every.amount, contract));
        let phrase = phrase.with("step", volume(bonus.measure, every.step.number()));
        say(Clause::Bonus(index), about(phrase, events.clone()));
    }
    for (at, rung) in bonus.ladder.iter().flatten().enumerate() {
        let rule = if bonus.of == Of::Customer { Say::BonusMilestone } else { Say::BonusRung };
        let phrase = Phrase::new(rule).money("amount", amount(&rung.amount, contract));
        let phrase = phrase.with("from", volume(bonus.measure, rung.from.number()));
        say(Clause::Rung(index, at), about(phrase, events.clone()));
    }
    if bonus.ladder.as_ref().is_some_and(|rungs| rungs.len() > 1) && bonus.ladder_pays == LadderPays::Cumulative {
        say(Clause::Bonus(index), Phrase::new(Say::LadderCumulative));
    }
}

fn guarantee(guarantee: &Guarantee, contract: &Contract) -> Phrase {
    match guarantee {
        Guarantee::Amount { amount: amounts, per, .. } => {
            let phrase = Phrase::new(Say::Guarantee).money("amount", amount(amounts, contract));
            phrase.word("per", words::span(*per))
        }
        Guarantee::Each { each, event, per, .. } => {
            let phrase = Phrase::new(Say::GuaranteeEach).money("amount", amount(each, contract));
            phrase.text("event", event.as_str()).word("per", words::span(*per))
        }
        Guarantee::PerCustomer { amount: amounts, after, .. } => {
            let phrase = Phrase::new(Say::GuaranteeCustomer).money("amount", amount(amounts, contract));
            phrase.number("count", after.number())
        }
    }
}

fn split(split: &Split) -> Phrase {
    match split {
        Split::Weights { weights, .. } => {
            let shares = weights.iter().map(|share| {
                Phrase::new(Say::SplitShare).text("to", share.to.as_str()).number("weight", share.weight.number())
            });
            Phrase::new(Say::SplitWeights).with("shares", Value::All(shares.collect()))
        }
        Split::Positions { positions, .. } => {
            Phrase::new(Say::SplitPositions).rate("first", positions.first).rate("last", positions.last)
        }
        Split::CarvedOut { share, to } => Phrase::new(Say::SplitCarvedOut).rate("rate", *share).text("to", to.as_str()),
    }
}

fn settlement(settlement: &Settlement, contract: &Contract, say: &mut impl FnMut(Phrase)) {
    if let Some(lock) = &settlement.lock {
        let time = |say, count: Option<Count>| {
            count.filter(|count| count.get() > 0).map(|count| Phrase::new(say).number("count", count.number()))
        };
        let time = match (
            time(Say::TimeHours, lock.hours),
            time(Say::TimeMonths, lock.months),
            time(Say::TimeDays, lock.days),
        ) {
            (None, Some(months), Some(days)) => {
                Some(Phrase::new(Say::TimeBoth).phrase("months", months).phrase("days", days))
            }
            (hours, months, days) => hours.or(months).or(days),
        };
        let (after, at_once) = match lock.from {
            LockFrom::EndOfMonth if lock.hours.is_none() => (Say::LockEnd, Say::LockAtEnd),
            _ => (Say::Lock, Say::LockAtOnce),
        };
        say(match time {
            Some(time) => Phrase::new(after).phrase("time", time),
            None => Phrase::new(at_once),
        });
    }
    if let Some(schedule) = &settlement.schedule {
        say(self::schedule(schedule));
    }
    if let Some(threshold) = &settlement.threshold {
        say(Phrase::new(Say::Threshold).money("amount", amount(threshold, contract)));
    }
    for fee in &settlement.fees {
        let percent = fee.percent.map(|rate| Phrase::new(Say::FeePercent).rate("rate", rate));
        let fixed = fee.fixed.as_ref().map(|fixed| Phrase::new(Say::FeeFixed).money("amount", amount(fixed, contract)));
        let parts = Value::All(percent.into_iter().chain(fixed).collect());
        say(match &fee.max {
            Some(max) => Phrase::new(Say::FeeMax).with("parts", parts).money("max", amount(max, contract)),
            None => Phrase::new(Say::Fee).with("parts", parts),
        });
    }
    if let Some(rate) = settlement.withholding {
        say(Phrase::new(Say::Withholding).rate("rate", rate));
    }
    if let Some(rate) = settlement.tax_on_top {
        say(Phrase::new(Say::TaxAdded).rate("rate", rate));
    }
    if let Some(currency) = settlement.currency {
        say(Phrase::new(Say::PaidIn).text("currency", currency.code()));
    }
}

fn schedule(schedule: &Schedule) -> Phrase {
    let after = schedule.months_after.map_or(Number::ZERO, Count::number);
    match (schedule.every, schedule.day, after.is_zero()) {
        (Every::Week, _, _) => Phrase::new(Say::PaidWeekly),
        (Every::Quarter, _, _) => Phrase::new(Say::PaidQuarterly),
        (Every::Month, Some(day), true) => Phrase::new(Say::PaidSameMonth).number("day", day.number()),
        (Every::Month, Some(day), false) => {
            Phrase::new(Say::PaidMonthsAfter).number("day", day.number()).number("count", after)
        }
        (Every::Month, None, true) => Phrase::new(Say::PaidLastDay),
        (Every::Month, None, false) => Phrase::new(Say::PaidLastDayAfter).number("count", after),
    }
}
