//! How an amount loses decimals.

use std::cmp::Ordering;

/// How an amount is rounded to fewer decimals.
///
/// The default is the one that most contracts and invoices mean by "rounded", and it treats a credit as the mirror image of a
/// debit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Rounding {
    /// To the nearest; ties away from zero: 0.125 to 0.13, −0.125 to −0.13.
    #[default]
    HalfAwayFromZero,
    /// To the nearest; ties to the even digit, as bankers do: 0.125 to 0.12, 0.135 to 0.14.
    HalfEven,
    /// To the nearest; ties toward zero: 0.125 to 0.12.
    HalfTowardZero,
    /// To the nearest; ties toward plus infinity: 0.125 to 0.13, −0.125 to −0.12.
    HalfCeiling,
    /// Away from zero: 0.121 to 0.13.
    Up,
    /// Toward zero: 0.129 to 0.12.
    Down,
    /// Toward plus infinity.
    Ceiling,
    /// Toward minus infinity.
    Floor,
}

impl Rounding {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::HalfAwayFromZero,
        Self::HalfEven,
        Self::HalfTowardZero,
        Self::HalfCeiling,
        Self::Up,
        Self::Down,
        Self::Ceiling,
        Self::Floor,
    ];

    /// The word that documents use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::HalfAwayFromZero => "halfAwayFromZero",
            Self::HalfEven => "halfEven",
            Self::HalfTowardZero => "halfTowardZero",
            Self::HalfCeiling => "halfCeiling",
            Self::Up => "up",
            Self::Down => "down",
            Self::Ceiling => "ceiling",
            Self::Floor => "floor",
        }
    }

    /// Whether a magnitude that was cut down goes one step up: `half` says how what was cut off compares with half a step, and `odd`
    /// whether the last digit kept is.
    pub(super) fn goes_up(self, negative: bool, odd: bool, half: Ordering) -> bool {
        match self {
            Self::HalfAwayFromZero => half.is_ge(),
            Self::HalfEven => half.is_gt() || half.is_eq() && odd,
            Self::HalfTowardZero => half.is_gt(),
            Self::HalfCeiling => half.is_gt() || half.is_eq() && !negative,
            Self::Up => true,
            Self::Down => false,
            Self::Ceiling => !negative,
            Self::Floor => negative,
        }
    }
}

impl serde::Serialize for Rounding {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::Rounding;
    use crate::money::{Number, Rate};

    const HALF: Rounding = Rounding::HalfAwayFromZero;

    fn n(text: &str) -> Number {
        Number::parse(text).unwrap()
    }

    /// 10 % is 0.1.
    fn rate(text: &str) -> Number {
        Rate::parse(text).unwrap().fraction()
    }

    #[test]
    fn every_mode_does_what_its_name_says() {
        use Rounding::{Ceiling, Down, Floor, HalfAwayFromZero, HalfEven, HalfTowardZero, Up};
        for (value, expected) in [
            (
                "0.125",
                [
                    (HalfAwayFromZero, "0.13"),
                    (HalfEven, "0.12"),
                    (HalfTowardZero, "0.12"),
                    (Up, "0.13"),
                    (Down, "0.12"),
                    (Ceiling, "0.13"),
                    (Floor, "0.12"),
                ],
            ),
            (
                "-0.125",
                [
                    (HalfAwayFromZero, "-0.13"),
                    (HalfEven, "-0.12"),
                    (HalfTowardZero, "-0.12"),
                    (Up, "-0.13"),
                    (Down, "-0.12"),
                    (Ceiling, "-0.12"),
                    (Floor, "-0.13"),
                ],
            ),
            (
                "0.135",
                [
                    (HalfAwayFromZero, "0.14"),
                    (HalfEven, "0.14"),
                    (HalfTowardZero, "0.13"),
                    (Up, "0.14"),
                    (Down, "0.13"),
                    (Ceiling, "0.14"),
                    (Floor, "0.13"),
                ],
            ),
            (
                "-0.001",
                [
                    (HalfAwayFromZero, "0"),
                    (HalfEven, "0"),
                    (HalfTowardZero, "0"),
                    (Up, "-0.01"),
                    (Down, "0"),
                    (Ceiling, "0"),
                    (Floor, "-0.01"),
                ],
            ),
            (
                "2.9951",
                [
                    (HalfAwayFromZero, "3"),
                    (HalfEven, "3"),
                    (HalfTowardZero, "3"),
                    (Up, "3"),
                    (Down, "2.99"),
                    (Ceiling, "3"),
                    (Floor, "2.99"),
                ],
            ),
        ] {
            for (mode, expected) in expected {
                assert_eq!(n(value).round(2, mode).to_string(), expected, "{value} {mode:?}");
            }
        }
    }

    /// E30: openmeterio/openmeter, `unitconfig_test.go`.
    #[test]
    fn published_quotients() {
        for (value, divisor, places, expected) in [
            ("2400", "1000", 0, "2"),
            ("2500", "1000", 0, "3"),
            ("3500", "1000", 0, "4"),
            ("-2500", "1000", 0, "-3"),
            ("245", "100", 1, "2.5"),
            ("244", "100", 1, "2.4"),
        ] {
            assert_eq!(n(value).div_round(n(divisor), places, HALF), Ok(n(expected)), "E30: {value} / {divisor}");
        }
    }

    /// Cases from public sources where it matters when an amount is rounded; the others are in `tests/laws`.
    #[test]
    fn published_cases() {
        for (source, value, places, mode, expected) in [
            ("E49 CatalaLang/catala rounding.catala_en", "0.001", 2, HALF, "0"),
            ("E49", "0.011", 2, HALF, "0.01"),
            ("E49", "0.015", 2, HALF, "0.02"),
            ("E58 paupino/rust-decimal rounding.rs", "-2.5", 0, HALF, "-3"),
            ("T131 Clickasnap, payments: 1 view at 0.001", "0.001", 2, Rounding::Down, "0"),
            ("T131, 9 views", "0.009", 2, Rounding::Down, "0"),
            ("T131, 10 views", "0.010", 2, Rounding::Down, "0.01"),
            ("T131, 15 views", "0.015", 2, Rounding::Down, "0.01"),
            ("T131, 19 views", "0.019", 2, Rounding::Down, "0.01"),
            ("T131, 20 views", "0.020", 2, Rounding::Down, "0.02"),
        ] {
            assert_eq!(n(value).round(places, mode), n(expected), "{source}: {value}");
        }
    }

    /// E27: openmeterio/openmeter, `dynamic_test.go`.
    #[test]
    fn many_units_are_rounded_as_one_line() {
        let line = n("10").mul(n("1.33333")).unwrap();
        assert_eq!(line.round(2, HALF), n("13.33"));
    }

    /// T132: three items of 3.33 at 5 %.
    #[test]
    fn rounding_each_is_not_rounding_the_sum() {
        let item = n("3.33").mul(rate("5%")).unwrap();
        let three = n("3");
        assert_eq!(item.round(2, HALF).mul(three), Ok(n("0.51")));
        assert_eq!(item.mul(three).unwrap().round(2, HALF), n("0.50"));
    }

    /// E50a: CatalaLang/catala, `simple.catala_en`. 0.2 % of a pool by a ratio that has no end of decimals.
    #[test]
    fn a_ratio_is_divided_last() {
        let share = n("250000000").mul(rate("0.2%")).unwrap().mul(n("123.54")).unwrap();
        assert_eq!(share.div_round(n("8548650.96"), 2, HALF), Ok(n("7.23")));
    }

    /// E63a: odoo/odoo issue 37896. 16 units at 348.35 less 4 %, plus 22 % tax.
    #[test]
    fn rounding_per_step_is_not_rounding_once() {
        let with_tax = n("1.22");
        let net = n("348.35").mul(n("16")).unwrap().mul(n("0.96")).unwrap();
        assert_eq!(net.mul(with_tax).unwrap().round(2, HALF), n("6527.80"));
        assert_eq!(net.round(2, HALF).mul(with_tax).unwrap().round(2, HALF), n("6527.81"));
    }

    #[test]
    fn names_are_told_apart() {
        let names: std::collections::BTreeSet<_> = Rounding::ALL.map(Rounding::name).into();
        assert_eq!(names.len(), Rounding::ALL.len());
        assert_eq!(Rounding::default().name(), "halfAwayFromZero");
    }
}
