//! The lines of the events themselves: payouts, limits, reversals and roundings.

use std::collections::BTreeMap;

use super::booking::Booked;
use super::calendar::month_name;
use super::lines::Line;
use super::numbers::{Exact, at_least, one, rate, zero};
use super::terms::{get, text};
use super::world::World;
use jiff::civil::Date;

/// Exact amounts of one line, with the line's last day.
type Accumulated = BTreeMap<(&'static str, String, usize, String), (Date, Exact)>;

impl World {
    /// The share of a reversed pay that is taken back.
    fn share(&self) -> Exact {
        get(&self.terms.doc, "refunds").and_then(|refunds| get(refunds, "share")).map_or_else(one, rate)
    }

    /// Payout, limit, reversal and rounding lines; and the pay of each event on what remains of it.
    pub fn event_lines(&self) -> (Vec<Line>, Vec<Booked>) {
        let gross = self.book(&vec![one(); self.events.len()]);
        let net = self.book(&self.kept);
        let mut lines = Vec::new();
        let mut months = Accumulated::new();
        for ((qualified, gross), net) in self.qualified.iter().zip(&gross).zip(&net) {
            if qualified.over {
                continue;
            }
            let payout = &self.terms.payouts[qualified.payout];
            let day = self.events[qualified.event].day();
            let reversed = (&net.paid - &gross.paid) * self.share();
            let cuts = gross.cuts.iter().map(|(clause, cut)| ("limit", clause.clone(), cut.clone()));
            let own = [("payout", payout.clause(), gross.own.clone()), ("reversal", payout.clause(), reversed)];
            for (kind, clause, amount) in own.into_iter().chain(cuts) {
                if payout.accumulates {
                    // Each payout has lines of its own under a limit of the contract, too.
                    let name = (kind, clause, payout.index, month_name(day));
                    let (last, sum) = months.entry(name).or_insert_with(|| (day, zero()));
                    *last = day.max(*last);
                    *sum += amount;
                } else {
                    let line = Line::new(kind, clause, day, self.terms.round(&amount));
                    lines.push(line.of_payout(payout.index).of_event(qualified.event));
                }
            }
        }
        for ((kind, clause, payout, _), (day, amount)) in months {
            lines.push(Line::new(kind, clause, day, self.terms.round(&amount)).of_payout(payout));
        }
        if self.terms.round_each == "period" {
            self.add_roundings(&gross, &mut lines);
        }
        (lines, net)
    }

    fn add_roundings(&self, gross: &[Booked], lines: &mut Vec<Line>) {
        let mut months = BTreeMap::<(usize, String), (Date, Exact, Exact)>::new();
        for (qualified, booked) in self.qualified.iter().zip(gross) {
            let day = self.events[qualified.event].day();
            let name = (qualified.payout, month_name(day));
            let (last, exact, rounded) = months.entry(name).or_insert_with(|| (day, zero(), zero()));
            *last = day.max(*last);
            *exact += &booked.exact;
            *rounded += &booked.own;
        }
        for ((payout, _), (day, exact, rounded)) in months {
            let payout = &self.terms.payouts[payout];
            if !payout.accumulates {
                lines.push(Line::new("rounding", payout.clause(), day, self.terms.round(&exact) - rounded));
            }
        }
    }

    /// What refunds after the lock take back of the events' own pay, one after the other.
    pub fn add_clawbacks(&self, lines: &mut Vec<Line>) {
        let refunds = get(&self.terms.doc, "refunds");
        if refunds.is_some_and(|refunds| text(refunds, "afterLock") == Some("ignored")) {
            return;
        }
        let mut left = self.kept.clone();
        for clawback in &self.clawbacks {
            let event = clawback.event;
            let with = |own: &Exact| {
                let mut all = self.kept.clone();
                all[event] = own.clone();
                self.book(&all)
            };
            let before = with(&left[event]);
            left[event] = at_least(&left[event] - &clawback.taken, &zero());
            let after = with(&left[event]);
            for ((qualified, before), after) in self.qualified.iter().zip(&before).zip(&after) {
                if qualified.event == event {
                    let clause = self.terms.payouts[qualified.payout].clause();
                    let amount = self.terms.round(&((&after.paid - &before.paid) * self.share()));
                    let line = Line::new("reversal", clause, clawback.day, amount).of_event(event);
                    lines.push(Line { clawback: true, ..line });
                }
            }
        }
    }
}
