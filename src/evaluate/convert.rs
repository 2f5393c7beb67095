//! Stage 6: events in other currencies.

use std::rc::Rc;

use crate::calendar::Date;
use crate::contract::{Contract, ConversionOrder, ExchangeRate};
use crate::document::{Amount, Code, DocumentKind, Problem, Problems, SignedAmount};
use crate::events::{Event, Normalised, PriceParts};
use crate::money::{Currency, Number, noting};

use super::plan::Plan;

/// The rate that holds on a day.
pub(super) fn rate(contract: &Contract, from: Currency, to: Currency, on: Date) -> Option<&ExchangeRate> {
    let rates = contract.conversion.as_ref().map(|conversion| &conversion.rates[..]).unwrap_or_default();
    rates.iter().filter(|rate| rate.from == from && rate.to == to && rate.on <= on).max_by_key(|rate| rate.on)
}

/// Turns the amounts of events in other currencies into the statement's, and finds out which events are left to another statement.
///
/// # Errors
/// Every event for which there is no rate, and amounts that outgrow exact arithmetic.
pub(super) fn amounts(events: &mut [Normalised], plan: &Plan) -> Result<(), Vec<Problem>> {
    let mut problems = Problems::new(DocumentKind::Events);
    for event in events {
        let Some(currency) = foreign(&event.event, plan) else { continue };
        let path = format!("/{}/currency", event.index);
        let Some(found) = rate(plan.contract, currency, plan.currency, event.moment.day) else {
            problems.push(missing(path, currency, plan.currency, event.moment.day));
            continue;
        };
        if order(plan) == ConversionOrder::PayFirst {
            continue;
        }
        match noting(|| converted(&event.event, found.rate.number(), plan)) {
            Ok(changed) => event.event = Rc::new(changed),
            Err(error) => problems.push(super::overflow(DocumentKind::Events, path, error)),
        }
    }
    let problems = problems.into_vec();
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

pub(super) fn order(plan: &Plan) -> ConversionOrder {
    plan.contract.conversion.as_ref().map_or(ConversionOrder::AmountFirst, |conversion| conversion.order)
}

/// The currency of an event that is to be converted.
pub(super) fn foreign(event: &Event, plan: &Plan) -> Option<Currency> {
    event.currency.filter(|currency| *currency != plan.currency && !pays_in(plan, *currency))
}

/// Whether the contract pays in a currency itself.
pub(super) fn pays_in(plan: &Plan, currency: Currency) -> bool {
    currency == plan.contract.currency || plan.contract.also_pays_in.contains(&currency)
}

fn missing(path: String, from: Currency, to: Currency, on: Date) -> Problem {
    Problem {
        document: DocumentKind::Events,
        code: Code::MissingRate,
        path,
        message: format!("This event is in {}, and the contract has no rate for it on {on}.", from.code()),
        expected: format!(
            "a rate from {} to {} in the contract's \"conversion\", from {on} or before",
            from.code(),
            to.code()
        ),
        got: from.code().to_owned(),
        hint: Some("A missing rate is never taken for 1.".to_owned()),
    }
}

#[inline(never)]
fn converted(event: &Event, rate: Number, plan: &Plan) -> Event {
    let number = |amount: Number| plan.round(amount.times(rate));
    let one =
        |amount: Option<Amount>| -> Option<Amount> { amount.and_then(|amount| Amount::new(number(amount.number()))) };
    let parts = |parts: &Option<Box<PriceParts>>| -> Option<Box<PriceParts>> {
        parts.as_ref().map(|parts| {
            Box::new(PriceParts {
                discount: one(parts.discount),
                tax_inside: one(parts.tax_inside),
                tax_on_top: one(parts.tax_on_top),
                shipping: one(parts.shipping),
                cost: one(parts.cost),
                collected: one(parts.collected),
                commission: one(parts.commission),
                net_revenue: parts.net_revenue.map(|net| SignedAmount::new(number(net.number()))),
            })
        })
    };
    let mut changed = event.clone();
    changed.amount = one(event.amount);
    changed.contract_value = one(event.contract_value);
    changed.amounts = parts(&event.amounts);
    if let (Some(recurring), Some(amount)) =
        (&mut changed.recurring, event.recurring.as_ref().map(|recurring| recurring.amount))
    {
        recurring.amount = one(Some(amount)).unwrap_or(amount);
    }
    for (item, own) in changed.items.iter_mut().zip(&event.items) {
        item.amount = one(own.amount);
        item.amounts = parts(&own.amounts);
    }
    changed
}

/// The rate at which an event's pay is converted, where that is worked out in the event's own currency.
pub(super) fn of_pay<'a>(event: &Normalised, plan: &Plan<'a>) -> Option<&'a ExchangeRate> {
    let currency = foreign(&event.event, plan)?;
    if order(plan) == ConversionOrder::AmountFirst {
        return None;
    }
    rate(plan.contract, currency, plan.currency, event.moment.day)
}
