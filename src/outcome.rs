//! Documents in, a result or the problems out: what every boundary offers, whatever its documents are made of.

use serde::Serialize;

#[cfg(feature = "analyses")]
use crate::analyses::{
    Bargain, BreakEven, Comparison, Equivalent, EquivalentQuestion, GoalQuestion, GoalSought, Grid, GridQuestion,
    Milestones, NextEvent, Price, Running, Sensitivity, Simulation, SimulationQuestion, VarianceShares, Vary, bargain,
    break_even, compare, equivalent_offers, goal_seek, grid, milestones, next_event, price_of_clause, sensitivity,
    variance_shares,
};
use crate::contract::{ContractFacts, read_contract};
#[cfg(feature = "analyses")]
use crate::document::{Code, DocumentKind, Read, read_document};
use crate::document::{Node, Problem};
use crate::evaluate::{Options, Statement, evaluate, read_options};
use crate::events::read_events;
#[cfg(feature = "import")]
use crate::import::{
    ActionsOptions, ImportOptions, Imported, ImportedActions, ReadTable, TableOptions, import_contracts,
    read_actions_options, read_import_options, read_table_options,
};
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

/// Brings in contracts of impact.com; options may be left out.
#[cfg(feature = "import")]
#[must_use]
pub fn import_impact(payload: Given, options: Option<Given>) -> Outcome<Imported> {
    both(payload, import_options(options)).and_then(|(payload, options)| import_contracts(&payload, &options)).into()
}

/// Brings in actions of impact.com, with their items if these are given; options may be left out.
#[cfg(feature = "import")]
#[must_use]
pub fn import_actions(actions: Given, items: Option<Given>, options: Option<Given>) -> Outcome<ImportedActions> {
    let options = options.map_or(Ok(ActionsOptions::default()), |options| read(options, read_actions_options));
    both(both(actions, items.transpose()), options)
        .and_then(|((actions, items), options)| crate::import::import_actions(&actions, items.as_ref(), &options))
        .into()
}

/// Reads tiers that were pasted out of a spreadsheet; options may be left out.
#[cfg(feature = "import")]
#[must_use]
pub fn read_tiers(text: &str, options: Option<Given>) -> Outcome<ReadTable> {
    let options = options.map_or(Ok(TableOptions::default()), |options| read(options, read_table_options));
    options.map(|options| crate::import::read_tiers(text, &options)).into()
}

#[cfg(feature = "import")]
fn import_options(options: Option<Given>) -> Result<ImportOptions, Vec<Problem>> {
    options.map_or(Ok(ImportOptions::default()), |options| read(options, read_import_options))
}

/// Compares contracts, given as a list, over a scenario.
#[cfg(feature = "analyses")]
#[must_use]
pub fn compare_contracts(contracts: Given, scenario: Given) -> Outcome<Comparison> {
    both(contracts.and_then(list), good(scenario, read_scenario))
        .and_then(|(contracts, scenario)| compare(&contracts, &scenario))
        .into()
}

/// Finds where two contracts, given as a list, pay the same over a scenario, along the number that the question is about.
#[cfg(feature = "analyses")]
#[must_use]
pub fn find_break_even(contracts: Given, scenario: Given, question: Given) -> Outcome<BreakEven> {
    let documents = both(both(contracts.and_then(pair), good(scenario, read_scenario)), read(question, asked::<Vary>));
    documents.and_then(|(([one, other], scenario), vary)| break_even(&one, &other, &scenario, &vary)).into()
}

/// Lays out what contracts, given as a list, pay at many values of one or two numbers.
#[cfg(feature = "analyses")]
#[must_use]
pub fn lay_out_grid(contracts: Given, scenario: Given, question: Given) -> Outcome<Grid> {
    let documents = both(contracts.and_then(list), good(scenario, read_scenario));
    let documents = both(documents, read(question, asked::<GridQuestion>));
    documents.and_then(|((contracts, scenario), question)| grid(&contracts, &scenario, &question)).into()
}

/// Finds what reaches a goal.
#[cfg(feature = "analyses")]
#[must_use]
pub fn seek_goal(contract: Given, scenario: Given, question: Given) -> Outcome<GoalSought> {
    let documents = both(good(contract, read_contract), good(scenario, read_scenario));
    let documents = both(documents, read(question, asked::<GoalQuestion>));
    documents.and_then(|((contract, scenario), question)| goal_seek(&contract, &scenario, &question)).into()
}

/// Tells where a contract stands at the end of each month of a scenario.
#[cfg(feature = "analyses")]
#[must_use]
pub fn find_milestones(contract: Given, scenario: Given) -> Outcome<Milestones> {
    let documents = both(good(contract, read_contract), good(scenario, read_scenario));
    documents.and_then(|(contract, scenario)| milestones(&contract, &scenario)).into()
}

/// Finds which range of a scenario moves the result most.
#[cfg(feature = "analyses")]
#[must_use]
pub fn find_sensitivity(contract: Given, scenario: Given) -> Outcome<Sensitivity> {
    let documents = both(good(contract, read_contract), good(scenario, read_scenario));
    documents.and_then(|(contract, scenario)| sensitivity(&contract, &scenario)).into()
}

/// Simulates contracts, given as a list, over a scenario.
#[cfg(feature = "analyses")]
#[must_use]
pub fn simulate_contracts(contracts: Given, scenario: Given, question: Given) -> Outcome<Simulation> {
    begin_simulation(contracts, scenario, question).and_then(Running::all).into()
}

/// Begins to simulate contracts, given as a list, over a scenario.
///
/// # Errors
/// What is wrong with the documents.
#[cfg(feature = "analyses")]
pub fn begin_simulation(contracts: Given, scenario: Given, question: Given) -> Result<Running, Vec<Problem>> {
    let documents = both(
        both(contracts.and_then(list), good(scenario, read_scenario)),
        read(question, asked::<SimulationQuestion>),
    );
    documents.and_then(|((contracts, scenario), question)| Running::new(&contracts, &scenario, &question))
}

#[cfg(feature = "analyses")]
fn asked<T: Read>(node: &Node) -> Result<T, Vec<Problem>> {
    read_document(node, DocumentKind::Options)
}

/// Finds what makes other contracts of a list worth what the first one is.
#[cfg(feature = "analyses")]
#[must_use]
pub fn find_equivalent_offers(contracts: Given, scenario: Given, question: Given) -> Outcome<Equivalent> {
    let documents = both(contracts.and_then(list), good(scenario, read_scenario));
    let documents = both(documents, read(question, asked::<EquivalentQuestion>));
    documents.and_then(|((contracts, scenario), question)| equivalent_offers(&contracts, &scenario, &question)).into()
}

/// Finds what a clause is worth.
#[cfg(feature = "analyses")]
#[must_use]
pub fn find_price_of_clause(contract: Given, scenario: Given, question: Given) -> Outcome<Price> {
    asked_of_one(contract, scenario, question, price_of_clause)
}

/// Finds what one more event adds.
#[cfg(feature = "analyses")]
#[must_use]
pub fn find_next_event(contract: Given, scenario: Given, question: Given) -> Outcome<NextEvent> {
    asked_of_one(contract, scenario, question, next_event)
}

/// Finds how much of the spread each range explains.
#[cfg(feature = "analyses")]
#[must_use]
pub fn find_variance_shares(contract: Given, scenario: Given, question: Given) -> Outcome<VarianceShares> {
    asked_of_one(contract, scenario, question, variance_shares)
}

/// Finds what two sides can agree on.
#[cfg(feature = "analyses")]
#[must_use]
pub fn find_bargain(contract: Given, scenario: Given, question: Given) -> Outcome<Bargain> {
    asked_of_one(contract, scenario, question, bargain)
}

#[cfg(feature = "analyses")]
fn asked_of_one<Q: Read, T>(
    contract: Given,
    scenario: Given,
    question: Given,
    answer: fn(&Node, &Node, &Q) -> Result<T, Vec<Problem>>,
) -> Outcome<T> {
    let documents = both(good(contract, read_contract), good(scenario, read_scenario));
    let documents = both(documents, read(question, asked::<Q>));
    documents.and_then(|((contract, scenario), question)| answer(&contract, &scenario, &question)).into()
}

/// A document that can be read; analyses read it again, with other numbers in it.
#[cfg(feature = "analyses")]
fn good<T>(given: Given<'_>, reader: fn(&Node) -> Result<T, Vec<Problem>>) -> Given<'_> {
    given.and_then(|node| reader(&node).map(|_| node))
}

/// The contracts of a list, all of which can be read.
#[cfg(feature = "analyses")]
fn list(node: Node<'_>) -> Result<Vec<Node<'_>>, Vec<Problem>> {
    let contracts = match node {
        Node::List(contracts) if !contracts.is_empty() => contracts,
        other => {
            let (message, expected) = ("These are no contracts.", "a list of contracts");
            let got = other.describe();
            return Err(vec![Problem::new(DocumentKind::Contract, Code::WrongType, "", message, expected, &got, None)]);
        }
    };
    let wrong = contracts.iter().enumerate().flat_map(|(place, contract)| {
        let problems = read_contract(contract).err().unwrap_or_default();
        problems.into_iter().map(move |problem| Problem { path: format!("/{place}{}", problem.path), ..problem })
    });
    let wrong: Vec<Problem> = wrong.collect();
    if wrong.is_empty() { Ok(contracts) } else { Err(wrong) }
}

#[cfg(feature = "analyses")]
fn pair(node: Node<'_>) -> Result<[Node<'_>; 2], Vec<Problem>> {
    list(node)?.try_into().map_err(|contracts: Vec<Node>| {
        let got = format!("a list of {}", contracts.len());
        let message = "Two contracts are held against each other.";
        vec![Problem::new(DocumentKind::Contract, Code::WrongType, "", message, "a list of two contracts", &got, None)]
    })
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
