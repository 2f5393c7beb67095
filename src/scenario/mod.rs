//! What might happen, and what a contract would then pay, month by month.

mod estimate;
mod events;
mod project;
mod volume;

use crate::calendar::Month;
use crate::document::{
    Amount, Code, Count, DocumentKind, Name, Named, Node, Problem, Reader, SchemaLink, Version, choice, read_document,
    record,
};
use crate::events::{Fact, Recurring, contract_value_once};
use crate::money::Rate;

pub use estimate::{Estimate, Range, Shape, Share, Tail};
#[cfg(feature = "analyses")]
pub(crate) use project::earned;
pub use project::{MonthClause, ProjectedMonth, Projection, ProjectionTotals, project};

record! {
    /// What might happen from a month on.
    ///
    /// ```json
    /// { "version": 1, "start": "2027-01", "months": 12, "streams": [
    ///   { "event": "sale", "perMonth": { "p10": "150", "p90": "260" }, "amount": "80", "approved": "95%",
    ///     "growth": { "percent": "2%", "per": "month" }, "ramp": 3 } ] }
    /// ```
    pub struct Scenario {
        /// Where the JSON Schema is, for editors.
        "$schema" => schema: SchemaLink = optional,
        /// The version of this document format: 1.
        "version" => version: Version = required,
        /// The first month.
        "start" => start: Month = required,
        /// How many months: 1 to 120.
        "months" => months: Count = required,
        /// What happens in each of them.
        "streams" => streams: Vec<Stream> = defaulted,
    }
}

record! {
    /// Equal events of one type. Each month has so many, in whole numbers: what a month's share of one is comes with a later month's.
    ///
    /// ```json
    /// { "event": "subscription", "perMonth": "10", "amount": "50", "churn": "10%", "attributes": { "plan": "basic" } }
    /// ```
    pub struct Stream {
        /// The event type.
        "event" => event: Name = required,
        /// How many a month; with `churn`, how many new customers.
        "perMonth" => per_month: Estimate = required,
        /// How that grows; it does not unless said.
        "growth" => growth: Growth = optional,
        /// How many months it takes to come to that number, in equal steps from the first month on.
        "ramp" => ramp: Count = optional,
        /// Twelve factors, from January: "1.4" for a month with 40 % more than the average one.
        "seasonality" => seasonality: Vec<Amount> = defaulted,
        /// Which share of them the brand approves; all unless said. Only these are events.
        "approved" => approved: Share = defaulted,
        /// Which share of customers leaves each month, before the next payment. Each of the others pays once a month, from its first
        /// month on.
        "churn" => churn: Share = optional,
        /// What each order or payment comes to, in the contract's currency.
        "amount" => amount: Estimate = optional,
        /// Facts that conditions ask for: `customerStatus`, `country`, `plan`, …
        "attributes" => attributes: Named<Fact> = defaulted,
        /// What each signed contract or subscription will be paid, and how often.
        "recurring" => recurring: Recurring = optional,
        /// The whole value of each signed contract, where it is not a number of equal payments.
        "contractValue" => contract_value: Amount = optional,
    }
    checked by fits_together
}

record! {
    /// How a number grows.
    ///
    /// ```json
    /// { "percent": "20%", "per": "year" }
    /// ```
    pub struct Growth {
        /// By which part of itself.
        "percent" => percent: Rate = required,
        /// After each month, or once after each twelve months.
        "per" => per: GrowthPer = required,
    }
}

choice! {
    /// How often a number grows.
    pub enum GrowthPer {
        /// After each month.
        Month => "month",
        /// After each twelve months.
        Year => "year",
    }
}

fn fits_together(stream: &Stream, at: &mut Reader) {
    contract_value_once(stream.recurring.as_ref(), stream.contract_value, at);
    let factors = stream.seasonality.len();
    if factors != 0 && factors != 12 {
        at.inside("seasonality", |at| {
            at.report(
                Code::OutOfRange,
                "A year has twelve months.",
                "12 factors, from January to December",
                &factors.to_string(),
                None,
            );
        });
    }
}

/// The months of a scenario.
pub(crate) use events::months;

/// The longest horizon, in months.
pub const LONGEST: u64 = 120;

/// How many payments a projection works out at most: a stream's events of one month under one clause are one.
pub const MOST_PAYMENTS: usize = 100_000;

/// Reads a scenario.
///
/// # Errors
/// Every mistake in it, each with its place.
pub fn read_scenario(node: &Node) -> Result<Scenario, Vec<Problem>> {
    let scenario: Scenario = read_document(node, DocumentKind::Scenario)?;
    months(&scenario)?;
    Ok(scenario)
}
