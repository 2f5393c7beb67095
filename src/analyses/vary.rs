//! One number of a document, moved over a range of values.

use std::borrow::Cow;

use crate::contract::{Contract, read_contract};
use crate::document::Name;
use crate::document::{Code, DocumentKind, Node, Problem, Threshold, choice, record};
use crate::money::{Number, Rounding};
use crate::scenario::{Scenario, read_scenario};

record! {
    /// One number that is moved: a driver of the scenario, or a term of the contract. It takes the values `from`, `from` + `step`, … up
    /// to `to`.
    ///
    /// ```json
    /// { "path": "/streams/0/perMonth", "from": "0", "to": "500" }
    /// ```
    pub struct Vary {
        /// The document that it is in; the scenario unless said.
        "document" => document: Varied = defaulted,
        /// Where it is: a JSON Pointer (RFC 6901) to a field that the document has.
        "path" => path: Name = required,
        /// The first value; a percentage such as "5%" for rates.
        "from" => from: Threshold = required,
        /// The last value.
        "to" => to: Threshold = required,
        /// How far apart values are: 1 unless said, and 0.01 % for percentages.
        "step" => step: Threshold = optional,
    }
}

choice! {
    /// The document that holds the number.
    pub enum Varied = Scenario {
        /// The scenario.
        Scenario => "scenario",
        /// The contract; of two, the first.
        Contract => "contract",
    }
}

/// Values may be as many as this.
const MOST_VALUES: u64 = 1_000_000_000_000;

/// A number that can be moved, and the documents it is moved in.
#[derive(Clone, Copy)]
pub(super) struct Lever<'t> {
    contract: &'t Node<'t>,
    scenario: &'t Node<'t>,
    vary: &'t Vary,
    from: Number,
    step: Number,
    percent: bool,
    /// The place of the last value.
    pub last: u64,
}

impl<'t> Lever<'t> {
    /// # Errors
    /// A path that leads nowhere, and values that make no range.
    pub fn new(contract: &'t Node<'t>, scenario: &'t Node<'t>, vary: &'t Vary) -> Result<Self, Vec<Problem>> {
        let percent = matches!(vary.from, Threshold::Share(_));
        let number = |threshold: Threshold| match threshold {
            Threshold::Number(number) => (!percent).then_some(number),
            // In percent, since that is how it is written.
            Threshold::Share(rate) => percent.then(|| rate.fraction().times(Number::from_u32(100))),
        };
        let one = if percent { Number::ONE.over(Number::from_u32(100), 2, Rounding::HalfEven) } else { Number::ONE };
        let step = vary.step.map_or(Some(one), number);
        let ends = number(vary.from).zip(number(vary.to)).zip(step);
        let range = ends.and_then(|((from, to), step)| {
            let fits = from <= to && !step.is_zero();
            let last = fits.then(|| to.minus(from).div_floor(step).ok()?.to_u64()).flatten();
            // All values have the decimals of the step, so that each can be written if the last one can.
            let last = last.filter(|last| *last < MOST_VALUES)?;
            let end = step.mul(Number::from_u64(last)).and_then(|way| from.add(way));
            end.is_ok().then_some((from, step, last))
        });
        let Some((from, step, last)) = range else {
            return Err(vec![problem(
                "/vary/to",
                "These values make no range.",
                "\"from\" up to \"to\" by a step above 0, all numbers or all percentages",
                &vary.to.to_string(),
            )]);
        };
        let lever = Self { contract, scenario, vary, from, step, percent, last };
        let root = if vary.document == Varied::Contract { contract } else { scenario };
        if find(root, vary.path.as_str()).is_none() {
            return Err(vec![problem(
                "/vary/path",
                "The document has no field here.",
                "a JSON Pointer to a field that is there, such as \"/streams/0/perMonth\"",
                vary.path.as_str(),
            )]);
        }
        Ok(lever)
    }

    /// One of several open terms of a contract.
    ///
    /// # Errors
    /// Those of [`Self::new`]; a number of the scenario.
    pub fn of_terms(
        contract: &'t Node<'t>,
        scenario: &'t Node<'t>,
        place: usize,
        vary: &'t Vary,
    ) -> Result<Self, Vec<Problem>> {
        if vary.document != Varied::Contract {
            let path = format!("/vary/{place}/document");
            let message = "Both sides agree on a contract, and not on what happens.";
            return Err(vec![problem(&path, message, "\"contract\"", "\"scenario\"")]);
        }
        let in_list = |problem: Problem| Problem {
            path: problem.path.replacen("/vary", &format!("/vary/{place}"), 1),
            ..problem
        };
        Self::new(contract, scenario, vary).map_err(|wrong| wrong.into_iter().map(in_list).collect())
    }

    /// The same number over values that reach so many times as far to both sides, from 0 up; and how many of these come before the first of
    /// its own.
    pub fn wider(&self, times: u64) -> (Self, u64) {
        let reach = self.last.max(1).saturating_mul(times);
        let below = self.from.div_floor(self.step).ok().and_then(Number::to_u64).unwrap_or_default().min(reach);
        let from = self.from.minus(self.step.times(Number::from_u64(below)));
        let last = below.saturating_add(self.last).saturating_add(reach).min(MOST_VALUES);
        (Self { from, last, ..*self }, below)
    }

    /// The value at a place, as documents write it.
    pub fn value(&self, place: u64) -> String {
        let value = self.from.plus(self.step.times(Number::from_u64(place)));
        if self.percent { format!("{value}%") } else { value.to_string() }
    }

    /// The values at the ends of stretches.
    pub fn values(&self, stretches: Vec<[u64; 2]>) -> Vec<[String; 2]> {
        stretches.into_iter().map(|ends| ends.map(|place| self.value(place))).collect()
    }

    /// The documents with the value at a place.
    ///
    /// # Errors
    /// What is wrong with the documents then.
    pub fn documents(&self, place: u64) -> Result<(Contract, Scenario), Vec<Problem>> {
        if self.vary.document == Varied::Contract {
            Ok((read_contract(&self.changed(self.contract, place))?, read_scenario(self.scenario)?))
        } else {
            Ok((read_contract(self.contract)?, read_scenario(&self.changed(self.scenario, place))?))
        }
    }

    /// A document with the value at a place in it.
    pub fn changed<'n>(&self, root: &Node<'n>, place: u64) -> Node<'n> {
        with(root, self.vary.path.as_str(), &Node::Text(Cow::Owned(self.value(place))))
    }

    /// Both documents with the value at a place, in whichever of them it is.
    pub fn both<'n>(&self, contract: &Node<'n>, scenario: &Node<'n>, place: u64) -> (Node<'n>, Node<'n>) {
        match self.vary.document {
            Varied::Contract => (self.changed(contract, place), scenario.clone()),
            Varied::Scenario => (contract.clone(), self.changed(scenario, place)),
        }
    }
}

/// The ends of so many equal parts of all places up to the last; all places, where they are fewer.
pub(super) fn spread(last: u64, parts: u64) -> Vec<u64> {
    let parts = parts.min(last).max(1);
    let place = |post: u64| {
        u128::from(post).saturating_mul(u128::from(last)).checked_div(u128::from(parts)).unwrap_or_default()
    };
    let mut places: Vec<u64> = (0..=parts).filter_map(|post| u64::try_from(place(post)).ok()).collect();
    places.dedup();
    places
}

/// The first place after `left` that `is` no longer holds of, where it holds at `left` and not at `right`.
pub(super) fn change(
    left: u64,
    right: u64,
    is: &mut dyn FnMut(u64) -> Result<bool, Vec<Problem>>,
) -> Result<u64, Vec<Problem>> {
    let (mut left, mut right) = (left, right);
    while right.saturating_sub(left) > 1 {
        let middle = left.midpoint(right);
        if is(middle)? { left = middle } else { right = middle }
    }
    Ok(right)
}

/// The tree without what a path leads to, if it leads to an entry of a list or to a field.
pub(super) fn without<'n>(root: &Node<'n>, path: &str) -> Option<Node<'n>> {
    let (holder, last) = path.rsplit_once('/')?;
    let last = last.replace("~1", "/").replace("~0", "~");
    find(root, path)?;
    let mut changed = root.clone();
    match find_mut(&mut changed, holder)? {
        Node::Map(fields) => fields.retain(|(key, _)| *key != *last),
        Node::List(entries) => {
            entries.remove(last.parse::<usize>().ok()?);
        }
        _ => return None,
    }
    Some(changed)
}

pub(super) fn problem(path: &str, message: &str, expected: &str, got: &str) -> Problem {
    Problem {
        document: DocumentKind::Options,
        code: Code::OutOfRange,
        path: path.to_owned(),
        message: message.to_owned(),
        expected: expected.to_owned(),
        got: got.to_owned(),
        hint: None,
    }
}

fn steps(path: &str) -> impl Iterator<Item = String> + '_ {
    path.split('/').skip(1).map(|step| step.replace("~1", "/").replace("~0", "~"))
}

fn find<'n>(root: &'n Node<'n>, path: &str) -> Option<&'n Node<'n>> {
    let rooted = path.starts_with('/');
    steps(path)
        .try_fold(root, |node, step| match node {
            Node::Map(fields) => fields.iter().find(|(key, _)| *key == *step).map(|(_, value)| value),
            Node::List(entries) => entries.get(step.parse::<usize>().ok()?),
            _ => None,
        })
        .filter(|_| rooted)
}

/// The tree with another value at a path that it has.
fn with<'n>(root: &Node<'n>, path: &str, value: &Node<'n>) -> Node<'n> {
    let mut changed = root.clone();
    if let Some(place) = find_mut(&mut changed, path) {
        *place = value.clone();
    }
    changed
}

fn find_mut<'n, 't>(root: &'n mut Node<'t>, path: &str) -> Option<&'n mut Node<'t>> {
    steps(path).try_fold(root, |node, step| match node {
        Node::Map(fields) => fields.iter_mut().find(|(key, _)| *key == *step).map(|(_, value)| value),
        Node::List(entries) => entries.get_mut(step.parse::<usize>().ok()?),
        _ => None,
    })
}
