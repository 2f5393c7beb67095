//! Extra amounts for what was reached.

use crate::document::{Amount, Amounts, Code, Label, Name, Reader, choice, record};

use super::condition::Condition;
use super::period::Period;
use super::tiers::{Measure, Reached};

record! {
    /// An extra amount for what was reached: once at a threshold, on a ladder, for every N, or on a milestone of one customer.
    ///
    /// ```json
    /// { "label": "Every fifth trial", "events": ["trial"], "measure": "events", "per": "contract",
    ///   "every": { "step": "5", "amount": "100" } }
    /// ```
    pub struct Bonus {
        /// What the bonus is called.
        "label" => label: Label = optional,
        /// The offer to which it belongs; every offer unless said.
        "offer" => offer: Name = optional,
        /// The types of events that are counted.
        "events" => events: Vec<Name> = required,
        /// Which of them are counted; all unless said.
        "when" => when: Condition = optional,
        /// What is counted; revenue unless said.
        "measure" => measure: Measure = defaulted,
        /// How often the count starts anew; each month unless said.
        "per" => per: Period = defaulted,
        /// Whose volume is counted: all customers' together, or each customer's by itself.
        "of" => of: Of = defaulted,
        /// Whether a threshold is reached at equality; it is unless said.
        "boundary" => boundary: Reached = defaulted,
        /// Thresholds with an amount for each.
        "ladder" => ladder: Vec<LadderStep> = optional,
        /// Which amounts of the ladder are paid; the highest reached unless said.
        "ladderPays" => ladder_pays: LadderPays = defaulted,
        /// An amount for every full step.
        "every" => every: EveryN = optional,
    }
    checked by one_kind
}

choice! {
    /// Whose volume is counted.
    pub enum Of = Partner {
        /// All customers' together.
        Partner => "partner",
        /// Each customer's by itself (a milestone of the customer).
        Customer => "customer",
    }
}

record! {
    /// One rung of a ladder.
    pub struct LadderStep {
        /// What must be reached.
        "from" => from: Amount = required,
        /// What is then paid.
        "amount" => amount: Amounts = required,
        /// What the rung is called.
        "label" => label: Label = optional,
    }
}

choice! {
    /// Which amounts of a ladder are paid.
    pub enum LadderPays = Highest {
        /// Only that of the highest rung reached.
        Highest => "highest",
        /// Those of all rungs reached.
        Cumulative => "cumulative",
    }
}

record! {
    /// An amount for every full step.
    pub struct EveryN {
        /// How much makes a step.
        "step" => step: Amount = required,
        /// What each pays.
        "amount" => amount: Amounts = required,
        /// What does not count at first.
        "above" => above: Amount = optional,
        /// Up to where it counts.
        "upTo" => up_to: Amount = optional,
    }
}

/// A bonus that pays nothing or in two ways, rungs out of order, and steps of nothing.
fn one_kind(bonus: &Bonus, at: &mut Reader) {
    if bonus.ladder.is_some() == bonus.every.is_some() {
        let (code, got) = match bonus.every {
            Some(_) => (Code::ConflictingFields, "both of them"),
            None => (Code::MissingField, "none of them"),
        };
        let message = "A bonus pays on a ladder or for every step.".to_owned();
        at.report(code, &message, "exactly one of: ladder, every", got, None);
    }
    if bonus.every.as_ref().is_some_and(|every| every.step.number().is_zero()) {
        at.under("every/step", |at| {
            let message = "Nothing would be reached infinitely often.".to_owned();
            at.report(Code::OutOfRange, &message, "a step above 0", "0", None);
        });
    }
    let rungs = bonus.ladder.as_deref().unwrap_or_default();
    for (index, pair) in rungs.windows(2).enumerate() {
        if let [before, step] = pair
            && step.from <= before.from
        {
            at.under(&format!("ladder/{}/from", index.saturating_add(1)), |at| {
                let message = "The rungs of a ladder stand in rising order.".to_owned();
                let expected = format!("more than {}", before.from.number());
                at.report(Code::TiersOutOfOrder, &message, &expected, &step.from.number().to_string(), None);
            });
        }
    }
}
