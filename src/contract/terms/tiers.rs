//! Rates that depend on volume.

use crate::document::{Amount, Amounts, Code, Count, Label, Name, Reader, Threshold, choice, record};
use crate::money::Rate;

use super::pay::Pay;
use super::period::Period;

record! {
    /// A table of tiers: what is paid depends on how much is reached.
    ///
    /// What a tier changes is paid as a difference to the clause's own pay, on lines of its own, except where it is known when
    /// the event happens (`forward`, `orderSize`, and any table `per` order).
    ///
    /// ```json
    /// { "mode": "graduated", "measure": "revenue", "per": "month",
    ///   "steps": [{ "from": "10000", "percent": "12%" }, { "from": "25000", "percent": "15%" }] }
    /// ```
    pub struct Tiers {
        /// What the table is called.
        "label" => label: Label = optional,
        /// Which volume a tier's rate is paid on; never inferred.
        "mode" => mode: Mode = required,
        /// What is counted; revenue unless said.
        "measure" => measure: Measure = defaulted,
        /// The types of events that are counted; the clause's own unless said.
        "counting" => counting: Vec<Name> = optional,
        /// How often the count starts anew; each month unless said.
        "per" => per: Period = defaulted,
        /// The last so many days are counted instead, the event's day included; for `forward` only.
        "rollingDays" => rolling_days: Count = optional,
        /// What 100 % of attainment is, in the measure's units; `from` may then be written as a share of it.
        "quota" => quota: Amount = optional,
        /// Whether a tier is reached at its threshold, or only above it; at it unless said.
        "boundary" => boundary: Reached = defaulted,
        /// Whether an event counts for its own tier, in `forward` tables; it does unless said.
        "running" => running: Running = defaulted,
        /// The tiers, in rising order. Below the first, the clause's own pay holds.
        "steps" => steps: Vec<Step> = required,
    }
    checked by order
}

choice! {
    /// Which volume a tier's rate is paid on.
    pub enum Mode {
        /// Each part of the volume at the rate of its own band ("past each tier").
        Graduated => "graduated",
        /// All of the period's volume at the rate that it reaches ("for all actions").
        Retroactive => "retroactive",
        /// Each event wholly at the rate of the running total when it happens; earlier events keep theirs.
        Forward => "forward",
        /// Each order wholly at the rate of its own size; nothing accumulates.
        OrderSize => "orderSize",
        /// A straight line between points: each step `pays` an amount, or a `percent` of the whole volume, exactly at its `from`.
        Interpolated => "interpolated",
    }
}

choice! {
    /// What is counted.
    pub enum Measure = Revenue {
        /// The events' amounts.
        Revenue => "revenue",
        /// The events.
        Events => "events",
        /// Their units.
        Units => "units",
        /// Customers whose first event it is. Each customer keeps its own number, so later payments stay in the customer's band.
        Customers => "customers",
        /// Customers with an event in the period.
        ActiveCustomers => "activeCustomers",
    }
}

choice! {
    /// Whether a threshold is reached at equality.
    pub enum Reached = AtLeast {
        /// At it: "from 10,000".
        AtLeast => "atLeast",
        /// Only above it: "more than 10,000".
        Above => "above",
    }
}

choice! {
    /// Whether an event counts for its own tier.
    pub enum Running = Including {
        /// The running total includes it.
        Including => "including",
        /// The running total is that before it.
        Before => "before",
    }
}

record! {
    /// One tier: from where, and the one thing that then changes.
    ///
    /// ```json
    /// { "from": "25000", "percent": "15%", "label": "Gold" }
    /// ```
    pub struct Step {
        /// Where it begins.
        "from" => from: Threshold = required,
        /// What the tier is called.
        "label" => label: Label = optional,
        /// The rate of the pay becomes this one.
        "percent" => percent: Rate = optional,
        /// The fixed amount of the pay becomes this one.
        "fixed" => fixed: Amounts = optional,
        /// Points are added to the rate: 12 % and `"2%"` are 14 %.
        "points" => points: Rate = optional,
        /// The pay is increased by a percentage of itself: 6 % increased by `"16.8%"` are 7.008 %.
        "increase" => increase: Rate = optional,
        /// A fixed amount is added for each event.
        "add" => add: Amounts = optional,
        /// Other pay altogether.
        "pay" => pay: Pay = optional,
        /// In `interpolated` tables: what the volume pays exactly here.
        "pays" => pays: Amounts = optional,
        /// Paid once when the tier is entered: each tier that is entered when `graduated`, the reached one alone when
        /// `retroactive`. The first tier is entered by any event.
        "onEntry" => on_entry: Amounts = optional,
    }
    checked by one_effect
}

/// What a tier changes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Effect<'a> {
    /// The rate becomes this one.
    Percent(Rate),
    /// The fixed amount becomes this one.
    Fixed(&'a Amounts),
    /// Points are added to the rate.
    Points(Rate),
    /// The pay is increased by a percentage of itself.
    Increase(Rate),
    /// A fixed amount is added for each event.
    Add(&'a Amounts),
    /// Other pay altogether.
    Pay(&'a Pay),
    /// What the volume pays exactly here.
    Pays(&'a Amounts),
}

impl Step {
    /// What it changes; the first of several, and nothing where none is said, neither of which can be read.
    #[must_use]
    pub fn effect(&self) -> Option<Effect<'_>> {
        self.effects().next()
    }

    fn effects(&self) -> impl Iterator<Item = Effect<'_>> {
        [
            self.percent.map(Effect::Percent),
            self.fixed.as_ref().map(Effect::Fixed),
            self.points.map(Effect::Points),
            self.increase.map(Effect::Increase),
            self.add.as_ref().map(Effect::Add),
            self.pay.as_ref().map(Effect::Pay),
            self.pays.as_ref().map(Effect::Pays),
        ]
        .into_iter()
        .flatten()
    }
}

fn one_effect(step: &Step, at: &mut Reader) {
    let found = step.effects().count();
    if found == 1 {
        return;
    }
    let (code, message) = if found == 0 {
        (Code::MissingField, "It is not said what this tier changes.")
    } else {
        (Code::ConflictingFields, "A tier changes one thing.")
    };
    let expected = "exactly one of: percent, fixed, points, increase, add, pay, pays".to_owned();
    at.report(code, message, &expected, &format!("{found} of them"), None);
}

/// Steps out of order, and steps that their table gives no meaning.
fn order(tiers: &Tiers, at: &mut Reader) {
    if tiers.steps.is_empty() {
        at.inside("steps", |at| {
            at.report(
                Code::MissingField,
                "A table without tiers says nothing.",
                "at least one tier",
                "an empty list",
                None,
            );
        });
    }
    for (index, step) in tiers.steps.iter().enumerate() {
        at.under(&format!("steps/{index}"), |at| {
            let before = index.checked_sub(1).and_then(|before| tiers.steps.get(before));
            let rises = match (before.map(|before| before.from), step.from) {
                (Some(Threshold::Number(before)), Threshold::Number(from)) => before < from,
                (Some(Threshold::Share(before)), Threshold::Share(from)) => before < from,
                (Some(_), _) => false,
                (None, _) => true,
            };
            if !rises {
                at.inside("from", |at| {
                    at.report(
                        Code::TiersOutOfOrder,
                        "Tiers stand in rising order; each begins where the one before it ends.",
                        "a higher threshold than the tier before",
                        &step.from.to_string(),
                        None,
                    );
                });
            }
            if matches!(step.from, Threshold::Share(_)) && tiers.quota.is_none() {
                at.inside("from", |at| {
                    at.report(
                        Code::MissingField,
                        "A share is a share of a quota, and this table has none.",
                        "a \"quota\" beside \"steps\", or a plain number",
                        &step.from.to_string(),
                        None,
                    );
                });
            }
            let between = tiers.mode == Mode::Interpolated;
            let fits = match step.effect() {
                Some(Effect::Pays(_)) => between,
                Some(Effect::Percent(_)) | None => true,
                Some(_) => !between,
            };
            if !fits {
                let expected = if between {
                    "\"pays\" or \"percent\" in an interpolated table"
                } else {
                    "\"pays\" in interpolated tables only"
                };
                at.report(
                    Code::ConflictingFields,
                    "This tier's effect has no meaning in this kind of table.",
                    expected,
                    &format!("a table of mode \"{}\"", tiers.mode.word()),
                    None,
                );
            }
        });
    }
}
