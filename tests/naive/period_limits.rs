//! Limits in money over calendar periods.

use std::collections::BTreeMap;

use jiff::civil::Weekday;
use serde_json::Value;

use super::calendar::span;
use super::lines::Line;
use super::numbers::Exact;
use super::terms::{get, list, text, word};
use super::world::World;

impl World {
    /// First those of each payout, then those of the contract.
    pub fn add_period_limits(&self, lines: &mut Vec<Line>) {
        for payout in &self.terms.payouts {
            let of_payout = |line: &Line| line.payout == Some(payout.index);
            for limit in list(&payout.doc, "limits") {
                let cuts = self.cuts(&payout.clause(), limit, lines, &of_payout).into_iter();
                lines.extend(cuts.map(|cut| cut.of_payout(payout.index)));
            }
        }
        for (index, limit) in list(&self.terms.doc, "limits").iter().enumerate() {
            let outside = word(limit, "bonuses", "inside") == "outside";
            let cuts = self.cuts(&format!("/limits/{index}"), limit, lines, &|line| !outside || line.kind != "bonus");
            lines.extend(cuts);
        }
    }

    fn cuts(&self, clause: &str, limit: &Value, lines: &[Line], is_about: &dyn Fn(&Line) -> bool) -> Vec<Line> {
        let per = text(limit, "per").unwrap();
        let Some(max) = get(limit, "max").filter(|_| !["event", "item", "customer"].contains(&per)) else {
            return Vec::new();
        };
        let mut periods = BTreeMap::<_, Vec<&Line>>::new();
        for line in lines.iter().filter(|line| is_about(line)) {
            if ["payout", "limit", "reversal", "tier", "bonus"].contains(&line.kind) && !line.clawback {
                periods.entry(span(per, line.date, self.terms.week_starts)).or_default().push(line);
            }
        }
        let mut cuts = Vec::new();
        for ((from, _), lines) in periods {
            let of_day = get(limit, "weekdays").and_then(|days| get(days, name(from.weekday())));
            let Some(most) = self.terms.amounts(of_day.unwrap_or(max)) else { continue };
            let sum: Exact = lines.iter().map(|line| line.amount.clone()).sum();
            if sum > most {
                let last = lines.iter().map(|line| line.date).max().unwrap();
                cuts.push(Line::new("limit", clause, last, self.terms.round(&(most - sum))));
            }
        }
        cuts
    }
}

fn name(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "monday",
        Weekday::Tuesday => "tuesday",
        Weekday::Wednesday => "wednesday",
        Weekday::Thursday => "thursday",
        Weekday::Friday => "friday",
        Weekday::Saturday => "saturday",
        Weekday::Sunday => "sunday",
    }
}
