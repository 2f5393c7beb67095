//! A contract and dated events in, a statement out.
//!
//! The order of the stages is part of the terms' meaning, so it stands here, once. A later stage adds lines and never edits
//! an earlier one's.

mod base;
mod claim;
mod ledger;
mod one_time;
mod pay;
mod reason;
mod round;
mod statement;
mod totals;

use crate::calendar::Date;
use crate::contract::{self, Contract};
use crate::document::{Code, DocumentKind, Problem, Problems};
use crate::events::{Event, Normalised, normalise};
use crate::money::MoneyError;

use claim::Claim;
use ledger::Ledger;
pub use reason::{MissReason, Reason};
pub(crate) use statement::in_minor_units;
pub use statement::{ClauseTotal, Line, LineKind, Missed, PeriodTotal, Statement, Totals};

/// What happens to one event under one clause that names its type, in this order.
const EVENT_STAGES: [EventStage; 3] = [base::find, pay::each, round::into_lines];

/// What happens to the contract as a whole, in this order, after its events.
const CONTRACT_STAGES: [ContractStage; 2] = [round::accumulated, one_time::pay];

type EventStage = fn(&mut Claim, &mut Ledger) -> Result<(), MoneyError>;
type ContractStage = fn(&Contract, Option<Window>, &mut Ledger) -> Result<(), MoneyError>;

/// The days that a statement covers, first and last included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

/// Evaluates a contract against events.
///
/// Amounts are in the contract's currency, rounded to its minor unit as the contract says: each event's pay, except that pay
/// with more decimals than the currency has accumulates over a month's events, and is rounded on its line. Events may come in
/// any order; `n` equal events and one with the count `n` give the same statement, at the same cost.
///
/// With a `window`, payments for no event that fall outside it are left out (and named in `not_applied`); events are the
/// caller's choice.
///
/// # Errors
/// Two events with one id that differ, and amounts that outgrow exact decimal arithmetic; each with its place.
pub fn evaluate(contract: &Contract, events: Vec<Event>, window: Option<Window>) -> Result<Statement, Vec<Problem>> {
    let events = normalise(events)?;
    let mut ledger = Ledger::new(contract);
    let mut problems = Problems::new(DocumentKind::Events);
    for event in &events {
        if let Err(error) = pay_event(contract, event, &mut ledger) {
            problems.push(overflow(DocumentKind::Events, format!("/{}", event.index), error));
        }
    }
    for stage in CONTRACT_STAGES {
        if let Err(error) = stage(contract, window, &mut ledger) {
            problems.push(overflow(DocumentKind::Contract, String::new(), error));
        }
    }
    let problems = problems.into_vec();
    if !problems.is_empty() {
        return Err(problems);
    }
    totals::statement(ledger, contract::warnings(contract))
        .map_err(|error| vec![overflow(DocumentKind::Contract, String::new(), error)])
}

fn pay_event(contract: &Contract, event: &Normalised, ledger: &mut Ledger) -> Result<(), MoneyError> {
    let mut qualified = false;
    for (index, payout) in contract.payouts.iter().enumerate().filter(|(_, payout)| payout.event == event.event.kind) {
        qualified = true;
        let mut claim = Claim::new(contract, index, payout, event);
        for stage in EVENT_STAGES {
            stage(&mut claim, ledger)?;
        }
    }
    if !qualified {
        ledger.miss_event(&event.event);
    }
    Ok(())
}

fn overflow(document: DocumentKind, path: String, error: MoneyError) -> Problem {
    Problem {
        document,
        code: Code::AmountOverflow,
        path,
        message: format!("This can't be evaluated exactly: {error}."),
        expected: "amounts and counts that fit into 28 decimal digits".to_owned(),
        got: "more digits".to_owned(),
        hint: None,
    }
}
