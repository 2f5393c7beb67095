//! Actions of impact.com, as its interface lists and exports them, become events.

use serde::Serialize;

use super::super::draft::{self, Draft};
use super::super::report::{Because, Fate};
use super::columns::{CARRIED, ITEM_CARRIED, ITEM_NOTED, ImportedColumn, NOTED, columns};
use crate::calendar::{Date, When};
use crate::document::{Code, DocumentKind, Node, Problem, choice, record};
use crate::money::{Currency, Number};

record! {
    /// How actions become events.
    pub struct ActionsOptions {
        /// Which field of an action the contract calls its events by: as its import did.
        "eventNames" => names: EventNames = defaulted,
    }
}

impl Default for ActionsOptions {
    fn default() -> Self {
        Self { names: EventNames::Id }
    }
}

choice! {
    /// Which field of an action is its event type.
    pub enum EventNames = Id {
        /// `ActionTrackerId`.
        Id => "id",
        /// `ActionTrackerName`.
        Name => "name",
    }
}

/// What came of a list of actions.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ImportedActions {
    /// The events, in the actions' order: each as it stands now. Dates are those of the action's own clock.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::events::Event>"))]
    pub events: Draft,
    /// What became of each column.
    pub columns: Vec<ImportedColumn>,
    /// Actions that are no events, each with the reason.
    pub left_out: Vec<LeftOut>,
}

/// An action, or an item of one, that is in no event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LeftOut {
    /// Which row, from 0; of the items where `of_items`.
    pub row: usize,
    /// Whether it is a row of the items.
    pub of_items: bool,
    /// The field that kept it out.
    pub field: String,
    /// What that says.
    pub value: String,
    /// Why it is no event: nothing where it was reversed, or returned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<Because>,
}

/// Reads actions, and their items where these are given: both a list of rows, or an object that wraps one (`Actions`, `ActionItems`).
///
/// An action is taken as it stands now: with its present amount, without items that were returned, and not at all where it was reversed.
/// What all items of an action have in common (`sku`, `category`) is a fact of the action too, so that a restriction finds it.
///
/// # Errors
/// What is no list of rows.
pub fn import_actions(
    actions: &Node,
    items: Option<&Node>,
    options: &ActionsOptions,
) -> Result<ImportedActions, Vec<Problem>> {
    let rows = rows_of(actions, "Actions")?;
    let item_rows = items.map(|items| rows_of(items, "ActionItems")).transpose()?.unwrap_or_default();
    let mut left_out = Vec::new();
    let lines = items_by_action(item_rows, &mut left_out);
    let mut events = Vec::with_capacity(rows.len());
    for (row, action) in rows.iter().enumerate() {
        match event(action, &lines, items.is_some(), options) {
            Ok(event) => events.push(event),
            Err((field, because)) => {
                let value = cell(action, &field).unwrap_or_default();
                left_out.push(LeftOut { row, of_items: false, field, value, because });
            }
        }
    }
    let kind = match options.names {
        EventNames::Id => "ActionTrackerId",
        EventNames::Name => "ActionTrackerName",
    };
    let mut columns = columns(rows, false, &CARRIED, &NOTED);
    for column in columns.iter_mut().filter(|column| column.name == kind) {
        (column.fate, column.to) = (Fate::Carried, Some("/type".to_owned()));
    }
    columns.extend(super::columns::columns(item_rows, true, &ITEM_CARRIED, &ITEM_NOTED));
    Ok(ImportedActions { events: Draft(Node::List(events)), columns, left_out })
}

fn rows_of<'n>(node: &'n Node<'n>, wrapper: &str) -> Result<&'n [Node<'n>], Vec<Problem>> {
    let inner = match node {
        Node::Map(fields) => fields.iter().find(|(name, _)| name == wrapper).map(|(_, rows)| rows),
        other => Some(other),
    };
    if let Some(Node::List(rows)) = inner {
        return Ok(rows);
    }
    let expected = format!("a list of rows, or one under \"{wrapper}\"");
    let (message, got) = ("This is no list of actions.", node.describe());
    Err(vec![Problem::new(DocumentKind::Payload, Code::WrongType, "", message, &expected, &got, None)])
}

/// A line of an action: where it belongs, and what it holds.
struct Line {
    action: String,
    amount: Number,
    sku: Option<String>,
    category: Option<String>,
    node: Node<'static>,
}

/// The items that are still part of their actions, in order of these.
fn items_by_action(rows: &[Node], left_out: &mut Vec<LeftOut>) -> Vec<Line> {
    let mut lines = Vec::with_capacity(rows.len());
    for (row, item) in rows.iter().enumerate() {
        match line(item) {
            Ok(line) => lines.extend(line),
            Err((field, because)) => {
                let value = cell(item, &field).unwrap_or_default();
                left_out.push(LeftOut { row, of_items: true, field, value, because });
            }
        }
    }
    lines.sort_by(|one, other| one.action.cmp(&other.action));
    lines
}

/// What keeps a row out: a field, and why it could not be read, if so.
type Kept = (String, Option<Because>);

fn line(item: &Node) -> Result<Option<Line>, Kept> {
    let uri = cell(item, "Uri").unwrap_or_default();
    let Some((action, _)) = uri.split_once("/Items/") else {
        return Err(("Uri".to_owned(), Some(Because::UnknownValue)));
    };
    let amount = decimal(item, "SaleAmount")?;
    let quantity = decimal(item, "Quantity")?;
    let (sku, category) = (cell(item, "Sku"), cell(item, "Category"));
    if amount.is_some_and(Number::is_zero) && cell(item, "AdjustmentReason").is_some() {
        return Err(("AdjustmentReason".to_owned(), None));
    }
    if sku.is_none() && category.is_none() && amount.is_none_or(Number::is_zero) {
        // Every action has a line, those without goods too.
        return Ok(None);
    }
    let mut node = draft::map([]);
    for (name, said) in [("sku", &sku), ("category", &category)] {
        if let Some(said) = said {
            draft::put(&mut node, name, draft::text(said.clone()));
        }
    }
    for (name, said) in [("amount", amount), ("quantity", quantity)] {
        if let Some(said) = said {
            draft::put(&mut node, name, draft::text(said.to_string()));
        }
    }
    Ok(Some(Line { action: action.to_owned(), amount: amount.unwrap_or_default(), sku, category, node }))
}

fn event(action: &Node, lines: &[Line], with_items: bool, options: &ActionsOptions) -> Result<Node<'static>, Kept> {
    let missing = |field: &str| (field.to_owned(), Some(Because::LeftOut));
    match cell(action, "State").as_deref() {
        Some("APPROVED" | "PENDING") => {}
        Some("REVERSED") => return Err(("State".to_owned(), None)),
        Some(_) => return Err(("State".to_owned(), Some(Because::UnknownValue))),
        None => return Err(missing("State")),
    }
    let kind = match options.names {
        EventNames::Id => ["ActionTrackerId", "EventTypeId"],
        EventNames::Name => ["ActionTrackerName", "EventTypeName"],
    };
    let kind = kind.iter().find_map(|name| cell(action, name)).ok_or_else(|| missing(kind[0]))?;
    let date = cell(action, "EventDate").ok_or_else(|| missing("EventDate"))?;
    let date = own_clock(&date).ok_or_else(|| ("EventDate".to_owned(), Some(Because::InvalidDate)))?;
    let amount = decimal(action, "Amount")?;
    let currency = cell(action, "Currency");
    if currency.as_ref().is_some_and(|code| Currency::parse(code).is_err()) {
        return Err(("Currency".to_owned(), Some(Because::UnknownCurrency)));
    }
    let mut event = draft::map([("type", draft::text(kind)), ("date", draft::text(date))]);
    let put = |event: &mut Node<'static>, name, said: Option<String>| {
        if let Some(said) = said {
            draft::put(event, name, draft::text(said));
        }
    };
    put(&mut event, "id", cell(action, "Id"));
    put(&mut event, "amount", amount.map(|amount| amount.to_string()));
    put(&mut event, "currency", currency);
    put(&mut event, "customer", cell(action, "CustomerId"));
    let uri = cell(action, "Uri").unwrap_or_default();
    let from = lines.partition_point(|line| line.action < uri);
    let own: Vec<&Line> = lines.iter().skip(from).take_while(|line| line.action == uri).collect();
    let sum = own.iter().try_fold(Number::ZERO, |sum, line| sum.add(line.amount).ok());
    if with_items && !own.is_empty() && sum != amount {
        // The items do not come to what the action says.
        return Err(("Amount".to_owned(), Some(Because::Conflicting)));
    }
    let mut facts = draft::map([]);
    for (column, name) in [
        ("CustomerStatus", "customerStatus"),
        ("CustomerCountry", "country"),
        ("CustomerRegion", "region"),
        ("PromoCode", "promoCode"),
    ] {
        put(&mut facts, name, cell(action, column));
    }
    put(&mut facts, "sku", common(&own, |line| line.sku.as_ref()));
    put(&mut facts, "category", common(&own, |line| line.category.as_ref()));
    if facts != draft::map([]) {
        draft::put(&mut event, "attributes", facts);
    }
    draft::put_list(&mut event, "items", own.into_iter().map(|line| line.node.clone()).collect());
    Ok(event)
}

/// What all lines of an action have in common.
fn common(lines: &[&Line], of: fn(&Line) -> Option<&String>) -> Option<String> {
    let (first, others) = lines.split_first()?;
    let said = of(first)?;
    others.iter().all(|line| of(line) == Some(said)).then(|| said.clone())
}

/// The time on the action's own clock: periods are those of its own timestamp.
fn own_clock(text: &str) -> Option<String> {
    When::parse(text)?;
    let Some((day, rest)) = text.split_once('T') else { return Some(text.to_owned()) };
    Date::parse(day)?;
    let time = rest.split(['Z', '+', '-']).next()?;
    Some(format!("{day}T{time}"))
}

fn decimal(row: &Node, name: &str) -> Result<Option<Number>, Kept> {
    let Some(text) = cell(row, name) else { return Ok(None) };
    let number = Number::parse(&text).map_err(|_| (name.to_owned(), Some(Because::NotANumber)))?;
    if number.is_negative() { Err((name.to_owned(), Some(Because::OutOfRange))) } else { Ok(Some(number)) }
}

/// What a row says in a column, if it says anything.
fn cell(row: &Node, name: &str) -> Option<String> {
    let Node::Map(fields) = row else { return None };
    let found = fields.iter().find(|(known, _)| known == name).map(|(_, node)| node)?;
    match found {
        Node::Text(text) => Some(text.clone().into_owned()).filter(|text| !text.is_empty()),
        Node::Null => None,
        other => Some(other.describe()),
    }
}
