//! The place of a clause in its contract.

use std::fmt;

/// A clause, named by its place; written as a JSON Pointer into the contract, such as `/payouts/0`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Clause {
    /// The payout at this index.
    Payout(usize),
    /// The one-time payout at this index.
    OneTime(usize),
}

impl fmt::Display for Clause {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Payout(index) => write!(to, "/payouts/{index}"),
            Self::OneTime(index) => write!(to, "/oneTime/{index}"),
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
        schemars::json_schema!({ "type": "string", "pattern": "^/(payouts|oneTime)/[0-9]+$" })
    }
}
