//! Integer arithmetic under the decimals: `mantissa × 10^-scale`, exact or an error.
//!
//! `rust_decimal` shortens a sum or product that needs more than 28 digits without a word, so results are worked out here as
//! integers and handed to it only when they fit.

use rust_decimal::Decimal;

use super::error::MoneyError;

/// A decimal in parts; the scale may be negative or too large on the way.
#[derive(Clone, Copy)]
pub(super) struct Parts {
    pub mantissa: i128,
    pub scale: i64,
}

impl Parts {
    pub fn of(decimal: Decimal) -> Self {
        Self { mantissa: decimal.mantissa(), scale: i64::from(decimal.scale()) }
    }

    /// The decimal, without trailing zeros.
    pub fn decimal(self) -> Result<Decimal, MoneyError> {
        let Self { mut mantissa, mut scale } = self;
        if mantissa == 0 {
            return Ok(Decimal::ZERO);
        }
        while scale > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            scale = scale.saturating_sub(1);
        }
        if scale < 0 {
            let power = power_of_ten(scale.checked_neg().ok_or(MoneyError::Overflow)?)?;
            mantissa = mantissa.checked_mul(power).ok_or(MoneyError::Overflow)?;
            scale = 0;
        }
        let kept = u32::try_from(scale).map_err(|_| MoneyError::LostDigits)?;
        let error = if scale > 0 { MoneyError::LostDigits } else { MoneyError::Overflow };
        Decimal::try_from_i128_with_scale(mantissa, kept).map_err(|_| error)
    }

    pub fn add(self, other: Self) -> Result<Self, MoneyError> {
        let scale = self.scale.max(other.scale);
        let mantissa = self.at(scale)?.checked_add(other.at(scale)?).ok_or(MoneyError::Overflow)?;
        Ok(Self { mantissa, scale })
    }

    pub fn mul(self, other: Self) -> Result<Self, MoneyError> {
        let (mut one, mut two) = (self.mantissa, other.mantissa);
        let mut scale = self.scale.saturating_add(other.scale);
        loop {
            if let Some(mantissa) = one.checked_mul(two) {
                return Ok(Self { mantissa, scale });
            }
            // A factor of ten may be spread over both: take it out, and try again.
            if one % 5 == 0 && two % 2 == 0 {
                (one, two) = (one / 5, two / 2);
            } else if one % 2 == 0 && two % 5 == 0 {
                (one, two) = (one / 2, two / 5);
            } else {
                return Err(if scale > 0 { MoneyError::LostDigits } else { MoneyError::Overflow });
            }
            scale = scale.saturating_sub(1);
        }
    }

    /// The mantissa that this number has at a larger scale.
    pub fn at(self, scale: i64) -> Result<i128, MoneyError> {
        let power = power_of_ten(scale.saturating_sub(self.scale))?;
        self.mantissa.checked_mul(power).ok_or(MoneyError::Overflow)
    }
}

pub(super) fn power_of_ten(exponent: i64) -> Result<i128, MoneyError> {
    u32::try_from(exponent).ok().and_then(|exponent| 10_i128.checked_pow(exponent)).ok_or(MoneyError::Overflow)
}
