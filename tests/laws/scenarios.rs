//! What holds of scenarios with expected events, where terms have no thresholds.

use payout_calculator::json;
use payout_calculator::money::Number;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Terms that pay each event alike.
fn terms() -> impl Strategy<Value = Value> {
    let cents = |most: u32| (1..=most).prop_map(|cents| format!("{}.{:02}", cents / 100, cents % 100));
    let rate = (1_u32..=4000).prop_map(|hundredths| format!("{}.{:02}%", hundredths / 100, hundredths % 100));
    prop_oneof![
        cents(5000).prop_map(|fixed| json!({ "fixed": fixed })),
        rate.clone().prop_map(|rate| json!({ "percent": rate })),
        (cents(500), rate).prop_map(|(fixed, rate)| json!({ "sum": [{ "fixed": fixed }, { "percent": rate }] })),
    ]
}

/// A number, or a range around it; shares are below the whole.
fn estimate(low: u32, high: u32, sign: &'static str) -> impl Strategy<Value = Value> {
    (low..high, low..high, low..high, 0_u8..4).prop_map(move |(one, two, three, kind)| {
        let mut bounds = [one, two, three];
        bounds.sort_unstable();
        let [low, middle, high] = bounds.map(|bound| format!("{bound}{sign}"));
        match kind {
            0 => json!(middle),
            1 => json!({ "p10": low, "p90": high }),
            2 => json!({ "p5": low, "p95": high }),
            _ => json!({ "low": low, "likely": middle, "high": high }),
        }
    })
}

fn stream() -> impl Strategy<Value = Value> {
    let many = estimate(50, 400, "");
    let churn = prop_oneof![Just(Value::Null), (0_u32..40).prop_map(|percent| json!(format!("{percent}%")))];
    (many, estimate(5, 200, ""), estimate(40, 100, "%"), churn, estimate(1, 30, "%")).prop_map(
        |(many, amount, approved, churn, refunded)| {
            let mut stream = json!({ "event": "sale", "perMonth": many, "amount": amount, "approved": approved,
                "refunds": { "share": refunded } });
            if !churn.is_null() {
                stream["churn"] = churn;
            }
            stream
        },
    )
}

fn earned(pay: &Value, streams: &[Value]) -> Result<Number, TestCaseError> {
    let scenario = json!({ "version": 1, "start": "2027-01", "months": 4, "counts": "expected", "streams": streams });
    let contract = json!({ "version": 1, "currency": "USD", "payouts": [{ "event": "sale", "pay": pay }] });
    let answer: Value = serde_json::from_str(&json::project(&contract.to_string(), &scenario.to_string())).unwrap();
    prop_assert!(answer["problems"].is_null(), "{}", answer);
    Ok(Number::parse(answer["ok"]["totals"]["earned"].as_str().unwrap()).unwrap())
}

fn cents(amount: Number) -> i64 {
    let cents = amount.mul(Number::from_u32(100)).unwrap().abs();
    i64::try_from(cents.to_u64().unwrap()).unwrap()
}

proptest! {
    /// Two streams together earn what they earn apart, and three times as many three times as much, to the last rounding.
    #[test]
    fn expected_pay_is_linear_in_events(pay in terms(), one in stream(), other in stream(), many in 1_u32..1000) {
        let (apart, together) =
            (cents(earned(&pay, std::slice::from_ref(&one))?) + cents(earned(&pay, std::slice::from_ref(&other))?), cents(earned(&pay, &[one.clone(), other])?));
        prop_assert!((apart - together).abs() <= 1, "{} apart, {} together", apart, together);
        // Counts are rounded to a millionth of an event.
        let of = |many: u32| {
            let mut stream = one.clone();
            stream["perMonth"] = json!(many.to_string());
            earned(&pay, &[stream]).map(cents)
        };
        let (once, thrice) = (of(many)?, of(3 * many)?);
        prop_assert!((3 * once - thrice).abs() <= 3, "three times {} is not {}", once, thrice);
    }
}

/// Conversions of each month, in all or of the part of a mix.
fn converted(stream: &Value, part: Option<usize>) -> Result<Vec<i64>, TestCaseError> {
    let mut clause = json!({ "event": "sale", "pay": { "fixed": "0.01" } });
    if let Some(part) = part {
        clause["when"] = json!({ "attributes": { "part": part } });
    }
    let contract = json!({ "version": 1, "currency": "USD", "payouts": [clause] });
    let scenario = json!({ "version": 1, "start": "2027-01", "months": 12, "streams": [stream] });
    let answer: Value = serde_json::from_str(&json::project(&contract.to_string(), &scenario.to_string())).unwrap();
    prop_assert!(answer["problems"].is_null(), "{}", answer);
    let months = answer["ok"]["byMonth"].as_array().unwrap();
    Ok(months.iter().map(|month| cents(Number::parse(month["amount"].as_str().unwrap()).unwrap())).collect())
}

proptest! {
    /// A mix loses no event and makes none, and each part stays near its share of all so far.
    #[test]
    fn whole_events_are_dealt_out_by_their_shares(many in 1_u32..3000, shares in prop::collection::vec(0_u32..25, 1..5)) {
        let mut stream = json!({ "event": "sale", "perMonth": format!("{}.{:02}", many / 100, many % 100) });
        let all = converted(&stream, None)?;
        stream["attributes"] = json!({ "part": shares.len() });
        stream["mix"] = shares.iter().enumerate()
            .map(|(part, share)| json!({ "share": format!("{share}%"), "attributes": { "part": part } })).collect();
        prop_assert_eq!(&converted(&stream, None)?, &all);
        let rest = 100 - shares.iter().sum::<u32>();
        let mut together = vec![0; all.len()];
        for (part, share) in shares.iter().copied().chain([rest]).enumerate() {
            let (mut so_far, mut of_all) = (0, 0);
            for ((count, all), together) in converted(&stream, Some(part))?.iter().zip(&all).zip(&mut together) {
                (so_far, of_all, *together) = (so_far + count, of_all + all, *together + count);
                let off = 100 * so_far - of_all * i64::from(share);
                prop_assert!(off.abs() < 100 * i64::try_from(shares.len() + 1).unwrap(), "part {}: {} of {}", part, so_far, of_all);
            }
        }
        prop_assert_eq!(together, all);
    }
}

#[cfg(feature = "analyses")]
proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// The mean of what may happen is what is expected: within four standard errors, and what whole events and cents change.
    #[test]
    fn expected_pay_is_the_mean_of_simulations(pay in terms(), stream in stream(), seed in 0_u32..1000) {
        let scenario = json!({ "version": 1, "start": "2027-01", "months": 4, "counts": "expected", "streams": [stream] });
        let contracts = json!([{ "version": 1, "currency": "USD", "payouts": [{ "event": "sale", "pay": pay }] }]);
        let question = json!({ "draws": 1000, "seed": seed });
        let answer: Value = serde_json::from_str(
            &json::simulate(&contracts.to_string(), &scenario.to_string(), &question.to_string())).unwrap();
        let simulated = &answer["ok"]["contracts"][0];
        prop_assert!(!simulated.is_null(), "{}", answer);
        let of = |field: &str| cents(Number::parse(simulated[field].as_str().unwrap()).unwrap());
        let expected = cents(earned(&pay, &[stream])?);
        // Each number of customers is made whole by itself, in each month in which it pays.
        let rounding = expected / 200 + 5;
        let off = (of("mean") - expected).abs();
        prop_assert!(off <= 4 * of("standardError") + rounding, "{} expected, {} simulated", expected, simulated);
    }
}
