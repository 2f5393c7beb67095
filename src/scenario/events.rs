//! From a scenario to dated events.

use super::{LONGEST, Scenario, Shape, volume};
use crate::calendar::{Date, Moment, Month, When};
use crate::document::{Amount, Code, Count, DocumentKind, Problem};
use crate::events::Event;
use crate::money::{Currency, Number, Rounding};

/// The months of the scenario, in order.
///
/// # Errors
/// A horizon that is none, is too long, or runs past the end of the calendar.
pub(crate) fn months(scenario: &Scenario) -> Result<Vec<Month>, Vec<Problem>> {
    let wanted = scenario.months.get();
    let months: Vec<Month> = std::iter::successors(Some(scenario.start), |month| month.next())
        .take(usize::try_from(wanted.min(LONGEST)).unwrap_or_default())
        .collect();
    if (1..=LONGEST).contains(&wanted) && u64::try_from(months.len()).is_ok_and(|length| length == wanted) {
        return Ok(months);
    }
    Err(vec![Problem {
        document: DocumentKind::Scenario,
        code: Code::OutOfRange,
        path: "/months".to_owned(),
        message: format!("A projection can't run for {wanted} months from {}.", scenario.start),
        expected: format!("1 to {LONGEST} months, up to December 9999"),
        got: wanted.to_string(),
        hint: None,
    }])
}

/// The events of a scenario, each month's on its first day and in bulk, with ranges at their medians.
///
/// # Errors
/// A stream of more events a month than there may be.
pub(super) fn of_medians(
    scenario: &Scenario,
    months: &[Month],
    currency: Currency,
) -> Result<Vec<Event>, Vec<Problem>> {
    sampled(scenario, months, currency, &mut |shape| shape.median())
}

/// The events of a scenario with the values that are given for its ranges: those of each stream's `perMonth`, `approved`, `churn` and
/// `amount`, in this order.
///
/// # Errors
/// A stream of more events a month than there may be.
#[inline(never)]
pub(crate) fn sampled(
    scenario: &Scenario,
    months: &[Month],
    currency: Currency,
    value: &mut dyn FnMut(Shape) -> Number,
) -> Result<Vec<Event>, Vec<Problem>> {
    let mut events = Vec::with_capacity(months.len().saturating_mul(scenario.streams.len()));
    let mut problems = Vec::new();
    for (place, stream) in scenario.streams.iter().enumerate() {
        let per_month = value(stream.per_month.0);
        // Nothing is more than all of it, also where a range was drawn beyond that.
        let approved = value(stream.approved.0).min(Number::ONE);
        let churn = stream.churn.map(|churn| value(churn.0).min(Number::ONE));
        // An amount is what an order comes to, and that has no more decimals than the currency; what is stated is kept.
        let amount = stream.amount.map(|estimate| match estimate.0 {
            Shape::Exactly(amount) => amount,
            range => value(range).round(currency.minor_units(), Rounding::HalfAwayFromZero),
        });
        let template = Event {
            amount: amount.and_then(Amount::new),
            recurring: stream.recurring.clone(),
            contract_value: stream.contract_value,
            attributes: stream.attributes.clone(),
            ..Event::new(stream.event.clone(), When::Local(Moment::start_of(Date::FIRST)))
        };
        match volume::of_months(stream, per_month, approved, months) {
            Some(counts) => of_stream(&template, &counts, churn, months, &mut events),
            None => problems.push(too_many(place, per_month)),
        }
    }
    if problems.is_empty() { Ok(events) } else { Err(problems) }
}

#[inline(never)]
fn of_stream(template: &Event, counts: &[u64], churn: Option<Number>, months: &[Month], events: &mut Vec<Event>) {
    for (begun, (month, count)) in months.iter().zip(counts).enumerate() {
        let later = months.get(begun..).unwrap_or_default();
        let left = churn.map_or_else(|| vec![*count], |churn| volume::left(*count, churn, later.len()));
        for ((number, left), here) in (1..).zip(left).zip(later) {
            if left == 0 {
                break;
            }
            let mut event = template.clone();
            event.count = Count::new(left).unwrap_or_default();
            event.date = When::Local(Moment::start_of(here.first_day()));
            if churn.is_some() {
                event.customer_since = Some(month.first_day());
                event.payment_number = Count::new(number);
            }
            events.push(event);
        }
    }
}

fn too_many(stream: usize, per_month: Number) -> Problem {
    Problem {
        document: DocumentKind::Scenario,
        code: Code::OutOfRange,
        path: format!("/streams/{stream}/perMonth"),
        message: "This comes to more events than can be counted.".to_owned(),
        expected: "at most 1000000000000 in all".to_owned(),
        got: per_month.to_string(),
        hint: None,
    }
}
