//! What others receive of what is earned.

use std::collections::BTreeMap;

use jiff::civil::Date;
use num_traits::Signed;

use super::calendar::span;
use super::lines::Line;
use super::numbers::{Exact, int, number, one, rate, round, zero};
use super::terms::{get, list, text};
use super::world::World;

impl World {
    /// Shares each calendar month's lines. Shares by position are not covered.
    pub fn add_split(&self, lines: &mut Vec<Line>) {
        let Some(split) = get(&self.terms.doc, "split") else { return };
        let mut months = BTreeMap::<(Date, Date), Exact>::new();
        for line in lines.iter() {
            *months.entry(span("month", line.date, self.terms.week_starts)).or_insert_with(zero) += &line.amount;
        }
        for ((_, last), amount) in months {
            let others: Exact = if let Some(share) = get(split, "carvedOut").map(rate) {
                self.allotted(&amount, &[share.clone(), one() - share])[0].clone()
            } else {
                let weights = list(split, "weights");
                let shares =
                    self.allotted(&amount, &weights.iter().map(|one| number(&one["weight"])).collect::<Vec<_>>());
                let others = weights.iter().zip(shares).filter(|(one, _)| text(one, "to") != text(split, "own"));
                others.map(|(_, share)| share).sum()
            };
            lines.push(Line::new("split", "/split", last, -others));
        }
    }

    /// Divides an amount by weights, so that the shares add up: by largest remainder, the first among equals.
    fn allotted(&self, amount: &Exact, weights: &[Exact]) -> Vec<Exact> {
        let minor = one() / int(10).pow(self.terms.places.cast_signed());
        let all: Exact = weights.iter().sum();
        let exact: Vec<_> = weights.iter().map(|weight| amount.abs() * weight / &all).collect();
        let mut shares: Vec<_> = exact.iter().map(|share| round(share, self.terms.places, "down")).collect();
        let mut left = amount.abs() - shares.iter().sum::<Exact>();
        let mut order: Vec<_> = (0..shares.len()).collect();
        order.sort_by_key(|place| &shares[*place] - &exact[*place]);
        for place in order {
            if left.is_positive() {
                shares[place] += &minor;
                left -= &minor;
            }
        }
        if amount.is_negative() { shares.into_iter().map(|share| -share).collect() } else { shares }
    }
}
