//! What an action or an item pays: a fixed amount or a percentage.

use crate::document::Node;
use crate::money::Number;

use super::super::assumption::AssumptionCode as Open;
use super::super::draft;
use super::super::leaves::Part;
use super::super::ledger::Ledger;
use super::super::report::Because;
use super::object::{Object, number};

/// What a payout is worked out for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    Order,
    Item,
}

/// How amounts are written for an event type.
#[derive(Clone, Copy)]
pub(super) struct Form {
    pub level: Level,
    /// Whether tiers add points, which amounts without a percentage would not take.
    pub raised: bool,
}

/// An amount, a percentage, or both.
#[derive(Clone)]
pub(super) struct Pay<'n> {
    pub fixed: Option<Number>,
    /// In percent: 10 is 10 %.
    pub rate: Option<Number>,
    from: [Option<Part<'n>>; 2],
}

/// The names of the two fields, and what is asked where both are said.
pub(super) const DEFAULTS: (&str, &str, Open) = ("DefaultPayout", "DefaultPayoutRate", Open::BothDefaults);
pub(super) const OF_GROUP: (&str, &str, Open) = ("Payout", "PayoutRate", Open::BothPayouts);

/// The pay that an object states; nothing where it states none, or none that can be read. What can't be read is reported.
pub(super) fn pay<'n>(
    holder: &Object<'n>,
    (fixed, rate, both): (&str, &str, Open),
    to: &mut Ledger,
) -> Option<Pay<'n>> {
    let mut read = |name: &str| {
        let part = holder.get(name)?;
        Some((number(part, to), part.clone()))
    };
    let (fixed, rate) = (read(fixed), read(rate));
    let unread = |found: &Option<(Option<Number>, Part)>| found.as_ref().is_some_and(|(number, _)| number.is_none());
    if unread(&fixed) || unread(&rate) {
        return None;
    }
    let said = |found: Option<(Option<Number>, Part<'n>)>| found.and_then(|(number, part)| Some((number?, part)));
    match (said(fixed), said(rate)) {
        (None, None) => None,
        (Some((fixed, part)), None) => Some(Pay { fixed: Some(fixed), rate: None, from: [Some(part), None] }),
        (None, Some((rate, part))) => Some(Pay { fixed: None, rate: Some(rate), from: [None, Some(part)] }),
        (Some((fixed, one)), Some((rate, other))) => {
            let taken = if fixed.is_zero() {
                Some("percent".to_owned())
            } else if rate.is_zero() {
                Some("fixed".to_owned())
            } else {
                to.ask(both, &holder.part.path, &["percent", "fixed", "sum"], None)
            };
            match taken.as_deref() {
                Some("percent") => {
                    to.note(&one);
                    Some(Pay { fixed: None, rate: Some(rate), from: [None, Some(other)] })
                }
                Some("fixed") => {
                    to.note(&other);
                    Some(Pay { fixed: Some(fixed), rate: None, from: [Some(one), None] })
                }
                Some(_) => Some(Pay { fixed: Some(fixed), rate: Some(rate), from: [Some(one), Some(other)] }),
                None => {
                    to.refuse(&one, Because::Unclear);
                    to.refuse(&other, Because::Unclear);
                    None
                }
            }
        }
    }
}

impl Pay<'_> {
    /// Nothing.
    pub const fn nothing() -> Self {
        Self { fixed: Some(Number::ZERO), rate: None, from: [None, None] }
    }

    /// The same, increased or decreased by a percentage of itself; nothing where that can't be kept exactly.
    pub fn adjusted(&self, factor: Number) -> Option<Self> {
        let times = |amount: Option<Number>| amount.map(|amount| amount.mul(factor)).transpose().ok();
        Some(Self { fixed: times(self.fixed)?, rate: times(self.rate)?, from: [None, None] })
    }

    /// As the contract language writes it.
    pub fn node(&self, form: Form, path: &str, to: &mut Ledger) -> Node<'static> {
        let fixed = self.fixed.map(|fixed| {
            let mut node = draft::map([("fixed", draft::text(fixed.to_string()))]);
            if form.level == Level::Item && !fixed.is_zero() {
                let meant = to.ask(Open::FixedItemPay, path, &["line", "unit"], Some("line"));
                let per = if meant.as_deref() == Some("unit") { "unit" } else { "item" };
                draft::put(&mut node, "per", draft::text(per));
            }
            node
        });
        let percent = |rate: Number| draft::map([("percent", draft::text(format!("{rate}%")))]);
        match (fixed, self.rate) {
            (None, rate) => percent(rate.unwrap_or(Number::ZERO)),
            (Some(fixed), None) if !self.is_sum(form) => fixed,
            (Some(fixed), rate) => {
                draft::map([("sum", Node::List(vec![fixed, percent(rate.unwrap_or(Number::ZERO))]))])
            }
        }
    }

    fn is_sum(&self, form: Form) -> bool {
        self.rate.is_some() || form.raised
    }

    /// Reports where its fields went.
    pub fn carried(&self, form: Form, at: &str, to: &mut Ledger) {
        let [fixed, rate] = &self.from;
        let both = self.fixed.is_some() && self.is_sum(form);
        if let Some(part) = fixed {
            to.carried(part, &format!("{at}{}/fixed", if both { "/sum/0" } else { "" }));
        }
        if let Some(part) = rate {
            to.carried(part, &format!("{at}{}/percent", if both { "/sum/1" } else { "" }));
        }
    }
}
