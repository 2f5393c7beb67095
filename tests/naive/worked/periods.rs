//! What periods pay, and what follows.

use serde_json::{Value, json};

use super::{contract, earned, months, pays, sale, sales};

#[test]
fn tiers() {
    let table = |mode: &str, rates: &[(&str, &str)]| {
        let steps: Vec<_> = rates.iter().map(|(from, percent)| json!({ "from": from, "percent": percent })).collect();
        json!({ "mode": mode, "steps": steps })
    };
    let bands = [("200", "6%"), ("400", "8%")];
    for (source, base, table, amounts, expected) in [
        ("T13", "4%", table("graduated", &bands), vec!["500"], "28.00"),
        ("T14", "4%", table("retroactive", &bands), vec!["300", "200"], "40.00"),
        (
            "T24",
            "1%",
            table("graduated", &[("1000", "2%"), ("3000", "3%"), ("8000", "5%")]),
            vec!["200", "300", "1500", "1200", "2000", "4500"],
            "285.00",
        ),
        ("T31, reached", "8%", table("retroactive", &[("1000", "10%")]), vec!["600", "400"], "100.00"),
        ("T31, not reached", "8%", table("retroactive", &[("1000", "10%")]), vec!["999.99"], "80.00"),
        ("T32", "0%", table("forward", &[("100", "15%")]), vec!["80", "120"], "18.00"),
        ("T33", "10%", table("orderSize", &[("50", "15%"), ("100", "20%")]), vec!["25", "75", "200"], "53.75"),
        ("E52", "0%", table("graduated", &[("1", "10%"), ("2", "20%"), ("3", "0%")]), vec!["4"], "0.30"),
    ] {
        let contract = pays(&json!({ "pay": { "percent": base }, "tiers": [table] }));
        assert_eq!(earned(&contract, &sales("2027-01-05", &amounts)), expected, "{source}");
    }
    let mut each = table("graduated", &[("1000", "2%"), ("3000", "3%"), ("8000", "5%")]);
    each["per"] = "order".into();
    let contract = pays(&json!({ "pay": { "percent": "1%" }, "tiers": [each] }));
    let amounts = ["200", "300", "1500", "1200", "2000", "4500"];
    assert_eq!(earned(&contract, &sales("2027-01-05", &amounts)), "164.00", "T23");
    let points = [("0", "0"), ("1000", "10"), ("3000", "50"), ("8000", "150"), ("20000", "2150")];
    let steps: Vec<_> = points.iter().map(|(from, pays)| json!({ "from": from, "pays": pays })).collect();
    let contract = pays(&json!({ "tiers": [{ "mode": "interpolated", "per": "order", "steps": steps }] }));
    assert_eq!(earned(&contract, &sales("2027-01-05", &amounts)), "149.00", "T25");
}

#[test]
fn tiers_of_counts() {
    let units = |quantity: &str| vec![json!({ "type": "sale", "date": "2027-01-05", "quantity": quantity })];
    let step = |from: &str, fixed: &str, entry: &str| json!({ "from": from, "fixed": fixed, "onEntry": entry });
    let per_unit = |mode: &str, steps: &[Value]| {
        let table = json!({ "mode": mode, "measure": "units", "boundary": "above", "steps": steps });
        pays(&json!({ "pay": { "fixed": "0", "per": "unit" }, "tiers": [table] }))
    };
    let graduated = per_unit("graduated", &[step("0", "10", "2"), step("10", "5", "3"), step("20", "5", "3")]);
    for (quantity, expected) in [("1", "12.00"), ("10", "102.00"), ("11", "110.00"), ("12", "115.00"), ("21", "163.00")]
    {
        assert_eq!(earned(&graduated, &units(quantity)), expected, "E1: {quantity}");
    }
    let retroactive = per_unit("retroactive", &[step("0", "2", "10"), step("100", "1", "0"), step("200", "0.5", "50")]);
    for (quantity, expected) in [("1", "12.00"), ("100", "210.00"), ("100.5", "100.50"), ("210", "155.00")] {
        assert_eq!(earned(&retroactive, &units(quantity)), expected, "E6: {quantity}");
    }
    let package = |from: &str, size: u32| json!({ "from": from, "pay": { "fixed": "1", "package": { "units": size, "counted": "started" } } });
    let steps = [package("0", 100), package("1000", 1000)];
    let table = json!({ "mode": "graduated", "measure": "units", "boundary": "above", "steps": steps });
    assert_eq!(earned(&pays(&json!({ "tiers": [table] })), &units("5325")), "15.00", "E41a");

    let table = json!({ "mode": "forward", "measure": "customers", "per": "contract", "steps": [
        { "from": "21", "percent": "25%" }, { "from": "51", "percent": "30%" }] });
    let contract = pays(&json!({ "pay": { "percent": "20%" }, "tiers": [table] }));
    let event = json!({ "type": "sale", "date": "2027-01-05", "amount": "40", "count": 60 });
    assert_eq!(earned(&contract, &[event]), "580.00", "T88");
}

#[test]
fn bonuses() {
    let bonus = |fields: Value| {
        let mut bonus = json!({ "events": ["sale"] });
        bonus.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        contract(&json!({ "bonuses": [bonus] }))
    };
    let every = bonus(json!({ "measure": "events", "every": { "step": "10", "amount": "20" } }));
    for (count, expected) in [(9, "0.00"), (10, "20.00"), (25, "40.00"), (30, "60.00")] {
        let event = json!({ "type": "sale", "date": "2027-01-05", "count": count });
        assert_eq!(earned(&every, &[event]), expected, "T34: {count}");
    }
    let rungs = [("15000", "50"), ("20000", "100"), ("50000", "300")];
    let rungs: Vec<_> = rungs.iter().map(|(from, amount)| json!({ "from": from, "amount": amount })).collect();
    for (pays, amount, expected) in [
        ("highest", "14999.99", "0.00"),
        ("highest", "20000", "100.00"),
        ("highest", "60000", "300.00"),
        ("cumulative", "15000", "50.00"),
        ("cumulative", "60000", "450.00"),
    ] {
        let ladder = bonus(json!({ "ladder": rungs, "ladderPays": pays }));
        assert_eq!(earned(&ladder, &[sale("2027-01-05", amount)]), expected, "T91: {pays} {amount}");
    }
    let further = json!([
        { "events": ["sale"], "ladder": [{ "from": "1000", "amount": "50" }] },
        { "events": ["sale"], "every": { "step": "500", "amount": "10", "above": "1000", "upTo": "3000" } },
    ]);
    for (amount, expected) in [("999", "0.00"), ("1499", "50.00"), ("2400", "70.00"), ("3900", "90.00")] {
        let contract = contract(&json!({ "bonuses": further }));
        assert_eq!(earned(&contract, &[sale("2027-01-05", amount)]), expected, "T95: {amount}");
    }
}

#[test]
fn limits_after_bonuses() {
    for (bonuses, expected) in [("inside", "180.00"), ("outside", "200.00")] {
        let mut contract = pays(&json!({ "pay": { "percent": "20%" }, "limits": [{ "max": "150", "per": "event" }] }));
        contract["bonuses"] = json!([{ "events": ["sale"], "ladder": [{ "from": "1", "amount": "50" }] }]);
        contract["limits"] = json!([{ "max": "180", "per": "month", "bonuses": bonuses }]);
        assert_eq!(earned(&contract, &[sale("2027-01-05", "1000")]), expected, "T104");
    }
}

#[test]
fn promises() {
    let with = |field: &str, value: Value| {
        let mut contract = pays(&json!({ "pay": { "percent": "100%" } }));
        contract[field] = value;
        contract
    };
    let monthly = |amounts: &[&str]| -> Vec<_> {
        (1..).zip(amounts).map(|(month, amount)| sale(&format!("2027-{month:02}-10"), amount)).collect()
    };
    let guarantee = with("guarantees", json!([{ "amount": "10000", "per": "year" }]));
    assert_eq!(earned(&guarantee, &monthly(&["8000"])), "10000.00", "T41");
    let draw = with("draw", json!({ "amount": "2000", "shortfall": "recoverable" }));
    let paid = months(&draw, &monthly(&["2750", "3000", "1500", "2375", "3000", "2750"]));
    let expected = ["2027-01 2750", "2027-02 3000", "2027-03 2000", "2027-04 2000", "2027-05 2875", "2027-06 2750"];
    assert_eq!(paid, expected, "T39");
    let advance = with("advances", json!([{ "amount": "10000", "on": "2027-01-01", "paid": "before" }]));
    assert_eq!(earned(&advance, &monthly(&["15000"])), "5000.00", "T42");
    for (deficit, expected) in [("carried", "2027-02 1500"), ("forgotten", "2027-02 4500")] {
        let mut contract = pays(&json!({ "pay": { "percent": "30%", "of": "netRevenue" } }));
        contract["negativeBalance"] = json!({ "deficit": deficit });
        let of = |date: &str, net: &str| json!({ "type": "sale", "date": date, "amounts": { "netRevenue": net } });
        let events = [of("2027-01-10", "-10000"), of("2027-02-10", "15000")];
        assert_eq!(months(&contract, &events), [expected], "T43");
    }
}

#[test]
fn splits() {
    let mut contract = pays(&json!({ "pay": { "fixed": "100" } }));
    contract["split"] = json!({ "carvedOut": "5%", "to": "recruiter" });
    assert_eq!(earned(&contract, &[sale("2027-01-05", "1")]), "95.00", "T37");
    contract["split"] = json!({ "weights": [{ "to": "a", "weight": 1 }, { "to": "b", "weight": 1 }, { "to": "c", "weight": 1 }], "own": "a" });
    assert_eq!(earned(&contract, &[sale("2027-01-05", "1")]), "33.34", "the cent goes to the first");
}
