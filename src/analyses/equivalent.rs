//! Offers of another shape that are worth the same.

use serde::Serialize;

use super::break_even::at_medians;
use super::goal_seek::{GoalSought, seek};
use super::vary::{Vary, problem};
use crate::contract::read_contract;
use crate::document::{Node, Problem, record};
use crate::evaluate::in_minor_units;
use crate::money::Money;
use crate::scenario::read_scenario;

record! {
    /// Which number of each other offer is to make up for the difference.
    ///
    /// ```json
    /// { "vary": [{ "document": "contract", "path": "/payouts/0/pay/percent", "from": "0%", "to": "50%" }] }
    /// ```
    pub struct EquivalentQuestion {
        /// One for each contract but the first.
        "vary" => vary: Vec<Vary> = required,
    }
}

/// What makes other offers worth what the first one is.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Equivalent {
    /// What the first contract earns over the scenario.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub worth: Money,
    /// For each other contract, the first value of its number that earns as much.
    pub offers: Vec<GoalSought>,
}

/// Finds, for each contract but the first, the value of one of its numbers with which it earns what the first one does over a scenario, with ranges
/// at their medians.
///
/// # Errors
/// What is wrong with the documents; contracts in different currencies; as many numbers as other contracts are not given.
pub fn equivalent_offers(
    contracts: &[Node],
    scenario: &Node,
    question: &EquivalentQuestion,
) -> Result<Equivalent, Vec<Problem>> {
    let read: Vec<_> = contracts.iter().map(read_contract).collect::<Result<_, _>>()?;
    super::compare::same_currency(&read.iter().collect::<Vec<_>>())?;
    let (first, others) = read.first().zip(contracts.get(1..)).ok_or_else(Vec::new)?;
    if others.len() != question.vary.len() {
        let expected = format!("one number for each other contract: {}", others.len());
        let got = question.vary.len().to_string();
        return Err(vec![problem("/vary", "It is not said what is to make up for the difference.", &expected, &got)]);
    }
    let worth = at_medians(first, &read_scenario(scenario)?)?;
    let offers = others.iter().zip(&question.vary).map(|(other, vary)| seek(other, scenario, worth.amount(), vary));
    Ok(Equivalent { worth, offers: offers.collect::<Result<_, _>>()? })
}
