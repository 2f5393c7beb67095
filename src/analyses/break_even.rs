//! From where on which of two contracts pays more.

use std::collections::BTreeMap;

use serde::Serialize;

use super::along::{Along, Effort, Pair};
use super::curve::sharpen;
use super::vary::{Lever, Vary, change, spread};
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
    /// What both pay at 49 evenly spread values (at all, where there are fewer), on either side of each cut, and at up to 40 more beside cliffs and
    /// corners, in order: two lines to draw.
    pub curve: Vec<CurvePoint>,
    /// From where to where changes that undo each other may have been missed, because what both pay runs close and unevenly there and the
    /// most evaluations were used up; none where that did not happen.
    pub unsure: Vec<[String; 2]>,
}

/// What both contracts pay at one value.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CurvePoint {
    /// The value.
    pub value: String,
    /// What both contracts pay there.
    #[serde(serialize_with = "both")]
    #[cfg_attr(feature = "schema", schemars(with = "[String; 2]"))]
    pub paid: [Money; 2],
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

/// Into so many parts a curve is cut.
const CURVE: u64 = 48;

fn both<S: serde::Serializer>(amounts: &[Money; 2], to: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct InMinorUnits(#[serde(serialize_with = "in_minor_units")] Money);
    amounts.map(InMinorUnits).serialize(to)
}

/// Finds where two contracts pay the same over a scenario, along one number: exactly, between neighbours of the values that it may take.
///
/// Every crossing that is named is one: both neighbours were evaluated. That none is missing is certain for up to 257 values, which are all looked
/// at. Of more, 129 evenly spread ones are, one more between each two of them, and ever closer ones wherever the difference of both payouts turns or
/// jumps, unless both are further apart there than it could stray; the most doubtful first, some 2,000 at most. So of payouts that are straight lines
/// with turns and jumps no change is missed if no two of these lie between three neighbours of the values looked at first (about a hundredth of
/// all). What can be missed beyond that are changes that undo each other between them; where the 2,000 did not suffice, `unsure` says so.
///
/// # Errors
/// What is wrong with the documents, also for one of the values; contracts in different currencies.
pub fn break_even(one: &Node, other: &Node, scenario: &Node, vary: &Vary) -> Result<BreakEven, Vec<Problem>> {
    let lever = Lever::new(one, scenario, vary)?;
    let other = read_contract(other)?;
    super::compare::same_currency(&[&lever.documents(0)?.0, &other])?;
    let mut paid = |place: u64| -> Result<Pair, Vec<Problem>> {
        let (contract, scenario) = lever.documents(place)?;
        Ok([at_medians(&contract, &scenario)?, at_medians(&other, &scenario)?])
    };
    let mut along = Along::new(Effort::FULL, &mut paid);
    along.look(lever.last, |_| false)?;
    let (mut stretches, mut crossings) = (Vec::new(), Vec::new());
    let (mut begun, mut at, mut here) = (0, 0, ahead(along.at(0)?));
    for (post, pair) in along.known() {
        while here != ahead(pair) {
            let next = change(at, post, &mut |place| Ok(ahead(along.at(place)?) == here))?;
            let before = next.saturating_sub(1);
            stretches.push(Stretch { from: lever.value(begun), to: lever.value(before), ahead: here });
            let (paid_before, paid_after) = (along.at(before)?, along.at(next)?);
            crossings.push((before, paid_before, next, paid_after));
            (begun, at, here) = (next, next, ahead(paid_after));
        }
        at = post;
    }
    stretches.push(Stretch { from: lever.value(begun), to: lever.value(lever.last), ahead: here });
    let mut curve: BTreeMap<u64, Pair> = BTreeMap::new();
    for place in spread(lever.last, CURVE) {
        curve.insert(place, along.at(place)?);
    }
    for (before, paid_before, next, paid_after) in &crossings {
        curve.extend([(*before, *paid_before), (*next, *paid_after)]);
    }
    sharpen(&mut curve, &along.known())?;
    let crossing = |(before, paid_before, next, paid_after)| Crossing {
        before: lever.value(before),
        paid_before,
        after: lever.value(next),
        paid_after,
    };
    Ok(BreakEven {
        stretches,
        crossings: crossings.into_iter().map(crossing).collect(),
        curve: curve.into_iter().map(|(place, paid)| CurvePoint { value: lever.value(place), paid }).collect(),
        unsure: lever.values(along.unsure()),
    })
}

/// Which of two contracts pays more.
fn ahead([one, other]: Pair) -> Option<u8> {
    match one.amount().cmp(&other.amount()) {
        std::cmp::Ordering::Greater => Some(0),
        std::cmp::Ordering::Less => Some(1),
        std::cmp::Ordering::Equal => None,
    }
}

/// What a contract earns over a scenario, as a projection tells.
pub(super) fn at_medians(contract: &crate::contract::Contract, scenario: &Scenario) -> Result<Money, Vec<Problem>> {
    sums(contract, scenario, &months(scenario)?, None, None).map(|statement| statement.totals.earned)
}
