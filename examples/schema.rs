//! Prints the JSON Schema of every document.

fn main() -> Result<(), serde_json::Error> {
    println!("{}", serde_json::to_string_pretty(&payout_calculator::schema::schema())?);
    Ok(())
}
