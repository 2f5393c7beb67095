//! One event under one clause, on its way through the stages.

use crate::contract::{Contract, Payout};
use crate::events::{Event, Normalised};
use crate::money::Money;

use super::reason::Reason;

/// What is known so far of what one clause pays for one event (or for a number of equal ones).
pub(super) struct Claim<'a> {
    pub contract: &'a Contract,
    pub clause: usize,
    pub payout: &'a Payout,
    pub event: &'a Event,
    /// What a percentage is taken of, for one event.
    pub base: Option<Money>,
    /// What one event pays, exactly.
    pub each: Money,
    pub because: Vec<Reason>,
}

impl<'a> Claim<'a> {
    pub fn new(contract: &'a Contract, clause: usize, payout: &'a Payout, event: &'a Normalised) -> Self {
        let each = Money::zero(contract.currency);
        Self { contract, clause, payout, event: &event.event, base: None, each, because: Vec::new() }
    }
}
