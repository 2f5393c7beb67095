//! The three samples pay the first three events of each kind as the field guide says.

use serde_json::{Value, json};

use crate::{SAMPLES, codes, evaluated, imported, parsed};

fn contract(number: usize) -> Value {
    imported(&parsed(SAMPLES[number - 1]), None)["contract"].clone()
}

type Pairs = Vec<(String, String)>;

/// Amounts by event, all lines of an event together, and the amounts of the other lines by kind.
fn amounts(statement: &Value) -> (Pairs, Pairs) {
    let (mut events, mut others) = (Pairs::new(), Pairs::new());
    for line in statement["lines"].as_array().unwrap() {
        let amount = line["amount"].as_str().unwrap().to_owned();
        match line["event"].as_str() {
            Some(event) => events.push((event.to_owned(), amount)),
            None => others.push((line["kind"].as_str().unwrap().to_owned(), amount)),
        }
    }
    (events, others)
}

fn pairs(pairs: &[(&str, &str)]) -> Pairs {
    pairs.iter().map(|(one, other)| ((*one).to_owned(), (*other).to_owned())).collect()
}

/// `contract-1`: "a fixed payout for a lead" of 100.00. Locking of 15 days after the end of the day: "an action of 10 September locks on
/// 26 September at 00:00". Payment at the end of the month of the lock.
#[test]
fn contract_1_pays_for_a_lead_and_locks_15_days_after_the_end_of_its_day() {
    let statement = evaluated(
        &contract(1),
        &json!([
            { "id": "a", "type": "31201", "date": "2026-09-10T23:59:00" },
            { "id": "b", "type": "31201", "date": "2026-09-11" },
            { "id": "c", "type": "31201", "date": "2025-12-31" },
            { "id": "d", "type": "31201", "date": "2026-10-20" },
        ]),
    );
    let (events, _) = amounts(&statement);
    assert_eq!(events, pairs(&[("a", "100.00"), ("b", "100.00"), ("d", "100.00")]), "c was before the contract");
    let dates: Vec<_> =
        statement["lines"].as_array().unwrap().iter().map(|line| (&line["locksOn"], &line["paidOn"])).collect();
    assert_eq!(dates[0], (&json!("2026-09-26"), &json!("2026-09-30")));
    assert_eq!(dates[2], (&json!("2026-11-05"), &json!("2026-11-30")));
}

/// `contract-2` by its own terms: groups by rank, for each item; an item that is restricted pays nothing; 25.00 for an order at most; for a
/// customer 500.00 in a month.
#[test]
fn contract_2_pays_groups_by_item_and_rank_and_cuts_orders_at_their_limit() {
    let sale = |id: &str, status: &str, items: Value| json!({ "id": id, "type": "31203", "date": "2026-02-10", "attributes": { "customerStatus": status }, "items": items });
    let item = |sku: &str, category: &str, amount: &str| json!({ "sku": sku, "category": category, "amount": amount });
    let statement = evaluated(
        &contract(2),
        &json!([
            { "id": "lead", "type": "31201", "date": "2026-02-01" },
            // Existing: 4 % of 100, whatever the item.
            sale("existing", "EXISTING", json!([item("TP-PREMIER", "Tax Preparation", "100.00")])),
            // 15 % of 99, 6 % of 39.99, and 2.50: 14.85 + 2.40 + 2.50.
            sale("new", "NEW", json!([
                item("TP-PREMIER", "Tax Preparation", "99.00"),
                item("ST-FILE", "State Filing", "39.99"),
                item("AUDIT-DEF", "Add-on", "44.99"),
            ])),
            // 15 % of 200 is cut to 25.
            sale("cut", "NEW", json!([item("TP-SELFEMP", "Tax Preparation", "200.00")])),
            // 10 % of 39; the gift card pays nothing.
            sale("gift", "NEW", json!([item("TP-BASIC", "Tax Preparation", "39.00"), item("GC-50", "Gift Card", "50.00")])),
            { "id": "annual", "type": "31207", "date": "2026-02-11", "amount": "6000.00", "customer": "c" },
            { "id": "same month", "type": "31207", "date": "2026-02-12", "amount": "1000.00", "customer": "c" },
            { "id": "next month", "type": "31207", "date": "2026-03-01", "amount": "1000.00", "customer": "c" },
        ]),
    );
    let mut sums: Vec<(String, f64)> = Vec::new();
    for (event, amount) in amounts(&statement).0 {
        let amount: f64 = amount.parse().unwrap();
        match sums.iter_mut().find(|(known, _)| *known == event) {
            Some((_, sum)) => *sum += amount,
            None => sums.push((event, amount)),
        }
    }
    sums.sort_by(|one, other| one.0.cmp(&other.0));
    let expected = [
        ("annual", 500.0),
        ("cut", 25.0),
        ("existing", 4.0),
        ("gift", 3.9),
        ("lead", 100.0),
        ("new", 19.75),
        ("next month", 100.0),
        ("same month", 0.0),
    ];
    for ((event, sum), (known, paid)) in sums.iter().zip(expected) {
        assert_eq!((event.as_str(), format!("{sum:.2}")), (known, format!("{paid:.2}")));
    }
    assert_eq!(sums.len(), expected.len());
}

/// `contract-3`: 12 % of new, 5 % of existing customers, 8 % where it is not known; nothing outside the US and Canada; 150.00 for an order
/// at most; 0.15 a click, trued up to 0.25 at the month's end; 5,000.00 at the start.
#[test]
fn contract_3_pays_sales_clicks_their_guarantee_and_the_fee_at_the_start() {
    let sale = |id: &str, amount: &str, facts: Value| json!({ "id": id, "type": "31210", "date": "2026-03-05", "amount": amount, "attributes": facts });
    let statement = evaluated(
        &contract(3),
        &json!([
            sale("new", "100.00", json!({ "customerStatus": "NEW", "country": "US" })),
            sale("existing", "100.00", json!({ "customerStatus": "EXISTING", "country": "CA" })),
            sale("unknown", "100.00", json!({ "country": "US" })),
            sale("abroad", "100.00", json!({ "customerStatus": "NEW", "country": "DE" })),
            sale("large", "2000.00", json!({ "customerStatus": "NEW", "country": "US" })),
            { "id": "click 1", "type": "31211", "date": "2026-04-01" },
            { "id": "click 2", "type": "31211", "date": "2026-04-02" },
            { "id": "click 3", "type": "31211", "date": "2026-04-03" },
        ]),
    );
    let (events, others) = amounts(&statement);
    let expected = [
        ("new", "12.00"),
        ("existing", "5.00"),
        ("unknown", "8.00"),
        ("large", "240.00"),
        ("large", "-90.00"),
        ("click 1", "0.15"),
        ("click 2", "0.15"),
        ("click 3", "0.15"),
    ];
    let mut expected = pairs(&expected);
    let mut events = events;
    expected.sort();
    events.sort();
    assert_eq!(events, expected);
    // 3 clicks at 0.25, less 0.45.
    assert_eq!(others, pairs(&[("oneTime", "5000.00"), ("guarantee", "0.30")]));
    assert_eq!(
        statement["lines"].as_array().unwrap().iter().find(|line| line["kind"] == "oneTime").unwrap()["date"],
        "2026-02-01"
    );
}

/// The help pages' own figures: 4 %, 6 % from 200, 8 % from 400, revenue 500: 20.00 and a bonus of 8.00; for all actions 40.00.
#[test]
fn the_bonus_of_the_help_pages_comes_to_what_they_say() {
    for (kind, total) in [("SUBSEQUENT_ACTIONS", "28.00"), ("ALL_ACTIONS", "40.00")] {
        for groups in [
            json!([]),
            json!([{ "Id": "g", "Rank": "1", "PayoutRate": "4", "Rules": [
            { "Variable": "CUSTOMER_STATUS", "Operator": "IS", "Values": ["NEW"] }] }]),
        ] {
            let mut payload = parsed(SAMPLES[0]);
            let payout = payload["Terms"]["EventPayouts"][0].as_object_mut().unwrap();
            payout.remove("DefaultPayout");
            payout.insert("DefaultPayoutRate".into(), json!("4"));
            payout.insert("PayoutGroups".into(), groups);
            payout.insert("PerformanceBonus".into(), json!({
                "Type": kind, "Basis": "REVENUE", "Period": "CALENDAR_MONTH",
                "Tiers": [{ "RevenueThreshold": "200", "PayoutRate": "6" }, { "RevenueThreshold": "400", "PayoutRate": "8" }],
            }));
            let report = imported(&payload, None);
            assert_eq!(report["complete"], true, "{}", report["gaps"]);
            let events = json!([
                { "id": "a", "type": "31201", "date": "2026-03-01", "amount": "250", "attributes": { "customerStatus": "NEW" } },
                { "id": "b", "type": "31201", "date": "2026-03-02", "amount": "250" },
            ]);
            assert_eq!(evaluated(&report["contract"], &events)["totals"]["earned"], total, "{kind}");
        }
    }
}

/// "`MONTH`, 1, 15: an action of January locks on 16 March at 00:00. `MONTH`, 0, 27: on 28 February. `MONTH`, 1, 0: on 1 March"; of one
/// of 24 April with `DAY`, 21: "on 16 May at 00:00".
#[test]
fn actions_lock_when_the_guide_says() {
    for (period, months, days, date, locks) in [
        ("MONTH", "1", "15", "2026-01-10", "2026-03-16"),
        ("MONTH", "0", "27", "2026-01-31", "2026-02-28"),
        ("MONTH", "1", "0", "2026-01-01", "2026-03-01"),
        ("DAY", "0", "21", "2026-04-24", "2026-05-16"),
    ] {
        let mut payload = parsed(SAMPLES[0]);
        payload["Terms"]["EventPayouts"][0]["Locking"] =
            json!({ "Basis": "TRACKED", "Period": period, "MonthOffset": months, "DayOffset": days });
        let statement = evaluated(&imported(&payload, None)["contract"], &json!([{ "type": "31201", "date": date }]));
        assert_eq!(statement["lines"][0]["locksOn"], locks, "{period} {months} {days}");
    }
}

/// "The printed example pays January's actions, locked on 28 February, on 20 March."
#[test]
fn a_payment_so_many_days_after_the_end_of_the_month_is_that_day_of_the_next() {
    let mut payload = parsed(SAMPLES[0]);
    let payout = &mut payload["Terms"]["EventPayouts"][0];
    payout["Locking"] = json!({ "Basis": "TRACKED", "Period": "MONTH", "MonthOffset": "0", "DayOffset": "27" });
    payout["PayoutScheduling"] =
        json!({ "Basis": "LOCKED", "Period": "END_OF_MONTH", "MonthOffset": "0", "DayOffset": "20" });
    let report = imported(&payload, None);
    assert!(codes(&report["assumptions"]).contains(&"paymentDay"));
    let statement = evaluated(&report["contract"], &json!([{ "type": "31201", "date": "2026-01-10" }]));
    assert_eq!(
        (&statement["lines"][0]["locksOn"], &statement["lines"][0]["paidOn"]),
        (&json!("2026-02-28"), &json!("2026-03-20"))
    );
}

#[test]
fn what_the_language_cannot_say_of_the_samples_is_a_gap() {
    for (sample, complete, gaps) in [
        (SAMPLES[0], true, vec![]),
        (SAMPLES[1], false, vec!["restrictedItems", "groupLimit"]),
        (SAMPLES[2], false, vec!["paidDaily", "settlementDiffers"]),
    ] {
        let report = imported(&parsed(sample), None);
        assert_eq!((report["complete"].as_bool(), codes(&report["gaps"])), (Some(complete), gaps));
        assert_eq!((&report["problems"], &report["warnings"]), (&json!([]), &json!([])));
    }
}
