//! Volumes on the running totals of a table's periods.

use crate::calendar::{Date, Span};
use crate::contract::{Measure, Tiers};
use crate::events::Normalised;
use crate::keyed::Dense;
use crate::money::Number;

use super::super::claim::{Claim, Extent};
use super::super::plan::{PayoutPlan, Plan};
use super::super::{refund, volume};

/// One period of a table: the volumes that count in it, in order, and what they come to.
pub(super) struct Counted<'a, 'b> {
    pub span: Span,
    pub entries: Vec<Entry<'b, 'a>>,
    pub total: Number,
}

/// Volume in its place on the running total of a period.
pub(super) struct Entry<'b, 'a> {
    pub day: Date,
    /// What it pays, where it is the clause's own.
    pub claim: Option<&'b Claim<'a>>,
    pub start: Number,
    /// The volume of each of its equal events.
    pub each: Number,
    pub count: Number,
}

/// The volumes that count for a table, by period.
#[inline(never)]
pub(super) fn periods<'a, 'b>(
    table: &Tiers,
    clause: &PayoutPlan<'a>,
    plan: &Plan<'a>,
    claims: &'b [Claim<'a>],
    events: &'a [Normalised],
) -> Vec<Counted<'a, 'b>> {
    let mut counting = Counting { periods: Vec::new(), numbers: Dense::default(), table, plan };
    match &table.counting {
        None => {
            for claim in claims {
                counting.claim(claim, true);
            }
        }
        Some(types) => {
            let mut own = claims.iter().peekable();
            for event in events {
                let counted = types.contains(&event.event.kind)
                    && event.event.level == clause.payout.level
                    && plan.contract.effective.as_ref().is_none_or(|term| term.contains(event.moment.day));
                let mut paid = Number::ZERO;
                while let Some(claim) = own.next_if(|claim| std::ptr::eq(claim.event, event)) {
                    counting.claim(claim, counted);
                    paid = paid.plus(claim.count);
                }
                let rest = event.count.minus(paid);
                if counted && rest > Number::ZERO && !refund::is_gone(event, plan) {
                    let each = volume::of_event(event, table.measure, plan);
                    counting.add(event.moment.day, None, each, rest);
                }
            }
        }
    }
    counting.periods
}

/// Volumes on their running totals.
struct Counting<'w, 'a, 'b> {
    periods: Vec<Counted<'a, 'b>>,
    /// Each customer's number, and the period in which it was given.
    numbers: Dense<Option<(Span, Number)>>,
    table: &'w Tiers,
    plan: &'w Plan<'a>,
}

impl<'a, 'b> Counting<'_, 'a, 'b> {
    fn claim(&mut self, claim: &'b Claim<'a>, counted: bool) {
        if refund::is_gone(claim.event, self.plan) {
            return;
        }
        let measure = self.table.measure;
        let each = volume::each(claim, measure, Extent::Net, self.plan);
        if let (Measure::Customers | Measure::ActiveCustomers, Some(id)) = (measure, claim.customer.id) {
            return self.customer(claim, id, measure);
        }
        let each = if counted { each } else { Number::ZERO };
        self.add(claim.day(), Some(claim), each, claim.count);
    }

    /// A customer counts once, and its events stand where its number is.
    fn customer(&mut self, claim: &'b Claim<'a>, id: u32, measure: Measure) {
        let span = self.enter(claim.day());
        let known = self.numbers.get(id).filter(|(known, _)| measure == Measure::Customers || *known == span);
        let number = if let Some((_, number)) = known {
            number
        } else {
            let Some(period) = self.periods.last_mut() else { return };
            period.total = period.total.plus(Number::ONE);
            self.numbers.set(id, Some((span, period.total)));
            period.total
        };
        if let Some(period) = self.periods.last_mut() {
            let start = number.minus(Number::ONE);
            period.entries.push(Entry {
                day: claim.day(),
                claim: Some(claim),
                start,
                each: Number::ZERO,
                count: claim.count,
            });
        }
    }

    fn add(&mut self, day: Date, claim: Option<&'b Claim<'a>>, each: Number, count: Number) {
        self.enter(day);
        if let Some(period) = self.periods.last_mut() {
            period.entries.push(Entry { day, claim, start: period.total, each, count });
            period.total = period.total.plus(each.times(count));
        }
    }

    fn enter(&mut self, day: Date) -> Span {
        let span = self.plan.span(self.table.per, day, day);
        if self.periods.last().is_none_or(|last| last.span != span) {
            self.periods.push(Counted { span, entries: Vec::new(), total: Number::ZERO });
        }
        span
    }
}
