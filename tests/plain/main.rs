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
