//! What single events pay, and whether they do.

use serde_json::{Value, json};

use super::super::evaluate;
use super::super::numbers::parse;
use super::{earned, months, payments, pays, sale};

#[test]
fn fixed_and_percentage() {
    for (source, fields, event, expected) in [
        (
            "T01",
            json!({ "pay": { "fixed": "120" } }),
            json!({ "type": "sale", "date": "2027-01-01", "count": 20 }),
            "2400.00",
        ),
        (
            "T65a",
            json!({ "pay": { "percent": "10%", "atLeast": "1" } }),
            json!({ "type": "sale", "date": "2027-01-01" }),
            "0.00",
        ),
        (
            "T04",
            json!({ "pay": { "sum": [{ "percent": "20%" }, { "fixed": "5" }] } }),
            json!({ "type": "sale", "date": "2027-01-01", "amount": "50", "count": 30 }),
            "450.00",
        ),
        (
            "T03",
            json!({ "pay": { "percent": "30%", "less": ["discount"] } }),
            json!({ "type": "sale", "date": "2027-01-01", "amount": "100", "amounts": { "discount": "25" } }),
            "22.50",
        ),
        (
            "E32, below zero",
            json!({ "pay": { "percent": "10%", "less": ["discount"] } }),
            json!({ "type": "sale", "date": "2027-01-01", "amount": "100", "amounts": { "discount": "500" } }),
            "0.00",
        ),
        ("T77", json!({ "pay": { "percent": "20%", "share": "15%" } }), sale("2027-01-01", "10000"), "300.00"),
        (
            "E33a, per unit",
            json!({ "pay": { "fixed": "2.5", "per": "unit" } }),
            json!({ "type": "sale", "date": "2027-01-01", "items": [{}, {}, {}] }),
            "7.50",
        ),
        (
            "E5a",
            json!({ "pay": { "fixed": "100", "package": { "units": 10, "counted": "started" } }, "free": { "units": "10" } }),
            json!({ "type": "sale", "date": "2027-01-01", "quantity": "121" }),
            "1200.00",
        ),
        ("E12", json!({ "pay": { "percent": "2.99%", "atMost": "0.1" } }), sale("2027-01-01", "20"), "0.10"),
        (
            "T12",
            json!({ "pay": { "fixed": "3" }, "uplifts": [{ "increase": "10%" }] }),
            sale("2027-01-01", "1"),
            "3.30",
        ),
        (
            "E45b",
            json!({ "pay": { "percent": "12%" }, "uplifts": [{ "points": "2%" }, { "increase": "20%" }] }),
            sale("2027-01-01", "100"),
            "16.80",
        ),
    ] {
        assert_eq!(earned(&pays(&fields), &[event]), expected, "{source}");
    }
}

#[test]
fn groups() {
    let plans = json!({ "pay": { "percent": "10%" }, "groups": [
        { "when": { "attributes": { "plan": "Core" } }, "pay": { "fixed": "100" } },
        { "when": { "attributes": { "plan": ["Pro", "Pro+"] } }, "pay": { "fixed": "300" } },
    ] });
    let of = |plan: &str, amount: &str| json!({ "type": "sale", "date": "2027-01-01", "amount": amount, "attributes": { "plan": plan } });
    let events = [of("Core", "468"), of("Pro+", "1188"), of("Enterprise", "4750")];
    assert_eq!(earned(&pays(&plans), &events), "875.00", "T78");
    let mut all = plans;
    all["groups"]
        .as_array_mut()
        .unwrap()
        .push(json!({ "when": { "orderTotal": { "above": "0" } }, "pay": { "fixed": "150" } }));
    all["groupsPay"] = "highest".into();
    assert_eq!(earned(&pays(&all), &events), "600.00", "the highest of several");
    all["groupsPay"] = "all".into();
    assert_eq!(earned(&pays(&all), &events), "850.00", "all of several");
}

#[test]
fn free_and_counted() {
    let limited = pays(&json!({ "pay": { "percent": "10%" }, "limits": [{ "maxEvents": 2, "per": "customer" }] }));
    let of = |(at, (customer, amount)): (usize, &(&str, &str))| json!({ "type": "sale", "date": format!("2027-01-{:02}", at + 1), "customer": customer, "amount": amount });
    let sales = [("A", "100"), ("B", "250"), ("A", "60"), ("A", "900"), ("B", "40"), ("B", "70")];
    assert_eq!(earned(&limited, &sales.iter().enumerate().map(of).collect::<Vec<_>>()), "45.00", "T83");

    let first = pays(&json!({ "pay": { "percent": "20%" }, "limits": [{ "maxCustomers": 25, "per": "contract" }] }));
    let thirty = json!({ "type": "sale", "date": "2027-01-01", "amount": "50", "count": 30 });
    assert_eq!(earned(&first, &[thirty]), "250.00", "T84");

    let deductible = pays(&json!({ "pay": { "percent": "5%" }, "free": { "revenue": "1000", "per": "month" } }));
    assert_eq!(earned(&deductible, &super::sales("2027-01-05", &["400", "9600"])), "450.00", "T61");

    let bounded = json!({ "percent": "2.99%", "atLeast": "1.75", "atMost": "12" });
    for (free, expected) in [(json!({ "events": 2 }), "12.00"), (json!({ "revenue": "30" }), "13.79")] {
        let contract = pays(&json!({ "pay": bounded, "free": free }));
        assert_eq!(earned(&contract, &super::sales("2027-01-05", &["10", "80", "10000"])), expected, "E10");
    }
}

#[test]
fn duration_and_stages() {
    for (source, duration, expected) in [
        ("T98a", json!({ "months": 12 }), "120.00"),
        ("T98b", json!({ "months": 12, "boundary": "atMost" }), "130.00"),
        ("T98c", json!({ "payments": 1 }), "10.00"),
        ("T98d", Value::Null, "180.00"),
    ] {
        let contract = pays(&json!({ "pay": { "percent": "20%" }, "for": duration }));
        assert_eq!(earned(&contract, &payments(18, "50")), expected, "{source}");
    }
    let staged = pays(&json!({ "pay": { "percent": "10%" }, "groups": [
        { "when": { "customerMonths": { "below": 12 } }, "pay": { "percent": "25%" } }] }));
    assert_eq!(earned(&staged, &payments(24, "100")), "420.00", "T48");
    let capped =
        pays(&json!({ "pay": { "percent": "30%" }, "limits": [{ "max": "2500", "per": "customer" }], "groups": [
        { "when": { "paymentNumber": { "atMost": 3 } }, "pay": { "percent": "20%" } }] }));
    assert_eq!(earned(&capped, &payments(12, "1000")), "2500.00", "T46");
    assert_eq!(months(&capped, &payments(12, "1000"))[8..], ["2027-09 300", "2027-10 100"], "T46");
}

#[test]
fn refunds() {
    let mut contract = pays(&json!({ "pay": { "percent": "15%" } }));
    let bought = json!({ "id": "o", "type": "sale", "date": "2027-01-05", "amount": "99.99" });
    let events = |date: &str| {
        let refund = json!({ "type": "sale", "date": date, "refundOf": "o", "amount": "33.33" });
        Value::from(vec![bought.clone(), refund])
    };
    let reversal = |contract: &Value, date: &str, month: &str| {
        let totals = evaluate(contract, &events(date), None);
        let name = ("reversal".to_owned(), "/payouts/0".to_owned(), month.to_owned());
        assert_eq!(totals.by_all[&name], parse("-5.00").unwrap(), "T115");
        assert_eq!(totals.earned, "10.00");
    };
    reversal(&contract, "2027-02-20", "2027-01");
    contract["settlement"] = json!({ "lock": { "days": 30 } });
    reversal(&contract, "2027-02-03", "2027-01");
    reversal(&contract, "2027-02-04", "2027-02");
}
