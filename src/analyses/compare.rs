//! Several contracts over the same scenario.

use serde::Serialize;

use super::vary::problem;
use crate::calendar::Month;
use crate::contract::{Contract, read_contract};
use crate::document::{DocumentKind, Node, Problem};
use crate::evaluate::in_minor_units;
use crate::money::{Currency, Money};
use crate::scenario::{project, read_scenario};

/// What several contracts pay over the same scenario.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Comparison {
    /// The currency of every amount.
    pub currency: Currency,
    /// Each contract, in the order in which they were given.
    pub contracts: Vec<Compared>,
    /// The contract that pays most, by its place; of several, the first.
    pub most: usize,
    /// Each month, and who is ahead by its end.
    pub by_month: Vec<ComparedMonth>,
}

/// One contract of a comparison.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Compared {
    /// What it pays over the whole horizon.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub earned: Money,
    /// By how much that is less than what the best one pays.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub behind: Money,
    /// What it pays in each month.
    #[serde(serialize_with = "all_in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<String>"))]
    pub by_month: Vec<Money>,
}

/// Who is ahead by the end of a month.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ComparedMonth {
    /// The month.
    pub month: Month,
    /// The contract that has paid most since the start, by its place; of several, the first.
    pub ahead: usize,
}

fn all_in_minor_units<S: serde::Serializer>(amounts: &[Money], to: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct InMinorUnits(#[serde(serialize_with = "in_minor_units")] Money);
    to.collect_seq(amounts.iter().map(|amount| InMinorUnits(*amount)))
}

/// Compares contracts over a scenario, with ranges at their medians.
///
/// # Errors
/// What is wrong with the documents; contracts in different currencies; no contract.
pub fn compare(contracts: &[Node], scenario: &Node) -> Result<Comparison, Vec<Problem>> {
    let scenario = read_scenario(scenario)?;
    let contracts: Vec<Contract> = contracts.iter().map(read_contract).collect::<Result<_, _>>()?;
    let currency = same_currency(&contracts.iter().collect::<Vec<_>>())?;
    let projections: Vec<_> =
        contracts.iter().map(|contract| project(contract, &scenario)).collect::<Result<_, _>>()?;
    let best = |amounts: &mut dyn Iterator<Item = Money>| {
        let mut found = (0, None);
        for (place, amount) in amounts.enumerate() {
            if found.1.is_none_or(|most: Money| amount.amount() > most.amount()) {
                found = (place, Some(amount));
            }
        }
        found
    };
    let (most, top) = best(&mut projections.iter().map(|projection| projection.totals.earned));
    let top = top.unwrap_or_else(|| Money::zero(currency));
    let mut compared = Vec::with_capacity(projections.len());
    for projection in &projections {
        let earned = projection.totals.earned;
        let behind = Money::new(top.amount().minus(earned.amount()), currency);
        let by_month = projection.by_month.iter().map(|month| month.amount).collect();
        compared.push(Compared { earned, behind, by_month });
    }
    let months = projections.first().map(|projection| &projection.by_month[..]).unwrap_or_default();
    let by_month = months.iter().enumerate().map(|(place, month)| {
        let so_far = |projection: &crate::scenario::Projection| {
            projection.by_month.get(place).map_or_else(|| Money::zero(currency), |month| month.cumulative)
        };
        ComparedMonth { month: month.month, ahead: best(&mut projections.iter().map(so_far)).0 }
    });
    Ok(Comparison { currency, by_month: by_month.collect(), contracts: compared, most })
}

/// The currency that all contracts pay in.
pub(super) fn same_currency(contracts: &[&Contract]) -> Result<Currency, Vec<Problem>> {
    let currencies: Vec<&str> = contracts.iter().map(|contract| contract.currency.code()).collect();
    match contracts.first() {
        Some(first) if contracts.iter().all(|contract| contract.currency == first.currency) => Ok(first.currency),
        _ => Err(vec![Problem {
            document: DocumentKind::Contract,
            ..problem("/currency", "These can't be compared.", "contracts in one currency", &currencies.join(", "))
        }]),
    }
}
