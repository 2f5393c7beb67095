//! Limits of an event type, and those of the contract.

use crate::document::Node;

use super::super::assumption::AssumptionCode as Open;
use super::super::draft;
use super::super::leaves::Part;
use super::super::ledger::Ledger;
use super::super::report::Because;
use super::object::{Object, count, number, word};

/// A limit that was read, and where its fields came from.
pub(super) struct Limit<'n> {
    node: Node<'static>,
    /// Counts before money; items, orders, customers, periods.
    pub order: (bool, u8),
    sources: Vec<(Part<'n>, &'static str)>,
}

impl Limit<'_> {
    /// Whether it limits how many actions are paid.
    pub fn counts(&self) -> bool {
        !self.order.0
    }

    /// Whether it is one of a period, with what is paid in it.
    pub fn is_of_period(&self) -> bool {
        self.order.0 && self.order.1 == PERIOD
    }

    /// Whether it is one of each item or customer.
    pub fn is_of_items_or_customers(&self) -> bool {
        matches!(self.order.1, ITEM | CUSTOMER)
    }

    /// The limit, and whether what is over it counts for no tier.
    pub fn written(&self, ignored: bool) -> Node<'static> {
        let mut node = self.node.clone();
        if ignored {
            draft::put(&mut node, "overLimit", draft::text("ignored"));
        }
        node
    }

    /// The limit, with bonuses on top of it.
    pub fn without_bonuses(mut self) -> Self {
        draft::put(&mut self.node, "bonuses", draft::text("outside"));
        self
    }

    /// Reports where its fields went.
    pub fn carried(&self, at: &str, to: &mut Ledger) {
        for (part, step) in &self.sources {
            to.carried(part, &format!("{at}{step}"));
        }
    }
}

const ITEM: u8 = 0;
const ORDER: u8 = 1;
const CUSTOMER: u8 = 2;
const PERIOD: u8 = 3;

/// Periods by the words for them.
const PERIODS: [(&str, &str); 4] = [("DAY", "day"), ("WEEK", "week"), ("MONTH", "month"), ("QUARTER", "quarter")];

/// The limits of an event type, in the order in which they act.
pub(super) fn limits<'n>(holder: &Object<'n>, to: &mut Ledger) -> Vec<Limit<'n>> {
    let mut read = Vec::new();
    for part in holder.list("Limits", to) {
        match limit(&part, to) {
            Some(limit) => read.push(limit),
            None => to.leave_out(&part),
        }
    }
    read.sort_by_key(|limit| limit.order);
    if read.len() > 1 {
        to.settle(Open::LimitOrder, &format!("{}/Limits", holder.part.path), "countsThenItemOrderCustomerPeriod");
    }
    read
}

fn limit<'n>(part: &Part<'n>, to: &mut Ledger) -> Option<Limit<'n>> {
    let limit = Object::of(part, to)?;
    let kind = limit.need("Type", to).and_then(|part| word(part, &["ACTION", "PAYOUT"], to));
    let by = match limit.get("LimitBy") {
        Some(part) => word(part, &["ITEM", "ORDER", "CUSTOMER"], to)?,
        None => "",
    };
    let period = match limit.get("Period") {
        Some(part) => {
            let word = word(part, &PERIODS.map(|(word, _)| word), to)?;
            PERIODS.iter().find(|(known, _)| *known == word).map(|(_, period)| *period)
        }
        None => None,
    };
    let value = limit.need("Value", to).cloned();
    let (kind, value) = (kind?, value?);
    let mut sources = Vec::new();
    let amount = if kind == "PAYOUT" {
        sources.push((value.clone(), "/max"));
        to.settle(Open::PartAtLimit, &part.path, "partIsPaid");
        ("max", draft::text(number(&value, to)?.to_string()))
    } else {
        sources.push((value.clone(), "/maxEvents"));
        ("maxEvents", draft::whole(count(&value, to)?))
    };
    let (scope, order, every) = match (by, period) {
        ("ITEM", None) if kind == "PAYOUT" => ("item", ITEM, None),
        ("ORDER", None) if kind == "PAYOUT" => ("event", ORDER, None),
        ("CUSTOMER", Some(every)) => ("customer", CUSTOMER, Some(every)),
        ("", Some(period)) => (period, PERIOD, None),
        ("" | "CUSTOMER", None) => {
            let meant = to.ask(Open::LimitScope, &part.path, &["contract"], None);
            if meant.is_none() {
                to.refuse(part, Because::Unclear);
                return None;
            }
            if by.is_empty() { ("contract", PERIOD, None) } else { ("customer", CUSTOMER, None) }
        }
        // An item or an order with a period of its own, and counts of actions in one.
        _ => {
            to.refuse(part, Because::NotInLanguage);
            return None;
        }
    };
    let mut node = draft::map([amount, ("per", draft::text(scope))]);
    if let Some(every) = every {
        draft::put(&mut node, "every", draft::text(every));
    }
    if let Some(weekend) = limit.get("WeekendOverrideValue") {
        if kind != "PAYOUT" || scope != "day" {
            to.refuse(weekend, Because::NotInLanguage);
            return None;
        }
        let max = draft::text(number(weekend, to)?.to_string());
        let days = to.ask(Open::WeekendDays, &part.path, &["saturdaySunday", "fridaySaturday"], Some("saturdaySunday"));
        let days =
            if days.as_deref() == Some("fridaySaturday") { ["friday", "saturday"] } else { ["saturday", "sunday"] };
        draft::put(&mut node, "weekdays", draft::map(days.map(|day| (day, max.clone()))));
        sources.push((weekend.clone(), "/weekdays"));
    }
    for (name, step) in [("Type", ""), ("LimitBy", "/per"), ("Period", if every.is_some() { "/every" } else { "/per" })]
    {
        sources.extend(limit.get(name).map(|part| (part.clone(), step)));
    }
    Some(Limit { node, order: (kind == "PAYOUT", order), sources })
}

/// A limit of the contract as a whole: the value of one field over the period of another.
pub(super) fn whole<'n>(
    terms: &Object<'n>,
    value: &'static str,
    period: &'static str,
    money: bool,
    to: &mut Ledger,
) -> Option<Limit<'n>> {
    let Some(part) = terms.get(value) else {
        if let Some(alone) = terms.get(period) {
            // A period of a limit that is not there.
            terms.need(value, to);
            to.leave_out(alone);
        }
        return None;
    };
    let of = terms.need(period, to).cloned().and_then(|period| {
        let word = word(&period, &["DAY", "WEEK", "MONTH"], to)?;
        Some((period, PERIODS.iter().find(|(known, _)| *known == word)?.1))
    });
    let amount = if money {
        number(part, to).map(|number| ("max", draft::text(number.to_string())))
    } else {
        count(part, to).map(|count| ("maxEvents", draft::whole(count)))
    };
    let Some((amount, (period, scope))) = amount.zip(of) else {
        to.leave_out(part);
        return None;
    };
    let node = draft::map([amount, ("per", draft::text(scope))]);
    let step = if money { "/max" } else { "/maxEvents" };
    Some(Limit { node, order: (money, PERIOD), sources: vec![(part.clone(), step), (period, "/per")] })
}
