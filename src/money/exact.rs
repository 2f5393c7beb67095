//! Integer arithmetic under the decimals: `mantissa × 10^-scale`, exact or an error.
//!
//! `rust_decimal` shortens a sum or product that needs more than 28 digits without a word, so results are worked out here as
//! integers; it says which of them it could hold.

use rust_decimal::Decimal;

use super::error::MoneyError;
use super::number::Number;
use super::rounding::Rounding;
use super::small;

/// A decimal in parts; the scale may be negative or too large on the way.
#[derive(Clone, Copy)]
pub(super) struct Parts {
    pub mantissa: i128,
    pub scale: i64,
}

impl Parts {
    /// The number, without trailing zeros.
    pub fn number(self) -> Result<Number, MoneyError> {
        if self.mantissa == 0 {
            return Ok(Number::ZERO);
        }
        let Self { mut mantissa, mut scale } = self.without_zeros()?;
        if scale < 0 {
            let power = power_of_ten(scale.checked_neg().ok_or(MoneyError::Overflow)?)?;
            mantissa = mantissa.checked_mul(power).ok_or(MoneyError::Overflow)?;
            scale = 0;
        }
        let kept = u32::try_from(scale).map_err(|_| MoneyError::LostDigits)?;
        match Decimal::try_from_i128_with_scale(mantissa, kept) {
            Ok(_) => Ok(Number::packed(mantissa, kept)),
            Err(_) => Err(too_long(scale)),
        }
    }

    /// Takes trailing zeros off the decimals, in few steps, since a division is dear here.
    fn without_zeros(self) -> Result<Self, MoneyError> {
        let Self { mut mantissa, mut scale } = self;
        if scale <= 0 || mantissa % 10 != 0 {
            return Ok(self);
        }
        for zeros in [16, 16, 8, 4, 2, 1] {
            // So many zeros need as many factors of two.
            if scale >= zeros && i64::from(mantissa.trailing_zeros()) >= zeros {
                let (shorter, rest) = divide(mantissa, power_of_ten(zeros)?)?;
                if rest == 0 {
                    (mantissa, scale) = (shorter, scale.saturating_sub(zeros));
                }
            }
        }
        Ok(Self { mantissa, scale })
    }

    /// The sum. Both numbers are without trailing zeros, so decimals that only one of them has are needed in the sum: where they
    /// can't be written out, the sum can't be held.
    pub fn add(self, other: Self) -> Result<Self, MoneyError> {
        let scale = self.scale.max(other.scale);
        let (one, two) = self.at(scale).and_then(|one| Ok((one, other.at(scale)?))).map_err(|_| too_long(scale))?;
        let mantissa = one.checked_add(two).ok_or(too_long(scale))?;
        Ok(Self { mantissa, scale })
    }

    #[inline(never)]
    pub fn mul(self, other: Self) -> Result<Self, MoneyError> {
        let (mut one, mut two) = (self.mantissa, other.mantissa);
        let mut scale = self.scale.saturating_add(other.scale);
        loop {
            if let Some(mantissa) = one.checked_mul(two) {
                return Ok(Self { mantissa, scale });
            }
            // A factor of ten, in one of them or spread over both, is no digit that counts: take it out, and try again.
            if one % 10 == 0 {
                one /= 10;
            } else if two % 10 == 0 {
                two /= 10;
            } else if one % 5 == 0 && two % 2 == 0 {
                (one, two) = (one / 5, two / 2);
            } else if one % 2 == 0 && two % 5 == 0 {
                (one, two) = (one / 2, two / 5);
            } else {
                return Err(too_long(scale));
            }
            scale = scale.saturating_sub(1);
        }
    }

    /// The quotient with at most so many decimals, rounded once. By long division: no step needs more room than the operands.
    #[inline(never)]
    pub fn div_round(self, by: Self, places: u32, rounding: Rounding) -> Result<Self, MoneyError> {
        let places = i64::from(places);
        let negative = (self.mantissa < 0) != (by.mantissa < 0);
        let mut dividend = self.mantissa.saturating_abs();
        let mut scale = self.scale.saturating_sub(by.scale);
        // Decimals that the quotient must not have are cut by a larger divisor. One too large to be held is far more than twice
        // the dividend, and that is all that rounding asks about it.
        let cut = power_of_ten(scale.saturating_sub(places).max(0))?;
        let divisor = by.mantissa.saturating_abs().checked_mul(cut).unwrap_or(i128::MAX);
        scale = scale.min(places);
        // In one step if there is room, else digit by digit.
        if let Ok(raised) = (Self { mantissa: dividend, scale }).at(places) {
            (dividend, scale) = (raised, places);
        }
        let (whole, mut rest) = divide(dividend, divisor)?;
        let mut quotient = Quotient { written: whole, repeated: 0, times: 0 };
        while scale < places && rest != 0 {
            let (digit, next) = divide(rest.checked_mul(10).ok_or(MoneyError::Overflow)?, divisor)?;
            rest = next;
            scale = scale.saturating_add(1);
            quotient = quotient.then(digit).ok_or(too_long(scale))?;
        }
        // Compared with what is left, since twice the rest might not fit.
        let half = rest.cmp(&divisor.saturating_sub(rest));
        let up = rest != 0 && rounding.goes_up(negative, quotient.is_odd(), half);
        let (magnitude, dropped) = quotient.rounded(up).ok_or(too_long(scale))?;
        let mantissa = if negative { magnitude.saturating_neg() } else { magnitude };
        Ok(Self { mantissa, scale: scale.saturating_sub(dropped.into()) })
    }

    /// The mantissa that this number has at a larger scale.
    pub fn at(self, scale: i64) -> Result<i128, MoneyError> {
        let power = power_of_ten(scale.saturating_sub(self.scale))?;
        self.mantissa.checked_mul(power).ok_or(MoneyError::Overflow)
    }
}

/// The quotient cut down, and the rest.
fn divide(dividend: i128, divisor: i128) -> Result<(i128, i128), MoneyError> {
    let quotient = dividend.checked_div(divisor).ok_or(MoneyError::DivisionByZero)?;
    Ok((quotient, dividend.wrapping_sub(quotient.wrapping_mul(divisor))))
}

/// The digits of a quotient. Zeros or nines at its end are only counted, because rounding makes one or the other vanish, and what is
/// left may fit where they would not.
#[derive(Clone, Copy)]
struct Quotient {
    written: i128,
    repeated: i128,
    times: u32,
}

impl Quotient {
    /// With one more digit.
    fn then(self, digit: i128) -> Option<Self> {
        if self.times > 0 && digit == self.repeated {
            return Some(Self { times: self.times.saturating_add(1), ..self });
        }
        let written = self.in_full()?;
        if digit == 0 || digit == 9 {
            return Some(Self { written, repeated: digit, times: 1 });
        }
        Some(Self { written: written.checked_mul(10)?.checked_add(digit)?, repeated: 0, times: 0 })
    }

    fn in_full(self) -> Option<i128> {
        let power = 10_i128.checked_pow(self.times)?;
        let repeated = if self.repeated == 0 { 0 } else { power.saturating_sub(1) };
        self.written.checked_mul(power)?.checked_add(repeated)
    }

    const fn is_odd(self) -> bool {
        if self.times > 0 { self.repeated != 0 } else { self.written % 2 != 0 }
    }

    /// The digits, one step up or as they are, and how many of them are left out.
    fn rounded(self, up: bool) -> Option<(i128, u32)> {
        let vanish = if up { self.repeated != 0 } else { self.repeated == 0 };
        let (digits, dropped) = if vanish { (self.written, self.times) } else { (self.in_full()?, 0) };
        Some((digits.checked_add(i128::from(up))?, dropped))
    }
}

/// `units × weight / whole`, cut down to an integer, and the rest; none of the three is negative, and the weight is part of the
/// whole. Where the product of units and weight is too large to be held, by doubling bit by bit.
#[inline(never)]
pub(super) fn share(units: i128, weight: i128, whole: i128) -> Result<(i128, i128), MoneyError> {
    if let Some(product) = units.checked_mul(weight) {
        return divide(product, whole);
    }
    let (mut quotient, mut rest): (i128, i128) = (0, 0);
    for place in (0..i128::BITS.saturating_sub(units.leading_zeros())).rev() {
        quotient = quotient.checked_mul(2).ok_or(MoneyError::Overflow)?;
        rest = rest.checked_mul(2).ok_or(MoneyError::Overflow)?;
        if units.checked_shr(place).is_some_and(|bits| bits % 2 == 1) {
            rest = rest.checked_add(weight).ok_or(MoneyError::Overflow)?;
        }
        // Never more than twice: the rest was below the whole, and the weight is at most the whole.
        while rest >= whole {
            rest = rest.saturating_sub(whole);
            quotient = quotient.saturating_add(1);
        }
    }
    Ok((quotient, rest))
}

fn power_of_ten(exponent: i64) -> Result<i128, MoneyError> {
    let exponent = u32::try_from(exponent).map_err(|_| MoneyError::Overflow)?;
    match small::power_of_ten(exponent) {
        Some(power) => Ok(power.into()),
        None => 10_i128.checked_pow(exponent).ok_or(MoneyError::Overflow),
    }
}

/// What is wrong with a number of too many digits: it is too fine when there are decimals to leave out, else too large.
fn too_long(scale: i64) -> MoneyError {
    if scale > 0 { MoneyError::LostDigits } else { MoneyError::Overflow }
}
