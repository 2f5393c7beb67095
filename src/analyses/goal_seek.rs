//! What reaches a goal.

use serde::Serialize;

use super::break_even::at_medians;
use super::vary::{Lever, Vary, change};
use crate::document::{Amount, Node, Problem, record};
use crate::evaluate::in_minor_units;
use crate::money::{Money, Number};

record! {
    /// What to seek.
    ///
    /// ```json
    /// { "earn": "2500", "vary": { "document": "contract", "path": "/payouts/0/pay/percent", "from": "0%", "to": "30%" } }
    /// ```
    pub struct GoalQuestion {
        /// What is to be earned over the whole horizon, in the contract's currency.
        "earn" => earn: Amount = required,
        /// The number that is to reach it.
        "vary" => vary: Vary = required,
    }
}

/// The first value that reaches a goal.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct GoalSought {
    /// The first value that reaches it; none where no value does.
    pub reached: Option<Found>,
    /// The value before that, which does not; none where the first of all does.
    pub before: Option<Found>,
    /// Where no value reaches it: the one that earns most of those looked at.
    pub most: Option<Found>,
}

/// A value and what it earns.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Found {
    /// The value.
    pub value: String,
    /// What is earned with it.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub earned: Money,
}

/// Finds the first value of one number with which a contract earns a goal over a scenario, and its neighbour that does not.
///
/// Up to 256 values are all looked at. Of more, 256 evenly spread ones are, and the change before the first that reaches the goal is traced
/// to neighbouring values; a goal that is reached between two of them and lost again is not seen.
///
/// # Errors
/// What is wrong with the documents, also for one of the values.
pub fn goal_seek(contract: &Node, scenario: &Node, question: &GoalQuestion) -> Result<GoalSought, Vec<Problem>> {
    seek(contract, scenario, question.earn.number(), &question.vary)
}

/// The first value of a number with which a contract earns so much.
pub(super) fn seek(contract: &Node, scenario: &Node, goal: Number, vary: &Vary) -> Result<GoalSought, Vec<Problem>> {
    let lever = Lever::new(contract, scenario, vary)?;
    let found = |place: u64| -> Result<Found, Vec<Problem>> {
        let (contract, scenario) = lever.documents(place)?;
        Ok(Found { value: lever.value(place), earned: at_medians(&contract, &scenario)? })
    };
    let mut most = found(0)?;
    if most.earned.amount() >= goal {
        return Ok(GoalSought { reached: Some(most), before: None, most: None });
    }
    let mut missed = 0;
    for post in lever.posts().into_iter().skip(1) {
        let there = found(post)?;
        if there.earned.amount() >= goal {
            let place = change(missed, post, &mut |place| Ok(found(place)?.earned.amount() < goal))?;
            let before = found(place.saturating_sub(1))?;
            return Ok(GoalSought { reached: Some(found(place)?), before: Some(before), most: None });
        }
        missed = post;
        if there.earned.amount() > most.earned.amount() {
            most = there;
        }
    }
    Ok(GoalSought { reached: None, before: None, most: Some(most) })
}
