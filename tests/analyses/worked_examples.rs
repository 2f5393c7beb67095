//! Worked examples from elsewhere; each test names their ids in the collection of the design.

use payout_calculator::analyses::{
    GoalQuestion, SimulationQuestion, Vary, break_even, compare, goal_seek, quantile, simulate,
};
use payout_calculator::money::Number;
use payout_calculator::scenario::{Shape, Tail};
use serde_json::{Value, json};

use super::{UNSURE, contract, node, question, scenario, written};

fn percent_of_sales(rest: &Value) -> String {
    contract(&json!([{ "event": "sale", "pay": { "percent": "15%" } }]), rest)
}

fn fixed(amount: &str) -> String {
    contract(&json!([{ "event": "sale", "pay": { "fixed": amount } }]), &json!({}))
}

/// `ES1a`: 200 conversions of 80, 95 % approved: 15 % are 2,280, and 12 for each too. `ES7a`: 12 and 15 % are the same at 80.
#[test]
fn a_share_and_a_fixed_amount_are_the_same_at_80() {
    let sales =
        |amount: &str| scenario(&json!([{ "event": "sale", "perMonth": "200", "amount": amount, "approved": "95%" }]));
    let terms = [percent_of_sales(&json!({})), fixed("12")];
    let found = written(&compare(&[node(&terms[0]), node(&terms[1])], &node(&sales("80"))).unwrap());
    assert_eq!(
        (&found["contracts"][0]["earned"], &found["contracts"][1]["earned"]),
        (&json!("2280.00"), &json!("2280.00"))
    );
    let vary: Vary = question(&json!({ "path": "/streams/0/amount", "from": "0", "to": "500" }));
    let found = written(&break_even(&node(&terms[0]), &node(&terms[1]), &node(&sales("1")), &vary).unwrap());
    assert_eq!(found["stretches"][1], json!({ "from": "80", "to": "80", "ahead": null }));
}

/// T137: 75 once against 20 % of each monthly payment for at most 24 months: the same at 15.625; at 25 ahead from the 15th month on; at
/// 15 it comes to 72.
#[test]
fn seventy_five_once_or_a_fifth_for_two_years() {
    let once =
        contract(&json!([{ "event": "subscription", "pay": { "fixed": "75" }, "for": { "payments": 1 } }]), &json!({}));
    let share = contract(
        &json!([{ "event": "subscription", "pay": { "percent": "20%" }, "for": { "payments": 24 } }]),
        &json!({ "roundEach": "period" }),
    );
    // Eight customers in the first month who stay: an eighth of a cent makes no difference.
    let customer = |price: &str| {
        json!({ "version": 1, "start": "2027-01", "months": 36, "streams": [{ "event": "subscription", "perMonth": "8",
            "until": "2027-01", "amount": price, "churn": "0%" }] })
        .to_string()
    };
    let with = |price: &str| written(&compare(&[node(&share), node(&once)], &node(&customer(price))).unwrap());
    let found = with("25");
    let ahead: Vec<&Value> = found["byMonth"].as_array().unwrap().iter().map(|month| &month["ahead"]).collect();
    assert_eq!((ahead[13], ahead[14]), (&json!(1), &json!(0)), "of equal ones the first is named");
    assert_eq!(with("15")["contracts"][0]["earned"], "576.00", "eight times 72");
    assert_eq!(with("15")["most"], 1);
    let vary: Vary = question(&json!({ "path": "/streams/0/amount", "from": "15", "to": "16", "step": "0.001" }));
    let found = written(&break_even(&node(&share), &node(&once), &node(&customer("1")), &vary).unwrap());
    assert_eq!(found["stretches"][0]["ahead"], 1);
    let equal = &found["stretches"][1];
    let at = |end: &str| equal[end].as_str().unwrap().parse::<f64>().unwrap();
    assert_eq!(equal["ahead"], Value::Null);
    assert!(at("from") <= 15.625 && 15.625 <= at("to"), "{equal}");
}

/// `ES9b`: a rate on 15,200 with a cap of 3,000 never comes to 3,500. T140: the sale that earned 400 at 10 % was 4,000, and 500 at 5 %
/// 10,000. T142: with 5 %, 7 % from 10,000 and 10 % from 25,000, 2,050 takes 30,000 and 1,000 takes 17,142.86.
#[test]
fn goals_are_reached_where_they_were_elsewhere() {
    let sought = |terms: &str, sales: &str, goal: &str, vary: &Value| {
        let asked: GoalQuestion = question(&json!({ "earn": goal, "vary": vary }));
        written(&goal_seek(&node(terms), &node(sales), &asked).unwrap())
    };
    let sale = |amount: &str| scenario(&json!([{ "event": "sale", "perMonth": "1", "amount": amount }]));
    let capped = percent_of_sales(&json!({ "limits": [{ "max": "3000", "per": "month" }] }));
    let rate = json!({ "document": "contract", "path": "/payouts/0/pay/percent", "from": "0%", "to": "100%" });
    let found = sought(&capped, &sale("15200"), "3500", &rate);
    assert_eq!((&found["reached"], &found["most"]["earned"]), (&Value::Null, &json!("3000.00")));
    let amount = json!({ "path": "/streams/0/amount", "from": "0", "to": "50000", "step": "0.01" });
    for (percent, goal, sale_of) in [("10%", "400", "4000"), ("5%", "500", "10000")] {
        let terms =
            contract(&json!([{ "event": "sale", "pay": { "percent": percent } }]), &json!({ "rounding": "down" }));
        assert_eq!(sought(&terms, &sale("1"), goal, &amount)["reached"]["value"], sale_of);
    }
    let bands = contract(
        &json!([{ "event": "sale", "pay": { "percent": "5%" }, "tiers": [{ "mode": "graduated", "steps": [
            { "from": "10000", "percent": "7%" }, { "from": "25000", "percent": "10%" } ] }] }]),
        &json!({ "rounding": "down" }),
    );
    for (goal, sales) in [("2050", "30000"), ("1000", "17142.86")] {
        assert_eq!(sought(&bands, &sale("1"), goal, &amount)["reached"]["value"], sales);
    }
}

/// `ES3a`: with a guarantee of 2,000 and a cap of 3,000 the mean is 2,345.187. `ES3b`: the guarantee binds in 32.16 %, the cap in 10.81 %.
/// ES14: 15 %, 12 % but at least 2,243.61, and 10 each with 395.61 a month all cost 2,298.12.
#[test]
fn simulations_come_to_the_closed_forms_of_clauses_together() {
    let terms = [
        percent_of_sales(
            &json!({ "guarantees": [{ "amount": "2000", "per": "month" }], "limits": [{ "max": "3000", "per": "month" }] }),
        ),
        percent_of_sales(&json!({})),
        percent_of_sales(&json!({ "guarantees": [{ "amount": "2243.61", "per": "month" }] })).replace("15%", "12%"),
        contract(
            &json!([{ "event": "sale", "pay": { "fixed": "10" } }]),
            &json!({ "oneTime": [{ "amount": "395.61", "on": "2027-01-01" }] }),
        ),
    ];
    let sales = scenario(&serde_json::from_str(UNSURE).unwrap());
    let run = |goal: &str| {
        let asked: SimulationQuestion = question(&json!({ "draws": 10_000, "seed": 11, "goal": goal }));
        let nodes: Vec<_> = terms.iter().map(|terms| node(terms)).collect();
        written(&simulate(&nodes, &node(&sales), &asked).unwrap())
    };
    let (low, high) = (run("2000.01"), run("3000"));
    let number = |value: &Value| value.as_str().unwrap().parse::<f64>().unwrap();
    for (place, mean) in [(0, 2345.187), (1, 2298.12), (2, 2298.12), (3, 2298.12)] {
        let own = &low["contracts"][place];
        let off = number(&own["mean"]) - mean;
        assert!(off.abs() <= 4.0 * number(&own["standardError"]), "{place}: {own}");
    }
    let share = |run: &Value| run["contracts"][0]["reached"].as_f64().unwrap() / 10_000.0;
    let near = |share: f64, expected: f64| {
        let error = (expected * (1.0 - expected) / 10_000.0).sqrt();
        assert!((share - expected).abs() <= 4.0 * error, "{share} and not {expected}");
    };
    near(1.0 - share(&low), 0.3216);
    near(share(&high), 0.1081);
}

/// E70: between -2 and 4 the mean is 1 and the standard deviation 1.8238704957 (p5 and p95) or 2.3409124382 (p10 and p90), as those of the
/// logarithm of a lognormal range from e^-2 to e^4. `ES2a`: conversions from 150 to 260 and amounts from 60 to 105.
#[test]
fn ranges_have_the_means_and_deviations_of_their_logarithms() {
    // Values are decimals of nine places.
    let of = |low: &str, high: &str, tail: Tail| {
        let shape = Shape::Lognormal { low: Number::parse(low).unwrap(), high: Number::parse(high).unwrap(), tail };
        // One standard deviation above the middle lie 84.134474606854 % of a normal distribution.
        let [middle, above] = [0.5, 0.841_344_746_068_542_9]
            .map(|probability| quantile(shape, probability).to_string().parse::<f64>().unwrap().ln());
        [middle, above - middle]
    };
    for (low, high, tail, expected) in [
        ("0.135335283237", "54.598150033144", Tail::Twentieth, [1.0, 1.823_870_495_7]),
        ("0.135335283237", "54.598150033144", Tail::Tenth, [1.0, 2.340_912_438_2]),
        ("150", "260", Tail::Twentieth, [5.285_658_5, 0.167_202_2]),
        ("60", "105", Tail::Twentieth, [4.374_152_5, 0.170_111_1]),
    ] {
        for (found, expected) in of(low, high, tail).into_iter().zip(expected) {
            assert!((found - expected).abs() < 1e-7, "{low} to {high}: {found} and not {expected}");
        }
    }
}
