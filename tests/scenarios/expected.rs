//! Scenarios whose events are as many as are expected: worked examples with parts of events, exactly.

use payout_calculator::json;
use payout_calculator::money::{Number, Rounding};
use serde_json::{Value, json};

pub(super) fn expected(contract: &Value, streams: &Value, months: u64) -> Value {
    let scenario =
        json!({ "version": 1, "start": "2027-01", "months": months, "counts": "expected", "streams": streams });
    let answer: Value = serde_json::from_str(&json::project(&contract.to_string(), &scenario.to_string())).unwrap();
    assert!(answer["problems"].is_null(), "{answer}");
    answer["ok"].clone()
}

pub(super) fn paying(payout: &Value) -> Value {
    let mut clause = json!({ "event": "sale" });
    clause.as_object_mut().unwrap().extend(payout.as_object().unwrap().clone());
    json!({ "version": 1, "currency": "USD", "payouts": [clause] })
}

pub(super) fn percent(rate: &str) -> Value {
    paying(&json!({ "pay": { "percent": rate } }))
}

pub(super) fn sum<'a>(lines: impl Iterator<Item = &'a Value>, field: &str) -> Number {
    lines.fold(Number::ZERO, |sum, line| sum.add(Number::parse(line[field].as_str().unwrap()).unwrap()).unwrap())
}

pub(super) fn lines(projection: &Value) -> &Vec<Value> {
    projection["statement"]["lines"].as_array().unwrap()
}

/// Source: worked example T136, churn before new customers: 71.757 are active in month 12, and the year pays 5,541.87; without churn 120
/// and 7,800.
#[test]
fn subscribers_come_to_what_their_closed_form_says() {
    let stream = json!([{ "event": "sale", "perMonth": "10", "amount": "50", "churn": "10%" }]);
    let year = expected(&percent("20%"), &stream, 12);
    assert_eq!(year["totals"]["earned"], "5541.87");
    let december = lines(&year).iter().filter(|line| line["period"] == "2027-12");
    let active = sum(december, "quantity").round(3, Rounding::HalfAwayFromZero);
    assert_eq!((active.to_string(), &year["byMonth"][11]["amount"]), ("71.757".to_owned(), &json!("717.57")));
    assert_eq!(year["brand"]["conversions"], "120");
    let staying = json!([{ "event": "sale", "perMonth": "10", "amount": "50", "churn": "0%" }]);
    assert_eq!(expected(&percent("20%"), &staying, 12)["totals"]["earned"], "7800.00");
}

/// Source: worked example T52: 4,200 clicks, of which 2.8 % buy for 84, at 12 %, 6 % of them given back. Conversions stay fractional.
#[test]
fn a_funnel_keeps_its_parts_of_sales() {
    let mut stream = json!({ "event": "sale", "amount": "84", "funnel": { "audience": "4200", "conversion": "2.8%" } });
    let gross = expected(&percent("12%"), &json!([stream]), 1);
    assert_eq!(gross["totals"]["earned"], "1185.41");
    assert_eq!((&gross["brand"]["conversions"], &gross["brand"]["revenue"]), (&json!("117.6"), &json!("9878.40")));
    stream["refunds"] = json!({ "share": "6%" });
    let net = expected(&percent("12%"), &json!([stream]), 1);
    assert_eq!(net["totals"]["earned"], "1114.28");
    let exactly = sum(lines(&net).iter(), "exact");
    let a_click = exactly.div_round(Number::from_u32(4200), 3, Rounding::HalfAwayFromZero).unwrap();
    assert_eq!((exactly.to_string(), a_click.to_string()), ("1114.28352".to_owned(), "0.265".to_owned()));
    let reach = json!([{ "event": "sale", "amount": "84",
        "funnel": { "audience": "150000", "clickThrough": "2.8%", "conversion": "2.8%" } }]);
    assert_eq!(expected(&percent("12%"), &reach, 1)["byMonth"][0]["conversions"], "117.6");
}

/// Source: worked example `ES1a`: 200 conversions at 80, 95 % approved; a share and a fixed amount come to the same.
#[test]
fn of_conversions_a_share_is_approved() {
    let stream = json!([{ "event": "sale", "perMonth": "200", "amount": "80", "approved": "95%" }]);
    let share = expected(&percent("15%"), &stream, 1);
    assert_eq!((&share["brand"]["revenue"], &share["totals"]["earned"]), (&json!("15200.00"), &json!("2280.00")));
    let fixed = paying(&json!({ "pay": { "fixed": "12" } }));
    assert_eq!(expected(&fixed, &stream, 1)["totals"]["earned"], "2280.00");
}

/// Source: the anchors of the scenarios' design, mean 2298.12: conversions 150 to 260 and order value 60 to 105 (P5 to P95, lognormal).
#[test]
fn ranges_stand_at_their_means() {
    let stream = json!([{ "event": "sale", "perMonth": { "p5": "150", "p95": "260" }, "amount": { "p5": "60", "p95": "105" },
        "approved": "95%" }]);
    let month = expected(&percent("15%"), &stream, 1);
    assert_eq!(
        (&month["totals"]["earned"], &month["byMonth"][0]["conversions"]),
        (&json!("2298.12"), &json!("190.250849"))
    );
    let triangle =
        json!([{ "event": "sale", "perMonth": { "low": "0", "likely": "5", "high": "20" }, "amount": "60" }]);
    assert_eq!(expected(&percent("15%"), &triangle, 1)["totals"]["earned"], "75.00");
    // With many digits everywhere there is still room for the product.
    let funnel = json!([{ "event": "sale", "amount": { "p10": "61", "p90": "103" }, "approved": { "p10": "80%", "p90": "99%" },
        "funnel": { "audience": { "p10": "100000", "p90": "230000" }, "clickThrough": { "p10": "1%", "p90": "3%" },
            "conversion": { "p10": "1%", "p90": "7%" } } }]);
    expected(&percent("15%"), &funnel, 120);
}

/// 25.5 sales of 30 (765.00): a threshold cuts them where it lies, and not at a whole sale.
#[test]
fn thresholds_cut_parts_of_events() {
    let stream = json!([{ "event": "sale", "perMonth": "25.5", "amount": "30" }]);
    let tiers = |mode: &str, measure: &str, boundary: &str, from: &str| {
        json!({ "pay": { "fixed": "1" }, "tiers": [{ "measure": measure, "per": "month", "mode": mode, "boundary": boundary,
            "steps": [{ "from": from, "fixed": "2" }] }] })
    };
    for (payout, earned) in [
        (json!({ "pay": { "fixed": "1" } }), "25.50"),
        // 10 at 1, 15.5 at 2.
        (tiers("graduated", "events", "above", "10"), "41.00"),
        (tiers("graduated", "events", "atLeast", "11"), "41.00"),
        (tiers("forward", "events", "atLeast", "11"), "41.00"),
        (tiers("retroactive", "events", "atLeast", "25.5"), "51.00"),
        (tiers("retroactive", "events", "above", "25.5"), "25.50"),
        // 100 of 765 are 3.333… sales at 1, and the others at 2.
        (tiers("graduated", "revenue", "atLeast", "100"), "47.67"),
        (json!({ "pay": { "fixed": "1" }, "limits": [{ "per": "month", "maxEvents": 20 }] }), "20.00"),
        (json!({ "pay": { "fixed": "1" }, "limits": [{ "per": "month", "max": "20.25" }] }), "20.25"),
        (json!({ "pay": { "fixed": "1" }, "limits": [{ "per": "event", "max": "0.4" }] }), "10.20"),
        (json!({ "pay": { "fixed": "1" }, "free": { "events": 5, "per": "month" } }), "20.50"),
        // 100 of 765 are free: 3.333… of the sales, and the rest of one is paid as one.
        (json!({ "pay": { "percent": "10%" }, "free": { "revenue": "100", "per": "month" } }), "66.50"),
        (json!({ "pay": { "fixed": "1" }, "free": { "units": "2", "per": "order" } }), "0.00"),
    ] {
        assert_eq!(expected(&paying(&payout), &stream, 1)["totals"]["earned"], earned, "{payout}");
    }
    let mut bonus = paying(&json!({ "pay": { "fixed": "1" } }));
    bonus["bonuses"] =
        json!([{ "events": ["sale"], "measure": "events", "per": "month", "every": { "step": "10", "amount": "7" } }]);
    assert_eq!(expected(&bonus, &stream, 1)["totals"]["earned"], "39.50");
    bonus["bonuses"] = json!([{ "events": ["sale"], "measure": "events", "per": "month", "ladder": [{ "from": "25.5", "amount": "7" }] }]);
    assert_eq!(expected(&bonus, &stream, 1)["totals"]["earned"], "32.50");
    bonus["bonuses"] = json!([]);
    bonus["guarantees"] = json!([{ "each": "1.1", "event": "sale", "per": "month" }]);
    assert_eq!(expected(&bonus, &stream, 1)["totals"]["earned"], "28.05");
}

/// 0.333333 of a sale pays 3.33333 in each month of three: 3.33, 3.34 and 3.33 are 10.00 together.
#[test]
fn what_rounding_leaves_comes_with_a_later_line() {
    let third = json!([{ "event": "sale", "perMonth": "0.333333333", "amount": "100" }]);
    let three = expected(&percent("10%"), &third, 3);
    let amounts: Vec<&Value> = lines(&three).iter().map(|line| &line["amount"]).collect();
    assert_eq!((json!(amounts), &three["totals"]["earned"]), (json!(["3.33", "3.34", "3.33"]), &json!("10.00")));
    assert_eq!(lines(&three)[0]["exact"], "3.33333");
    // What an event is paid is rounded as the contract says: 30 % of 29.99 are 9.00.
    let plan = json!([{ "event": "sale", "perMonth": "2.5", "amount": "29.99" }]);
    assert_eq!(expected(&percent("30%"), &plan, 1)["totals"]["earned"], "22.50");
}
