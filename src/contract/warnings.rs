//! Terms that can be read, and are probably not meant.

use super::clause::Clause;
use super::terms::{
    Condition, Contract, Effect, Group, Guarantee, Limit, LimitScope, Measure, Mode, Pay, Payout, Span, Step, Tiers,
};
use crate::document::{Amounts, Code, DocumentKind, Problem, Problems, Threshold};
use crate::money::{Number, Rate};

/// What is probably not meant as it is written.
#[must_use]
pub fn warnings(contract: &Contract) -> Vec<Problem> {
    let mut found = Warnings { contract, found: Problems::new(DocumentKind::Contract), pays: false };
    for (index, payout) in contract.payouts.iter().enumerate() {
        found.payout(index, payout);
    }
    for (index, bonus) in contract.bonuses.iter().enumerate() {
        if let Some(when) = &bonus.when {
            found.condition(&format!("{}/when", Clause::Bonus(index)), when);
        }
    }
    found.guarantees();
    let flat = contract.one_time.iter().map(|payment| &payment.amount);
    let flat = flat.chain(contract.retainers.iter().map(|retainer| &retainer.amount));
    let flat = flat.chain(contract.advances.iter().map(|advance| &advance.amount));
    let promised = contract.draw.is_some() || !contract.guarantees.is_empty() || !contract.bonuses.is_empty();
    if !found.pays && !promised && !flat.flat_map(Amounts::all).any(|amount| !amount.is_zero()) {
        let message = "This contract pays nothing, whatever happens.".to_owned();
        found.say(Code::PaysNothing, "", &message, "a clause that pays", "none");
    }
    found.found.into_vec()
}

struct Warnings<'a> {
    contract: &'a Contract,
    found: Problems,
    pays: bool,
}

impl Warnings<'_> {
    fn say(&mut self, code: Code, path: &str, message: &str, expected: &str, got: &str) {
        self.found.push(Problem::new(DocumentKind::Contract, code, path, message, expected, got, None));
    }

    fn payout(&mut self, index: usize, payout: &Payout) {
        let clause = Clause::Payout(index);
        self.pay(&format!("{clause}/pay"), &payout.pay);
        self.groups(&clause.to_string(), &payout.groups);
        for (at, terms) in payout.scheduled.iter().enumerate() {
            self.pay(&format!("{clause}/scheduled/{at}/pay"), &terms.pay);
            self.groups(&format!("{clause}/scheduled/{at}"), &terms.groups);
        }
        if let Some(when) = &payout.when {
            self.condition(&format!("{clause}/when"), when);
        }
        for (at, restriction) in payout.restrictions.iter().enumerate() {
            self.condition(&format!("{clause}/restrictions/{at}/when"), &restriction.when);
        }
        for (at, uplift) in payout.uplifts.iter().enumerate() {
            if let Some(when) = uplift.when() {
                self.condition(&format!("{clause}/uplifts/{at}/when"), when);
            }
        }
        for (at, tiers) in payout.tiers.iter().enumerate() {
            self.tiers(&Clause::Tiers(index, at).to_string(), tiers, payout);
        }
        let limits = payout.limits.iter().enumerate().map(|(at, limit)| (Clause::PayoutLimit(index, at), limit));
        let own = self.contract.limits.iter().enumerate().map(|(at, limit)| (Clause::Limit(at), limit));
        for (clause, limit) in limits.chain(own) {
            self.limit(clause, limit, payout);
        }
    }

    fn pay(&mut self, path: &str, pay: &Pay) {
        match pay {
            Pay::Percent { rate, .. } => self.rate(&format!("{path}/percent"), *rate),
            Pay::Fixed { amount, .. } => self.pays |= amount.all().any(|amount| !amount.is_zero()),
            Pay::Reward { .. } => self.pays = true,
            Pay::Sum { parts: forms, .. } | Pay::GreaterOf { of: forms } | Pay::LesserOf { of: forms } => {
                let field = match pay {
                    Pay::Sum { .. } => "sum",
                    Pay::GreaterOf { .. } => "greaterOf",
                    _ => "lesserOf",
                };
                for (index, form) in forms.iter().enumerate() {
                    self.pay(&format!("{path}/{field}/{index}"), form);
                }
            }
        }
    }

    fn rate(&mut self, path: &str, rate: Rate) {
        self.pays |= !rate.fraction().is_zero();
        if rate.exceeds_whole() {
            let message = format!("A rate of {rate} pays more than the base it is taken of.");
            self.say(Code::RateAboveWhole, path, &message, "a rate up to 100%", &rate.to_string());
        }
    }

    /// A group whose condition an earlier one has too never pays, where the first one does.
    fn groups(&mut self, path: &str, groups: &[Group]) {
        for (index, group) in groups.iter().enumerate() {
            self.pay(&format!("{path}/groups/{index}/pay"), &group.pay);
            self.condition(&format!("{path}/groups/{index}/when"), &group.when);
            let shadow = groups.iter().take(index).position(|earlier| covers(&earlier.when, &group.when));
            if let Some(earlier) = shadow.filter(|_| !group.when.names_nothing()) {
                let message = format!("Group {earlier} matches whatever this one matches, and comes first.");
                self.say(
                    Code::ShadowedGroup,
                    &format!("{path}/groups/{index}"),
                    &message,
                    "a condition that no earlier group has",
                    &format!("the same as group {earlier}"),
                );
            }
        }
    }

    fn condition(&mut self, path: &str, condition: &Condition) {
        if condition.names_nothing() {
            let message = "A condition that names nothing matches nothing.".to_owned();
            self.say(Code::EmptyCondition, path, &message, "something that must be true", "an empty condition");
        }
    }

    fn tiers(&mut self, path: &str, tiers: &Tiers, payout: &Payout) {
        let most = self.most(tiers, payout);
        let mut before = rate_of(&payout.pay);
        for (index, step) in tiers.steps.iter().enumerate() {
            if let Some(rate) = step.percent {
                self.rate(&format!("{path}/steps/{index}/percent"), rate);
            }
            self.pays |= [&step.fixed, &step.add, &step.pays, &step.on_entry]
                .into_iter()
                .flatten()
                .any(|amounts| amounts.all().any(|amount| !amount.is_zero()))
                || step.pay.is_some();
            let from = threshold(tiers, step);
            if let (Some(most), Some(from)) = (most, from)
                && from > most
            {
                let message = format!("A limit lets no more than {most} count, and this tier begins at {from}.");
                self.say(
                    Code::UnreachableTier,
                    &format!("{path}/steps/{index}"),
                    &message,
                    "a tier within the clause's limits",
                    &from.to_string(),
                );
            }
            let now = match step.effect() {
                Some(Effect::Percent(rate)) => Some(rate),
                _ => None,
            };
            if tiers.mode == Mode::Retroactive
                && tiers.measure == Measure::Revenue
                && let (Some(old), Some(new), Some(from)) = (before, now, from)
                && old != new
                && !from.is_zero()
            {
                self.cliff(&format!("{path}/steps/{index}"), old, new, from);
            }
            before = now.or(before);
        }
    }

    fn cliff(&mut self, path: &str, old: Rate, new: Rate, from: Number) {
        let jump = new.fraction().sub(old.fraction()).and_then(|points| points.mul(from));
        if let Ok(jump) = jump {
            let falls = jump.is_negative();
            let message = if falls {
                format!("At {from} the payout for all of the period falls by {}.", jump.abs())
            } else {
                format!("At {from} the payout for all of the period jumps by {jump}.")
            };
            let expected = "graduated tiers, where no jump is meant";
            self.say(Code::RetroactiveCliff, path, &message, expected, &format!("{old}, then {new}"));
        }
    }

    /// The most that a table can count, where a limit of events or customers over the same period says so.
    fn most(&self, tiers: &Tiers, payout: &Payout) -> Option<Number> {
        let limits = payout.limits.iter().chain(&self.contract.limits);
        let ignored = limits.filter(|limit| limit.over_limit == super::terms::OverLimit::Ignored);
        let same = ignored.filter(|limit| limit.per.period().is_some_and(|period| period == tiers.per));
        let counts = same.filter_map(|limit| match tiers.measure {
            Measure::Events => limit.max_events,
            Measure::Customers | Measure::ActiveCustomers => limit.max_customers,
            _ => None,
        });
        counts.map(crate::document::Count::number).min()
    }

    fn limit(&mut self, clause: Clause, limit: &Limit, payout: &Payout) {
        let (Some(max), Pay::Fixed { amount, .. }) = (&limit.max, &payout.pay) else { return };
        let own = self.contract.currency;
        if let (Some(max), Some(amount)) = (max.in_currency(own, own), amount.in_currency(own, own))
            && amount > max
        {
            let message = format!("One event pays {amount}, and the limit is {max}.");
            self.say(
                Code::LimitBelowPay,
                &format!("{clause}/max"),
                &message,
                "a limit that lets one event be paid",
                &max.to_string(),
            );
        }
    }

    fn guarantees(&mut self) {
        let own = self.contract.currency;
        for (index, guarantee) in self.contract.guarantees.iter().enumerate() {
            let Guarantee::Amount { amount, per, .. } = guarantee else { continue };
            let scope = match per {
                Span::Month => LimitScope::Month,
                Span::Quarter => LimitScope::Quarter,
                Span::Year => LimitScope::Year,
            };
            let limits = self.contract.limits.iter().filter(|limit| limit.per == scope);
            let most = limits.filter_map(|limit| limit.max.as_ref()?.in_currency(own, own)).min();
            if let (Some(most), Some(amount)) = (most, amount.in_currency(own, own))
                && amount > most
            {
                let message = format!("{amount} is guaranteed, and a limit of the same period is {most}.");
                let expected = "a guarantee within the limit";
                self.say(
                    Code::GuaranteeAboveLimit,
                    &format!("{}/amount", Clause::Guarantee(index)),
                    &message,
                    expected,
                    &amount.to_string(),
                );
            }
        }
    }
}

/// Whether one condition is met wherever the other is: it names no test that the other does not name too.
fn covers(one: &Condition, other: &Condition) -> bool {
    if one == other {
        return true;
    }
    let plain = one.all.is_none() && one.any.is_none() && one.not.is_none() && one.attributes.is_none();
    plain
        && !one.names_nothing()
        && one.tests().all(|(name, test)| other.tests().any(|(same, theirs)| same == name && theirs == test))
        && (one.date.is_none() || one.date == other.date)
        && (one.customer_since.is_none() || one.customer_since == other.customer_since)
        && (one.weekday.is_none() || one.weekday == other.weekday)
}

fn rate_of(pay: &Pay) -> Option<Rate> {
    match pay {
        Pay::Percent { rate, .. } => Some(*rate),
        _ => None,
    }
}

fn threshold(tiers: &Tiers, step: &Step) -> Option<Number> {
    match step.from {
        Threshold::Number(number) => Some(number),
        Threshold::Share(share) => tiers.quota.and_then(|quota| quota.number().mul(share.fraction()).ok()),
    }
}
