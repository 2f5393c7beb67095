//! Exact fractions, and how they are read, rounded and written.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use serde_json::Value;

/// An exact number.
pub type Exact = BigRational;

pub fn int(value: i64) -> Exact {
    Exact::from_integer(BigInt::from(value))
}

pub fn zero() -> Exact {
    Exact::zero()
}

pub fn one() -> Exact {
    int(1)
}

fn power_of_ten(places: u32) -> BigInt {
    BigInt::from(10).pow(places)
}

/// A decimal such as `-4.50`, or a fraction such as `7/3`.
pub fn parse(text: &str) -> Option<Exact> {
    if text.contains('/') {
        return text.parse().ok();
    }
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let all = format!("{whole}{decimals}");
    if all.is_empty() || !all.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let places = u32::try_from(decimals.len()).unwrap();
    let value = Exact::new(all.parse().unwrap(), power_of_ten(places));
    Some(if negative { -value } else { value })
}

/// A number in a document: a text, or a JSON number.
pub fn number(value: &Value) -> Exact {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    parse(&text).unwrap_or_else(|| panic!("{text} is not a number"))
}

/// A rate in a document, as a fraction of one: `"10%"` is a tenth.
pub fn rate(value: &Value) -> Exact {
    let text = value.as_str().and_then(|text| text.strip_suffix('%')).unwrap();
    parse(text).unwrap() / int(100)
}

/// A fraction of one as a rate that [`rate`] reads.
pub fn rate_text(fraction: &Exact) -> Value {
    Value::String(format!("{}%", fraction_text(&(fraction * int(100)))))
}

/// A number as a text that [`number`] reads.
pub fn fraction_text(value: &Exact) -> String {
    format!("{}/{}", value.numer(), value.denom())
}

pub fn at_most(value: Exact, most: &Exact) -> Exact {
    if value > *most { most.clone() } else { value }
}

pub fn at_least(value: Exact, least: &Exact) -> Exact {
    if value < *least { least.clone() } else { value }
}

/// Rounds to so many decimals, by the mode's name.
pub fn round(value: &Exact, places: u32, mode: &str) -> Exact {
    let scale = Exact::from_integer(power_of_ten(places));
    let size = value.abs() * &scale;
    let kept = size.floor();
    let rest = &size - &kept;
    let half = Exact::new(1.into(), 2.into());
    let odd = (kept.to_integer() % BigInt::from(2)) != BigInt::zero();
    let further = !rest.is_zero()
        && match mode {
            "halfAwayFromZero" => rest >= half,
            "halfEven" => rest > half || (rest == half && odd),
            "halfTowardZero" => rest > half,
            "up" => true,
            "down" => false,
            "ceiling" => value.is_positive(),
            "floor" => value.is_negative(),
            _ => panic!("no such rounding: {mode}"),
        };
    let size = if further { kept + one() } else { kept } / scale;
    if value.is_negative() { -size } else { size }
}

/// Writes a number that has at most so many decimals.
pub fn decimal(value: &Exact, places: u32) -> String {
    let units = (value.abs() * Exact::from_integer(power_of_ten(places))).to_integer();
    let places = usize::try_from(places).unwrap();
    let digits = format!("{units:0>width$}", width = places + 1);
    let (whole, decimals) = digits.split_at(digits.len() - places);
    let sign = if value.is_negative() { "-" } else { "" };
    if places == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{decimals}") }
}

/// The decimals of a currency's minor unit.
pub fn minor_units(currency: &str) -> u32 {
    match currency {
        "JPY" | "KRW" => 0,
        "KWD" | "BHD" => 3,
        "CLF" => 4,
        _ => 2,
    }
}
