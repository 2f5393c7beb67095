//! From a JavaScript value to the tree.
//!
//! Read by hand, and not through serde: what serde-wasm-bindgen brings for reading (above all Rust's way of writing floats,
//! for its errors) was 12 of the module's 73 KB after compression.

use std::borrow::Cow;

use js_sys::{Array, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::limits::{Budget, Limits};
use super::node::{Node, Refusal};

/// Reads a JavaScript value, as `JSON.parse` makes it, into a tree.
///
/// What JSON does not have, such as a function, and what breaks a limit is in the tree as a refusal; a document that is too large
/// as a whole is nothing but that.
#[must_use]
pub fn from_js(value: &JsValue, limits: Limits) -> Node<'static> {
    let mut reading = Reading { limits, budget: Budget::new(limits), holders: Vec::new() };
    let node = reading.node(value);
    reading.budget.judge(node, limits)
}

struct Reading {
    limits: Limits,
    budget: Budget,
    /// The lists and objects in which the present value is, outermost first.
    holders: Vec<JsValue>,
}

impl Reading {
    fn node(&mut self, value: &JsValue) -> Node<'static> {
        // Each question is a call of JavaScript, so the usual answer comes first.
        if let Some(text) = value.dyn_ref::<JsString>() {
            self.text(text)
        } else if value.is_undefined() || value.is_null() {
            Node::Null
        } else if let Some(value) = value.as_bool() {
            Node::Bool(value)
        } else if let Some(value) = value.as_f64() {
            Node::number(value)
        } else if !value.is_object() {
            Node::Refused(Refusal::NoJson)
        } else if self.holders.contains(value) {
            // Each level may hold itself a million times, so the limit of levels alone would come too late.
            Node::Refused(Refusal::InsideItself)
        } else if self.holders.len() >= self.limits.depth {
            Node::Refused(Refusal::TooDeep(self.limits.depth))
        } else {
            self.holders.push(value.clone());
            let node = match value.dyn_ref::<Array>() {
                Some(list) => self.list(list),
                None => self.map(value.unchecked_ref()),
            };
            self.holders.pop();
            node
        }
    }

    fn text(&mut self, text: &JsString) -> Node<'static> {
        let too_long = Node::Refused(Refusal::TextTooLong(self.limits.text));
        // Each unit of its UTF-16 is a byte or more, so a huge one is not even copied.
        if usize::try_from(text.length()).is_ok_and(|units| units > self.limits.text) {
            return too_long;
        }
        let (text, whole) = characters(text);
        if !whole {
            return Node::Refused(Refusal::HalfCharacter);
        }
        if text.len() > self.limits.text {
            too_long
        } else if self.budget.take(text.len().saturating_add(1)) {
            Node::Text(Cow::Owned(text))
        } else {
            Node::Null
        }
    }

    fn list(&mut self, list: &Array) -> Node<'static> {
        let mut entries = Vec::new();
        for index in 0..list.length() {
            if entries.len() >= self.limits.length {
                entries.push(Node::Refused(Refusal::TooLong(self.limits.length)));
                break;
            }
            if !self.budget.take(1) {
                break;
            }
            entries.push(self.node(&list.get(index)));
        }
        Node::List(entries)
    }

    fn map(&mut self, object: &Object) -> Node<'static> {
        let mut fields = Vec::new();
        for key in Object::keys(object).iter() {
            let (name, whole) = characters(key.unchecked_ref());
            if fields.len() >= self.limits.fields {
                return Node::Refused(Refusal::TooLong(self.limits.fields));
            }
            if !self.budget.take(name.len().saturating_add(1)) {
                break;
            }
            // A getter may throw.
            let value = match Reflect::get(object, &key) {
                _ if !whole => Node::Refused(Refusal::HalfCharacter),
                Ok(value) => self.node(&value),
                Err(_) => Node::Refused(Refusal::NoJson),
            };
            fields.push((Cow::Owned(name), value));
        }
        Node::Map(fields)
    }
}

/// The text, and whether it is made of whole characters. Half a one is read as the character for what can't be read, which may also
/// be meant.
fn characters(text: &JsString) -> (String, bool) {
    let read = text.as_string().unwrap_or_default();
    let whole = is_whole(&read, text);
    (read, whole)
}

/// Whether text in JavaScript is made of whole characters, and so is the same when it comes back.
pub(crate) fn is_whole(read: &str, text: &JsValue) -> bool {
    !read.chars().any(|letter| letter == char::REPLACEMENT_CHARACTER) || JsValue::from_str(read) == *text
}

/// The shortest decimal that stands for a binary number, without an exponent.
pub(super) fn shortest(value: f64) -> String {
    let written =
        js_sys::Number::from(value).to_string_with_radix(10).ok().and_then(|text| text.as_string()).unwrap_or_default();
    // JavaScript writes an exponent below 10^-6, and from 10^21 up, where no number gets into the tree.
    // Patterns of one character: searching for text would bring two kilobytes of code.
    let Some((digits, exponent)) = written.split_once('e') else {
        return written;
    };
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |digits| ("-", digits));
    let zeros = exponent.trim_start_matches('-').parse::<usize>().unwrap_or_default().saturating_sub(1);
    let digits = digits.chars().filter(char::is_ascii_digit);
    format!("{sign}0.{}{}", "0".repeat(zeros), digits.collect::<String>())
}
