//! Documents in, a result or the problems out: what every boundary offers, whatever its documents are made of.

use serde::Serialize;

use crate::contract::{ContractFacts, read_contract};
use crate::document::{Node, Problem};
use crate::evaluate::{Options, Statement, evaluate, read_options};
use crate::events::read_events;
use crate::scenario::{Projection, project, read_scenario};

/// A result, or everything that is wrong with what was given.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Outcome<T> {
    /// The result.
    Ok(T),
    /// Every problem found in the documents.
    Problems(Vec<Problem>),
}

/// A document as its boundary read it: a tree, or the problems that kept it from becoming one.
pub type Given<'t> = Result<Node<'t>, Vec<Problem>>;

impl<T> From<Result<T, Vec<Problem>>> for Outcome<T> {
    fn from(result: Result<T, Vec<Problem>>) -> Self {
        match result {
            Ok(value) => Self::Ok(value),
            Err(problems) => Self::Problems(problems),
        }
    }
}

/// Checks a contract: its terms as plain facts, with warnings.
#[must_use]
pub fn check_contract(contract: Given) -> Outcome<ContractFacts> {
    read(contract, read_contract).map(|contract| ContractFacts::of(&contract)).into()
}

/// Evaluates a contract against a list of events; options may be left out.
#[must_use]
#[inline(never)]
pub fn evaluate_events(contract: Given, events: Given, options: Option<Given>) -> Outcome<Statement> {
    let options = options.map_or(Ok(Options::default()), |options| read(options, read_options));
    let documents = both(both(read(contract, read_contract), read(events, read_events)), options);
    documents.and_then(|((contract, events), options)| evaluate(&contract, events, &options, None)).into()
}

/// Projects a contract over a scenario.
#[must_use]
pub fn project_scenario(contract: Given, scenario: Given) -> Outcome<Projection> {
    both(read(contract, read_contract), read(scenario, read_scenario))
        .and_then(|(contract, scenario)| project(&contract, &scenario))
        .into()
}

fn read<T>(given: Given, read: fn(&Node) -> Result<T, Vec<Problem>>) -> Result<T, Vec<Problem>> {
    given.and_then(|node| read(&node))
}

/// Two documents, or the problems of both.
fn both<A, B>(one: Result<A, Vec<Problem>>, other: Result<B, Vec<Problem>>) -> Result<(A, B), Vec<Problem>> {
    match (one, other) {
        (Ok(one), Ok(other)) => Ok((one, other)),
        (one, other) => Err([one.err(), other.err()].into_iter().flatten().flatten().collect()),
    }
}
