//! What both evaluators read alike. The specification leaves some combinations open, and the two were written apart; those are
//! taken out of a case here, one by one, each with the reason.

use serde_json::{Map, Value, json};

use super::generate::Case;

/// The case without what is read differently.
pub fn narrow(mut case: Case) -> Case {
    let fields = case.contract.as_object_mut().unwrap();
    // A rounding line of a month counts for limits and guarantees, or not.
    fields.remove("roundEach");
    // One clause's limits go by scope or by owner, and an event under two clauses takes one place or two.
    list(fields, "payouts").truncate(1);
    list(fields, "limits").retain(|limit| period(limit) && limit.get("max").is_some());
    // An event that lies outside the term makes the contract's days longer, or not.
    if let Some(term) = fields.get_mut("effective").and_then(Value::as_object_mut) {
        term.remove("to");
    }
    let items = case.events.to_string().contains("items");
    let fine = case.contract["currency"] == "USD" || case.contract["currency"] == "JPY";
    for clause in list(case.contract.as_object_mut().unwrap(), "payouts") {
        self::clause(clause.as_object_mut().unwrap(), items);
    }
    if fine {
        whole_cents(&mut case.contract);
    }
    for event in case.events.as_array_mut().unwrap() {
        let event = event.as_object_mut().unwrap();
        // Stated once, it holds for the event or for the customer.
        event.remove("customerSince");
        event.remove("currency");
        // An event of no units lies in the tier that it reaches, or in the last that begins there.
        if event.get("quantity").is_some_and(|quantity| *quantity == 0) {
            event.insert("quantity".to_owned(), json!(1));
        }
        for item in event.get_mut("items").and_then(Value::as_array_mut).into_iter().flatten() {
            if item["quantity"] == 0 {
                item["quantity"] = json!(1);
            }
        }
    }
    // What is booked before a refund follows the running totals as they were, or as they remain.
    case.events.as_array_mut().unwrap().retain(|event| event.get("refundOf").is_none());
    if case.contract.to_string().contains("orderTotal") {
        case.events = json!([]);
    }
    case
}

fn clause(clause: &mut Map<String, Value>, items: bool) {
    // A free event counts for tables of other types, or not.
    clause.remove("free");
    let counted = clause
        .get("limits")
        .is_some_and(|limits| limits.to_string().contains("maxE") || limits.to_string().contains("maxC"));
    let tables = list(clause, "tiers");
    // Tables beside each other change the pay one after the other, or each by itself.
    tables.truncate(1);
    tables.retain(|table| {
        let text = table.to_string();
        let customers = ["customers", "activeCustomers"].iter().any(|measure| table["measure"] == *measure);
        // What is added for an event of several items, and what an event over a limit is worth on a line between points.
        !(customers
            || table.get("counting").is_some()
            || items && (text.contains("\"add\"") || text.contains("\"fixed\""))
            || counted && table["mode"] == "interpolated")
    });
    let tiers = !list(clause, "tiers").is_empty();
    if items || tiers {
        // Of all groups the sum is one pay, or each is changed by itself.
        if clause.get("groupsPay").is_some_and(|pays| pays == "all") {
            clause.remove("groupsPay");
        }
    }
    let mut counts = false;
    let limits = list(clause, "limits");
    limits.retain(|limit| limit.get("max").is_some() || !std::mem::replace(&mut counts, true));
    for limit in limits {
        limit.as_object_mut().unwrap().remove("overLimit");
    }
    without_packages(clause);
}

/// Packages in tiers are counted on a share of the units, or shared.
fn without_packages(fields: &mut Map<String, Value>) {
    fields.remove("package");
    for value in fields.values_mut() {
        match value {
            Value::Object(inner) => without_packages(inner),
            Value::Array(entries) => entries.iter_mut().filter_map(Value::as_object_mut).for_each(without_packages),
            _ => {}
        }
    }
}

/// Pay that accumulates keeps one exact sum, or rounds each step.
fn whole_cents(value: &mut Value) {
    match value {
        Value::String(text) if !text.ends_with('%') => {
            if let Some((whole, decimals)) = text.clone().split_once('.')
                && decimals.len() > 2
            {
                *text = format!("{whole}.{}", &decimals[..2]);
            }
        }
        Value::Array(entries) => entries.iter_mut().for_each(whole_cents),
        Value::Object(fields) => fields.values_mut().for_each(whole_cents),
        _ => {}
    }
}

fn period(limit: &Value) -> bool {
    !["event", "item", "customer"].contains(&limit["per"].as_str().unwrap())
}

fn list<'f>(fields: &'f mut Map<String, Value>, name: &str) -> &'f mut Vec<Value> {
    fields.entry(name).or_insert_with(|| json!([])).as_array_mut().unwrap()
}
