//! Events from a file: JSON, one object a line, or CSV. All but JSON are read one by one.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use payout_calculator::document::{DocumentKind, Limits, Problem, from_json};
use payout_calculator::events::{Event, read_events};
use serde_json::{Map, Value};

use super::{Failure, is_watched, no_json, place, text_of};

/// How events are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A JSON list.
    Json,
    /// A JSON object in each line.
    Ndjson,
    /// A table with a row of field names; `amounts.discount` and `attributes.country` stand for fields inside others.
    Csv,
}

/// Where each event came from.
pub enum Places {
    Text(PathBuf, String),
    Lines(PathBuf, Vec<usize>),
}

impl Places {
    /// A problem with the place of its event.
    pub fn shown(&self, problem: &Problem) -> String {
        match self {
            Self::Text(path, text) => place::shown(problem, path, text, "error"),
            Self::Lines(path, lines) => {
                let index = problem.path.split('/').nth(1).and_then(|index| index.parse::<usize>().ok());
                let line = index.and_then(|index| lines.get(index)).copied().unwrap_or(1);
                on_line(problem, path, line)
            }
        }
    }
}

fn on_line(problem: &Problem, path: &Path, line: usize) -> String {
    let field = problem.path.splitn(3, '/').nth(2).unwrap_or_default();
    let (message, expected, got) = (&problem.message, &problem.expected, &problem.got);
    format!("{}:{line}: error: {field}: {message} Expected {expected}, found {got}.", path.display())
}

/// Reads all events of a file.
pub fn read(path: &Path, format: Option<Format>) -> Result<(Vec<Event>, Places), Failure> {
    let format = format.unwrap_or_else(|| match path.extension().and_then(|end| end.to_str()) {
        Some("ndjson" | "jsonl") => Format::Ndjson,
        Some("csv") => Format::Csv,
        _ => Format::Json,
    });
    if format == Format::Json {
        let text = text_of(path)?;
        let node = from_json(&text, Limits::of(DocumentKind::Events)).map_err(|error| no_json(path, &error))?;
        return match read_events(&node) {
            Ok(events) => Ok((events, Places::Text(path.to_owned(), text))),
            Err(problems) => {
                let shown = problems.iter().map(|problem| place::shown(problem, path, &text, "error"));
                Err(Failure::Problems(shown.collect()))
            }
        };
    }
    let source: Box<dyn Read> = if path.as_os_str() == "-" {
        Box::new(std::io::stdin())
    } else {
        Box::new(File::open(path).map_err(|error| Failure::File(format!("{}: {error}", path.display())))?)
    };
    let mut reading = Reading { path, events: Vec::new(), lines: Vec::new(), problems: Vec::new() };
    match format {
        Format::Csv => csv(source, &mut reading)?,
        _ => ndjson(source, &mut reading)?,
    }
    if reading.problems.is_empty() {
        Ok((reading.events, Places::Lines(path.to_owned(), reading.lines)))
    } else {
        Err(Failure::Problems(reading.problems))
    }
}

struct Reading<'a> {
    path: &'a Path,
    events: Vec<Event>,
    lines: Vec<usize>,
    problems: Vec<String>,
}

/// After so many mistakes the others are not listed.
const LISTED: usize = 100;

impl Reading<'_> {
    fn event(&mut self, text: &str, line: usize) {
        if self.problems.len() >= LISTED {
            return;
        }
        match from_json(&format!("[{text}]"), Limits::of(DocumentKind::Events)) {
            Err(error) => {
                self.problems.push(format!("{}:{line}: error: this is not JSON: {error}", self.path.display()));
            }
            Ok(node) => match read_events(&node) {
                Ok(events) => {
                    self.lines.extend(events.iter().map(|_| line));
                    self.events.extend(events);
                }
                Err(problems) => self.problems.extend(problems.iter().map(|problem| on_line(problem, self.path, line))),
            },
        }
        if is_watched() && self.events.len().is_multiple_of(100_000) && !self.events.is_empty() {
            eprintln!("{} events read", self.events.len());
        }
    }
}

fn ndjson(source: Box<dyn Read>, reading: &mut Reading) -> Result<(), Failure> {
    for (index, line) in BufReader::new(source).lines().enumerate() {
        let line = line.map_err(|error| Failure::File(format!("{}: {error}", reading.path.display())))?;
        if !line.trim().is_empty() {
            reading.event(&line, index.saturating_add(1));
        }
    }
    Ok(())
}

fn csv(source: Box<dyn Read>, reading: &mut Reading) -> Result<(), Failure> {
    let mut table = ::csv::Reader::from_reader(source);
    let failed = |path: &Path, error: &::csv::Error| Failure::File(format!("{}: {error}", path.display()));
    let names = table.headers().map_err(|error| failed(reading.path, &error))?.clone();
    for row in table.records() {
        let row = row.map_err(|error| failed(reading.path, &error))?;
        let line = row.position().map_or(1, |position| usize::try_from(position.line()).unwrap_or(usize::MAX));
        let mut event = Map::new();
        for (name, cell) in names.iter().zip(&row).filter(|(_, cell)| !cell.is_empty()) {
            let value = Value::String(cell.to_owned());
            match name.split_once('.') {
                Some((outer, inner)) => {
                    let inside = event.entry(outer).or_insert_with(|| Value::Object(Map::new()));
                    if let Value::Object(fields) = inside {
                        fields.insert(inner.to_owned(), value);
                    }
                }
                None => {
                    event.insert(name.to_owned(), value);
                }
            }
        }
        reading.event(&Value::Object(event).to_string(), line);
    }
    Ok(())
}
