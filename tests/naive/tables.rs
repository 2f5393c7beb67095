//! Where a table's tiers begin, and which of them hold.

use serde_json::Value;

use super::numbers::{Exact, at_least, number, one, rate, zero};
use super::terms::{Terms, get, list, text, word};

/// The part of a volume that lies in a tier; none of them below the first.
pub type Share = (Exact, Option<usize>);

pub struct Table<'a> {
    pub doc: &'a Value,
    pub steps: &'a [Value],
}

impl<'a> Table<'a> {
    pub fn new(doc: &'a Value) -> Self {
        Self { doc, steps: list(doc, "steps") }
    }

    pub fn mode(&self) -> &str {
        text(self.doc, "mode").unwrap()
    }

    pub fn measure(&self) -> &str {
        word(self.doc, "measure", "revenue")
    }

    /// Whether it changes an event's pay when the event happens.
    pub fn is_known_at_once(&self) -> bool {
        ["forward", "orderSize"].contains(&self.mode()) || word(self.doc, "per", "month") == "order"
    }

    /// The threshold of a step.
    pub fn from(&self, step: usize) -> Exact {
        let from = &self.steps[step]["from"];
        match from.as_str() {
            Some(share) if share.ends_with('%') => rate(from) * number(&self.doc["quota"]),
            _ => number(from),
        }
    }

    fn is_above(&self) -> bool {
        word(self.doc, "boundary", "atLeast") == "above"
    }

    /// Above which volume a step's band lies.
    pub fn start(&self, step: usize) -> Exact {
        let from = self.from(step);
        match self.measure() {
            "revenue" => from,
            "units" if self.is_above() => from,
            "units" => at_least(from - one(), &zero()),
            _ if self.is_above() => from.floor(),
            _ => at_least(from.ceil() - one(), &zero()),
        }
    }

    /// The last step that a volume reaches.
    pub fn reached(&self, volume: &Exact) -> Option<usize> {
        (0..self.steps.len()).rev().find(|step| {
            let from = self.from(*step);
            if self.is_above() { *volume > from } else { *volume >= from }
        })
    }

    /// How the volume from before an event to after it is divided among the steps. An event without volume lies in one.
    pub fn bands(&self, before: &Exact, after: &Exact) -> Vec<Share> {
        if before == after {
            return vec![(one(), self.reached(after))];
        }
        let starts: Vec<_> = (0..self.steps.len()).map(|step| self.start(step)).collect();
        let volume = after - before;
        let share = |from: &Exact, to: Option<&Exact>| {
            let to = to.map_or(after, |to| to.min(after));
            at_least((to - from.max(before)) / &volume, &zero())
        };
        let mut bands = vec![(share(&zero(), starts.first()), None)];
        for (step, start) in starts.iter().enumerate() {
            bands.push((share(start, starts.get(step + 1)), Some(step)));
        }
        bands.retain(|(share, _)| *share != zero());
        bands
    }

    /// What an interpolated table pays for a volume.
    pub fn interpolated(&self, terms: &Terms, volume: &Exact) -> Exact {
        let Some(reached) = self.reached(volume) else { return zero() };
        let pays = |step: usize| match get(&self.steps[step], "percent") {
            Some(percent) => rate(percent) * self.from(step),
            None => terms.amount(&self.steps[step], "pays").unwrap_or_else(zero),
        };
        if reached + 1 == self.steps.len() {
            return pays(reached);
        }
        let (low, high) = (self.from(reached), self.from(reached + 1));
        pays(reached) + (pays(reached + 1) - pays(reached)) * (volume - &low) / (high - low)
    }
}
