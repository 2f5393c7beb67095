//! Payments for no event, and money that is promised or paid ahead.

use jiff::civil::Date;
use num_traits::{Signed, Zero};
use serde_json::Value;

use super::calendar::{date, days_in, overlap, plus_days, span};
use super::events::Event;
use super::lines::Line;
use super::numbers::{Exact, at_least, int, zero};
use super::terms::{count, get, list, text, word};
use super::world::World;

/// Kinds of lines that guarantees make up to.
const EARNED: [&str; 7] = ["payout", "limit", "tier", "bonus", "reversal", "split", "guarantee"];
/// Kinds of lines that nothing is kept back from.
const ASIDE: [&str; 3] = ["oneTime", "retainer", "advance"];

/// From where to where periods run.
pub struct Horizon {
    all: Option<(Date, Date)>,
    as_of: Option<Date>,
}

impl World {
    fn effective(&self) -> (Option<Date>, Option<Date>) {
        let term = get(&self.terms.doc, "effective");
        let end = |key: &str| term.and_then(|term| get(term, key)).map(date);
        (end("from"), end("to"))
    }

    pub fn horizon(&self, lines: &[Line], as_of: Option<Date>) -> Horizon {
        let lines = lines.iter().filter(|line| !line.amount.is_zero());
        let days = self.events.iter().map(Event::day).chain(lines.map(|line| line.date));
        let days: Vec<_> = days.collect();
        let first = self.effective().0.or_else(|| days.iter().min().copied());
        let last = as_of.or_else(|| days.iter().max().copied());
        Horizon { all: first.zip(last).filter(|(first, last)| first <= last), as_of }
    }

    /// The settled periods of the horizon.
    fn settled(&self, horizon: &Horizon, per: &str) -> Vec<(Date, Date)> {
        let mut periods = Vec::new();
        let Some((first, last)) = horizon.all else { return periods };
        let mut day = first;
        while day <= last {
            let period = span(per, day, self.terms.week_starts);
            if horizon.as_of.is_none_or(|as_of| period.1 <= as_of) {
                periods.push(period);
            }
            day = plus_days(period.1, 1);
        }
        periods
    }

    /// The part of a period in the contract's term.
    fn in_effect(&self, period: (Date, Date)) -> Option<(Date, Date)> {
        let (from, to) = self.effective();
        overlap(period, (from.unwrap_or(Date::MIN), to.unwrap_or(Date::MAX)))
    }

    fn part(&self, clause: &Value, amount: &Exact, period: (Date, Date), part: (Date, Date)) -> Exact {
        let by_days = word(clause, "partPeriods", "full") == "byDays";
        let share = if by_days { int(days_in(part)) / int(days_in(period)) } else { int(1) };
        self.terms.round(&(amount * share))
    }

    pub fn add_payments(&self, lines: &mut Vec<Line>, as_of: Option<Date>) {
        for (index, payment) in self.terms.offered("oneTime") {
            let amount = self.terms.amount(&payment, "amount").unwrap_or_else(zero);
            lines.push(Line::new(
                "oneTime",
                format!("/oneTime/{index}"),
                date(&payment["on"]),
                self.terms.round(&amount),
            ));
        }
        let horizon = self.horizon(lines, as_of).all;
        for (index, retainer) in self.terms.offered("retainers") {
            let term = get(&retainer, "during").or(get(&self.terms.doc, "effective"));
            let end = |key: &str| term.and_then(|term| get(term, key)).map(date);
            let from = end("from").or(horizon.map(|horizon| horizon.0));
            let to = end("to").or(horizon.map(|horizon| horizon.1));
            let Some((from, to)) = from.zip(to) else { continue };
            let open = (end("from").unwrap_or(Date::MIN), end("to").unwrap_or(Date::MAX));
            let amount = self.terms.amount(&retainer, "amount").unwrap_or_else(zero);
            let mut day = from;
            while day <= to {
                let period = span(word(&retainer, "per", "month"), day, self.terms.week_starts);
                let part = overlap(period, open).unwrap();
                let paid = self.part(&retainer, &amount, period, part);
                lines.push(Line::new("retainer", format!("/retainers/{index}"), day, paid));
                day = plus_days(period.1, 1);
            }
        }
        for advance in list(&self.terms.doc, "advances") {
            if word(advance, "paid", "here") == "here" {
                let amount = self.terms.amount(advance, "amount").unwrap_or_else(zero);
                lines.push(Line::new("advance", "/advances", date(&advance["on"]), self.terms.round(&amount)));
            }
        }
    }

    pub fn add_guarantees(&self, lines: &mut Vec<Line>, horizon: &Horizon) {
        // Those of customers first: what they add counts for the others.
        for (index, guarantee) in list(&self.terms.doc, "guarantees").iter().enumerate() {
            if get(guarantee, "perCustomer").is_some() {
                self.add_customer_guarantee(&format!("/guarantees/{index}"), guarantee, lines);
            }
        }
        for (index, guarantee) in list(&self.terms.doc, "guarantees").iter().enumerate() {
            let clause = format!("/guarantees/{index}");
            if get(guarantee, "perCustomer").is_some() {
                continue;
            }
            for period in self.settled(horizon, word(guarantee, "per", "month")) {
                let Some(part) = self.in_effect(period) else { continue };
                let promised = if let Some(each) = self.terms.amount(guarantee, "each") {
                    let events = self.events.iter().enumerate().filter(|(event, single)| {
                        text(guarantee, "event") == Some(single.kind())
                            && single.level() == 1
                            && (part.0..=part.1).contains(&single.day())
                            && !self.is_gone(*event)
                    });
                    self.terms.round(&(each * int(i64::try_from(events.count()).unwrap())))
                } else {
                    let amount = self.terms.amount(guarantee, "amount").unwrap_or_else(zero);
                    self.part(guarantee, &amount, period, part)
                };
                let missing = promised - sum(lines, period, |line| EARNED.contains(&line.kind));
                if missing.is_positive() {
                    lines.push(Line::new("guarantee", clause.clone(), period.1, missing));
                }
            }
        }
    }

    fn add_customer_guarantee(&self, clause: &str, guarantee: &Value, lines: &mut Vec<Line>) {
        let kind = text(guarantee, "event").unwrap();
        let after = count(guarantee, "afterPayments").unwrap();
        let promised = self.terms.round(&self.terms.amount(guarantee, "perCustomer").unwrap_or_else(zero));
        let settles = |event: usize| {
            let single = &self.events[event];
            single.kind() == kind
                && single.level() == 1
                && single.payment_number == after
                && self.terms.in_term(single.day())
                && single.doc.get("customer").is_some()
                && !self.is_gone(event)
        };
        for (event, single) in self.events.iter().enumerate() {
            let again = (event + 1..self.events.len())
                .any(|later| settles(later) && self.events[later].customer == single.customer);
            if !settles(event) || again {
                continue;
            }
            let own = lines.iter().filter(|line| {
                line.event.is_some_and(|other| {
                    let other_event = &self.events[other];
                    other <= event && other_event.customer == single.customer && other_event.kind() == kind
                }) && EARNED.contains(&line.kind)
            });
            let missing = &promised - own.map(|line| line.amount.clone()).sum::<Exact>();
            if missing.is_positive() {
                lines.push(Line::new("guarantee", clause, single.day(), missing));
            }
        }
    }

    pub fn add_draw(&self, lines: &mut Vec<Line>, horizon: &Horizon) {
        let Some(draw) = get(&self.terms.doc, "draw") else { return };
        let level = self.terms.round(&self.terms.amount(draw, "amount").unwrap_or_else(zero));
        let mut owed = zero();
        for period in self.settled(horizon, word(draw, "per", "month")) {
            let missing = &level - sum(lines, period, |line| EARNED.contains(&line.kind));
            if missing.is_positive() && self.in_effect(period).is_some() {
                owed += &missing;
                lines.push(Line::new("draw", "/draw", period.1, missing));
            } else if missing.is_negative() && word(draw, "shortfall", "kept") == "recoverable" {
                let kept_back = owed.clone().min(-missing);
                owed -= &kept_back;
                lines.push(Line::new("recoupment", "/draw", period.1, -kept_back));
            }
        }
    }

    pub fn add_recoupment(&self, lines: &mut Vec<Line>, horizon: &Horizon) {
        let advances = list(&self.terms.doc, "advances").iter().map(|advance| {
            let own_year = word(advance, "recoupment", "running") == "ownYear";
            let amount = self.terms.round(&self.terms.amount(advance, "amount").unwrap_or_else(zero));
            (own_year, date(&advance["on"]), amount)
        });
        let mut balances: Vec<_> = advances.collect();
        // Those that lapse go first.
        balances.sort_by_key(|(own_year, on, _)| (!own_year, *on));
        for period in self.settled(horizon, "month") {
            let mut earned = sum(lines, period, |line| !ASIDE.contains(&line.kind));
            for (own_year, on, balance) in &mut balances {
                let is_open = *on <= period.1 && (!*own_year || on.year() == period.0.year());
                let kept_back = at_least(balance.clone().min(earned.clone()), &zero());
                if is_open && !kept_back.is_zero() {
                    *balance -= &kept_back;
                    earned -= &kept_back;
                    lines.push(Line::new("recoupment", "/advances", period.1, -kept_back));
                }
            }
        }
    }

    pub fn add_carry_over(&self, lines: &mut Vec<Line>, horizon: &Horizon) {
        let Some(rule) = get(&self.terms.doc, "negativeBalance") else { return };
        let mut deficit = zero();
        for period in self.settled(horizon, word(rule, "per", "month")) {
            let earned = sum(lines, period, |line| !ASIDE.contains(&line.kind));
            let (kind, carried) = if earned.is_negative() {
                ("carryOver", -earned)
            } else {
                ("recoupment", -deficit.clone().min(earned))
            };
            if text(rule, "deficit") == Some("carried") {
                deficit += &carried;
            }
            lines.push(Line::new(kind, "/negativeBalance", period.1, carried));
        }
    }
}

fn sum(lines: &[Line], (from, to): (Date, Date), is_about: impl Fn(&Line) -> bool) -> Exact {
    let lines = lines.iter().filter(|line| (from..=to).contains(&line.date) && is_about(line));
    lines.map(|line| line.amount.clone()).sum()
}
