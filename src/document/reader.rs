//! Walking a tree, with the place in hand and every mistake kept.

use super::nearest::nearest;
use super::node::{Node, Refusal, quoted};
use super::problem::{Code, DocumentKind, Problem, Problems};

/// A type that can be read from a [`Node`].
pub trait Read: Sized {
    /// Reads the value, or reports to `at` why it can't be and returns nothing.
    fn read(node: &Node, at: &mut Reader) -> Option<Self>;
}

/// A record's field, and where its value goes.
pub(crate) struct Slot<'s> {
    key: &'static str,
    /// Whether it must be there.
    must: bool,
    value: &'s mut dyn Value,
}

impl<'s> Slot<'s> {
    pub(crate) fn new(key: &'static str, must: bool, value: &'s mut dyn Value) -> Self {
        Self { key, must, value }
    }
}

/// A value that may be read into its place: the code of a type is compiled once, and not for each field of that type.
pub(crate) trait Value {
    /// Whether it could be read.
    fn read(&mut self, node: &Node, at: &mut Reader) -> bool;
}

impl<T: Read> Value for Option<T> {
    fn read(&mut self, node: &Node, at: &mut Reader) -> bool {
        *self = T::read(node, at);
        self.is_some()
    }
}

/// Where in a document the reading is, and what was wrong so far.
pub struct Reader {
    document: DocumentKind,
    path: String,
    problems: Problems,
}

/// Reads a whole document.
///
/// # Errors
/// Every mistake found (the first hundred, then a count of the others).
pub fn read_document<T: Read>(node: &Node, document: DocumentKind) -> Result<T, Vec<Problem>> {
    let mut at = Reader { document, path: String::new(), problems: Problems::new(document) };
    let read = T::read(node, &mut at);
    let problems = at.problems.into_vec();
    match read {
        Some(value) if problems.is_empty() => Ok(value),
        _ => Err(problems),
    }
}

impl Reader {
    /// The fields of an object that may have the fields `known`; all others are reported.
    pub(crate) fn fields<'n>(&mut self, node: &'n Node, known: &[&str], what: &str) -> Option<&'n [(String, Node)]> {
        let Node::Map(fields) = node else {
            self.wrong_type(node, what);
            return None;
        };
        for (key, value) in fields {
            if let Node::Refused(Refusal::Duplicate) = value {
                self.twice(key);
            } else if !known.contains(&key.as_str()) {
                let meant = nearest(key, known.iter().copied());
                self.inside(key, |at| {
                    at.report(
                        Code::UnknownField,
                        format!("There is no field {} here.", quoted(key)),
                        format!("one of: {}", known.join(", ")),
                        quoted(key),
                        meant.map(|meant| format!("Did you mean \"{meant}\"?")),
                    );
                });
            }
        }
        Some(fields)
    }

    /// All fields of an object whose names the author chose.
    pub(crate) fn any_fields<'n>(&mut self, node: &'n Node) -> Option<&'n [(String, Node)]> {
        let Node::Map(fields) = node else {
            self.wrong_type(node, "an object");
            return None;
        };
        for (key, value) in fields {
            if *value == Node::Refused(Refusal::Duplicate) {
                self.twice(key);
            }
        }
        Some(fields)
    }

    fn twice(&mut self, key: &str) {
        self.inside(key, |at| {
            at.report(
                Code::DuplicateField,
                format!("The field {} is written twice.", quoted(key)),
                "each field once".to_owned(),
                "the same field again".to_owned(),
                None,
            );
        });
    }

    /// Reads each field that is there into its slot; whether all is well: each could be read, or need not be there. `null` counts
    /// as left out.
    // Compiled once for all records.
    #[inline(never)]
    pub(crate) fn fill(&mut self, fields: &[(String, Node)], slots: &mut [Slot]) -> bool {
        let mut complete = true;
        for slot in slots {
            complete &= match present(fields, slot.key) {
                Some(node) => self.inside(slot.key, |at| slot.value.read(node, at)),
                None if slot.must => {
                    self.missing(slot.key);
                    false
                }
                None => true,
            };
        }
        complete
    }

    /// Reads each entry of a list; whether all could be read. Every entry is read, also after a bad one, so that every mistake is
    /// reported.
    #[inline(never)]
    pub(crate) fn each(&mut self, node: &Node, read: &mut dyn FnMut(&Node, &mut Self) -> bool) -> bool {
        let Node::List(entries) = node else {
            self.wrong_type(node, "a list");
            return false;
        };
        let mut complete = true;
        for (index, entry) in entries.iter().enumerate() {
            complete &= self.inside(&index.to_string(), |at| read(entry, at));
        }
        complete
    }

    #[inline(never)]
    fn missing(&mut self, key: &str) {
        self.inside(key, |at| {
            at.report(
                Code::MissingField,
                format!("The field \"{key}\" is missing."),
                format!("a field \"{key}\""),
                "nothing".to_owned(),
                None,
            );
        });
    }

    /// Which of `tags` the object carries; anything but exactly one is reported.
    pub(crate) fn tag<'t>(&mut self, fields: &[(String, Node)], tags: &[&'t str]) -> Option<&'t str> {
        let found: Vec<&str> = tags.iter().copied().filter(|tag| present(fields, tag).is_some()).collect();
        if let [tag] = found[..] {
            return Some(tag);
        }
        let (code, message, got) = if found.is_empty() {
            (Code::MissingField, "It is not said which kind this is.", "none of them".to_owned())
        } else {
            (Code::ConflictingFields, "Only one kind can be meant.", found.join(" and "))
        };
        self.report(code, message.to_owned(), format!("exactly one of: {}", tags.join(", ")), got, None);
        None
    }

    /// Reports the fields of other kinds in an object of the kind `tag`; unknown ones were reported before.
    pub(crate) fn misplaced(&mut self, fields: &[(String, Node)], own: &[&str], tag: &str, known: &[&str]) {
        for (key, node) in fields {
            if own.contains(&key.as_str()) || !known.contains(&key.as_str()) || *node == Node::Null {
                continue;
            }
            self.inside(key, |at| {
                at.report(
                    Code::ConflictingFields,
                    format!("The field \"{key}\" says nothing beside \"{tag}\"."),
                    format!("only: {}", own.join(", ")),
                    quoted(key),
                    None,
                );
            });
        }
    }

    /// One of the words of a list.
    pub(crate) fn word<T: Copy>(&mut self, node: &Node, words: &[(&str, T)]) -> Option<T> {
        let listed = || words.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ");
        let Node::Text(text) = node else {
            self.wrong_type(node, &format!("one of: {}", listed()));
            return None;
        };
        if let Some((_, value)) = words.iter().find(|(word, _)| word == text) {
            return Some(*value);
        }
        let meant = nearest(text, words.iter().map(|(word, _)| *word));
        self.report(
            Code::UnknownValue,
            format!("{} is not one of the words known here.", quoted(text)),
            format!("one of: {}", listed()),
            quoted(text),
            meant.map(|meant| format!("Did you mean \"{meant}\"?")),
        );
        None
    }

    /// Does something several steps further down the path; the steps are names of this crate, and indices.
    pub(crate) fn under(&mut self, steps: &str, then: impl FnOnce(&mut Self)) {
        let before = self.path.len();
        self.path.push('/');
        self.path.push_str(steps);
        then(self);
        self.path.truncate(before);
    }

    /// Does something one step further down the path.
    pub(crate) fn inside<T>(&mut self, step: &str, then: impl FnOnce(&mut Self) -> T) -> T {
        let before = self.enter(step);
        let result = then(self);
        self.path.truncate(before);
        result
    }

    /// Steps down the path, and tells its length before.
    // Kept out of `inside`, which is compiled once for every use.
    #[inline(never)]
    fn enter(&mut self, step: &str) -> usize {
        let before = self.path.len();
        self.path.push('/');
        // RFC 6901 escapes these two, and nothing else.
        for letter in step.chars().take(100) {
            match letter {
                '~' => self.path.push_str("~0"),
                '/' => self.path.push_str("~1"),
                letter => self.path.push(letter),
            }
        }
        before
    }

    /// Keeps a problem at the present place.
    pub(crate) fn report(&mut self, code: Code, message: String, expected: String, got: String, hint: Option<String>) {
        let path = self.path.clone();
        self.problems.push(Problem { document: self.document, code, path, message, expected, got, hint });
    }

    /// Keeps the problem that the value here is not `expected`.
    pub(crate) fn wrong_type(&mut self, node: &Node, expected: &str) {
        let Node::Refused(refusal) = node else {
            let message = format!("This should be {expected}.");
            return self.report(Code::WrongType, message, expected.to_owned(), node.describe(), None);
        };
        let (code, expected, hint) = match refusal {
            Refusal::TooDeep(limit) => (Code::TooDeep, format!("at most {limit} levels of nesting"), None),
            Refusal::TooLong(limit) => (Code::TooLong, format!("at most {limit} entries"), None),
            Refusal::TextTooLong(limit) => (Code::TooLong, format!("at most {limit} bytes of text"), None),
            Refusal::TooLarge(limit) => {
                (Code::TooLarge, format!("at most {limit} values and bytes of text in all"), None)
            }
            Refusal::Inexact => (
                Code::InexactNumber,
                expected.to_owned(),
                Some("Write it as a string, so that no digit is lost.".to_owned()),
            ),
            // Duplicates are reported where their object is read.
            Refusal::Duplicate => return,
            Refusal::NoJson | Refusal::HalfCharacter | Refusal::InsideItself => {
                (Code::WrongType, expected.to_owned(), None)
            }
        };
        let message = format!("This document holds {} where it should hold {expected}.", refusal.describe());
        self.report(code, message, expected, refusal.describe().to_owned(), hint);
    }

    /// Text, or a report that it is none.
    pub(crate) fn text<'n>(&mut self, node: &'n Node, expected: &str) -> Option<&'n str> {
        if let Node::Text(text) = node {
            return Some(text);
        }
        self.wrong_type(node, expected);
        None
    }
}

#[inline(never)]
fn present<'n>(fields: &'n [(String, Node)], key: &str) -> Option<&'n Node> {
    fields.iter().find(|(known, _)| known == key).map(|(_, node)| node).filter(|node| **node != Node::Null)
}
