//! Contracts and events of every kind, that shrink to short readable ones.
//!
//! Every part of a document is left out more often than not, and shrinks to being left out. What the reference does not decide is
//! not generated: see the notes at the strategies.

mod conditions;
mod contract;
mod events;
mod limits;
mod pay;
mod promises;
mod tiers;

use jiff::ToSpan;
use jiff::civil::Date;
use proptest::prelude::*;
use serde_json::{Map, Value};

/// A contract with events, and the day on which it is looked at.
#[derive(Clone, Debug)]
pub struct Case {
    pub contract: Value,
    pub events: Value,
    pub as_of: Option<String>,
}

/// What a contract and its events have in common.
#[derive(Clone, Copy, Debug)]
pub struct Flavour {
    currency: &'static str,
    /// Decimals of its minor unit.
    places: u32,
    /// Another currency that is paid in.
    also: Option<&'static str>,
    /// Whether items are paid by themselves.
    items: bool,
    /// Whether fixed amounts may have more decimals than the currency; then no limit is per day or week, for which the one line of
    /// a month has no place.
    fine: bool,
}

const PLAIN: Flavour = Flavour { currency: "USD", places: 2, also: None, items: false, fine: false };
const ITEMS: Flavour = Flavour { items: true, ..PLAIN };
const FINE: Flavour = Flavour { fine: true, ..PLAIN };
const YEN: Flavour = Flavour { currency: "JPY", places: 0, ..PLAIN };
const DINAR: Flavour = Flavour { currency: "KWD", places: 3, ..PLAIN };
const TWO: Flavour = Flavour { also: Some("EUR"), ..PLAIN };

/// Any case; shrinks to one in dollars.
pub fn case() -> impl Strategy<Value = Case> {
    prop_oneof![
        6 => case_of(PLAIN), 3 => case_of(ITEMS), 2 => case_of(FINE), 1 => case_of(YEN), 1 => case_of(DINAR), 1 => case_of(TWO),
    ]
}

fn case_of(flavour: Flavour) -> impl Strategy<Value = Case> {
    // No event, refund or payment comes later.
    let as_of = prop::option::weighted(0.2, prop::sample::select(vec!["2027-06-30", "2027-07-15", "2027-12-31"]));
    (contract::contract(flavour), events::events(flavour), as_of).prop_map(|(contract, events, as_of)| Case {
        contract,
        events,
        as_of: as_of.map(str::to_owned),
    })
}

/// A field that may be left out.
type Field = (&'static str, BoxedStrategy<Option<Value>>);

fn always(name: &'static str, value: impl Strategy<Value = Value> + 'static) -> Field {
    (name, value.prop_map(Some).boxed())
}

/// A field that is there in so many of a hundred documents.
fn rarely(percent: u32, name: &'static str, value: impl Strategy<Value = Value> + 'static) -> Field {
    let value = value.boxed();
    (name, prop_oneof![100 - percent => Just(None), percent => value.prop_map(Some)].boxed())
}

/// A list in so many of a hundred documents, of at most so many entries.
fn some(percent: u32, name: &'static str, most: usize, value: impl Strategy<Value = Value> + 'static) -> Field {
    rarely(percent, name, prop::collection::vec(value, 1..=most).prop_map(Value::from))
}

fn object(fields: Vec<Field>) -> BoxedStrategy<Value> {
    let (names, strategies): (Vec<_>, Vec<_>) = fields.into_iter().unzip();
    let object = strategies.prop_map(move |values| {
        let fields =
            names.iter().zip(values).filter_map(|(name, value)| value.map(|value| ((*name).to_owned(), value)));
        Value::Object(fields.collect::<Map<_, _>>())
    });
    object.boxed()
}

/// One object with the fields of two.
fn together(one: BoxedStrategy<Value>, other: BoxedStrategy<Value>) -> BoxedStrategy<Value> {
    let both = (one, other).prop_map(|(mut one, other)| {
        one.as_object_mut().unwrap().extend(other.as_object().unwrap().clone());
        one
    });
    both.boxed()
}

fn word(words: &'static [&'static str]) -> BoxedStrategy<Value> {
    prop::sample::select(words).prop_map(Value::from).boxed()
}

fn whole(from: u32, to: u32) -> BoxedStrategy<Value> {
    (from..=to).prop_map(Value::from).boxed()
}

fn written(digits: u32, places: u32) -> String {
    let width = usize::try_from(places).unwrap() + 1;
    let digits = format!("{digits:0>width$}");
    let (whole, decimals) = digits.split_at(digits.len() - width + 1);
    let decimals = decimals.trim_end_matches('0');
    if decimals.is_empty() { whole.to_owned() } else { format!("{whole}.{decimals}") }
}

/// An amount up to a maximum, with at most so many decimals; shrinks to whole ones.
fn decimal(most: u32, places: u32) -> BoxedStrategy<String> {
    let whole = (0..=most).prop_map(|whole| whole.to_string());
    let fine = (0..=most * 10_u32.pow(places)).prop_map(move |digits| written(digits, places));
    prop_oneof![2 => whole, 1 => fine].boxed()
}

/// An amount of an event.
fn amount(flavour: Flavour, most: u32) -> BoxedStrategy<Value> {
    decimal(most, flavour.places).prop_map(Value::from).boxed()
}

/// An amount of the terms, in each currency that the contract pays in.
fn money(flavour: Flavour, most: u32, places: u32) -> BoxedStrategy<Value> {
    let plain = decimal(most, places).prop_map(Value::from);
    let Some(also) = flavour.also else { return plain.boxed() };
    let each = (decimal(most, places), decimal(most, places)).prop_map(move |(own, other)| {
        let amounts = [(flavour.currency, own), (also, other)];
        Value::Object(amounts.into_iter().map(|(currency, amount)| (currency.to_owned(), amount.into())).collect())
    });
    each.boxed()
}

/// An amount that need not be stated in every currency.
fn some_money(flavour: Flavour, most: u32) -> BoxedStrategy<Value> {
    let plain = decimal(most, flavour.places).prop_map(Value::from).boxed();
    let Some(also) = flavour.also else { return plain };
    let other = decimal(most, flavour.places).prop_map(move |amount| Value::from_iter([(also, amount)]));
    prop_oneof![3 => plain, 3 => money(flavour, most, flavour.places), 1 => other].boxed()
}

/// A rate up to a maximum of percent.
fn percent(most: u32) -> BoxedStrategy<Value> {
    decimal(most, 2).prop_map(|rate| Value::from(format!("{rate}%"))).boxed()
}

/// A day, so many days after the first of January 2027.
fn day(from: u32, to: u32) -> BoxedStrategy<Date> {
    let first = Date::constant(2027, 1, 1);
    (from..=to).prop_map(move |days| first + i64::from(days).days()).boxed()
}

fn date(from: u32, to: u32) -> BoxedStrategy<Value> {
    day(from, to).prop_map(|day| day.to_string().into()).boxed()
}

fn term(from: u32, to: u32) -> BoxedStrategy<Value> {
    let middle = u32::midpoint(from, to);
    object(vec![rarely(70, "from", date(from, middle)), rarely(50, "to", date(middle, to))])
}
