//! Numbers of every size, and integers without limits to compare them with.

use std::cmp::Ordering;

use num_bigint::BigInt;
use payout_calculator::money::{Number, Rounding};
use proptest::prelude::*;

/// Decimals that a number can have.
pub const FINEST: u32 = 28;

pub fn ten(power: u32) -> BigInt {
    BigInt::from(10).pow(power)
}

/// The value as an integer of 10^-28.
pub fn big(number: Number) -> BigInt {
    number.to_fixed(FINEST).replace('.', "").parse().unwrap()
}

/// `value × 10^-scale` without trailing zeros.
pub fn shortest(mut value: BigInt, mut scale: u32) -> (BigInt, u32) {
    while scale > 0 && &value % 10 == BigInt::ZERO {
        value /= 10;
        scale -= 1;
    }
    (value, scale)
}

/// Whether `value × 10^-scale` can be held: 96 bits, 28 decimals.
pub fn fits(value: BigInt, scale: u32) -> bool {
    let (value, scale) = shortest(value, scale);
    scale <= FINEST && value.bits() <= 96
}

/// The exact quotient as an integer, by the definition of each mode.
pub fn divided(over: &BigInt, under: &BigInt, mode: Rounding) -> BigInt {
    let down = over / under;
    let rest = over - &down * under;
    if rest == BigInt::ZERO {
        return down;
    }
    let away = if over.sign() == under.sign() { &down + 1 } else { &down - 1 };
    let even = if &down % 2 == BigInt::ZERO { &down } else { &away };
    let nearest = match (rest.magnitude() * 2_u32).cmp(under.magnitude()) {
        Ordering::Less => Ok(&down),
        Ordering::Greater => Ok(&away),
        Ordering::Equal => Err("a tie"),
    };
    match mode {
        Rounding::Up => away,
        Rounding::Down => down,
        Rounding::Ceiling => down.max(away),
        Rounding::Floor => down.min(away),
        Rounding::HalfAwayFromZero => nearest.unwrap_or(&away).clone(),
        Rounding::HalfTowardZero => nearest.unwrap_or(&down).clone(),
        Rounding::HalfCeiling => nearest.unwrap_or_else(|_| (&down).max(&away)).clone(),
        Rounding::HalfEven => nearest.unwrap_or(even).clone(),
    }
}

/// Digits at a border between ways of reckoning: a machine word and its half, with or without a sign, 96 bits, and round numbers.
pub fn border() -> impl Strategy<Value = u128> {
    let borders = [31, 32, 62, 63, 64, 95, 96].map(|bits| 1 << bits);
    let borders = borders.into_iter().chain((0..=28).map(|power| 10_u128.pow(power)));
    (prop::sample::select(borders.collect::<Vec<_>>()), -3_i128..=3).prop_map(|(border, off)| beside(border, off))
}

/// Digits so far from a border, within what can be held.
fn beside(border: u128, off: i128) -> u128 {
    border.saturating_add_signed(off).min((1 << 96) - 1)
}

/// Numbers of every size, those at a border, and such as have many twos and fives, which make tens in a product.
pub fn number() -> impl Strategy<Value = Number> {
    let limit = 1_u128 << 96;
    let factors = move |digits: u128, factor: u128, times: u32| {
        (0..times).fold(digits, |digits, _| if digits * factor < limit { digits * factor } else { digits })
    };
    let digits = prop_oneof![
        3 => 0_u128..10_000_000,
        3 => 0..limit,
        2 => border(),
        3 => (1_u128..1000, prop::sample::select(vec![2, 5, 10]), 0_u32..90)
            .prop_map(move |(digits, factor, times)| factors(digits, factor, times)),
    ];
    (digits, prop_oneof![1 => Just(0), 2 => 0..=FINEST], any::<bool>())
        .prop_map(|(digits, scale, negative)| of(digits, scale, negative))
}

/// Two numbers, many of them such that their sum, their product or what is done on the way there lies at a border.
pub fn pair() -> impl Strategy<Value = (Number, Number)> {
    let signs = || (any::<bool>(), any::<bool>());
    let factors = (border(), 0_u32..48, any::<u64>(), -1_i128..=1, (0..=FINEST, 0..=FINEST), signs());
    let factors = factors.prop_map(|(border, bits, digits, off, scales, signs)| {
        let one = 1_u128 << bits | u128::from(digits) & ((1 << bits) - 1);
        let two = beside(border / one, off);
        (of(one, scales.0, signs.0), of(two, scales.1, signs.1))
    });
    let decimals = (border(), 0..=FINEST, 0..=FINEST, 0_u32..1000, -1_i128..=1, signs());
    let decimals = decimals.prop_map(|(border, scale, more, digits, off, signs)| {
        let more = more.min(FINEST - scale);
        let one = beside(border / 10_u128.pow(more), off);
        (of(one, scale, signs.0), of(digits, scale + more, signs.1))
    });
    let summands = (border(), any::<u128>(), 0..=FINEST, -1_i128..=1, any::<bool>());
    let summands = summands.prop_map(|(border, digits, scale, off, negative)| {
        let one = digits % (border + 1);
        (of(one, scale, negative), of(beside(border - one, off), scale, negative))
    });
    prop_oneof![3 => (number(), number()), 1 => factors, 1 => decimals, 1 => summands]
}

/// `digits × 10^-scale`
pub fn of(digits: impl Into<BigInt>, scale: u32, negative: bool) -> Number {
    let width = usize::try_from(scale).unwrap() + 1;
    let mut text = format!("{:0>width$}", digits.into());
    if scale > 0 {
        text.insert(text.len() - width + 1, '.');
    }
    if negative {
        text.insert(0, '-');
    }
    Number::parse(&text).unwrap()
}
