//! A contract's terms as plain facts, for whoever puts them into words or asks for inputs.

use serde::Serialize;

use super::check;
use super::clause::Clause;
use super::terms::{Base, Contract, OneTime, Pay, Payout};
use crate::calendar::Date;
use crate::document::{Label, Name, Problem};
use crate::money::{Currency, Number, Rate};

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
    /// What each event pays.
    pub pay: PayFacts,
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
        Self {
            name: contract.name.clone(),
            currency: contract.currency,
            minor_units: contract.currency.minor_units(),
            payouts: contract
                .payouts
                .iter()
                .enumerate()
                .map(|(index, payout)| PayoutFacts::of(index, payout))
                .collect(),
            one_time: contract
                .one_time
                .iter()
                .enumerate()
                .map(|(index, payment)| OneTimeFacts::of(index, payment))
                .collect(),
            warnings: check::warnings(contract),
        }
    }
}

impl PayoutFacts {
    fn of(index: usize, payout: &Payout) -> Self {
        Self {
            clause: Clause::Payout(index),
            event: payout.event.clone(),
            label: payout.label.clone(),
            pay: match payout.pay {
                Pay::Fixed { amount } => PayFacts::Fixed { amount: amount.number() },
                Pay::Percent { rate, of } => PayFacts::Percent { rate, of },
            },
        }
    }
}

impl OneTimeFacts {
    fn of(index: usize, payment: &OneTime) -> Self {
        Self {
            clause: Clause::OneTime(index),
            label: payment.label.clone(),
            amount: payment.amount.number(),
            on: payment.on,
        }
    }
}
