//! What became of each field, while an import goes on.

use super::assumption::{Answers, AssumptionCode};
use super::leaves::{Part, is_silent, leaves};
use super::report::{Assumption, Because, Fate, Gap, GapCode, ImportedField};
use crate::calendar::Zone;
use crate::document::{Node, Refusal};

/// The report that is being written about one part of a payload.
pub(super) struct Ledger<'a, 'o> {
    pub fields: Vec<ImportedField>,
    pub assumptions: Vec<Assumption>,
    pub gaps: Vec<Gap>,
    /// Where what is reported about stands.
    root: String,
    answers: &'a mut Answers<'o>,
}

impl<'a, 'o> Ledger<'a, 'o> {
    /// A report in which no field was understood yet.
    pub fn new(part: &Part, answers: &'a mut Answers<'o>) -> Self {
        let mut found = Vec::with_capacity(part.leaves.len());
        leaves(part.node, &part.path, &mut found);
        let fields = found.into_iter().map(|(path, node)| {
            let (fate, because) = match node {
                node if is_silent(node) => (Fate::Silent, None),
                Node::Refused(Refusal::Duplicate) => (Fate::NotUnderstood, Some(Because::Duplicate)),
                Node::Refused(_) => (Fate::NotUnderstood, Some(Because::TooLarge)),
                _ => (Fate::NotUnderstood, Some(Because::UnknownField)),
            };
            ImportedField { path, value: shown(node), fate, to: Vec::new(), because }
        });
        Self { fields: fields.collect(), assumptions: Vec::new(), gaps: Vec::new(), root: part.path.clone(), answers }
    }

    /// All of a part is in the contract, there.
    pub fn carried(&mut self, part: &Part, to: &str) {
        for field in self.inside(part) {
            let fresh = field.because == Some(Because::UnknownField);
            if fresh || field.fate == Fate::Carried {
                (field.fate, field.because) = (Fate::Carried, None);
                if !field.to.iter().any(|known| known == to) {
                    field.to.push(to.to_owned());
                }
            }
        }
    }

    /// All of a part that was not looked at yet is kept.
    pub fn note(&mut self, part: &Part) {
        for field in self.inside(part) {
            if field.because == Some(Because::UnknownField) {
                (field.fate, field.because) = (Fate::Note, None);
            }
        }
    }

    /// All of a part is not in the contract; what was refused before keeps its reason.
    pub fn refuse(&mut self, part: &Part, because: Because) {
        for field in self.inside(part) {
            let before = field.because.is_some_and(|before| before != Because::UnknownField);
            if !before && field.fate != Fate::Silent {
                let fate = if because == Because::NotInLanguage { Fate::NotExpressible } else { Fate::NotUnderstood };
                (field.fate, field.because) = (fate, Some(because));
                field.to.clear();
            }
        }
    }

    /// A clause that could not be read is not in the contract, and nothing of it.
    pub fn leave_out(&mut self, part: &Part) {
        self.refuse(part, Because::LeftOut);
        // Where it is already said what is missing, that says it better.
        if !self.gaps.iter().any(|gap| gap.path == part.path) {
            self.gap(GapCode::ClauseLeftOut, &part.path);
        }
    }

    /// Something is missing in the contract.
    pub fn gap(&mut self, code: GapCode, path: &str) {
        let gap = Gap { code, path: path.to_owned() };
        if !self.gaps.contains(&gap) {
            self.gaps.push(gap);
        }
    }

    /// How something is read that the payload leaves open: as it was answered, or as `taken`.
    pub fn ask(&mut self, code: AssumptionCode, path: &str, options: &[&str], taken: Option<&str>) -> Option<String> {
        let asked = self.assumptions.iter().find(|known| known.code == code && known.path == path);
        if let Some(known) = asked {
            return known.taken.clone();
        }
        let zone = |take: &str| code == AssumptionCode::TimeZone && Zone::parse(take).is_some();
        let answer = self.answers.to(code, path, |take| options.contains(&take) || zone(take));
        let answered = answer.is_some();
        let taken = answer.or_else(|| taken.map(str::to_owned));
        let options = options.iter().map(|option| (*option).to_owned()).collect();
        self.assumptions.push(Assumption { code, path: path.to_owned(), options, taken: taken.clone(), answered });
        taken
    }

    /// Notes a reading beside which there is no other.
    pub fn settle(&mut self, code: AssumptionCode, path: &str, reading: &str) {
        self.ask(code, path, &[reading], Some(reading));
    }

    /// Notes a reading of the whole, beside which there is no other.
    pub fn settle_whole(&mut self, code: AssumptionCode, reading: &str) {
        self.settle(code, &self.root.clone(), reading);
    }

    /// Whether the contract says all that the payload says.
    pub fn is_complete(&self) -> bool {
        let lost = |field: &ImportedField| matches!(field.fate, Fate::NotUnderstood | Fate::NotExpressible);
        self.gaps.is_empty()
            && self.assumptions.iter().all(|assumption| assumption.taken.is_some())
            && !self.fields.iter().any(lost)
    }

    fn inside(&mut self, part: &Part) -> &mut [ImportedField] {
        self.fields.get_mut(part.leaves.clone()).unwrap_or_default()
    }
}

/// What a leaf says, as text.
fn shown(node: &Node) -> String {
    match node {
        Node::Text(text) => text.clone().into_owned(),
        Node::List(_) => "[]".to_owned(),
        Node::Map(_) => "{}".to_owned(),
        other => other.describe(),
    }
}
