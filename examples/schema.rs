//! Prints the JSON Schema of every document.

#![allow(clippy::print_stdout, reason = "printing is what it is for")]

fn main() -> Result<(), serde_json::Error> {
    println!("{}", serde_json::to_string_pretty(&payout_calculator::schema::schema())?);
    Ok(())
}
