//! Walking a tree, with the place in hand and every mistake kept.

use std::borrow::Cow;

use super::nearest::nearest;
use super::node::{Node, Refusal, quoted};
use super::problem::{Code, DocumentKind, Problem, Problems};
use super::values::Name;

/// A value that is read into its place: the code that walks records and lists is compiled once, and not for each of their types.
pub trait Read {
    /// What stands in the place before; of no meaning.
    fn blank() -> Self
    where
        Self: Sized;

    /// Reads the value, or reports to `at` why it can't be; whether it could.
    fn read(&mut self, node: &Node, at: &mut Reader) -> bool;
}

/// A value without others in it.
pub trait Plain: Sized {
    /// What stands in its place before it is read; of no meaning.
    fn empty() -> Self;

    /// Reads the value, or reports to `at` why it can't be and returns nothing.
    fn plain(node: &Node, at: &mut Reader) -> Option<Self>;
}

impl<T: Read> Read for Option<T> {
    fn blank() -> Self {
        None
    }

    fn read(&mut self, node: &Node, at: &mut Reader) -> bool {
        self.insert(T::blank()).read(node, at)
    }
}

impl<T: Read> Read for Box<T> {
    fn blank() -> Self {
        Self::new(T::blank())
    }

    fn read(&mut self, node: &Node, at: &mut Reader) -> bool {
        T::read(self, node, at)
    }
}

/// How many characters of a step a path shows.
const LONGEST_STEP: usize = 100;

/// A field of a record, and whether it must be there.
pub(crate) type Field = (&'static str, bool);

/// The fields of an object.
type Fields<'n> = &'n [(Cow<'n, str>, Node<'n>)];

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
    let mut value = T::blank();
    value.read(node, &mut at);
    let problems = at.problems.into_vec();
    if problems.is_empty() { Ok(value) } else { Err(problems) }
}

impl Reader {
    /// Reads the fields of a record into their places; whether all is well: each could be read, or need not be there. `null`
    /// counts as left out.
    #[inline(never)]
    pub(crate) fn record(&mut self, node: &Node, known: &[Field], places: &mut [&mut dyn Read]) -> bool {
        let Some(fields) = self.fields(node, &[known]) else { return false };
        self.fill(fields, known, places)
    }

    /// Which of several kinds an object is, by the first field of each, and its fields.
    #[inline(never)]
    pub(crate) fn kind<'n, 'k>(
        &mut self,
        node: &'n Node,
        kinds: &[&'k [Field]],
    ) -> Option<(usize, &'k [Field], Fields<'n>)> {
        let fields = self.fields(node, kinds)?;
        let tags: Vec<&str> = kinds.iter().filter_map(|kind| kind.first()).map(|(tag, _)| *tag).collect();
        let tag = self.tag(fields, &tags)?;
        let place = tags.iter().position(|known| *known == tag)?;
        let own = *kinds.get(place)?;
        self.misplaced(fields, &names(&[own]), tag, &names(kinds));
        Some((place, own, fields))
    }

    /// The fields of an object that may have the fields `known`; all others are reported.
    fn fields<'n>(&mut self, node: &'n Node, known: &[&[Field]]) -> Option<Fields<'n>> {
        let Node::Map(fields) = node else {
            self.wrong_type(node, "an object");
            return None;
        };
        for (key, value) in fields {
            if let Node::Refused(Refusal::Duplicate) = value {
                self.twice(key);
            } else if !known.iter().any(|fields| place_of(fields, key).is_some()) {
                let known = &names(known);
                let meant = nearest(key, known.iter().copied());
                self.inside(key, |at| {
                    at.report(
                        Code::UnknownField,
                        &format!("There is no field {} here.", quoted(key)),
                        &format!("one of: {}", joined(known, ", ")),
                        &quoted(key),
                        meant.map(|meant| format!("Did you mean \"{meant}\"?")).as_deref(),
                    );
                });
            }
        }
        Some(fields)
    }

    /// All fields of an object whose names the author chose.
    pub(crate) fn any_fields<'n>(&mut self, node: &'n Node) -> Option<Fields<'n>> {
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
                &format!("The field {} is written twice.", quoted(key)),
                "each field once",
                "the same field again",
                None,
            );
        });
    }

    #[inline(never)]
    pub(crate) fn fill(&mut self, fields: Fields, known: &[Field], places: &mut [&mut dyn Read]) -> bool {
        let mut complete = true;
        let traces = fields.iter().fold(0, |traces, (key, _)| traces | trace(key));
        for ((key, must), place) in known.iter().zip(places) {
            // Most fields that a record may have it has not.
            let found = if traces & trace(key) == 0 { None } else { present(fields, key) };
            complete &= match found {
                Some(node) => self.inside(key, |at| place.read(node, at)),
                None if *must => {
                    self.missing(key);
                    false
                }
                None => true,
            };
        }
        complete
    }

    /// Reads each entry of an object whose names the author chose; whether all could be read.
    #[inline(never)]
    pub(crate) fn named(&mut self, node: &Node, read: &mut dyn FnMut(Option<Name>, &Node, &mut Self) -> bool) -> bool {
        let Some(fields) = self.any_fields(node) else { return false };
        let mut complete = true;
        for (key, value) in fields {
            complete &= self.inside(key, |at| {
                let name = Name::plain(&Node::Text(Cow::Borrowed(key)), at);
                name.is_some() & read(name, value, at)
            });
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
                &format!("The field \"{key}\" is missing."),
                &format!("a field \"{key}\""),
                "nothing",
                None,
            );
        });
    }

    /// Which of `tags` the object carries; anything but exactly one is reported.
    fn tag<'t>(&mut self, fields: Fields, tags: &[&'t str]) -> Option<&'t str> {
        let found: Vec<&str> = tags.iter().copied().filter(|tag| present(fields, tag).is_some()).collect();
        if let [tag] = found[..] {
            return Some(tag);
        }
        let (code, message, got) = if found.is_empty() {
            (Code::MissingField, "It is not said which kind this is.", "none of them".to_owned())
        } else {
            (Code::ConflictingFields, "Only one kind can be meant.", joined(&found, " and "))
        };
        self.report(code, message, &format!("exactly one of: {}", joined(tags, ", ")), &got, None);
        None
    }

    /// Reports the fields of other kinds in an object of the kind `tag`; unknown ones were reported before.
    fn misplaced(&mut self, fields: Fields, own: &[&str], tag: &str, known: &[&str]) {
        for (key, node) in fields {
            if own.contains(&&**key) || !known.contains(&&**key) || *node == Node::Null {
                continue;
            }
            self.inside(key, |at| {
                at.report(
                    Code::ConflictingFields,
                    &format!("The field \"{key}\" says nothing beside \"{tag}\"."),
                    &format!("only: {}", joined(own, ", ")),
                    &quoted(key),
                    None,
                );
            });
        }
    }

    /// Which of the words of a list it is.
    #[inline(never)]
    pub(crate) fn word(&mut self, node: &Node, words: &[&str]) -> Option<usize> {
        let Node::Text(text) = node else {
            self.wrong_type(node, &format!("one of: {}", joined(words, ", ")));
            return None;
        };
        let found = words.iter().position(|word| **word == **text);
        if found.is_none() {
            let meant = nearest(text, words.iter().copied());
            self.report(
                Code::UnknownValue,
                &format!("{} is not one of the words known here.", quoted(text)),
                &format!("one of: {}", joined(words, ", ")),
                &quoted(text),
                meant.map(|meant| format!("Did you mean \"{meant}\"?")).as_deref(),
            );
        }
        found
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
        if step.len() <= LONGEST_STEP && !step.bytes().any(|byte| byte == b'~' || byte == b'/') {
            self.path.push_str(step);
            return before;
        }
        for letter in step.chars().take(LONGEST_STEP) {
            match letter {
                '~' => self.path.push_str("~0"),
                '/' => self.path.push_str("~1"),
                letter => self.path.push(letter),
            }
        }
        before
    }

    /// Keeps a problem at the present place.
    #[inline(never)]
    pub(crate) fn report(&mut self, code: Code, message: &str, expected: &str, got: &str, hint: Option<&str>) {
        self.problems.push(Problem::new(self.document, code, &self.path, message, expected, got, hint));
    }

    /// Keeps the problem that the value here is not `expected`.
    #[inline(never)]
    pub(crate) fn wrong_type(&mut self, node: &Node, expected: &str) {
        let Node::Refused(refusal) = node else {
            let message = format!("This should be {expected}.");
            return self.report(Code::WrongType, &message, expected, &node.describe(), None);
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
        self.report(code, &message, &expected, refusal.describe(), hint.as_deref());
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
fn present<'n>(fields: Fields<'n>, key: &str) -> Option<&'n Node<'n>> {
    fields.iter().find(|(known, _)| same(known, key)).map(|(_, node)| node).filter(|node| **node != Node::Null)
}

/// Which of the fields has this name.
fn place_of(fields: &[Field], key: &str) -> Option<usize> {
    fields.iter().position(|(known, _)| same(known, key))
}

fn same(one: &str, other: &str) -> bool {
    one.len() == other.len() && one == other
}

/// A bit by which two names that differ mostly differ.
fn trace(name: &str) -> u64 {
    let first = name.bytes().next().map_or(0, u32::from);
    let length = u32::try_from(name.len()).unwrap_or_default();
    1_u64.rotate_left(first ^ length.wrapping_mul(5))
}

/// Words with something between them.
#[cold]
#[inline(never)]
pub(crate) fn joined(words: &[&str], between: &str) -> String {
    let mut text = String::new();
    for word in words {
        if !text.is_empty() {
            text.push_str(between);
        }
        text.push_str(word);
    }
    text
}

fn names<'k>(kinds: &[&[(&'k str, bool)]]) -> Vec<&'k str> {
    kinds.iter().flat_map(|fields| fields.iter()).map(|(key, _)| *key).collect()
}
