//! Exact or an error, checked against integers without limits.

use num_bigint::BigInt;
use payout_calculator::money::{Money, MoneyError, Number, Rate, Rounding, allot};
use proptest::prelude::*;

use crate::strategies::{decimal, number, rounded_money, rounding};

/// The value as an integer of 10^-56, fine enough for every product.
fn big(number: Number) -> BigInt {
    let text = number.to_fixed(28);
    let (whole, decimals) = text.split_once('.').unwrap();
    assert_eq!(decimals.len(), 28, "{text}");
    format!("{whole}{decimals}").parse::<BigInt>().unwrap() * BigInt::from(10).pow(28)
}

/// Whether a value in units of 10^-56 fits into 96 bits and 28 decimals.
fn fits(mut value: BigInt) -> bool {
    let ten = BigInt::from(10);
    let mut scale = 56;
    while scale > 0 && (&value % &ten) == BigInt::from(0) {
        value /= &ten;
        scale -= 1;
    }
    scale <= 28 && value.magnitude().bits() <= 96
}

proptest! {
    #[test]
    fn what_is_written_is_read_and_written_again(text in decimal()) {
        let number = Number::parse(&text).unwrap();
        prop_assert_eq!(Number::parse(&number.to_string()).unwrap(), number);
        prop_assert_eq!(Number::parse(&number.to_fixed(9)).unwrap(), number);
        let shown = number.to_string();
        prop_assert!(shown != "-0" && (!shown.contains('.') || !shown.ends_with('0')), "{}", shown);
    }

    #[test]
    fn any_text_is_a_number_or_an_error(text in ".{0,40}") {
        if let Ok(number) = Number::parse(&text) {
            prop_assert!(text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b'-'));
            prop_assert_eq!(Number::parse(&number.to_string()), Ok(number));
        }
        let _ = Rate::parse(&text);
    }

    #[test]
    fn sums_and_products_are_exact_or_refused(one in number(), two in number()) {
        for (result, exact) in [
            (one.add(two), big(one) + big(two)),
            (one.sub(two), big(one) - big(two)),
            (one.mul(two), big(one) * big(two) / BigInt::from(10).pow(56)),
        ] {
            match result {
                Ok(result) => prop_assert_eq!(big(result), exact),
                Err(error) => prop_assert!(!fits(exact), "{} and {}: {}", one, two, error),
            }
        }
    }

    #[test]
    fn a_product_that_fits_is_found(one in 1_u64..1_000_000_000_000, two in 1_u64..1_000_000_000_000) {
        let product = Number::from_u64(one).mul(Number::from_u64(two)).unwrap();
        prop_assert_eq!(product.to_string(), (u128::from(one) * u128::from(two)).to_string());
    }

    #[test]
    fn a_quotient_is_rounded_once_from_its_exact_value(
        one in -1_000_000_000_i64..1_000_000_000,
        two in (-1_000_000_i64..1_000_000).prop_filter("not zero", |two| *two != 0),
        places in 0_u32..8,
        mode in rounding(),
    ) {
        let of = |value: i64| Number::parse(&value.to_string()).unwrap();
        let quotient = of(one).div_round(of(two), places, mode).unwrap();
        // |quotient × two − one| is less than one unit of the last place, times |two|; half of it for the nearest modes.
        let off = (big(quotient) * two - big(of(one))).magnitude().clone();
        let unit = BigInt::from(10).pow(56 - places) * two;
        let nearest = matches!(mode, Rounding::HalfAwayFromZero | Rounding::HalfEven | Rounding::HalfTowardZero);
        let limit = unit.magnitude().clone() / if nearest { 2_u32 } else { 1 };
        prop_assert!(if nearest { off <= limit } else { off < limit }, "{one} / {two} = {quotient}");
    }

    #[test]
    fn a_rate_of_an_amount_is_exact(rate in 0_u64..100_000, amount in rounded_money()) {
        let rate = Rate::parse(&format!("{}.{:03}%", rate / 1000, rate % 1000)).unwrap();
        let share = rate.of(amount).unwrap();
        prop_assert_eq!(big(share.amount()), big(amount.amount()) * big(rate.fraction()) / BigInt::from(10).pow(56));
    }

    #[test]
    fn parts_add_up_and_are_within_a_unit_of_their_share(
        total in rounded_money(),
        weights in prop::collection::vec(0_u64..1_000_000, 1..20),
    ) {
        let whole: u64 = weights.iter().sum();
        let numbers: Vec<_> = weights.iter().map(|weight| Number::from_u64(*weight)).collect();
        match allot(total, &numbers) {
            Err(error) => prop_assert_eq!((error, whole), (MoneyError::BadWeights, 0)),
            Ok(parts) => {
                let sum = parts.iter().try_fold(Money::zero(total.currency()), |sum, part| sum.add(*part)).unwrap();
                prop_assert_eq!(sum, total);
                let unit = BigInt::from(10).pow(56 - total.currency().minor_units()) * whole;
                for (part, weight) in parts.iter().zip(&weights) {
                    let off = big(part.amount()) * whole - big(total.amount()) * *weight;
                    prop_assert!(off.magnitude() < unit.magnitude(), "{part:?} of {total:?}");
                    prop_assert!(*weight > 0 || part.amount().is_zero());
                }
                let mirrored = allot(total.neg(), &numbers).unwrap();
                prop_assert_eq!(mirrored, parts.into_iter().map(Money::neg).collect::<Vec<_>>());
            }
        }
    }
}
