//! From a scenario to dated events.

use super::stream::Values;
use super::volume::{self, Counting, Dealt};
use super::{ChurnApplies, Counts, GivenBack, LONGEST, Scenario, Shape, Stream, mean};
use crate::calendar::{Date, Moment, Month, When};
use crate::document::{Amount, Code, Count, DocumentKind, Name, Named, Problem, Quantity};
use crate::events::{Event, Fact};
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

/// Events that a scenario does not have.
#[derive(Clone, Copy, Debug)]
pub(crate) struct More {
    /// The stream, by its place.
    pub stream: usize,
    /// The month, by its place.
    pub month: usize,
    /// How many.
    pub events: u64,
}

/// What the brand has of a month's events.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sold {
    /// How many, later payments of the same customers and what is given back left out.
    pub conversions: Number,
    /// What they come to, less what is given back.
    pub revenue: Number,
    /// What of that is left to the brand, where streams say so.
    pub margin: Option<Number>,
}

/// Decimals of what an expected order comes to.
const PLACES: u32 = 9;

/// The events of a scenario, each month's on its first day and in bulk, with the values that are given for its ranges in the order of
/// [`Stream::estimates`], and then in whole numbers; or as the scenario says, with their medians or their means. With more events, if there
/// are to be. What the brand has of each month is added to `sold`, if it is given.
///
/// # Errors
/// A stream of more events a month than there may be.
#[inline(never)]
pub(crate) fn sampled(
    scenario: &Scenario,
    months: &[Month],
    currency: Currency,
    more: Option<More>,
    mut value: Option<&mut dyn FnMut(Shape) -> Number>,
    sold: Option<&mut [Sold]>,
) -> Result<Vec<Event>, Vec<Problem>> {
    let events = Vec::with_capacity(months.len().saturating_mul(scenario.streams.len()));
    let is_expected = value.is_none() && scenario.counts == Counts::Expected;
    let counting = if is_expected { Counting::EXPECTED } else { Counting::WHOLE };
    let mut making = Making { months, counting, sold, events };
    let mut problems = Vec::new();
    for (place, stream) in scenario.streams.iter().enumerate() {
        let mut values = match &mut value {
            Some(value) => stream.values(value),
            None if is_expected => stream.means(),
            None => stream.values(&mut |shape| shape.median()),
        };
        settle(&mut values, stream, if is_expected { PLACES } else { currency.minor_units() });
        match volume::of_months(stream, values.per_month, values.approved, months, counting) {
            Some(mut counts) => {
                if let Some(more) = more.filter(|more| more.stream == place)
                    && let Some(count) = counts.get_mut(more.month)
                {
                    *count = count.plus(Number::from_u64(more.events));
                }
                making.stream(place, stream, &values, &counts);
            }
            None => problems.push(too_many(place, values.per_month)),
        }
    }
    if problems.is_empty() { Ok(making.events) } else { Err(problems) }
}

/// The events so far.
struct Making<'m> {
    months: &'m [Month],
    counting: Counting,
    sold: Option<&'m mut [Sold]>,
    events: Vec<Event>,
}

impl Making<'_> {
    #[inline(never)]
    fn stream(&mut self, place: usize, stream: &Stream, values: &Values, counts: &[Number]) {
        let own = template(stream, values.amount.and_then(Amount::new));
        let (mut rest, mut whole) = (counts.to_vec(), Number::ONE);
        for part in stream.mix.iter().filter(|part| !part.share.fraction().is_zero()) {
            // Each part has its share of what those before have left.
            let share = part.share.fraction();
            let mut dealt = Dealt::new(mean::quotient(share, whole), self.counting);
            whole = whole.minus(share);
            let mut counts = rest.clone();
            for (count, rest) in counts.iter_mut().zip(&mut rest) {
                *count = dealt.of(*rest);
                *rest = rest.minus(*count);
            }
            let (template, amount) = changed(&own, part.amount, &part.attributes, values.amount);
            self.alike(place, stream, values, (&template, amount), &counts);
        }
        self.alike(place, stream, values, (&own, values.amount), &rest);
    }

    /// The events of a stream that differ in their dates only, and later in their price.
    #[inline(never)]
    fn alike(
        &mut self,
        place: usize,
        stream: &Stream,
        values: &Values,
        own: (&Event, Option<Number>),
        counts: &[Number],
    ) {
        let upgraded = stream.upgrades.as_ref().map(|to| changed(own.0, Some(to.amount), &to.attributes, None));
        let every = stream.every.map_or(1, |every| usize::try_from(every.get()).unwrap_or(usize::MAX)).max(1);
        let most = stream.payments.map_or(u64::MAX, Count::get);
        let mut given_back = Dealt::new(values.refunded, self.counting);
        let gone_first = usize::from(stream.churn_applies == ChurnApplies::AfterNew);
        for (begun, (month, count)) in self.months.iter().zip(counts).enumerate() {
            let later = self.months.get(begun..).unwrap_or_default();
            let left = values.churn.map_or_else(
                || vec![*count],
                |churn| volume::left(*count, churn, later.len().saturating_add(gone_first), self.counting),
            );
            let mut number = 0_u64;
            for after in (0..later.len()).step_by(every) {
                let left = left.get(after.saturating_add(gone_first)).copied().unwrap_or_default();
                let Some(here) = later.get(after).filter(|_| !left.is_zero() && number < most) else { break };
                number = number.saturating_add(1);
                let paid = Paid { place, stream, number, month: begun.saturating_add(after), day: here.first_day() };
                let mut rest = left;
                if let (Some(to), Some((template, amount))) = (&stream.upgrades, &upgraded)
                    && number > to.after_payments.get()
                {
                    let moved = self.counting.of(mean::product(left, values.upgraded));
                    rest = left.minus(moved);
                    let event = payment(template, stream, number, *month, *here);
                    self.pay(&paid, event, *amount, moved, &mut given_back);
                }
                self.pay(&paid, payment(own.0, stream, number, *month, *here), own.1, rest, &mut given_back);
            }
        }
    }

    fn pay(&mut self, paid: &Paid, mut event: Event, amount: Option<Number>, count: Number, given_back: &mut Dealt) {
        if count.is_zero() {
            return;
        }
        event.count = Quantity::new(count).unwrap_or_default();
        let refund = match &paid.stream.refunds {
            Some(refunds) => {
                let name = || format!("stream {}, {}", paid.place, self.events.len());
                refund(refunds, &mut event, paid.day, self.months, given_back, name)
            }
            None => None,
        };
        let kept = count.minus(refund.as_ref().map_or(Number::ZERO, |refund| refund.count.number()));
        if let Some(sold) = self.sold.as_mut().and_then(|sold| sold.get_mut(paid.month)) {
            sold.add(paid.stream, amount, kept, paid.number);
        }
        self.events.push(event);
        self.events.extend(refund);
    }
}

/// An event with another amount, if there is one, and with other facts.
#[inline(never)]
fn changed(
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

/// Payments of one number in one month.
struct Paid<'s> {
    place: usize,
    stream: &'s Stream,
    number: u64,
    /// By its place among the months.
    month: usize,
    day: Date,
}

/// Gives an amount so many decimals: what an order comes to has no more than the currency. What is stated is kept.
pub(super) fn settle(values: &mut Values, stream: &Stream, places: u32) {
    if stream.amount.is_some_and(|estimate| !matches!(estimate.0, Shape::Exactly(_))) {
        values.amount = values.amount.map(|amount| amount.round(places, Rounding::HalfAwayFromZero));
    }
}

/// A stream's event, without its date.
pub(super) fn template(stream: &Stream, amount: Option<Amount>) -> Event {
    Event {
        amount,
        recurring: stream.recurring.clone(),
        contract_value: stream.contract_value,
        attributes: stream.attributes.clone(),
        ..Event::new(stream.event.clone(), When::Local(Moment::start_of(Date::FIRST)))
    }
}

/// The payment of this number of a customer who began in one month, in another.
pub(super) fn payment(template: &Event, stream: &Stream, number: u64, begun: Month, here: Month) -> Event {
    let mut event = template.clone();
    event.date = When::Local(Moment::start_of(here.first_day()));
    if stream.churn.is_some() {
        event.customer_since = Some(begun.first_day());
        event.payment_number = Count::new(number);
    }
    event
}

/// Gives some of an event's equal ones back, if that happens before the months are over.
#[inline(never)]
fn refund(
    terms: &GivenBack,
    event: &mut Event,
    day: Date,
    months: &[Month],
    given_back: &mut Dealt,
    name: impl FnOnce() -> String,
) -> Option<Event> {
    let days = terms.after_days.map_or(0, Count::get);
    let on = day.plus_days(i64::try_from(days).unwrap_or(i64::MAX));
    let in_time = months.last().is_some_and(|last| on <= last.last_day());
    let back = if in_time { given_back.of(event.count.number()) } else { Number::ZERO };
    if back.is_zero() {
        return None;
    }
    event.id = Some(Name::of(name()));
    let mut refund = Event::new(event.kind.clone(), When::Local(Moment::start_of(on)));
    (refund.refund_of, refund.count) = (event.id.clone(), Quantity::new(back).unwrap_or_default());
    Some(refund)
}

impl Sold {
    fn add(&mut self, stream: &Stream, amount: Option<Number>, events: Number, payment: u64) {
        if payment == 1 {
            self.conversions = self.conversions.plus(events);
        }
        let revenue = stream.worth(amount).times(events);
        self.revenue = self.revenue.plus(revenue);
        if let Some(margin) = stream.margin {
            self.margin = Some(self.margin.unwrap_or_default().plus(revenue.times(margin.fraction())));
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
