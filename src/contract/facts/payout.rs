//! What one payout clause says.

use super::condition::{condition, term};
use super::pay::{amount, pay};
use super::phrase::{Phrase, Sentence, Value};
use super::say::Say;
use super::words;
use crate::contract::clause::Clause;
use crate::contract::terms::{
    BonusesIn, Contract, Duration, DurationBoundary, Effect, Free, Group, GroupsPay, Limit, LimitScope, Measure, Mode,
    Payout, Reached, Since, Step, Tiers, Uplift,
};
use crate::document::Threshold;
use crate::money::Number;

/// Every sentence of a payout clause.
pub(super) fn sentences(index: usize, payout: &Payout, contract: &Contract, said: &mut Vec<Sentence>) {
    let clause = Clause::Payout(index);
    let mut say = |clause: Clause, phrase: Phrase| said.push(Sentence { clause: Some(clause), phrase });
    let name = payout.label.as_ref().map_or(payout.event.as_str(), |label| label.as_str());
    let offer = payout.offer.as_ref().and_then(|offer| contract.offers.iter().find(|known| known.name == *offer));
    let own = pay(&payout.pay, contract);
    let head = match (offer, payout.level.get()) {
        (Some(offer), _) => {
            let label = offer.label.as_ref().map_or(offer.name.as_str(), |label| label.as_str());
            Phrase::new(Say::PayoutOffer).text("offer", label)
        }
        (None, 1) => Phrase::new(Say::Payout),
        (None, _) => Phrase::new(Say::PayoutLevel).number("level", payout.level.number()),
    };
    say(clause, head.text("name", name).phrase("pay", own));
    groups(&payout.groups, |at| Clause::Group(index, at), contract, &mut say);
    if payout.groups.len() > 1 && payout.groups_pay != GroupsPay::First {
        let rule = if payout.groups_pay == GroupsPay::Highest { Say::GroupsHighest } else { Say::GroupsAll };
        say(clause, Phrase::new(rule));
    }
    if let Some(when) = &payout.when {
        say(clause, Phrase::new(Say::OnlyIf).phrase("condition", condition(when)));
    }
    for restriction in &payout.restrictions {
        let (rule, when) = match &restriction.label {
            Some(label) => (Say::Restriction, Phrase::new(Say::Own).text("text", label.as_str())),
            None => (Say::RestrictionIf, condition(&restriction.when)),
        };
        say(clause, Phrase::new(rule).phrase("condition", when));
    }
    if let Some(duration) = &payout.duration {
        say(clause, self::duration(duration));
    }
    if let Some(free) = &payout.free {
        let (phrase, per) = match free {
            Free::Events { events, per } => (Phrase::new(Say::FreeEvents).number("count", events.number()), per),
            Free::Units { units, per } => (Phrase::new(Say::FreeUnits).number("count", units.number()), per),
            Free::Revenue { revenue, per } => (Phrase::new(Say::FreeRevenue).money("amount", revenue.number()), per),
        };
        say(clause, phrase.word("per", words::period(per.period())));
    }
    for (at, terms) in payout.scheduled.iter().enumerate() {
        let place = Clause::Scheduled(index, at);
        let phrase = match &terms.label {
            Some(label) => Phrase::new(Say::ScheduledNamed).text("name", label.as_str()),
            None => Phrase::new(Say::Scheduled),
        };
        say(place, phrase.phrase("term", term(&terms.during)).phrase("pay", pay(&terms.pay, contract)));
        groups(&terms.groups, |group| Clause::ScheduledGroup(index, at, group), contract, &mut say);
    }
    for uplift in &payout.uplifts {
        let raise = match uplift {
            Uplift::Points { points, .. } => Phrase::new(Say::UpliftPoints).rate("rate", *points),
            Uplift::Increase { increase, .. } => Phrase::new(Say::UpliftIncrease).rate("rate", *increase),
        };
        let phrase = match uplift.when() {
            Some(when) => Phrase::new(Say::UpliftIf).phrase("condition", condition(when)).phrase("raise", raise),
            None => raise,
        };
        say(clause, phrase);
    }
    for (at, table) in payout.tiers.iter().enumerate() {
        for (place, step) in table.steps.iter().enumerate() {
            let place = Clause::Step(index, at, place);
            say(place, tier(table, step, contract));
            if let Some(once) = &step.on_entry {
                let from = threshold(table, step);
                say(place, Phrase::new(Say::OnEntry).money("amount", amount(once, contract)).with("from", from));
            }
        }
    }
    for (at, limit) in payout.limits.iter().enumerate() {
        limits(Clause::PayoutLimit(index, at), limit, contract, &mut say);
    }
}

fn groups(
    groups: &[Group],
    place: impl Fn(usize) -> Clause,
    contract: &Contract,
    say: &mut impl FnMut(Clause, Phrase),
) {
    for (at, group) in groups.iter().enumerate() {
        let phrase = match &group.label {
            Some(label) => Phrase::new(Say::GroupNamed).text("name", label.as_str()),
            None => Phrase::new(Say::Group).phrase("condition", condition(&group.when)),
        };
        say(place(at), phrase.phrase("pay", pay(&group.pay, contract)));
    }
}

fn duration(duration: &Duration) -> Phrase {
    match duration {
        Duration::Payments { payments } => Phrase::new(Say::ForPayments).number("count", payments.number()),
        Duration::Months { months, boundary, since } => {
            let say = match (since, boundary) {
                (Since::Recruitment, _) => Say::ForMonthsRecruited,
                (Since::Customer, DurationBoundary::AtMost) => Say::ForMonthsIncluding,
                (Since::Customer, DurationBoundary::Below) => Say::ForMonths,
            };
            Phrase::new(say).number("count", months.number())
        }
    }
}

fn threshold(table: &Tiers, step: &Step) -> Value {
    match step.from {
        Threshold::Number(number) if table.measure == Measure::Revenue => Value::Money(number),
        Threshold::Number(number) => Value::Number(number),
        Threshold::Share(share) => Value::Rate(share),
    }
}

fn tier(table: &Tiers, step: &Step, contract: &Contract) -> Phrase {
    let effect = match step.effect() {
        Some(Effect::Percent(rate)) => Phrase::new(Say::EffectRate).rate("rate", rate),
        Some(Effect::Fixed(fixed)) => Phrase::new(Say::FixedEach).money("amount", amount(fixed, contract)),
        Some(Effect::Points(points)) => Phrase::new(Say::EffectPoints).rate("rate", points),
        Some(Effect::Increase(increase)) => Phrase::new(Say::EffectIncrease).rate("rate", increase),
        Some(Effect::Add(add)) => Phrase::new(Say::EffectAdd).money("amount", amount(add, contract)),
        Some(Effect::Pay(other)) => pay(other, contract),
        Some(Effect::Pays(pays)) => Phrase::new(Say::FeeFixed).money("amount", amount(pays, contract)),
        None => Phrase::new(Say::Nothing),
    };
    let counted = table.measure != Measure::Revenue;
    let say = match table.mode {
        Mode::Graduated if counted => Say::GraduatedCount,
        Mode::Graduated => Say::Graduated,
        Mode::Retroactive => Say::Retroactive,
        Mode::Forward => Say::Forward,
        Mode::OrderSize => Say::OrderSize,
        Mode::Interpolated => Say::Interpolated,
    };
    let boundary = if table.boundary == Reached::Above { Say::Above } else { Say::From };
    let at = Phrase::new(boundary).with("from", threshold(table, step));
    let per = match table.rolling_days {
        Some(days) => Phrase::new(Say::PerDays).number("count", days.number()),
        None => Phrase::new(words::period(table.per)),
    };
    let phrase = Phrase::new(say).phrase("effect", effect).phrase("at", at);
    phrase.with("from", threshold(table, step)).word("measure", words::measure(table.measure)).phrase("per", per)
}

/// What a limit says.
pub(super) fn limits(clause: Clause, limit: &Limit, contract: &Contract, say: &mut impl FnMut(Clause, Phrase)) {
    let scope = match (limit.per, limit.every) {
        (LimitScope::Customer, Some(every)) => Phrase::new(Say::PerCustomerEvery).word("per", words::period(every)),
        (scope, _) => Phrase::new(words::scope(scope)),
    };
    let phrase = if let Some(max) = &limit.max {
        Phrase::new(Say::LimitMoney).money("amount", amount(max, contract))
    } else if let Some(max) = limit.max_events {
        Phrase::new(Say::LimitEvents).number("count", max.number())
    } else {
        let max = limit.max_customers.map_or(Number::ZERO, crate::document::Count::number);
        Phrase::new(Say::LimitCustomers).number("count", max)
    };
    say(clause, phrase.phrase("scope", scope));
    if limit.bonuses == BonusesIn::Outside {
        say(clause, Phrase::new(Say::BonusesOutside));
    }
}
