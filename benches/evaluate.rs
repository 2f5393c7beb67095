//! The native side of `npm run bench`: evaluates what it is given, once for each line of standard input, and answers with the
//! nanoseconds that took. So both sides can take turns in one run, and what slows the machine down slows both.
//!
//! Standard input: the contract's JSON on one line, the events' on the next, the options' on a third, then any line for each turn.

#![allow(clippy::print_stdout, reason = "the answer goes to the program that asks")]

use std::hint::black_box;
use std::io::{self, BufRead};
use std::time::Instant;

use payout_calculator::json;

fn main() -> io::Result<()> {
    let mut lines = io::stdin().lock().lines();
    let mut next = || lines.next().transpose();
    let (Some(contract), Some(events), Some(options)) = (next()?, next()?, next()?) else {
        return Ok(());
    };
    while next()?.is_some() {
        let started = Instant::now();
        black_box(json::evaluate(black_box(&contract), black_box(&events), Some(&options)));
        println!("{}", started.elapsed().as_nanos());
    }
    Ok(())
}
