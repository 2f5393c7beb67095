//! Tables over a period.

use crate::money::{MoneyError, Number, Rounding, Units, is_noted, noted};

use super::{Class, Days, Line};
use crate::evaluate::plan::proportion;

/// Equal events of a month.
#[derive(Debug)]
pub(super) struct Entry {
    pub month: usize,
    pub class: usize,
    pub count: Units,
}

/// What a class is to one table.
#[derive(Debug, PartialEq)]
pub(super) struct InTable {
    /// What one event counts, unless that is its amount.
    pub each: Option<Units>,
    /// What the table's numbers are units of: so many decimals.
    pub places: u32,
    /// What it pays in each tier.
    pub steps: Vec<Line>,
    /// The slopes in units of one size, of the clause's own pay first, where each line goes through nothing and what is cut out of one event
    /// needs no rounding before the last.
    pub slopes: Option<(u32, Vec<Units>)>,
}

/// What one event of a class comes to now.
#[derive(Debug, Default)]
pub(super) struct Worth {
    /// Before tiers, after limits.
    pub paid: Units,
    own: Units,
    own_exact: Number,
    tables: Vec<TableWorth>,
}

#[derive(Debug, Default)]
struct TableWorth {
    each: Units,
    steps: Vec<(Number, Units)>,
}

#[derive(Debug)]
pub(super) struct Table {
    pub graduated: bool,
    /// From which volume on each tier is reached, and after which volume its own begins.
    pub from: Vec<Units>,
    pub begins: Vec<Units>,
    /// Whether a tier is reached only above its threshold.
    pub above: bool,
    /// Each month's period.
    pub periods: Vec<usize>,
    pub places: u32,
    /// The currency's.
    pub minor: u32,
}

/// Above this, what one event counts may have too many digits for the short way.
const LARGE: u64 = 100_000_000;

impl Worth {
    pub fn work_out(&mut self, class: &Class, amounts: &[Number], minor: u32, rounding: Rounding) {
        let amount = class.amount.and_then(|place| amounts.get(place)).copied().unwrap_or_default();
        let rounded = |exact: Number| in_units(exact.round(minor, rounding), minor);
        self.own_exact = class.own.at(amount);
        self.own = rounded(self.own_exact);
        self.paid = class.most.map_or(self.own, |most| self.own.min(most));
        self.tables.resize_with(class.tables.len(), TableWorth::default);
        for (table, worth) in class.tables.iter().zip(&mut self.tables) {
            worth.each = table.each.unwrap_or_else(|| in_units(amount, table.places));
            worth.steps.clear();
            worth.steps.extend(table.steps.iter().map(|step| {
                let exact = step.at(amount);
                (exact, rounded(exact))
            }));
        }
    }
}

/// Whether there are the same events in the same order.
fn alike(ones: &[Entry], others: &[Entry]) -> bool {
    let same = |(one, other): (&Entry, &Entry)| one.class == other.class && one.count == other.count;
    ones.len() == others.len() && ones.iter().zip(others).all(same)
}

fn in_units(number: Number, places: u32) -> Units {
    noted(Units::of(number, places).ok_or(MoneyError::Overflow))
}

impl Table {
    /// Adds the difference that the table makes to each of its periods, on the last month with events.
    pub fn pay(
        &self,
        place: usize,
        classes: &[Class],
        entries: &[Entry],
        worths: &[Worth],
        rounding: Rounding,
        days: &mut Days,
    ) {
        let period = |entry: &Entry| self.periods.get(entry.month);
        // Months of a steady stream have as many events as another or one more, so most periods repeat one of two.
        let mut known: [(&[Entry], Units); 2] = Default::default();
        for entries in entries.chunk_by(|one, other| period(one) == period(other)) {
            let difference = if let Some((_, difference)) = known.iter().find(|(before, _)| alike(before, entries)) {
                *difference
            } else {
                let difference = self.difference(place, classes, entries, worths, rounding);
                let [last, _] = known;
                known = [(entries, difference), last];
                difference
            };
            if let Some(last) = entries.last() {
                days.add(last.month, difference);
            }
        }
    }

    /// The difference that the table makes to the events of one period.
    #[inline(never)]
    fn difference(
        &self,
        place: usize,
        classes: &[Class],
        entries: &[Entry],
        worths: &[Worth],
        rounding: Rounding,
    ) -> Units {
        if self.graduated {
            self.graduated(place, classes, entries, worths, rounding)
        } else {
            self.retroactive(place, entries, worths)
        }
    }

    fn retroactive(&self, place: usize, entries: &[Entry], worths: &[Worth]) -> Units {
        let of = |entry: &Entry| worths.get(entry.class).and_then(|worth| Some((worth, worth.tables.get(place)?)));
        let total = entries.iter().filter_map(|entry| Some((entry, of(entry)?)));
        let total = total.fold(Units::ZERO, |sum, (entry, (_, table))| sum.plus(table.each.times(entry.count)));
        let met = self.from.iter().take_while(|from| if self.above { **from < total } else { **from <= total }).count();
        let Some(step) = met.checked_sub(1) else { return Units::ZERO };
        let mut difference = Units::ZERO;
        for (entry, (worth, table)) in entries.iter().filter_map(|entry| Some((entry, of(entry)?))) {
            if let Some((_, paid)) = table.steps.get(step) {
                difference = difference.plus(paid.minus(worth.own).times(entry.count));
            }
        }
        difference
    }

    fn graduated(
        &self,
        place: usize,
        classes: &[Class],
        entries: &[Entry],
        worths: &[Worth],
        rounding: Rounding,
    ) -> Units {
        let (mut at, mut difference) = (Units::ZERO, Units::ZERO);
        // How many tiers have begun.
        let mut begun = 0_usize;
        for entry in entries {
            let Some(worth) = worths.get(entry.class) else { continue };
            let (Some(table), Some(class)) = (worth.tables.get(place), classes.get(entry.class)) else { continue };
            let (each, mut left) = (table.each, entry.count);
            while left > Units::ZERO {
                while self.begins.get(begun).is_some_and(|begins| *begins <= at) {
                    begun = begun.saturating_add(1);
                }
                let whole = match self.begins.get(begun) {
                    Some(next) if each > Units::ZERO => next.minus(at).whole(each).min(left),
                    _ => left,
                };
                if whole > Units::ZERO {
                    if let Some((_, paid)) = begun.checked_sub(1).and_then(|step| table.steps.get(step)) {
                        difference = difference.plus(paid.minus(worth.own).times(whole));
                    }
                    at = at.plus(each.times(whole));
                    left = left.minus(whole);
                } else {
                    let end = at.plus(each);
                    let paid = self.astride((at, end), begun, place, class, worth, rounding);
                    difference = difference.plus(paid);
                    at = end;
                    left = left.minus(Units::ONE);
                    // After a sum without a result the bands may begin again.
                    if is_noted() {
                        return difference;
                    }
                }
            }
        }
        difference
    }

    /// The difference of one event whose volume lies in several bands.
    fn astride(
        &self,
        (from, to): (Units, Units),
        begun: usize,
        place: usize,
        class: &Class,
        worth: &Worth,
        rounding: Rounding,
    ) -> Units {
        let (Some(table), Some(now)) = (class.tables.get(place), worth.tables.get(place)) else { return Units::ZERO };
        let short = table.slopes.as_ref().filter(|_| now.each.count().is_some_and(|each| each <= LARGE));
        let (mut at, mut band) = (from, begun);
        let (mut short_sum, mut paid, mut own) = (Units::ZERO, Number::ZERO, Number::ZERO);
        while at < to {
            let end = self.begins.get(band).map_or(to, |next| (*next).min(to));
            let volume = end.minus(at);
            if let Some((_, slopes)) = short {
                short_sum = short_sum.plus(slopes.get(band).copied().unwrap_or_default().times(volume));
            } else {
                let (part, whole) = (volume.number(self.places), now.each.number(self.places));
                let step = band.checked_sub(1).and_then(|step| now.steps.get(step));
                let own_part = proportion(worth.own_exact, part, whole);
                own = own.plus(own_part);
                paid = paid.plus(step.map_or(own_part, |(exact, _)| proportion(*exact, part, whole)));
            }
            at = end;
            band = band.saturating_add(1);
        }
        match short {
            Some((places, _)) => {
                short_sum.coarser(places.saturating_add(self.places), self.minor, rounding).minus(worth.own)
            }
            None => in_units(paid.round(self.minor, rounding), self.minor)
                .minus(in_units(own.round(self.minor, rounding), self.minor)),
        }
    }
}
