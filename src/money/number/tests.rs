//! Cases of reading, showing and reckoning, one table for each promise.

use super::{MoneyError, Number, NumberError, Rounding};

fn n(text: &str) -> Number {
    Number::parse(text).unwrap()
}

#[test]
fn plain_decimals_are_read_and_shown_in_their_shortest_form() {
    for (text, shown) in [
        ("10", "10"),
        ("10.00", "10"),
        ("0.145", "0.145"),
        ("-0.5", "-0.5"),
        ("-0", "0"),
        ("-0.000", "0"),
        ("007.50", "7.5"),
        ("9999999999999999999999999999", "9999999999999999999999999999"),
        ("999999999999999999", "999999999999999999"),
        ("999999999999999.9999", "999999999999999.9999"),
        ("-9223372036854775808", "-9223372036854775808"),
        ("92233720368547758.080", "92233720368547758.08"),
        ("0.0000000000000000000000000001", "0.0000000000000000000000000001"),
        ("1.00000000000000000000000000000000000000000000", "1"),
    ] {
        assert_eq!(n(text).to_string(), shown, "{text}");
        assert_eq!(format!("{:.0}", n(text)), shown, "{text} with a precision");
    }
}

#[test]
fn each_mistake_has_its_own_error() {
    use NumberError::{Empty, NotANumber, PercentSign, ThousandsSeparator, TooManyDigits};
    for (error, texts) in [
        (Empty, &[""][..]),
        (PercentSign, &["10%", "10 %", "%"]),
        (ThousandsSeparator, &["1,250", "1,250.00", "1.250,00", "-1 250", "1_000", "1'000", "1’000", "1\u{202f}000"]),
        (
            NotANumber,
            &["1e3", "+1", ".5", "5.", "12.", "-", "--12", "12-5", " 12", "12 ", ",12", "0x1f", "NaN", "Infinity"],
        ),
        (NotANumber, &["١٢", "１２", "½", "−12", "$12", "1,,2", "twelve", "1\t2"]),
        (TooManyDigits, &["79228162514264337593543950336", "0.00000000000000000000000000001"]),
        (TooManyDigits, &["1234567890.12345678901234567891", "100000000000000000000000000000000000000000"]),
    ] {
        for text in texts {
            assert_eq!(Number::parse(text), Err(error), "{text:?}");
        }
    }
}

#[test]
fn products_and_sums_are_exact_or_say_why_not() {
    let largest = "79228162514264337593543950335";
    for (one, two, product, sum) in [
        // Twenty zeros at one side make up for twenty decimals at the other.
        (
            "300000000000000000000",
            "0.0000012345678901234567890123",
            Ok("370370367037037.03670369"),
            Err(MoneyError::LostDigits),
        ),
        ("0.0000000000000000000000000001", "10000000000000000000000000000", Ok("1"), Err(MoneyError::LostDigits)),
        // 5^32 and 2^32 make 32 zeros, none of which counts.
        ("0.0000023283064365386962890625", "0.4294967296", Ok("0.000001"), Ok("0.4294990579064365386962890625")),
        (largest, "1", Ok(largest), Err(MoneyError::Overflow)),
        (largest, "-1", Ok("-79228162514264337593543950335"), Ok("79228162514264337593543950334")),
        (largest, "2", Err(MoneyError::Overflow), Err(MoneyError::Overflow)),
        (largest, "0.1", Ok("7922816251426433759354395033.5"), Err(MoneyError::LostDigits)),
        (largest, "0", Ok("0"), Ok(largest)),
    ] {
        let shown = |result: Result<Number, MoneyError>| result.map(|number| number.to_string());
        assert_eq!(shown(n(one).mul(n(two))), product.map(str::to_owned), "{one} × {two}");
        assert_eq!(shown(n(two).mul(n(one))), product.map(str::to_owned), "{two} × {one}");
        assert_eq!(shown(n(one).add(n(two))), sum.map(str::to_owned), "{one} + {two}");
    }
}

#[test]
fn a_quotient_needs_no_more_room_than_its_digits() {
    let half = Rounding::default();
    for (one, by, places, expected) in [
        ("79228162514264337593543950335", "79228162514.264337593543950335", 2, Ok("1000000000000000000")),
        ("0.0000000000000000000000000001", "79228162514264337593543950335", 2, Ok("0")),
        ("1", "0.0000000000000000000000000001", 0, Ok("10000000000000000000000000000")),
        ("7", "-0.5", 0, Ok("-14")),
        ("1", "8", u32::MAX, Ok("0.125")),
        ("1", "3", 28, Ok("0.3333333333333333333333333333")),
        ("1", "3", 29, Err(MoneyError::LostDigits)),
        ("1", "3", u32::MAX, Err(MoneyError::LostDigits)),
        // Ten zeros at the end of 39 digits, and 27 nines that are rounded up.
        ("-17100000000000000000000000", "-99999999999.999999999999999", 24, Ok("171000000000000.00000000000171")),
        ("1307258399119871279401945661", "3624979724696642.615641194033", 27, Ok("360625023697")),
        ("10", "0.0000000000000000000000000001", 0, Err(MoneyError::Overflow)),
        ("1", "0.00", 2, Err(MoneyError::DivisionByZero)),
        ("0", "0", 2, Err(MoneyError::DivisionByZero)),
    ] {
        let quotient = n(one).div_round(n(by), places, half).map(|number| number.to_string());
        assert_eq!(quotient, expected.map(str::to_owned), "{one} / {by}");
    }
}

#[test]
fn whole_times_are_cut_down_or_made_full() {
    for (one, by, floor, ceiling) in [
        ("2500", "1000", "2", "3"),
        ("2000", "1000", "2", "2"),
        ("0.3", "0.1", "3", "3"),
        ("-2500", "1000", "-3", "-2"),
        ("2500", "-1000", "-3", "-2"),
        ("-1", "-3", "0", "1"),
        ("0", "7", "0", "0"),
        ("1", "79228162514264337593543950335", "0", "1"),
    ] {
        let (one, by) = (n(one), n(by));
        assert_eq!((one.div_floor(by), one.div_ceil(by)), (Ok(n(floor)), Ok(n(ceiling))), "{one} / {by}");
    }
    assert_eq!(n("1").div_floor(n("0")), Err(MoneyError::DivisionByZero));
    assert_eq!(n("10").div_ceil(n("0.0000000000000000000000000001")), Err(MoneyError::Overflow));
}

#[test]
fn padding_never_cuts() {
    for (text, places, fixed) in
        [("10", 2, "10.00"), ("-0.5", 2, "-0.50"), ("0.145", 2, "0.145"), ("3", 0, "3"), ("0", 3, "0.000")]
    {
        assert_eq!(n(text).to_fixed(places), fixed, "{text}");
    }
}

#[test]
fn whole_numbers_are_known() {
    for (text, integer) in [("3.0", Some(3)), ("0", Some(0)), ("18446744073709551615", Some(u64::MAX))] {
        assert_eq!((n(text).is_integer(), n(text).to_u64()), (true, integer), "{text}");
    }
    for (text, is_integer) in [("0.5", false), ("-3", true), ("18446744073709551616", true)] {
        assert_eq!((n(text).is_integer(), n(text).to_u64()), (is_integer, None), "{text}");
    }
}
