//! From where on which of two contracts pays more.

use serde::Serialize;

use super::vary::{Lever, Vary, change};
use crate::contract::read_contract;
use crate::document::{Node, Problem};
use crate::evaluate::in_minor_units;
use crate::money::Money;
use crate::scenario::{Scenario, months, sums};

/// Who pays more along one number, and where that changes.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct BreakEven {
    /// All values from the first to the last, cut where another contract begins to pay more.
    pub stretches: Vec<Stretch>,
    /// What both pay on either side of each cut.
    pub crossings: Vec<Crossing>,
}

/// Values for which the same contract pays more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Stretch {
    /// The first of these values.
    pub from: String,
    /// The last of them.
    pub to: String,
    /// Which pays more: 0 for the first contract, 1 for the other, nothing where both pay the same.
    pub ahead: Option<u8>,
}

/// Two neighbouring values between which it changes who pays more.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Crossing {
    /// The last value of the stretch before.
    pub before: String,
    /// What both contracts pay there.
    #[serde(serialize_with = "both")]
    #[cfg_attr(feature = "schema", schemars(with = "[String; 2]"))]
    pub paid_before: [Money; 2],
    /// The first value of the stretch after.
    pub after: String,
    /// What both contracts pay there.
    #[serde(serialize_with = "both")]
    #[cfg_attr(feature = "schema", schemars(with = "[String; 2]"))]
    pub paid_after: [Money; 2],
}

fn both<S: serde::Serializer>(amounts: &[Money; 2], to: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct InMinorUnits(#[serde(serialize_with = "in_minor_units")] Money);
    amounts.map(InMinorUnits).serialize(to)
}

/// Finds where two contracts pay the same over a scenario, along one number: exactly, for all values that the number may take.
///
/// Up to 256 values are all looked at. Of more, 256 evenly spread ones are, and each change between two of them is traced to neighbouring
/// values; two changes between two of them that undo each other are not seen.
///
/// # Errors
/// What is wrong with the documents, also for one of the values; contracts in different currencies.
pub fn break_even(one: &Node, other: &Node, scenario: &Node, vary: &Vary) -> Result<BreakEven, Vec<Problem>> {
    let lever = Lever::new(one, scenario, vary)?;
    let other = read_contract(other)?;
    let steady = lever.documents(0)?;
    super::compare::same_currency(&[&steady.0, &other])?;
    let paid = |place: u64| -> Result<[Money; 2], Vec<Problem>> {
        let (contract, scenario) = lever.documents(place)?;
        Ok([at_medians(&contract, &scenario)?, at_medians(&other, &scenario)?])
    };
    let ahead = |[one, other]: [Money; 2]| match one.amount().cmp(&other.amount()) {
        std::cmp::Ordering::Greater => Some(0),
        std::cmp::Ordering::Less => Some(1),
        std::cmp::Ordering::Equal => None,
    };
    let (mut stretches, mut crossings) = (Vec::new(), Vec::new());
    let (mut begun, mut at, mut here) = (0, 0, ahead(paid(0)?));
    for post in lever.posts().into_iter().skip(1) {
        let there = ahead(paid(post)?);
        while here != there {
            let next = change(at, post, &mut |place| Ok(ahead(paid(place)?) == here))?;
            let before = next.saturating_sub(1);
            stretches.push(Stretch { from: lever.value(begun), to: lever.value(before), ahead: here });
            let (paid_before, paid_after) = (paid(before)?, paid(next)?);
            crossings.push(Crossing { before: lever.value(before), paid_before, after: lever.value(next), paid_after });
            (begun, at, here) = (next, next, ahead(paid_after));
        }
        at = post;
    }
    stretches.push(Stretch { from: lever.value(begun), to: lever.value(lever.last), ahead: here });
    Ok(BreakEven { stretches, crossings })
}

/// What a contract earns over a scenario, as a projection tells.
pub(super) fn at_medians(contract: &crate::contract::Contract, scenario: &Scenario) -> Result<Money, Vec<Problem>> {
    sums(contract, scenario, &months(scenario)?, None, None).map(|statement| statement.totals.earned)
}
