//! The numbers of the documentation's worked examples are those of the vectors that they link to, which are run.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Every numeral of a text, as it would be written without commas and without zeros at its end.
fn numerals(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let is_part = |letter: char| letter.is_ascii_digit() || letter == '.' || letter == ',';
    for word in text.split(|letter: char| !is_part(letter)) {
        let digits = word.trim_matches(['.', ',']).replace(',', "");
        if !digits.is_empty() {
            let plain = if digits.contains('.') { digits.trim_end_matches('0').trim_end_matches('.') } else { &digits };
            found.insert(plain.to_owned());
        }
    }
    found
}

/// A page's worked examples: each text, and the name of the vector that it links to.
fn examples(page: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for paragraph in page.split("\n\n").filter(|paragraph| paragraph.starts_with("**Worked example**")) {
        let (_, rest) = paragraph.split_once("tests/vectors/outcomes/").unwrap();
        let (name, text) = rest.split_once(".in.json)").unwrap();
        found.push((name.to_owned(), text.to_owned()));
    }
    found
}

#[test]
fn every_page_has_a_question_and_an_example_whose_numbers_come_out() {
    let mut pages = 0;
    for entry in fs::read_dir(folder("docs/analyses")).unwrap() {
        let path = entry.unwrap().path();
        if path.ends_with("README.md") {
            continue;
        }
        pages += 1;
        let page = fs::read_to_string(&path).unwrap();
        assert!(
            page.lines().nth(2).is_some_and(|line| line.starts_with("**") && line.ends_with("?**")),
            "{}",
            path.display()
        );
        let examples = examples(&page);
        assert!(!examples.is_empty(), "{} has no example", path.display());
        for (name, text) in examples {
            let file = |kind: &str| {
                let file = fs::read_to_string(folder(&format!("tests/vectors/outcomes/{name}.{kind}.json"))).unwrap();
                // A comma of JSON is none of a number.
                numerals(&file.replace(',', " , "))
            };
            let (given, answered, told) = (file("in"), file("out"), numerals(&text));
            let wrong: Vec<&String> =
                told.iter().filter(|told| !given.contains(*told) && !answered.contains(*told)).collect();
            assert!(wrong.is_empty(), "{}: {wrong:?} are not in {name}", path.display());
            assert!(told.intersection(&answered).count() > 1, "{} tells no result", path.display());
        }
    }
    assert_eq!(pages, 14, "one for each analysis, the projection and the cash timeline");
}
