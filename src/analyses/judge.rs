//! What an offer is worth to a side that is not sure.
#![allow(clippy::float_arithmetic, reason = "a caution about spread is no amount")]

use super::break_even::at_medians;
use super::sample::{Distribution, Draws, to_float, to_number};
use super::sensitivity::estimates;
use super::simulate::unsummed;
use super::vary::problem;
use crate::calendar::Month;
use crate::contract::Contract;
use crate::document::{Count, Problem};
use crate::money::{Number, Rounding, noting};
use crate::scenario::{Again, Scenario, Shape, months};

/// The draws of a scenario that all offers are judged by: the same for each, so that offers differ by their terms and not by chance.
pub(super) struct Judge {
    scenario: Scenario,
    months: Vec<Month>,
    /// For each draw, the value of each estimate; none where nothing is a range.
    draws: Vec<Vec<Number>>,
}

/// What an offer earns over all draws.
#[derive(Clone, Copy, Debug)]
pub(super) struct Judged {
    /// On average.
    pub mean: Number,
    /// Its standard deviation.
    pub deviation: Number,
}

impl Judge {
    /// # Errors
    /// No draws, or too many.
    pub fn new(scenario: Scenario, draws: Option<Count>, seed: Option<Count>) -> Result<Self, Vec<Problem>> {
        let estimates = estimates(&scenario);
        let sure = estimates.iter().all(|(_, shape)| matches!(shape, Shape::Exactly(_)));
        let draws = draws.map_or(200, Count::get);
        if !(1..=10_000).contains(&draws) {
            return Err(vec![problem("/draws", "That many can't be drawn.", "1 to 10000", &draws.to_string())]);
        }
        let mut random = Draws::new(seed.map_or(0, Count::get));
        let distributions: Vec<Distribution> = estimates.iter().map(|(_, shape)| Distribution::of(*shape)).collect();
        let mut one_draw =
            || distributions.iter().enumerate().map(|(place, of)| of.quantile(random.next(place))).collect();
        let draws = if sure { Vec::new() } else { (0..draws).map(|_| one_draw()).collect() };
        Ok(Self { months: months(&scenario)?, scenario, draws })
    }

    /// What a contract earns over all draws.
    pub fn judged(&self, contract: &Contract) -> Result<Judged, Vec<Problem>> {
        let results = self.earned(contract)?;
        noting(|| {
            let many = Number::from_u64(u64::try_from(results.len()).unwrap_or(u64::MAX));
            let sum = results.iter().fold(Number::ZERO, |sum, amount| sum.plus(*amount));
            let mean = sum.over(many, 9, Rounding::HalfEven);
            let squares: f64 = results.iter().map(|amount| to_float(amount.minus(mean))).map(|off| off * off).sum();
            // A sample's, as simulations have it; a single draw has none.
            Judged { mean, deviation: to_number(libm::sqrt(squares / (to_float(many) - 1.0).max(1.0))) }
        })
        .map_err(unsummed)
    }

    fn earned(&self, contract: &Contract) -> Result<Vec<Number>, Vec<Problem>> {
        if self.draws.is_empty() {
            return Ok(vec![at_medians(contract, &self.scenario)?.amount()]);
        }
        let contracts = std::slice::from_ref(contract);
        let mut again = Again::new(contracts, &self.scenario, &self.months);
        let mut results = Vec::with_capacity(self.draws.len());
        for values in &self.draws {
            again.earned(contracts, &self.scenario, &self.months, values, |_, earned| results.push(earned.amount()))?;
        }
        Ok(results)
    }
}

impl Judged {
    /// What it is worth to the partner: the mean less so many standard deviations.
    pub fn worth(&self, caution: Number) -> Number {
        self.mean.minus(caution.times(self.deviation))
    }

    /// What it costs the brand: the mean and so many standard deviations.
    pub fn cost(&self, caution: Number) -> Number {
        self.mean.plus(caution.times(self.deviation))
    }
}
