//! Rules: what must be true of an action or an item.

use std::ops::Range;

use crate::document::Node;

use super::super::assumption::AssumptionCode as Open;
use super::super::draft;
use super::super::leaves::Part;
use super::super::ledger::Ledger;
use super::super::report::Because;
use super::object::{Object, text, word};

/// A condition of the contract language, and where its parts came from.
pub(super) struct Condition {
    pub node: Node<'static>,
    pub about_items: bool,
    /// Each part of the payload, with its place in the condition.
    sources: Vec<(Range<usize>, String)>,
    /// For each fact that must be one of a few values: the fact and the values.
    only: Vec<(String, Vec<String>)>,
}

impl Condition {
    /// Reports where the parts of the condition went.
    pub fn carried(&self, holder: &Part, when: &str, to: &mut Ledger) {
        for (leaves, step) in &self.sources {
            let rule = Part { node: holder.node, path: holder.path.clone(), leaves: leaves.clone() };
            to.carried(&rule, &format!("{when}{step}"));
        }
    }

    /// Whether nothing can meet both: they want different values of one fact.
    pub fn excludes(&self, other: &Self) -> bool {
        self.only.iter().any(|(fact, values)| {
            other.only.iter().any(|(same, others)| fact == same && !values.iter().any(|value| others.contains(value)))
        })
    }
}

/// Facts that the contract language knows by a name of its own.
const FACTS: [(&str, &str, bool); 4] = [
    ("CUSTOMER_STATUS", "customerStatus", false),
    ("CUSTOMER_COUNTRY", "country", false),
    ("ITEM_SKU", "sku", true),
    ("ITEM_CATEGORY", "category", true),
];

/// Others that were seen, which events state under `attributes`.
const ATTRIBUTES: [&str; 1] = ["DERIVED_BROWSER"];

/// All rules of a group, a restriction or an adjustment; nothing where one of them could not be read, which is then reported.
pub(super) fn condition(holder: &Object, to: &mut Ledger) -> Option<Condition> {
    let rules = holder.list("Rules", to);
    if rules.is_empty() {
        // What names nothing would match everything, or nothing: that is not said.
        holder.need("Rules", to);
        return None;
    }
    let read: Vec<Option<Rule>> = rules.iter().map(|rule| self::rule(rule, to)).collect();
    let read: Vec<Rule> = read.into_iter().collect::<Option<_>>()?;
    let single = read.iter().enumerate().all(|(place, rule)| {
        !read.iter().take(place).any(|other| (&other.fact, other.attribute) == (&rule.fact, rule.attribute))
    }) && read.iter().filter(|rule| rule.attribute).count() < 2;
    let mut node = draft::map([]);
    let mut sources = Vec::new();
    let mut all = Vec::new();
    for (place, rule) in read.iter().enumerate() {
        let step = if rule.attribute { format!("/attributes/{}", rule.fact) } else { format!("/{}", rule.fact) };
        sources.push((rule.leaves.clone(), if single { step } else { format!("/all/{place}{step}") }));
        let mut alone = draft::map([]);
        let target = if single { &mut node } else { &mut alone };
        let named = Node::Map(vec![(rule.fact.clone().into(), rule.test.clone())]);
        match (target, named) {
            (Node::Map(fields), named) if rule.attribute => fields.push(("attributes".into(), named)),
            (Node::Map(fields), Node::Map(named)) => fields.extend(named),
            _ => {}
        }
        if !single {
            all.push(alone);
        }
    }
    draft::put_list(&mut node, "all", all);
    Some(Condition {
        node,
        about_items: read.iter().any(|rule| rule.about_items),
        sources,
        only: read.into_iter().filter_map(|rule| Some((rule.fact, rule.only?))).collect(),
    })
}

struct Rule {
    fact: String,
    attribute: bool,
    about_items: bool,
    test: Node<'static>,
    only: Option<Vec<String>>,
    leaves: Range<usize>,
}

fn rule(part: &Part, to: &mut Ledger) -> Option<Rule> {
    let rule = Object::of(part, to)?;
    let variable = rule.need("Variable", to).and_then(|part| variable(part, to));
    let operator = rule.need("Operator", to).and_then(|part| word(part, &["IS", "IS_NOT", "CONTAINS"], to));
    let values = values(&rule, to);
    let ((fact, attribute, about_items), operator, values) = (variable?, operator?, values?);
    let list = || Node::List(values.iter().cloned().map(draft::text).collect());
    let (test, only) = match operator {
        "IS" => {
            let test = match &values[..] {
                [one] => draft::text(one.clone()),
                _ => list(),
            };
            (test, Some(values.clone()))
        }
        "IS_NOT" => {
            let mut test = draft::map([("isNot", list())]);
            if to.ask(Open::IsNotUnknown, &part.path, &["met", "notMet"], Some("met")).as_deref() == Some("notMet") {
                // Any text contains the empty one, and a fact that is not there contains none.
                draft::put(&mut test, "contains", draft::text(""));
            }
            (test, None)
        }
        _ => (draft::map([("contains", list())]), None),
    };
    to.settle_whole(Open::LetterCase, "exact");
    Some(Rule { fact, attribute, about_items, test, only, leaves: part.leaves.clone() })
}

/// The fact that a variable stands for, whether it stands under `attributes`, and whether items state it.
fn variable(part: &Part, to: &mut Ledger) -> Option<(String, bool, bool)> {
    let name = text(part, to)?;
    if let Some((_, fact, about_items)) = FACTS.iter().find(|(known, _, _)| *known == name) {
        return Some(((*fact).to_owned(), false, *about_items));
    }
    if ATTRIBUTES.contains(&&*name) {
        return Some((name, true, false));
    }
    if to.ask(Open::UnknownVariable, &part.path, &["attribute"], None).is_some() {
        // A name that the language does not take is found when the contract is read.
        return Some((name, true, false));
    }
    to.refuse(part, Because::Unclear);
    None
}

fn values(rule: &Object, to: &mut Ledger) -> Option<Vec<String>> {
    let entries = rule.list("Values", to);
    if entries.is_empty() {
        rule.need("Values", to);
        return None;
    }
    let read: Vec<Option<String>> = entries
        .iter()
        .map(|part| {
            if part.is_silent() {
                return Some(String::new());
            }
            let value = text(part, to)?;
            if looks_like_a_list(&value) && to.ask(Open::ListValue, &part.path, &["text"], None).is_none() {
                to.refuse(part, Because::Unclear);
                return None;
            }
            Some(value)
        })
        .collect();
    read.into_iter().collect()
}

/// Brands keep lists of products; how a rule names one is not shown, so the id of something or a word for a list is asked about.
fn looks_like_a_list(value: &str) -> bool {
    let is_uuid = value.len() == 36
        && value.bytes().enumerate().all(|(place, byte)| match place {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        });
    let upper = value.to_ascii_uppercase();
    is_uuid
        || upper.split(|letter: char| !letter.is_ascii_alphanumeric()).any(|word| word == "LIST" || word == "LISTID")
}
