//! What a clause is worth.

use serde::Serialize;

use super::simulate::{Running, SimulationQuestion};
use super::vary::{problem, without};
use crate::document::{Count, Name, Node, Problem, record};
use crate::evaluate::in_minor_units;
use crate::money::Money;

record! {
    /// Which clause, and how often to draw.
    ///
    /// ```json
    /// { "path": "/guarantees/0", "draws": 2000 }
    /// ```
    pub struct PriceQuestion {
        /// Where the clause is in the contract: a JSON Pointer to an entry of a list, or to a field that may be left out.
        "path" => path: Name = required,
        /// How many draws; 10,000 unless said.
        "draws" => draws: Count = optional,
        /// The same seed draws the same; 0 unless said.
        "seed" => seed: Count = optional,
    }
}

/// What a contract earns with a clause and without it, on average over the same draws.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Price {
    /// The mean with it.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub with: Money,
    /// The mean without it.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub without: Money,
    /// What it adds; negative where it takes, as a limit does.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub worth: Money,
    /// One standard error of what it adds: small, since both are evaluated over the same draws.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub standard_error: Money,
    /// What it adds, over the months of the scenario.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub worth_per_month: Money,
}

/// Evaluates a contract with and without one clause over the same draws of a scenario.
///
/// # Errors
/// What is wrong with the documents, also where the contract needs the clause; a path that leads nowhere.
pub fn price_of_clause(contract: &Node, scenario: &Node, question: &PriceQuestion) -> Result<Price, Vec<Problem>> {
    let path = question.path.as_str();
    let Some(shorter) = without(contract, path) else {
        let expected = "a JSON Pointer to a clause that is there, such as \"/guarantees/0\"";
        return Err(vec![problem("/path", "The contract has no clause here.", expected, path)]);
    };
    let asked = SimulationQuestion { draws: question.draws, seed: question.seed, goal: None };
    let mut running = Running::new(&[contract.clone(), shorter], scenario, &asked)?;
    running.draw(u64::MAX)?;
    running.difference()
}
