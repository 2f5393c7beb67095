//! Arithmetic that notes an error and goes on, for long calculations.
//!
//! As in IEEE 754 and the General Decimal Arithmetic Specification (`speleotrove.com/decimal`), an operation without a result
//! raises a flag and gives a value to go on with; what was worked out counts only if no flag was raised. Here the flag is read in
//! one place, [`noting`], so that an evaluation is checked as a whole, and says in its hundreds of steps what is worked out and
//! not, at each of them, that it may fail.

use std::cell::Cell;

use super::error::MoneyError;
use super::number::Number;
use super::rounding::Rounding;

thread_local! {
    static RAISED: Cell<Option<MoneyError>> = const { Cell::new(None) };
}

/// Does some work, and gives its result unless an operation in it had none.
///
/// # Errors
/// The first error that was noted in it.
pub(crate) fn noting<T>(work: impl FnOnce() -> T) -> Result<T, MoneyError> {
    let outer = RAISED.take();
    let result = work();
    match RAISED.replace(outer) {
        None => Ok(result),
        Some(error) => Err(error),
    }
}

/// Whether an error was noted, and what is being worked out will not count. Loops that may be long ask.
pub(crate) fn is_noted() -> bool {
    RAISED.get().is_some()
}

/// The value; where there is none, notes why, and gives the type's default to go on with.
pub(crate) fn noted<T: Default>(result: Result<T, MoneyError>) -> T {
    result.unwrap_or_else(|error| {
        note(error);
        T::default()
    })
}

#[cold]
#[inline(never)]
fn note(error: MoneyError) {
    RAISED.set(RAISED.get().or(Some(error)));
}

impl Number {
    /// The sum, or a noted error.
    pub(crate) fn plus(self, other: Self) -> Self {
        noted(self.add(other))
    }

    /// The difference, or a noted error.
    pub(crate) fn minus(self, other: Self) -> Self {
        noted(self.sub(other))
    }

    /// The product, or a noted error.
    pub(crate) fn times(self, other: Self) -> Self {
        noted(self.mul(other))
    }

    /// The product where it fits, else that of factors with fewer decimals: to fourteen digits or more. For what is estimated and no amount.
    #[inline(never)]
    pub(crate) fn about_times(self, other: Self) -> Self {
        let (mut one, mut two) = (self, other);
        loop {
            if let Ok(product) = one.mul(two) {
                return product;
            }
            let digits = |number: Self| (number.decimals() > 0, number.parts().mantissa.unsigned_abs());
            let longer = if digits(one) > digits(two) { &mut one } else { &mut two };
            let Some(places) = longer.decimals().checked_sub(1) else { return one.times(two) };
            *longer = longer.round(places, Rounding::HalfEven);
        }
    }

    /// The quotient, rounded once, or a noted error.
    pub(crate) fn over(self, by: Self, places: u32, rounding: Rounding) -> Self {
        noted(self.div_round(by, places, rounding))
    }

    /// How many whole times the divisor is in it, toward minus infinity, or a noted error.
    pub(crate) fn floor_over(self, by: Self) -> Self {
        noted(self.div_floor(by))
    }

    /// How many whole times the divisor is in it, toward plus infinity, or a noted error.
    pub(crate) fn ceil_over(self, by: Self) -> Self {
        noted(self.div_ceil(by))
    }
}

#[cfg(test)]
mod tests {
    use super::{MoneyError, Number, is_noted, noting};

    fn largest() -> Number {
        Number::parse("79228162514264337593543950335").unwrap()
    }

    #[test]
    fn work_with_an_error_in_it_has_no_result() {
        assert_eq!(noting(|| Number::ONE.plus(Number::ONE)), Ok(Number::from_u64(2)));
        // The second error says nothing new.
        let failed = || largest().plus(largest()).plus(Number::ONE.over(Number::ZERO, 2, crate::money::Rounding::Down));
        assert_eq!(noting(failed), Err(MoneyError::Overflow));
        assert_eq!(noting(|| Number::ONE), Ok(Number::ONE));
    }

    #[test]
    fn products_that_do_not_fit_keep_the_digits_that_count() {
        let number = |text: &str| Number::parse(text).unwrap();
        let (long, fine) = (number("12345678901.123456789012345"), number("0.123456789012345"));
        let off = long.about_times(fine).minus(number("1524157875.310158"));
        assert!(off.abs() < number("0.00001"), "{off}");
        assert_eq!(number("1.5").about_times(number("1.5")), number("2.25"));
        assert_eq!(noting(|| largest().about_times(number("1.5"))), Err(MoneyError::Overflow));
    }

    #[test]
    fn work_inside_other_work_fails_alone() {
        let outer = noting(|| {
            let inner = noting(|| largest().times(largest()));
            (inner, is_noted())
        });
        assert_eq!(outer, Ok((Err(MoneyError::Overflow), false)));
        let kept = noting(|| {
            largest().plus(Number::ONE);
            noting(|| Number::ONE)
        });
        assert_eq!(kept, Err(MoneyError::Overflow));
    }
}
