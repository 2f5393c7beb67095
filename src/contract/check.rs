//! What a contract's clauses say against each other.

use super::terms::{Contract, Of, Package, Pay, Payout, Period, Split};
use crate::document::{Amounts, Code, Name, Reader};
use crate::money::Number;

/// Reports every clause that another one contradicts, or leaves without a meaning.
pub(super) fn contract(contract: &Contract, at: &mut Reader) {
    offers(contract, at);
    for (index, payout) in contract.payouts.iter().enumerate() {
        at.under(&format!("payouts/{index}"), |at| self::payout(payout, contract, at));
    }
    for (index, bonus) in contract.bonuses.iter().enumerate() {
        if bonus.per == Period::CustomerYear && bonus.of == Of::Partner {
            at.under(&format!("bonuses/{index}/per"), of_customers_only);
        }
        let rungs = bonus.ladder.iter().flatten().map(|rung| &rung.amount);
        for amount in rungs.chain(bonus.every.as_ref().map(|every| &every.amount)) {
            at.under(&format!("bonuses/{index}"), |at| currencies(amount, contract, at));
        }
    }
    for (index, payment) in contract.one_time.iter().enumerate() {
        at.under(&format!("oneTime/{index}/amount"), |at| currencies(&payment.amount, contract, at));
    }
    for (index, retainer) in contract.retainers.iter().enumerate() {
        at.under(&format!("retainers/{index}/amount"), |at| currencies(&retainer.amount, contract, at));
    }
    if let Some(split) = &contract.split {
        at.inside("split", |at| self::split(split, at));
    }
    rates(contract, at);
}

/// Names of offers that there are not, and offers of one name.
fn offers(contract: &Contract, at: &mut Reader) {
    let known = |name: &Name| contract.offers.iter().any(|offer| offer.name == *name);
    let mut unknown = |path: String, name: Option<&Name>| {
        if let Some(name) = name.filter(|name| !known(name)) {
            at.under(&path, |at| {
                at.report(
                    Code::UnknownName,
                    "The contract has no offer of this name.",
                    "the name of one of the contract's \"offers\"",
                    name.as_str(),
                    None,
                );
            });
        }
    };
    unknown("chosen".to_owned(), contract.chosen.as_ref());
    for (index, payout) in contract.payouts.iter().enumerate() {
        unknown(format!("payouts/{index}/offer"), payout.offer.as_ref());
    }
    for (index, bonus) in contract.bonuses.iter().enumerate() {
        unknown(format!("bonuses/{index}/offer"), bonus.offer.as_ref());
    }
    for (index, payment) in contract.one_time.iter().enumerate() {
        unknown(format!("oneTime/{index}/offer"), payment.offer.as_ref());
    }
    for (index, retainer) in contract.retainers.iter().enumerate() {
        unknown(format!("retainers/{index}/offer"), retainer.offer.as_ref());
    }
    for (index, offer) in contract.offers.iter().enumerate() {
        if contract.offers.iter().take(index).any(|other| other.name == offer.name) {
            at.under(&format!("offers/{index}/name"), |at| {
                let message = "Another offer has this name.".to_owned();
                at.report(Code::ConflictingId, &message, "a name of its own", offer.name.as_str(), None);
            });
        }
    }
}

fn payout(payout: &Payout, contract: &Contract, at: &mut Reader) {
    at.inside("pay", |at| pay(&payout.pay, contract, at));
    for (index, group) in payout.groups.iter().enumerate() {
        at.under(&format!("groups/{index}/pay"), |at| pay(&group.pay, contract, at));
    }
    for (index, terms) in payout.scheduled.iter().enumerate() {
        at.under(&format!("scheduled/{index}/pay"), |at| pay(&terms.pay, contract, at));
        for (group, terms) in terms.groups.iter().enumerate() {
            at.under(&format!("scheduled/{index}/groups/{group}/pay"), |at| pay(&terms.pay, contract, at));
        }
    }
    for (index, tiers) in payout.tiers.iter().enumerate() {
        at.under(&format!("tiers/{index}"), |at| {
            if tiers.per == Period::CustomerYear {
                at.inside("per", of_customers_only);
            }
            for (step, tier) in tiers.steps.iter().enumerate() {
                at.under(&format!("steps/{step}"), |at| {
                    if let Some(other) = &tier.pay {
                        at.inside("pay", |at| pay(other, contract, at));
                    }
                    let amounts =
                        [("fixed", &tier.fixed), ("add", &tier.add), ("pays", &tier.pays), ("onEntry", &tier.on_entry)];
                    for (field, amount) in amounts {
                        if let Some(amount) = amount {
                            at.inside(field, |at| currencies(amount, contract, at));
                        }
                    }
                });
            }
        });
    }
}

fn of_customers_only(at: &mut Reader) {
    at.report(
        Code::ConflictingFields,
        "A customer's year is a period of each customer by itself.",
        "a limit per customer, or a bonus of each customer",
        "\"customerYear\"",
        None,
    );
}

fn pay(pay: &Pay, contract: &Contract, at: &mut Reader) {
    match pay {
        Pay::Fixed { amount, package, .. } => {
            at.inside("fixed", |at| currencies(amount, contract, at));
            if let Some(Package { units, .. }) = package
                && units.get() == 0
            {
                at.under("package/units", |at| {
                    let message = "A package holds at least one unit.".to_owned();
                    at.report(Code::OutOfRange, &message, "a whole number from 1 up", "0", None);
                });
            }
        }
        Pay::Sum { parts: forms, .. } => inner("sum", forms, contract, at),
        Pay::GreaterOf { of } => inner("greaterOf", of, contract, at),
        Pay::LesserOf { of } => inner("lesserOf", of, contract, at),
        Pay::Percent { .. } | Pay::Reward { .. } => {}
    }
}

fn inner(field: &str, forms: &[Pay], contract: &Contract, at: &mut Reader) {
    at.inside(field, |at| {
        if forms.is_empty() {
            let message = "Of no forms nothing is paid.".to_owned();
            at.report(Code::MissingField, &message, "at least one form", "an empty list", None);
        }
        for (index, form) in forms.iter().enumerate() {
            at.inside(&index.to_string(), |at| pay(form, contract, at));
        }
    });
}

/// What is paid must be stated in every currency that the contract pays in.
fn currencies(amounts: &Amounts, contract: &Contract, at: &mut Reader) {
    for currency in [contract.currency].iter().chain(&contract.also_pays_in) {
        if amounts.in_currency(*currency, contract.currency).is_none() {
            at.report(
                Code::MissingRate,
                &format!("The contract pays in {}, and this amount is not stated in it.", currency.code()),
                &format!("an amount for each currency, such as {{\"{}\": \"10\"}}", currency.code()),
                "none in it",
                None,
            );
        }
    }
}

#[inline(never)]
fn split(split: &Split, at: &mut Reader) {
    match split {
        Split::Weights { weights, own } => {
            if !weights.iter().any(|share| share.to == *own) {
                at.inside("own", |at| {
                    let expected = "one of those named in \"weights\"".to_owned();
                    let message = "The contract's own partner has no share.".to_owned();
                    at.report(Code::UnknownName, &message, &expected, own.as_str(), None);
                });
            }
            if weights.iter().all(|share| share.weight.get() == 0) {
                at.inside("weights", |at| {
                    let message = "There is nothing to share by.".to_owned();
                    at.report(Code::OutOfRange, &message, "a weight above 0", "only zeros", None);
                });
            }
        }
        Split::Positions { positions, .. } => {
            let both = positions.first.fraction().add(positions.last.fraction());
            if both.is_ok_and(|both| both > Number::ONE) {
                at.inside("positions", |at| {
                    let found = format!("{} and {}", positions.first, positions.last);
                    let message = "The first and the last receive more than all.".to_owned();
                    at.report(Code::OutOfRange, &message, "shares of 100% together at most", &found, None);
                });
            }
        }
        Split::CarvedOut { share, .. } => {
            if share.exceeds_whole() {
                at.inside("carvedOut", |at| {
                    let message = "More than all of what is earned can't be carved out of it.".to_owned();
                    at.report(Code::OutOfRange, &message, "a share up to 100%", &share.to_string(), None);
                });
            }
        }
    }
}

/// Two rates of the same currencies from one day on.
fn rates(contract: &Contract, at: &mut Reader) {
    let rates = contract.conversion.as_ref().map(|conversion| &conversion.rates[..]).unwrap_or_default();
    for (index, rate) in rates.iter().enumerate() {
        let same =
            |other: &&super::terms::ExchangeRate| (other.from, other.to, other.on) == (rate.from, rate.to, rate.on);
        if rates.iter().take(index).any(|other| same(&other)) {
            at.under(&format!("conversion/rates/{index}"), |at| {
                let message = "Another rate of these currencies holds from this day on.".to_owned();
                at.report(Code::OverlappingTerms, &message, "one rate for each day", &rate.on.to_string(), None);
            });
        }
    }
}
