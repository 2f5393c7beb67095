//! What might happen, and what a contract would then pay, month by month.

mod estimate;
mod events;
#[cfg(feature = "analyses")]
mod lots;
mod mean;
mod project;
mod stream;
mod views;
mod volume;

use crate::calendar::Month;
use crate::document::{Count, DocumentKind, Node, Problem, SchemaLink, Version, choice, read_document, record};

pub use estimate::{Estimate, Range, Shape, Share, Tail};
#[cfg(feature = "analyses")]
pub(crate) use events::More;
pub(crate) use events::months;
#[cfg(feature = "analyses")]
pub(crate) use lots::Again;
pub use project::{MonthClause, ProjectedMonth, Projection, ProjectionTotals, project};
#[cfg(feature = "analyses")]
pub(crate) use project::{earned, sums};
pub use stream::{ChurnApplies, Funnel, GivenBack, Growth, GrowthPer, MixPart, Pipeline, Stream, Upgrades};
pub use views::{BrandSide, CashMonth, Conversions};

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
        /// Whether events are counted whole, or as many as are expected, with parts of events; whole unless said.
        "counts" => counts: Counts = defaulted,
        /// What happens in each of them.
        "streams" => streams: Vec<Stream> = defaulted,
    }
}

choice! {
    /// How the events of a scenario are counted.
    pub enum Counts = Whole {
        /// In whole events, as they happen: what a month's share of one is comes with a later month's. Ranges stand at their medians.
        Whole => "whole",
        /// As many as are expected, to six decimals, as forecasts are written. Ranges stand at their means. So what terms without
        /// thresholds come to is the mean of all that may happen.
        Expected => "expected",
    }
}

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
