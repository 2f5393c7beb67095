//! The documentation's page of the command line: its examples are run, and say what the page says. `UPDATE=1` writes them anew.

use std::fmt::Write;
use std::path::Path;

use super::{payout_in, said};

const FENCE: &str = "```console\n";

#[test]
fn the_examples_of_the_documentation_say_what_it_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = root.join("docs/command-line.md");
    std::fs::create_dir_all(root.join("target")).unwrap();
    let written = std::fs::read_to_string(&page).unwrap();
    let mut parts = written.split(FENCE);
    let mut anew = parts.next().unwrap().to_owned();
    let mut run = 0;
    for part in parts {
        let (block, rest) = part.split_once("```").unwrap();
        let command = block.lines().next().unwrap();
        let arguments: Vec<&str> = command.strip_prefix("$ payout ").unwrap().split(' ').collect();
        let (text, told, _) = said(&payout_in(root, &arguments));
        write!(anew, "{FENCE}{command}\n{told}{text}```{rest}").unwrap();
        run += 1;
    }
    // A line of help ends with a blank where it has nothing to say.
    let anew = anew.lines().map(str::trim_end).collect::<Vec<_>>().join("\n") + "\n";
    assert!(run > 10, "the page shows every command");
    if std::env::var_os("UPDATE").is_some() {
        return std::fs::write(&page, &anew).unwrap();
    }
    assert!(anew == written, "docs/command-line.md is out of date: UPDATE=1 cargo test --features cli --test cli");
}
