//! Tables as text: rows of cells, with the names of the first row.

use std::borrow::Cow;

use crate::document::{Code, DocumentKind, Node, Problem};

/// Whether text is a table, and not JSON.
pub(crate) fn is_table(text: &str) -> bool {
    !text.trim_start_matches('\u{feff}').trim_start().starts_with(['{', '['])
}

/// The rows of comma separated text, each an object with the names of the first row.
///
/// # Errors
/// A row of more or fewer cells than the first, with its line.
pub(crate) fn rows(text: &str, document: DocumentKind) -> Result<Node<'static>, Vec<Problem>> {
    let mut table = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let wrong = |error: &csv::Error| {
        let line = error.position().map_or(1, csv::Position::line);
        let expected = "rows of as many cells as the first one has names";
        let message = format!("Line {line} is no row of this table.");
        vec![Problem::new(
            document,
            Code::WrongType,
            &format!("/line/{line}"),
            &message,
            expected,
            &error.to_string(),
            None,
        )]
    };
    let names = table.headers().map_err(|error| wrong(&error))?.clone();
    let mut rows = Vec::new();
    for row in table.records() {
        let row = row.map_err(|error| wrong(&error))?;
        let cells = names.iter().zip(&row);
        rows.push(Node::Map(
            cells.map(|(name, cell)| (Cow::Owned(name.to_owned()), Node::Text(Cow::Owned(cell.to_owned())))).collect(),
        ));
    }
    Ok(Node::List(rows))
}
