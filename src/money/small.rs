//! The same arithmetic in machine words, for numbers of up to 18 digits: nearly all that contracts and events hold.
//!
//! Each operation gives what the one in `exact` would, or nothing where it or its result needs more room; then that one decides.
//! So none of them is wrong to give up early, and none has to know why there is no result.

#![allow(
    clippy::inline_always,
    reason = "in what is built for size, a call and its answer in memory cost more than the arithmetic"
)]

use super::number::Number;
use super::rounding::Rounding;

/// `mantissa × 10^-scale` where the mantissa fits into a machine word.
#[derive(Clone, Copy)]
pub(super) struct Small {
    pub mantissa: i64,
    pub scale: u32,
}

impl Small {
    /// The number, without trailing zeros.
    pub fn number(self) -> Option<Number> {
        let Self { mut mantissa, mut scale } = self;
        if mantissa == 0 {
            return Some(Number::ZERO);
        }
        while scale > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            scale = scale.saturating_sub(1);
        }
        (scale <= Number::MAX_SCALE)
            .then(|| Number::of_words(mantissa >> u64::BITS.saturating_sub(1), mantissa.cast_unsigned(), scale))
    }

    /// The mantissa that this number has at a larger scale.
    pub fn at(self, scale: u32) -> Option<i64> {
        raised(self.mantissa, scale.saturating_sub(self.scale))
    }

    pub fn add(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        Some(Self { mantissa: self.at(scale)?.checked_add(other.at(scale)?)?, scale })
    }

    pub fn mul(self, other: Self) -> Option<Self> {
        let mantissa = product(self.mantissa, other.mantissa)?;
        Some(Self { mantissa, scale: self.scale.checked_add(other.scale)? })
    }

    /// The quotient with at most so many decimals, rounded once: the operand that has too few decimals for it gets more, and one
    /// division does the rest.
    pub fn div_round(self, by: Self, places: u32, rounding: Rounding) -> Option<Self> {
        let needed = places.checked_add(by.scale)?;
        let dividend = raised(self.mantissa, needed.saturating_sub(self.scale))?;
        let divisor = raised(by.mantissa, self.scale.saturating_sub(needed))?;
        let quotient = dividend.checked_div(divisor)?;
        // A second division would cost as much as the first, and this is smaller than the dividend.
        let rest = dividend.wrapping_sub(quotient.wrapping_mul(divisor)).unsigned_abs();
        let negative = (dividend < 0) != (divisor < 0);
        let half = rest.cmp(&divisor.unsigned_abs().saturating_sub(rest));
        let up = rest != 0 && rounding.goes_up(negative, quotient % 2 != 0, half);
        let step = i64::from(up);
        let mantissa = if negative { quotient.checked_sub(step) } else { quotient.checked_add(step) };
        Some(Self { mantissa: mantissa?, scale: places })
    }
}

/// `mantissa × 10^exponent`
#[inline(always)]
fn raised(mantissa: i64, exponent: u32) -> Option<i64> {
    if exponent == 0 {
        return Some(mantissa);
    }
    product(mantissa, power_of_ten(exponent)?)
}

#[inline(always)]
pub(super) fn power_of_ten(exponent: u32) -> Option<i64> {
    POWERS_OF_TEN.get(usize::try_from(exponent).ok()?).copied()
}

/// The product, where the bits of its factors tell that there is room for it. To find out by multiplying is dear in WebAssembly.
#[inline(always)]
pub(super) fn product(one: i64, two: i64) -> Option<i64> {
    let room = one.unsigned_abs().leading_zeros().saturating_add(two.unsigned_abs().leading_zeros());
    (room > i64::BITS).then(|| one.wrapping_mul(two))
}

const POWERS_OF_TEN: [i64; 19] = [
    1,
    10,
    100,
    1_000,
    10_000,
    100_000,
    1_000_000,
    10_000_000,
    100_000_000,
    1_000_000_000,
    10_000_000_000,
    100_000_000_000,
    1_000_000_000_000,
    10_000_000_000_000,
    100_000_000_000_000,
    1_000_000_000_000_000,
    10_000_000_000_000_000,
    100_000_000_000_000_000,
    1_000_000_000_000_000_000,
];
