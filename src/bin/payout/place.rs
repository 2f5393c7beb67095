//! Where in a JSON file a problem is.

use std::path::Path;

use payout_calculator::document::Problem;

/// A problem with its file, line and column.
pub fn shown(problem: &Problem, path: &Path, text: &str, kind: &str) -> String {
    let (line, column) = position(text, offset(text, &problem.path));
    let hint = problem.hint.as_ref().map(|hint| format!(" {hint}")).unwrap_or_default();
    let place = if problem.path.is_empty() { "/" } else { &problem.path };
    format!(
        "{}:{line}:{column}: {kind}: {place}: {} Expected {}, found {}.{hint}",
        path.display(),
        problem.message,
        problem.expected,
        problem.got
    )
}

/// Line and column, both from 1, of a byte.
pub fn position(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.matches('\n').count().saturating_add(1);
    let column = before.rsplit('\n').next().unwrap_or(before).chars().count().saturating_add(1);
    (line, column)
}

/// The byte at which the value (or the name of the field) of a JSON Pointer stands; the nearest thing around it where the value itself is
/// missing. The text is known to be JSON.
pub fn offset(text: &str, pointer: &str) -> usize {
    let mut scan = Scan { bytes: text.as_bytes(), at: 0 };
    scan.space();
    let mut found = scan.at;
    for step in pointer.split('/').skip(1) {
        let step = step.replace("~1", "/").replace("~0", "~");
        match scan.enter(&step) {
            Some(place) => found = place,
            None => break,
        }
    }
    found
}

struct Scan<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Scan<'_> {
    fn peek(&self) -> u8 {
        self.bytes.get(self.at).copied().unwrap_or_default()
    }

    fn next(&mut self) {
        self.at = self.at.saturating_add(1);
    }

    fn space(&mut self) {
        while self.peek().is_ascii_whitespace() {
            self.next();
        }
    }

    /// Goes to the value of a field or an entry; where its name, or it, begins.
    fn enter(&mut self, step: &str) -> Option<usize> {
        self.space();
        let object = self.peek() == b'{';
        if !object && self.peek() != b'[' {
            return None;
        }
        self.next();
        let mut index = 0_usize;
        loop {
            self.space();
            if matches!(self.peek(), b'}' | b']' | 0) {
                return None;
            }
            let place = self.at;
            let name = if object { Some(self.name()?) } else { None };
            let wanted = name.map_or_else(|| index.to_string() == step, |name| name == step);
            if wanted {
                return Some(place);
            }
            self.skip();
            self.space();
            if self.peek() == b',' {
                self.next();
            }
            index = index.saturating_add(1);
        }
    }

    /// The name of a field; goes to its value.
    fn name(&mut self) -> Option<String> {
        let start = self.at;
        self.skip();
        let name = serde_json::from_slice(self.bytes.get(start..self.at)?).ok();
        self.space();
        self.next();
        self.space();
        name
    }

    /// Goes past a value.
    fn skip(&mut self) {
        let mut depth = 0_usize;
        loop {
            match self.peek() {
                0 => return,
                b'"' => {
                    self.next();
                    while !matches!(self.peek(), b'"' | 0) {
                        if self.peek() == b'\\' {
                            self.next();
                        }
                        self.next();
                    }
                    self.next();
                }
                b'{' | b'[' => {
                    depth = depth.saturating_add(1);
                    self.next();
                }
                b'}' | b']' => {
                    depth = depth.saturating_sub(1);
                    self.next();
                }
                _ => {
                    while !matches!(self.peek(), b',' | b']' | b'}' | b'"' | b'{' | b'[' | 0)
                        && (depth > 0 || self.peek() != b':')
                    {
                        self.next();
                    }
                    if depth > 0 && matches!(self.peek(), b',') {
                        self.next();
                    }
                }
            }
            if depth == 0 {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{offset, position};

    #[test]
    fn a_pointer_is_found_in_the_text() {
        let text = "{\n  \"a\": [1, { \"b\\\"c\": \"x,]\", \"d\": 2 }],\n  \"e\": true\n}";
        for (pointer, line, column) in [
            ("", 1, 1),
            ("/a", 2, 3),
            ("/a/1", 2, 12),
            ("/a/1/b\"c", 2, 14),
            ("/a/1/d", 2, 29),
            ("/e", 3, 3),
            ("/a/7", 2, 3),
        ] {
            assert_eq!(position(text, offset(text, pointer)), (line, column), "{pointer}");
        }
    }
}
