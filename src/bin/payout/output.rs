//! A statement as it is printed.

use clap::ValueEnum;
use payout_calculator::evaluate::{Line, Statement};

/// The form of an answer.
#[derive(Clone, Copy, ValueEnum)]
pub enum Format {
    /// The statement with every reason.
    Json,
    /// A row for each line.
    Csv,
    /// Columns for people.
    Table,
}

/// The statement in a form.
pub fn written(statement: &Statement, format: Format) -> Result<String, String> {
    match format {
        Format::Json => serde_json::to_string_pretty(statement).map_err(|error| error.to_string()),
        Format::Csv => csv(statement),
        Format::Table => Ok(table(statement)),
    }
}

const COLUMNS: [&str; 8] = ["date", "kind", "clause", "label", "event", "quantity", "amount", "exact"];

fn cells(line: &Line) -> [String; 8] {
    [
        line.date.to_string(),
        line.kind.word().to_owned(),
        line.clause.to_string(),
        line.label.as_ref().map(|label| label.as_str().to_owned()).unwrap_or_default(),
        line.event.as_ref().map(|event| event.as_str().to_owned()).unwrap_or_default(),
        line.quantity.to_string(),
        line.amount.to_fixed(),
        line.exact.to_string(),
    ]
}

fn csv(statement: &Statement) -> Result<String, String> {
    let mut table = ::csv::Writer::from_writer(Vec::new());
    table.write_record(COLUMNS).map_err(|error| error.to_string())?;
    for line in &statement.lines {
        table.write_record(cells(line).map(harmless)).map_err(|error| error.to_string())?;
    }
    let bytes = table.into_inner().map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| error.to_string())
}

/// A cell that no spreadsheet takes for a formula; numbers stay numbers.
fn harmless(cell: String) -> String {
    let number = cell.strip_prefix('-').unwrap_or(&cell).bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && !number { format!("'{cell}") } else { cell }
}

fn table(statement: &Statement) -> String {
    let mut rows: Vec<[String; 8]> = vec![COLUMNS.map(str::to_owned)];
    rows.extend(statement.lines.iter().map(cells));
    let width =
        |place: usize| rows.iter().filter_map(|row| row.get(place)).map(|cell| cell.chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..COLUMNS.len()).map(width).collect();
    let row = |row: &[String; 8]| {
        let cells = row.iter().zip(&widths).enumerate().map(|(place, (cell, width))| {
            if place >= 5 { format!("{cell:>width$}") } else { format!("{cell:<width$}") }
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    let currency = statement.currency.code();
    let mut text: Vec<String> = rows.iter().map(row).collect();
    let periods = statement.periods.iter();
    text.extend(periods.map(|period| format!("{}: {} {currency}", period.period, period.amount.to_fixed())));
    let paid = statement.payments.iter().filter(|payment| payment.paid);
    text.extend(
        paid.map(|payment| {
            format!("paid on {}: {} {}", payment.on, payment.amount.to_fixed(), payment.currency.code())
        }),
    );
    text.push(format!("earned: {} {currency}", statement.totals.earned.to_fixed()));
    text.join("\n")
}
