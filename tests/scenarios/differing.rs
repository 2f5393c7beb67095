//! Streams whose events differ: mixes, customers who leave at once or later, upgrades.

use serde_json::{Value, json};

use super::expected::{expected, lines, paying, percent, sum};
use super::{DOLLAR, counts, months, projected};
use payout_calculator::money::{Number, Rounding};

/// 10 for a new customer, 1 for any other.
const NEW: &str = r#"{ "version": 1, "currency": "USD", "payouts": [{ "event": "sale", "pay": { "fixed": "1" },
    "groups": [{ "when": { "customerStatus": "new" }, "pay": { "fixed": "10" } }] }] }"#;

#[test]
fn a_mix_shares_events_out_and_loses_none() {
    let mix = json!([{ "share": "60%", "attributes": { "customerStatus": "new" } }]);
    let stream =
        json!({ "event": "sale", "perMonth": "3", "attributes": { "customerStatus": "existing" }, "mix": mix });
    // 2 + 1, 2 + 1, 1 + 2, 2 + 1, 2 + 1: 9 of 15 are 60 %.
    assert_eq!(months(NEW, &stream, 5), ["21", "21", "12", "21", "21"]);
    assert_eq!(projected(NEW, &stream, 5)["ok"]["brand"]["conversions"], 15);
    let contract: Value = serde_json::from_str(NEW).unwrap();
    assert_eq!(expected(&contract, &json!([stream]), 5)["totals"]["earned"], "96.00");
    // Many small parts, of few events: whole ones, as many as there are.
    let parts: Vec<Value> = (0..8).map(|part| json!({ "share": "12.5%", "attributes": { "part": part } })).collect();
    counts(&json!({ "event": "sale", "perMonth": "1.7", "mix": parts }), &[2, 1, 2, 2, 2, 1, 2]);
    // A part may come to another amount: 25 % of 40 at 200, the others at 100, of which 10 %.
    let amounts =
        json!([{ "event": "sale", "perMonth": "40", "amount": "100", "mix": [{ "share": "25%", "amount": "200" }] }]);
    let dear = expected(&percent("10%"), &amounts, 1);
    assert_eq!((&dear["totals"]["earned"], &dear["brand"]["revenue"]), (&json!("500.00"), &json!("5000.00")));
}

/// Source: worked example T136, order B: new customers join, then 10 % of everybody leave, and those who remain pay.
#[test]
fn churn_may_apply_to_new_customers_too() {
    let stream =
        json!({ "event": "sale", "perMonth": "10", "amount": "50", "churn": "10%", "churnApplies": "afterNew" });
    let year = expected(&percent("20%"), &json!([stream]), 12);
    assert_eq!(year["totals"]["earned"], "4987.68");
    let december = lines(&year).iter().filter(|line| line["period"] == "2027-12");
    assert_eq!(sum(december, "quantity").round(3, Rounding::HalfAwayFromZero), Number::parse("64.581").unwrap());
    counts(&json!({ "event": "sale", "perMonth": "100", "churn": "10%", "churnApplies": "afterNew" }), &[90, 171, 244]);
    counts(&json!({ "event": "sale", "perMonth": "4", "churn": "100%", "churnApplies": "afterNew" }), &[0, 0]);
}

/// 100 customers at 50, of whom 10 % leave each month; after three payments a fifth of the others pay 80. At 10 % that is
/// 500 + 450 + 405 and then 72.9 × 5.60 and 65.61 × 5.60: 2,130.656.
#[test]
fn customers_move_to_another_price() {
    let mut stream = json!({ "event": "sale", "perMonth": "100", "until": "2027-01", "amount": "50", "churn": "10%",
        "upgrades": { "share": "20%", "afterPayments": 3, "amount": "80", "attributes": { "plan": "pro" } } });
    let paid = expected(&percent("10%"), &json!([stream]), 5);
    assert_eq!((&paid["totals"]["earned"], &paid["byMonth"][3]["amount"]), (&json!("2130.66"), &json!("408.24")));
    assert_eq!(paid["brand"]["conversions"], "100");
    let pro = paying(&json!({ "when": { "attributes": { "plan": "pro" } }, "pay": { "fixed": "1" } }));
    assert_eq!(expected(&pro, &json!([stream]), 5)["totals"]["earned"], "27.70");
    // In whole customers: 73 and 66 pay in the fourth and the fifth month, of whom 15 and 13 the new price.
    stream["amount"] = json!("0");
    assert_eq!(months(DOLLAR, &stream, 5), ["100", "90", "81", "73", "66"]);
    assert_eq!(months(&pro.to_string(), &stream, 5), ["0", "0", "0", "15", "13"]);
}

/// Reach × CPM: 150,000 views a month are 150 thousands, at 8 a thousand; of 70 % that count, 105.
#[test]
fn an_audience_becomes_thousands_of_views() {
    let contract =
        json!({ "version": 1, "currency": "USD", "payouts": [{ "event": "mille", "pay": { "fixed": "8" } }] });
    let mut stream = json!({ "event": "mille", "funnel": { "audience": "150000", "conversion": "0.1%" } });
    assert_eq!(months(&contract.to_string(), &stream, 2), ["1200", "1200"]);
    stream["funnel"]["clickThrough"] = json!("70%");
    assert_eq!(expected(&contract, &json!([stream]), 1)["totals"]["earned"], "840.00");
    let by_view =
        json!({ "version": 1, "currency": "USD", "payouts": [{ "event": "view", "pay": { "fixed": "0.008" } }] });
    assert_eq!(months(&by_view.to_string(), &json!({ "event": "view", "perMonth": "150000" }), 1), ["1200"]);
}

#[test]
fn what_does_not_fit_is_told_all_at_once() {
    let stream = json!({ "event": "sale", "perMonth": "1", "churnApplies": "afterNew",
        "upgrades": { "share": "120%", "afterPayments": 1, "amount": "-1" },
        "mix": [{ "share": "70%" }, { "share": "50%" }, { "share": "x" }] });
    let answer = projected(DOLLAR, &stream, 3);
    let paths: Vec<&str> =
        answer["problems"].as_array().unwrap().iter().map(|problem| problem["path"].as_str().unwrap()).collect();
    assert_eq!(paths, ["/streams/0/upgrades/share", "/streams/0/upgrades/amount", "/streams/0/mix/2/share"]);
    let fields = json!({ "event": "sale", "perMonth": "1", "churnApplies": "afterNew",
        "upgrades": { "share": "20%", "afterPayments": 1, "amount": "1" }, "mix": [{ "share": "70%" }, { "share": "50%" }] });
    let answer = projected(DOLLAR, &fields, 3);
    let told: Vec<[&str; 3]> = answer["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|problem| ["path", "code", "got"].map(|field| problem[field].as_str().unwrap()))
        .collect();
    assert_eq!(
        told,
        [
            ["/streams/0/churnApplies", "conflicting_fields", "no \"churn\""],
            ["/streams/0/upgrades", "conflicting_fields", "no \"churn\""],
            ["/streams/0/mix", "out_of_range", "120%"],
        ]
    );
}
