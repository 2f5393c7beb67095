//! A contract's terms as plain facts, for whoever puts them into words or asks for inputs.

mod condition;
mod pay;
mod payout;
mod phrase;
mod say;
mod whole;
mod words;

use serde::Serialize;

use super::clause::Clause;
use super::terms::{Base, Contract, Measure, OneTime, Pay, Payout};
use crate::calendar::Date;
use crate::document::{Label, Name, Problem};
use crate::money::{Currency, Number, Rate};

pub use phrase::{Phrase, Sentence, Value};
pub use say::Say;

/// What a contract says, clause by clause, and what to be warned of.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ContractFacts {
    /// The contract's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Label>,
    /// The currency of every amount.
    pub currency: Currency,
    /// Decimal places of the currency.
    pub minor_units: u32,
    /// What is paid for events.
    pub payouts: Vec<PayoutFacts>,
    /// What is paid for no event.
    pub one_time: Vec<OneTimeFacts>,
    /// The offers of which one is chosen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<OfferFacts>>"))]
    pub offers: Vec<OfferFacts>,
    /// What the contract says, sentence by sentence, for a language to put into words.
    pub summary: Vec<Sentence>,
    /// What is probably not meant as it is written.
    pub warnings: Vec<Problem>,
}

/// What one type of event pays.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PayoutFacts {
    /// The clause's place in the contract: a JSON Pointer.
    pub clause: Clause,
    /// The event type.
    pub event: Name,
    /// What the clause is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Label>,
    /// What each event pays, where that is one fixed amount or one percentage for all of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pay: Option<PayFacts>,
    /// The amounts of an event that the clause depends on.
    pub needs: Vec<Base>,
    /// The offer to which it belongs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offer: Option<Name>,
}

/// One of several offers.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OfferFacts {
    /// What clauses call it.
    pub name: Name,
    /// What people should read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Label>,
}

/// What each event pays.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum PayFacts {
    /// A fixed amount.
    Fixed {
        /// How much.
        amount: Number,
    },
    /// A percentage.
    Percent {
        /// The rate.
        rate: Rate,
        /// What it is taken of.
        of: Base,
    },
}

/// A payment for no event.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OneTimeFacts {
    /// The clause's place in the contract: a JSON Pointer.
    pub clause: Clause,
    /// What it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Label>,
    /// How much.
    pub amount: Number,
    /// When.
    pub on: Date,
}

impl ContractFacts {
    /// The facts of a contract.
    #[must_use]
    pub fn of(contract: &Contract) -> Self {
        let payouts = contract.payouts.iter().enumerate();
        let offers = contract.offers.iter();
        Self {
            name: contract.name.clone(),
            currency: contract.currency,
            minor_units: contract.currency.minor_units(),
            payouts: payouts.map(|(index, payout)| PayoutFacts::of(index, payout, contract)).collect(),
            one_time: contract
                .one_time
                .iter()
                .enumerate()
                .map(|(index, payment)| OneTimeFacts::of(index, payment, contract))
                .collect(),
            offers: offers.map(|offer| OfferFacts { name: offer.name.clone(), label: offer.label.clone() }).collect(),
            summary: summary(contract),
            warnings: super::warnings(contract),
        }
    }
}

fn summary(contract: &Contract) -> Vec<Sentence> {
    let mut said = Vec::new();
    whole::offers(contract, &mut said);
    for (index, payout) in contract.payouts.iter().enumerate() {
        payout::sentences(index, payout, contract, &mut said);
    }
    whole::sentences(contract, &mut said);
    said
}

impl PayoutFacts {
    fn of(index: usize, payout: &Payout, contract: &Contract) -> Self {
        let alike = payout.groups.is_empty() && payout.scheduled.is_empty() && payout.tiers.is_empty();
        let one = match &payout.pay {
            Pay::Fixed { amount, package: None, .. } => Some(PayFacts::Fixed { amount: pay::amount(amount, contract) }),
            Pay::Percent { rate, of, .. } => Some(PayFacts::Percent { rate: *rate, of: *of }),
            _ => None,
        };
        Self {
            clause: Clause::Payout(index),
            event: payout.event.clone(),
            label: payout.label.clone(),
            pay: one.filter(|_| alike),
            needs: needs(payout),
            offer: payout.offer.clone(),
        }
    }
}

/// The amounts of an event that a clause depends on: what its percentages are taken of, and revenue that it counts.
fn needs(payout: &Payout) -> Vec<Base> {
    let mut needs = Vec::new();
    for pay in payout.pays() {
        pay.each(&mut |form| {
            if let Pay::Percent { of, .. } = form {
                needs.push(*of);
            }
        });
    }
    for tiers in &payout.tiers {
        let revenue = tiers.measure == Measure::Revenue && tiers.counting.is_none();
        if revenue || (needs.is_empty() && tiers.steps.iter().any(|step| step.percent.is_some())) {
            needs.push(Base::OrderAmount);
        }
    }
    Base::ALL.iter().copied().filter(|base| needs.contains(base)).collect()
}

impl OneTimeFacts {
    fn of(index: usize, payment: &OneTime, contract: &Contract) -> Self {
        Self {
            clause: Clause::OneTime(index),
            label: payment.label.clone(),
            amount: pay::amount(&payment.amount, contract),
            on: payment.on,
        }
    }
}
