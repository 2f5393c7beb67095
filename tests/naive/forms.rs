//! What the forms of pay come to, and how they are changed.

use serde_json::{Value, json};

use super::events::Facts;
use super::numbers::{Exact, at_least, at_most, fraction_text, number, one, rate, rate_text, zero};
use super::terms::{Terms, get, list, word};

/// What a form is asked to pay for.
pub struct Asked<'a> {
    pub facts: &'a Facts,
    /// Lines of items; 1 for an event without, and for one item.
    pub lines: Exact,
    /// How often an amount per event is paid: once, or not any more.
    pub events: Exact,
    /// What fixed amounts shrink to.
    pub fixed: Exact,
}

pub fn amount(terms: &Terms, form: &Value, asked: &Asked) -> Exact {
    let each = |key: &str| list(form, key).iter().map(|inner| amount(terms, inner, asked)).collect::<Vec<_>>();
    if let Some(exactly) = get(form, "exactly") {
        number(exactly) * &asked.events
    } else if get(form, "fixed").is_some() {
        let times = match get(form, "package") {
            Some(package) => packages(package, &asked.facts.units),
            None => match word(form, "per", "event") {
                "event" => asked.events.clone(),
                "item" => asked.lines.clone(),
                _ => asked.facts.units.clone(),
            },
        };
        terms.amount(form, "fixed").unwrap_or_else(zero) * times * &asked.fixed
    } else if get(form, "percent").is_some() {
        let Some(base) = base(form, asked.facts) else { return zero() };
        let share = get(form, "share").map_or_else(one, rate);
        bounded(terms, form, base * share * rate(&form["percent"]))
    } else if get(form, "sum").is_some() {
        bounded(terms, form, each("sum").into_iter().sum())
    } else if get(form, "greaterOf").is_some() {
        each("greaterOf").into_iter().max().unwrap()
    } else if get(form, "lesserOf").is_some() {
        each("lesserOf").into_iter().min().unwrap()
    } else {
        zero()
    }
}

/// The packages that so many units make.
pub fn packages(package: &Value, units: &Exact) -> Exact {
    let packages = units / number(&package["units"]);
    match word(package, "counted", "proRata") {
        "proRata" => packages,
        "started" => packages.ceil(),
        _ => packages.floor(),
    }
}

fn bounded(terms: &Terms, form: &Value, mut amount: Exact) -> Exact {
    if let Some(least) = terms.amount(form, "atLeast") {
        amount = at_least(amount, &least);
    }
    if let Some(most) = terms.amount(form, "atMost") {
        amount = at_most(amount, &most);
    }
    amount
}

/// What a percentage is taken of; nothing where the event does not state it.
fn base(form: &Value, facts: &Facts) -> Option<Exact> {
    let part = |name: &str| facts.parts.get(name).cloned();
    let named = |key: &str| -> Exact { list(form, key).iter().filter_map(|name| part(name.as_str().unwrap())).sum() };
    let of = word(form, "of", "orderAmount");
    let whole = match of {
        "orderAmount" => facts.amount.clone(),
        "recurringPayment" => facts.payment.clone(),
        "contractValue" => facts.contract_value.clone(),
        "margin" => facts.amount.as_ref().map(|amount| amount - part("cost").unwrap_or_else(zero)),
        _ => part(of),
    }?;
    let base = whole - named("less") + named("plus");
    Some(if of == "netRevenue" { base } else { at_least(base, &zero()) })
}

/// A form as a part of the chosen pay.
#[derive(Clone)]
pub struct Chosen {
    /// Whose it is, for amounts per event that are paid once among several items.
    pub owner: String,
    pub form: Value,
}

fn has(form: &Value, field: &str) -> bool {
    get(form, field).is_some()
        || ["sum", "greaterOf", "lesserOf"].iter().any(|key| list(form, key).iter().any(|inner| has(inner, field)))
}

/// The form with this done to each form in it that has a field.
fn each_with(form: &Value, field: &str, change: &dyn Fn(&mut Value)) -> Value {
    let mut form = form.clone();
    if get(&form, field).is_some() {
        change(&mut form);
    }
    for key in ["sum", "greaterOf", "lesserOf"] {
        for inner in form.get_mut(key).and_then(Value::as_array_mut).into_iter().flatten() {
            *inner = each_with(inner, field, change);
        }
    }
    form
}

/// Adds points to every percentage.
pub fn add_points(chosen: &mut [Chosen], points: &Exact) {
    for one in chosen {
        one.form =
            each_with(&one.form, "percent", &|form| form["percent"] = rate_text(&(rate(&form["percent"]) + points)));
    }
}

/// Increases every percentage and every fixed amount by a percentage of itself.
pub fn increase(terms: &Terms, chosen: &mut [Chosen], by: &Exact) {
    let factor = one() + by;
    for one in chosen {
        let form =
            each_with(&one.form, "percent", &|form| form["percent"] = rate_text(&(rate(&form["percent"]) * &factor)));
        one.form = each_with(&form, "fixed", &|form| {
            let fixed = terms.amount(form, "fixed").unwrap_or_else(zero);
            form["fixed"] = Value::String(fraction_text(&(fixed * &factor)));
        });
    }
}

/// The chosen pay as a tier changes it.
pub fn changed_by(terms: &Terms, step: &Value, mut chosen: Vec<Chosen>) -> Vec<Chosen> {
    let owner = chosen[0].owner.clone();
    if let Some(percent) = get(step, "percent") {
        if !chosen.iter().any(|one| has(&one.form, "percent")) {
            return vec![Chosen { owner, form: json!({ "percent": percent }) }];
        }
        for one in &mut chosen {
            one.form = each_with(&one.form, "percent", &|form| form["percent"] = percent.clone());
        }
    } else if let Some(fixed) = get(step, "fixed") {
        if !chosen.iter().any(|one| has(&one.form, "fixed")) {
            return vec![Chosen { owner, form: json!({ "fixed": fixed }) }];
        }
        for one in &mut chosen {
            one.form = each_with(&one.form, "fixed", &|form| form["fixed"] = fixed.clone());
        }
    } else if let Some(points) = get(step, "points") {
        add_points(&mut chosen, &rate(points));
    } else if let Some(by) = get(step, "increase") {
        increase(terms, &mut chosen, &rate(by));
    } else if let Some(add) = get(step, "add") {
        chosen.push(Chosen { owner: "the tier".to_owned(), form: json!({ "fixed": add }) });
    } else if let Some(pay) = get(step, "pay") {
        return vec![Chosen { owner, form: pay.clone() }];
    }
    chosen
}

/// Takes started and full packages out of a form; they stand alone, or in a sum without bounds.
pub fn without_packages(form: &Value, packages: &mut Vec<Value>) -> Value {
    let is_counted =
        |form: &Value| get(form, "package").is_some_and(|package| word(package, "counted", "proRata") != "proRata");
    let mut form = form.clone();
    if is_counted(&form) {
        packages.push(form);
        return json!({ "sum": [] });
    }
    if get(&form, "atLeast").is_none() && get(&form, "atMost").is_none() {
        for inner in form.get_mut("sum").and_then(Value::as_array_mut).into_iter().flatten() {
            *inner = without_packages(inner, packages);
        }
    }
    form
}
