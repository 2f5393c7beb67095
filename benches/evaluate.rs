//! The native side of `npm run bench`: evaluates, or simulates, what it is given, once for each line of standard input, and answers with the
//! nanoseconds that took. So both sides can take turns in one run, and what slows the machine down slows both.
//!
//! Standard input: `evaluate` or `simulate`, then on a line each the contract's JSON (the contracts'), the events' (the scenario's) and the
//! options' (the question's), then any line for each turn.

#![allow(clippy::print_stdout, reason = "the answer goes to the program that asks")]

use std::hint::black_box;
use std::io::{self, BufRead};
use std::time::Instant;

use payout_calculator::json;

fn main() -> io::Result<()> {
    let mut lines = io::stdin().lock().lines();
    let mut next = || lines.next().transpose();
    let (Some(call), Some(one), Some(two), Some(three)) = (next()?, next()?, next()?, next()?) else {
        return Ok(());
    };
    while next()?.is_some() {
        let started = Instant::now();
        let (one, two) = (black_box(&one), black_box(&two));
        black_box(if call == "simulate" {
            json::simulate(one, two, &three)
        } else {
            json::evaluate(one, two, Some(&three))
        });
        println!("{}", started.elapsed().as_nanos());
    }
    Ok(())
}
