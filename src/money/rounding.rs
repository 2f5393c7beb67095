//! How an amount loses decimals.

use rust_decimal::RoundingStrategy;

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
    pub const ALL: [Self; 7] = [
        Self::HalfAwayFromZero,
        Self::HalfEven,
        Self::HalfTowardZero,
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
            Self::Up => "up",
            Self::Down => "down",
            Self::Ceiling => "ceiling",
            Self::Floor => "floor",
        }
    }

    pub(super) const fn strategy(self) -> RoundingStrategy {
        match self {
            Self::HalfAwayFromZero => RoundingStrategy::MidpointAwayFromZero,
            Self::HalfEven => RoundingStrategy::MidpointNearestEven,
            Self::HalfTowardZero => RoundingStrategy::MidpointTowardZero,
            Self::Up => RoundingStrategy::AwayFromZero,
            Self::Down => RoundingStrategy::ToZero,
            Self::Ceiling => RoundingStrategy::ToPositiveInfinity,
            Self::Floor => RoundingStrategy::ToNegativeInfinity,
        }
    }

    /// Whether a magnitude that was cut down goes one step up: `rest` of `whole` was cut off, and `odd` says whether the last
    /// digit kept is.
    pub(super) fn goes_up(self, negative: bool, odd: bool, rest: i128, whole: i128) -> bool {
        if rest == 0 {
            return false;
        }
        // Compared with what is left, since twice the rest might not fit.
        let half = rest.cmp(&whole.saturating_sub(rest));
        match self {
            Self::HalfAwayFromZero => half.is_ge(),
            Self::HalfEven => half.is_gt() || half.is_eq() && odd,
            Self::HalfTowardZero => half.is_gt(),
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
