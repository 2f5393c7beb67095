//! The plain tree that every document becomes before it is read.

use std::borrow::Cow;

/// Any JSON value; text without escapes is where it was read from.
///
/// What a limit kept out stands in the tree as [`Node::Refused`], so that its place is known when it is read.
#[derive(Clone, Debug, PartialEq)]
pub enum Node<'t> {
    /// `null`, or JavaScript's `undefined`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number; read as a decimal by its shortest form.
    Number(f64),
    /// A string.
    Text(Cow<'t, str>),
    /// An array.
    List(Vec<Self>),
    /// An object, its fields in the order in which they were written.
    Map(Vec<(Cow<'t, str>, Self)>),
    /// Something that a limit kept out, or that JSON has no place for.
    Refused(Refusal),
}

/// Why a value is not in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nested deeper than this many levels.
    TooDeep(usize),
    /// The entry after this many of one list or object.
    TooLong(usize),
    /// A text of more than this many bytes.
    TextTooLong(usize),
    /// The document holds more than this many values and bytes of text.
    TooLarge(usize),
    /// A number of so many digits that binary floating point has already rounded it.
    Inexact,
    /// A field that was written before in the same object.
    Duplicate,
    /// A value of no JSON type, such as a byte array.
    NoJson,
    /// Text with half of a surrogate pair in it, which stands for no character.
    HalfCharacter,
    /// An object or a list inside itself.
    InsideItself,
}

/// Integers up to here are the same in JavaScript and in decimal.
const LARGEST_EXACT_INTEGER: f64 = 9_007_199_254_740_992.0;

/// Decimals of up to so many digits keep them all in a binary number.
const EXACT_DIGITS: usize = 15;

impl Node<'_> {
    pub(super) fn number(value: f64) -> Self {
        let too_fine = || {
            shortest(value).trim_start_matches(['-', '0', '.']).bytes().filter(u8::is_ascii_digit).count()
                > EXACT_DIGITS
        };
        if value.is_finite() && if value.fract() == 0.0 { value.abs() >= LARGEST_EXACT_INTEGER } else { too_fine() } {
            return Self::Refused(Refusal::Inexact);
        }
        // JavaScript writes a zero with a sign like one without.
        Self::Number(if value == 0.0 { 0.0 } else { value })
    }

    /// A few words on what this is, for an error's `got`.
    pub(crate) fn describe(&self) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Bool(value) => value.to_string(),
            Self::Number(value) => shortest(*value),
            Self::Text(text) => quoted(text),
            Self::List(entries) => format!("a list of {}", entries.len()),
            Self::Map(_) => "an object".to_owned(),
            Self::Refused(refusal) => refusal.describe().to_owned(),
        }
    }
}

impl Refusal {
    pub(crate) fn describe(self) -> &'static str {
        match self {
            Self::TooDeep(_) => "deeper nesting",
            Self::TooLong(_) => "more entries",
            Self::TextTooLong(_) => "a longer text",
            Self::TooLarge(_) => "a larger document",
            Self::Inexact => "a number of too many digits to be exact",
            Self::Duplicate => "the same field again",
            Self::NoJson => "a value that JSON does not have",
            Self::HalfCharacter => "text with half a character",
            Self::InsideItself => "a value inside itself",
        }
    }
}

/// Text as it is shown in an error: quoted, and cut where it is long.
pub(crate) fn quoted(text: &str) -> String {
    const SHOWN: usize = 60;
    let mut shown = String::with_capacity(text.len().min(SHOWN * 4));
    shown.push('"');
    let mut letters = text.chars();
    for letter in letters.by_ref().take(SHOWN) {
        shown.push(if letter.is_control() { ' ' } else { letter });
    }
    if letters.next().is_some() {
        shown.push('…');
    }
    shown.push('"');
    shown
}

/// The shortest decimal that stands for this binary number, without an exponent.
pub(super) fn shortest(value: f64) -> String {
    #[cfg(not(target_arch = "wasm32"))]
    return value.to_string();
    // JavaScript brings the same digits; Rust's own way of finding them would be a tenth of the module.
    #[cfg(target_arch = "wasm32")]
    return super::from_js::shortest(value);
}
