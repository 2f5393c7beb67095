//! A payload may be one contract, a list, or what the brand sees.

use serde_json::{Value, json};

use crate::{SAMPLES, answer, codes, fields, imported, parsed};

/// As the brand's interface writes it: numbers as numbers, no end as null, terms in `TemplateTerms`.
fn as_the_brand_sees_it(value: &Value, key: &str) -> Value {
    match value {
        Value::Object(object) => {
            let renamed = |name: &str| if name == "Terms" { "TemplateTerms".to_owned() } else { name.to_owned() };
            Value::Object(
                object.iter().map(|(name, value)| (renamed(name), as_the_brand_sees_it(value, name))).collect(),
            )
        }
        Value::Array(entries) => Value::Array(entries.iter().map(|entry| as_the_brand_sees_it(entry, key)).collect()),
        Value::String(text) if key == "EndDate" && text.is_empty() => Value::Null,
        Value::String(text) if key != "Values" && text.parse::<f64>().is_ok() => serde_json::from_str(text).unwrap(),
        other => other.clone(),
    }
}

#[test]
fn the_brands_shape_becomes_the_same_contract() {
    for sample in SAMPLES {
        let partner = parsed(sample);
        let brand = as_the_brand_sees_it(&partner, "");
        assert_ne!(brand, partner);
        let report = imported(&brand, None);
        fields::check(&brand, &report, "brand");
        assert_eq!(report["contract"], imported(&partner, None)["contract"]);
    }
}

#[test]
fn a_list_becomes_a_contract_for_each_entry_and_each_is_reported_by_itself() {
    let contracts: Vec<Value> = SAMPLES.iter().map(|sample| parsed(sample)).collect();
    let wrapped = json!({ "@page": "1", "@total": "3", "Contracts": contracts, "Next": "x" });
    for list in [wrapped, json!(contracts)] {
        let answer = answer(&list, None);
        let found = answer["ok"]["contracts"].as_array().unwrap();
        assert_eq!(found.len(), 3);
        let mut all: Vec<String> = Vec::new();
        for (place, (report, payload)) in found.iter().zip(&contracts).enumerate() {
            assert_eq!(report["contract"], imported(payload, None)["contract"]);
            assert_eq!(report["id"], payload["Id"]);
            let prefix = if list.is_array() { format!("/{place}") } else { format!("/Contracts/{place}") };
            assert_eq!(report["path"], prefix.as_str());
            all.extend(
                report["fields"].as_array().unwrap().iter().map(|field| field["path"].as_str().unwrap().to_owned()),
            );
        }
        let around = answer["ok"]["around"].as_array().unwrap();
        all.extend(around.iter().map(|field| field["path"].as_str().unwrap().to_owned()));
        let mut expected = Vec::new();
        fields::leaves(&list, "", &mut expected);
        all.sort();
        expected.sort();
        assert_eq!(all, expected);
        if list.is_object() {
            let fates: Vec<_> =
                around.iter().map(|field| (field["path"].as_str().unwrap(), field["fate"].as_str().unwrap())).collect();
            assert_eq!(fates, [("/@page", "note"), ("/@total", "note"), ("/Next", "notUnderstood")]);
        }
    }
    assert_eq!(
        answer(&json!({ "Contracts": [] }), None)["ok"],
        json!({ "contracts": [], "around": [
        { "path": "/Contracts", "value": "[]", "fate": "silent" }] })
    );
}

#[test]
fn what_is_no_contract_is_a_problem_of_the_payload() {
    for payload in [json!(1), json!("x"), json!(null), json!({ "Contracts": "x" })] {
        let answer = answer(&payload, None);
        assert_eq!(answer["problems"][0]["document"], "payload", "{payload}");
    }
    for payload in [json!({}), json!({ "Terms": { "Currency": "QQQ" } }), json!([1])] {
        let report = imported(&payload, None);
        assert!(report["contract"].is_null(), "{payload}");
        assert_eq!(report["complete"], false);
    }
}

fn with_campaign(sample: usize, term: &Value) -> Value {
    let mut payload = parsed(SAMPLES[sample - 1]);
    payload["CampaignTerms"] = json!([term]);
    payload
}

/// "It overrides the base terms for the items that its groups match, between its dates. Items that match none: base terms."
#[test]
fn campaign_terms_go_before_the_base_terms_between_their_dates() {
    let payload = with_campaign(
        2,
        &json!({ "Id": "c", "Name": "Spring", "StartDate": "2026-03-01T00:00:00-05:00", "EndDate": "2026-03-31T23:59:59-04:00",
            "EventPayouts": [{ "EventTypeId": "31203", "PayoutLevel": "ITEM", "PayoutGroups": [{ "Id": "g", "Rank": "1", "PayoutRate": "20",
                "Rules": [{ "Variable": "ITEM_SKU", "Operator": "IS", "Values": ["TP-BASIC"] }] }] }] }),
    );
    let report = imported(&payload, None);
    fields::check(&payload, &report, "campaign");
    assert!(codes(&report["assumptions"]).contains(&"campaignLimits"));
    let sale = |id: &str, date: &str, sku: &str, category: &str| json!({ "id": id, "type": "31203", "date": date, "items": [{ "sku": sku, "category": category, "amount": "100" }] });
    let statement = crate::evaluated(
        &report["contract"],
        &json!([
            sale("in", "2026-03-31", "TP-BASIC", "x"),
            sale("other item", "2026-03-31", "ST-FILE", "State Filing"),
            sale("restricted", "2026-03-31", "TP-BASIC", "Gift Card"),
            sale("after", "2026-04-01", "TP-BASIC", "x"),
        ]),
    );
    let paid: Vec<_> = statement["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| (line["event"].as_str().unwrap(), line["amount"].as_str().unwrap()))
        .collect();
    for expected in [("in", "20.00"), ("other item", "6.00"), ("after", "10.00")] {
        assert!(paid.contains(&expected), "{expected:?} in {paid:?}");
    }
    assert!(!paid.iter().any(|(event, amount)| *event == "restricted" && *amount != "0.00"));
}

/// "In between, scheduled terms take the place of the base terms."
#[test]
fn scheduled_terms_replace_pay_groups_and_restrictions_in_their_time() {
    let mut payload = parsed(SAMPLES[2]);
    payload["Terms"]["EventPayouts"][0].as_object_mut().unwrap().remove("PerformanceBonus");
    let term = json!({ "Status": "ACTIVE", "Name": "Friday", "StartDate": "2026-11-27T00:00:00-05:00", "EndDate": "2026-11-27T23:59:59-05:00",
        "Repeat": {}, "EventPayouts": [{ "EventTypeId": "31210", "PayoutLevel": "ORDER", "DefaultPayoutRate": "20", "PayoutGroups": [] }] });
    payload["ScheduledTerms"] = json!([term]);
    let report = imported(&payload, None);
    fields::check(&payload, &report, "scheduled");
    let sale = |id: &str, date: &str, country: &str| json!({ "id": id, "type": "31210", "date": date, "amount": "100", "attributes": { "customerStatus": "NEW", "country": country } });
    let statement = crate::evaluated(
        &report["contract"],
        &json!([sale("a", "2026-11-26", "US"), sale("b", "2026-11-27", "DE"), sale("c", "2026-11-28", "DE")]),
    );
    let paid: Vec<_> = statement["lines"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|line| line["event"].is_string())
        .map(|line| (line["event"].as_str().unwrap(), line["amount"].as_str().unwrap()))
        .collect();
    assert_eq!(paid, [("a", "12.00"), ("b", "20.00")]);
    for (field, value, fate) in [
        ("Status", json!("DECLINED"), "note"),
        ("Status", json!("SOMETIMES"), "carried"),
        ("Repeat", json!({ "Days": ["2026-11-27"] }), "notUnderstood"),
    ] {
        let mut payload = payload.clone();
        payload["ScheduledTerms"][0][field] = value;
        let report = imported(&payload, None);
        fields::check(&payload, &report, field);
        let name = report["fields"]
            .as_array()
            .unwrap()
            .iter()
            .find(|field| field["path"] == "/ScheduledTerms/0/Name")
            .unwrap();
        assert_eq!(name["fate"], fate, "{field}");
    }
}

#[test]
fn terms_of_the_same_days_for_one_event_type_are_a_gap() {
    let term = |name: &str| {
        json!({ "Id": name, "Name": name, "StartDate": "2026-03-01T00:00:00-05:00", "EndDate": "",
        "EventPayouts": [{ "EventTypeId": "31210", "PayoutGroups": [{ "Rank": "1", "PayoutRate": "20",
            "Rules": [{ "Variable": "CUSTOMER_STATUS", "Operator": "IS", "Values": ["NEW"] }] }] }] })
    };
    let mut payload = with_campaign(3, &term("one"));
    payload["CampaignTerms"] = json!([term("one"), term("two")]);
    let report = imported(&payload, None);
    fields::check(&payload, &report, "overlapping");
    assert!(codes(&report["gaps"]).contains(&"overlappingTerms"));
    assert_eq!(report["contract"]["payouts"][0]["scheduled"].as_array().unwrap().len(), 1);
}

/// "In lists: whether there are campaign terms" and "only when one contract is retrieved".
#[test]
fn campaign_terms_that_a_list_only_tells_of_are_a_gap() {
    for (told, gap) in [(json!("true"), true), (json!(true), true), (json!("false"), false), (json!(false), false)] {
        let mut payload = parsed(SAMPLES[0]);
        payload["HasCampaignTerms"] = told;
        let report = imported(&payload, None);
        let missing = json!({ "code": "missingField", "path": "/CampaignTerms" });
        assert_eq!(report["gaps"].as_array().unwrap().contains(&missing), gap);
        assert_eq!(report["complete"], !gap);
    }
}
