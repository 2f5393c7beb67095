//! What holds of every answer, over generated contracts and scenarios.

use payout_calculator::json;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::strategies::contract_with_clauses;

/// A share of the usual number of cases, for what takes long.
fn fewer(part: u32) -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig { cases: (usual.cases / part).max(4), ..usual }
}

fn ok(answer: &str) -> Value {
    let answer: Value = serde_json::from_str(answer).unwrap();
    assert!(answer["ok"].is_object(), "{answer}");
    answer["ok"].clone()
}

fn cents(amount: &Value) -> i64 {
    amount.as_str().unwrap().replace('.', "").parse().unwrap()
}

fn fixed(cents: i64) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

/// What each contract earns, in cents, by the projection and not by an analysis.
fn earned(contract: &Value, scenario: &Value) -> i64 {
    cents(&ok(&json::project(&contract.to_string(), &scenario.to_string()))["totals"]["earned"])
}

fn put(document: &Value, path: &str, value: &Value) -> Value {
    let mut changed = document.clone();
    *changed.pointer_mut(path).unwrap() = value.clone();
    changed
}

/// One or two streams over a few months; with ranges or without.
fn scenario(ranges: bool) -> impl Strategy<Value = Value> {
    let number = move |least: u32, most: u32| {
        (least..most, 1_u32..3, prop::bool::weighted(if ranges { 0.7 } else { 0.0 })).prop_map(|(low, wide, range)| {
            if range {
                json!({ "p10": low.to_string(), "p90": (low * (1 + wide)).to_string() })
            } else {
                json!(low.to_string())
            }
        })
    };
    let stream = (
        prop::sample::select(vec!["sale", "lead"]),
        number(1, 30),
        number(5, 120),
        prop::option::of((0_u32..40).prop_map(|churn| format!("{churn}%"))),
        prop::option::of((0_u32..20).prop_map(|growth| json!({ "percent": format!("{growth}%"), "per": "month" }))),
    )
        .prop_map(|(event, many, amount, churn, growth)| {
            let mut stream = json!({ "event": event, "perMonth": many, "amount": amount });
            if let Some(churn) = churn {
                stream["churn"] = json!(churn);
            }
            if let Some(growth) = growth {
                stream["growth"] = growth;
            }
            stream
        });
    (1_u32..4, prop::collection::vec(stream, 1..3))
        .prop_map(|(months, streams)| json!({ "version": 1, "start": "2027-01", "months": months, "streams": streams }))
}

/// Terms that pay whole cents for whole sales of $100, so that payouts are straight lines with jumps and corners, and nothing else.
fn straight_contract() -> impl Strategy<Value = Value> {
    let tiers =
        (prop::sample::select(vec!["graduated", "retroactive"]), prop::collection::vec((1_u32..25, 1_u32..9), 1..4))
            .prop_map(|(mode, steps)| {
                let mut from = 0;
                let steps: Vec<Value> = steps
                    .into_iter()
                    .map(|(wide, percent)| {
                        from += wide * 1000;
                        json!({ "from": from.to_string(), "percent": format!("{percent}%") })
                    })
                    .collect();
                json!({ "mode": mode, "steps": steps })
            });
    let bonus = (1_u32..400, 1_u32..2000).prop_map(
        |(from, amount)| json!({ "events": ["sale"], "measure": "events", "per": "month", "ladder": [{ "from": from, "amount": amount }] }),
    );
    let cap = (500_u32..6000).prop_map(|max| json!({ "max": max, "per": "month" }));
    let least = (1_u32..1500).prop_map(|amount| json!({ "amount": amount, "per": "month" }));
    let once = (1_u32..1500).prop_map(|amount| json!({ "amount": amount, "on": "2027-01-01" }));
    (
        1_u32..9,
        prop::option::of(tiers),
        prop::collection::vec(bonus, 0..2),
        prop::collection::vec(cap, 0..2),
        prop::collection::vec(least, 0..2),
        prop::collection::vec(once, 0..2),
    )
        .prop_map(|(percent, tiers, bonuses, limits, guarantees, once)| {
            let mut payout = json!({ "event": "sale", "pay": { "percent": format!("{percent}%") } });
            if let Some(tiers) = tiers {
                payout["tiers"] = json!([tiers]);
            }
            json!({ "version": 1, "currency": "USD", "payouts": [payout], "bonuses": bonuses, "limits": limits, "guarantees": guarantees,
                "oneTime": once })
        })
}

fn winner(one: i64, other: i64) -> Value {
    match one.cmp(&other) {
        std::cmp::Ordering::Greater => json!(0),
        std::cmp::Ordering::Less => json!(1),
        std::cmp::Ordering::Equal => Value::Null,
    }
}

const MANY: &str = "/streams/0/perMonth";

proptest! {
    #![proptest_config(fewer(8))]

    /// Both sides of every crossing, evaluated by themselves, have another winner, and are neighbours.
    #[test]
    fn break_even_points_change_the_winner(
        one in contract_with_clauses(), other in contract_with_clauses(), scenario in scenario(true), to in 1_u32..2000,
    ) {
        let contracts = json!([one, other]).to_string();
        let vary = json!({ "path": MANY, "from": "0", "to": to.to_string() });
        let found = ok(&json::break_even(&contracts, &scenario.to_string(), &vary.to_string()));
        let both = |value: &Value| {
            let scenario = put(&scenario, MANY, value);
            (earned(&one, &scenario), earned(&other, &scenario))
        };
        let stretches = found["stretches"].as_array().unwrap();
        let crossings = found["crossings"].as_array().unwrap();
        prop_assert_eq!(crossings.len() + 1, stretches.len());
        for (crossing, sides) in crossings.iter().zip(stretches.windows(2)) {
            let (before, after) = (both(&crossing["before"]), both(&crossing["after"]));
            prop_assert_eq!(json!([fixed(before.0), fixed(before.1)]), crossing["paidBefore"].clone());
            prop_assert_eq!(json!([fixed(after.0), fixed(after.1)]), crossing["paidAfter"].clone());
            prop_assert_ne!(winner(before.0, before.1), winner(after.0, after.1));
            prop_assert_eq!((&winner(before.0, before.1), &winner(after.0, after.1)), (&sides[0]["ahead"], &sides[1]["ahead"]));
            prop_assert_eq!((&sides[0]["to"], &sides[1]["from"]), (&crossing["before"], &crossing["after"]));
            let whole = |value: &Value| value.as_str().unwrap().parse::<u32>().unwrap();
            prop_assert_eq!(whole(&crossing["before"]) + 1, whole(&crossing["after"]));
        }
        prop_assert_eq!((&stretches[0]["from"], &stretches[stretches.len() - 1]["to"]), (&json!("0"), &json!(to.to_string())));
    }

    /// The value found reaches the goal when it is put back, and the one before does not.
    #[test]
    fn goals_are_reached_by_the_value_found_and_not_by_the_one_before(
        contract in contract_with_clauses(), scenario in scenario(true), to in 1_u32..2000, part in 0_i64..=110,
    ) {
        let ends = [0, to].map(|many| earned(&contract, &put(&scenario, MANY, &json!(many.to_string()))));
        let goal = ends[0] + (ends[1] - ends[0]).max(0) * part / 100;
        let question = json!({ "earn": fixed(goal.max(0)), "vary": { "path": MANY, "from": "0", "to": to.to_string() } });
        let found = ok(&json::goal_seek(&contract.to_string(), &scenario.to_string(), &question.to_string()));
        let with = |found: &Value| earned(&contract, &put(&scenario, MANY, &found["value"]));
        let [reached, before] = ["reached", "before"].map(|name| &found[name]);
        if reached.is_null() {
            prop_assert!(ends[1] < goal, "{}", found);
            prop_assert!(with(&found["most"]) < goal && with(&found["most"]) >= ends[1], "{}", found);
            return Ok(());
        }
        prop_assert!(with(reached) >= goal, "{}", found);
        prop_assert_eq!(cents(&reached["earned"]), with(reached));
        if before.is_null() {
            prop_assert_eq!(&reached["value"], "0");
        } else {
            prop_assert!(with(before) < goal, "{}", found);
            let whole = |found: &Value| found["value"].as_str().unwrap().parse::<u32>().unwrap();
            prop_assert_eq!(whole(before) + 1, whole(reached));
        }
    }

    /// A contract against itself: nobody is ahead anywhere, whatever is moved or drawn.
    #[test]
    fn a_contract_against_itself_ties(contract in contract_with_clauses(), scenario in scenario(true)) {
        let (contracts, scenario) = (json!([contract, contract]).to_string(), scenario.to_string());
        let vary = json!({ "path": MANY, "from": "0", "to": "100000" }).to_string();
        let found = ok(&json::break_even(&contracts, &scenario, &vary));
        prop_assert_eq!(&found["stretches"], &json!([{ "from": "0", "to": "100000", "ahead": null }]));
        prop_assert_eq!((&found["crossings"], &found["unsure"]), (&json!([]), &json!([])));
        let drawn = ok(&json::simulate(&contracts, &scenario, r#"{ "draws": 20 }"#));
        prop_assert_eq!(&drawn["against"], &json!([{ "one": 0, "other": 1, "more": 0, "same": 20, "less": 0 }]));
        prop_assert_eq!(&drawn["contracts"][0], &drawn["contracts"][1]);
        let compared = ok(&json::compare(&contracts, &scenario));
        prop_assert_eq!(&compared["contracts"][0], &compared["contracts"][1]);
        prop_assert_eq!(&compared["most"], 0);
    }

    /// The same seed gives the same bytes; all answers that draw.
    #[test]
    fn the_same_seed_gives_the_same_bytes(contract in contract_with_clauses(), scenario in scenario(true), seed in 0_u32..1000) {
        let (one, two, scenario) = (contract.to_string(), json!([contract, contract]).to_string(), scenario.to_string());
        let seeded = json!({ "draws": 15, "seed": seed.to_string() }).to_string();
        prop_assert_eq!(json::simulate(&two, &scenario, &seeded), json::simulate(&two, &scenario, &seeded));
        prop_assert_eq!(json::variance_shares(&one, &scenario, &seeded), json::variance_shares(&one, &scenario, &seeded));
    }
}

proptest! {
    #![proptest_config(fewer(16))]

    /// Of payouts that are straight lines with jumps and corners no change is missed: at each value the stretch says who is ahead.
    #[test]
    fn along_straight_lines_with_jumps_no_crossing_is_missed(
        one in straight_contract(), other in straight_contract(), to in 258_u32..900,
    ) {
        let sales = json!({ "version": 1, "start": "2027-01", "months": 1, "streams": [{ "event": "sale", "perMonth": "0", "amount": "100" }] });
        let contracts = json!([one, other]).to_string();
        let vary = json!({ "path": MANY, "from": "0", "to": to.to_string() }).to_string();
        let found = ok(&json::break_even(&contracts, &sales.to_string(), &vary));
        prop_assert_eq!(&found["unsure"], &json!([]));
        let stretches = found["stretches"].as_array().unwrap();
        let whole = |value: &Value| value.as_str().unwrap().parse::<u32>().unwrap();
        let mut stretch = 0;
        for many in 0..=to {
            while whole(&stretches[stretch]["to"]) < many {
                stretch += 1;
            }
            let scenario = put(&sales, MANY, &json!(many.to_string()));
            let (a, b) = (earned(&one, &scenario), earned(&other, &scenario));
            prop_assert_eq!(&winner(a, b), &stretches[stretch]["ahead"], "{} sales: {} and {}; {}", many, a, b, found);
        }
    }

    /// Offers that are found to be equivalent are worth the same by the measure, to the step: at least as much with the value found, put
    /// back, and less with the one before. What they are worth is taken from a simulation with the same draws.
    #[test]
    fn equivalent_offers_have_equal_value_under_the_measure(
        first in contract_with_clauses(), base in 1_u32..20, scenario in scenario(true), measure in 0_usize..4, caution in 1_u32..20,
    ) {
        let other = json!({ "version": 1, "currency": "USD", "payouts": [
            { "event": "sale", "pay": { "percent": format!("{base}%") } }, { "event": "lead", "pay": { "fixed": base.to_string() } },
        ], "guarantees": [{ "amount": "0", "per": "month" }] });
        let path = "/guarantees/0/amount";
        let caution = f64::from(caution) / 10.0;
        let mut question = json!({ "draws": 40, "seed": 3, "vary": [
            { "document": "contract", "path": path, "from": "0", "to": "5000", "step": "0.5" } ] });
        for (name, value) in match measure {
            0 => vec![],
            1 => vec![("measure", json!("mean"))],
            2 => vec![("measure", json!("certaintyEquivalent")), ("caution", json!(caution.to_string()))],
            _ => vec![("measure", json!("certaintyEquivalent")), ("caution", json!(caution.to_string())), ("side", json!("brand"))],
        } {
            question[name] = value;
        }
        let worth = |contract: &Value| -> f64 {
            if measure == 0 {
                return fixed(earned(contract, &scenario)).parse().unwrap();
            }
            let drawn = ok(&json::simulate(&json!([contract]).to_string(), &scenario.to_string(), r#"{ "draws": 40, "seed": 3 }"#));
            let number = |name: &str| drawn["contracts"][0][name].as_str().unwrap().parse::<f64>().unwrap();
            number("mean") + [0.0, 0.0, -caution, caution][measure] * number("standardDeviation")
        };
        let answer = ok(&json::equivalent_offers(&json!([first, other]).to_string(), &scenario.to_string(), &question.to_string()));
        // A simulation's mean and deviation are rounded to cents each.
        let near = 0.02;
        let goal = answer["worth"].as_str().unwrap().parse::<f64>().unwrap();
        prop_assert!((worth(&first) - goal).abs() <= near, "{} and {}", worth(&first), answer);
        let offer = &answer["offers"][0];
        let with = |found: &Value| worth(&put(&other, path, &found["value"]));
        if offer["reached"].is_null() {
            prop_assert!(with(&offer["most"]) < goal + near, "{}", answer);
        } else {
            prop_assert!(with(&offer["reached"]) >= goal - near, "{}", answer);
            if !offer["before"].is_null() {
                prop_assert!(with(&offer["before"]) < goal + near, "{}", answer);
                let value = |name: &str| offer[name]["value"].as_str().unwrap().parse::<f64>().unwrap();
                prop_assert!((value("reached") - value("before") - 0.5).abs() < 1e-9, "{}", answer);
            }
        }
    }

    /// Nash's offer is accepted by both, lies in the zone and on the frontier, and no other offer that was looked at has a greater product.
    #[test]
    fn nash_lies_on_the_frontier_and_inside_the_zone(
        contract in contract_with_clauses(), scenario in scenario(true), rate in 1_u32..30, partner in 0_u32..1500, room in 0_u32..3000,
        cautions in prop::sample::select(vec![[0, 0], [5, 0], [10, 5]]),
    ) {
        let mut contract = contract;
        contract["payouts"] = json!([
            { "event": "sale", "pay": { "percent": format!("{rate}%") } }, { "event": "lead", "pay": { "percent": format!("{rate}%") } },
        ]);
        contract["bonuses"] = json!([]);
        let [partner_caution, brand_caution] = cautions.map(|tenths| format!("0.{tenths:02}"));
        let question = json!({ "draws": 20,
            "vary": [{ "document": "contract", "path": "/payouts/0/pay/percent", "from": "0%", "to": "60%", "step": "0.1%" }],
            "partner": { "limit": partner.to_string(), "caution": partner_caution },
            "brand": { "limit": (partner + room).to_string(), "caution": brand_caution } });
        let found = ok(&json::bargain(&contract.to_string(), &scenario.to_string(), &question.to_string()));
        let gains = |offer: &Value| ["partnerGain", "brandGain"].map(|name| cents(&offer[name]));
        let agreed = |offer: &Value| gains(offer).iter().all(|gain| *gain >= 0);
        let offers = found["offers"].as_array().unwrap();
        prop_assert_eq!(found["nash"].is_null(), !offers.iter().any(agreed));
        prop_assert_eq!(found["nash"].is_null(), found["zone"].is_null());
        if found["nash"].is_null() {
            return Ok(());
        }
        let nash = &found["nash"];
        prop_assert!(agreed(nash));
        prop_assert_eq!(&nash["frontier"], true);
        let percent = |value: &Value| value.as_str().unwrap().trim_end_matches('%').parse::<f64>().unwrap();
        let zone = [0, 1].map(|end: usize| percent(&found["zone"][end]));
        prop_assert!(zone[0] <= percent(&nash["values"][0]) && percent(&nash["values"][0]) <= zone[1], "{}", found);
        let product = |offer: &Value| { let [one, other] = gains(offer); i128::from(one) * i128::from(other) };
        for offer in offers.iter().filter(|offer| agreed(offer)) {
            prop_assert!(product(offer) <= product(nash), "{} against {}", offer, nash);
        }
    }
}
