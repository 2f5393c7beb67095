//! Numbers as text, read and written without anything on the heap.

use super::error::NumberError;
use super::exact::Parts;
use super::number::Number;
use super::small::{Small, power_of_ten};

/// How many digits always fit into a machine word.
const WORD: usize = 18;

/// Reads a plain decimal.
pub(super) fn read(text: &str) -> Result<Number, NumberError> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let mut halves = digits.as_bytes().splitn(2, |byte| *byte == b'.');
    let whole = halves.next().unwrap_or_default();
    let mut decimals = halves.next().unwrap_or(b"0");
    let plain = |half: &[u8]| !half.is_empty() && half.iter().all(u8::is_ascii_digit);
    if !plain(whole) || !plain(decimals) {
        return Err(why_not(text));
    }
    while let [before @ .., b'0'] = decimals {
        decimals = before;
    }
    let negative = digits.len() < text.len();
    let scale = u32::try_from(decimals.len()).map_err(|_| NumberError::TooManyDigits)?;
    if whole.len().saturating_add(decimals.len()) <= WORD {
        let mantissa = value(whole.iter().chain(decimals));
        let mantissa = if negative { mantissa.saturating_neg() } else { mantissa };
        return Small { mantissa, scale }.number().ok_or(NumberError::TooManyDigits);
    }
    let long = || {
        let mut mantissa: i128 = 0;
        for digits in whole.chunks(WORD).chain(decimals.chunks(WORD)) {
            let power = power_of_ten(u32::try_from(digits.len()).ok()?)?;
            mantissa = mantissa.checked_mul(power.into())?.checked_add(value(digits.iter()).into())?;
        }
        let mantissa = if negative { mantissa.saturating_neg() } else { mantissa };
        Parts { mantissa, scale: scale.into() }.number().ok()
    };
    long().ok_or(NumberError::TooManyDigits)
}

/// What digits stand for, of which there are no more than fit.
fn value<'a>(digits: impl Iterator<Item = &'a u8>) -> i64 {
    digits.fold(0, |value: i64, digit| value.wrapping_mul(10).wrapping_add(i64::from(*digit & 0xF)))
}

/// What to tell about text that is not a plain decimal.
#[inline(never)]
fn why_not(text: &str) -> NumberError {
    let groups = || text.strip_prefix('-').unwrap_or(text).split(['.', ',', ' ', '\'', '_', '\u{a0}', '\u{202f}', '’']);
    if text.is_empty() {
        NumberError::Empty
    } else if text.ends_with('%') {
        NumberError::PercentSign
    } else if groups().all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit())) {
        NumberError::ThousandsSeparator
    } else {
        NumberError::NotANumber
    }
}

/// The text of a number: plain, in ASCII, written from its end.
pub(super) struct Text {
    bytes: [u8; Self::ROOM],
    start: usize,
    decimals: u32,
    written: u32,
}

impl Text {
    /// For a sign, 29 digits, a point and 28 decimals.
    const ROOM: usize = 59;

    /// The number with at least so many decimals, padded with zeros up to the 28 that a number can have.
    pub fn new(number: Number, places: u32) -> Self {
        let scale = number.decimals();
        let decimals = scale.max(places.min(Number::MAX_SCALE));
        let mut text = Self { bytes: [0; Self::ROOM], start: Self::ROOM, decimals, written: 0 };
        for _ in scale..decimals {
            text.digit_of(0);
        }
        let (high, mut rest) = words(number);
        if high > 0 {
            for _ in 0..WORD {
                rest = text.digit_of(rest);
            }
            rest = high;
        }
        while rest > 0 || text.written <= decimals {
            rest = text.digit_of(rest);
        }
        if number.is_negative() {
            text.put(b'-');
        }
        text
    }

    pub fn as_str(&self) -> &str {
        self.bytes.get(self.start..).and_then(|bytes| str::from_utf8(bytes).ok()).unwrap_or_default()
    }

    /// Writes the last digit, and gives those before it.
    fn digit_of(&mut self, value: u64) -> u64 {
        if self.written == self.decimals && self.decimals > 0 {
            self.put(b'.');
        }
        self.put(b'0' | u8::try_from(value % 10).unwrap_or_default());
        self.written = self.written.saturating_add(1);
        value / 10
    }

    fn put(&mut self, byte: u8) {
        self.start = self.start.saturating_sub(1);
        if let Some(place) = self.bytes.get_mut(self.start) {
            *place = byte;
        }
    }
}

/// The digits in two words, of which the second has eighteen if there is a first.
fn words(number: Number) -> (u64, u64) {
    if let Some(small) = number.small() {
        return (0, small.mantissa.unsigned_abs());
    }
    let magnitude = number.parts().mantissa.unsigned_abs();
    let (high, low) = (magnitude / 1_000_000_000_000_000_000, magnitude % 1_000_000_000_000_000_000);
    (u64::try_from(high).unwrap_or_default(), u64::try_from(low).unwrap_or_default())
}
