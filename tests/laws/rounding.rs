//! Rounding, by its laws and by published cases.

use payout_calculator::money::{Currency, Money, Number, Rate, Rounding, allot};
use proptest::prelude::*;

use crate::strategies::{number, rounding};

fn n(text: &str) -> Number {
    Number::parse(text).unwrap()
}

proptest! {
    #[test]
    fn rounding_twice_is_rounding_once(value in number(), places in 0_u32..10, mode in rounding()) {
        let once = value.round(places, mode);
        prop_assert_eq!(once.round(places, mode), once);
        prop_assert!(once.decimals() <= places);
    }

    #[test]
    fn what_has_no_more_decimals_stays(value in number(), mode in rounding()) {
        prop_assert_eq!(value.round(value.decimals(), mode), value);
    }

    #[test]
    fn modes_lie_where_their_names_say(value in number(), places in 0_u32..10) {
        let [floor, ceiling] = [Rounding::Floor, Rounding::Ceiling].map(|mode| value.round(places, mode));
        let [down, up] = [Rounding::Down, Rounding::Up].map(|mode| value.round(places, mode));
        prop_assert!(floor <= value && value <= ceiling);
        prop_assert!(down.abs() <= value.abs() && value.abs() <= up.abs());
        for mode in Rounding::ALL {
            let rounded = value.round(places, mode);
            prop_assert!(rounded == floor || rounded == ceiling, "{mode:?}");
        }
    }

    #[test]
    fn a_credit_mirrors_a_debit(value in number(), places in 0_u32..10, mode in rounding()) {
        let mirrored = match mode {
            Rounding::Ceiling => Rounding::Floor,
            Rounding::Floor => Rounding::Ceiling,
            // Its ties go up, so its mirror image would send them down: no mode does.
            Rounding::HalfCeiling => return Ok(()),
            mode => mode,
        };
        prop_assert_eq!(value.neg().round(places, mode), value.round(places, mirrored).neg());
    }
}

/// Cases from public sources, each with its id in the collection of worked examples and where it was printed.
#[test]
fn published_cases() {
    use Rounding::{HalfAwayFromZero as Half, HalfEven as Even};
    for (source, value, places, mode, expected) in [
        ("E30 openmeterio/openmeter unitconfig_test.go", "2.4", 0, Half, "2"),
        ("E30", "2.5", 0, Half, "3"),
        ("E30", "3.5", 0, Half, "4"),
        ("E30", "-2.5", 0, Half, "-3"),
        ("E30", "2.45", 1, Half, "2.5"),
        ("E30", "2.44", 1, Half, "2.4"),
        ("E49 CatalaLang/catala rounding.catala_en", "-0.015", 2, Half, "-0.02"),
        ("E49", "-0.011", 2, Half, "-0.01"),
        ("E49", "-0.005", 2, Half, "-0.01"),
        ("E49", "-0.001", 2, Half, "0"),
        ("E49", "0.005", 2, Half, "0.01"),
        ("E58 paupino/rust-decimal rounding.rs", "6.5", 0, Even, "6"),
        ("E58", "7.5", 0, Even, "8"),
        ("E58", "1.2250", 2, Even, "1.22"),
        ("E58", "1.2252", 2, Even, "1.23"),
        ("E58", "6.5", 0, Half, "7"),
        ("T130 documented behaviour of Math.round, PHP round, banker's rounding", "-2.5", 0, Half, "-3"),
        ("T130", "-2.5", 0, Even, "-2"),
        ("E27 openmeterio/openmeter dynamic_test.go", "13.3333", 2, Half, "13.33"),
        ("ISO 4217 amounts, symmetric for credits", "-0.125", 2, Half, "-0.13"),
    ] {
        assert_eq!(n(value).round(places, mode), n(expected), "{source}: {value}");
    }
}

#[test]
fn published_percentages() {
    let usd = Currency::parse("USD").unwrap();
    for (source, amount, rate, expected) in [
        ("T08 dubinc/dub calculate-sale-earnings.test.ts", "0.03", "20%", "0.01"),
        ("T08", "0.15", "10%", "0.02"),
        ("T08", "0.01", "50%", "0.01"),
        ("T08", "5.00", "2.9%", "0.15"),
        ("T09", "0.07", "20%", "0.01"),
        ("T09", "0.02", "20%", "0.00"),
        ("T09", "10.00", "0%", "0.00"),
        ("T09", "19.00", "10%", "1.90"),
        ("T63 impact.com Partner Actions example", "21.99", "4%", "0.88"),
        ("T63", "19.27", "4%", "0.77"),
        ("E36a spree/spree percent_on_line_item_spec.rb", "31.08", "10%", "3.11"),
        ("E36a", "31.00", "10%", "3.10"),
        ("T07 Tolt, commission flows", "49.00", "30%", "14.70"),
    ] {
        let share = Rate::parse(rate).unwrap().of(Money::new(n(amount), usd)).unwrap();
        assert_eq!(share.round(Rounding::default()).to_fixed(), expected, "{source}: {rate} of {amount}");
    }
}

/// E31 and E60 of the collection of worked examples, and T62.
#[test]
fn published_allotments() {
    for (source, currency, total, weights, expected) in [
        ("E31", "USD", "6.00", "10 5", "4.00 2.00"),
        ("E31", "USD", "0.05", "1 1 1", "0.02 0.02 0.01"),
        ("E31", "JPY", "5", "1 1 1", "2 2 1"),
        ("E31", "CLF", "0.0005", "1 1", "0.0003 0.0002"),
        ("E31", "USD", "0.01", "100 1", "0.01 0.00"),
        ("E31", "USD", "100.00", "1 2 3", "16.67 33.33 50.00"),
        ("E60", "USD", "1.00", "1 1 1", "0.34 0.33 0.33"),
        ("E60", "USD", "1.01", "1 1 1", "0.34 0.34 0.33"),
        ("E60", "USD", "0.05", "3 7", "0.02 0.03"),
        ("E60", "USD", "0.05", "7 3", "0.04 0.01"),
        (
            "T62",
            "USD",
            "120",
            "1 1 1 1 1 1 1 1 1 1 1 1",
            "10.00 10.00 10.00 10.00 10.00 10.00 10.00 10.00 10.00 10.00 10.00 10.00",
        ),
    ] {
        let total = Money::new(n(total), Currency::parse(currency).unwrap());
        let weights: Vec<_> = weights.split(' ').map(n).collect();
        let parts: Vec<_> = allot(total, &weights).unwrap().into_iter().map(Money::to_fixed).collect();
        assert_eq!(parts.join(" "), expected, "{source}: {total:?}");
    }
}
