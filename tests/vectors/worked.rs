//! Worked examples from public sources, in the project's own contract form: `worked/*.json` and `programs/*.json`.
//!
//! Each case has runs (a contract, events, options), the expected values of its source, unchanged, and answers: the same shape,
//! whose leaves say where in the runs' statements the values stand. `worked/README.md` lists the forms of a leaf.

use payout_calculator::money::{Currency, Money, Number, Rounding, allot};
use serde_json::Value;

/// A file of cases.
pub struct Family {
    pub name: &'static str,
    pub text: &'static str,
}

macro_rules! families {
    ($folder:literal: $($name:literal),+ $(,)?) => {
        &[$( Family { name: $name, text: include_str!(concat!($folder, "/", $name, ".json")) } ),+]
    };
}

/// Examples by kind of term.
pub const WORKED: &[Family] = families!(
    "worked": "fixed", "per-started-block", "percentage", "mixed-and-stacked", "order-item-unit-level", "commissionable-base",
    "conditional-rates-first-match", "conditional-rates-highest", "restrictions", "graduated-tiers", "retroactive-tiers",
    "forward-only-tiers", "order-size-tiers", "interpolated-tiers", "relative-uplift", "threshold-and-every-n-bonus",
    "recurring-duration", "staged-rates", "caps", "minimum-guarantee", "recoverable-draw", "advance-recoupment",
    "negative-carry-over", "second-tier-and-splits", "refunds-and-clawback", "lock-and-payment-dates", "payout-threshold",
    "payout-fees-and-withholding", "currency-conversion", "rounding", "allocation",
);

/// What a published program would pay: its cases, and its contract in `presets/`.
pub struct Program {
    pub cases: Family,
    pub contract: &'static str,
}

macro_rules! programs {
    ($($name:literal),+ $(,)?) => {
        &[$( Program {
            cases: Family { name: $name, text: include_str!(concat!("programs/", $name, ".json")) },
            contract: include_str!(concat!("../../presets/", $name, ".json")),
        } ),+]
    };
}

/// Real programs, as they published their terms.
pub const PROGRAMS: &[Program] = programs!(
    "apify",
    "auware",
    "bar-codes-talk",
    "canvas-score",
    "capsule",
    "clickup",
    "deputy",
    "dext",
    "evolve",
    "ignition",
    "instantly",
    "inuno",
    "kinetic-staffing",
    "lemon-squeezy",
    "livechat",
    "motion",
    "outgrow",
    "smc-web-solution",
    "subbly",
    "travel-code",
    "vercel-v0",
    "voye",
    "webydo",
    "zapier"
);

/// Everything in a family that is not as expected; `evaluate` turns contract, events and options into a statement.
pub fn wrong(
    family: &Family,
    contract: Option<&str>,
    evaluate: &dyn Fn(&Value, &Value, Option<&Value>) -> Value,
) -> (usize, Vec<String>) {
    let file: Value = serde_json::from_str(family.text).unwrap();
    let contract: Option<Value> = contract.map(|contract| serde_json::from_str(contract).unwrap());
    let cases = file["cases"].as_array().unwrap();
    let mut wrong = Vec::new();
    for case in cases {
        let name = format!("{} {}", family.name, case["id"].as_str().unwrap_or_default());
        let runs = runs(case, contract.as_ref(), evaluate);
        compare(&name, &case["expected"], &case["answers"], &runs, &mut wrong);
    }
    (cases.len(), wrong)
}

fn runs(
    case: &Value,
    contract: Option<&Value>,
    evaluate: &dyn Fn(&Value, &Value, Option<&Value>) -> Value,
) -> Vec<Value> {
    if let Some(calls) = case["arithmetic"].as_array() {
        let mut results: Vec<Value> = Vec::new();
        for call in calls {
            let result = arithmetic(call, &results);
            results.push(result);
        }
        return results;
    }
    let run = |run: &Value| {
        let contract = run.get("contract").or(contract).unwrap();
        evaluate(contract, &run["events"], run.get("options"))
    };
    case["runs"].as_array().unwrap().iter().map(run).collect()
}

/// Compares expected values with answers of the same shape, leaf by leaf.
fn compare(name: &str, expected: &Value, answers: &Value, runs: &[Value], wrong: &mut Vec<String>) {
    match (expected, answers) {
        (Value::Object(expected), Value::Object(answers)) => {
            for (key, expected) in expected {
                match answers.get(key) {
                    Some(answer) => compare(&format!("{name} {key}"), expected, answer, runs, wrong),
                    None => wrong.push(format!("{name} {key}: no answer")),
                }
            }
        }
        (Value::Array(expected), Value::Array(answers)) if expected.len() == answers.len() => {
            for (index, (expected, answer)) in expected.iter().zip(answers).enumerate() {
                compare(&format!("{name} {index}"), expected, answer, runs, wrong);
            }
        }
        // A whole list may be one answer: the parts of an allotment.
        (Value::Array(expected), answer) if answer.is_object() => match found(answer, runs) {
            Value::Array(found) => compare_plain(name, expected, &found, wrong),
            other => wrong.push(format!("{name}: {other} is no list")),
        },
        _ => {
            let found = found(answers, runs);
            if !same(expected, &found) {
                wrong.push(format!("{name}: expected {expected}, found {found}"));
            }
        }
    }
}

fn compare_plain(name: &str, expected: &[Value], found: &[Value], wrong: &mut Vec<String>) {
    if expected.len() != found.len() || !expected.iter().zip(found).all(|(expected, found)| same(expected, found)) {
        wrong.push(format!("{name}: expected {expected:?}, found {found:?}"));
    }
}

/// Numbers are the same as decimals; all else letter by letter.
fn same(expected: &Value, found: &Value) -> bool {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let number = |value: &Value| Number::parse(text(value).trim_end_matches('%')).ok();
    match (number(expected), number(found)) {
        (Some(expected), Some(found)) => expected == found,
        _ => text(expected) == text(found),
    }
}

/// The value that an answer's leaf names.
fn found(leaf: &Value, runs: &[Value]) -> Value {
    let number = |leaf: &Value| Number::parse(found(leaf, runs).as_str().unwrap_or("none")).unwrap_or_default();
    let text = |number: Number| Value::String(number.to_string());
    let run = || &runs[usize::try_from(leaf["run"].as_u64().unwrap_or_default()).unwrap()];
    if let Some(pointer) = leaf["at"].as_str() {
        return run().pointer(pointer).cloned().unwrap_or(Value::Null);
    }
    if let Some(call) = leaf["call"].as_u64() {
        return runs[usize::try_from(call).unwrap()].clone();
    }
    if let Some(field) = leaf["sum"].as_str() {
        let numbers = chosen(run(), leaf["of"].as_str(), &leaf["where"]);
        let numbers = numbers.filter_map(|line| Number::parse(line[field].as_str()?).ok());
        return text(numbers.fold(Number::ZERO, |sum, number| sum.add(number).unwrap()));
    }
    if leaf["count"].is_object() {
        return Value::String(chosen(run(), None, &leaf["count"]).count().to_string());
    }
    if let Some(value) = leaf.get("value") {
        return value.clone();
    }
    if let Some([from, less]) = leaf["minus"].as_array().map(Vec::as_slice) {
        return text(number(from).sub(number(less)).unwrap());
    }
    if let Some(parts) = leaf["plus"].as_array() {
        return text(parts.iter().fold(Number::ZERO, |sum, part| sum.add(number(part)).unwrap()));
    }
    if let Some([part, whole]) = leaf["percentOf"].as_array().map(Vec::as_slice) {
        let percent = number(part).mul(Number::from_u32(100)).unwrap();
        return text(percent.div_round(number(whole), 12, Rounding::default()).unwrap());
    }
    if leaf["cents"].is_object() {
        return text(number(&leaf["cents"]).mul(Number::from_u32(100)).unwrap());
    }
    if leaf["month"].is_object() {
        return Value::String(found(&leaf["month"], runs).as_str().unwrap_or_default().chars().take(7).collect());
    }
    if leaf["yes"].is_object() {
        return Value::String(if number(&leaf["yes"]).is_zero() { "no" } else { "yes" }.to_owned());
    }
    Value::String(format!("no such answer: {leaf}"))
}

/// The lines (or the entries of another list) that have all of these fields.
fn chosen<'v>(run: &'v Value, of: Option<&str>, fields: &'v Value) -> impl Iterator<Item = &'v Value> {
    let list = run.pointer(&format!("/{}", of.unwrap_or("lines"))).and_then(Value::as_array);
    list.into_iter().flatten().filter(move |line| {
        fields.as_object().unwrap().iter().all(|(field, wanted)| match (field.as_str(), wanted.as_str()) {
            // A clause stands for all that is inside it.
            ("clause", Some(clause)) => {
                let at = line["clause"].as_str().unwrap_or_default();
                at == clause || at.strip_prefix(clause).is_some_and(|rest| rest.starts_with('/'))
            }
            _ => line[field] == *wanted,
        })
    })
}

/// Cases that are about arithmetic, and no contract's.
fn arithmetic(call: &Value, before: &[Value]) -> Value {
    let number = |value: &Value| {
        let value = value["call"].as_u64().map_or(value, |call| &before[usize::try_from(call).unwrap()]);
        Number::parse(value.as_str().unwrap()).unwrap()
    };
    let decimals = u32::try_from(call["decimals"].as_u64().unwrap_or_default()).unwrap();
    let text = |number: Number| Value::String(number.to_string());
    if call["round"].is_string() || call["round"].is_object() {
        let how = Rounding::ALL.into_iter().find(|how| call["how"].as_str() == Some(how.name())).unwrap_or_default();
        return text(number(&call["round"]).round(decimals, how));
    }
    if !call["divide"].is_null() {
        return text(number(&call["divide"]).div_round(number(&call["by"]), decimals, Rounding::default()).unwrap());
    }
    if let Some(factors) = call["multiply"].as_array() {
        return text(factors.iter().fold(Number::ONE, |product, factor| product.mul(number(factor)).unwrap()));
    }
    if let Some(place) = call["place"].as_u64() {
        let list = call["pick"]["call"].as_u64().unwrap();
        return before[usize::try_from(list).unwrap()][usize::try_from(place).unwrap()].clone();
    }
    // A currency with so many decimals stands for the number of decimals.
    let code = ["JPY", "", "USD", "KWD", "CLF"][usize::try_from(decimals).unwrap()];
    let weights: Vec<Number> = call["weights"].as_array().unwrap().iter().map(number).collect();
    let parts = allot(Money::new(number(&call["allot"]), Currency::parse(code).unwrap()), &weights).unwrap();
    Value::Array(parts.into_iter().map(|part| text(part.amount())).collect())
}
