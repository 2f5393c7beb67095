//! Stage 2 of the order of evaluation: each event once, in order, with its refunds.

use std::cmp::Ordering;
use std::rc::Rc;

use super::{Event, Item, PriceParts};
use crate::calendar::{Clock, Moment};
use crate::document::{Amount, Code, DocumentKind, Problem, Problems};
use crate::keyed::Texts;
use crate::money::Number;

/// An event in its place in the order.
#[derive(Clone, Debug)]
pub struct Normalised {
    /// The event.
    pub event: Rc<Event>,
    /// Its index in the list that was given; of folded events, the first one's.
    pub index: usize,
    /// When it happened, in the contract's time zone.
    pub moment: Moment,
    /// How many equal events it stands for.
    pub count: Number,
    /// What was given back of each of them, in order.
    pub refunds: Vec<Refund>,
}

/// Something given back of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refund {
    /// When.
    pub moment: Moment,
    /// How much of the amount; all of the event where it is not said.
    pub amount: Option<Number>,
}

/// Orders events by moment, then id, then what they say; takes an id once, folds equal events without id into one count, and
/// gives each event its refunds.
///
/// So the order of the list does not matter, and `n` equal events are the same as one with the count `n`.
///
/// # Errors
/// Two events with one id that say different things, and refunds of events that are not there.
pub fn normalise(events: Vec<Event>, clock: &mut Clock) -> Result<Vec<Normalised>, Vec<Problem>> {
    let mut problems = Problems::new(DocumentKind::Events);
    let mut kept: Vec<Normalised> = Vec::with_capacity(events.len());
    let mut refunds: Vec<Normalised> = Vec::new();
    for (index, event) in events.into_iter().enumerate() {
        let (moment, count) = (event.date.local(clock), event.count.number());
        let normalised = Normalised { event: Rc::new(event), index, moment, count, refunds: Vec::new() };
        if normalised.event.refund_of.is_some() { &mut refunds } else { &mut kept }.push(normalised);
    }
    once(&mut kept, &mut problems);
    once(&mut refunds, &mut problems);
    if !refunds.is_empty() {
        attach(&mut kept, refunds, &mut problems);
    }
    let problems = problems.into_vec();
    if !problems.is_empty() {
        return Err(problems);
    }
    kept.retain(|kept| !kept.count.is_zero());
    sort(&mut kept);
    kept.dedup_by(|later, earlier| {
        let same = later.event.id.is_none() && in_order(later, earlier) == Ordering::Equal;
        if same {
            // What is beyond all numbers is no number that there may be of events.
            earlier.count = earlier.count.add(later.count).unwrap_or(earlier.count);
        }
        same
    });
    Ok(kept)
}

/// Keeps the first event of each id.
fn once(events: &mut Vec<Normalised>, problems: &mut Problems) {
    let (mut ids, mut known) = (Texts::default(), Vec::new());
    let mut again = Vec::new();
    for (place, later) in events.iter().enumerate() {
        let Some(id) = &later.event.id else { continue };
        let (number, is_new) = ids.number(id.as_str());
        if is_new {
            known.push(later);
        }
        let first = usize::try_from(number).ok().and_then(|number| known.get(number));
        let Some(first) = first.filter(|_| !is_new) else { continue };
        again.push(place);
        if first.event != later.event {
            problems.push(Problem {
                document: DocumentKind::Events,
                code: Code::ConflictingId,
                path: format!("/{}/id", later.index),
                message: format!("The event {} has this id too, and says something else.", first.index),
                expected: "one event for each id".to_owned(),
                got: id.as_str().to_owned(),
                hint: Some("Give each event an id of its own, or none.".to_owned()),
            });
        }
    }
    let (mut place, mut again) = (0_usize, again.into_iter().peekable());
    events.retain(|_| {
        let drop = again.next_if_eq(&place).is_some();
        place = place.saturating_add(1);
        !drop
    });
}

/// Gives each event its refunds; a refund is of as many of an event's equal ones as its own count says.
#[inline(never)]
fn attach(events: &mut Vec<Normalised>, mut refunds: Vec<Normalised>, problems: &mut Problems) {
    sort(&mut refunds);
    let (mut ids, mut places) = (Texts::default(), Vec::new());
    for (place, event) in events.iter().enumerate() {
        if let Some(id) = &event.event.id {
            ids.number(id.as_str());
            places.push(place);
        }
    }
    for refund in refunds {
        let Some(of) = &refund.event.refund_of else { continue };
        let Some(event) = ids
            .find(of.as_str())
            .and_then(|number| places.get(usize::try_from(number).ok()?))
            .and_then(|place| events.get_mut(*place))
        else {
            problems.push(Problem {
                document: DocumentKind::Events,
                code: Code::UnknownName,
                path: format!("/{}/refundOf", refund.index),
                message: "No event has this id, so it can't be refunded.".to_owned(),
                expected: "the id of an event in the list".to_owned(),
                got: of.as_str().to_owned(),
                hint: Some("Give the refunded event too: what a refund takes back depends on it.".to_owned()),
            });
            continue;
        };
        let given_back = Refund { moment: refund.moment, amount: refund.event.amount.map(Amount::number) };
        let untouched = event.count.sub(refund.count).unwrap_or_default().max(Number::ZERO);
        if untouched.is_zero() || refund.count.is_zero() {
            event.refunds.extend((!refund.count.is_zero()).then_some(given_back));
            continue;
        }
        let mut rest = event.clone();
        rest.count = untouched;
        event.count = refund.count;
        event.refunds.push(given_back);
        events.push(rest);
    }
}

fn sort(events: &mut [Normalised]) {
    events.sort_unstable_by(|one, other| in_order(one, other).then(one.index.cmp(&other.index)));
}

/// By moment, then id, then everything else that an event says but its count.
pub(crate) fn in_order(one: &Normalised, other: &Normalised) -> Ordering {
    one.moment.cmp(&other.moment).then_with(|| {
        let (one, other) = (&*one.event, &*other.event);
        one.id.is_some().cmp(&other.id.is_some()).then_with(|| one.id.cmp(&other.id)).then_with(|| said(one, other))
    })
}

fn said(one: &Event, other: &Event) -> Ordering {
    let plain = |event: &Event| {
        (event.amount, event.quantity, event.currency.map(crate::money::Currency::code), event.contract_value)
    };
    let counts = |event: &Event| (event.payment_number, event.level, event.customer_since, event.recruited);
    let recurring = |event: &Event| event.recurring.as_ref().map(|recurring| (recurring.amount, recurring.payments));
    one.kind
        .cmp(&other.kind)
        .then_with(|| plain(one).cmp(&plain(other)))
        .then_with(|| one.customer.cmp(&other.customer))
        .then_with(|| counts(one).cmp(&counts(other)))
        .then_with(|| one.attributes.cmp(&other.attributes))
        .then_with(|| recurring(one).cmp(&recurring(other)))
        .then_with(|| one.touchpoints.cmp(&other.touchpoints))
        .then_with(|| one.refund_of.cmp(&other.refund_of))
        .then_with(|| parts(one.amounts.as_deref()).cmp(&parts(other.amounts.as_deref())))
        .then_with(|| one.items.iter().map(item).cmp(other.items.iter().map(item)))
}

fn parts(parts: Option<&PriceParts>) -> impl Ord + use<> {
    parts.map(|parts| {
        let net = parts.net_revenue;
        let taxes = (parts.tax_inside, parts.tax_on_top);
        (parts.discount, taxes, parts.shipping, parts.cost, parts.collected, parts.commission, net)
    })
}

fn item(item: &Item) -> impl Ord + use<'_> {
    let names = (&item.sku, &item.category, &item.brand, &item.list);
    (names, item.amount, item.quantity, parts(item.amounts.as_deref()), &item.attributes)
}
