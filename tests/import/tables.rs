//! Tiers that were pasted out of a spreadsheet.

use payout_calculator::json;
use serde_json::{Value, json};

use crate::parsed;

fn read(text: &str, options: Option<&str>) -> Value {
    let answer = parsed(&json::read_tiers(text, options));
    assert!(answer["problems"].is_null(), "{}", answer["problems"]);
    answer["ok"].clone()
}

fn reading<'r>(table: &'r Value, code: &str) -> Option<&'r Value> {
    table["readings"].as_array().unwrap().iter().find(|reading| reading["code"] == code)
}

#[test]
fn tables_are_read_in_the_ways_people_write_them() {
    let percent = json!([{ "from": "0", "percent": "5%" }, { "from": "10000", "percent": "7.5%" }, { "from": "25000", "percent": "10%" }]);
    for text in [
        "0\t5%\n10,000\t7.5%\n25,000\t10%",
        "0\t5 %\n10.000,00\t7,5 %\n25.000,00\t10 %",
        "From\tRate\n0\t5%\n$10,000\t7.5%\n$25,000\t10%\n",
        "0;5%\r\n10000;7,5%\r\n25000;10%\r\n",
        "0,5%\n\"10,000\",7.5%\n\"25,000\",10%",
        "0 - 9,999\t5%\n10,000 – 24,999\t7.5%\n25,000+\t10%",
        "0\t9,999.99\t5%\n10,000\t24,999.99\t7.5%\n25,000\t\t10%",
        "From\tTo\tRate (%)\n0\t10000\t5\n10000\t25000\t7.5\n25000\t∞\t10",
        "unter 10.000 €\t5 %\nab 10.000 €\t7,5 %\nab 25.000 €\t10 %",
        "5%\t0\n7.5%\t10,000\n10%\t25,000",
        "\u{feff}from 0\t5%\n\nfrom 10 000\t7.5%\nfrom 25 000\t10%\n\t\n",
    ] {
        let table = read(text, None);
        assert_eq!((&table["steps"], &table["problems"]), (&percent, &json!([])), "{text}");
    }
}

#[test]
fn names_amounts_and_the_mode_make_a_table_of_the_language() {
    let text = "Tier\tFrom\tAmount\nBronze\t1\t$50.00\nSilver\t10\t$75.00\nGold\t25\t$100.00";
    let table = read(text, Some(r#"{ "mode": "graduated", "measure": "events", "per": "quarter" }"#));
    let steps = json!([
        { "from": "1", "fixed": "50", "label": "Bronze" },
        { "from": "10", "fixed": "75", "label": "Silver" },
        { "from": "25", "fixed": "100", "label": "Gold" },
    ]);
    assert_eq!(table["columns"], json!(["label", "from", "paid"]));
    assert_eq!(table["tiers"], json!({ "mode": "graduated", "measure": "events", "per": "quarter", "steps": steps }));
    assert!(read(text, None)["tiers"].is_null(), "the mode is never inferred");
    let contract = json!({ "version": 1, "currency": "USD", "payouts": [{ "event": "lead", "pay": { "fixed": "0" }, "tiers": [table["tiers"]] }] });
    assert!(parsed(&json::check_contract(&contract.to_string()))["ok"].is_object());
}

#[test]
fn how_an_ambiguous_number_was_read_is_told_and_can_be_changed() {
    let text = "0\t5%\n10.000\t6%\n25.000\t7%";
    let table = read(text, None);
    let sign = reading(&table, "decimalSign").unwrap();
    assert_eq!(
        (&sign["taken"], &sign["certain"], &sign["cells"]),
        (&json!("comma"), &json!(false), &json!(["10.000", "25.000"]))
    );
    assert_eq!(table["rows"][1]["from"], "10000");
    let told = read(text, Some(r#"{ "decimalSign": "point" }"#));
    assert_eq!(
        (&told["rows"][1]["from"], &reading(&told, "decimalSign").unwrap()["certain"]),
        (&json!("10"), &json!(true))
    );
    // Another number tells that the point stands before decimals, so these are ten and twenty-five; which is told too.
    let by_another = read("0\t5.5%\n10.000\t6%\n25.000\t7%", None);
    let sign = reading(&by_another, "decimalSign").unwrap();
    assert_eq!(
        (&by_another["rows"][1]["from"], &sign["certain"], &sign["taken"]),
        (&json!("10"), &json!(false), &json!("point"))
    );
    assert!(reading(&read("0\t5%\n10000\t6%", None), "decimalSign").is_none(), "nothing to be read in two ways");
}

#[test]
fn a_number_without_a_sign_is_a_percentage_only_if_something_says_so() {
    let text = "0\t5\n10000\t6";
    let table = read(text, None);
    assert!(table["steps"].is_null());
    assert_eq!(table["problems"][0]["code"], "payUnclear");
    assert_eq!(reading(&table, "paid").unwrap()["options"], json!(["percent", "fixed"]));
    assert_eq!(read(text, Some(r#"{ "paid": "percent" }"#))["steps"][1]["percent"], "6%");
    assert_eq!(read(text, Some(r#"{ "paid": "fixed" }"#))["steps"][1]["fixed"], "6");
    assert_eq!(read("From\tRate %\n0\t5\n10000\t6", None)["steps"][1]["percent"], "6%");
    assert_eq!(read("From\tEUR\n0\t5\n10000\t6", None)["steps"][1]["fixed"], "6");
}

#[test]
fn whether_a_threshold_is_reached_at_equality_is_read_from_the_words() {
    for (text, boundary, certain) in [
        ("0\t5%\n10,000\t6%", "atLeast", false),
        ("up to 10,000\t5%\nup to 25,000\t6%\nover 25,000\t7%", "above", true),
        ("below 10,000\t5%\nbelow 25,000\t6%\nfrom 25,000\t7%", "atLeast", true),
        ("> 0\t5%\n> 10,000\t6%", "above", true),
    ] {
        let table = read(text, Some(r#"{ "mode": "retroactive" }"#));
        let read = reading(&table, "boundary").unwrap();
        assert_eq!((&read["taken"], &read["certain"]), (&json!(boundary), &json!(certain)), "{text}");
        let written = table["tiers"]["boundary"].as_str().unwrap_or("atLeast");
        assert_eq!(written, boundary, "{text}");
    }
    let told = read("0\t5%\n10,000\t6%", Some(r#"{ "mode": "graduated", "boundary": "above" }"#));
    assert_eq!(told["tiers"]["boundary"], "above");
}

#[test]
fn mistakes_have_their_row_and_column() {
    for (text, code, row, column) in [
        ("", "noRows", 0, 0),
        ("just words", "columns", 0, 0),
        ("Gold\tSilver\nBronze\tTin", "columns", 0, 0),
        ("1\t2\t3\t4%\n2\t3\t4\t5%", "columns", 0, 0),
        ("0\t5%\nabc\t6%", "notANumber", 2, 1),
        ("0\t5%\n10,000\tsix", "notANumber", 2, 2),
        ("0\t5%\n10,000\t\n20,000\t7%", "empty", 2, 2),
        ("0\t5%\n\t6%", "empty", 2, 1),
        ("0\t5%\n-10,000\t6%", "notANumber", 2, 1),
        ("0\t5%\n10k\t6%", "notANumber", 2, 1),
        ("0\t5%\n10,000.00\t6%\n25.000,00\t7%", "otherDecimalSign", 3, 1),
        ("0\t5%\n10,000\t$6\n25,000\t7%", "mixedPay", 2, 2),
        ("0\t5%\n10,000\t6\n25,000\t7%", "mixedPay", 2, 2),
        ("0\t5%\n10,000\t6%\n5,000\t7%", "notRising", 3, 1),
        ("0\t5%\n10,000\t6%\n10,000\t7%", "notRising", 3, 1),
        ("0-10,000\t5%\n20,000+\t6%", "gapOrOverlap", 2, 1),
        ("0-10,000\t5%\n9,000+\t6%", "gapOrOverlap", 2, 1),
        ("up to 10,000\t5%\nbelow 20,000\t6%\nfrom 20,000\t7%", "mixedBoundary", 3, 1),
        ("0,5%\n10,000,6%", "cellCount", 2, 0),
        ("10.000\t5%\n20,000\t6%", "decimalSignUnclear", 0, 0),
    ] {
        let table = read(text, None);
        assert!(table["steps"].is_null(), "{text}");
        let problem = &table["problems"][0];
        assert_eq!(
            (problem["code"].as_str().unwrap(), problem["row"].as_u64().unwrap(), problem["column"].as_u64().unwrap()),
            (code, row, column),
            "{text}: {}",
            table["problems"]
        );
    }
    let long: Vec<String> = (0..1_200).map(|row| format!("{row}\t5%")).collect();
    assert_eq!(read(&long.join("\n"), None)["problems"][0]["code"], "tooManyRows");
}
