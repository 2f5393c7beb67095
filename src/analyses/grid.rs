//! What several contracts pay at many values of one or two numbers.

use serde::Serialize;

use super::break_even::at_medians;
use super::compare::same_currency;
use super::vary::{Lever, Vary, problem, spread};
use crate::contract::{Contract, read_contract};
use crate::document::{Count, Node, Problem, record};
use crate::evaluate::in_minor_units;
use crate::money::{Currency, Money};
use crate::scenario::read_scenario;

record! {
    /// Over which values contracts are laid out.
    ///
    /// ```json
    /// { "across": { "path": "/streams/0/perMonth", "from": "0", "to": "100" }, "up": { "path": "/streams/0/amount", "from": "20", "to": "200" } }
    /// ```
    pub struct GridQuestion {
        /// The number that changes from column to column.
        "across" => across: Vary = required,
        /// The number that changes from row to row; without it there is one row.
        "up" => up: Vary = optional,
        /// How many values across, evenly spread; 25 unless said, 2 to 401. Where the number has fewer, all of them.
        "columns" => columns: Count = optional,
        /// How many values up; 17 unless said, 2 to 401.
        "rows" => rows: Count = optional,
    }
}

/// What several contracts pay at many values of one or two numbers.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Grid {
    /// The currency of every amount.
    pub currency: Currency,
    /// The value of each column.
    pub across: Vec<String>,
    /// The value of each row; none where one number alone is moved.
    pub up: Vec<String>,
    /// Row by row, column by column, what each contract pays over the whole horizon.
    pub rows: Vec<Vec<Cell>>,
}

/// What all contracts pay for one value of each number.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cell {
    /// What each contract pays, in the order in which they were given.
    #[serde(serialize_with = "all")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<String>"))]
    pub paid: Vec<Money>,
    /// The one that pays most, by its place; nothing where several do.
    pub ahead: Option<usize>,
}

fn all<S: serde::Serializer>(amounts: &[Money], to: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct InMinorUnits(#[serde(serialize_with = "in_minor_units")] Money);
    to.collect_seq(amounts.iter().map(|amount| InMinorUnits(*amount)))
}

/// So many payouts are worked out at most: cells × contracts.
const MOST_PAYOUTS: u64 = 20_000;
const MOST_VALUES: u64 = 401;

/// Lays out what contracts pay over a scenario, ranges at their medians, at evenly spread values of one or two numbers. A number of the contract is one of
/// the first.
///
/// # Errors
/// What is wrong with the documents, also for one of the values; contracts in different currencies; too many cells.
pub fn grid(contracts: &[Node], scenario: &Node, question: &GridQuestion) -> Result<Grid, Vec<Problem>> {
    let read: Vec<Contract> = contracts.iter().map(read_contract).collect::<Result<_, _>>()?;
    let currency = same_currency(&read.iter().collect::<Vec<_>>())?;
    let Some((first, others)) = contracts.first().zip(read.get(1..)) else { return Err(Vec::new()) };
    let across = Lever::new(first, scenario, &question.across)?;
    let up = question.up.as_ref().map(|up| Lever::new(first, scenario, up)).transpose()?;
    let columns = spread(across.last, values(question.columns, 25, "/columns")?);
    let rows_asked = values(question.rows, 17, "/rows")?;
    let rows = up.as_ref().map_or_else(|| vec![0], |up| spread(up.last, rows_asked));
    let payouts = [rows.len(), columns.len(), contracts.len()]
        .iter()
        .fold(1, |product: u64, count| product.saturating_mul(u64::try_from(*count).unwrap_or(u64::MAX)));
    if payouts > MOST_PAYOUTS {
        return Err(vec![problem(
            "/columns",
            "These are too many cells.",
            "at most 20000 payouts",
            &payouts.to_string(),
        )]);
    }
    let mut laid = Vec::with_capacity(rows.len());
    for row in &rows {
        let (contract, scenario) = match &up {
            Some(up) => up.both(first, scenario, *row),
            None => (first.clone(), scenario.clone()),
        };
        let mut cells = Vec::with_capacity(columns.len());
        for column in &columns {
            let (contract, scenario) = across.both(&contract, &scenario, *column);
            let (contract, scenario) = (read_contract(&contract)?, read_scenario(&scenario)?);
            let paid: Vec<Money> = std::iter::once(&contract)
                .chain(others)
                .map(|contract| at_medians(contract, &scenario))
                .collect::<Result<_, _>>()?;
            cells.push(Cell { ahead: ahead(&paid), paid });
        }
        laid.push(cells);
    }
    let value = |lever: &Lever, places: &[u64]| places.iter().map(|place| lever.value(*place)).collect();
    Ok(Grid {
        currency,
        across: value(&across, &columns),
        up: up.map_or_else(Vec::new, |up| value(&up, &rows)),
        rows: laid,
    })
}

/// Between so many values there are as many gaps less one.
fn values(asked: Option<Count>, otherwise: u64, path: &str) -> Result<u64, Vec<Problem>> {
    let count = asked.map_or(otherwise, Count::get);
    if (2..=MOST_VALUES).contains(&count) {
        return Ok(count.saturating_sub(1));
    }
    Err(vec![problem(path, "That many values can't be laid out.", "2 to 401", &count.to_string())])
}

fn ahead(paid: &[Money]) -> Option<usize> {
    let most = paid.iter().map(|money| money.amount()).max()?;
    let mut best = paid.iter().enumerate().filter(|(_, money)| money.amount() == most);
    let (place, _) = best.next()?;
    best.next().is_none().then_some(place)
}
