//! Terms and actions that were written elsewhere, brought in.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand, ValueEnum};
use payout_calculator::document::{DocumentKind, Problem};
use payout_calculator::import::{Assumption, Fate, Imported, ImportedActions, ImportedContract, ReadTable};
use payout_calculator::json;
use payout_calculator::outcome::Outcome;
use serde::Serialize;
use serde_json::Value;

use super::{Answer, Failure, place, text_of};

#[derive(Subcommand)]
pub enum Source {
    /// Contracts of impact.com: what its interface answers for one, or for a list.
    Impact {
        /// The payload, a JSON file; `-` for standard input.
        file: PathBuf,
        /// An answer to what the payload leaves open: CODE=READING, or CODE@PATH=READING. May be repeated.
        #[arg(long, value_name = "ANSWER")]
        assume: Vec<String>,
        #[command(flatten)]
        to: To,
    },
    /// Actions of impact.com, as events: JSON, or CSV.
    Actions {
        /// The actions; `-` for standard input.
        file: PathBuf,
        /// Their items.
        #[arg(long)]
        items: Option<PathBuf>,
        /// What the contract calls its events.
        #[arg(long, value_enum, default_value = "id")]
        event_names: Names,
        #[command(flatten)]
        to: To,
    },
    /// Tiers out of a spreadsheet: thresholds, a rate or an amount, and names.
    Tiers {
        /// The table: tabs, semicolons or commas between cells; `-` for standard input.
        file: PathBuf,
        /// Which volume a tier's rate is paid on, such as `graduated`; without it only the tiers' steps are written.
        #[arg(long)]
        mode: Option<String>,
        /// What is counted, such as `revenue`.
        #[arg(long)]
        measure: Option<String>,
        /// How often the count starts anew, such as `month`.
        #[arg(long)]
        per: Option<String>,
        /// What stands before decimals: `point` or `comma`.
        #[arg(long)]
        decimal_sign: Option<String>,
        /// What numbers without a sign are: `percent` or `fixed`.
        #[arg(long)]
        paid: Option<String>,
        /// Whether a tier is reached at its threshold: `atLeast` or `above`.
        #[arg(long)]
        boundary: Option<String>,
        #[command(flatten)]
        to: To,
    },
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Names {
    /// The id of the action tracker.
    Id,
    /// Its name.
    Name,
}

/// Where answers go.
#[derive(Args)]
pub struct To {
    /// Where the document is written; standard output unless said.
    #[arg(long)]
    out: Option<PathBuf>,
    /// Where the whole report is written, as JSON; unless said, its main points are told on standard error.
    #[arg(long)]
    report: Option<PathBuf>,
}

/// What was brought in is not all that was there.
const INCOMPLETE: u8 = 3;

pub fn run(source: Source) -> Result<Answer, Failure> {
    match source {
        Source::Impact { file, assume, to } => impact(&file, &assume, &to),
        Source::Actions { file, items, event_names, to } => actions(&file, items.as_deref(), event_names, &to),
        Source::Tiers { file, mode, measure, per, decimal_sign, paid, boundary, to } => {
            let options = serde_json::json!({
                "mode": mode, "measure": measure, "per": per, "decimalSign": decimal_sign, "paid": paid, "boundary": boundary
            });
            tiers(&file, &options, &to)
        }
    }
}

fn impact(file: &Path, assume: &[String], to: &To) -> Result<Answer, Failure> {
    let text = text_of(file)?;
    let answers: Result<Vec<Value>, Failure> = assume.iter().map(|answer| answered(answer)).collect();
    let options = serde_json::json!({ "assume": answers? }).to_string();
    let imported = good(json::imported(&text, Some(&options)), file, &text)?;
    let words = words()?;
    let mut told = String::new();
    for contract in &imported.contracts {
        tell(contract, &words, &mut told);
    }
    report(&imported, &told, to)?;
    let complete = !imported.contracts.is_empty() && imported.contracts.iter().all(|contract| contract.complete);
    let mut drafts: Vec<_> = imported.contracts.iter().filter_map(|contract| contract.contract.as_ref()).collect();
    if drafts.is_empty() {
        return Err(Failure::Problems(problems_of(&imported)));
    }
    // A payload of one contract becomes one, a list a list.
    let single = imported.contracts.len() == 1 && imported.contracts.iter().all(|contract| contract.path.is_empty());
    let document = match drafts.pop().filter(|_| single) {
        Some(only) => pretty(only),
        None => {
            pretty(&imported.contracts.iter().filter_map(|contract| contract.contract.as_ref()).collect::<Vec<_>>())
        }
    }?;
    written(document, complete, to)
}

fn problems_of(imported: &Imported) -> Vec<String> {
    let problems = imported.contracts.iter().flat_map(|contract| &contract.problems);
    let said = problems.map(|problem| format!("error: {}: {}", problem.path, problem.message));
    std::iter::once("error: no contract could be made of this".to_owned()).chain(said).collect()
}

/// `CODE=READING` or `CODE@PATH=READING`.
fn answered(answer: &str) -> Result<Value, Failure> {
    let form =
        || Failure::Problems(vec![format!("error: {answer:?} is no answer; write CODE=READING, or CODE@PATH=READING")]);
    let (open, take) = answer.split_once('=').ok_or_else(form)?;
    let (code, path) = open.split_once('@').map_or((open, None), |(code, path)| (code, Some(path)));
    Ok(serde_json::json!({ "code": code, "path": path, "take": take }))
}

type Words = BTreeMap<String, String>;

fn words() -> Result<Words, Failure> {
    let words = include_str!("../../../www/locales/import/en.json");
    serde_json::from_str(words).map_err(|error| Failure::File(error.to_string()))
}

fn word<'w>(words: &'w Words, key: &'w str) -> &'w str {
    words.get(key).map_or(key, String::as_str)
}

/// The main points of a contract's report.
fn tell(contract: &ImportedContract, words: &Words, told: &mut String) {
    let name = contract.id.as_deref().unwrap_or(&contract.path);
    let all = match &contract.contract {
        Some(_) if contract.complete => "complete",
        Some(_) => "incomplete",
        None => "none",
    };
    // Writing to memory does not fail.
    let _ = writeln!(told, "{name}: {}", word(words, all));
    let mut section = |key: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            let _ = writeln!(told, "  {}", word(words, key));
            for line in lines {
                let _ = writeln!(told, "    {line}");
            }
        }
    };
    let gaps =
        contract.gaps.iter().map(|gap| format!("{}: {}", gap.path, word(words, &format!("gap.{}", gap.code.word()))));
    section("section.gaps", gaps.collect());
    let refused = contract.fields.iter().filter_map(|field| {
        let because = field.because?;
        let lost = matches!(field.fate, Fate::NotUnderstood | Fate::NotExpressible);
        lost.then(|| {
            format!(
                "{} {:?}: {}",
                field.path,
                shortened(&field.value),
                word(words, &format!("because.{}", because.word()))
            )
        })
    });
    section("section.refused", refused.collect());
    let open = |wanted: fn(&&Assumption) -> bool| {
        contract.assumptions.iter().filter(wanted).map(|open| asked(open, words)).collect::<Vec<_>>()
    };
    section("section.open", open(|open| open.taken.is_none()));
    section("section.assumptions", open(|open| open.taken.is_some() && open.options.len() > 1));
    section("section.settled", open(|open| open.taken.is_some() && open.options.len() == 1));
}

fn asked(open: &Assumption, words: &Words) -> String {
    let code = open.code.word();
    let option = |option: &String| {
        let key = format!("option.{code}.{option}");
        words.get(&key).cloned().unwrap_or_else(|| option.clone())
    };
    let taken = open.taken.as_ref().map(|taken| format!(" {}.", option(taken))).unwrap_or_default();
    let others: Vec<String> = open
        .options
        .iter()
        .filter(|other| Some(*other) != open.taken.as_ref())
        .map(|other| format!("--assume {code}={other}"))
        .collect();
    let others = if others.is_empty() { String::new() } else { format!(" ({})", others.join(", ")) };
    let path = if open.path.is_empty() { "/" } else { &open.path };
    format!("{path}: {}{taken}{others}", word(words, &format!("ask.{code}")))
}

fn shortened(text: &str) -> String {
    const SHOWN: usize = 60;
    let mut shown: String = text.chars().take(SHOWN).collect();
    if text.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    shown
}

fn actions(file: &Path, items: Option<&Path>, names: Names, to: &To) -> Result<Answer, Failure> {
    let text = text_of(file)?;
    let items = items.map(text_of).transpose()?;
    let names = match names {
        Names::Id => "id",
        Names::Name => "name",
    };
    let options = serde_json::json!({ "eventNames": names }).to_string();
    let imported: ImportedActions = good(json::imported_actions(&text, items.as_deref(), Some(&options)), file, &text)?;
    let words = words()?;
    let mut told = String::new();
    for left in &imported.left_out {
        let table = if left.of_items { "item" } else { "action" };
        let because = match left.because {
            Some(because) => word(&words, &format!("because.{}", because.word())).to_owned(),
            None => word(&words, if left.of_items { "row.returned" } else { "row.reversed" }).to_owned(),
        };
        let _ = writeln!(
            told,
            "{table} {}: {} {:?}: {because}",
            left.row.saturating_add(1),
            left.field,
            shortened(&left.value)
        );
    }
    for column in imported.columns.iter().filter(|column| column.fate == Fate::NotUnderstood) {
        let _ = writeln!(told, "{:?}: {}", column.name, word(&words, "because.unknownField"));
    }
    report(&imported, &told, to)?;
    let complete = imported.left_out.iter().all(|left| left.because.is_none());
    written(pretty(&imported.events)?, complete, to)
}

fn tiers(file: &Path, options: &Value, to: &To) -> Result<Answer, Failure> {
    let text = text_of(file)?;
    let read: ReadTable = good(json::tiers_read(&text, Some(&options.to_string())), file, &text)?;
    let words = words()?;
    let mut told = String::new();
    for reading in &read.readings {
        let code = reading.code.word();
        let taken = reading.taken.as_ref().map(|taken| word(&words, &format!("read.{code}.{taken}")).to_owned());
        let _ = writeln!(
            told,
            "{} {} [{}]",
            word(&words, &format!("read.{code}")),
            taken.unwrap_or_default(),
            reading.cells.join(", ")
        );
    }
    report(&read, &told, to)?;
    match read.tiers.as_ref().or(read.steps.as_ref()) {
        Some(document) => written(pretty(document)?, true, to),
        None => Err(Failure::Problems(
            read.problems
                .iter()
                .map(|problem| {
                    let said = word(&words, &format!("cell.{}", problem.code.word())).to_owned();
                    format!(
                        "{}:{}:{}: error: {said} {:?}",
                        file.display(),
                        problem.row,
                        problem.column,
                        shortened(&problem.got)
                    )
                })
                .collect(),
        )),
    }
}

/// The result, or what is wrong with the documents.
fn good<T>(outcome: Outcome<T>, file: &Path, text: &str) -> Result<T, Failure> {
    let shown = |problem: &Problem| match problem.document {
        DocumentKind::Payload => place::shown(problem, file, text, "error"),
        _ => format!(
            "error: {}: {} Expected {}, found {}.",
            problem.path, problem.message, problem.expected, problem.got
        ),
    };
    match outcome {
        Outcome::Ok(result) => Ok(result),
        Outcome::Problems(problems) => Err(Failure::Problems(problems.iter().map(shown).collect())),
    }
}

fn report<T: Serialize>(whole: &T, told: &str, to: &To) -> Result<(), Failure> {
    if let Some(path) = &to.report {
        return write(path, &pretty(whole)?);
    }
    eprint!("{told}");
    Ok(())
}

fn written(document: String, complete: bool, to: &To) -> Result<Answer, Failure> {
    let text = match &to.out {
        Some(path) => {
            write(path, &document)?;
            String::new()
        }
        None => document,
    };
    Ok(Answer { text, code: if complete { 0 } else { INCOMPLETE } })
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    std::fs::write(path, format!("{text}\n")).map_err(|error| Failure::File(format!("{}: {error}", path.display())))
}

fn pretty<T: Serialize>(value: &T) -> Result<String, Failure> {
    serde_json::to_string_pretty(value).map_err(|error| Failure::File(error.to_string()))
}
