//! A scenario's events as lots: which there may be is known once, how many there are is known when its ranges have taken values.

use super::project::payments_of;
use super::stream::{Stream, Values};
use super::volume::{self, Counting};
use super::{ChurnApplies, MOST_PAYMENTS, Scenario, Shape, events};
use crate::calendar::Month;
use crate::contract::Contract;
use crate::document::{Amount, Count, Problem};
use crate::evaluate::{Compiled, Lot, Room, Window};
use crate::keyed::Triples;
use crate::money::{Currency, Money, Number, noting};

/// The lots of a scenario, with how many events each has now.
#[derive(Debug)]
pub(crate) struct Lots {
    all: Vec<Lot>,
    /// By stream, where its lots begin.
    first: Vec<usize>,
    survivors: Vec<Survivors>,
    counts: Vec<u64>,
    amounts: Vec<Number>,
    /// Room for what one stream has in each month.
    monthly: Vec<u64>,
}

/// How many of so many customers are left at each of their payments: the same of the same number.
#[derive(Debug)]
struct Survivors {
    /// By the month in which customers begin, how many payments lie within the scenario.
    payments: Vec<usize>,
    churn: Option<Number>,
    /// The numbers of customers that came before.
    known: Triples,
    /// For each of them, how many are left at each payment of a customer of the first month.
    left: Vec<u64>,
    /// The last two of them, and where in `left` theirs begin: months of a steady stream have as many customers as another or one more.
    recent: [Option<(u64, usize)>; 2],
}

/// Beyond so many numbers, what is left is worked out anew.
const MOST_LEFT: usize = 20_000;

impl Lots {
    /// The lots of a scenario; none of one whose events are not told apart by what they are alone.
    pub fn of(scenario: &Scenario, months: &[Month]) -> Option<Self> {
        let differs = |stream: &Stream| {
            let leave_at_once = stream.churn_applies == ChurnApplies::AfterNew;
            stream.refunds.is_some() || stream.upgrades.is_some() || !stream.mix.is_empty() || leave_at_once
        };
        if scenario.streams.iter().any(differs) {
            return None;
        }
        let (mut lots, mut first) = (Vec::new(), Vec::with_capacity(scenario.streams.len()));
        for (place, stream) in scenario.streams.iter().enumerate() {
            first.push(lots.len());
            let (amount, varies) = match stream.amount.map(|amount| amount.0) {
                Some(Shape::Exactly(amount)) => (Amount::new(amount), None),
                Some(_) => (None, Some(place)),
                None => (None, None),
            };
            let template = events::template(stream, amount);
            for (begun, after, number) in payments(stream, months.len()) {
                let month = begun.saturating_add(after);
                let event = events::payment(&template, stream, number, *months.get(begun)?, *months.get(month)?);
                lots.push(Lot { event, month, amount: varies });
            }
        }
        let survivors = scenario.streams.iter().map(|stream| Survivors::of(stream, months.len())).collect();
        let amounts = vec![Number::ZERO; scenario.streams.len()];
        Some(Self { counts: vec![0; lots.len()], all: lots, first, survivors, amounts, monthly: Vec::new() })
    }

    /// Counts the events with the values that are given for the ranges; tells whether they can be counted.
    pub fn count(
        &mut self,
        scenario: &Scenario,
        months: &[Month],
        currency: Currency,
        value: &mut dyn FnMut(Shape) -> Number,
    ) -> bool {
        let Self { first, survivors, counts, amounts, monthly, .. } = self;
        let places = first.iter().zip(survivors).zip(amounts);
        let mut counted = true;
        for (stream, ((first, survivors), amount)) in scenario.streams.iter().zip(places) {
            let mut values = stream.values(value);
            events::settle(&mut values, stream, currency.minor_units());
            let Values { per_month, approved, churn, amount: drawn, .. } = values;
            *amount = drawn.unwrap_or_default();
            if !volume::whole_months(stream, per_month, approved, months, monthly) {
                counted = false;
                continue;
            }
            let mut own = counts.get_mut(*first..).unwrap_or_default();
            let Some(churn) = churn else {
                own.iter_mut().zip(&*monthly).for_each(|(count, now)| *count = *now);
                continue;
            };
            survivors.with(churn);
            for (begun, customers) in monthly.iter().enumerate() {
                let left = survivors.left(*customers, stream, months.len());
                let later = survivors.payments.get(begun).copied().unwrap_or_default();
                let (now, rest) = std::mem::take(&mut own).split_at_mut_checked(later).unwrap_or_default();
                let left = survivors.left.get(left..).unwrap_or_default();
                now.iter_mut().zip(left).for_each(|(count, left)| *count = *left);
                own = rest;
            }
        }
        counted
    }
}

/// The payments that a stream may lead to: in which month its customer began, how many months later it is, and its number.
fn payments(stream: &Stream, months: usize) -> impl Iterator<Item = (usize, usize, u64)> + '_ {
    let of_month = move |begun: usize| {
        let later = if stream.churn.is_some() { months.saturating_sub(begun) } else { 1 };
        paying(stream, later).zip(1..).map(move |(after, number)| (begun, after, number))
    };
    (0..months).flat_map(of_month)
}

/// After how many months a customer of a stream pays, within so many.
fn paying(stream: &Stream, months: usize) -> impl ExactSizeIterator<Item = usize> + use<> {
    let number = |count: Count| usize::try_from(count.get()).unwrap_or(usize::MAX);
    (0..months).step_by(stream.every.map_or(1, number).max(1)).take(stream.payments.map_or(usize::MAX, number))
}

impl Survivors {
    fn of(stream: &Stream, months: usize) -> Self {
        let payments = (0..months).map(|begun| paying(stream, months.saturating_sub(begun)).len()).collect();
        Self { payments, churn: None, known: Triples::default(), left: Vec::new(), recent: [None; 2] }
    }

    fn with(&mut self, churn: Number) {
        if self.churn != Some(churn) || self.left.len() > MOST_LEFT {
            self.churn = Some(churn);
            self.known = Triples::default();
            self.left.clear();
            self.recent = [None; 2];
        }
    }

    /// Where in `left` it stands how many are left at each payment.
    fn left(&mut self, customers: u64, stream: &Stream, months: usize) -> usize {
        if let Some((_, begins)) = self.recent.iter().flatten().find(|(known, _)| *known == customers) {
            return *begins;
        }
        let place = usize::try_from(self.known.number([customers, 0, 0])).unwrap_or(usize::MAX);
        let begins = place.saturating_mul(self.payments.first().copied().unwrap_or_default());
        if begins >= self.left.len() {
            let (customers, churn) = (Number::from_u64(customers), self.churn.unwrap_or_default());
            let left = volume::left(customers, churn, months, Counting::WHOLE);
            let left = |after| left.get(after).copied().and_then(Number::to_u64).unwrap_or_default();
            self.left.extend(paying(stream, months).map(left));
        }
        let [last, _] = self.recent;
        self.recent = [Some((customers, begins)), last];
        begins
    }
}

/// What contracts earn of one scenario again and again, while its ranges take other values.
#[derive(Debug)]
pub(crate) struct Again {
    lots: Option<Lots>,
    /// By contract, its compiled form if it has one.
    contracts: Vec<Option<(Compiled, Room)>>,
}

impl Again {
    /// Contracts in one currency over the same months.
    pub fn new(contracts: &[Contract], scenario: &Scenario, months: &[Month]) -> Self {
        let window = months.first().zip(months.last());
        let window =
            window.map(|(first, last)| Window { from: first.first_day(), to: last.last_day(), expected: false });
        let few = |contract: &Contract| payments_of(contract, scenario, months.len()) <= MOST_PAYMENTS;
        let lots = if contracts.iter().any(few) { Lots::of(scenario, months) } else { None };
        let compiled = |contract: &Contract| {
            let (lots, window) = lots.as_ref().zip(window).filter(|_| few(contract))?;
            let compiled = Compiled::new(contract, &lots.all, months, window)?;
            let room = compiled.room()?;
            Some((compiled, room))
        };
        let contracts = contracts.iter().map(compiled).collect();
        Self { lots, contracts }
    }

    /// Which contracts have a compiled form.
    pub fn compiled(&self) -> impl Iterator<Item = bool> + '_ {
        self.contracts.iter().map(Option::is_some)
    }

    /// What each contract earns with these values for the ranges, in the order of [`Stream::estimates`].
    ///
    /// # Errors
    /// Those of [`super::project`].
    pub fn earned(
        &mut self,
        contracts: &[Contract],
        scenario: &Scenario,
        months: &[Month],
        values: &[Number],
        mut each: impl FnMut(usize, Money),
    ) -> Result<(), Vec<Problem>> {
        let given = || {
            let mut values = values.iter().copied();
            move |shape: Shape| values.next().unwrap_or_else(|| shape.median())
        };
        let currency = contracts.first().map(|contract| contract.currency);
        let counted = self.lots.as_mut().zip(currency).is_some_and(|(lots, currency)| {
            noting(|| lots.count(scenario, months, currency, &mut given())).unwrap_or_default()
        });
        let lots = self.lots.as_ref().filter(|_| counted);
        for (place, (contract, compiled)) in contracts.iter().zip(&mut self.contracts).enumerate() {
            let quick = lots.zip(compiled.as_mut());
            let quick = quick.and_then(|(lots, (compiled, room))| compiled.earned(&lots.counts, &lots.amounts, room));
            let earned = match quick {
                Some(earned) => earned,
                None => super::earned(contract, scenario, months, &mut given())?,
            };
            each(place, earned);
        }
        Ok(())
    }
}
