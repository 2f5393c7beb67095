//! What a pasted table was read as.

use serde::Serialize;

use super::super::draft::Draft;
use super::figure::DecimalSign;
use crate::contract::{Measure, Mode, Period, Reached};
use crate::document::{choice, record};

record! {
    /// What a pasted table does not say.
    pub struct TableOptions {
        /// Which volume a tier's rate is paid on: with it a whole table of tiers is made, and its steps alone without.
        "mode" => mode: Mode = optional,
        /// What is counted.
        "measure" => measure: Measure = optional,
        /// How often the count starts anew.
        "per" => per: Period = optional,
        /// What stands before the decimals of numbers.
        "decimalSign" => decimal_sign: DecimalSign = optional,
        /// What a number without a sign pays.
        "paid" => paid: Paid = optional,
        /// Whether a tier is reached at its threshold.
        "boundary" => boundary: Reached = optional,
    }
}

#[allow(clippy::derivable_impls, reason = "the macro that defines the type derives no default")]
impl Default for TableOptions {
    fn default() -> Self {
        Self { mode: None, measure: None, per: None, decimal_sign: None, paid: None, boundary: None }
    }
}

choice! {
    /// What a tier pays.
    pub enum Paid {
        /// A percentage.
        Percent => "percent",
        /// An amount for each event.
        Fixed => "fixed",
    }
}

/// What a pasted table was read as.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReadTable {
    /// The tiers as steps of a table; none where a cell could not be read, or something is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<crate::contract::Step>>"))]
    pub steps: Option<Draft>,
    /// The whole table of tiers, where the options say its mode.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::contract::Tiers>"))]
    pub tiers: Option<Draft>,
    /// What each column holds.
    pub columns: Vec<ColumnRole>,
    /// How what can be read in several ways was read.
    pub readings: Vec<TableReading>,
    /// Each tier's numbers as they were read.
    pub rows: Vec<ReadRow>,
    /// What could not be read.
    pub problems: Vec<CellProblem>,
}

choice! {
    /// What a column holds.
    pub enum ColumnRole {
        /// Where tiers begin, or both of their ends.
        From => "from",
        /// Where tiers end.
        To => "to",
        /// What they pay.
        Paid => "paid",
        /// What they are called.
        Label => "label",
        /// Nothing that is used.
        Unused => "unused",
    }
}

/// How something was read that can be read in several ways.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TableReading {
    /// What it is about: the name of an option.
    pub code: TableReadingCode,
    /// How it was read; none where nothing tells.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub taken: Option<String>,
    /// How it can be read.
    pub options: Vec<String>,
    /// Whether the table itself, or an option, says so, so that nothing was assumed.
    pub certain: bool,
    /// The cells that could be read in another way, as they are written.
    pub cells: Vec<String>,
}

choice! {
    /// What can be read in several ways.
    pub enum TableReadingCode {
        /// What stands before the decimals of numbers.
        DecimalSign => "decimalSign",
        /// What a number without a sign pays.
        Paid => "paid",
        /// Whether a tier is reached at its threshold, or only above it.
        Boundary => "boundary",
    }
}

/// One tier, as it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReadRow {
    /// The row of the pasted text, from 1.
    pub row: usize,
    /// Where the tier begins.
    pub from: String,
    /// What it pays: a rate, or an amount.
    pub paid: String,
    /// What it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
}

/// What is wrong with a cell, or a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CellProblem {
    /// What is wrong.
    pub code: CellCode,
    /// The row of the pasted text, from 1; 0 for the table as a whole.
    pub row: usize,
    /// The column, from 1; 0 for the row as a whole.
    pub column: usize,
    /// What was found.
    pub got: String,
}

choice! {
    /// What is wrong with a cell.
    pub enum CellCode {
        /// There are no rows with numbers.
        NoRows => "noRows",
        /// There are more rows than a table of tiers may have.
        TooManyRows => "tooManyRows",
        /// No two columns hold numbers, or more than three do.
        Columns => "columns",
        /// A row of another number of cells than the others, as where numbers hold the separator of cells.
        CellCount => "cellCount",
        /// Nothing where a number is needed.
        Empty => "empty",
        /// Neither a number nor a range.
        NotANumber => "notANumber",
        /// Written with the other sign before decimals than the other numbers.
        OtherDecimalSign => "otherDecimalSign",
        /// A percentage where others are amounts, or the other way round.
        MixedPay => "mixedPay",
        /// A number without a sign, where nothing tells whether it is a percentage.
        PayUnclear => "payUnclear",
        /// Both `10.000` and `10,000`, and nothing that tells which is ten thousand.
        DecimalSignUnclear => "decimalSignUnclear",
        /// A tier that begins no higher than the one before.
        NotRising => "notRising",
        /// A tier that ends elsewhere than the next one begins.
        GapOrOverlap => "gapOrOverlap",
        /// "More than" where other tiers say "from".
        MixedBoundary => "mixedBoundary",
        /// A name too long, or with control characters.
        Label => "label",
    }
}
