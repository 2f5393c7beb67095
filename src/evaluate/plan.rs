//! Stage 1: the terms that hold for one statement, with what is worked out about them once.

use super::options::{Listed, Options};
use crate::calendar::{Date, Moment, Span};
use crate::contract::{Clause, Condition, Contract, LimitScope, Mode, Pay, Payout, Period, RoundEach, Tiers};
use crate::document::{Amounts, Code, DocumentKind, Name, Problem, Problems};
use crate::keyed::Texts;
use crate::money::{Currency, Money, Number, Rounding};

/// Decimals of counts that are expected, and the smallest part of an event that they have.
pub(crate) const COUNT_PLACES: u32 = 6;
const PART: &str = "0.000001";

/// The terms of one statement.
pub(super) struct Plan<'a> {
    pub contract: &'a Contract,
    pub currency: Currency,
    pub minor_units: u32,
    pub rounding: Rounding,
    pub listed: bool,
    /// Whether counts of events are expected ones, which may be parts of an event.
    pub expected: bool,
    /// The smallest part of an event that is counted, and its decimals.
    pub unit: Number,
    pub places: u32,
    pub as_of: Option<Moment>,
    pub payouts: Vec<PayoutPlan<'a>>,
    /// Whether a table that acts when an event happens counts types of its own.
    pub observes: bool,
    chosen: Option<&'a str>,
    types: Texts,
    by_type: Vec<Vec<usize>>,
}

/// One payout clause that holds.
pub(super) struct PayoutPlan<'a> {
    /// Its index in the contract.
    pub index: usize,
    pub payout: &'a Payout,
    /// Whether its fixed amounts are finer than the minor unit, so that a month's events are rounded together.
    pub accumulates: bool,
    /// Whether each item is worked out by itself, whatever the terms in force.
    pub by_item: bool,
}

impl<'a> Plan<'a> {
    /// The terms that hold, or what keeps a statement from being made of them.
    pub fn new(
        contract: &'a Contract,
        options: &'a Options,
        as_of: Option<Moment>,
        expected: bool,
    ) -> Result<Self, Vec<Problem>> {
        let mut problems = Problems::new(DocumentKind::Options);
        let currency = options.currency.unwrap_or(contract.currency);
        if currency != contract.currency && !contract.also_pays_in.contains(&currency) {
            problems.push(Problem {
                document: DocumentKind::Options,
                code: Code::UnknownCurrency,
                path: "/currency".to_owned(),
                message: "The contract does not pay in this currency.".to_owned(),
                expected: "the contract's currency, or one of those that it also pays in".to_owned(),
                got: currency.code().to_owned(),
                hint: None,
            });
        }
        let chosen = options.chosen.as_ref().or(contract.chosen.as_ref()).map(Name::as_str);
        if let Some(chosen) = &options.chosen
            && !contract.offers.iter().any(|offer| offer.name == *chosen)
        {
            problems.push(Problem {
                document: DocumentKind::Options,
                code: Code::UnknownName,
                path: "/chosen".to_owned(),
                message: "The contract has no offer of this name.".to_owned(),
                expected: "the name of one of the contract's offers".to_owned(),
                got: chosen.as_str().to_owned(),
                hint: None,
            });
        }
        let problems = problems.into_vec();
        if !problems.is_empty() {
            return Err(problems);
        }
        let mut plan = Self {
            contract,
            currency,
            minor_units: currency.minor_units(),
            rounding: contract.rounding,
            listed: options.lines == Listed::All,
            expected,
            unit: if expected { Number::parse(PART).unwrap_or_default() } else { Number::ONE },
            places: if expected { COUNT_PLACES } else { 0 },
            as_of,
            payouts: Vec::new(),
            observes: false,
            chosen: chosen.or_else(|| contract.offers.first().map(|offer| offer.name.as_str())),
            types: Texts::default(),
            by_type: Vec::new(),
        };
        for (index, payout) in contract.payouts.iter().enumerate() {
            if plan.holds(payout.offer.as_ref()) {
                let (kind, is_new) = plan.types.number(payout.event.as_str());
                if is_new {
                    plan.by_type.push(Vec::new());
                }
                if let Some(places) = usize::try_from(kind).ok().and_then(|kind| plan.by_type.get_mut(kind)) {
                    places.push(plan.payouts.len());
                }
                plan.observes |=
                    payout.tiers.iter().any(|tiers| tiers.mode == Mode::Forward && tiers.counting.is_some());
                let made = PayoutPlan::new(index, payout, &plan);
                plan.payouts.push(made);
            }
        }
        Ok(plan)
    }

    /// Whether a clause of this offer holds.
    pub fn holds(&self, offer: Option<&Name>) -> bool {
        offer.is_none_or(|offer| self.chosen == Some(offer.as_str()))
    }

    /// The payout clauses for a type of events, by their places in `payouts`.
    pub fn for_type(&self, kind: &str) -> &[usize] {
        let kind = self.types.find(kind).and_then(|kind| usize::try_from(kind).ok());
        kind.and_then(|kind| self.by_type.get(kind)).map(Vec::as_slice).unwrap_or_default()
    }

    /// An amount in the statement's currency; nothing where none is stated in it.
    pub fn limit(&self, amounts: &Amounts) -> Option<Number> {
        amounts.in_currency(self.currency, self.contract.currency)
    }

    /// An amount to be paid. Contracts that pay in several currencies state it in each of them, or can't be read.
    pub fn amount(&self, amounts: &Amounts) -> Number {
        self.limit(amounts).unwrap_or(Number::ZERO)
    }

    pub fn money(&self, amount: Number) -> Money {
        Money::new(amount, self.currency)
    }

    pub fn round(&self, amount: Number) -> Number {
        amount.round(self.minor_units, self.rounding)
    }

    /// The same, unless it is an expected amount: only whole lines of those are rounded.
    pub fn round_part(&self, amount: Number) -> Number {
        if self.expected { amount } else { self.round(amount) }
    }

    /// How many events of a volume fit into what is left: whole ones, or parts that are expected.
    pub fn fit(&self, left: Number, each: Number) -> Number {
        left.over(each, self.places, Rounding::Floor)
    }

    /// The span of a period that a day lies in.
    pub fn span(&self, period: Period, day: Date, customer_since: Date) -> Span {
        match period {
            Period::Order | Period::Day => Span::day(day),
            Period::Week => Span::week(day, self.contract.week_starts.weekday()),
            Period::Month => Span::month(day),
            Period::Quarter => Span::quarter(day),
            Period::Year => Span::year(day),
            Period::CustomerYear => Span::year_since(customer_since, day),
            Period::Contract => Span::ALL,
        }
    }

    /// Whether a period that ends on this day is over.
    pub fn is_over(&self, end: Date) -> bool {
        self.as_of.is_none_or(|now| end < now.day || (end == now.day && now.millisecond == 0))
    }
}

impl<'a> PayoutPlan<'a> {
    fn new(index: usize, payout: &'a Payout, plan: &Plan) -> Self {
        let mut accumulates = false;
        for pay in payout.pays() {
            pay.each(&mut |form| {
                if let Pay::Fixed { amount, .. } = form {
                    accumulates |= plan.is_fine(amount);
                }
            });
        }
        for step in payout.tiers.iter().flat_map(|tiers| &tiers.steps) {
            accumulates |= [&step.fixed, &step.add].into_iter().flatten().any(|amount| plan.is_fine(amount));
        }
        let limits = payout.limits.iter().chain(&plan.contract.limits);
        let by_item = plan.contract.round_each == RoundEach::Item
            || limits.into_iter().any(|limit| limit.per == LimitScope::Item);
        Self { index, payout, accumulates, by_item }
    }

    pub fn clause(&self) -> Clause {
        Clause::Payout(self.index)
    }

    /// Whether a table acts when an event happens, and not over a period.
    pub fn acts_at_once(tiers: &Tiers) -> bool {
        matches!(tiers.mode, Mode::Forward | Mode::OrderSize) || tiers.per == Period::Order
    }
}

impl Plan<'_> {
    fn is_fine(&self, amounts: &Amounts) -> bool {
        self.limit(amounts).is_some_and(|amount| amount.decimals() > self.minor_units)
    }
}

impl Payout {
    /// Every condition that the clause names.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        let groups = self.groups.iter().chain(self.scheduled.iter().flat_map(|terms| &terms.groups));
        self.when
            .iter()
            .chain(self.restrictions.iter().map(|restriction| &restriction.when))
            .chain(groups.map(|group| &group.when))
            .chain(self.uplifts.iter().filter_map(crate::contract::Uplift::when))
    }
}

/// The part of a value that `part` is of `whole`: exact where that is a decimal, else to 18 decimals.
pub(super) fn proportion(value: Number, part: Number, whole: Number) -> Number {
    if part == whole || value.is_zero() {
        return value;
    }
    if part.is_zero() {
        return Number::ZERO;
    }
    value.times(part).over(whole, 18, Rounding::HalfAwayFromZero)
}
