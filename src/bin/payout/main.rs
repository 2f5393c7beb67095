//! `payout`: checks, describes and evaluates partner contracts.

#![allow(clippy::print_stdout, reason = "printing is what a command line is for")]

mod events;
mod import;
mod output;
mod place;

use std::io::{IsTerminal, Read};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use payout_calculator::contract::{Contract, read_contract, warnings};
use payout_calculator::describe::{Language, describe};
use payout_calculator::document::{DocumentKind, Limits, Problem, from_json};
use payout_calculator::evaluate::{evaluate, read_options};
use serde_json::json;

/// Checks, describes and evaluates partner contracts, exactly.
#[derive(Parser)]
#[command(version, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Says what is wrong with a contract, and what is probably not meant.
    Check {
        /// The contract, a JSON file; `-` for standard input.
        contract: PathBuf,
    },
    /// Says in plain words what a contract pays.
    Describe {
        /// The contract, a JSON file; `-` for standard input.
        contract: PathBuf,
        /// The language.
        #[arg(long, value_enum, default_value = "en")]
        language: Tongue,
    },
    /// Evaluates a contract against events.
    Evaluate {
        /// The contract, a JSON file.
        contract: PathBuf,
        /// The events: JSON, one JSON object a line (.ndjson, .jsonl), or CSV; `-` for standard input.
        events: PathBuf,
        /// The form of the events, where the file's name does not tell.
        #[arg(long, value_enum)]
        events_format: Option<events::Format>,
        /// The form of the answer.
        #[arg(long, value_enum, default_value = "table")]
        format: output::Format,
        /// The day on which the statement is drawn up.
        #[arg(long)]
        as_of: Option<String>,
        /// The currency of the statement.
        #[arg(long)]
        currency: Option<String>,
        /// The offer that holds.
        #[arg(long)]
        offer: Option<String>,
        /// Only sums, no lines.
        #[arg(long)]
        totals: bool,
    },
    /// Brings in what was written elsewhere. Exit code 3: the document was written, and does not say all that was there.
    Import {
        #[command(subcommand)]
        source: import::Source,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum Tongue {
    En,
    De,
}

/// What a command says, and its exit code.
struct Answer {
    text: String,
    code: u8,
}

impl From<String> for Answer {
    fn from(text: String) -> Self {
        Self { text, code: 0 }
    }
}

/// What keeps a command from its answer; it is said on standard error.
enum Failure {
    /// A file that can't be read.
    File(String),
    /// Mistakes in a document, each as it is shown.
    Problems(Vec<String>),
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(answer) => {
            if !answer.text.is_empty() {
                println!("{}", answer.text.trim_end());
            }
            ExitCode::from(answer.code)
        }
        Err(Failure::File(message)) => {
            eprintln!("payout: {message}");
            ExitCode::from(2)
        }
        Err(Failure::Problems(problems)) => {
            for problem in problems {
                eprintln!("{problem}");
            }
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<Answer, Failure> {
    match command {
        Command::Check { contract } => {
            let (found, text) = read(&contract)?;
            let warnings = warnings(&found);
            if warnings.is_empty() {
                return Ok("This contract can be evaluated.".to_owned().into());
            }
            let shown = warnings.iter().map(|warning| place::shown(warning, &contract, &text, "warning"));
            Ok(shown.collect::<Vec<_>>().join("\n").into())
        }
        Command::Describe { contract, language } => {
            let language = match language {
                Tongue::En => Language::English,
                Tongue::De => Language::German,
            };
            let said = describe(&read(&contract)?.0, language);
            said.map(|said| said.join("\n").into()).map_err(|error| Failure::File(error.to_string()))
        }
        Command::Evaluate { contract, events, events_format, format, as_of, currency, offer, totals } => {
            let (contract, _) = read(&contract)?;
            let asked = json!({
                "asOf": as_of, "currency": currency, "chosen": offer, "lines": if totals { "none" } else { "all" }
            })
            .to_string();
            let options = from_json(&asked, Limits::TERMS).map_err(|error| Failure::File(error.to_string()))?;
            let options = read_options(&options).map_err(|problems| Failure::Problems(plain(&problems)))?;
            let (found, places) = events::read(&events, events_format)?;
            let statement = evaluate(&contract, found, &options, None).map_err(|problems| {
                Failure::Problems(problems.iter().map(|problem| places.shown(problem)).collect())
            })?;
            output::written(&statement, format).map(Answer::from).map_err(Failure::File)
        }
        Command::Import { source } => import::run(source),
    }
}

fn plain(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(|problem| format!("error: {} ({})", problem.message, problem.expected)).collect()
}

/// A file's text; `-` is standard input.
fn text_of(path: &Path) -> Result<String, Failure> {
    if path.as_os_str() == "-" {
        let mut text = String::new();
        let read = std::io::stdin().read_to_string(&mut text);
        return read.map(|_| text).map_err(|error| Failure::File(format!("standard input: {error}")));
    }
    std::fs::read_to_string(path).map_err(|error| Failure::File(format!("{}: {error}", path.display())))
}

fn read(path: &Path) -> Result<(Contract, String), Failure> {
    let text = text_of(path)?;
    let node = from_json(&text, Limits::of(DocumentKind::Contract)).map_err(|error| no_json(path, &error))?;
    match read_contract(&node) {
        Ok(contract) => Ok((contract, text)),
        Err(problems) => {
            let shown = problems.iter().map(|problem| place::shown(problem, path, &text, "error"));
            Err(Failure::Problems(shown.collect()))
        }
    }
}

fn no_json(path: &Path, error: &serde_json::Error) -> Failure {
    Failure::Problems(vec![format!(
        "{}:{}:{}: error: this is not JSON: {error}",
        path.display(),
        error.line(),
        error.column()
    )])
}

/// Whether someone watches: progress is for people.
fn is_watched() -> bool {
    std::io::stderr().is_terminal()
}
