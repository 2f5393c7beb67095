//! What a payload leaves open is told, and can be answered.

use serde_json::{Value, json};

use crate::{SAMPLES, answer, evaluated, fields, imported, parsed};

/// The second event type of `contract-2`, with one of its fields set.
fn with(sample: usize, path: &str, value: Value) -> Value {
    let mut payload = parsed(SAMPLES[sample - 1]);
    let (holder, name) = path.rsplit_once('/').unwrap();
    payload.pointer_mut(holder).unwrap()[name] = value;
    payload
}

/// The assumption of a code in a report.
fn open<'r>(report: &'r Value, code: &str) -> &'r Value {
    let found = report["assumptions"].as_array().unwrap().iter().find(|open| open["code"] == code);
    found.unwrap_or_else(|| panic!("no {code} in {}", report["assumptions"]))
}

#[test]
fn each_answer_changes_what_it_is_about() {
    let rule = |operator: &str| json!([{ "Variable": "CUSTOMER_COUNTRY", "Operator": operator, "Values": ["US"] }]);
    let day_limit =
        json!([{ "Type": "PAYOUT", "Value": "10", "LimitBy": "", "Period": "DAY", "WeekendOverrideValue": "5" }]);
    let count =
        json!([{ "Type": "ACTION", "Value": "10", "LimitBy": "", "Period": "MONTH", "WeekendOverrideValue": "" }]);
    for (payload, code, take, pointer, before, after) in [
        (
            parsed(SAMPLES[0]),
            "timeZone",
            "America/New_York",
            "/timeZone",
            json!("Etc/GMT+5"),
            json!("America/New_York"),
        ),
        (parsed(SAMPLES[0]), "timeZone", "Asia/Tokyo", "/timeZone", json!("Etc/GMT+5"), json!("Asia/Tokyo")),
        (parsed(SAMPLES[0]), "eventNames", "category", "/payouts/0/event", json!("31201"), json!("lead")),
        (parsed(SAMPLES[0]), "eventNames", "name", "/payouts/0/event", json!("31201"), json!("Qualified Lead")),
        (parsed(SAMPLES[1]), "bonusThreshold", "above", "/payouts/1/tiers/0/boundary", json!(null), json!("above")),
        (
            parsed(SAMPLES[1]),
            "bonusOnGroups",
            "newRate",
            "/payouts/1/tiers/0/steps/0/percent",
            json!(null),
            json!("12%"),
        ),
        (parsed(SAMPLES[1]), "fixedItemPay", "unit", "/payouts/1/groups/4/pay/sum/0/per", json!("item"), json!("unit")),
        (parsed(SAMPLES[1]), "rounding", "order", "/roundEach", json!("item"), json!(null)),
        (parsed(SAMPLES[2]), "spendLimit", "bonusesOutside", "/limits/1/bonuses", json!(null), json!("outside")),
        (parsed(SAMPLES[2]), "clickGuarantee", "quarter", "/guarantees/0/per", json!("month"), json!("quarter")),
        (parsed(SAMPLES[2]), "settlement", "31211", "/settlement/schedule/weekday", json!(null), json!("sunday")),
        (
            parsed(SAMPLES[2]),
            "settlement",
            "none",
            "/settlement",
            imported(&parsed(SAMPLES[2]), None)["contract"]["settlement"].clone(),
            json!(null),
        ),
        (parsed(SAMPLES[2]), "overLimit", "ignored", "/limits/0/overLimit", json!(null), json!("ignored")),
        (
            parsed(SAMPLES[2]),
            "isNotUnknown",
            "notMet",
            "/payouts/0/restrictions/0/when/country/contains",
            json!(null),
            json!(""),
        ),
        (
            with(1, "/EndDate", json!("2026-12-31T12:00:00-05:00")),
            "lastInstant",
            "dayBefore",
            "/effective/to",
            json!("2026-12-31"),
            json!("2026-12-30"),
        ),
        (
            with(1, "/EndDate", json!("2027-01-01T00:00:00-05:00")),
            "lastInstant",
            "wholeDay",
            "/effective/to",
            json!("2026-12-31"),
            json!("2027-01-01"),
        ),
        (
            with(1, "/StartDate", json!("2026-01-01T12:00:00-05:00")),
            "firstInstant",
            "dayAfter",
            "/effective/from",
            json!("2026-01-01"),
            json!("2026-01-02"),
        ),
        (
            with(1, "/Terms/ReturnPolicy", json!("NO_RETURNS")),
            "noReturns",
            "note",
            "/refunds/share",
            json!("0%"),
            json!(null),
        ),
        (
            with(1, "/Terms/EventPayouts/0/Limits", day_limit),
            "weekendDays",
            "fridaySaturday",
            "/payouts/0/limits/0/weekdays/friday",
            json!(null),
            json!("5"),
        ),
        (
            with(2, "/Terms/EventPayouts/1/Limits", count),
            "overLimit",
            "ignored",
            "/payouts/1/limits/0/overLimit",
            json!(null),
            json!("ignored"),
        ),
        (
            with(1, "/Terms/EventPayouts/0/PayoutScheduling", json!({ "Basis": "LOCKED", "Period": "END_OF_WEEK" })),
            "weekEnd",
            "friday",
            "/settlement/schedule/weekday",
            json!("sunday"),
            json!("friday"),
        ),
        // What nothing tells is left open until it is answered.
        (
            with(1, "/Terms/EventPayouts/0/DefaultPayoutRate", json!("5")),
            "bothDefaults",
            "sum",
            "/payouts/0/pay/sum/1/percent",
            json!(null),
            json!("5%"),
        ),
        (
            with(1, "/Terms/EventPayouts/0/DefaultPayout", json!("")),
            "noDefault",
            "nothing",
            "/payouts/0/pay/fixed",
            json!("0"),
            json!("0"),
        ),
        (
            with(1, "/Terms/EventPayouts/0/PayoutLevel", json!("")),
            "payoutLevel",
            "item",
            "/payouts/0/pay/per",
            json!(null),
            json!("item"),
        ),
        (
            with(
                1,
                "/Terms/EventPayouts/0/Limits",
                json!([{ "Type": "PAYOUT", "Value": "10", "LimitBy": "", "Period": "" }]),
            ),
            "limitScope",
            "contract",
            "/payouts/0/limits/0/per",
            json!(null),
            json!("contract"),
        ),
        (
            with(
                1,
                "/Terms/EventPayouts/0/PayoutRestrictions",
                json!([{ "Rules": [{ "Variable": "ITEM_LIST", "Operator": "IS", "Values": ["x"] }] }]),
            ),
            "unknownVariable",
            "attribute",
            "/payouts/0/restrictions/0/when/attributes/ITEM_LIST",
            json!(null),
            json!("x"),
        ),
        (
            with(
                1,
                "/Terms/EventPayouts/0/PayoutRestrictions",
                json!([{ "Rules": [{ "Variable": "CUSTOMER_STATUS", "Operator": "IS",
            "Values": ["5b0e3a54-7c52-4f0b-9d0f-1b1f6f0c7a01"] }] }]),
            ),
            "listValue",
            "text",
            "/payouts/0/restrictions/0/when/customerStatus",
            json!(null),
            json!("5b0e3a54-7c52-4f0b-9d0f-1b1f6f0c7a01"),
        ),
        (
            with(
                1,
                "/Terms/EventPayouts/0/PayoutGroups",
                json!([{ "Rank": "1", "Rules": rule("IS"), "Payout": "5", "PayoutRate": "6" }]),
            ),
            "bothPayouts",
            "fixed",
            "/payouts/0/groups/0/pay/fixed",
            json!(null),
            json!("5"),
        ),
        (
            with(1, "/Terms/MinEarningPerClick", json!("0.10")),
            "guaranteedClicks",
            "click",
            "/guarantees/0/event",
            json!(null),
            json!("click"),
        ),
        (
            with(2, "/Terms/EventPayouts/1/PerformanceBonus/Basis", json!("ACTIONS")),
            "actionThreshold",
            "revenueThreshold",
            "/payouts/1/tiers/0/measure",
            json!(null),
            json!("events"),
        ),
    ] {
        let value = |report: &Value| report["contract"].pointer(pointer).cloned().unwrap_or_default();
        let unanswered = imported(&payload, None);
        fields::check(&payload, &unanswered, code);
        assert_eq!(value(&unanswered), before, "{code} before");
        let asked = open(&unanswered, code);
        assert_eq!(asked["answered"], false);
        assert!(asked["taken"].is_string() || unanswered["complete"] == false, "{code}");
        let known = asked["options"].as_array().unwrap().iter().any(|option| option == take);
        assert!(known || code == "timeZone", "{code}: {}", asked["options"]);
        for path in [json!(null), asked["path"].clone()] {
            // The assumption of the contract as a whole has no path to name.
            let path = if path == "" { json!(null) } else { path };
            let answered =
                imported(&payload, Some(&json!({ "assume": [{ "code": code, "path": path, "take": take }] })));
            fields::check(&payload, &answered, code);
            assert_eq!(value(&answered), after, "{code} after");
            assert_eq!(
                (&open(&answered, code)["taken"], &open(&answered, code)["answered"]),
                (&json!(take), &json!(true))
            );
        }
    }
}

#[test]
fn answers_that_nothing_asks_for_or_that_are_no_option_are_problems() {
    for (options, code, path) in [
        (json!({ "assume": [{ "code": "weekEnd", "take": "sunday" }] }), "unknown_name", "/assume/0"),
        (
            json!({ "assume": [{ "code": "eventNames", "path": "/nowhere", "take": "id" }] }),
            "unknown_name",
            "/assume/0",
        ),
        (json!({ "assume": [{ "code": "eventNames", "take": "number" }] }), "unknown_value", "/assume/0/take"),
        (json!({ "assume": [{ "code": "timeZone", "take": "Mars" }] }), "unknown_value", "/assume/0/take"),
        (json!({ "assume": [{ "code": "eventNames" }] }), "missing_field", "/assume/0/take"),
        (json!({ "assume": [{ "code": "nothing", "take": "id" }] }), "unknown_value", "/assume/0/code"),
    ] {
        let answer = answer(&parsed(SAMPLES[0]), Some(&options));
        let problem = &answer["problems"][0];
        assert_eq!(
            (&problem["document"], &problem["code"], &problem["path"]),
            (&json!("options"), &json!(code), &json!(path)),
            "{options}"
        );
    }
}

fn adjusted(adjustments: Value) -> Value {
    let mut payload = parsed(SAMPLES[0]);
    let payout = payload["Terms"]["EventPayouts"][0].as_object_mut().unwrap();
    payout.remove("DefaultPayout");
    payout.insert("DefaultPayoutRate".into(), json!("6"));
    payout.insert("PayoutAdjustments".into(), adjustments);
    payload
}

fn adjustment(direction: &str, rate: &str, status: &str) -> Value {
    json!({ "Id": "a", "Direction": direction, "Rate": rate,
        "Rules": [{ "Variable": "CUSTOMER_STATUS", "Operator": "IS", "Values": [status] }] })
}

/// "6 % increased by `25` is 7.5 %", and acts "on the default payout only, not on groups".
#[test]
fn an_adjustment_changes_the_default_and_no_group() {
    let mut payload = adjusted(json!([adjustment("INCREASE", "25", "NEW"), adjustment("DECREASE", "50", "EXISTING")]));
    payload["Terms"]["EventPayouts"][0]["PayoutGroups"] = json!([{ "Id": "g", "Rank": "1", "PayoutRate": "10",
        "Rules": [{ "Variable": "CUSTOMER_COUNTRY", "Operator": "IS", "Values": ["US"] }] }]);
    let report = imported(&payload, None);
    fields::check(&payload, &report, "adjustments");
    assert_eq!(report["complete"], true, "{} {}", report["gaps"], report["assumptions"]);
    let sale = |status: &str, country: &str| {
        json!({ "id": format!("{status} {country}"), "type": "31201", "date": "2026-03-01", "amount": "100",
            "attributes": { "customerStatus": status, "country": country } })
    };
    for (status, country, paid) in
        [("NEW", "DE", "7.50"), ("EXISTING", "DE", "3.00"), ("OTHER", "DE", "6.00"), ("NEW", "US", "10.00")]
    {
        let statement = evaluated(&report["contract"], &json!([sale(status, country)]));
        assert_eq!(statement["totals"]["earned"], paid, "{status} {country}");
    }
}

#[test]
fn adjustments_that_may_match_at_once_are_asked_about() {
    let other = json!({ "Id": "b", "Direction": "INCREASE", "Rate": "10",
        "Rules": [{ "Variable": "CUSTOMER_COUNTRY", "Operator": "IS", "Values": ["US"] }] });
    let payload = adjusted(json!([adjustment("INCREASE", "25", "NEW"), other]));
    let report = imported(&payload, None);
    fields::check(&payload, &report, "adjustments");
    assert!(open(&report, "severalAdjustments")["taken"].is_null());
    assert!(report["contract"]["payouts"][0]["groups"].is_null());
    let answered = imported(&payload, Some(&json!({ "assume": [{ "code": "severalAdjustments", "take": "first" }] })));
    assert_eq!(answered["contract"]["payouts"][0]["groups"].as_array().unwrap().len(), 2);
    // The same one under two conditions pays the same whichever matches.
    let same =
        imported(&adjusted(json!([adjustment("INCREASE", "25", "NEW"), adjustment("INCREASE", "25", "OLD")])), None);
    assert_eq!(same["complete"], true);
}

#[test]
fn groups_are_tried_by_rank_and_ranks_that_do_not_tell_are_a_gap() {
    let group = |rank: &str, rate: &str| {
        json!({ "Rank": rank, "PayoutRate": rate,
        "Rules": [{ "Variable": "CUSTOMER_STATUS", "Operator": "IS", "Values": ["NEW"] }] })
    };
    for (ranks, first, clear) in
        [(["10", "9"], "2%", true), (["1", "2"], "1%", true), (["1", "1"], "1%", false), (["", "1"], "1%", false)]
    {
        let payload =
            with(1, "/Terms/EventPayouts/0/PayoutGroups", json!([group(ranks[0], "1"), group(ranks[1], "2")]));
        let report = imported(&payload, None);
        fields::check(&payload, &report, "ranks");
        assert_eq!(report["contract"]["payouts"][0]["groups"][0]["pay"]["percent"], first, "{ranks:?}");
        assert_eq!(crate::codes(&report["gaps"]).contains(&"unclearRank"), !clear, "{ranks:?}");
    }
}
