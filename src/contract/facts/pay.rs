//! What forms of pay say.

use super::phrase::{Phrase, Value};
use super::say::Say;
use super::words;
use crate::contract::terms::{Contract, Packages, Pay, Per};
use crate::document::Amounts;
use crate::money::Number;

/// An amount in the contract's currency; of several, the first.
pub(super) fn amount(amounts: &Amounts, contract: &Contract) -> Number {
    let own = amounts.in_currency(contract.currency, contract.currency);
    own.or_else(|| amounts.all().next()).unwrap_or_default()
}

/// What a form of pay pays.
pub(super) fn pay(pay: &Pay, contract: &Contract) -> Phrase {
    match pay {
        Pay::Fixed { amount: amounts, per, package } => {
            let amount = amount(amounts, contract);
            if amount.is_zero() {
                return Phrase::new(Say::Nothing);
            }
            let say = match (package.as_ref().map(|package| package.counted), per) {
                (Some(Packages::ProRata), _) => Say::FixedPackage,
                (Some(Packages::Started), _) => Say::FixedStarted,
                (Some(Packages::Full), _) => Say::FixedFull,
                (None, Per::Event) => Say::FixedEach,
                (None, Per::Item) => Say::FixedItem,
                (None, Per::Unit) => Say::FixedUnit,
            };
            let phrase = Phrase::new(say).money("amount", amount);
            match package {
                Some(package) => phrase.number("units", package.units.number()),
                None => phrase,
            }
        }
        Pay::Percent { rate, of, less, plus, share, at_least, at_most } => {
            if rate.fraction().is_zero() {
                return Phrase::new(Say::Nothing);
            }
            let mut base = Phrase::new(words::base(*of));
            for (parts, say) in [(less, Say::BaseLess), (plus, Say::BasePlus)] {
                if !parts.is_empty() {
                    let parts = parts.iter().map(|part| Phrase::new(words::part(*part))).collect();
                    base = Phrase::new(say).phrase("base", base).with("parts", Value::All(parts));
                }
            }
            if let Some(share) = share {
                base = Phrase::new(Say::ShareOf).rate("rate", *share).phrase("base", base);
            }
            let percent = Phrase::new(Say::PercentOf).rate("rate", *rate).phrase("base", base);
            bounded(percent, at_least.as_ref(), at_most.as_ref(), contract)
        }
        Pay::Sum { parts, at_least, at_most } => {
            bounded(sum(parts, contract), at_least.as_ref(), at_most.as_ref(), contract)
        }
        Pay::GreaterOf { of } => several(Say::GreaterOf, of, contract),
        Pay::LesserOf { of } => several(Say::LesserOf, of, contract),
        Pay::Reward { quantity, unit } => {
            Phrase::new(Say::Reward).number("quantity", quantity.number()).text("unit", unit.as_str())
        }
    }
}

/// A sum; of parts that pay nothing (for tiers to add to) nothing is said.
fn sum(forms: &[Pay], contract: &Contract) -> Phrase {
    let said = forms.iter().map(|form| pay(form, contract)).filter(|phrase| phrase.say != Say::Nothing);
    let mut said: Vec<Phrase> = said.collect();
    match (said.pop(), said.is_empty()) {
        (None, _) => Phrase::new(Say::Nothing),
        (Some(only), true) => only,
        (Some(last), false) => {
            said.push(last);
            Phrase::new(Say::Sum).with("parts", Value::All(said))
        }
    }
}

fn several(say: Say, forms: &[Pay], contract: &Contract) -> Phrase {
    Phrase::new(say).with("parts", Value::All(forms.iter().map(|form| pay(form, contract)).collect()))
}

fn bounded(phrase: Phrase, least: Option<&Amounts>, most: Option<&Amounts>, contract: &Contract) -> Phrase {
    let mut phrase = phrase;
    for (bound, say) in [(least, Say::PayAtLeast), (most, Say::PayAtMost)] {
        if let Some(bound) = bound {
            phrase = Phrase::new(say).phrase("pay", phrase).money("amount", amount(bound, contract));
        }
    }
    phrase
}
