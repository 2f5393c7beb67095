//! What holds of amounts up to the largest and finest that can be held: everything is compared with integers without limits, and
//! done by their plainest method.

use std::cmp::Reverse;
use std::hash::{DefaultHasher, Hash, Hasher};

use num_bigint::{BigInt, Sign};
use payout_calculator::money::{Currency, Money, MoneyError, Number, NumberError, Rate, RateError, Rounding, allot};
use proptest::prelude::*;

use crate::integers::{FINEST, big, border, divided, fits, number, of, pair, shortest, ten};

/// Largest remainder by its definition: cut down, then one unit each to the largest remainders, the earlier first.
fn shared(units: &BigInt, weights: &[BigInt]) -> Vec<BigInt> {
    let whole: BigInt = weights.iter().sum();
    let mut parts: Vec<BigInt> = weights.iter().map(|weight| units * weight / &whole).collect();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by_key(|place| (Reverse(units * &weights[*place] % &whole), *place));
    let mut missing = units - parts.iter().sum::<BigInt>();
    for place in order {
        if missing > BigInt::ZERO {
            parts[place] += 1;
            missing -= 1;
        }
    }
    parts
}

/// Numbers whose sums and products always fit.
fn small() -> impl Strategy<Value = Number> {
    (0_u64..1_000_000_000, 0_u32..=6, any::<bool>()).prop_map(|(digits, scale, negative)| of(digits, scale, negative))
}

fn mode() -> impl Strategy<Value = Rounding> {
    prop::sample::select(Rounding::ALL.to_vec())
}

fn currency() -> impl Strategy<Value = Currency> {
    prop::sample::select(vec!["USD", "JPY", "KWD", "CLF"]).prop_map(|code| Currency::parse(code).unwrap())
}

fn hash(value: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

proptest! {
    #[test]
    fn sums_and_products_are_exact_and_refused_only_when_they_do_not_fit((one, two) in pair()) {
        for (result, exact, scale) in [
            (one.add(two), big(one) + big(two), FINEST),
            (one.sub(two), big(one) - big(two), FINEST),
            (one.mul(two), big(one) * big(two), 2 * FINEST),
        ] {
            match result {
                Ok(result) => {
                    prop_assert_eq!(big(result) * ten(scale - FINEST), exact.clone());
                    prop_assert_eq!(result.decimals(), shortest(exact, scale).1);
                }
                Err(MoneyError::Overflow | MoneyError::LostDigits) => prop_assert!(!fits(exact, scale)),
                Err(error) => prop_assert!(false, "{error:?}"),
            }
        }
    }

    #[test]
    fn zeros_of_one_factor_make_up_for_decimals_of_the_other(
        one in 1_u64..100_000_000,
        zeros in 15_u32..=20,
        two in 1_u128 << 60..1 << 66,
        scale in 20..=FINEST,
    ) {
        let product = of(ten(zeros) * one, 0, false).mul(of(two, scale, false));
        prop_assert_eq!(product, Ok(of(BigInt::from(one) * two, scale - zeros, false)));
    }

    #[test]
    fn digits_are_lost_only_where_there_are_decimals((one, two) in pair()) {
        for (result, exact, scale) in [(one.add(two), big(one) + big(two), FINEST), (one.mul(two), big(one) * big(two), 2 * FINEST)] {
            let has_decimals = exact % ten(scale) != BigInt::ZERO;
            prop_assert_eq!(result == Err(MoneyError::LostDigits), result.is_err() && has_decimals);
        }
    }

    #[test]
    fn a_quotient_is_the_exact_one_rounded_once((one, two) in pair(), places in 0..=FINEST, mode in mode()) {
        match one.div_round(two, places, mode) {
            Err(MoneyError::DivisionByZero) => prop_assert!(two.is_zero()),
            Ok(result) => {
                let exact = divided(&(big(one) * ten(places)), &big(two), mode);
                prop_assert_eq!(big(result), &exact * ten(FINEST - places));
                prop_assert_eq!(result.decimals(), shortest(exact, places).1);
            }
            Err(error) => {
                let quotient = divided(&(big(one) * ten(places)), &big(two), mode);
                prop_assert!(!fits(quotient, places), "{one} / {two}: {error}");
            }
        }
    }

    #[test]
    fn rounding_is_that_of_integers(value in number(), places in 0..=FINEST, mode in mode()) {
        let exact = divided(&big(value), &ten(FINEST - places), mode);
        prop_assert_eq!(big(value.round(places, mode)), &exact * ten(FINEST - places));
        prop_assert_eq!(value.round(places, mode).decimals(), shortest(exact, places).1);
    }

    #[test]
    fn ties_are_rounded_by_their_mode(whole in 0_u32..1000, places in 0_u32..6, negative in any::<bool>(), mode in mode()) {
        let tie = of(BigInt::from(whole) * 10 + 5, places + 1, negative);
        let exact = divided(&big(tie), &ten(FINEST - places), mode) * ten(FINEST - places);
        prop_assert_eq!(big(tie.round(places, mode)), exact);
    }

    #[test]
    fn what_is_read_is_shown_without_needless_zeros(
        digits in prop_oneof![1 => 0_u128..100_000, 1 => 0_u128..1 << 96, 2 => border()],
        scale in 0..=FINEST,
        negative in any::<bool>(),
        (before, after) in (prop_oneof![Just(0_usize), 0..30_usize], prop_oneof![Just(0_usize), 0..30_usize]),
        places in 0_usize..40,
    ) {
        let written = |digits: &str, scale: usize| {
            let digits = format!("{digits:0>width$}", width = scale + 1);
            let (whole, decimals) = digits.split_at(digits.len() - scale);
            let sign = if negative && digits.contains(|digit| digit != '0') { "-" } else { "" };
            if scale == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{decimals}") }
        };
        let (shorter, fewest) = shortest(digits.into(), scale);
        let (shorter, fewest) = (shorter.to_string(), usize::try_from(fewest).unwrap());
        let padded = format!("{shorter}{:0<pad$}", "", pad = places.saturating_sub(fewest));

        let zeros = "0".repeat(before);
        let longer = written(&format!("{digits}{:0<after$}", ""), usize::try_from(scale).unwrap() + after);
        let longer = longer.strip_prefix('-').map_or(format!("{zeros}{longer}"), |digits| format!("-{zeros}{digits}"));
        let number = Number::parse(&longer).unwrap();
        prop_assert_eq!(number.to_string(), written(&shorter, fewest), "{}", longer);
        prop_assert_eq!(number.to_fixed(places.try_into().unwrap()), written(&padded, places.max(fewest)), "{}", longer);
    }

    #[test]
    fn what_is_added_can_be_taken_away((one, two) in pair()) {
        prop_assert_eq!(one.add(two), two.add(one));
        if let Ok(sum) = one.add(two) {
            prop_assert_eq!(sum.sub(two), Ok(one));
        }
        prop_assert_eq!(one.sub(one), Ok(Number::ZERO));
    }

    #[test]
    fn a_factor_goes_to_each_part_of_a_sum(factor in small(), one in small(), two in small()) {
        let parts = one.mul(factor).unwrap().add(two.mul(factor).unwrap());
        prop_assert_eq!(one.add(two).unwrap().mul(factor), parts);
    }

    #[test]
    fn order_equality_and_hash_are_those_of_the_value((one, two) in pair()) {
        prop_assert_eq!(one.cmp(&two), big(one).cmp(&big(two)));
        prop_assert_eq!(one == two, big(one) == big(two));
        let padded = Number::parse(&one.to_fixed(FINEST)).unwrap();
        prop_assert_eq!((padded, hash(padded)), (one, hash(one)));
        prop_assert_eq!(one.is_negative(), big(one).sign() == Sign::Minus);
        prop_assert_eq!((one.neg().neg(), one.neg().abs()), (one, one.abs()));
    }

    #[test]
    fn ten_times_the_amount_is_rounded_to_ten_times_the_result(value in small(), places in 0_u32..8, mode in mode()) {
        let times_ten = |number: Number| number.mul(Number::from_u32(10)).unwrap();
        prop_assert_eq!(times_ten(value).round(places, mode), times_ten(value.round(places + 1, mode)));
    }

    #[test]
    fn a_rate_is_read_as_it_is_shown(percent in number()) {
        let text = format!("{percent}%");
        match Rate::parse(&text) {
            Ok(rate) => {
                prop_assert_eq!(rate.to_string(), text);
                prop_assert_eq!(big(rate.fraction()) * 100, big(percent));
                prop_assert_eq!(rate.exceeds_whole(), percent > Number::from_u32(100));
            }
            Err(RateError::Negative) => prop_assert!(percent.is_negative()),
            Err(error) => {
                prop_assert_eq!(error, RateError::Number(NumberError::TooManyDigits));
                prop_assert!(percent.decimals() > FINEST - 2);
            }
        }
    }

    #[test]
    fn rates_are_reckoned_as_their_fractions((one, two) in pair()) {
        for (fraction, result) in [
            (one, Rate::from_fraction(one)),
            (one.add(two).unwrap_or_default(), Rate::from_fraction(one).and_then(|rate| rate.plus(Rate::from_fraction(two)?))),
            (one.mul(two).unwrap_or_default(), Rate::from_fraction(one).and_then(|rate| rate.times(two))),
        ] {
            if let Ok(rate) = result {
                prop_assert_eq!(rate.fraction(), fraction);
                prop_assert_eq!(Rate::parse(&rate.to_string()), Ok(rate));
            }
        }
        let percent = Number::from_u32(100);
        match Rate::from_fraction(one) {
            Ok(_) => prop_assert!(!one.is_negative()),
            Err(MoneyError::NegativeRate) => prop_assert!(one.is_negative()),
            Err(error) => prop_assert_eq!(one.mul(percent), Err(error)),
        }
    }

    #[test]
    fn whole_times_lie_around_the_quotient((one, two) in pair()) {
        if let (Ok(floor), Ok(ceiling)) = (one.div_floor(two), one.div_ceil(two)) {
            prop_assert!(floor.is_integer() && ceiling.is_integer());
            let (low, high) = (big(floor) * big(two), big(ceiling) * big(two));
            let exact = big(one) * ten(FINEST);
            prop_assert!((&low).min(&high) <= &exact && &exact <= (&low).max(&high));
            prop_assert!((low <= exact) != two.is_negative() || low == exact);
            prop_assert_eq!(big(ceiling) - big(floor), if low == exact { BigInt::ZERO } else { ten(FINEST) });
        }
    }

    #[test]
    fn parts_are_the_largest_remainders(
        digits in prop_oneof![0_u128..1000, 0_u128..(1 << 96)],
        negative in any::<bool>(),
        currency in currency(),
        weights in prop::collection::vec(prop_oneof![(0_u32..4).prop_map(Number::from_u32), small(), number()], 0..8),
    ) {
        let scale = currency.minor_units();
        let total = Money::new(of(digits, scale, negative), currency);
        let exact: Vec<BigInt> = weights.iter().copied().map(big).collect();
        let bad = exact.iter().any(|weight| weight.sign() == Sign::Minus) || exact.iter().all(|weight| *weight == BigInt::ZERO);
        match allot(total, &weights) {
            Ok(parts) => {
                prop_assert!(!bad);
                let sign = if negative { -1 } else { 1 };
                let units: Vec<BigInt> = parts.iter().map(|part| big(part.amount()) * sign / ten(FINEST - scale)).collect();
                prop_assert_eq!(units, shared(&digits.into(), &exact));
            }
            Err(MoneyError::BadWeights) => prop_assert!(bad),
            Err(error) => {
                let finest = weights.iter().map(|weight| weight.decimals()).max().unwrap_or_default();
                let whole = exact.iter().sum::<BigInt>() / ten(FINEST - finest);
                prop_assert!(bad || whole > ten(36), "{error:?}: {total:?} by {weights:?}");
            }
        }
    }

    #[test]
    fn only_the_ratio_of_weights_counts(digits in 0_u32.., weights in prop::collection::vec(0_u32..1000, 1..8), currency in currency()) {
        let total = Money::new(of(digits, currency.minor_units(), false), currency);
        let by = |factor: &str| {
            let factor = Number::parse(factor).unwrap();
            let weights: Vec<_> = weights.iter().map(|weight| Number::from_u32(*weight).mul(factor).unwrap()).collect();
            allot(total, &weights)
        };
        prop_assert_eq!(by("1"), by("10"));
        prop_assert_eq!(by("1"), by("0.037"));
    }

    #[test]
    fn nothing_panics((one, two) in pair(), places in any::<u32>(), text in ".*", mode in mode()) {
        let _ = (Number::parse(&text), Rate::parse(&text), Currency::parse(&text));
        let _ = (one.round(places, mode), one.div_round(two, places, mode), one.to_u64());
        let money = Money::new(one, Currency::parse("USD").unwrap());
        let _ = (money.times(two), money.round(mode).to_fixed(), allot(money.round(mode), &[two, one]));
    }
}
