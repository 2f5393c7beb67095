//! Contracts in plain words: every preset, and one with every kind of clause, in every language.
//!
//! After a change of words, `UPDATE=1 cargo test --test plain` writes the texts anew; read the difference.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use payout_calculator::contract::{Contract, read_contract};
use payout_calculator::describe::{Language, describe};
use payout_calculator::document::{Limits, from_json};
use serde_json::Value;

const LANGUAGES: [(Language, &str); 2] = [(Language::English, "en"), (Language::German, "de")];

fn at(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn contracts() -> Vec<(String, Contract)> {
    let files = fs::read_dir(at("presets")).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|end| end == "json")).collect();
    files.push(at("tests/plain/every-clause.json"));
    files.sort();
    files
        .into_iter()
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            let contract = read_contract(&from_json(&text, Limits::TERMS).unwrap());
            assert!(contract.is_ok(), "{}: {contract:?}", path.display());
            (path.file_stem().unwrap().to_str().unwrap().to_owned(), contract.unwrap())
        })
        .collect()
}

#[test]
fn every_contract_says_what_it_should() {
    let mut wrong = Vec::new();
    for (name, contract) in contracts() {
        for (language, tag) in LANGUAGES {
            let said = describe(&contract, language).unwrap().join("\n") + "\n";
            let file = at(&format!("tests/plain/said/{name}.{tag}.txt"));
            if std::env::var_os("UPDATE").is_some() {
                fs::write(file, said).unwrap();
            } else if fs::read_to_string(&file).ok().as_ref() != Some(&said) {
                wrong.push(format!("{name} ({tag}):\n{said}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_sentence_lacks_a_value() {
    for (name, contract) in contracts() {
        for (language, tag) in LANGUAGES {
            for sentence in describe(&contract, language).unwrap() {
                assert!(!sentence.contains(['{', '}']) && !sentence.contains("  "), "{name} ({tag}): {sentence}");
            }
        }
    }
}

/// The words of every phrase, and the values that they name.
fn words(tag: &str) -> Vec<(String, BTreeSet<String>)> {
    let text = fs::read_to_string(at(&format!("www/locales/terms/{tag}.json"))).unwrap();
    let words: Value = serde_json::from_str(&text).unwrap();
    let holes = |text: &str| {
        text.split('{')
            .skip(1)
            .map(|rest| rest.split('}').next().unwrap().to_owned())
            .filter(|name| name != "count")
            .collect::<BTreeSet<_>>()
    };
    words
        .as_object()
        .unwrap()
        .iter()
        .map(|(say, words)| match words {
            Value::String(text) => (say.clone(), holes(text)),
            forms => {
                let [one, other] = ["one", "other"].map(|form| holes(forms[form].as_str().unwrap()));
                assert_eq!(one, other, "{tag}: {say}");
                (say.clone(), other)
            }
        })
        .collect()
}

#[test]
fn languages_have_the_same_words_with_the_same_values() {
    assert_eq!(words("en"), words("de"));
}

#[test]
fn a_lock_says_only_the_time_that_there_is() {
    let cases = [
        (
            r#"{ "months": 1 }"#,
            "Amounts lock one month after the event.",
            "Beträge sind einen Monat nach dem Ereignis endgültig.",
        ),
        (
            r#"{ "days": 1 }"#,
            "Amounts lock one day after the event.",
            "Beträge sind einen Tag nach dem Ereignis endgültig.",
        ),
        (
            r#"{ "hours": 36 }"#,
            "Amounts lock 36 hours after the event.",
            "Beträge sind 36 Stunden nach dem Ereignis endgültig.",
        ),
        (
            r#"{ "months": 2, "days": 1 }"#,
            "Amounts lock 2 months and one day after the event.",
            "Beträge sind 2 Monate und einen Tag nach dem Ereignis endgültig.",
        ),
        (
            r#"{ "months": 1, "days": 0, "from": "endOfMonth" }"#,
            "Amounts lock one month after the end of the event’s month.",
            "Beträge sind einen Monat nach dem Ende des Ereignismonats endgültig.",
        ),
        (
            r#"{ "days": 0 }"#,
            "Amounts lock as soon as the event has happened.",
            "Beträge sind mit dem Ereignis endgültig.",
        ),
        (
            r#"{ "from": "endOfMonth" }"#,
            "Amounts lock at the end of the event’s month.",
            "Beträge sind am Ende des Ereignismonats endgültig.",
        ),
    ];
    for (lock, english, german) in cases {
        let text = format!(
            r#"{{ "version": 1, "currency": "USD", "payouts": [{{ "event": "lead", "pay": {{ "fixed": "1" }} }}], "settlement": {{ "lock": {lock} }} }}"#
        );
        let contract = read_contract(&from_json(&text, Limits::TERMS).unwrap());
        let contract = contract.unwrap_or_else(|problems| panic!("{lock}: {problems:?}"));
        for (language, wanted) in [(Language::English, english), (Language::German, german)] {
            let said = describe(&contract, language).unwrap();
            assert!(said.iter().any(|sentence| sentence == wanted), "{lock}: {said:?}");
        }
    }
}
