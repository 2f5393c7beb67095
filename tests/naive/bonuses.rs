//! Extra amounts for what was reached.

use std::collections::BTreeMap;

use num_traits::{Signed, ToPrimitive};
use serde_json::Value;

use super::condition::{Subject, is_met};
use super::events::Facts;
use super::lines::Line;
use super::numbers::{Exact, at_most, number, one, zero};
use super::terms::{get, list, text, word};
use super::volumes::Volumes;
use super::world::World;

impl World {
    pub fn add_bonuses(&self, lines: &mut Vec<Line>) {
        for (index, bonus) in self.terms.offered("bonuses") {
            let kinds: Vec<_> = list(&bonus, "events").iter().filter_map(Value::as_str).collect();
            let events = self.events.iter().enumerate().filter(|(event, single)| {
                kinds.contains(&single.kind())
                    && single.level() == 1
                    && self.terms.in_term(single.day())
                    && is_met(&bonus, &Subject { event: single, facts: &single.facts, item: None })
                    && !self.is_gone(*event)
                    && !self.ignored[*event]
            });
            let mut groups = BTreeMap::<String, Vec<(usize, &Facts)>>::new();
            for (event, single) in events {
                let whose = if word(&bonus, "of", "partner") == "customer" { single.customer.as_str() } else { "" };
                groups.entry(whose.to_owned()).or_default().push((event, &single.facts));
            }
            for events in groups.values() {
                let volumes = Volumes::new(self, &bonus, events, &self.kept);
                self.add_bonus(&format!("/bonuses/{index}"), &bonus, &volumes, lines);
            }
        }
    }

    /// The bonus of each period, step by step, on the day of the event that reaches it.
    fn add_bonus(&self, clause: &str, bonus: &Value, volumes: &Volumes, lines: &mut Vec<Line>) {
        let mut periods = BTreeMap::<&str, Vec<usize>>::new();
        for entry in &volumes.entries {
            periods.entry(&entry.period).or_default().push(entry.event);
        }
        for (period, events) in periods {
            let mut reached = Vec::new();
            for event in events {
                let now = amounts(self, bonus, &volumes.total_up_to(period, event));
                for amount in now.into_iter().skip(reached.len()) {
                    reached.push((self.events[event].day(), amount));
                }
            }
            if get(bonus, "ladder").is_some() && word(bonus, "ladderPays", "highest") == "highest" {
                reached = reached.pop().into_iter().collect();
            }
            for (day, amount) in reached {
                lines.push(Line::new("bonus", clause, day, self.terms.round(&amount)));
            }
        }
    }
}

/// The amounts of all rungs or steps that a volume reaches.
fn amounts(world: &World, bonus: &Value, volume: &Exact) -> Vec<Exact> {
    let above = text(bonus, "boundary") == Some("above");
    let Some(every) = get(bonus, "every") else {
        let rungs = list(bonus, "ladder").iter().filter(|rung| {
            let from = number(&rung["from"]);
            if above { *volume > from } else { *volume >= from }
        });
        return rungs.map(|rung| world.terms.amount(rung, "amount").unwrap_or_else(zero)).collect();
    };
    let most = get(every, "upTo").map_or_else(|| volume.clone(), |most| at_most(volume.clone(), &number(most)));
    let counted = most - get(every, "above").map_or_else(zero, number);
    if counted.is_negative() {
        return Vec::new();
    }
    let steps = counted / number(&every["step"]);
    let full = if above { (steps.ceil() - one()).to_integer() } else { steps.floor().to_integer() };
    let amount = world.terms.amount(every, "amount").unwrap_or_else(zero);
    vec![amount; full.to_usize().unwrap_or(0)]
}
