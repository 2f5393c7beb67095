//! Which ranges the spread of the result comes from.
#![allow(clippy::float_arithmetic, reason = "a share of the spread is no amount")]

use serde::Serialize;

use super::sample::{Distribution, Draws, to_number};
use super::sensitivity::{estimates, uncertain};
use super::simulate::wanted_draws;
use crate::contract::read_contract;
use crate::document::{Count, Node, Problem, record};
use crate::money::{Number, Rounding};
use crate::scenario::{Again, Shape, months, read_scenario};

record! {
    /// How often to draw.
    ///
    /// ```json
    /// { "draws": 2000, "seed": 7 }
    /// ```
    pub struct VarianceQuestion {
        /// How many draws; 10,000 unless said.
        "draws" => draws: Count = optional,
        /// The same seed draws the same; 0 unless said.
        "seed" => seed: Count = optional,
    }
}

/// How much of the spread of the result each range explains.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VarianceShares {
    /// How many draws.
    pub draws: u64,
    /// Each range of the scenario, the one that explains most first; none where the result does not depend on any.
    pub shares: Vec<VarianceShare>,
}

/// What one range explains.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VarianceShare {
    /// The range: a JSON Pointer into the scenario.
    pub path: String,
    /// Its part of the spread, in percent; those of all ranges add up to 100 %, but for rounding.
    pub percent: Number,
    /// Spearman's rank correlation of the range and the result, between -1 and 1: below 0 where more of it earns less.
    pub correlation: Number,
}

/// Draws a scenario many times and tells how much of the spread each range explains: the squares of the rank correlations with the result,
/// normalised to 100 % (the "contribution to variance" of spreadsheet simulators). It leaves out what ranges do only together.
///
/// # Errors
/// What is wrong with the documents; a scenario without a range; too few draws, or too many.
pub fn variance_shares(
    contract: &Node,
    scenario: &Node,
    question: &VarianceQuestion,
) -> Result<VarianceShares, Vec<Problem>> {
    let (contract, scenario) = (read_contract(contract)?, read_scenario(scenario)?);
    uncertain(&scenario)?;
    let (months, draws) = (months(&scenario)?, wanted_draws(question.draws)?);
    let estimates = estimates(&scenario);
    let mut random = Draws::new(question.seed.map_or(0, Count::get));
    let mut probabilities: Vec<Vec<f64>> = vec![Vec::new(); estimates.len()];
    let distributions: Vec<Distribution> = estimates.iter().map(|(_, shape)| Distribution::of(*shape)).collect();
    let contracts = [contract];
    let mut again = Again::new(&contracts, &scenario, &months);
    let (mut results, mut values) = (Vec::new(), Vec::with_capacity(estimates.len()));
    for _ in 0..draws {
        values.clear();
        for (place, (drawn, distribution)) in probabilities.iter_mut().zip(&distributions).enumerate() {
            let probability = random.next(place);
            drawn.push(probability);
            values.push(distribution.quantile(probability));
        }
        again.earned(&contracts, &scenario, &months, &values, |_, earned| results.push(earned.amount()))?;
    }
    let results = ranks(&results);
    let ranged = estimates.into_iter().zip(probabilities).filter(|((_, shape), _)| !matches!(shape, Shape::Exactly(_)));
    // A value rises with the probability that it is drawn by, so that both have the same ranks.
    let correlations: Vec<(String, f64)> =
        ranged.map(|((path, _), drawn)| (path, correlation(&ranks(&drawn), &results))).collect();
    let all: f64 = correlations.iter().map(|(_, correlation)| correlation * correlation).sum();
    let mut shares = Vec::new();
    if all > 0.0 {
        for (path, correlation) in correlations {
            let rounded = |value: f64, places| to_number(value).round(places, Rounding::HalfAwayFromZero);
            let size = rounded(libm::fabs(correlation), 4);
            shares.push(VarianceShare {
                path,
                percent: rounded(correlation * correlation / all * 100.0, 2),
                correlation: if correlation < 0.0 { Number::ZERO.minus(size) } else { size },
            });
        }
    }
    shares.sort_by_key(|share| std::cmp::Reverse(share.percent));
    Ok(VarianceShares { draws, shares })
}

/// The rank of each value; equal ones share the mean of theirs.
fn ranks<T: PartialOrd>(values: &[T]) -> Vec<f64> {
    let mut order: Vec<(usize, &T)> = values.iter().enumerate().collect();
    order.sort_by(|(_, one), (_, other)| one.partial_cmp(other).unwrap_or(std::cmp::Ordering::Equal));
    let mut ranks = vec![0.0; values.len()];
    let mut before = 0_u32;
    for equal in order.chunk_by(|(_, one), (_, other)| one == other) {
        let many = u32::try_from(equal.len()).unwrap_or(u32::MAX);
        let mean = f64::from(before) + f64::midpoint(f64::from(many), 1.0);
        for (place, _) in equal {
            if let Some(rank) = ranks.get_mut(*place) {
                *rank = mean;
            }
        }
        before = before.saturating_add(many);
    }
    ranks
}

/// Pearson's correlation; 0 where one of them does not vary.
fn correlation(ones: &[f64], others: &[f64]) -> f64 {
    let middle = f64::midpoint(f64::from(u32::try_from(ones.len()).unwrap_or(u32::MAX)), 1.0);
    let (mut both, mut one_squared, mut other_squared) = (0.0, 0.0, 0.0);
    for (one, other) in ones.iter().zip(others) {
        let (one, other) = (one - middle, other - middle);
        both += one * other;
        one_squared += one * one;
        other_squared += other * other;
    }
    let size = libm::sqrt(one_squared * other_squared);
    if size > 0.0 { both / size } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Source: the worked example of Spearman's coefficient in Wikipedia, hours of television and intelligence quotient: -29/165.
    #[test]
    fn rank_correlation_is_spearmans() {
        let quotient = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
        let hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];
        let found = correlation(&ranks(&quotient), &ranks(&hours));
        assert!((found + 29.0 / 165.0).abs() < 1e-15, "{found}");
        assert_eq!(ranks(&[3, 1, 3]), [2.5, 1.0, 2.5]);
    }
}
