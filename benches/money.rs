//! `cargo bench --bench money`: nanoseconds for each operation on numbers, the best of many rounds; for numbers that fit into a machine
//! word, as nearly all do, and for such as need more.

#![allow(clippy::print_stdout, reason = "the figures are what it is for")]

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

use payout_calculator::money::{Number, Rounding};

const ROUNDS: u32 = 200;

const OF_A_WORD: [&str; 12] =
    ["99.95", "0.029", "49.9", "100", "-20.5", "12.34", "5000", "0.16447368", "1234567.89", "3", "0.005", "250000000"];

const LONGER: [&str; 12] = [
    "12345678901234567890.12",
    "0.1234567890123456789012",
    "33333333333333333333.333333",
    "0.3333333333333333333333333333",
    "79228162514264337593543950335",
    "98765432109876543210",
    "-12345678901234567.89123",
    "1.0000000000000000000001",
    "0.0000000001234567890123456789",
    "20000000000000000000",
    "5.555555555555555555555",
    "31415926535897932384.626",
];

fn main() -> Result<(), Box<dyn Error>> {
    for (size, texts) in [("up to a word", OF_A_WORD), ("longer", LONGER)] {
        let numbers = texts.iter().map(|text| Number::parse(text)).collect::<Result<Vec<_>, _>>()?;
        let pairs: Vec<_> = numbers.iter().flat_map(|one| numbers.iter().map(|two| (*one, *two))).collect();
        let rounding = Rounding::default();
        println!("{size}");
        figure("add", &pairs, |(one, two)| one.add(*two))?;
        figure("sub", &pairs, |(one, two)| one.sub(*two))?;
        figure("mul", &pairs, |(one, two)| one.mul(*two))?;
        figure("cmp", &pairs, |(one, two)| one.cmp(two))?;
        figure("round", &numbers, |number| number.round(2, rounding))?;
        figure("div_round", &pairs, |(one, two)| one.div_round(*two, 2, rounding))?;
        figure("parse", &texts, |text| Number::parse(text))?;
        figure("to_string", &numbers, ToString::to_string)?;
        figure("to_fixed", &numbers, |number| number.to_fixed(2))?;
    }
    Ok(())
}

/// Prints what the operation takes for one of its inputs.
fn figure<I, O>(name: &str, inputs: &[I], operation: impl Fn(&I) -> O) -> Result<(), Box<dyn Error>> {
    let round = || {
        let started = Instant::now();
        for _ in 0..ROUNDS {
            for input in inputs {
                black_box(operation(black_box(input)));
            }
        }
        started.elapsed()
    };
    let best = (0..ROUNDS).map(|_| round()).min().unwrap_or_default();
    let operations = Number::from_u32(ROUNDS).mul(Number::from_u64(inputs.len().try_into()?))?;
    let each = Number::from_u64(best.as_nanos().try_into()?).div_round(operations, 1, Rounding::default())?;
    println!("  {name:<10}{:>8} ns", each.to_fixed(1));
    Ok(())
}
