//! Funnels, pipelines, customers who pay less often, refunds, and what the brand has of it all.

use serde_json::{Value, json};

use super::{DOLLAR, counts, months, projected};

/// Source: worked example T52: 4,200 clicks, 2.8 % convert (117.6), orders of 84 at 12 %, 6 % lost. Whole sales come to that after ten
/// months: 1,176 sales, of which 71 (70.56) come back.
#[test]
fn a_funnel_multiplies_and_refunds_take_back() {
    let funnel = json!({ "audience": "150000", "clickThrough": "2.8%", "conversion": "2.8%" });
    counts(&json!({ "event": "sale", "funnel": funnel }), &[118, 117, 118]);
    let clicks = json!({ "event": "sale", "amount": "84", "margin": "40%", "refunds": { "share": "6%", "afterDays": 20 },
        "funnel": { "audience": "4200", "conversion": "2.8%" } });
    let twelve =
        r#"{ "version": 1, "currency": "USD", "payouts": [{ "event": "sale", "pay": { "percent": "12%" } }] }"#;
    let answer = &projected(twelve, &clicks, 10)["ok"];
    // 12 % of (1176 − 71) × 84 = 11,138.40; the published net of ten months is 11,142.80.
    assert_eq!(answer["totals"]["earned"], "11138.40");
    let brand = json!({ "conversions": 1105, "revenue": "92820.00", "costPerConversion": "10.08",
        "costOfRevenue": "12", "returnOnSpend": "8.33", "margin": "25989.60" });
    assert_eq!(answer["brand"], brand);
    assert_eq!(
        (&answer["byMonth"][0]["conversions"], &answer["byMonth"][0]["revenue"]),
        (&json!(111), &json!("9324.00"))
    );
    // What would come back after the last month is not known of: 117.6 × 6 % = 7 of the first month's, none of the second's.
    let late = json!({ "event": "sale", "perMonth": "100", "refunds": { "share": "10%", "afterDays": 31 } });
    assert_eq!(months(DOLLAR, &late, 2), ["90", "100"]);
}

#[test]
fn of_deals_a_share_is_won() {
    counts(&json!({ "event": "sale", "pipeline": { "deals": "6", "won": "25%" } }), &[2, 1, 2, 1]);
    let ranged = json!({ "event": "sale", "pipeline": { "deals": { "p10": "20", "p90": "80" }, "won": { "low": "0%", "likely": "50%", "high": "100%" } } });
    counts(&ranged, &[20]);
}

#[test]
fn customers_may_pay_once_a_year_and_only_so_often() {
    let yearly = json!({ "event": "sale", "perMonth": "100", "until": "2027-01", "churn": "1%", "every": 12 });
    let found = months(DOLLAR, &yearly, 26);
    // 100 × 0.99^12 = 88.6, and then 78.6.
    assert_eq!((&*found[0], &*found[12], &*found[24]), ("100", "89", "79"));
    assert!(found.iter().enumerate().all(|(place, paid)| place % 12 == 0 || paid == "0"), "{found:?}");
    counts(&json!({ "event": "sale", "perMonth": "5", "churn": "0%", "payments": 2 }), &[5, 10, 10]);
    // The payment's number is the customer's, so that terms know which it is.
    let first = r#"{ "version": 1, "currency": "USD",
        "payouts": [{ "event": "sale", "pay": { "fixed": "1" }, "for": { "payments": 1 } }] }"#;
    let found = projected(first, &yearly, 26);
    assert_eq!(found["ok"]["totals"]["earned"], "100.00");
    assert_eq!(found["ok"]["brand"]["conversions"], 100);
}

#[test]
fn a_stream_may_begin_later_and_end_earlier() {
    let launch = json!({ "event": "sale", "perMonth": "30", "from": "2027-03", "until": "2027-05", "ramp": 3 });
    counts(&launch, &[0, 0, 10, 20, 30, 0]);
    counts(&json!({ "event": "sale", "perMonth": "10", "from": "2020-01", "ramp": 2 }), &[5, 10]);
}

/// Locked 30 days after the event and paid on the 15th of the month after that, from 50 on.
#[test]
fn cash_comes_when_the_contract_says() {
    let terms = json!({ "version": 1, "currency": "USD", "payouts": [{ "event": "sale", "pay": { "fixed": "10" } }],
        "settlement": { "lock": { "days": 30 }, "schedule": { "every": "month", "day": 15, "monthsAfter": 1 }, "threshold": "50" } });
    let answer = projected(&terms.to_string(), &json!({ "event": "sale", "perMonth": "4" }), 3);
    assert_eq!(answer["ok"]["totals"]["earned"], "120.00", "{answer}");
    // January's 40 are below 50 in February and in March; with February's and March's, which both lock in March, they are 120.
    let expected = json!([
        { "month": "2027-01", "locks": "40.00", "paid": "0.00" },
        { "month": "2027-03", "locks": "80.00", "paid": "0.00" },
        { "month": "2027-04", "locks": "0.00", "paid": "120.00" },
    ]);
    assert_eq!(answer["ok"]["cash"], expected);
}

#[test]
fn what_does_not_fit_together_is_told() {
    let told = |stream: Value| {
        let answer = projected(DOLLAR, &stream, 3);
        let problem = &answer["problems"][0];
        (problem["code"].as_str().unwrap().to_owned(), problem["path"].as_str().unwrap().to_owned())
    };
    let expected = |code: &str, path: &str| (code.to_owned(), path.to_owned());
    assert_eq!(told(json!({ "event": "sale" })), expected("missing_field", "/streams/0"));
    let both = json!({ "event": "sale", "perMonth": "1", "pipeline": { "deals": "1", "won": "1%" } });
    assert_eq!(told(both), expected("conflicting_fields", "/streams/0"));
    let every = json!({ "event": "sale", "perMonth": "1", "every": 12 });
    assert_eq!(told(every), expected("conflicting_fields", "/streams/0/every"));
    let backwards = json!({ "event": "sale", "perMonth": "1", "from": "2027-03", "until": "2027-01" });
    assert_eq!(told(backwards), expected("out_of_range", "/streams/0/until"));
}
