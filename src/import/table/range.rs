//! Where a tier begins and ends, as people write it: `10,000+`, `0 – 9,999`, `ab 10.000`, `up to 5,000`.

use super::figure::Figure;

/// A tier's ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Range {
    pub from: Option<Figure>,
    pub to: Option<Figure>,
    /// Whether it begins only above `from`, where a word says so or the opposite.
    pub above: Option<bool>,
    /// Whether `to` lies in it, where that is said.
    pub to_inside: Option<bool>,
}

const FROM: [&str; 9] = ["from", "ab", "von", "≥", ">=", "at least", "mindestens", "min.", "min"];
const ABOVE: [&str; 6] = [">", "over", "above", "more than", "über", "mehr als"];
const UP_TO: [&str; 7] = ["up to", "bis zu", "bis", "≤", "<=", "max.", "max"];
const BELOW: [&str; 5] = ["<", "below", "under", "less than", "unter"];
const OPEN: [&str; 8] = ["+", "and above", "and up", "or more", "and more", "und mehr", "und darüber", "oder mehr"];
/// What stands between two ends; longer ones first.
const BETWEEN: [(&str, Option<bool>); 11] = [
    (" up to ", Some(true)),
    (" bis unter ", Some(false)),
    (" to under ", Some(false)),
    (" bis zu ", Some(true)),
    (" to ", None),
    (" bis ", None),
    ("…", None),
    ("..", None),
    ("–", None),
    ("—", None),
    ("-", None),
];

impl Range {
    /// Reads a cell; nothing where it is neither a number nor a range.
    pub fn of(text: &str) -> Option<Self> {
        let text = text.trim();
        let lower = text.to_lowercase();
        // Letters whose lower case is of another length would move the places.
        let text = if lower.len() == text.len() { text } else { &lower };
        if let Some(rest) = after(text, &UP_TO) {
            return Some(Self { to: Some(Figure::of(rest)?), to_inside: Some(true), ..Self::default() });
        }
        // "<=" was taken before "<", and ">=" is taken before ">".
        if let Some(rest) = after(text, &BELOW) {
            return Some(Self { to: Some(Figure::of(rest)?), to_inside: Some(false), ..Self::default() });
        }
        let (rest, above) = match after(text, &FROM) {
            Some(rest) => (rest, Some(false)),
            None => after(text, &ABOVE).map_or((text, None), |rest| (rest, Some(true))),
        };
        for (between, to_inside) in BETWEEN {
            if let Some((from, to)) = split(rest, between) {
                let (from, to) = (Figure::of(from)?, Figure::of(to)?);
                return Some(Self { from: Some(from), to: Some(to), above, to_inside });
            }
        }
        let rest = OPEN.iter().find_map(|open| before(rest, open)).unwrap_or(rest);
        Some(Self { from: Some(Figure::of(rest)?), above, ..Self::default() })
    }

    /// A tier with its ends in two cells; either may be empty.
    pub fn of_two(from: &str, to: &str) -> Option<Self> {
        let open = to.is_empty() || to == "∞" || OPEN.contains(&to.to_lowercase().as_str());
        let mut read = if from.is_empty() { Self::default() } else { Self::of(from)? };
        if !open {
            let end = Self::of(to)?;
            (read.to, read.to_inside) = (end.to.or(end.from), end.to_inside);
        }
        (read.from.is_some() || read.to.is_some()).then_some(read)
    }

    /// Its numbers.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        [&self.from, &self.to].into_iter().flatten()
    }
}

/// What follows one of these words; a word of letters must end there.
fn after<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    words.iter().find_map(|word| {
        let (first, rest) = text.split_at_checked(word.len())?;
        let ends = !word.ends_with(char::is_alphabetic) || !rest.starts_with(char::is_alphabetic);
        (first.to_lowercase() == *word && ends).then(|| rest.trim_start())
    })
}

fn before<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let (rest, last) = text.split_at_checked(text.len().checked_sub(word.len())?)?;
    (last.to_lowercase() == word).then(|| rest.trim_end())
}

fn split<'t>(text: &'t str, between: &str) -> Option<(&'t str, &'t str)> {
    let at = text.to_lowercase().find(between)?;
    let (from, rest) = text.split_at_checked(at)?;
    let (_, to) = rest.split_at_checked(between.len())?;
    // A sign before the first number is none between two.
    (!from.trim().is_empty()).then_some((from, to))
}

#[cfg(test)]
mod tests {
    use super::{Figure, Range};

    #[test]
    fn ends_are_read_in_the_ways_people_write_them() {
        for (text, from, to, above, inside) in [
            ("10,000", Some("10,000"), None, None, None),
            ("10,000+", Some("10,000"), None, None, None),
            ("$10,000 and above", Some("$10,000"), None, None, None),
            ("from 10,000", Some("10,000"), None, Some(false), None),
            ("ab 10.000 €", Some("10.000 €"), None, Some(false), None),
            ("≥ 500", Some("500"), None, Some(false), None),
            (">= 500", Some("500"), None, Some(false), None),
            ("> 500", Some("500"), None, Some(true), None),
            ("more than 500", Some("500"), None, Some(true), None),
            ("über 500", Some("500"), None, Some(true), None),
            ("0 – 9,999", Some("0"), Some("9,999"), None, None),
            ("0-9,999", Some("0"), Some("9,999"), None, None),
            ("from 100 to 200", Some("100"), Some("200"), Some(false), None),
            ("From 100 up to 200", Some("100"), Some("200"), Some(false), Some(true)),
            ("von 100 bis unter 200", Some("100"), Some("200"), Some(false), Some(false)),
            ("up to 5,000", None, Some("5,000"), None, Some(true)),
            ("bis zu 5.000", None, Some("5.000"), None, Some(true)),
            ("< 5,000", None, Some("5,000"), None, Some(false)),
            ("unter 5.000", None, Some("5.000"), None, Some(false)),
        ] {
            let figure = |text: Option<&str>| text.and_then(Figure::of);
            let expected = Range { from: figure(from), to: figure(to), above, to_inside: inside };
            assert_eq!(Range::of(text), Some(expected), "{text}");
        }
        for text in ["", "Gold", "-500", "about 500", "fromage", "1-2-3"] {
            assert_eq!(Range::of(text), None, "{text}");
        }
    }
}
