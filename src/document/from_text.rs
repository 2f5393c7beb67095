//! From the JSON text that JavaScript writes to the tree: the quick way into WebAssembly, where each question to a value of
//! JavaScript is a call across the border.

use std::borrow::Cow;

use super::limits::{Budget, Limits};
use super::node::{Node, Refusal};

/// Reads JSON text into the tree that [`from_json`](super::from_json) makes of it, or gives up.
///
/// It gives up on what is no JSON, and on what is rare and needs a longer look: `null` (which may have been NaN before it was
/// written), numbers with an exponent or of many digits, halves of characters, a field written twice, and all that breaks a limit.
#[must_use]
pub fn from_text(text: &str, limits: Limits) -> Option<Node<'_>> {
    let mut reading = Reading { text, at: 0, limits, budget: Budget::new(limits) };
    let node = reading.node(0)?;
    reading.space();
    (reading.at == text.len()).then_some(node)
}

struct Reading<'t> {
    text: &'t str,
    /// How many bytes are read.
    at: usize,
    limits: Limits,
    budget: Budget,
}

impl<'t> Reading<'t> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at = self.at.saturating_add(1);
        }
    }

    /// The next byte that is no space, which is read too.
    fn next(&mut self) -> Option<u8> {
        self.space();
        let next = self.peek()?;
        self.at = self.at.saturating_add(1);
        Some(next)
    }

    fn node(&mut self, depth: usize) -> Option<Node<'t>> {
        match self.next()? {
            b'"' => {
                let text = self.string()?;
                (text.len() <= self.limits.text).then_some(Node::Text(text))
            }
            b'{' if depth < self.limits.depth => self.map(depth.saturating_add(1)),
            b'[' if depth < self.limits.depth => self.list(depth.saturating_add(1)),
            b't' => self.word("rue", true),
            b'f' => self.word("alse", false),
            first => self.number(first),
        }
    }

    fn word(&mut self, rest: &str, value: bool) -> Option<Node<'t>> {
        self.text.get(self.at..)?.starts_with(rest).then(|| self.at = self.at.saturating_add(rest.len()))?;
        Some(Node::Bool(value))
    }

    fn list(&mut self, depth: usize) -> Option<Node<'t>> {
        let mut entries = Vec::new();
        self.space();
        if self.peek() == Some(b']') {
            self.next();
            return Some(Node::List(entries));
        }
        loop {
            if entries.len() >= self.limits.length || !self.budget.take(1) {
                return None;
            }
            entries.push(self.node(depth)?);
            match self.next()? {
                b',' => {}
                b']' => return Some(Node::List(entries)),
                _ => return None,
            }
        }
    }

    fn map(&mut self, depth: usize) -> Option<Node<'t>> {
        let mut fields: Vec<(Cow<str>, Node)> = Vec::new();
        self.space();
        if self.peek() == Some(b'}') {
            self.next();
            return Some(Node::Map(fields));
        }
        loop {
            if self.next()? != b'"' || fields.len() >= self.limits.fields {
                return None;
            }
            let key = self.string()?;
            if fields.iter().any(|(known, _)| *known == key) || self.next()? != b':' {
                return None;
            }
            fields.push((key, self.node(depth)?));
            match self.next()? {
                b',' => {}
                b'}' => return Some(Node::Map(fields)),
                _ => return None,
            }
        }
    }

    /// The text behind a quotation mark, up to the one that ends it.
    fn string(&mut self) -> Option<Cow<'t, str>> {
        let mut read = Cow::Borrowed("");
        loop {
            let rest = self.text.get(self.at..)?;
            let plain = rest.as_bytes().iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..b' '))?;
            let (piece, end) = (rest.get(..plain)?, rest.as_bytes().get(plain)?);
            self.at = self.at.saturating_add(plain).saturating_add(1);
            if read.is_empty() {
                read = Cow::Borrowed(piece);
            } else {
                read.to_mut().push_str(piece);
            }
            match end {
                b'"' => break,
                b'\\' => read.to_mut().push(self.escaped()?),
                _ => return None,
            }
        }
        self.budget.take(read.len().saturating_add(1)).then_some(read)
    }

    fn escaped(&mut self) -> Option<char> {
        let letter = self.peek()?;
        self.at = self.at.saturating_add(1);
        Some(match letter {
            b'"' | b'\\' | b'/' => char::from(letter),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let digits = self.text.get(self.at..self.at.saturating_add(4))?;
                if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
                    return None;
                }
                self.at = self.at.saturating_add(4);
                char::from_u32(u32::from_str_radix(digits, 16).ok()?)?
            }
            _ => return None,
        })
    }

    /// A number whose first byte is read: the binary number of few digits is the quotient of two exact ones.
    fn number(&mut self, first: u8) -> Option<Node<'t>> {
        const MOST: u64 = 1_000_000_000_000_000;
        let negative = first == b'-';
        self.at = self.at.saturating_sub(usize::from(!negative));
        let from = self.at;
        let (mut digits, mut scale, mut point) = (0_u64, 1_u64, None);
        while let Some(byte) = self.peek() {
            match byte {
                b'0'..=b'9' => {
                    digits = digits.checked_mul(10)?.checked_add(u64::from(byte.checked_sub(b'0')?))?;
                    if point.is_some() {
                        scale = scale.checked_mul(10)?;
                    }
                }
                b'.' if point.is_none() => point = Some(self.at),
                b'.' | b'e' | b'E' => return None,
                _ => break,
            }
            self.at = self.at.saturating_add(1);
        }
        let whole = self.text.get(from..point.unwrap_or(self.at))?;
        let leading = whole.len() > 1 && whole.starts_with('0');
        if whole.is_empty() || leading || point.is_some_and(|point| self.at.saturating_sub(point) < 2) {
            return None;
        }
        if digits >= MOST || scale >= MOST {
            return None;
        }
        #[expect(
            clippy::as_conversions,
            clippy::cast_precision_loss,
            clippy::float_arithmetic,
            reason = "both are exact below 2^53, so that their quotient is the nearest binary number, as every reader makes it"
        )]
        let value = (if negative { -1.0 } else { 1.0 }) * digits as f64 / scale as f64;
        match Node::number(value) {
            Node::Refused(Refusal::Inexact) => None,
            node => Some(node),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::from_json;
    use super::*;

    fn written() -> impl Strategy<Value = serde_json::Value> {
        let number = (-1_000_000_i64..1_000_000, 0..6_i32).prop_map(|(digits, places)| {
            let text = format!("{digits}e-{places}").parse::<f64>().unwrap();
            serde_json::json!(text)
        });
        let leaf = prop_oneof![
            any::<bool>().prop_map(serde_json::Value::from),
            any::<i32>().prop_map(serde_json::Value::from),
            number,
            "\\PC{0,8}|[\"\\\\/\n\r\t\u{1}é😀]{0,5}".prop_map(serde_json::Value::from),
        ];
        leaf.prop_recursive(4, 40, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(serde_json::Value::from),
                prop::collection::btree_map("\\PC{0,6}", inner, 0..6)
                    .prop_map(|fields| serde_json::Value::Object(fields.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn the_tree_is_the_one_that_every_reader_makes(value in written(), pretty in any::<bool>()) {
            let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) }.unwrap();
            if let Some(node) = from_text(&text, Limits::TERMS) {
                prop_assert_eq!(node, from_json(&text, Limits::TERMS).unwrap());
            } else {
                // Numbers below a millionth are written with an exponent.
                prop_assert!(text.contains("e-"), "{}", text);
            }
        }

        #[test]
        fn what_is_read_at_all_is_read_as_everywhere(text in "[\\[\\]{}\",:0-9.truefalsn\\\\ -]{0,14}") {
            if let Some(node) = from_text(&text, Limits::TERMS) {
                prop_assert_eq!(Some(node), from_json(&text, Limits::TERMS).ok(), "{}", text);
            }
        }
    }

    #[test]
    fn it_gives_up_on_all_else() {
        let deep = format!("{}{}", "[".repeat(40), "]".repeat(40));
        let long = format!("\"{}\"", "x".repeat(20_000));
        let many = format!("[{}1]", "1,".repeat(1_000));
        let odd = [
            "",
            "[",
            "[1,]",
            "{\"a\":1,}",
            "[1] 2",
            "null",
            "[null]",
            "1e5",
            "01",
            "1.",
            "-",
            ".5",
            "1.2.3",
            "nul",
            "tru",
            "\"\\ud800\"",
            "\"\\u+123\"",
            "\"\\x\"",
            "\"a\nb\"",
            "\"a",
            "{\"a\":1,\"a\":1}",
            "{a:1}",
            "1234567890123456",
            "0.1234567890123456",
            "[1 2]",
            "{\"a\" 1}",
            "+1",
            "NaN",
        ];
        for text in odd.iter().copied().chain([&*deep, &*long, &*many]) {
            assert_eq!(from_text(text, Limits::TERMS), None, "{text}");
        }
    }
}
