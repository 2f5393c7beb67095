//! The performance bonus: the difference between tiers' rates and the default pay.

use crate::document::Node;
use crate::money::Number;

use super::super::assumption::AssumptionCode as Open;
use super::super::draft;
use super::super::leaves::Part;
use super::super::ledger::Ledger;
use super::super::report::Because;
use super::object::{Object, number, word};
use super::pay::Pay;

/// A bonus as a table of tiers.
pub(super) struct Bonus<'n> {
    pub node: Node<'static>,
    /// Whether its tiers add points to whatever is paid.
    pub raises: bool,
    sources: Vec<(Part<'n>, String)>,
}

impl Bonus<'_> {
    /// Reports where its fields went.
    pub fn carried(&self, at: &str, to: &mut Ledger) {
        for (part, step) in &self.sources {
            to.carried(part, &format!("{at}{step}"));
        }
    }
}

struct Tier<'n> {
    threshold: Number,
    rate: Number,
    parts: [Part<'n>; 2],
}

/// Reads the bonus of an event type; `priced` where groups pay other than by default.
pub(super) fn bonus<'n>(holder: &Object<'n>, default: &Pay, priced: bool, to: &mut Ledger) -> Option<Bonus<'n>> {
    let part = holder.get("PerformanceBonus")?;
    let read = Object::of(part, to).and_then(|found| table(&found, default, priced, to));
    if read.is_none() {
        to.leave_out(part);
    }
    read
}

fn table<'n>(found: &Object<'n>, default: &Pay, priced: bool, to: &mut Ledger) -> Option<Bonus<'n>> {
    let path = &found.part.path;
    let mut sources = Vec::new();
    let mut one_of = |name: &'static str, step: &str, words: [(&'static str, &'static str); 2], to: &mut Ledger| {
        let part = found.need(name, to)?.clone();
        let said = word(&part, &words.map(|(word, _)| word), to)?;
        sources.push((part, step.to_owned()));
        words.iter().find(|(word, _)| *word == said).map(|(_, meant)| *meant)
    };
    let mode = one_of("Type", "/mode", [("SUBSEQUENT_ACTIONS", "graduated"), ("ALL_ACTIONS", "retroactive")], to);
    let measure = one_of("Basis", "/measure", [("REVENUE", "revenue"), ("ACTIONS", "events")], to);
    let per = one_of("Period", "/per", [("CALENDAR_MONTH", "month"), ("CALENDAR_YEAR", "year")], to);
    let tiers = tiers(found, to);
    let (mode, measure, per, tiers) = (mode?, measure?, per?, tiers?);
    if measure == "events" && to.ask(Open::ActionThreshold, path, &["revenueThreshold"], None).is_none() {
        to.refuse(&found.part, Because::Unclear);
        return None;
    }
    let points = priced
        && to
            .ask(Open::BonusOnGroups, path, &["differenceToDefault", "newRate"], Some("differenceToDefault"))
            .as_deref()
            == Some("differenceToDefault");
    let mut steps = Vec::new();
    for (place, tier) in tiers.iter().enumerate() {
        let Some((effect, rate)) = effect(tier, default, points) else {
            // Less than the default where groups pay other than it, or a rate in place of a fixed amount.
            to.refuse(&found.part, Because::NotInLanguage);
            return None;
        };
        let from = draft::text(tier.threshold.to_string());
        steps.push(draft::map([("from", from), (effect, draft::text(format!("{rate}%")))]));
        let [threshold, paid] = tier.parts.clone();
        sources.push((threshold, format!("/steps/{place}/from")));
        sources.push((paid, format!("/steps/{place}/{effect}")));
    }
    let mut node =
        draft::map([("mode", draft::text(mode)), ("measure", draft::text(measure)), ("per", draft::text(per))]);
    let boundary = to.ask(Open::BonusThreshold, path, &["atLeast", "above"], Some("atLeast"));
    if boundary.as_deref() == Some("above") {
        draft::put(&mut node, "boundary", draft::text("above"));
    }
    if mode == "graduated" && measure == "revenue" {
        to.settle(Open::AcrossThreshold, path, "split");
    }
    draft::put(&mut node, "steps", Node::List(steps));
    Some(Bonus { node, raises: points, sources })
}

/// What a tier changes, and by how much in percent.
fn effect(tier: &Tier, default: &Pay, points: bool) -> Option<(&'static str, Number)> {
    if !points {
        return Some(("percent", tier.rate));
    }
    if default.fixed.is_some_and(|fixed| !fixed.is_zero()) {
        return None;
    }
    let difference = tier.rate.sub(default.rate.unwrap_or(Number::ZERO)).ok()?;
    (!difference.is_negative()).then_some(("points", difference))
}

fn tiers<'n>(found: &Object<'n>, to: &mut Ledger) -> Option<Vec<Tier<'n>>> {
    let entries = found.list("Tiers", to);
    if entries.is_empty() {
        found.need("Tiers", to);
        return None;
    }
    let read: Vec<Option<Tier>> = entries
        .iter()
        .map(|part| {
            let tier = Object::of(part, to)?;
            let threshold = tier.need("RevenueThreshold", to).cloned();
            let rate = tier.need("PayoutRate", to).cloned();
            let from = threshold.as_ref().and_then(|part| number(part, to));
            let paid = rate.as_ref().and_then(|part| number(part, to));
            Some(Tier { threshold: from?, rate: paid?, parts: [threshold?, rate?] })
        })
        .collect();
    let mut read: Vec<Tier> = read.into_iter().collect::<Option<_>>()?;
    read.sort_by_key(|tier| tier.threshold);
    let twice = read.windows(2).any(|pair| matches!(pair, [one, other] if one.threshold == other.threshold));
    if twice {
        to.refuse(&found.part, Because::Conflicting);
        return None;
    }
    Some(read)
}
