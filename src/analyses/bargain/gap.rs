//! Why two sides can't agree, and what would help.

use serde::Serialize;

use super::{Offer, Table};
use crate::analyses::vary::{Lever, change, spread};
use crate::document::Problem;
use crate::evaluate::{in_minor_units, maybe_in_minor_units};
use crate::money::Money;

/// What is missing to an agreement.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Gap {
    /// By how much the partner's limit would have to be lower, for an offer that the brand accepts; none where it accepts none.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "maybe_in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub for_partner: Option<Money>,
    /// By how much the brand's limit would have to be higher, for an offer that the partner accepts; none where it accepts none.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "maybe_in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub for_brand: Option<Money>,
    /// The terms that would close it by themselves, beyond the values that were open, the others as in `equalGain`; none where no such value is
    /// accepted by both, as when what the one has the other pays.
    pub closed_by: Vec<Closing>,
}

/// A value of one term that both sides accept.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Closing {
    /// The term, by its place in the question.
    pub term: usize,
    /// The value nearest to those that were open.
    pub value: String,
    /// How much more the offer is then worth than the partner's limit.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub partner_gain: Money,
    /// How much less it then costs than the brand's limit.
    #[serde(serialize_with = "in_minor_units")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub brand_gain: Money,
}

impl Table<'_> {
    /// What is missing, where no offer that was looked at is accepted by both.
    pub(super) fn gap(&self, closest: &[u64]) -> Result<Option<Gap>, Vec<Problem>> {
        if self.seen.values().any(Offer::agreed) {
            return Ok(None);
        }
        let least = |own: fn(&Offer) -> Money, others: fn(&Offer) -> Money| {
            let accepted = self.seen.values().filter(|offer| !others(offer).is_negative());
            accepted.map(|offer| own(offer).neg()).min_by_key(|missing| missing.amount())
        };
        let mut closed_by = Vec::new();
        for term in 0..self.levers.len() {
            closed_by.extend(self.closing(term, closest)?);
        }
        Ok(Some(Gap {
            for_partner: least(|offer| offer.partner_gain, |offer| offer.brand_gain),
            for_brand: least(|offer| offer.brand_gain, |offer| offer.partner_gain),
            closed_by,
        }))
    }

    /// The value of a term nearest to those that were open which both accept, up to four times as far as these reach.
    fn closing(&self, term: usize, closest: &[u64]) -> Result<Option<Closing>, Vec<Problem>> {
        let Some(lever) = self.levers.get(term) else { return Ok(None) };
        let (wide, below) = lever.wider(4);
        // A value that makes no contract (more than all, say) is no offer.
        let offer = |place: u64| self.with(term, &wide, place, closest).ok();
        let agreed = |place: u64| offer(place).is_some_and(|offer| offer.agreed());
        let last = below.saturating_add(lever.last);
        let away = |place: u64| below.saturating_sub(place).max(place.saturating_sub(last));
        let places = spread(wide.last, 60).into_iter().filter(|place| away(*place) > 0);
        let Some(known) = places.filter(|place| agreed(*place)).min_by_key(|place| away(*place)) else {
            return Ok(None);
        };
        let nearest = if known < below {
            // The last that is accepted on the way back.
            change(known, below, &mut |place| Ok(agreed(place)))?.saturating_sub(1)
        } else {
            change(last, known, &mut |place| Ok(!agreed(place)))?
        };
        Ok(offer(nearest).map(|offer| Closing {
            term,
            value: wide.value(nearest),
            partner_gain: offer.partner_gain,
            brand_gain: offer.brand_gain,
        }))
    }

    fn with(&self, term: usize, wide: &Lever, place: u64, closest: &[u64]) -> Result<Offer, Vec<Problem>> {
        let mut contract = self.contract.clone();
        for (at, (lever, own)) in self.levers.iter().zip(closest).enumerate() {
            contract = if at == term { wide.changed(&contract, place) } else { lever.changed(&contract, *own) };
        }
        self.judged(&contract, Vec::new())
    }
}
