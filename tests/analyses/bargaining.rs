//! Bargaining, the next event and shares of the spread.

use payout_calculator::analyses::{
    BargainQuestion, NextEventQuestion, VarianceQuestion, bargain, next_event, sensitivity, variance_shares,
};
use serde_json::{Value, json};

use super::{UNSURE, contract, node, question, scenario, written};

/// 10,000 of sales a month, so that 1 % is worth 100.
fn rate(terms: &Value) -> (String, String) {
    let sales = scenario(&json!([{ "event": "sale", "perMonth": "100", "amount": "100" }]));
    (contract(&json!([{ "event": "sale", "pay": { "percent": "15%" } }]), terms), sales)
}

fn number(value: &Value) -> f64 {
    value.as_str().unwrap().parse().unwrap()
}

/// Source: worked examples ES11 and ES12: "the partner needs at least 10 %, the brand pays at most 18 %: 8 points; 14 %, and 14.8 % with
/// a weight of 0.6 for the partner".
#[test]
fn a_rate_is_agreed_inside_the_zone_where_nash_says() {
    let (terms, sales) = rate(&json!({}));
    let asked = |power: &str| {
        let open = json!({ "document": "contract", "path": "/payouts/0/pay/percent", "from": "0%", "to": "100%" });
        let asked: BargainQuestion = question(&json!({
            "vary": [open], "partner": { "limit": "1000" }, "brand": { "limit": "1800" }, "power": power }));
        written(&bargain(&node(&terms), &node(&sales), &asked).unwrap())
    };
    let even = asked("50%");
    assert_eq!(even["zone"], json!(["10%", "18%"]));
    assert_eq!(even["nash"]["values"], json!(["14%"]));
    assert_eq!(even["equalGain"]["values"], json!(["14%"]));
    assert_eq!(asked("60%")["nash"]["values"], json!(["14.8%"]));
    assert_eq!(asked("100%")["nash"]["values"], json!(["18%"]));
    assert_eq!(asked("0%")["nash"]["values"], json!(["10%"]));
}

/// Source: worked example E76b: "the seller's reservation price is 40, the buyer's 100: 70".
#[test]
fn a_price_is_agreed_in_the_middle() {
    let terms = contract(&json!([{ "event": "lead", "pay": { "fixed": "1" } }]), &json!({}));
    let one = scenario(&json!([{ "event": "lead", "perMonth": "1" }]));
    let open =
        json!({ "document": "contract", "path": "/payouts/0/pay/fixed", "from": "0", "to": "200", "step": "0.01" });
    let asked: BargainQuestion =
        question(&json!({ "vary": [open], "partner": { "limit": "40" }, "brand": { "limit": "100" } }));
    let found = written(&bargain(&node(&terms), &node(&one), &asked).unwrap());
    assert_eq!(found["zone"], json!(["40", "100"]));
    assert_eq!(found["nash"]["values"], json!(["70"]));
}

/// Where no rate is enough for one and little enough for the other, the closest is named, with what is missing.
#[test]
fn where_there_is_no_zone_the_gap_is_named() {
    let (terms, sales) = rate(&json!({}));
    let open = json!({ "document": "contract", "path": "/payouts/0/pay/percent", "from": "0%", "to": "50%" });
    let asked: BargainQuestion =
        question(&json!({ "vary": [open], "partner": { "limit": "2000" }, "brand": { "limit": "1800" } }));
    let found = written(&bargain(&node(&terms), &node(&sales), &asked).unwrap());
    assert_eq!((&found["zone"], &found["nash"]), (&Value::Null, &Value::Null));
    assert_eq!(found["equalGain"]["values"], json!(["19%"]));
    assert_eq!(found["equalGain"]["partnerGain"], "-100.00");
    // Whatever the rate, the one has what the other pays: only a limit can move, by 200.
    assert_eq!(found["gap"], json!({ "forPartner": "200.00", "forBrand": "200.00", "closedBy": [] }));
    // With rates up to 9 % that are open, 10 % closes it: the least that the partner needs.
    let low = json!({ "document": "contract", "path": "/payouts/0/pay/percent", "from": "0%", "to": "9%" });
    let asked: BargainQuestion =
        question(&json!({ "vary": [low], "partner": { "limit": "1000" }, "brand": { "limit": "1800" } }));
    let found = written(&bargain(&node(&terms), &node(&sales), &asked).unwrap());
    let closing = json!({ "term": 0, "value": "10%", "partnerGain": "0.00", "brandGain": "800.00" });
    assert_eq!(found["gap"], json!({ "forPartner": "100.00", "closedBy": [closing] }));
    let high = json!({ "document": "contract", "path": "/payouts/0/pay/percent", "from": "20%", "to": "40%" });
    let asked: BargainQuestion =
        question(&json!({ "vary": [high], "partner": { "limit": "1000" }, "brand": { "limit": "1800" } }));
    let found = written(&bargain(&node(&terms), &node(&sales), &asked).unwrap());
    assert_eq!(found["gap"]["closedBy"][0]["value"], "18%", "{found}");
    assert_eq!(found["gap"]["forBrand"], "200.00", "{found}");
}

/// A guarantee is worth more to a cautious partner than it costs, so both gain by it: Nash's offer has one, is inside both limits, and no
/// other offer is better for both.
#[test]
fn with_two_terms_nash_lies_on_the_frontier_and_beats_the_best_single_term() {
    let terms = contract(
        &json!([{ "event": "sale", "pay": { "percent": "15%" } }]),
        &json!({ "guarantees": [{ "amount": "0", "per": "month" }] }),
    );
    let sales = scenario(&serde_json::from_str(UNSURE).unwrap());
    let percent =
        json!({ "document": "contract", "path": "/payouts/0/pay/percent", "from": "8%", "to": "20%", "step": "0.5%" });
    let guarantee =
        json!({ "document": "contract", "path": "/guarantees/0/amount", "from": "0", "to": "2500", "step": "100" });
    let with = |open: &Value| {
        let asked: BargainQuestion = question(&json!({ "vary": open, "draws": 60,
            "partner": { "limit": "1500", "caution": "1" }, "brand": { "limit": "2800" } }));
        written(&bargain(&node(&terms), &node(&sales), &asked).unwrap())
    };
    let product = |offer: &Value| number(&offer["partnerGain"]) * number(&offer["brandGain"]);
    let (both, rate) = (with(&json!([percent, guarantee])), with(&json!([percent])));
    let nash = &both["nash"];
    assert_eq!(nash["frontier"], true);
    assert!(number(&nash["partnerGain"]) > 0.0 && number(&nash["brandGain"]) > 0.0, "{nash}");
    assert!(number(&nash["values"][1]) > 0.0, "{nash}");
    assert!(product(nash) > product(&rate["nash"]), "{nash} and {}", rate["nash"]);
    let offers = both["offers"].as_array().unwrap();
    for offer in offers {
        let inside = number(&offer["partnerGain"]) >= 0.0 && number(&offer["brandGain"]) >= 0.0;
        assert!(!inside || product(offer) <= product(nash), "{offer}");
        let beaten = offers.iter().any(|other| {
            let gain = |name: &str| number(&other[name]) - number(&offer[name]);
            gain("partnerGain").min(gain("brandGain")) >= 0.0 && gain("partnerGain").max(gain("brandGain")) > 0.0
        });
        assert_eq!(offer["frontier"], !beaten, "{offer}");
    }
}

#[test]
fn what_can_not_be_bargained_for_is_told() {
    let (terms, sales) = rate(&json!({}));
    let percent = json!({ "document": "contract", "path": "/payouts/0/pay/percent", "from": "0%", "to": "10%" });
    let sides = json!({ "partner": { "limit": "1" }, "brand": { "limit": "2" } });
    for (path, wrong) in [
        ("/vary", json!({ "vary": [] })),
        ("/vary/0/document", json!({ "vary": [{ "path": "/streams/0/perMonth", "from": "0", "to": "1" }] })),
        ("/power", json!({ "vary": [percent], "power": "101%" })),
        ("/draws", json!({ "vary": [percent], "draws": "10001" })),
    ] {
        let mut asked = sides.clone();
        asked.as_object_mut().unwrap().extend(wrong.as_object().unwrap().clone());
        let asked: BargainQuestion = question(&asked);
        assert_eq!(bargain(&node(&terms), &node(&sales), &asked).unwrap_err()[0].path, path);
    }
}

/// 100 sales of $100 at 15 %: the 100th fills a month's limit of 1,500 exactly, and after 90 of them there is room for ten.
#[test]
fn the_next_event_is_worth_what_the_terms_say_until_they_say_another() {
    let asked: NextEventQuestion = question(&json!({}));
    let of = |terms: &Value, sales: &str| {
        let (terms, _) = rate(terms);
        let sales = scenario(&json!([{ "event": "sale", "perMonth": sales, "amount": "100" }]));
        written(&next_event(&node(&terms), &node(&sales), &asked).unwrap())
    };
    let amounts =
        |found: &Value| (found["next"]["amount"].clone(), found["alike"].clone(), found["then"]["amount"].clone());
    assert_eq!(amounts(&of(&json!({}), "90")), (json!("15.00"), Value::Null, Value::Null));
    let limit = json!({ "limits": [{ "max": "1500", "per": "month" }] });
    assert_eq!(amounts(&of(&limit, "90")), (json!("15.00"), json!(10), json!("0.00")));
    assert_eq!(amounts(&of(&limit, "100")), (json!("0.00"), Value::Null, Value::Null));
    // Up to 1,000 the guarantee pays the difference: the 67th sale is the first that adds something, and that only what passes 1,000.
    let guarantee = json!({ "guarantees": [{ "amount": "1000", "per": "month" }] });
    let found = of(&guarantee, "60");
    assert_eq!(amounts(&found), (json!("0.00"), json!(6), json!("5.00")));
    // Every tenth sale brings 20 more; the 100th is the fifth from here.
    let bonus =
        json!({ "bonuses": [{ "events": ["sale"], "measure": "events", "every": { "step": "10", "amount": "20" } }] });
    let found = of(&bonus, "95");
    assert_eq!(amounts(&found), (json!("15.00"), json!(4), json!("35.00")));
    assert_eq!(found["then"]["clauses"][1], json!({ "clause": "/bonuses/0", "amount": "20.00" }));
    let next = json!([{ "clause": "/bonuses/0", "measure": "events", "reached": "95", "from": "100", "missing": "5" }]);
    assert_eq!(found["ahead"], next);
    // Further off: the tier begins after ten more, and the limit is full after thirty.
    let tiers = contract(
        &json!([{ "event": "sale", "pay": { "percent": "10%" }, "tiers": [{ "mode": "graduated",
            "steps": [{ "from": "10000", "percent": "20%" }] }] }]),
        &json!({ "limits": [{ "max": "1400", "per": "month" }] }),
    );
    let sales = scenario(&json!([{ "event": "sale", "perMonth": "90", "amount": "100" }]));
    let found = written(&next_event(&node(&tiers), &node(&sales), &asked).unwrap());
    assert_eq!(amounts(&found), (json!("10.00"), json!(10), json!("20.00")));
    assert_eq!((&found["later"][0]["after"], &found["later"][0]["adds"]["amount"]), (&json!(30), &json!("0.00")));
    assert_eq!(found["ahead"][0]["missing"], "1000");
    let unknown: NextEventQuestion = question(&json!({ "event": "lead" }));
    let late: NextEventQuestion = question(&json!({ "month": "2" }));
    let (terms, sales) = rate(&json!({}));
    assert_eq!(next_event(&node(&terms), &node(&sales), &unknown).unwrap_err()[0].path, "/event");
    assert_eq!(next_event(&node(&terms), &node(&sales), &late).unwrap_err()[0].path, "/month");
}

/// Source: worked example ES6: conversions explain 49.14 % and the order value 50.86 % of the variance of the logarithm.
#[test]
fn the_spread_is_shared_as_the_closed_form_says() {
    let (terms, _) = rate(&json!({}));
    let sales = scenario(&serde_json::from_str(UNSURE).unwrap());
    let asked: VarianceQuestion = question(&json!({ "draws": "10000", "seed": "5" }));
    let found = written(&variance_shares(&node(&terms), &node(&sales), &asked).unwrap());
    let shares = found["shares"].as_array().unwrap();
    let percent = |path: &str| number(&shares.iter().find(|share| share["path"] == path).unwrap()["percent"]);
    // Of ranks instead of logarithms, and drawn: both move it by about a point.
    assert!((percent("/streams/0/perMonth") - 49.14).abs() < 2.5, "{found}");
    assert!((percent("/streams/0/perMonth") + percent("/streams/0/amount") - 100.0).abs() < 0.02, "{found}");
    let sure = node(
        r#"{ "version": 1, "start": "2027-01", "months": 1, "streams": [{ "event": "sale", "perMonth": "10" }] }"#,
    );
    assert_eq!(variance_shares(&node(&terms), &sure, &asked).unwrap_err()[0].path, "/streams");
    assert_eq!(sensitivity(&node(&terms), &sure).unwrap_err()[0].path, "/streams");
    // Where the ranges move nothing, nothing is shared out.
    let leads = terms.replace("sale", "lead");
    assert_eq!(written(&variance_shares(&node(&leads), &node(&sales), &asked).unwrap())["shares"], json!([]));
}
