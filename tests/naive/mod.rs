//! A second evaluator, written from `docs/evaluation.md` alone: one event at a time, in exact fractions, slow and plain.
//!
//! It shares no code with the crate, so that both can be wrong only in ways of their own. It reads documents that are known to be
//! valid, and leaves out what comes after the statement's earnings: settlement, conversion, time zones, rewards in kind, and shares
//! by position.

mod bonuses;
mod booking;
mod calendar;
pub mod compare;
mod condition;
mod event_lines;
mod events;
mod forms;
pub mod generate;
mod lines;
pub mod narrow;
mod numbers;
mod period_limits;
mod plan;
mod promises;
mod qualify;
mod shares;
mod tables;
mod terms;
mod tier_lines;
mod volumes;
#[cfg(test)]
mod worked;
mod world;

use serde_json::Value;

use lines::{Line, Totals};
pub use numbers::Exact;
use numbers::minor_units;
use world::World;

/// What a contract pays for a list of events.
pub fn evaluate(contract: &Value, events: &Value, as_of: Option<&str>) -> Totals {
    Totals::of_lines(&statement(contract, events, as_of), minor_units(contract["currency"].as_str().unwrap()))
}

/// The lines of the statement. Each step adds some, and changes none.
pub fn statement(contract: &Value, events: &Value, as_of: Option<&str>) -> Vec<Line> {
    let as_of = as_of.map(|as_of| calendar::moment(&Value::String(as_of.to_owned())).date());
    let world = World::new(contract, events);
    let (mut lines, net) = world.event_lines();
    world.add_tiers(&net, &mut lines);
    world.add_bonuses(&mut lines);
    world.add_period_limits(&mut lines);
    world.add_clawbacks(&mut lines);
    world.add_split(&mut lines);
    world.add_payments(&mut lines, as_of);
    let horizon = world.horizon(&lines, as_of);
    world.add_guarantees(&mut lines, &horizon);
    world.add_draw(&mut lines, &horizon);
    world.add_recoupment(&mut lines, &horizon);
    world.add_carry_over(&mut lines, &horizon);
    lines.retain(|line| line.amount != numbers::zero());
    lines
}
