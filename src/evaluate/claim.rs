//! One event under one clause, on its way through the stages.

use crate::calendar::Date;
use crate::contract::{Clause, Effect, Group, Pay, Tiers, Uplift};
use crate::document::Name;
use crate::events::{Event, Item, Normalised};
use crate::money::Number;

use super::condition::Subject;
use super::figures::Figures;
use super::pay::{Changes, Working};
use super::plan::{PayoutPlan, Plan};
use super::reason::Reason;
use super::refund::{self, Left};
use super::volume::threshold;

/// A customer; an event without one is a customer of its own.
pub(super) type CustomerId = Option<u32>;

/// What is known of an event's customer.
#[derive(Clone, Copy)]
pub(super) struct Customer {
    pub id: CustomerId,
    /// The day on which the customer began.
    pub since: Date,
    /// Which of the customer's payments it is.
    pub number: u64,
}

/// What is known so far of what one clause pays for one event (or for a number of equal ones).
#[derive(Clone)]
pub(super) struct Claim<'a> {
    /// The place of the clause among those that hold.
    pub place: usize,
    pub event: &'a Normalised,
    pub count: Number,
    pub customer: Customer,
    /// What is left of the event after what is free: this part of that whole, and whether its units are meant.
    pub remainder: Option<(Number, Number)>,
    /// The terms in force.
    pub terms: InForce<'a>,
    /// Which pay each part of the event gets.
    pub parts: Parts<'a>,
    /// What tiers that are known at once change, one after the other.
    pub effects: Vec<Effect<'a>>,
    /// What a table that is known at once pays in place of the pay.
    pub table: Option<TablePay>,
    /// What one of its events earns by the clause's own pay, on what remains after refunds.
    pub net: Amount,
    /// Whether a limit of events or customers keeps it from being paid.
    pub over: bool,
    /// Whether it counts towards tiers and bonuses all the same.
    pub counts: bool,
    /// The tiers that it reached.
    pub tiers: Vec<Entered<'a>>,
}

/// A tier that an event reached.
#[derive(Clone, Copy)]
pub(super) struct Entered<'a> {
    pub table: &'a Tiers,
    pub step: usize,
    /// The payout and the place of the table among its tables.
    pub place: (usize, usize),
}

/// What a table that is known at once pays for one event.
#[derive(Clone, Copy)]
pub(super) struct TablePay {
    pub gross: Number,
    pub net: Number,
}

/// An amount before and after rounding, before limits.
#[derive(Clone, Copy, Default)]
pub(super) struct Amount {
    pub exact: Number,
    pub rounded: Number,
}

/// The pay and the groups in force on the event's day.
#[derive(Clone, Copy)]
pub(super) struct InForce<'a> {
    pub pay: &'a Pay,
    pub groups: &'a [Group],
    /// Which of the scheduled terms they are.
    pub scheduled: Option<usize>,
}

/// Which pay each part of an event gets, and what raises it.
#[derive(Clone)]
pub(super) enum Parts<'a> {
    Whole(Chosen<'a>, Vec<&'a Uplift>),
    Items(Vec<ItemPart<'a>>),
}

#[derive(Clone)]
pub(super) struct ItemPart<'a> {
    pub item: &'a Item,
    pub chosen: Chosen<'a>,
    /// Whether fixed amounts for the event are paid with this item.
    pub once: bool,
    pub uplifts: Vec<&'a Uplift>,
}

/// The pay of one part: the default, a group's, or several groups'.
#[derive(Clone)]
pub(super) enum Chosen<'a> {
    Default(&'a Pay),
    Group(usize, &'a Pay),
    Groups(Vec<(usize, &'a Pay)>),
}

impl<'a> Chosen<'a> {
    fn pays(&self) -> impl Iterator<Item = &'a Pay> + '_ {
        let (one, many) = match self {
            Self::Default(pay) | Self::Group(_, pay) => (Some(*pay), &[][..]),
            Self::Groups(groups) => (None, &groups[..]),
        };
        one.into_iter().chain(many.iter().map(|(_, pay)| *pay))
    }

    /// The groups that it is of.
    pub fn groups(&self) -> impl Iterator<Item = usize> + '_ {
        let (one, many) = match self {
            Self::Default(_) => (None, &[][..]),
            Self::Group(group, _) => (Some(*group), &[][..]),
            Self::Groups(groups) => (None, &groups[..]),
        };
        one.into_iter().chain(many.iter().map(|(group, _)| *group))
    }

    /// What tells one choice from another.
    pub fn is(&self, other: &Self) -> bool {
        self.groups().eq(other.groups())
    }
}

/// How much of an event is meant.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// As it happened.
    Gross,
    /// What remains after refunds before the lock.
    Net,
}

/// What an event pays, exactly and rounded.
#[derive(Default)]
pub(super) struct Worked {
    pub exact: Number,
    pub rounded: Number,
    pub rewards: Vec<(Name, Number)>,
    /// The base and the rate where the pay is one percentage.
    pub base: Option<(Number, crate::money::Rate)>,
    /// What each item earns, where they are worked out by themselves.
    pub parts: Vec<Number>,
}

impl<'a> Claim<'a> {
    pub fn payout<'p>(&self, plan: &'p Plan<'a>) -> Option<&'p PayoutPlan<'a>> {
        plan.payouts.get(self.place)
    }

    pub fn said(&self) -> &'a Event {
        let event: &'a Normalised = self.event;
        &event.event
    }

    pub fn day(&self) -> Date {
        self.event.moment.day
    }

    pub fn subject(&self, item: Option<&'a Item>) -> Subject<'a> {
        let Customer { since, number, .. } = self.customer;
        Subject { event: self.said(), item, day: self.day(), since, number }
    }

    /// The figures of the whole event, or of what remains of it.
    pub fn figures(&self, extent: Extent, plan: &Plan) -> Figures<'a> {
        self.shrunk(Figures::of_event(self.said()), self.left(extent, plan))
    }

    fn left(&self, extent: Extent, plan: &Plan) -> Option<Left> {
        if extent == Extent::Net { refund::remaining(self.event, plan) } else { None }
    }

    fn shrunk<'f>(&self, figures: Figures<'f>, left: Option<Left>) -> Figures<'f> {
        let figures = match self.remainder {
            Some((part, whole)) => figures.part(part, whole, true),
            None => figures,
        };
        match left {
            Some(left) => figures.part(left.part, left.whole, left.part.is_zero()),
            None => figures,
        }
    }

    /// What the event pays by its own terms, with other changes than its own if given.
    pub fn work(
        &self,
        plan: &Plan<'a>,
        extent: Extent,
        effect: Option<Effect<'_>>,
        because: Option<&mut Vec<Reason>>,
    ) -> Worked {
        let left = self.left(extent, plan);
        if let Some(table) = self.table.filter(|_| effect.is_none()) {
            let exact = if extent == Extent::Net { table.net } else { table.gross };
            return Worked { exact, rounded: self.rounded(plan, exact), ..Worked::default() };
        }
        self.work_left(plan, left, effect, because)
    }

    /// What the event pays on what is left of it.
    pub fn work_left(
        &self,
        plan: &Plan<'a>,
        left: Option<Left>,
        effect: Option<Effect<'_>>,
        mut because: Option<&mut Vec<Reason>>,
    ) -> Worked {
        let mut worked = Worked::default();
        if left.is_some_and(|left| left.part.is_zero()) {
            return worked;
        }
        let fixed = left.filter(|left| left.fixed).map_or((Number::ONE, Number::ONE), |left| (left.part, left.whole));
        let exchange = super::convert::of_pay(self.event, plan);
        let mut part = |figures: Figures<'_>,
                        (chosen, uplifts): (&Chosen, &[&Uplift]),
                        once: bool,
                        first: bool,
                        worked: &mut Worked| {
            let changes = Changes { effects: &self.effects, last: effect, uplifts };
            let mut first = first;
            let mut sum = Number::ZERO;
            for pay in chosen.pays() {
                let because = because.as_deref_mut();
                let paid = Working { plan, figures, changes, once, first, from: 0, fixed, exchange, because }.pay(pay);
                first = false;
                sum = sum.plus(paid.amount);
                worked.base = paid.base;
                worked.rewards.extend(paid.rewards);
            }
            worked.exact = worked.exact.plus(sum);
            sum
        };
        match &self.parts {
            Parts::Whole(chosen, uplifts) => {
                part(self.shrunk(Figures::of_event(self.said()), left), (chosen, uplifts), true, true, &mut worked);
                worked.rounded = self.rounded(plan, worked.exact);
            }
            Parts::Items(items) => {
                let each = plan.contract.round_each == crate::contract::RoundEach::Item;
                let mut sum = Number::ZERO;
                for (place, own) in items.iter().enumerate() {
                    let figures = self.shrunk(Figures::of_item(self.said(), own.item), left);
                    let paid = part(figures, (&own.chosen, &own.uplifts), own.once, place == 0, &mut worked);
                    let paid = if each { plan.round(paid) } else { paid };
                    worked.parts.push(paid);
                    sum = sum.plus(paid);
                }
                worked.base = None;
                worked.rounded = plan.round(sum);
            }
        }
        worked
    }

    /// What one event is paid. An amount finer than the minor unit is what events are expected to come to, and no order's: pay for it
    /// keeps its decimals until it is a line.
    fn rounded(&self, plan: &Plan, exact: Number) -> Number {
        let is_mean = || self.said().amount.is_some_and(|amount| amount.number().decimals() > plan.minor_units);
        if plan.expected && is_mean() { exact } else { plan.round(exact) }
    }

    /// The clause by which the first part is paid and its label, where it is not the default.
    fn terms_reason(&self, clause: &PayoutPlan) -> Option<Reason> {
        let group = match &self.parts {
            Parts::Whole(chosen, _) => chosen.groups().next(),
            Parts::Items(_) => None,
        };
        let place = match (self.terms.scheduled, group) {
            (None, None) => return None,
            (None, Some(group)) => Clause::Group(clause.index, group),
            (Some(terms), None) => Clause::Scheduled(clause.index, terms),
            (Some(terms), Some(group)) => Clause::ScheduledGroup(clause.index, terms, group),
        };
        let label = match (group, self.terms.scheduled) {
            (Some(group), _) => self.terms.groups.get(group).and_then(|group| group.label.clone()),
            (None, Some(terms)) => clause.payout.scheduled.get(terms).and_then(|terms| terms.label.clone()),
            (None, None) => None,
        };
        Some(Reason::Terms { clause: place, label })
    }

    /// Why it is paid as it is, in the order in which the stages found out.
    pub fn because(&self, clause: &PayoutPlan) -> Vec<Reason> {
        let mut because = Vec::new();
        because.extend(self.remainder.map(|(part, whole)| Reason::Remainder { part, whole }));
        because.extend(self.terms_reason(clause));
        for Entered { table, step: index, place } in &self.tiers {
            if let Some(step) = table.steps.get(*index) {
                let clause = Clause::Step(place.0, place.1, *index);
                let from = threshold(table, step.from);
                because.push(Reason::Tier { clause, label: step.label.clone(), measure: table.measure, from });
            }
        }
        because
    }
}
