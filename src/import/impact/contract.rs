//! One contract of a payload.

use crate::contract::{read_contract, warnings};
use crate::document::{Code, DocumentKind, Limits, Node, Problem};
use crate::money::Currency;

use super::super::assumption::AssumptionCode as Open;
use super::super::draft::{self, Draft};
use super::super::leaves::Part;
use super::super::ledger::Ledger;
use super::super::report::{Because, GapCode};
use super::limit::{self, Limit};
use super::object::{Object, label, number, text, word};
use super::overrides::{campaigns, scheduled};
use super::pay::Level;
use super::payout::{Around, Payout, payout};
use super::settlement::settlement;
use super::term::{Term, term};

/// What came of a contract, its fields aside.
#[derive(Default)]
pub(super) struct Read {
    pub id: Option<String>,
    pub contract: Option<Draft>,
    pub problems: Vec<Problem>,
    pub warnings: Vec<Problem>,
}

/// Fields of a contract that mean no money.
const NOTES: [&str; 14] = [
    "Id",
    "CampaignId",
    "BrandSignatory",
    "BrandSignatoryDate",
    "PartnerSignatory",
    "PartnerSignatoryDate",
    "DateCreated",
    "DateLastUpdated",
    "HasCampaignTerms",
    "PdfUri",
    "Uri",
    "PartnerId",
    "PartnerValue1",
    "CampaignName",
];
const STATES: [&str; 6] = ["ACTIVE", "PENDING", "EXPIRED", "TERMINATED", "DECLINED", "UPCOMING"];
const NOTES_OF_TERMS: [&str; 7] = [
    "TemplateTermName",
    "TemplateId",
    "VersionId",
    "Labels",
    "SpecialTermsList",
    "PromotionalTerms",
    "ChangeNotificationPeriod",
];

/// Reads a contract.
pub(super) fn contract(part: &Part, to: &mut Ledger) -> Read {
    let Some(found) = Object::of(part, to) else { return Read::default() };
    let id = found.get("Id").and_then(|part| text(part, to));
    found.notes(&NOTES, to);
    found.note_word("Status", &STATES, to);
    withheld(&found, to);
    let own =
        if found.get("Terms").is_none() && found.get("TemplateTerms").is_some() { "TemplateTerms" } else { "Terms" };
    if own == "Terms"
        && let Some(other) = found.get("TemplateTerms")
    {
        to.refuse(other, Because::Conflicting);
    }
    let terms = found.need(own, to).cloned().and_then(|part| Object::of(&part, to));
    let currency = terms.as_ref().and_then(|terms| currency(terms, to));
    let Some((terms, currency)) = terms.zip(currency) else {
        super::refuse_all(part, to);
        return Read { id, ..Read::default() };
    };
    let node = document(&found, &terms, currency, to);
    if !draft::is_readable(&node, Limits::TERMS) {
        super::refuse_all(part, to);
        let (message, expected) = ("These terms hold more than a contract may.", "lists of at most 1000 entries");
        let problem = Problem::new(DocumentKind::Contract, Code::TooLong, "", message, expected, "more entries", None);
        return Read { id, problems: vec![problem], ..Read::default() };
    }
    match read_contract(&node) {
        Ok(read) => Read { id, warnings: warnings(&read), contract: Some(Draft(node)), problems: Vec::new() },
        Err(problems) => {
            super::refuse_all(part, to);
            Read { id, problems, ..Read::default() }
        }
    }
}

/// Lists tell that there are campaign terms, and do not hold them.
fn withheld(found: &Object, to: &mut Ledger) {
    let told = found.get("HasCampaignTerms").map(|part| part.node);
    let there = match told {
        Some(Node::Bool(there)) => *there,
        Some(Node::Text(text)) => text == "true",
        _ => false,
    };
    if there {
        found.need("CampaignTerms", to);
    }
}

fn currency(terms: &Object, to: &mut Ledger) -> Option<Currency> {
    let part = terms.need("Currency", to)?;
    let code = text(part, to)?;
    let currency = Currency::parse(&code).ok();
    match currency {
        Some(_) => to.carried(part, "/currency"),
        None => to.refuse(part, Because::UnknownCurrency),
    }
    currency
}

fn document(found: &Object, terms: &Object, currency: Currency, to: &mut Ledger) -> Node<'static> {
    let mut node = draft::map([("version", draft::whole(1))]);
    if let Some(part) = terms.get("Name")
        && let Some(name) = label(part, to)
    {
        to.carried(part, "/name");
        draft::put(&mut node, "name", draft::text(name));
    }
    draft::put(&mut node, "currency", draft::text(currency.code()));
    let term = term(found, to);
    if let Some(zone) = &term.zone {
        draft::put(&mut node, "timeZone", draft::text(zone.clone()));
    }
    if let Some(effective) = term.node() {
        draft::put(&mut node, "effective", effective);
    }
    let mut payouts = payouts(terms, currency, to);
    campaigns(found, &mut payouts, to);
    scheduled(found, &mut payouts, to);
    if payouts.iter().any(|payout| payout.form.level == Level::Item) {
        let each = to.ask(Open::Rounding, &terms.part.path, &["item", "order"], Some("item"));
        if each.as_deref() == Some("item") {
            draft::put(&mut node, "roundEach", draft::text("item"));
        }
    }
    let limits = whole_limits(terms, &payouts, to);
    let ignored = over_limit(terms, &payouts, &limits, to);
    draft::put_list(&mut node, "payouts", payouts.iter().map(|payout| payout.node(ignored)).collect());
    draft::put_list(&mut node, "limits", limits.iter().map(|limit| limit.written(ignored && limit.counts())).collect());
    flat(found, terms, &term, &payouts, &mut node, to);
    returns(terms, &mut node, to);
    terms.notes(&NOTES_OF_TERMS, to);
    terms.note_word("CustomCreativePayer", &["ADVERTISER", "PUBLISHER"], to);
    let dates: Vec<_> = payouts.into_iter().map(|payout| (payout.id, payout.dates)).collect();
    if let Some(settlement) = settlement(&dates, &format!("{}/EventPayouts", terms.part.path), to) {
        draft::put(&mut node, "settlement", settlement);
    }
    node
}

fn payouts<'n>(terms: &Object<'n>, currency: Currency, to: &mut Ledger) -> Vec<Payout<'n>> {
    let entries = terms.list("EventPayouts", to);
    if entries.is_empty() {
        terms.need("EventPayouts", to);
    }
    let kinds: Vec<String> = entries
        .iter()
        .filter_map(|entry| {
            let fields = entry.fields()?;
            let kind = fields.iter().find(|(name, _)| *name == "EventCategory")?.1.node;
            if let Node::Text(kind) = kind { Some(kind.clone().into_owned()) } else { None }
        })
        .collect();
    let single = kinds.iter().enumerate().all(|(place, kind)| !kinds.iter().take(place).any(|other| other == kind));
    let options: &[&str] = if single && !kinds.is_empty() { &["id", "name", "category"] } else { &["id", "name"] };
    let path = format!("{}/EventPayouts", terms.part.path);
    let names = match to.ask(Open::EventNames, &path, options, Some("id")).as_deref() {
        Some("name") => "name",
        Some("category") => "category",
        _ => "id",
    };
    let around = Around { names, minor_units: currency.minor_units() };
    let mut read: Vec<Payout> = Vec::new();
    for entry in entries {
        match payout(&entry, &format!("/payouts/{}", read.len()), &around, to) {
            // Two clauses of one event type would both pay.
            Some(payout) if !read.iter().any(|known| known.event == payout.event) => read.push(payout),
            Some(_) => {
                to.refuse(&entry, Because::Conflicting);
                to.leave_out(&entry);
            }
            None => to.leave_out(&entry),
        }
    }
    read
}

/// The limits of the contract as a whole; counts first.
fn whole_limits<'n>(terms: &Object<'n>, payouts: &[Payout], to: &mut Ledger) -> Vec<Limit<'n>> {
    let actions = limit::whole(terms, "ActionLimit", "ActionLimitPeriod", false, to);
    if actions.is_some() && payouts.iter().any(|payout| payout.pays_clicks) {
        to.settle(Open::ClicksAreActions, &format!("{}/ActionLimit", terms.part.path), "counted");
    }
    let spending = limit::whole(terms, "SpendLimit", "SpendLimitPeriod", true, to).map(|limit| {
        let path = format!("{}/SpendLimit", terms.part.path);
        let read = to.ask(Open::SpendLimit, &path, &["bonusesInside", "bonusesOutside"], Some("bonusesInside"));
        to.settle(Open::PartAtLimit, &path, "partIsPaid");
        if read.as_deref() == Some("bonusesOutside") { limit.without_bonuses() } else { limit }
    });
    let limits: Vec<Limit> = actions.into_iter().chain(spending).collect();
    for (place, limit) in limits.iter().enumerate() {
        limit.carried(&format!("/limits/{place}"), to);
    }
    limits
}

/// Whether what a limit of actions stops counts for no bonus.
fn over_limit(terms: &Object, payouts: &[Payout], limits: &[Limit], to: &mut Ledger) -> bool {
    let of_all = limits.iter().any(Limit::counts);
    let open = payouts.iter().any(|payout| payout.has_bonus && (of_all || payout.limits.iter().any(Limit::counts)));
    open && to.ask(Open::OverLimit, &terms.part.path, &["counts", "ignored"], Some("counts")).as_deref()
        == Some("ignored")
}

/// The fee at the start, and what clicks are guaranteed.
fn flat(found: &Object, terms: &Object, term: &Term, payouts: &[Payout], node: &mut Node<'static>, to: &mut Ledger) {
    if let Some(part) = terms.get("ContractStartSlottingFee")
        && let Some(fee) = number(part, to)
    {
        if let Some(day) = term.first {
            to.carried(part, "/oneTime/0/amount");
            if let Some(start) = found.get("StartDate") {
                to.carried(start, "/oneTime/0/on");
            }
            let fee = draft::map([("amount", draft::text(fee.to_string())), ("on", draft::text(day.to_string()))]);
            draft::put_list(node, "oneTime", vec![fee]);
        } else {
            to.gap(GapCode::MissingField, &format!("{}/StartDate", found.part.path));
            to.leave_out(part);
        }
    }
    if let Some(part) = terms.get("MinEarningPerClick")
        && let Some(each) = number(part, to)
    {
        let clicks: Vec<&str> =
            payouts.iter().filter(|payout| payout.pays_clicks).map(|payout| &*payout.event).collect();
        let event = match clicks[..] {
            [only] => Some(only.to_owned()),
            [] => {
                let all: Vec<&str> = payouts.iter().map(|payout| &*payout.event).chain(["click"]).collect();
                to.ask(Open::GuaranteedClicks, &part.path, &all, None)
            }
            _ => to.ask(Open::GuaranteedClicks, &part.path, &clicks, None),
        };
        let Some(event) = event else {
            to.refuse(part, Because::Unclear);
            return;
        };
        let per = to.ask(Open::ClickGuarantee, &part.path, &["month", "quarter", "year"], Some("month"));
        to.carried(part, "/guarantees/0/each");
        let mut guarantee = draft::map([("each", draft::text(each.to_string())), ("event", draft::text(event))]);
        draft::put(&mut guarantee, "per", draft::text(per.unwrap_or_else(|| "month".to_owned())));
        draft::put_list(node, "guarantees", vec![guarantee]);
    }
}

/// What may be taken back.
fn returns(terms: &Object, node: &mut Node<'static>, to: &mut Ledger) {
    if let Some(part) = terms.get("ReturnPolicy") {
        match word(part, &["ALWAYS_OK", "NO_RETURNS"], to) {
            Some("NO_RETURNS") => {
                let options = ["nothingTakenBack", "note"];
                let read = to.ask(Open::NoReturns, &part.path, &options, Some("nothingTakenBack"));
                if read.as_deref() == Some("note") {
                    to.note(part);
                } else {
                    to.carried(part, "/refunds/share");
                    draft::put(node, "refunds", draft::map([("share", draft::text("0%"))]));
                }
            }
            Some(_) => to.note(part),
            None => {}
        }
    }
    if let Some(part) = terms.get("MaxReturnPercentage")
        && let Some(percent) = number(part, to)
    {
        if percent < crate::money::Number::from_u32(100) {
            to.settle(Open::MaxReturn, &part.path, "note");
        }
        to.note(part);
    }
}
