//! The place of a clause in its contract.

use std::cmp::Ordering;
use std::fmt;

/// A clause, named by its place; written as a JSON Pointer into the contract, such as `/payouts/0/limits/1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Clause {
    /// The payout at this index.
    Payout(usize),
    /// A group of a payout.
    Group(usize, usize),
    /// Scheduled terms of a payout.
    Scheduled(usize, usize),
    /// A group of scheduled terms.
    ScheduledGroup(usize, usize, usize),
    /// A table of tiers of a payout.
    Tiers(usize, usize),
    /// A tier of a table.
    Step(usize, usize, usize),
    /// A limit of a payout.
    PayoutLimit(usize, usize),
    /// The bonus at this index.
    Bonus(usize),
    /// A rung of a bonus's ladder.
    Rung(usize, usize),
    /// The limit of the contract at this index.
    Limit(usize),
    /// The one-time payout at this index.
    OneTime(usize),
    /// The retainer at this index.
    Retainer(usize),
    /// The guarantee at this index.
    Guarantee(usize),
    /// The draw.
    Draw,
    /// The advance at this index.
    Advance(usize),
    /// What happens to periods below zero.
    NegativeBalance,
    /// The split.
    Split,
    /// The fee at this index.
    Fee(usize),
    /// The tax withheld.
    Withholding,
    /// The tax on top.
    TaxOnTop,
}

impl Clause {
    /// The clause of the contract's own lists that this one is a part of.
    #[must_use]
    pub const fn top(self) -> Self {
        match self {
            Self::Group(payout, _)
            | Self::Scheduled(payout, _)
            | Self::ScheduledGroup(payout, _, _)
            | Self::Tiers(payout, _)
            | Self::Step(payout, _, _)
            | Self::PayoutLimit(payout, _) => Self::Payout(payout),
            Self::Rung(bonus, _) => Self::Bonus(bonus),
            other => other,
        }
    }
}

impl Clause {
    /// The place of its kind in the order of clauses, its path with a star for each index, and the indexes.
    fn path(self) -> (u8, &'static str, [usize; 3]) {
        match self {
            Self::Payout(index) => (0, "/payouts/*", [index, 0, 0]),
            Self::Group(payout, index) => (1, "/payouts/*/groups/*", [payout, index, 0]),
            Self::Scheduled(payout, index) => (2, "/payouts/*/scheduled/*", [payout, index, 0]),
            Self::ScheduledGroup(payout, terms, index) => {
                (3, "/payouts/*/scheduled/*/groups/*", [payout, terms, index])
            }
            Self::Tiers(payout, index) => (4, "/payouts/*/tiers/*", [payout, index, 0]),
            Self::Step(payout, table, index) => (5, "/payouts/*/tiers/*/steps/*", [payout, table, index]),
            Self::PayoutLimit(payout, index) => (6, "/payouts/*/limits/*", [payout, index, 0]),
            Self::Bonus(index) => (7, "/bonuses/*", [index, 0, 0]),
            Self::Rung(bonus, index) => (8, "/bonuses/*/ladder/*", [bonus, index, 0]),
            Self::Limit(index) => (9, "/limits/*", [index, 0, 0]),
            Self::OneTime(index) => (10, "/oneTime/*", [index, 0, 0]),
            Self::Retainer(index) => (11, "/retainers/*", [index, 0, 0]),
            Self::Guarantee(index) => (12, "/guarantees/*", [index, 0, 0]),
            Self::Draw => (13, "/draw", [0, 0, 0]),
            Self::Advance(index) => (14, "/advances/*", [index, 0, 0]),
            Self::NegativeBalance => (15, "/negativeBalance", [0, 0, 0]),
            Self::Split => (16, "/split", [0, 0, 0]),
            Self::Fee(index) => (17, "/settlement/fees/*", [index, 0, 0]),
            Self::Withholding => (18, "/settlement/withholding", [0, 0, 0]),
            Self::TaxOnTop => (19, "/settlement/taxOnTop", [0, 0, 0]),
        }
    }
}

impl Ord for Clause {
    #[inline(never)]
    fn cmp(&self, other: &Self) -> Ordering {
        // Mostly a clause is compared with itself.
        if self == other {
            return Ordering::Equal;
        }
        let ((one, _, ones), (two, _, twos)) = (self.path(), other.path());
        one.cmp(&two).then_with(|| ones.cmp(&twos))
    }
}

impl PartialOrd for Clause {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Clause {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        let (_, path, indexes) = self.path();
        let mut indexes = indexes.iter();
        for letter in path.chars() {
            match letter {
                '*' => indexes.next().map_or(Ok(()), |index| index.fmt(to))?,
                letter => fmt::Write::write_char(to, letter)?,
            }
        }
        Ok(())
    }
}

impl serde::Serialize for Clause {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Clause {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Clause".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": "^(/[a-zA-Z0-9]+)+$",
            "description": "A clause of the contract: a JSON Pointer.",
        })
    }
}
