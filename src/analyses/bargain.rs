//! Where two parties can agree, and on what.
#![allow(clippy::float_arithmetic, reason = "the order of offers, and a caution about spread, are no amounts")]

mod gap;

use std::collections::BTreeMap;

use serde::Serialize;

pub use gap::{Closing, Gap};

use super::judge::{Judge, Judged};
use super::sample::to_float;
use super::simulate::unsummed;
use super::vary::{Lever, Vary, change, problem, spread};
use crate::contract::read_contract;
use crate::document::{Amount, Count, Node, Problem, Threshold, record};
use crate::evaluate::in_minor_units;
use crate::money::{Currency, Money, Number, Rounding, noting};
use crate::scenario::read_scenario;

record! {
    /// Which terms are open, and how far each side goes.
    ///
    /// ```json
    /// { "vary": [{ "document": "contract", "path": "/payouts/0/pay/percent", "from": "10%", "to": "20%" }],
    ///   "partner": { "limit": "18000" }, "brand": { "limit": "36000" } }
    /// ```
    pub struct BargainQuestion {
        /// One to three terms of the contract.
        "vary" => vary: Vec<Vary> = required,
        /// The partner; its limit is the least that it accepts.
        "partner" => partner: Side = required,
        /// The brand; its limit is the most that it pays.
        "brand" => brand: Side = required,
        /// The partner's bargaining power: 50 % unless said. The brand has the rest.
        "power" => power: Threshold = optional,
        /// How many draws, where the scenario has ranges; 200 unless said, at most 10,000.
        "draws" => draws: Count = optional,
        /// The same seed draws the same; 0 unless said.
        "seed" => seed: Count = optional,
    }
}

record! {
    /// One side of the table.
    ///
    /// ```json
    /// { "limit": "18000", "caution": "0.5" }
    /// ```
    pub struct Side {
        /// Its reservation value over the whole horizon, in the contract's currency.
        "limit" => limit: Amount = required,
        /// How many standard deviations of what is earned it counts against an offer, because it is not sure; 0 unless said.
        "caution" => caution: Amount = optional,
    }
}

/// What two sides can agree on.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Bargain {
    /// The first and the last value that both accept, where one term is open; none where both accept no value, or more terms are open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<[String; 2]>,
    /// What is missing, where no offer is accepted by both.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gap: Option<Gap>,
    /// What Nash's solution is: of what both accept, the offer with the greatest product of both gains, each raised to that side's power.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nash: Option<Offer>,
    /// The offer whose smaller gain is greatest, that is, where both gain the same if they can (Kalai's egalitarian solution). Where no offer
    /// is accepted by both, it is the closest one, and the smaller gain says how much is missing.
    pub equal_gain: Offer,
    /// All offers that were looked at.
    pub offers: Vec<Offer>,
}

/// One offer, as both sides see it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Offer {
    /// The value of each open term.
    pub values: Vec<String>,
    /// What it is worth to the partner.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub worth: Money,
    /// What it costs the brand.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub cost: Money,
    /// How much more it is worth than the partner's limit; negative where it is worth less.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub partner_gain: Money,
    /// How much less it costs than the brand's limit; negative where it costs more.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub brand_gain: Money,
    /// Whether no other offer that was looked at is better for one side and as good for the other: it lies on the Pareto frontier.
    pub frontier: bool,
}

impl Offer {
    fn agreed(&self) -> bool {
        !self.partner_gain.is_negative() && !self.brand_gain.is_negative()
    }

    fn gains(&self) -> [Number; 2] {
        [self.partner_gain.amount(), self.brand_gain.amount()]
    }

    fn better(&self, than: &Self) -> bool {
        let ([one, other], [partner, brand]) = (self.gains(), than.gains());
        one >= partner && other >= brand && (one > partner || other > brand)
    }

    /// The smaller gain, and then both.
    fn fairness(&self) -> (Number, Number) {
        let [partner, brand] = self.gains();
        (partner.min(brand), partner.plus(brand))
    }
}

/// The draws and the terms that all offers are judged by.
struct Table<'t> {
    contract: &'t Node<'t>,
    levers: Vec<Lever<'t>>,
    judge: Judge,
    currency: Currency,
    question: &'t BargainQuestion,
    power: f64,
    seen: BTreeMap<Vec<u64>, Offer>,
}

/// Finds what two sides can agree on over a scenario: the zone of agreement, Nash's bargaining solution (Econometrica 18, 1950), the
/// equal-gain solution and the Pareto frontier over up to three terms of a contract.
///
/// The partner values an offer by the mean of what it earns less its caution, the brand by the same mean and its own caution. An even grid of
/// values is looked at, and from its best offers on their neighbours down to the terms' steps; an offer apart from these is not seen.
///
/// # Errors
/// What is wrong with the documents, also for one of the values; no terms or more than three; terms that are not the contract's.
pub fn bargain(contract: &Node, scenario: &Node, question: &BargainQuestion) -> Result<Bargain, Vec<Problem>> {
    let mut table = Table::new(contract, scenario, question)?;
    let posts: u64 = match table.levers.len() {
        1 => 100,
        2 => 14,
        _ => 6,
    };
    let mut places = vec![Vec::new()];
    for lever in &table.levers {
        let here = spread(lever.last, posts);
        places = places.iter().flat_map(|so_far| here.iter().map(|next| [&so_far[..], &[*next]].concat())).collect();
    }
    for place in &places {
        table.offer(place)?;
    }
    let far = table.levers.iter().filter_map(|lever| lever.last.checked_div(posts)).max().unwrap_or_default();
    table.climb(far, &|table, one, other| table.product(one) > table.product(other))?;
    table.climb(far, &|_, one, other| one.fairness() > other.fairness())?;
    let zone = table.zone(&places)?;
    table.result(zone)
}

type IsBetter = dyn Fn(&Table, &Offer, &Offer) -> bool;

impl<'t> Table<'t> {
    fn new(
        contract: &'t Node<'t>,
        scenario: &'t Node<'t>,
        question: &'t BargainQuestion,
    ) -> Result<Self, Vec<Problem>> {
        if !(1..=3).contains(&question.vary.len()) {
            let got = question.vary.len().to_string();
            return Err(vec![problem("/vary", "That many terms can't be open.", "one to three", &got)]);
        }
        let term = |(place, vary): (usize, &'t Vary)| Lever::of_terms(contract, scenario, place, vary);
        let levers = question.vary.iter().enumerate().map(term).collect::<Result<_, _>>()?;
        let power = match question.power {
            None => 0.5,
            Some(Threshold::Share(share)) if share.fraction() <= Number::ONE => to_float(share.fraction()),
            Some(other) => {
                let message = "This is no part of the bargaining power.";
                return Err(vec![problem("/power", message, "\"0%\" to \"100%\"", &other.to_string())]);
            }
        };
        let currency = read_contract(contract)?.currency;
        let judge = Judge::new(read_scenario(scenario)?, question.draws, question.seed)?;
        Ok(Self { contract, levers, judge, currency, question, power, seen: BTreeMap::new() })
    }

    /// What the offer with each term's value at a place is to both.
    fn offer(&mut self, places: &[u64]) -> Result<Offer, Vec<Problem>> {
        if let Some(known) = self.seen.get(places) {
            return Ok(known.clone());
        }
        let changed = self
            .levers
            .iter()
            .zip(places)
            .fold(self.contract.clone(), |contract, (lever, place)| lever.changed(&contract, *place));
        let values = self.levers.iter().zip(places).map(|(lever, place)| lever.value(*place)).collect();
        let offer = self.judged(&changed, values)?;
        self.seen.insert(places.to_vec(), offer.clone());
        Ok(offer)
    }

    fn judged(&self, contract: &Node, values: Vec<String>) -> Result<Offer, Vec<Problem>> {
        let judged = self.judge.judged(&read_contract(contract)?)?;
        noting(|| self.seen_by_both(values, judged)).map_err(unsummed)
    }

    fn seen_by_both(&self, values: Vec<String>, judged: Judged) -> Offer {
        let caution = |side: &Side| side.caution.map_or(Number::ZERO, Amount::number);
        let money = |amount: Number| {
            Money::new(amount.round(self.currency.minor_units(), Rounding::HalfAwayFromZero), self.currency)
        };
        let (partner, brand) = (&self.question.partner, &self.question.brand);
        let (worth, cost) = (money(judged.worth(caution(partner))), money(judged.cost(caution(brand))));
        Offer {
            values,
            worth,
            cost,
            partner_gain: money(worth.amount().minus(partner.limit.number())),
            brand_gain: money(brand.limit.number().minus(cost.amount())),
            frontier: false,
        }
    }

    /// The logarithm of Nash's product; less than all others where an offer is not accepted.
    fn product(&self, offer: &Offer) -> f64 {
        let [partner, brand] = offer.gains().map(to_float);
        let part = |power: f64, gain: f64| if power > 0.0 { power * libm::log(gain) } else { 0.0 };
        let product = part(self.power, partner) + part(1.0 - self.power, brand);
        if offer.agreed() { product.max(f64::MIN) } else { f64::NEG_INFINITY }
    }

    /// Looks at neighbours of the best offer, at first far away, until none at the next step is better.
    fn climb(&mut self, far: u64, is_better: &IsBetter) -> Result<(), Vec<Problem>> {
        let mut step = far;
        while step > 0 {
            let (here, best) = self.best(is_better);
            let mut found = false;
            for lever in 0..here.len() {
                let last = self.levers.get(lever).map_or(0, |lever| lever.last);
                for down in [true, false] {
                    let mut next = here.clone();
                    if let Some(place) = next.get_mut(lever) {
                        *place = if down { place.saturating_sub(step) } else { place.saturating_add(step).min(last) };
                    }
                    let offer = self.offer(&next)?;
                    found |= is_better(self, &offer, &best);
                }
            }
            if !found {
                step /= 2;
            }
        }
        Ok(())
    }

    fn best(&self, is_better: &IsBetter) -> (Vec<u64>, Offer) {
        let mut offers = self.seen.iter();
        let first = offers.next().map(|(place, offer)| (place.clone(), offer.clone()));
        let best = offers.fold(first, |best, (place, offer)| match best {
            Some((_, known)) if is_better(self, offer, &known) => Some((place.clone(), offer.clone())),
            best => best,
        });
        // The grid has one offer at least.
        best.unwrap_or_else(|| {
            (Vec::new(), self.seen_by_both(Vec::new(), Judged { mean: Number::ZERO, deviation: Number::ZERO }))
        })
    }

    /// The ends of what both accept along the only open term.
    fn zone(&mut self, posts: &[Vec<u64>]) -> Result<Option<[String; 2]>, Vec<Problem>> {
        let [lever] = &self.levers[..] else { return Ok(None) };
        let last = lever.last;
        let accepted: Vec<u64> = self
            .seen
            .iter()
            .filter(|(_, offer)| offer.agreed())
            .filter_map(|(place, _)| place.first().copied())
            .collect();
        let (Some(first_known), Some(last_known)) = (accepted.first().copied(), accepted.last().copied()) else {
            return Ok(None);
        };
        let known: Vec<u64> = posts.iter().flatten().copied().collect();
        let before = known.iter().rev().find(|post| **post < first_known).copied();
        let after = known.iter().find(|post| **post > last_known).copied();
        let from = match before {
            Some(before) => change(before, first_known, &mut |place| Ok(!self.offer(&[place])?.agreed()))?,
            None => 0,
        };
        let to = match after {
            Some(after) => {
                change(last_known, after, &mut |place| Ok(self.offer(&[place])?.agreed()))?.saturating_sub(1)
            }
            None => last,
        };
        Ok(self.levers.first().map(|lever| [lever.value(from), lever.value(to)]))
    }

    fn result(self, zone: Option<[String; 2]>) -> Result<Bargain, Vec<Problem>> {
        let offers: Vec<Offer> = self.seen.values().cloned().collect();
        let marked = |mut offer: Offer| {
            offer.frontier = !offers.iter().any(|other| other.better(&offer));
            offer
        };
        let (_, nash) = self.best(&|table, one, other| table.product(one) > table.product(other));
        let (closest, equal_gain) = self.best(&|_, one, other| one.fairness() > other.fairness());
        Ok(Bargain {
            zone,
            gap: self.gap(&closest)?,
            nash: nash.agreed().then(|| marked(nash)),
            equal_gain: marked(equal_gain),
            offers: offers.iter().cloned().map(marked).collect(),
        })
    }
}
