//! From a scenario to dated events.

use super::{LONGEST, Scenario};
use crate::calendar::{Moment, Month, When};
use crate::document::{Code, DocumentKind, Problem};
use crate::events::Event;

/// The months of the scenario, in order.
///
/// # Errors
/// A horizon that is none, is too long, or runs past the end of the calendar.
pub(super) fn months(scenario: &Scenario) -> Result<Vec<Month>, Vec<Problem>> {
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

/// A month's events: each stream's, in bulk, on the first of the month.
pub(super) fn in_month(scenario: &Scenario, month: Month) -> impl Iterator<Item = Event> {
    scenario.streams.iter().filter(|stream| stream.per_month.get() > 0).map(move |stream| Event {
        count: stream.per_month,
        amount: stream.amount,
        recurring: stream.recurring.clone(),
        contract_value: stream.contract_value,
        ..Event::new(stream.event.clone(), When::Local(Moment::start_of(month.first_day())))
    })
}
