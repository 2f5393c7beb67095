//! The lines so far, and what was not paid.

use std::collections::BTreeMap;

use crate::calendar::Month;
use crate::contract::{Clause, Contract, Payout};
use crate::events::Event;
use crate::money::{Money, Number};

use super::reason::MissReason;
use super::statement::{Line, Missed};

/// What the stages write into.
pub(super) struct Ledger<'a> {
    pub contract: &'a Contract,
    pub lines: Vec<Line>,
    pub not_applied: Vec<Missed>,
    /// Pay too fine for the currency, by clause and month, until it is rounded.
    pub accumulating: BTreeMap<(usize, Month), Accumulating>,
}

/// Pay that accumulates exactly before it becomes a line.
pub(super) struct Accumulating {
    pub quantity: Number,
    pub exact: Money,
}

impl<'a> Ledger<'a> {
    pub fn new(contract: &'a Contract) -> Self {
        Self { contract, lines: Vec::new(), not_applied: Vec::new(), accumulating: BTreeMap::new() }
    }

    pub fn miss_event(&mut self, event: &Event) {
        self.not_applied.push(Missed {
            clause: None,
            event: event.id.clone(),
            quantity: Some(event.count.number()),
            because: MissReason::NoPayoutForType { event_type: event.kind.clone() },
        });
    }

    pub fn miss_clause(&mut self, clause: Clause, because: MissReason) {
        self.not_applied.push(Missed { clause: Some(clause), event: None, quantity: None, because });
    }

    /// The payout clause at `index`.
    pub fn payout(&self, index: usize) -> Option<&'a Payout> {
        self.contract.payouts.get(index)
    }
}
