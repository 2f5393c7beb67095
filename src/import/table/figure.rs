//! Numbers as people write them into spreadsheets.

use crate::document::choice;
use crate::money::{Currency, Number};

choice! {
    /// What stands before the decimals of a number.
    pub enum DecimalSign {
        /// `10,000.00`
        Point => "point",
        /// `10.000,00`
        Comma => "comma",
    }
}

/// A number with what stands around it, not yet read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Figure {
    /// Digits and separators; spaces and apostrophes between digits are `_`.
    digits: String,
    pub percent: bool,
    pub money: bool,
}

/// What a number tells about the sign before decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Evidence {
    /// Nothing: it has no separator.
    None,
    /// It can only be this one.
    Only(DecimalSign),
    /// Its separator may stand before three decimals, or between thousands, and then this is the sign.
    Either(DecimalSign),
}

const SYMBOLS: [&str; 9] = ["US$", "CA$", "A$", "C$", "$", "€", "£", "¥", "₹"];

impl Figure {
    /// Takes off currency and percent sign; nothing where what is left is no number.
    pub fn of(text: &str) -> Option<Self> {
        let text = text.trim();
        let (text, percent) = text.strip_suffix('%').map_or((text, false), |rest| (rest.trim_end(), true));
        let (text, money) = without_currency(text);
        let mut digits = String::with_capacity(text.len());
        for letter in text.trim().chars() {
            match letter {
                '0'..='9' | '.' | ',' => digits.push(letter),
                ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\'' | '’' => digits.push('_'),
                _ => return None,
            }
        }
        let bounded = digits.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '.' | ','))
            && digits.ends_with(|last: char| last.is_ascii_digit());
        bounded.then_some(Self { digits, percent, money })
    }

    /// Whether it is nothing, with or without a sign.
    pub fn is_zero(&self) -> bool {
        self.digits.bytes().all(|byte| !byte.is_ascii_digit() || byte == b'0')
    }

    /// What it tells about the sign before decimals.
    pub fn evidence(&self) -> Evidence {
        let count = |sign: char| self.digits.matches(sign).count();
        let (points, commas) = (count('.'), count(','));
        let (sign, other) = match (points, commas) {
            (0, 0) => return Evidence::None,
            (_, 0) => (DecimalSign::Point, DecimalSign::Comma),
            (0, _) => (DecimalSign::Comma, DecimalSign::Point),
            _ if self.digits.rfind('.') > self.digits.rfind(',') => return Evidence::Only(DecimalSign::Point),
            _ => return Evidence::Only(DecimalSign::Comma),
        };
        if points.saturating_add(commas) > 1 {
            return Evidence::Only(other);
        }
        let (before, after) = self.digits.split_once(['.', ',']).unwrap_or_default();
        let thousands = after.len() == 3 && (1..=3).contains(&before.len()) && !before.starts_with('0');
        if thousands { Evidence::Either(other) } else { Evidence::Only(sign) }
    }

    /// The number, with this sign before its decimals.
    pub fn number(&self, sign: DecimalSign) -> Option<Number> {
        let (point, group) = match sign {
            DecimalSign::Point => ('.', ','),
            DecimalSign::Comma => (',', '.'),
        };
        let (whole, decimals) = self.digits.split_once(point).unwrap_or((&self.digits, ""));
        let mut groups = whole.split([group, '_']);
        let first = groups.next()?;
        let rest: Vec<&str> = groups.collect();
        let grouped = rest.is_empty() || (1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3);
        if !grouped || !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let whole = format!("{first}{}", rest.concat());
        let whole = if whole.is_empty() { "0".to_owned() } else { whole };
        let text = if decimals.is_empty() { whole } else { format!("{whole}.{decimals}") };
        Number::parse(&text).ok()
    }
}

/// Text without a currency's symbol or code at one of its ends, and whether there was one.
fn without_currency(text: &str) -> (&str, bool) {
    for symbol in SYMBOLS {
        if let Some(rest) = text.strip_prefix(symbol).or_else(|| text.strip_suffix(symbol)) {
            return (rest, true);
        }
    }
    let code = |code: &str| code.bytes().all(|byte| byte.is_ascii_uppercase()) && Currency::parse(code).is_ok();
    let last = text.len().saturating_sub(3);
    match (text.split_at_checked(3), text.split_at_checked(last)) {
        (Some((first, rest)), _) if code(first) => (rest, true),
        (_, Some((rest, last))) if code(last) => (rest, true),
        _ => (text, false),
    }
}

/// Whether a text names a currency, such as a column's head.
pub(super) fn names_currency(text: &str) -> bool {
    SYMBOLS.iter().any(|symbol| text.contains(symbol))
        || text
            .split(|letter: char| !letter.is_ascii_uppercase())
            .any(|word| word.len() == 3 && Currency::parse(word).is_ok())
}

#[cfg(test)]
mod tests {
    use super::{DecimalSign, Evidence, Figure};

    #[test]
    fn a_number_tells_its_decimal_sign_where_it_can() {
        let (point, comma) = (DecimalSign::Point, DecimalSign::Comma);
        for (text, evidence) in [
            ("10000", Evidence::None),
            ("10,000.00", Evidence::Only(point)),
            ("10.000,00", Evidence::Only(comma)),
            ("1.000.000", Evidence::Only(comma)),
            ("1,000,000", Evidence::Only(point)),
            ("2.5", Evidence::Only(point)),
            ("2,50", Evidence::Only(comma)),
            ("0.125", Evidence::Only(point)),
            ("10.000", Evidence::Either(comma)),
            ("10,000", Evidence::Either(point)),
            ("1000.000", Evidence::Only(point)),
        ] {
            assert_eq!(Figure::of(text).unwrap().evidence(), evidence, "{text}");
        }
    }

    #[test]
    fn numbers_are_read_without_what_stands_around_them() {
        let (point, comma) = (DecimalSign::Point, DecimalSign::Comma);
        for (text, sign, number) in [
            ("$10,000", point, Some("10000")),
            ("10.000,00 €", comma, Some("10000")),
            ("EUR 1.234,5", comma, Some("1234.5")),
            ("1 000 000 USD", point, Some("1000000")),
            ("10’000.50", point, Some("10000.5")),
            ("5 %", point, Some("5")),
            ("2,5%", comma, Some("2.5")),
            (".5", point, Some("0.5")),
            ("1,00,000", point, None),
            ("10,5", point, None),
        ] {
            let read = Figure::of(text).unwrap().number(sign).map(|number| number.to_string());
            assert_eq!(read.as_deref(), number, "{text}");
        }
        for text in ["", "abc", "10k", "-5", "5-", "1/2", "€"] {
            assert_eq!(Figure::of(text), None, "{text}");
        }
    }
}
