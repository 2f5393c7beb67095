//! Which uncertainty moves the result most.

use serde::Serialize;

use super::sample::quantile;
use super::vary::problem;
use crate::contract::read_contract;
use crate::document::{DocumentKind, Node, Problem};
use crate::evaluate::in_minor_units;
use crate::money::Money;
use crate::scenario::{Scenario, Shape, earned, months, read_scenario};

/// What each range alone does to what is earned.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Sensitivity {
    /// What is earned with every range at its median.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub base: Money,
    /// Each range, the one that moves most first.
    pub swings: Vec<Swing>,
}

/// What one range does, with all others at their medians.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Swing {
    /// Where the range is in the scenario: a JSON Pointer.
    pub path: String,
    /// What is earned at its 10th, 30th, 50th, 70th and 90th percentile.
    #[serde(serialize_with = "five")]
    #[cfg_attr(feature = "schema", schemars(with = "[String; 5]"))]
    pub earned: [Money; 5],
}

impl Swing {
    fn width(&self) -> crate::money::Number {
        let [low, .., high] = self.earned;
        high.amount().minus(low.amount()).abs()
    }
}

fn five<S: serde::Serializer>(amounts: &[Money; 5], to: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct InMinorUnits(#[serde(serialize_with = "in_minor_units")] Money);
    amounts.map(InMinorUnits).serialize(to)
}

/// Moves each range of a scenario from its 10th to its 90th percentile, one at a time and the others at their medians.
///
/// # Errors
/// What is wrong with the documents, also for one of the values; a scenario without a range.
pub fn sensitivity(contract: &Node, scenario: &Node) -> Result<Sensitivity, Vec<Problem>> {
    let (contract, scenario) = (read_contract(contract)?, read_scenario(scenario)?);
    uncertain(&scenario)?;
    let months = months(&scenario)?;
    let with = |moved: usize, probability: f64| {
        let mut places = 0..;
        earned(&contract, &scenario, &months, &mut |shape| match places.next() {
            Some(place) if place == moved => quantile(shape, probability),
            _ => shape.median(),
        })
    };
    let base = with(usize::MAX, 0.5)?;
    let mut swings = Vec::new();
    for (place, (path, shape)) in estimates(&scenario).into_iter().enumerate() {
        if matches!(shape, Shape::Exactly(_)) {
            continue;
        }
        let mut earned = [base; 5];
        for (at, probability) in earned.iter_mut().zip([0.1, 0.3, 0.5, 0.7, 0.9]) {
            *at = with(place, probability)?;
        }
        swings.push(Swing { path, earned });
    }
    swings.sort_by_key(|swing| std::cmp::Reverse(swing.width()));
    Ok(Sensitivity { base, swings })
}

/// # Errors
/// A scenario without a range: what is known has no part in any uncertainty.
pub(super) fn uncertain(scenario: &Scenario) -> Result<(), Vec<Problem>> {
    if estimates(scenario).iter().any(|(_, shape)| !matches!(shape, Shape::Exactly(_))) {
        return Ok(());
    }
    let (message, expected) =
        ("Nothing here is uncertain.", r#"a range, such as "perMonth": { "p10": "150", "p90": "260" }"#);
    let found = problem("/streams", message, expected, "values that are known exactly");
    Err(vec![Problem { document: DocumentKind::Scenario, ..found }])
}

/// Every value of a scenario that may be a range, in the order in which they are drawn, with its place.
pub(super) fn estimates(scenario: &Scenario) -> Vec<(String, Shape)> {
    let mut found = Vec::new();
    for (place, stream) in scenario.streams.iter().enumerate() {
        stream.estimates(|path, shape| found.push((format!("/streams/{place}/{path}"), shape)));
    }
    found
}
