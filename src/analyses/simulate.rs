//! How sure it is: many draws of a scenario, each evaluated exactly.

use serde::Serialize;

use super::compare::same_currency;
use super::price::Price;
use super::sample::{Distribution, Draws, to_float, to_number};
use super::vary::problem;
use crate::calendar::Month;
use crate::contract::{Contract, read_contract};
use crate::document::{Amount, Count, Node, Problem, record};
use crate::evaluate::in_minor_units;
use crate::money::{Currency, Money, MoneyError, Number, Rounding, Units, noting};
use crate::scenario::{Again, Scenario, months, read_scenario};

record! {
    /// What a simulation is asked for.
    ///
    /// ```json
    /// { "draws": 10000, "seed": 7, "goal": "25000" }
    /// ```
    pub struct SimulationQuestion {
        /// How many draws; 10,000 unless said.
        "draws" => draws: Count = optional,
        /// The same seed draws the same; 0 unless said.
        "seed" => seed: Count = optional,
        /// What would be good to reach over the whole horizon, in the contracts' currency.
        "goal" => goal: Amount = optional,
    }
}

/// The most draws.
pub const MOST_DRAWS: u64 = 1_000_000;

/// What contracts earn over a scenario that is not known exactly.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Simulation {
    /// The currency of every amount.
    pub currency: Currency,
    /// How many draws.
    pub draws: u64,
    /// Each contract, in the order in which they were given.
    pub contracts: Vec<Simulated>,
    /// Each two contracts, draw by draw.
    pub against: Vec<Against>,
}

/// What one contract earns over the whole horizon.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Simulated {
    /// The mean of all draws.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub mean: Money,
    /// The standard deviation between draws.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub standard_deviation: Money,
    /// How far the mean may be from that of endlessly many draws: one standard error.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub standard_error: Money,
    /// The 5th, 10th, 25th, 50th, 75th, 90th and 95th percentile (type 7 of Hyndman and Fan, 1996).
    #[serde(serialize_with = "seven")]
    #[cfg_attr(feature = "schema", schemars(with = "[String; 7]"))]
    pub percentiles: [Money; 7],
    /// In how many draws the goal is reached; none without a goal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reached: Option<u64>,
}

/// Two contracts compared draw by draw, each time over the same events.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Against {
    /// One of them, by its place.
    pub one: usize,
    /// The other.
    pub other: usize,
    /// In how many draws the one pays more.
    pub more: u64,
    /// In how many both pay the same.
    pub same: u64,
    /// In how many the one pays less.
    pub less: u64,
}

fn seven<S: serde::Serializer>(amounts: &[Money; 7], to: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct InMinorUnits(#[serde(serialize_with = "in_minor_units")] Money);
    amounts.map(InMinorUnits).serialize(to)
}

/// A simulation that can be run in parts, with room between them to show progress or to stop.
#[derive(Debug)]
pub struct Running {
    contracts: Vec<Contract>,
    scenario: Scenario,
    months: Vec<Month>,
    currency: Currency,
    goal: Option<Number>,
    wanted: u64,
    draws: Draws,
    /// How each of the scenario's estimates is distributed.
    distributions: Vec<Distribution>,
    again: Again,
    /// What each contract earned in each draw, in minor units: eight bytes a draw.
    earned: Vec<Vec<Units>>,
}

impl Running {
    /// Reads the documents.
    ///
    /// # Errors
    /// What is wrong with them; contracts in different currencies; no draws, or too many.
    pub fn new(contracts: &[Node], scenario: &Node, question: &SimulationQuestion) -> Result<Self, Vec<Problem>> {
        let scenario = read_scenario(scenario)?;
        let contracts: Vec<Contract> = contracts.iter().map(read_contract).collect::<Result<_, _>>()?;
        let currency = same_currency(&contracts.iter().collect::<Vec<_>>())?;
        let wanted = wanted_draws(question.draws)?;
        let months = months(&scenario)?;
        let mut distributions = Vec::new();
        for stream in &scenario.streams {
            stream.estimates(|_, shape| distributions.push(Distribution::of(shape)));
        }
        Ok(Self {
            again: Again::new(&contracts, &scenario, &months),
            distributions,
            months,
            earned: contracts.iter().map(|_| Vec::with_capacity(usize::try_from(wanted).unwrap_or_default())).collect(),
            contracts,
            scenario,
            currency,
            goal: question.goal.map(Amount::number),
            wanted,
            draws: Draws::new(question.seed.map_or(0, Count::get)),
        })
    }

    /// How many draws are done, and how many there are to be.
    #[must_use]
    pub fn progress(&self) -> (u64, u64) {
        let done = self.earned.first().map_or(0, Vec::len);
        (u64::try_from(done).unwrap_or(u64::MAX), self.wanted)
    }

    /// What each contract has earned in each draw so far, in the order of the draws.
    #[must_use]
    pub fn earned(&self) -> Vec<Vec<Number>> {
        let places = self.currency.minor_units();
        self.earned.iter().map(|draws| draws.iter().map(|earned| earned.number(places)).collect()).collect()
    }

    /// Which contracts have a compiled form over this scenario; the others are evaluated plainly in each draw. Both give the same.
    #[must_use]
    pub fn compiled(&self) -> Vec<bool> {
        self.again.compiled().collect()
    }

    /// Draws so many more times.
    ///
    /// # Errors
    /// What keeps a contract from being evaluated over what was drawn; amounts of more than 18 digits.
    pub fn draw(&mut self, times: u64) -> Result<(), Vec<Problem>> {
        let (done, wanted) = self.progress();
        let Self { contracts, scenario, months, draws, distributions, again, earned, .. } = self;
        let mut values = Vec::with_capacity(distributions.len());
        for _ in 0..times.min(wanted.saturating_sub(done)) {
            values.clear();
            values.extend(distributions.iter().enumerate().map(|(place, distribution)| match distribution {
                Distribution::Exactly(value) => *value,
                unsure => unsure.quantile(draws.next(place)),
            }));
            let mut fits = true;
            again.earned(contracts, scenario, months, &values, |contract, amount| {
                match (earned.get_mut(contract), Units::of(amount.amount(), amount.currency().minor_units())) {
                    (Some(so_far), Some(units)) => so_far.push(units),
                    _ => fits = false,
                }
            })?;
            if !fits {
                return Err(unsummed(MoneyError::Overflow));
            }
        }
        Ok(())
    }

    /// Draws as often as is asked for, and tells what was found.
    ///
    /// # Errors
    /// Those of [`Self::draw`] and [`Self::finish`].
    pub fn all(mut self) -> Result<Simulation, Vec<Problem>> {
        self.draw(self.wanted)?;
        self.finish()
    }

    /// What was found so far. It takes the draws, which are put in another order where they are: a copy would be as large.
    ///
    /// # Errors
    /// Sums that outgrow exact decimal arithmetic.
    pub fn finish(mut self) -> Result<Simulation, Vec<Problem>> {
        noting(|| self.found()).map_err(unsummed)
    }

    /// How much more the first contract earns than the second.
    pub(super) fn difference(mut self) -> Result<Price, Vec<Problem>> {
        let mut earned = std::mem::take(&mut self.earned);
        let [one, other] = &mut earned[..] else { return Err(Vec::new()) };
        noting(|| {
            let (with, without) = (self.spread(one), self.spread(other));
            one.iter_mut().zip(other).for_each(|(one, other)| *one = one.minus(*other));
            let more = self.spread(one);
            let months = Number::from_u64(u64::try_from(self.months.len()).unwrap_or(u64::MAX));
            let places = self.currency.minor_units();
            // The difference of what is shown, so that it can be checked.
            let worth = with.mean.amount().minus(without.mean.amount());
            let month = worth.over(months, places, Rounding::HalfAwayFromZero);
            Price {
                with: with.mean,
                without: without.mean,
                worth: Money::new(worth, self.currency),
                standard_error: more.error,
                worth_per_month: Money::new(month, self.currency),
            }
        })
        .map_err(unsummed)
    }

    fn found(&mut self) -> Simulation {
        let draws = self.progress().0;
        let mut against = Vec::new();
        for (one, ones) in self.earned.iter().enumerate() {
            for (other, others) in self.earned.iter().enumerate().skip(one.saturating_add(1)) {
                let count = |wanted: std::cmp::Ordering| {
                    let matching = ones.iter().zip(others).filter(|(one, other)| one.cmp(other) == wanted);
                    u64::try_from(matching.count()).unwrap_or(u64::MAX)
                };
                let (more, same, less) = (
                    count(std::cmp::Ordering::Greater),
                    count(std::cmp::Ordering::Equal),
                    count(std::cmp::Ordering::Less),
                );
                against.push(Against { one, other, more, same, less });
            }
        }
        let earned = std::mem::take(&mut self.earned);
        let contracts = earned.into_iter().map(|earned| self.summary(earned)).collect();
        Simulation { currency: self.currency, draws, contracts, against }
    }

    fn rounded(&self, amount: Number) -> Money {
        Money::new(amount.round(self.currency.minor_units(), Rounding::HalfAwayFromZero), self.currency)
    }

    #[allow(clippy::float_arithmetic, reason = "an error of estimation is no amount that anybody is paid")]
    fn spread(&self, earned: &[Units]) -> Spread {
        let places = self.currency.minor_units();
        let many = Number::from_u64(u64::try_from(earned.len()).unwrap_or(u64::MAX));
        let sum = earned.iter().fold(Number::ZERO, |sum, units| sum.plus(units.number(0)));
        let mean = sum.over(many.times(Units::ONE.coarser(0, places, Rounding::Down).number(0)), 9, Rounding::HalfEven);
        let squares: f64 =
            earned.iter().map(|units| to_float(units.number(places).minus(mean))).map(|off| off * off).sum();
        let deviation = libm::sqrt(squares / (to_float(many) - 1.0));
        Spread {
            mean: self.rounded(mean),
            deviation: self.rounded(to_number(deviation)),
            error: self.rounded(to_number(deviation / libm::sqrt(to_float(many)))),
        }
    }

    fn summary(&self, earned: Vec<Units>) -> Simulated {
        let places = self.currency.minor_units();
        let Spread { mean, deviation, error } = self.spread(&earned);
        let mut sorted = earned;
        sorted.sort_unstable();
        let reached =
            |goal: Number| sorted.len().saturating_sub(sorted.partition_point(|units| units.number(places) < goal));
        let at = |place: usize| sorted.get(place).map(|units| units.number(places));
        Simulated {
            mean,
            standard_deviation: deviation,
            standard_error: error,
            percentiles: [5, 10, 25, 50, 75, 90, 95].map(|percent| self.rounded(percentile(at, sorted.len(), percent))),
            reached: self.goal.map(|goal| u64::try_from(reached(goal)).unwrap_or(u64::MAX)),
        }
    }
}

/// What draws come to on average, how far they lie apart, and how far the mean may be off.
struct Spread {
    mean: Money,
    deviation: Money,
    error: Money,
}

/// How many draws are asked for.
///
/// # Errors
/// Fewer than two, or too many.
pub(super) fn wanted_draws(draws: Option<Count>) -> Result<u64, Vec<Problem>> {
    let wanted = draws.map_or(10_000, Count::get);
    if (2..=MOST_DRAWS).contains(&wanted) {
        return Ok(wanted);
    }
    let expected = format!("2 to {MOST_DRAWS}");
    Err(vec![problem("/draws", "That many can't be drawn.", &expected, &wanted.to_string())])
}

pub(super) fn unsummed(error: MoneyError) -> Vec<Problem> {
    vec![problem("", "This can't be summed up exactly.", "amounts whose sum fits into 28 digits", &error.to_string())]
}

/// A percentile of so many sorted numbers, on the straight line between the two beside it: type 7.
fn percentile(sorted: impl Fn(usize) -> Option<Number>, many: usize, percent: u32) -> Number {
    let hundred = 100_usize;
    let place = many.saturating_sub(1).saturating_mul(usize::try_from(percent).unwrap_or_default());
    let (below, rest) = (place / hundred, place % hundred);
    let low = sorted(below).unwrap_or_default();
    let high = sorted(below.saturating_add(1)).unwrap_or(low);
    let part = Number::from_u64(u64::try_from(rest).unwrap_or_default());
    low.plus(high.minus(low).times(part).over(Number::from_u32(100), 9, Rounding::HalfEven))
}

/// Draws a scenario many times, and evaluates each contract over the events of each draw.
///
/// In each draw every range of the scenario takes one value, for all of its months. The same seed gives the same answer on every machine.
///
/// # Errors
/// Those of [`Running`].
pub fn simulate(
    contracts: &[Node],
    scenario: &Node,
    question: &SimulationQuestion,
) -> Result<Simulation, Vec<Problem>> {
    Running::new(contracts, scenario, question)?.all()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Source: worked example E69a, from the tests of simple-statistics' `quantile`.
    #[test]
    fn percentiles_are_of_type_7() {
        let of = |values: &[u32], percent| {
            let at = |place| values.get::<usize>(place).copied().map(Number::from_u32);
            percentile(at, values.len(), percent).to_string()
        };
        let quartiles = |values: &[u32]| [25, 50, 75].map(|percent| of(values, percent));
        assert_eq!(quartiles(&[3, 6, 7, 8, 8, 10, 13, 15, 16, 20]), ["7.25", "9", "14.5"]);
        assert_eq!(quartiles(&[3, 6, 7, 8, 8, 9, 10, 13, 15, 16, 20]), ["7.5", "9", "14"]);
        assert_eq!(of(&[0, 1, 2, 3, 4], 20), "0.8");
    }
}
