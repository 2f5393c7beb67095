//! Pasted text as rows of cells.

use super::report::{CellCode, CellProblem};

/// Tiers that one table may have, as documents have it.
const MOST: usize = 1_000;

/// A row with its place in the text.
pub(super) struct Row {
    /// From 1.
    pub number: usize,
    pub cells: Vec<String>,
}

/// The rows that hold something; separated by tabs if there are any, else by semicolons, else by commas. A row of another number of cells
/// is a problem: most likely a number holds the separator.
pub(super) fn rows(text: &str) -> (Vec<Row>, Vec<CellProblem>) {
    let separator = *[b'\t', b';', b','].iter().find(|separator| text.as_bytes().contains(separator)).unwrap_or(&b',');
    let mut table = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .trim(csv::Trim::All)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let mut rows: Vec<Row> = Vec::new();
    let mut problems = Vec::new();
    for record in table.records() {
        // The text is UTF-8, and rows may be of any length, so there is no other kind of error.
        let Ok(record) = record else { continue };
        let number = record.position().map_or(1, |position| usize::try_from(position.line()).unwrap_or(usize::MAX));
        let cells: Vec<String> = record.iter().map(str::to_owned).collect();
        if cells.iter().all(String::is_empty) {
            continue;
        }
        if rows.len() >= MOST {
            problems.push(CellProblem {
                code: CellCode::TooManyRows,
                row: number,
                column: 0,
                got: format!("more than {MOST}"),
            });
            break;
        }
        rows.push(Row { number, cells });
    }
    let width = rows.iter().map(|row| row.cells.len()).min().unwrap_or_default();
    let usual = rows.first().map_or(width, |row| row.cells.len());
    for row in &mut rows {
        // Spreadsheets leave out the empty cells at the end of a row.
        while row.cells.len() > usual && row.cells.last().is_some_and(String::is_empty) {
            row.cells.pop();
        }
        while row.cells.len() < usual && separator == b'\t' {
            row.cells.push(String::new());
        }
        if row.cells.len() != usual {
            let got = row.cells.join(char::from(separator).to_string().as_str());
            problems.push(CellProblem { code: CellCode::CellCount, row: row.number, column: 0, got });
        }
    }
    (rows, problems)
}
