//! Fields of a payload's objects, and the values that they hold.

use crate::calendar::{Date, When};
use crate::document::{Count, Node};
use crate::money::Number;

use super::super::leaves::Part;
use super::super::ledger::Ledger;
use super::super::report::{Because, GapCode};

/// An object of the payload, whose fields are looked up by name.
pub(super) struct Object<'n> {
    pub part: Part<'n>,
    fields: Vec<(&'n str, Part<'n>)>,
}

impl<'n> Object<'n> {
    /// The object, or a report that it is none. What says nothing is no object either, and needs no report.
    pub fn of(part: &Part<'n>, to: &mut Ledger) -> Option<Self> {
        let fields = part.fields();
        if fields.is_none() && !part.is_silent() {
            to.refuse(part, Because::WrongType);
        }
        Some(Self { part: part.clone(), fields: fields? })
    }

    /// A field that says something.
    pub fn get(&self, name: &str) -> Option<&Part<'n>> {
        self.fields.iter().find(|(known, _)| *known == name).map(|(_, part)| part).filter(|part| !part.is_silent())
    }

    /// A field that must say something; a gap where it does not.
    pub fn need(&self, name: &str, to: &mut Ledger) -> Option<&Part<'n>> {
        let found = self.get(name);
        if found.is_none() {
            to.gap(GapCode::MissingField, &format!("{}/{name}", self.part.path));
        }
        found
    }

    /// The entries of a list; none where it says nothing, and a report where it is no list.
    pub fn list(&self, name: &str, to: &mut Ledger) -> Vec<Part<'n>> {
        let Some(part) = self.get(name) else { return Vec::new() };
        part.entries().unwrap_or_else(|| {
            to.refuse(part, Because::WrongType);
            Vec::new()
        })
    }

    /// Keeps fields that mean no money.
    pub fn notes(&self, names: &[&str], to: &mut Ledger) {
        for part in names.iter().filter_map(|name| self.get(name)) {
            to.note(part);
        }
    }

    /// Keeps a field that means no money, if it says one of the words known.
    pub fn note_word(&self, name: &str, words: &[&str], to: &mut Ledger) {
        if let Some(part) = self.get(name)
            && word(part, words, to).is_some()
        {
            to.note(part);
        }
    }
}

/// Text, or a number as text: the brand's interface writes ids as numbers.
pub(super) fn text(part: &Part, to: &mut Ledger) -> Option<String> {
    match part.node {
        Node::Text(text) => Some(text.clone().into_owned()),
        Node::Number(_) => Some(part.node.describe()),
        _ => {
            to.refuse(part, Because::WrongType);
            None
        }
    }
}

/// One of the words known.
pub(super) fn word<'w>(part: &Part, words: &[&'w str], to: &mut Ledger) -> Option<&'w str> {
    let text = text(part, to)?;
    let known = words.iter().find(|word| **word == text).copied();
    if known.is_none() {
        to.refuse(part, Because::UnknownValue);
    }
    known
}

/// A decimal from zero up, as text or as a number.
pub(super) fn number(part: &Part, to: &mut Ledger) -> Option<Number> {
    let text = text(part, to)?;
    let number = Number::parse(&text).ok();
    if number.is_none() {
        to.refuse(part, Because::NotANumber);
    }
    let number = number?;
    if number.is_negative() {
        to.refuse(part, Because::OutOfRange);
        return None;
    }
    Some(number)
}

/// A whole number of things.
pub(super) fn count(part: &Part, to: &mut Ledger) -> Option<u32> {
    let number = number(part, to)?;
    let count = number.to_u64().and_then(|count| u32::try_from(count).ok()).filter(|_| Count::new(1).is_some());
    if count.is_none() {
        to.refuse(part, Because::OutOfRange);
    }
    count
}

/// A moment as the payload writes it: its own day and time of day, and how far its clock is from UTC.
pub(super) struct Stamp {
    pub day: Date,
    /// `HH:MM:SS`; nothing where only a day is said.
    pub time: Option<String>,
    /// `Z`, or `+HH:MM`.
    pub offset: Option<String>,
}

pub(super) fn stamp(part: &Part, to: &mut Ledger) -> Option<Stamp> {
    let text = text(part, to)?;
    let read = When::parse(&text).and_then(|_| {
        let (day, rest) = text.split_once('T').map_or((&*text, None), |(day, rest)| (day, Some(rest)));
        let (time, offset) =
            match rest.and_then(|rest| rest.find(['Z', '+', '-']).and_then(|at| rest.split_at_checked(at))) {
                Some((time, offset)) => (Some(time.to_owned()), Some(offset.to_owned())),
                None => (rest.map(str::to_owned), None),
            };
        Some(Stamp { day: Date::parse(day)?, time, offset })
    });
    if read.is_none() {
        to.refuse(part, Because::InvalidDate);
    }
    read
}

/// Words shown to people, as the contract language takes them.
pub(super) fn label(part: &Part, to: &mut Ledger) -> Option<String> {
    const LONGEST: usize = 300;
    let text = text(part, to)?;
    let fits = !text.trim().is_empty() && text.chars().count() <= LONGEST && !text.chars().any(char::is_control);
    if !fits {
        to.refuse(part, Because::InvalidText);
    }
    fits.then_some(text)
}
