//! What reaches a goal.

use serde::Serialize;

use super::along::{Along, Effort, Pair};
use super::break_even::at_medians;
use super::vary::{Lever, Vary, change};
use crate::contract::Contract;
use crate::document::{Amount, Node, Problem, record};
use crate::evaluate::in_minor_units;
use crate::money::{Money, Number};
use crate::scenario::Scenario;

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
    /// From where to where an earlier value may reach it, because what is earned runs close to the goal and unevenly there and the most
    /// evaluations were used up; none where that did not happen.
    pub unsure: Vec<[String; 2]>,
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
/// That the value reaches the goal and its neighbour does not is certain: both are evaluated. That no earlier one does is so where all values
/// are looked at, up to 257; of more, as many are as [`break_even`](super::break_even) looks at, with the goal in place of the other contract, up to the first that reaches it.
///
/// # Errors
/// What is wrong with the documents, also for one of the values.
pub fn goal_seek(contract: &Node, scenario: &Node, question: &GoalQuestion) -> Result<GoalSought, Vec<Problem>> {
    let lever = Lever::new(contract, scenario, &question.vary)?;
    let mut worth = |contract: &Contract, scenario: &Scenario| at_medians(contract, scenario);
    seek(&lever, question.earn.number(), Effort::FULL, &mut worth)
}

/// What a contract is worth over a scenario.
pub(super) type Worth<'w> = dyn FnMut(&Contract, &Scenario) -> Result<Money, Vec<Problem>> + 'w;

/// The first value of a number with which a contract is worth so much.
pub(super) fn seek(lever: &Lever, goal: Number, effort: Effort, worth: &mut Worth) -> Result<GoalSought, Vec<Problem>> {
    let mut pair = |place: u64| -> Result<Pair, Vec<Problem>> {
        let (contract, scenario) = lever.documents(place)?;
        Ok([worth(&contract, &scenario)?, Money::new(goal, contract.currency)])
    };
    let mut along = Along::new(effort, &mut pair);
    let reaches = |[earned, goal]: Pair| earned.amount() >= goal.amount();
    along.look(lever.last, reaches)?;
    let found = |(place, [earned, _]): (u64, Pair)| Found { value: lever.value(place), earned };
    let (known, unsure) = (along.known(), lever.values(along.unsure()));
    let mut before: Option<(u64, Pair)> = None;
    for (place, pair) in &known {
        if reaches(*pair) {
            let mut first = (*place, *pair);
            if let Some((missed, _)) = before {
                let place = change(missed, *place, &mut |place| Ok(!reaches(along.at(place)?)))?;
                let missed = place.saturating_sub(1);
                (before, first) = (Some((missed, along.at(missed)?)), (place, along.at(place)?));
            }
            return Ok(GoalSought { reached: Some(found(first)), before: before.map(found), most: None, unsure });
        }
        before = Some((*place, *pair));
    }
    // Of several that earn as much, the first.
    let most = known.into_iter().rev().max_by_key(|(_, [earned, _])| earned.amount()).map(found);
    Ok(GoalSought { reached: None, before: None, most, unsure })
}
