//! A stream whose events differ: which share of them are what.

use super::mean::product;
use super::volume::Counting;
use super::{MixPart, Stream};
use crate::document::{Amount, Named};
use crate::events::{Event, Fact};
use crate::money::{Number, is_noted};

/// One part of a stream: its events' template and amount, and how many there are in each month.
pub(super) struct Mixed {
    pub template: Event,
    pub amount: Option<Number>,
    pub counts: Vec<Number>,
}

/// The parts of a stream, in their order, and what is left to its own terms.
#[inline(never)]
pub(super) fn parts(
    stream: &Stream,
    own: &Event,
    amount: Option<Number>,
    counts: &[Number],
    counting: Counting,
) -> Vec<Mixed> {
    let mut mixed: Vec<Mixed> = stream.mix.iter().map(|part| of_part(part, own, amount)).collect();
    let mut shares: Vec<Number> = stream.mix.iter().map(|part| part.share.fraction()).collect();
    let rest = shares.iter().fold(Number::ONE, |rest, share| rest.minus(*share));
    if !rest.is_zero() {
        shares.push(rest);
        mixed.push(Mixed { template: own.clone(), amount, counts: Vec::new() });
    }
    // What each part should have so far, less what it has.
    let mut due = vec![Number::ZERO; shares.len()];
    for count in counts {
        for (due, share) in due.iter_mut().zip(&shares) {
            *due = due.plus(product(*share, *count));
        }
        for part in &mut mixed {
            part.counts.push(Number::ZERO);
        }
        let mut left = *count;
        while left > Number::ZERO && !is_noted() {
            // The first of those to which most is due.
            let Some((place, most)) = due.iter().copied().enumerate().rev().max_by_key(|(_, due)| *due) else { break };
            let given = counting.down(most).min(left);
            left = left.minus(given);
            if let Some(due) = due.get_mut(place) {
                *due = due.minus(given);
            }
            if let Some(now) = mixed.get_mut(place).and_then(|part| part.counts.last_mut()) {
                *now = now.plus(given);
            }
        }
    }
    mixed
}

fn of_part(part: &MixPart, own: &Event, amount: Option<Number>) -> Mixed {
    let (template, amount) = changed(own, part.amount, &part.attributes, amount);
    Mixed { template, amount, counts: Vec::new() }
}

/// An event with another amount, if there is one, and with other facts.
pub(super) fn changed(
    own: &Event,
    other: Option<Amount>,
    attributes: &Named<Fact>,
    amount: Option<Number>,
) -> (Event, Option<Number>) {
    let mut template = own.clone();
    template.amount = other.or(own.amount);
    template.attributes.set(attributes);
    (template, other.map(Amount::number).or(amount))
}
