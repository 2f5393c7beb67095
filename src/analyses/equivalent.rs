//! Offers of another shape that are worth the same.

use serde::Serialize;

use super::along::Effort;
use super::break_even::at_medians;
use super::goal_seek::{GoalSought, seek};
use super::judge::Judge;
use super::simulate::unsummed;
use super::vary::{Lever, Vary, problem};
use crate::contract::{Contract, read_contract};
use crate::document::{Amount, Count, Node, Problem, choice, record};
use crate::evaluate::in_minor_units;
use crate::money::{Money, Number, Rounding, noting};
use crate::scenario::read_scenario;

record! {
    /// Which number of each other offer is to make up for the difference, and what is to be the same.
    ///
    /// ```json
    /// { "measure": "certaintyEquivalent", "caution": "0.5",
    ///   "vary": [{ "document": "contract", "path": "/payouts/0/pay/percent", "from": "0%", "to": "50%" }] }
    /// ```
    pub struct EquivalentQuestion {
        /// A term of each contract but the first, in their order.
        "vary" => vary: Vec<Vary> = required,
        /// What an offer is worth; what it earns with ranges at their medians unless said.
        "measure" => measure: Worth = defaulted,
        /// With `certaintyEquivalent`, whose worth it is; the partner's unless said.
        "side" => side: Party = defaulted,
        /// With `certaintyEquivalent`, how many standard deviations of what is earned this side counts against an offer.
        "caution" => caution: Amount = optional,
        /// How many draws, where the scenario has ranges and their medians are not all; 200 unless said, at most 10,000.
        "draws" => draws: Count = optional,
        /// The same seed draws the same; 0 unless said.
        "seed" => seed: Count = optional,
    }
}

choice! {
    /// What an offer is worth over a scenario.
    pub enum Worth = Median {
        /// What it earns with ranges at their medians.
        Median => "median",
        /// What it earns on average over many draws: its expected value.
        Mean => "mean",
        /// The mean less a caution for its spread, to the partner; the mean and a caution, for the brand that pays it.
        CertaintyEquivalent => "certaintyEquivalent",
    }
}

choice! {
    /// One of both sides of a contract.
    pub enum Party = Partner {
        /// Who earns.
        Partner => "partner",
        /// Who pays.
        Brand => "brand",
    }
}

/// What makes other offers worth what the first one is.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Equivalent {
    /// What the first contract is worth, by the measure that was asked for.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub worth: Money,
    /// For each other contract, the first value of its number with which it is worth at least as much, and the value before, with which it is not; `earned` is what it is
    /// worth.
    pub offers: Vec<GoalSought>,
}

/// Finds, for each contract but the first, the value of one of its terms with which it is worth what the first one is over a scenario.
///
/// What it is worth is rounded to minor units: with ranges at their medians what it earns, the mean over draws, or a certainty equivalent: the mean less (for
/// the brand, which pays it: and) so many standard deviations. That is the standard deviation principle of insurance (Hans Bühlmann, *Mathematical
/// Methods in Risk Theory*, 1970, chapter 4), and what [`bargain`](super::bargain) takes. All offers are judged by the same draws.
///
/// # Errors
/// What is wrong with the documents; contracts in different currencies; as many terms as other contracts are not given, or numbers that are not
/// the contracts'; a caution without `certaintyEquivalent`, or that without a caution.
pub fn equivalent_offers(
    contracts: &[Node],
    scenario: &Node,
    question: &EquivalentQuestion,
) -> Result<Equivalent, Vec<Problem>> {
    let read: Vec<_> = contracts.iter().map(read_contract).collect::<Result<_, _>>()?;
    super::compare::same_currency(&read.iter().collect::<Vec<_>>())?;
    let (first, others) = read.first().zip(contracts.get(1..)).ok_or_else(Vec::new)?;
    let mut problems = unasked(question, others.len());
    let mut levers = Vec::with_capacity(others.len());
    for (place, (other, vary)) in others.iter().zip(&question.vary).enumerate() {
        match Lever::of_terms(other, scenario, place, vary) {
            Ok(lever) => levers.push(lever),
            Err(wrong) => problems.extend(wrong),
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let known = read_scenario(scenario)?;
    let caution = question.caution.map_or(Number::ZERO, Amount::number);
    let judge = Judge::new(known.clone(), question.draws, question.seed)?;
    let places = first.currency.minor_units();
    let worth = |contract: &Contract| {
        if question.measure == Worth::Median {
            return at_medians(contract, &known);
        }
        let judged = judge.judged(contract)?;
        let amount = noting(|| match (question.measure, question.side) {
            (Worth::CertaintyEquivalent, Party::Partner) => judged.worth(caution),
            (Worth::CertaintyEquivalent, Party::Brand) => judged.cost(caution),
            _ => judged.mean,
        });
        let amount = amount.map_err(unsummed)?.round(places, Rounding::HalfAwayFromZero);
        Ok(Money::new(amount, contract.currency))
    };
    let effort = match question.measure {
        Worth::Median => Effort::FULL,
        _ => Effort { parts: 16, most: 120 },
    };
    let goal = worth(first)?;
    let offers = levers.iter().map(|lever| seek(lever, goal.amount(), effort, &mut |contract, _| worth(contract)));
    Ok(Equivalent { offers: offers.collect::<Result<_, _>>()?, worth: goal })
}

/// What is wrong with the question itself.
fn unasked(question: &EquivalentQuestion, others: usize) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut report = |path: &str, message: &str, expected: &str, got: &str| {
        problems.push(problem(path, message, expected, got));
    };
    if question.vary.len() != others || others == 0 {
        let (expected, got) = (format!("one term of each other contract: {}", others.max(1)), question.vary.len());
        report("/vary", "It is not said what is to make up for the difference.", &expected, &got.to_string());
    }
    let careful = question.measure == Worth::CertaintyEquivalent;
    if careful != question.caution.is_some() {
        let message = "A certainty equivalent is the mean less a caution, and nothing else has one.";
        let (expected, got) = if careful { ("a number such as \"0.5\"", "none") } else { ("none", "a caution") };
        report("/caution", message, expected, got);
    }
    if !careful && question.side == Party::Brand {
        let expected = "\"certaintyEquivalent\" beside it, since only a caution differs from side to side";
        report("/side", "What is earned is what is paid: it is the same for both sides.", expected, "\"brand\"");
    }
    problems
}
