//! Lines of tables of tiers over periods.

use std::collections::BTreeMap;

use num_traits::Zero;
use serde_json::Value;

use super::booking::Booked;
use super::lines::Line;
use super::numbers::{Exact, one, zero};
use super::plan::{Pools, Question, of_packages};
use super::tables::Table;
use super::terms::list;
use super::volumes::Volumes;
use super::world::World;

/// What a table makes of a period.
struct Change {
    /// The last event that is counted or qualifies.
    last: usize,
    /// What the period's events pay by the table.
    by_table: Exact,
    /// What they pay by themselves.
    own: Exact,
    /// Packages that are counted over the whole period.
    pools: Pools,
    /// Whether any of an interpolated amount is paid.
    has_begun: bool,
}

impl Default for Change {
    fn default() -> Self {
        Self { last: 0, by_table: zero(), own: zero(), pools: Pools::new(), has_begun: false }
    }
}

impl World {
    /// What tables over periods change.
    pub fn add_tiers(&self, net: &[Booked], lines: &mut Vec<Line>) {
        for payout in 0..self.terms.payouts.len() {
            for doc in list(&self.terms.payouts[payout].doc, "tiers") {
                if !Table::new(doc).is_known_at_once() {
                    self.add_table(payout, doc, net, lines);
                }
            }
        }
    }

    fn add_table(&self, payout: usize, doc: &Value, net: &[Booked], lines: &mut Vec<Line>) {
        let table = Table::new(doc);
        let volumes = Volumes::of_table(self, payout, doc, &self.kept);
        let at_once = self.at_once(payout, &self.kept);
        let mut periods = BTreeMap::<String, Change>::new();
        for entry in &volumes.entries {
            let change = periods.entry(entry.period.clone()).or_default();
            change.last = change.last.max(entry.event);
        }
        for (qualified, booked) in self.qualified.iter().zip(net) {
            let event = qualified.event;
            if qualified.payout != payout {
                continue;
            }
            let period = self.period(&volumes.per, event);
            let total = volumes.total(&period);
            let change = periods.entry(period).or_default();
            change.last = change.last.max(event);
            if qualified.over || self.is_gone(event) {
                continue;
            }
            change.own += &booked.own;
            let (before, after) = volumes.place(self, event);
            let shares = match table.mode() {
                "interpolated" => {
                    // Nothing was paid before the period began, even if its line begins above zero.
                    if change.has_begun || !before.is_zero() {
                        change.by_table -= table.interpolated(&self.terms, &before);
                    }
                    change.by_table += table.interpolated(&self.terms, &after);
                    change.has_begun = true;
                    continue;
                }
                "graduated" => table.bands(&before, &after),
                _ => vec![(one(), table.reached(&total))],
            };
            let question = Question { world: self, qualified, left: &self.kept[event], volumes: &at_once };
            let parts = question.by_table(&table, &shares, &mut change.pools);
            change.by_table += self.rounded(&self.terms.payouts[payout], &parts);
        }
        let payout = &self.terms.payouts[payout];
        for (period, mut change) in periods {
            for ((_, form), units) in &change.pools {
                change.by_table += of_packages(&self.terms, &serde_json::from_str(form).unwrap(), units);
            }
            let difference = if payout.accumulates {
                self.terms.round(&(change.by_table - change.own))
            } else {
                self.terms.round(&change.by_table) - change.own
            };
            let entered = self.entered(&table, &volumes, &period);
            let entered = entered.iter().map(|amount| self.terms.round(amount));
            for amount in std::iter::once(difference).chain(entered).filter(|amount| !amount.is_zero()) {
                let line = Line::new("tier", payout.clause(), self.events[change.last].day(), amount);
                lines.push(line.of_payout(payout.index));
            }
        }
    }

    /// The amounts of the steps that a period has entered.
    fn entered(&self, table: &Table, volumes: &Volumes, period: &str) -> Vec<Exact> {
        let total = volumes.total(period);
        if !volumes.has_any(period) {
            return Vec::new();
        }
        let steps = (0..table.steps.len()).filter(|step| match table.mode() {
            "graduated" => total > table.start(*step) || (*step == 0 && table.from(0).is_zero()),
            "retroactive" => table.reached(&total) == Some(*step),
            _ => false,
        });
        steps.filter_map(|step| self.terms.amount(&table.steps[step], "onEntry")).collect()
    }
}
