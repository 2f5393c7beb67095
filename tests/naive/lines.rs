//! Lines of a statement, and what they come to.

use std::collections::BTreeMap;

use jiff::civil::Date;
use num_traits::Zero;

use super::calendar::month_name;
use super::numbers::{Exact, decimal, zero};

#[derive(Clone, Debug)]
pub struct Line {
    pub kind: &'static str,
    /// The clause at the top level of the contract.
    pub clause: String,
    pub date: Date,
    pub amount: Exact,
    /// The event that it is about, where it is about one.
    pub event: Option<usize>,
    /// The payout whose pay it is, or cuts off.
    pub payout: Option<usize>,
    /// Whether it takes something back after a lock.
    pub clawback: bool,
}

impl Line {
    pub fn new(kind: &'static str, clause: impl Into<String>, date: Date, amount: Exact) -> Self {
        Self { kind, clause: clause.into(), date, amount, event: None, payout: None, clawback: false }
    }

    /// The same line, about a payout (its place in the contract).
    pub fn of_payout(self, payout: usize) -> Self {
        Self { payout: Some(payout), ..self }
    }

    pub fn of_event(self, event: usize) -> Self {
        Self { event: Some(event), ..self }
    }
}

/// The sums of a statement's lines; what comes to zero is left out.
#[derive(Clone, Debug, PartialEq)]
pub struct Totals {
    /// All lines together, with the currency's decimals.
    pub earned: String,
    pub by_kind: BTreeMap<String, Exact>,
    /// By the clause at the top level, such as `/payouts/0`; all advances are one, `/advances`.
    pub by_clause: BTreeMap<String, Exact>,
    pub by_month: BTreeMap<String, Exact>,
    /// By kind, clause and month.
    pub by_all: BTreeMap<(String, String, String), Exact>,
}

impl Totals {
    pub fn of_lines(lines: &[Line], places: u32) -> Self {
        Self::new(
            lines.iter().map(|line| {
                let name = (line.kind.to_owned(), line.clause.clone(), month_name(line.date));
                (name, line.amount.clone())
            }),
            places,
        )
    }

    /// Of amounts by kind, clause and month.
    pub fn new(amounts: impl Iterator<Item = ((String, String, String), Exact)>, places: u32) -> Self {
        let mut by_all = BTreeMap::new();
        for (name, amount) in amounts {
            *by_all.entry(name).or_insert_with(zero) += amount;
        }
        by_all.retain(|_, amount: &mut Exact| !amount.is_zero());
        let by = |part: &dyn Fn(&(String, String, String)) -> String| {
            let mut sums = BTreeMap::new();
            for (name, amount) in &by_all {
                *sums.entry(part(name)).or_insert_with(zero) += amount;
            }
            sums.retain(|_, amount: &mut Exact| !amount.is_zero());
            sums
        };
        Self {
            earned: decimal(&by_all.values().sum(), places),
            by_kind: by(&|(kind, _, _)| kind.clone()),
            by_clause: by(&|(_, clause, _)| clause.clone()),
            by_month: by(&|(_, _, month)| month.clone()),
            by_all,
        }
    }
}
