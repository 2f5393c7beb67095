//! What a range comes to on average, in decimals: no step of it is binary.
//!
//! Logarithm, exponential and the normal distribution by their series, to fifteen decimals and about as many digits.

use super::estimate::{Shape, Tail};
use crate::money::{Number, Rounding};

/// Decimals of intermediate results.
const PLACES: u32 = 15;

/// Beyond so many standard deviations lies less than 10^-11.
const FAR: u32 = 7;

impl Shape {
    /// The mean; of a share, that of what is left of it where it ends at 1.
    #[inline(never)]
    pub(crate) fn mean(self, is_share: bool) -> Number {
        match self {
            Self::Exactly(value) => value,
            Self::Triangular { low, likely, high } => quotient(low.plus(likely).plus(high), Number::from_u32(3)),
            Self::Lognormal { low, high, tail } => {
                let median = self.median();
                // The 95th and the 90th percentile of the standard normal distribution.
                let width = match tail {
                    Tail::Twentieth => Number::from_u64(1_644_853_626_951_472),
                    Tail::Tenth => Number::from_u64(1_281_551_565_544_600),
                };
                let width = quotient(width, Number::from_u64(1_000_000_000_000_000));
                let deviation = quotient(logarithm(quotient(high, low)), width.plus(width));
                let mean = product(median, exponential(quotient(product(deviation, deviation), Number::from_u32(2))));
                if !is_share || deviation.is_zero() {
                    return mean;
                }
                // How far the whole lies above the median.
                let end = quotient(logarithm(quotient(Number::ONE, median)), deviation);
                let beyond = Number::ONE.minus(normal(end));
                product(mean, normal(end.minus(deviation))).plus(beyond)
            }
        }
    }
}

/// The product, to as many decimals as are worked out.
pub(super) fn product(one: Number, other: Number) -> Number {
    one.about_times(other).round(PLACES, Rounding::HalfEven)
}

pub(super) fn quotient(one: Number, by: Number) -> Number {
    one.over(by, PLACES, Rounding::HalfEven)
}

/// A number for each term, the second one being 0: that of the first, and what each further one adds.
type Factor = (u32, u32);

/// `first` and the terms that follow, each the one before times `by × above / below`, until they vanish.
#[inline(never)]
fn series(first: Number, by: Number, above: Factor, below: Factor) -> Number {
    let (mut sum, mut term) = (first, first);
    for number in 0_u32..500 {
        let factor = |(none, each): Factor| Number::from_u32(number.saturating_mul(each).saturating_add(none));
        term = quotient(product(term, by).times(factor(above)), factor(below));
        if term.is_zero() {
            break;
        }
        sum = sum.plus(term);
    }
    sum
}

/// The natural logarithm of a number from 1 up: as often as it can be halved that of 2, and 2 (t + t³/3 + t⁵/5 + …) with
/// t = (x − 1) / (x + 1) of the rest.
fn logarithm(number: Number) -> Number {
    let two = Number::from_u32(2);
    let (mut rest, mut halved) = (number, Number::ZERO);
    while rest > two {
        rest = quotient(rest, two);
        halved = halved.plus(Number::ONE);
    }
    let half_of = |number: Number| {
        let t = quotient(number.minus(Number::ONE), number.plus(Number::ONE));
        let square = product(t, t);
        series(t, square, (1, 2), (3, 2))
    };
    half_of(rest).plus(product(halved, half_of(two))).times(two)
}

/// The exponential function of a number from 0 up: of its sixteenth part, four times squared.
#[inline(never)]
fn exponential(number: Number) -> Number {
    let small = quotient(number, Number::from_u32(16));
    (0..4).fold(series(Number::ONE, small, (1, 0), (1, 1)), |power, _| product(power, power))
}

/// The distribution function of the standard normal distribution: ½ + φ(x) (x + x³/3 + x⁵/(3·5) + …).
#[inline(never)]
fn normal(x: Number) -> Number {
    if x.is_negative() {
        return Number::ONE.minus(normal(x.neg()));
    }
    if x > Number::from_u32(FAR) {
        return Number::ONE;
    }
    let (square, two) = (product(x, x), Number::from_u32(2));
    // √(2π)
    let root = quotient(Number::from_u64(2_506_628_274_631_001), Number::from_u64(1_000_000_000_000_000));
    let density = product(root, exponential(quotient(square, two)));
    quotient(Number::ONE, two).plus(quotient(series(x, square, (1, 0), (3, 2)), density))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn n(text: &str) -> Number {
        Number::parse(text).unwrap()
    }

    #[track_caller]
    fn close(found: Number, expected: &str) {
        let off = found.sub(n(expected)).unwrap().abs();
        assert!(
            off <= n("0.000000000001").max(n(expected).mul(n("0.0000000000001")).unwrap_or_default()),
            "{found}, not {expected}"
        );
    }

    /// Sources: tables, to more digits than are compared.
    #[test]
    fn functions_have_their_known_values() {
        close(logarithm(n("1")), "0");
        close(logarithm(n("2")), "0.693147180559945309");
        close(logarithm(n("10")), "2.302585092994045684");
        close(logarithm(n("1000000")), "13.815510557964274104");
        close(exponential(n("0")), "1");
        close(exponential(n("1")), "2.718281828459045235");
        close(exponential(n("10")), "22026.465794806716517");
        close(normal(n("0")), "0.5");
        close(normal(n("1")), "0.841344746068542949");
        close(normal(n("-1.959963984540054")), "0.025");
        close(normal(n("6.9")), "0.999999999997399715");
        close(normal(n("5")), "0.999999713348428120");
        assert_eq!(normal(n("7.1")), Number::ONE);
    }

    /// Sources: the closed forms in binary numbers; of a share that is cut at 1, m Φ(a − σ) + 1 − Φ(a) with a = −µ/σ.
    #[test]
    fn ranges_have_the_means_of_their_distributions() {
        for (low, high, tail, is_share, expected) in [
            ("150", "260", Tail::Twentieth, false, "200.2640513994626"),
            ("60", "105", Tail::Twentieth, false, "80.5293209002633"),
            ("50", "60", Tail::Tenth, false, "54.91100287792449"),
            ("1", "1000000", Tail::Tenth, false, "2036735757.383311"),
            ("0.4", "0.9", Tail::Tenth, true, "0.6227384340451706"),
            ("0.01", "0.04", Tail::Tenth, true, "0.023150122737846335"),
            ("0.5", "0.5", Tail::Tenth, true, "0.5"),
            ("1", "1", Tail::Tenth, true, "1"),
        ] {
            let found = Shape::Lognormal { low: n(low), high: n(high), tail }.mean(is_share);
            let off = found.sub(n(expected)).unwrap().abs();
            assert!(off <= n(expected).mul(n("0.0000000001")).unwrap(), "{low} to {high}: {found}, not {expected}");
        }
        let triangle = Shape::Triangular { low: n("0"), likely: n("20"), high: n("100") };
        assert_eq!(triangle.mean(true), n("40"));
    }
}
