//! A contract over events that differ only in how many they are and what they come to, worked out ahead.
//!
//! A simulation evaluates the same events thousands of times. The stages themselves find out once which clauses pay for an event, by which
//! terms, and what each pays for nothing and for one; in between, such pay is a straight line. What is left for each time are sums by month: of
//! whole minor units in machine words, bands cut in closed form, limits and guarantees. Contracts whose terms are no straight lines, or
//! depend on what came before, have no such form and are evaluated plainly, and so is what machine words can't hold. Both give the same
//! (`tests/compiled`).

mod build;
mod periods;
mod tables;

use crate::calendar::Month;
use crate::contract::Contract;
use crate::events::Event;
use crate::money::{Currency, Money, MoneyError, Number, Rounding, Units, noted, noting};

use super::Window;
use periods::{Maximum, Months, Promise};
use tables::{Entry, InTable, Table, Worth};

/// Equal events of one month.
#[derive(Debug)]
pub(crate) struct Lot {
    /// One of them.
    pub event: Event,
    /// By its place among the months.
    pub month: usize,
    /// Which of the amounts that change is its own; none where it comes to what `event` says.
    pub amount: Option<usize>,
}

/// What a contract pays for lots of events, up to how many there are in each and what those come to whose amount changes.
#[derive(Debug)]
pub(crate) struct Compiled {
    currency: Currency,
    rounding: Rounding,
    classes: Vec<Class>,
    clauses: Vec<Clause>,
    /// The contract's own.
    limits: Vec<Maximum>,
    promises: Vec<Promise>,
    /// What is paid for no event.
    flat: Units,
    months: usize,
}

/// Lots that one clause pays alike.
#[derive(Debug, PartialEq)]
struct Class {
    amount: Option<usize>,
    own: Line,
    /// The most that is paid for one, whatever tiers make of it.
    most: Option<Units>,
    /// By the clause's tables.
    tables: Vec<InTable>,
}

/// What one event pays, before it is rounded: so much for nothing, and so much more for each unit of its amount.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Line {
    at_nothing: Number,
    slope: Number,
}

#[derive(Debug)]
struct Clause {
    /// In the order of evaluation.
    runs: Vec<Run>,
    tables: Vec<Table>,
    limits: Vec<Maximum>,
}

/// Lots of one class that follow each other in a month.
#[derive(Debug)]
struct Run {
    month: usize,
    class: usize,
    lots: Vec<usize>,
}

/// What was worked out, kept from one time to the next.
#[derive(Debug, Default)]
pub(crate) struct Room {
    worths: Vec<Worth>,
    entries: Vec<Entry>,
    clause: Days,
    all: Days,
}

/// By month, what is paid on the first day with events.
#[derive(Debug, Default)]
struct Days(Vec<Day>);

#[derive(Clone, Copy, Debug, Default)]
struct Day {
    paid: Units,
    /// Whether there are events.
    any: bool,
}

impl Line {
    fn at(&self, amount: Number) -> Number {
        let more = if self.slope.is_zero() { return self.at_nothing } else { self.slope.times(amount) };
        if self.at_nothing.is_zero() { more } else { self.at_nothing.plus(more) }
    }
}

impl Days {
    fn clear(&mut self, months: usize) {
        self.0.clear();
        self.0.resize(months, Day::default());
    }

    fn add(&mut self, month: usize, amount: Units) {
        if let Some(day) = self.0.get_mut(month) {
            *day = Day { paid: day.paid.plus(amount), any: true };
        }
    }

    fn of(&mut self, months: &Months) -> &mut [Day] {
        self.0.get_mut(months.clone()).unwrap_or_default()
    }

    fn add_all(&mut self, others: &Self) {
        for (day, other) in self.0.iter_mut().zip(&others.0) {
            *day = Day { paid: day.paid.plus(other.paid), any: day.any || other.any };
        }
    }
}

impl Compiled {
    /// The form of a contract over lots, if it has one. A window is that of the statement.
    pub fn new(contract: &Contract, lots: &[Lot], months: &[Month], window: Window) -> Option<Self> {
        noting(|| build::compiled(contract, lots, months, window)).ok()?.ok()
    }

    /// Room to work in, for this form only; none where what never changes can't be worked out.
    pub fn room(&self) -> Option<Room> {
        let worth = |class: &Class| {
            let mut worth = Worth::default();
            if class.amount.is_none() {
                noting(|| worth.work_out(class, &[], self.minor(), self.rounding)).ok()?;
            }
            Some(worth)
        };
        Some(Room { worths: self.classes.iter().map(worth).collect::<Option<_>>()?, ..Room::default() })
    }

    /// What is earned with so many events in each lot, and these amounts; nothing where it has to be evaluated plainly.
    pub fn earned(&self, counts: &[u64], amounts: &[Number], room: &mut Room) -> Option<Money> {
        noting(|| self.sum(counts, amounts, room)).ok().map(|sum| Money::new(sum.number(self.minor()), self.currency))
    }

    fn minor(&self) -> u32 {
        self.currency.minor_units()
    }

    fn sum(&self, counts: &[u64], amounts: &[Number], room: &mut Room) -> Units {
        let Room { worths, entries, clause: days, all } = room;
        for (class, worth) in self.classes.iter().zip(&mut *worths) {
            if class.amount.is_some() {
                worth.work_out(class, amounts, self.minor(), self.rounding);
            }
        }
        all.clear(self.months);
        for clause in &self.clauses {
            days.clear(self.months);
            clause.enter(counts, worths, entries, days);
            for (place, table) in clause.tables.iter().enumerate() {
                table.pay(place, &self.classes, entries, worths, self.rounding, days);
            }
            for limit in &clause.limits {
                limit.hold(days);
            }
            all.add_all(days);
        }
        for limit in &self.limits {
            limit.hold(all);
        }
        for promise in &self.promises {
            promise.keep(counts, self.minor(), self.rounding, all);
        }
        all.0.iter().fold(self.flat, |sum, day| sum.plus(day.paid))
    }
}

impl Clause {
    /// Notes which events there are, and what they pay before tables and limits.
    fn enter(&self, counts: &[u64], worths: &[Worth], entries: &mut Vec<Entry>, days: &mut Days) {
        entries.clear();
        for run in &self.runs {
            let many =
                run.lots.iter().filter_map(|lot| counts.get(*lot)).fold(0_u64, |sum, lot| sum.saturating_add(*lot));
            if many > 0 {
                let count = noted(Units::of_count(many).ok_or(MoneyError::Overflow));
                entries.push(Entry { month: run.month, class: run.class, count });
                if let Some(worth) = worths.get(run.class) {
                    days.add(run.month, worth.paid.times(count));
                }
            }
        }
    }
}
