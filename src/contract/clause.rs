//! The place of a clause in its contract.

use std::fmt;

/// A clause, named by its place; written as a JSON Pointer into the contract, such as `/payouts/0/limits/1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

impl fmt::Display for Clause {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Payout(index) => write!(to, "/payouts/{index}"),
            Self::Group(payout, index) => write!(to, "/payouts/{payout}/groups/{index}"),
            Self::Scheduled(payout, index) => write!(to, "/payouts/{payout}/scheduled/{index}"),
            Self::ScheduledGroup(payout, terms, index) => {
                write!(to, "/payouts/{payout}/scheduled/{terms}/groups/{index}")
            }
            Self::Tiers(payout, index) => write!(to, "/payouts/{payout}/tiers/{index}"),
            Self::Step(payout, table, index) => write!(to, "/payouts/{payout}/tiers/{table}/steps/{index}"),
            Self::PayoutLimit(payout, index) => write!(to, "/payouts/{payout}/limits/{index}"),
            Self::Bonus(index) => write!(to, "/bonuses/{index}"),
            Self::Rung(bonus, index) => write!(to, "/bonuses/{bonus}/ladder/{index}"),
            Self::Limit(index) => write!(to, "/limits/{index}"),
            Self::OneTime(index) => write!(to, "/oneTime/{index}"),
            Self::Retainer(index) => write!(to, "/retainers/{index}"),
            Self::Guarantee(index) => write!(to, "/guarantees/{index}"),
            Self::Draw => to.write_str("/draw"),
            Self::Advance(index) => write!(to, "/advances/{index}"),
            Self::NegativeBalance => to.write_str("/negativeBalance"),
            Self::Split => to.write_str("/split"),
            Self::Fee(index) => write!(to, "/settlement/fees/{index}"),
            Self::Withholding => to.write_str("/settlement/withholding"),
            Self::TaxOnTop => to.write_str("/settlement/taxOnTop"),
        }
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
