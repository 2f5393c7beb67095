//! What one event pays by a payout: its parts, the groups that pay them, and what changes their pay.

use std::collections::{BTreeMap, BTreeSet};

use num_traits::Zero;
use serde_json::{Value, json};

use super::condition::{Subject, is_about_items, is_met, matches};
use super::events::{Event, Facts, Item};
use super::forms::{self, Asked, Chosen, add_points, changed_by, increase, without_packages};
use super::numbers::{Exact, fraction_text, int, one, rate, zero};
use super::tables::{Share, Table};
use super::terms::{Terms, contains, count, get, list, text, word};
use super::volumes::{Volumes, volume};
use super::world::{Qualified, World};

/// Units that make packages together, by tier and form.
pub type Pools = BTreeMap<(usize, String), Exact>;

/// What is asked of an event's pay.
pub struct Question<'a> {
    pub world: &'a World,
    pub qualified: &'a Qualified,
    /// The share of the event that remains.
    pub left: &'a Exact,
    /// The volumes of the payout's tables that are known at once, in the order of the tables.
    pub volumes: &'a [Option<Volumes>],
}

/// One of several alternatives that each pay a share.
#[derive(Clone)]
struct Branch {
    share: Exact,
    /// The step of a table over a period.
    step: Option<usize>,
    /// Whether a table that is known at once has a step for it.
    at_once: bool,
    chosen: Vec<Chosen>,
}

impl Question<'_> {
    fn terms(&self) -> &Terms {
        &self.world.terms
    }

    fn payout(&self) -> &Value {
        &self.terms().payouts[self.qualified.payout].doc
    }

    fn event(&self) -> &Event {
        &self.world.events[self.qualified.event]
    }

    /// What each part pays, exactly.
    pub fn own(&self) -> Vec<Exact> {
        self.parts(&|chosen| vec![Branch { share: one(), step: None, at_once: false, chosen }], None)
    }

    /// What each part pays by the steps of a table over a period, and in which packages the rest is counted.
    pub fn by_table(&self, table: &Table, shares: &[Share], pools: &mut Pools) -> Vec<Exact> {
        let by_steps = |chosen: Vec<Chosen>| self.by_steps(table, shares, &chosen);
        self.parts(&by_steps, Some(pools))
    }

    fn by_steps(&self, table: &Table, shares: &[Share], chosen: &[Chosen]) -> Vec<Branch> {
        let branches = shares.iter().map(|(share, step)| Branch {
            share: share.clone(),
            step: *step,
            at_once: false,
            chosen: match step {
                Some(step) => changed_by(self.terms(), &table.steps[*step], chosen.to_vec()),
                None => chosen.to_vec(),
            },
        });
        branches.collect()
    }

    fn parts(&self, then: &dyn Fn(Vec<Chosen>) -> Vec<Branch>, mut pools: Option<&mut Pools>) -> Vec<Exact> {
        let facts = self.qualified.facts.shrunk(self.left, &one());
        let whole = self.event().facts.shrunk(self.left, &one());
        let shrinks =
            get(&self.terms().doc, "refunds").is_some_and(|refunds| text(refunds, "fixedPay") == Some("proRata"));
        let fixed = if shrinks { self.left.clone() } else { one() };
        let mut paid: Vec<BTreeSet<String>> = Vec::new();
        let mut amounts = Vec::new();
        for item in self.items(&facts) {
            if self.left.is_zero() {
                amounts.push(zero());
                continue;
            }
            let subject = Subject { event: self.event(), facts: &whole, item };
            let of_part = item.map_or_else(|| facts.clone(), of_item);
            let lines = item.map_or_else(|| lines(&facts), |_| one());
            let mut total = zero();
            let branches = self.branches(&subject, &of_part, then);
            paid.resize(branches.len(), BTreeSet::new());
            for (branch, paid) in branches.iter().zip(&mut paid) {
                for chosen in &branch.chosen {
                    let events = if paid.contains(&chosen.owner) { zero() } else { one() };
                    let asked = Asked { facts: &of_part, lines: lines.clone(), events, fixed: fixed.clone() };
                    let mut packages = Vec::new();
                    let mut form = chosen.form.clone();
                    if branch.step.is_some() || branch.at_once {
                        form = without_packages(&form, &mut packages);
                    }
                    total += forms::amount(self.terms(), &form, &asked) * &branch.share;
                    for package in packages {
                        let units = &of_part.units * &branch.share;
                        match (&mut pools, branch.step) {
                            (Some(pools), Some(step)) => {
                                *pools.entry((step, package.to_string())).or_insert_with(zero) += units;
                            }
                            _ => total += of_packages(self.terms(), &package, &units) * &fixed,
                        }
                    }
                }
                paid.extend(branch.chosen.iter().map(|chosen| chosen.owner.clone()));
            }
            amounts.push(total);
        }
        amounts
    }

    /// The items that are parts by themselves, or the one whole.
    fn items<'a>(&self, facts: &'a Facts) -> Vec<Option<&'a Item>> {
        let (_, groups) = self.in_force();
        let per_item = |limit: &Value| text(limit, "per") == Some("item");
        let limits = list(self.payout(), "limits").iter().chain(list(&self.terms().doc, "limits"));
        let uplifts = list(self.payout(), "uplifts");
        let raised = uplifts.iter().filter_map(|uplift| get(uplift, "when"));
        let split = groups.iter().map(|group| &group["when"]).chain(raised).any(is_about_items)
            || limits.into_iter().any(per_item)
            || self.terms().round_each == "item";
        if split && !facts.items.is_empty() { facts.items.iter().map(Some).collect() } else { vec![None] }
    }

    /// The pay and the groups of the event's day.
    fn in_force(&self) -> (&Value, &[Value]) {
        let day = self.event().day();
        let scheduled = list(self.payout(), "scheduled").iter().filter(|one| contains(get(one, "during"), day));
        let in_force = scheduled.max_by_key(|one| count(one, "priority").unwrap_or(1)).unwrap_or(self.payout());
        (&in_force["pay"], list(in_force, "groups"))
    }

    fn branches(&self, subject: &Subject, part: &Facts, then: &dyn Fn(Vec<Chosen>) -> Vec<Branch>) -> Vec<Branch> {
        let mut branches =
            vec![Branch { share: one(), step: None, at_once: false, chosen: self.chosen(subject, part) }];
        for (doc, volumes) in list(self.payout(), "tiers").iter().zip(self.volumes) {
            let Some(volumes) = volumes else { continue };
            let at_once = |chosen: Vec<Chosen>| {
                let branches = self.at_once(&Table::new(doc), volumes, &chosen).into_iter();
                branches.map(|branch| Branch { at_once: branch.step.is_some(), step: None, ..branch }).collect()
            };
            branches = spread(branches, &at_once);
        }
        branches = spread(branches, then);
        for uplift in list(self.payout(), "uplifts").iter().filter(|uplift| is_met(uplift, subject)) {
            for branch in &mut branches {
                match get(uplift, "points") {
                    Some(points) => add_points(&mut branch.chosen, &rate(points)),
                    None => increase(self.terms(), &mut branch.chosen, &rate(&uplift["increase"])),
                }
            }
        }
        branches
    }

    /// The groups that pay a part, or the default.
    fn chosen(&self, subject: &Subject, part: &Facts) -> Vec<Chosen> {
        let (pay, groups) = self.in_force();
        let named =
            |(index, group): (usize, &Value)| Chosen { owner: format!("group {index}"), form: group["pay"].clone() };
        let met = groups.iter().enumerate().filter(|(_, group)| matches(&group["when"], subject));
        let met: Vec<_> = met.map(named).collect();
        let worth = |one: &Chosen| {
            let lines = subject.item.map_or_else(|| lines(part), |_| int(1));
            let asked = Asked { facts: part, lines, events: int(1), fixed: int(1) };
            forms::amount(self.terms(), &one.form, &asked)
        };
        let mut best: Option<&Chosen> = None;
        for one in &met {
            if best.is_none_or(|best| worth(one) > worth(best)) {
                best = Some(one);
            }
        }
        match (best, word(self.payout(), "groupsPay", "first")) {
            (None, _) => vec![Chosen { owner: "default".to_owned(), form: pay.clone() }],
            (Some(best), "highest") => vec![best.clone()],
            (Some(_), "first") => met[..1].to_vec(),
            _ => met,
        }
    }

    /// What a table that is known when the event happens makes of its pay.
    fn at_once(&self, table: &Table, volumes: &Volumes, chosen: &[Chosen]) -> Vec<Branch> {
        let event = self.qualified.event;
        let own = volume(table.measure(), &self.qualified.facts, self.left);
        let (before, after) = match (table.mode(), count(table.doc, "rollingDays")) {
            ("orderSize", _) => (zero(), own),
            (_, Some(days)) => volumes.rolling_place(self.world, event, days),
            _ => volumes.place(self.world, event),
        };
        let shares = match table.mode() {
            "graduated" => table.bands(&before, &after),
            "forward" if word(table.doc, "running", "including") == "before" => vec![(one(), table.reached(&before))],
            "interpolated" => {
                let exactly = fraction_text(&table.interpolated(self.terms(), &after));
                let chosen = vec![Chosen { owner: "default".to_owned(), form: json!({ "exactly": exactly }) }];
                return vec![Branch { share: one(), step: None, at_once: false, chosen }];
            }
            _ => vec![(one(), table.reached(&after))],
        };
        self.by_steps(table, &shares, chosen)
    }
}

fn spread(branches: Vec<Branch>, into: &dyn Fn(Vec<Chosen>) -> Vec<Branch>) -> Vec<Branch> {
    let each = branches.into_iter().map(|branch| {
        into(branch.chosen).into_iter().map(move |inner| Branch {
            share: inner.share * &branch.share,
            step: inner.step,
            at_once: inner.at_once || branch.at_once,
            chosen: inner.chosen,
        })
    });
    each.flatten().collect()
}

/// What so many units come to in packages of a form.
pub fn of_packages(terms: &Terms, form: &Value, units: &Exact) -> Exact {
    terms.amount(form, "fixed").unwrap_or_else(zero) * forms::packages(&form["package"], units)
}

fn lines(facts: &Facts) -> Exact {
    int(i64::try_from(facts.items.len().max(1)).unwrap())
}

fn of_item(item: &Item) -> Facts {
    Facts {
        amount: item.amount.clone(),
        units: item.units.clone(),
        parts: item.parts.clone(),
        payment: None,
        contract_value: None,
        items: Vec::new(),
    }
}
