//! Text is read exactly or refused, and a rate takes its exact share.

use num_bigint::BigInt;
use payout_calculator::money::{Number, Rate};
use proptest::prelude::*;

use crate::strategies::{decimal, rounded_money};

/// The value as an integer of 10^-56, fine enough for every product.
fn big(number: Number) -> BigInt {
    let text = number.to_fixed(28);
    let (whole, decimals) = text.split_once('.').unwrap();
    assert_eq!(decimals.len(), 28, "{text}");
    format!("{whole}{decimals}").parse::<BigInt>().unwrap() * BigInt::from(10).pow(28)
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
    fn a_rate_of_an_amount_is_exact(rate in 0_u64..100_000, amount in rounded_money()) {
        let rate = Rate::parse(&format!("{}.{:03}%", rate / 1000, rate % 1000)).unwrap();
        let share = rate.of(amount).unwrap();
        prop_assert_eq!(big(share.amount()), big(amount.amount()) * big(rate.fraction()) / BigInt::from(10).pow(56));
    }
}
