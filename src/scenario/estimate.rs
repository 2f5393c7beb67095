//! What is not known exactly: a value, or a range that it lies in.

use crate::document::{Amount, Code, Node, Plain, Read, Reader, Threshold, record};
use crate::money::{Number, Rate, Rounding};

record! {
    /// The range that a value lies in: two percentiles, or the lowest, the likeliest and the highest value.
    ///
    /// ```json
    /// { "p10": "150", "p90": "260" }
    /// ```
    pub struct Range {
        /// In 1 of 20 cases it is below this. With `p95`.
        "p5" => p5: Threshold = optional,
        /// In 1 of 10 cases it is below this. With `p90`: a lognormal distribution, as the range of what can't be negative.
        "p10" => p10: Threshold = optional,
        /// In 1 of 10 cases it is above this.
        "p90" => p90: Threshold = optional,
        /// In 1 of 20 cases it is above this.
        "p95" => p95: Threshold = optional,
        /// It is never below this. With `likely` and `high`: a triangular distribution.
        "low" => low: Threshold = optional,
        /// Values near this are the likeliest.
        "likely" => likely: Threshold = optional,
        /// It is never above this.
        "high" => high: Threshold = optional,
    }
}

/// How a value is distributed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    /// It is known.
    Exactly(Number),
    /// Lognormal, between two percentiles that lie as far from the middle as `tail` says.
    Lognormal {
        /// The lower percentile.
        low: Number,
        /// The upper one.
        high: Number,
        /// Which percentiles they are.
        tail: Tail,
    },
    /// Triangular.
    Triangular {
        /// The lowest value.
        low: Number,
        /// The likeliest.
        likely: Number,
        /// The highest.
        high: Number,
    },
}

/// Which two percentiles bound a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tail {
    /// The 5th and the 95th.
    Twentieth,
    /// The 10th and the 90th.
    Tenth,
}

/// An amount or a number of things from 0 up, or the range that it lies in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate(pub Shape);

/// A part of a whole, from 0 % to 100 %, or the range that it lies in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share(pub Shape);

impl Shape {
    /// The value that is as often exceeded as not.
    #[must_use]
    pub fn median(self) -> Number {
        match self {
            Self::Exactly(value) => value,
            Self::Lognormal { low, high, .. } => root(low.times(high)),
            Self::Triangular { low, likely, high } => {
                let (width, left, right) = (high.minus(low), likely.minus(low), high.minus(likely));
                let half = Number::from_u32(2);
                // Half of the area lies to one side, which is under the longer slope.
                if left >= right {
                    low.plus(root(width.times(left).over(half, PLACES, Rounding::HalfEven)))
                } else {
                    high.minus(root(width.times(right).over(half, PLACES, Rounding::HalfEven)))
                }
            }
        }
    }
}

/// Decimals of what is worked out of a range.
const PLACES: u32 = 12;

/// A square root, by Newton's method.
fn root(square: Number) -> Number {
    if square.is_zero() {
        return square;
    }
    let mut root = if square < Number::ONE { Number::ONE } else { square };
    // From above it falls until it is found; at first it halves.
    for _ in 0..200 {
        let next = root.plus(square.over(root, PLACES, Rounding::HalfEven)).over(
            Number::from_u32(2),
            PLACES,
            Rounding::HalfEven,
        );
        if next >= root {
            break;
        }
        root = next;
    }
    root
}

#[inline(never)]
fn range(node: &Node, at: &mut Reader, shares: bool) -> Option<Shape> {
    let mut range = Range::blank();
    if !range.read(node, at) {
        return None;
    }
    let Range { p5, p10, p90, p95, low, likely, high } = range;
    let ends = [p5, p10, low, likely, high, p90, p95];
    let said: Vec<Number> = ends.into_iter().flatten().filter_map(|end| of_kind(end, shares)).collect();
    let shape = match (ends.map(|end| end.is_some()), &said[..]) {
        ([true, false, false, false, false, false, true], [low, high]) => {
            Shape::Lognormal { low: *low, high: *high, tail: Tail::Twentieth }
        }
        ([false, true, false, false, false, true, false], [low, high]) => {
            Shape::Lognormal { low: *low, high: *high, tail: Tail::Tenth }
        }
        ([false, false, true, true, true, false, false], [low, likely, high]) => {
            Shape::Triangular { low: *low, likely: *likely, high: *high }
        }
        _ => Shape::Exactly(Number::ZERO),
    };
    let percentiles = said.len() == 2;
    let bounds = shape != Shape::Exactly(Number::ZERO);
    if !bounds || !said.is_sorted() || percentiles && said.iter().any(|end| end.is_zero()) {
        let kind = if shares { "shares such as \"40%\"" } else { "numbers" };
        let ways = "\"p10\" and \"p90\" or \"p5\" and \"p95\" above 0, or \"low\", \"likely\" and \"high\"";
        at.wrong_type(node, &format!("{kind} in rising order: {ways}"));
        return None;
    }
    Some(shape)
}

fn of_kind(end: Threshold, shares: bool) -> Option<Number> {
    match end {
        Threshold::Share(rate) if shares => Some(rate.fraction()),
        Threshold::Number(number) if !shares => Some(number),
        _ => None,
    }
}

impl Plain for Estimate {
    fn empty() -> Self {
        Self(Shape::Exactly(Number::ZERO))
    }

    fn plain(node: &Node, at: &mut Reader) -> Option<Self> {
        if let Node::Map(_) = node {
            return range(node, at, false).map(Self);
        }
        Amount::plain(node, at).map(|amount| Self(Shape::Exactly(amount.number())))
    }
}

impl Plain for Share {
    fn empty() -> Self {
        Self(Shape::Exactly(Number::ONE))
    }

    fn plain(node: &Node, at: &mut Reader) -> Option<Self> {
        let shape = if let Node::Map(_) = node {
            range(node, at, true)?
        } else {
            Shape::Exactly(Rate::plain(node, at)?.fraction())
        };
        let most = match shape {
            Shape::Exactly(value) => value,
            Shape::Lognormal { high, .. } | Shape::Triangular { high, .. } => high,
        };
        if most > Number::ONE {
            at.report(Code::OutOfRange, "This is more than the whole.", "at most \"100%\"", &node.describe(), None);
            return None;
        }
        Some(Self(shape))
    }
}

impl Default for Share {
    fn default() -> Self {
        Self::empty()
    }
}

crate::document::plain!(Estimate, Share);
