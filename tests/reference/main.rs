//! The reference's examples: each is read as what it is an example of.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use payout_calculator::contract::{
    Advance, Bonus, Condition, Contract, Conversion, Draw, Duration, Fee, Free, Group, Guarantee, Limit, Lock,
    NegativeBalance, OneTime, Pay, Payout, Refunds, Restriction, Retainer, Schedule, Scheduled, Settlement, Split,
    Step, Term, TestDetail, Tiers, Uplift,
};
use payout_calculator::document::{DocumentKind, Limits, Node, Problem, Read, from_json, read_document};
use payout_calculator::evaluate::Options;
use payout_calculator::events::Event;
use serde_json::Value;

type Reader = fn(&Node) -> Result<(), Vec<Problem>>;

fn reads<T: Read>(node: &Node) -> Result<(), Vec<Problem>> {
    read_document::<T>(node, DocumentKind::Contract).map(|_| ())
}

fn example(name: &'static str, reader: Reader) -> (&'static str, Reader) {
    (name, reader)
}

macro_rules! readers {
    ($($name:ident),+ $(,)?) => {
        [$( example(stringify!($name), reads::<$name>) ),+]
    };
}

#[test]
fn every_example_is_what_it_is_an_example_of() {
    let readers = readers![
        Advance,
        Bonus,
        Condition,
        Contract,
        Conversion,
        Draw,
        Duration,
        Event,
        Fee,
        Free,
        Group,
        Guarantee,
        Limit,
        Lock,
        NegativeBalance,
        OneTime,
        Options,
        Pay,
        Payout,
        Refunds,
        Restriction,
        Retainer,
        Schedule,
        Scheduled,
        Settlement,
        Split,
        Step,
        Term,
        TestDetail,
        Tiers,
        Uplift,
    ];
    let schema = payout_calculator::schema::schema();
    let mut found = 0;
    for (name, reader) in readers {
        let definition = &schema["$defs"][name];
        let kinds = definition["oneOf"].as_array().into_iter().flatten();
        let examples: Vec<String> = std::iter::once(definition).chain(kinds).flat_map(examples).collect();
        assert!(!examples.is_empty(), "{name} has no example");
        for example in examples {
            let node = from_json(&example, Limits::TERMS).unwrap_or_else(|error| panic!("{name}: {error}: {example}"));
            assert_eq!(reader(&node).map_err(|problems| problems.len()), Ok(()), "{name}: {example}");
            found += 1;
        }
    }
    assert!(found >= 40, "{found}");
}

/// The examples in a description.
fn examples(definition: &Value) -> Vec<String> {
    let text = definition["description"].as_str().unwrap_or_default();
    text.split("```").skip(1).step_by(2).map(|block| block.trim_start_matches("json").to_owned()).collect()
}
