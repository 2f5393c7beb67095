//! What each event is booked with: its pay, and the limits per item, event and customer.

use super::numbers::{Exact, at_most, zero};
use super::plan::Question;
use super::tables::Table;
use super::terms::{Payout, get, list, text};
use super::volumes::Volumes;
use super::world::{Counts, Qualified, World};
use num_traits::Zero;

/// What one event pays by one payout.
#[derive(Clone)]
pub struct Booked {
    /// Exactly.
    pub exact: Exact,
    /// Rounded, unless the payout accumulates.
    pub own: Exact,
    /// What each limit cuts off, by the limit's clause at the top level; negative.
    pub cuts: Vec<(String, Exact)>,
    /// After the limits.
    pub paid: Exact,
}

/// What is paid so far, by limit and scope.
type Used = Counts<Exact>;

impl World {
    /// The volumes of a payout's tables that are known at once; nothing for the others.
    pub fn at_once(&self, payout: usize, left: &[Exact]) -> Vec<Option<Volumes>> {
        let tables = list(&self.terms.payouts[payout].doc, "tiers").iter();
        let volumes =
            tables.map(|doc| Table::new(doc).is_known_at_once().then(|| Volumes::of_table(self, payout, doc, left)));
        volumes.collect()
    }

    /// Books every qualified event, on what is left of each.
    pub fn book(&self, left: &[Exact]) -> Vec<Booked> {
        let volumes: Vec<_> = (0..self.terms.payouts.len()).map(|payout| self.at_once(payout, left)).collect();
        let mut used = Used::new();
        let booked = self.qualified.iter().map(|qualified| {
            let question =
                Question { world: self, qualified, left: &left[qualified.event], volumes: &volumes[qualified.payout] };
            self.booked(qualified, &question.own(), &mut used)
        });
        booked.collect()
    }

    /// What an event's parts come to, rounded as the contract says.
    pub fn rounded(&self, payout: &Payout, parts: &[Exact]) -> Exact {
        if payout.accumulates {
            parts.iter().sum()
        } else if self.terms.round_each == "item" {
            parts.iter().map(|part| self.terms.round(part)).sum()
        } else {
            self.terms.round(&parts.iter().sum())
        }
    }

    fn booked(&self, qualified: &Qualified, parts: &[Exact], used: &mut Used) -> Booked {
        let payout = &self.terms.payouts[qualified.payout];
        if qualified.over {
            return Booked { exact: zero(), own: zero(), cuts: Vec::new(), paid: zero() };
        }
        let own = self.rounded(payout, parts);
        let mut paid = own.clone();
        let mut left = parts.to_vec();
        let mut cuts = Vec::new();
        let mut rooms = Vec::new();
        for (owner, limits) in [(Some(payout), list(&payout.doc, "limits")), (None, list(&self.terms.doc, "limits"))] {
            for per in ["item", "event", "customer"] {
                for (place, limit) in limits.iter().enumerate().filter(|(_, limit)| text(limit, "per") == Some(per)) {
                    let Some(most) = get(limit, "max").and_then(|max| self.terms.amounts(max)) else { continue };
                    let clause = owner.map_or_else(|| format!("/limits/{place}"), Payout::clause);
                    let name = format!("{clause} {place} {}", self.scope(limit, qualified.event));
                    let before = paid.clone();
                    if per == "item" {
                        for (item, part) in left.iter_mut().enumerate() {
                            let used = used.entry(format!("{name} {item}")).or_insert_with(zero);
                            *part = at_most(part.clone(), &(&most - used.clone()));
                            *used += &*part;
                        }
                        paid = at_most(paid, &self.rounded(payout, &left));
                    } else {
                        paid = at_most(paid, &(most - used.entry(name.clone()).or_insert_with(zero).clone()));
                        rooms.push(name);
                    }
                    cuts.push((clause, &paid - before));
                }
            }
        }
        // What a limit has let through is what is paid in the end, after the limits that follow.
        for room in rooms {
            *used.entry(room).or_insert_with(zero) += &paid;
        }
        cuts.retain(|(_, cut)| !cut.is_zero());
        Booked { exact: parts.iter().sum(), own, cuts, paid }
    }
}
