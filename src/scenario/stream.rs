//! The terms of a stream of events.

use super::mean::product;
use super::{Estimate, Shape, Share};
use crate::calendar::Month;
use crate::document::{Amount, Code, Count, Name, Named, Reader, choice, joined, record};
use crate::events::{Fact, Recurring, contract_value_once};
use crate::money::{Number, Rate};

record! {
    /// Equal events of one type. Each month has so many, in whole numbers: what a month's share of one is comes with a later month's.
    /// How many there are is said by one of `perMonth`, `funnel` and `pipeline`.
    ///
    /// ```json
    /// { "event": "subscription", "perMonth": "10", "amount": "50", "churn": "10%", "attributes": { "plan": "basic" } }
    /// ```
    pub struct Stream {
        /// The event type.
        "event" => event: Name = required,
        /// How many a month; with `churn`, how many new customers.
        "perMonth" => per_month: Estimate = optional,
        /// How many, from those who are reached.
        "funnel" => funnel: Funnel = optional,
        /// How many, from deals that may be won.
        "pipeline" => pipeline: Pipeline = optional,
        /// The first month with any; the scenario's first unless said. Growth and ramp begin with it.
        "from" => from: Month = optional,
        /// The last month with any, or with new customers; the scenario's last unless said.
        "until" => until: Month = optional,
        /// How that grows; it does not unless said.
        "growth" => growth: Growth = optional,
        /// How many months it takes to come to that number, in equal steps from the first month on.
        "ramp" => ramp: Count = optional,
        /// Twelve factors, from January: "1.4" for a month with 40 % more than the average one.
        "seasonality" => seasonality: Vec<Amount> = defaulted,
        /// Which share of them the brand approves; all unless said. Only these are events.
        "approved" => approved: Share = defaulted,
        /// Which share of customers leaves each month, before the next payment. Each of the others pays from its first month on.
        "churn" => churn: Share = optional,
        /// With `churn`, whether a month's churn applies before its new customers join, or to them too.
        "churnApplies" => churn_applies: ChurnApplies = defaulted,
        /// With `churn`, which of the customers move to another price, and when.
        "upgrades" => upgrades: Upgrades = optional,
        /// With `churn`, every how many months a customer pays; 1 unless said, 12 for a yearly plan.
        "every" => every: Count = optional,
        /// With `churn`, how many payments a customer makes at most.
        "payments" => payments: Count = optional,
        /// What each order or payment comes to, in the contract's currency.
        "amount" => amount: Estimate = optional,
        /// Which of them are given back wholly, and when.
        "refunds" => refunds: GivenBack = optional,
        /// Which share of the amount is left to the brand before it pays the partner: its gross margin, for the brand's side.
        "margin" => margin: Rate = optional,
        /// Facts that conditions ask for: `customerStatus`, `country`, `plan`, …
        "attributes" => attributes: Named<Fact> = defaulted,
        /// Which shares of them differ, and how: by country, plan, or new and existing customers. What the shares leave is as the stream says.
        "mix" => mix: Vec<MixPart> = defaulted,
        /// What each signed contract or subscription will be paid, and how often.
        "recurring" => recurring: Recurring = optional,
        /// The whole value of each signed contract, where it is not a number of equal payments.
        "contractValue" => contract_value: Amount = optional,
    }
    checked by fits_together
}

record! {
    /// People who are reached, of whom some come, of whom some do what is paid for.
    ///
    /// ```json
    /// { "audience": "150000", "clickThrough": "2.8%", "conversion": { "p10": "1%", "p90": "4%" } }
    /// ```
    pub struct Funnel {
        /// How many are reached in a month: readers, viewers, visitors.
        "audience" => audience: Estimate = required,
        /// Which share of them clicks; all unless said, for an audience that is counted in clicks.
        "clickThrough" => click_through: Share = defaulted,
        /// Which share of those who click does what the event stands for; all unless said.
        "conversion" => conversion: Share = defaulted,
    }
}

record! {
    /// Deals, of which a share is won.
    ///
    /// ```json
    /// { "deals": "8", "won": { "low": "10%", "likely": "25%", "high": "40%" } }
    /// ```
    pub struct Pipeline {
        /// How many deals come to an end in a month.
        "deals" => deals: Estimate = required,
        /// Which share of them is won: the probability of one.
        "won" => won: Share = required,
    }
}

record! {
    /// Events that are given back.
    ///
    /// ```json
    /// { "share": "6%", "afterDays": 14 }
    /// ```
    pub struct GivenBack {
        /// Which share of all events; whole ones, like the events themselves.
        "share" => share: Share = required,
        /// How many days after the event; on the same day unless said. What is given back after the last month is left out.
        "afterDays" => after_days: Count = optional,
    }
}

choice! {
    /// To whom a month's churn applies.
    pub enum ChurnApplies = BeforeNew {
        /// To those who were customers before: they leave, then new ones join and pay.
        BeforeNew => "beforeNew",
        /// To all, after new ones have joined: of those too only the ones who stay pay.
        AfterNew => "afterNew",
    }
}

record! {
    /// Customers who pay another price after some payments.
    ///
    /// ```json
    /// { "share": "20%", "afterPayments": 3, "amount": "80", "attributes": { "plan": "pro" } }
    /// ```
    pub struct Upgrades {
        /// Which share of those who are still there; the others go on as before.
        "share" => share: Share = required,
        /// After how many payments.
        "afterPayments" => after_payments: Count = required,
        /// What each further payment comes to.
        "amount" => amount: Amount = required,
        /// Facts of these payments, beside the stream's own or in place of them.
        "attributes" => attributes: Named<Fact> = defaulted,
    }
}

record! {
    /// A share of a stream's events that differs from the others.
    ///
    /// ```json
    /// { "share": "60%", "attributes": { "customerStatus": "new" }, "amount": "45" }
    /// ```
    pub struct MixPart {
        /// Which share of the events.
        "share" => share: Rate = required,
        /// Facts of these events, beside the stream's own or in place of them.
        "attributes" => attributes: Named<Fact> = defaulted,
        /// What each of them comes to, where that is another amount than the stream's.
        "amount" => amount: Amount = optional,
    }
}

record! {
    /// How a number grows.
    ///
    /// ```json
    /// { "percent": "20%", "per": "year" }
    /// ```
    pub struct Growth {
        /// By which part of itself.
        "percent" => percent: Rate = required,
        /// After each month, or once after each twelve months.
        "per" => per: GrowthPer = required,
    }
}

choice! {
    /// How often a number grows.
    pub enum GrowthPer {
        /// After each month.
        Month => "month",
        /// After each twelve months.
        Year => "year",
    }
}

/// The values that a stream's estimates have taken.
pub(super) struct Values {
    /// How many a month.
    pub per_month: Number,
    pub approved: Number,
    pub churn: Option<Number>,
    pub amount: Option<Number>,
    pub refunded: Number,
    /// Which share of customers moves to another price.
    pub upgraded: Number,
}

/// Gives an estimate's value: of its path inside the stream, its distribution, and whether it is a share.
type Valuing<'v> = &'v mut dyn FnMut(&'static str, Shape, bool) -> Number;

/// Nothing is more than all of it, also where a range was drawn beyond that.
fn share(value: Number) -> Number {
    value.min(Number::ONE)
}

impl Funnel {
    #[inline(never)]
    fn conversions(&self, value: Valuing) -> Number {
        let audience = value("funnel/audience", self.audience.0, false);
        let clicks = product(audience, share(value("funnel/clickThrough", self.click_through.0, true)));
        product(clicks, share(value("funnel/conversion", self.conversion.0, true)))
    }
}

impl Pipeline {
    #[inline(never)]
    fn deals(&self, value: Valuing) -> Number {
        let deals = value("pipeline/deals", self.deals.0, false);
        product(deals, share(value("pipeline/won", self.won.0, true)))
    }
}

impl Stream {
    /// Each value that may be a range, in the order in which they are drawn, with its path inside the stream.
    #[cfg(feature = "analyses")]
    pub fn estimates(&self, mut each: impl FnMut(&'static str, Shape)) {
        self.visit(&mut |path, shape, _| {
            each(path, shape);
            Number::ZERO
        });
    }

    /// The values of the stream, where `value` gives those of its estimates.
    pub(super) fn values(&self, value: &mut dyn FnMut(Shape) -> Number) -> Values {
        self.visit(&mut |_, shape, _| value(shape))
    }

    /// The values of the stream where its estimates come to their means.
    #[inline(never)]
    pub(super) fn means(&self) -> Values {
        self.visit(&mut |_, shape, is_share| shape.mean(is_share))
    }

    fn visit(&self, value: Valuing) -> Values {
        let mut per_month = Number::ZERO;
        if let Some(number) = self.per_month {
            per_month = value("perMonth", number.0, false);
        }
        if let Some(funnel) = &self.funnel {
            per_month = funnel.conversions(value);
        }
        if let Some(pipeline) = &self.pipeline {
            per_month = pipeline.deals(value);
        }
        Values {
            per_month,
            approved: share(value("approved", self.approved.0, true)),
            churn: self.churn.map(|churn| share(value("churn", churn.0, true))),
            amount: self.amount.map(|amount| value("amount", amount.0, false)),
            refunded: self
                .refunds
                .as_ref()
                .map_or(Number::ZERO, |refunds| share(value("refunds/share", refunds.share.0, true))),
            upgraded: self
                .upgrades
                .as_ref()
                .map_or(Number::ZERO, |upgrades| share(value("upgrades/share", upgrades.share.0, true))),
        }
    }

    /// What one event comes to for the brand.
    pub(super) fn worth(&self, amount: Option<Number>) -> Number {
        let signed = || {
            let recurring = self.recurring.as_ref();
            recurring.map(|signed| signed.amount.number().times(Number::from_u64(signed.payments.get())))
        };
        amount.or_else(|| self.contract_value.map(Amount::number)).or_else(signed).unwrap_or(Number::ZERO)
    }
}

fn fits_together(stream: &Stream, at: &mut Reader) {
    contract_value_once(stream.recurring.as_ref(), stream.contract_value, at);
    let drivers = [stream.per_month.is_some(), stream.funnel.is_some(), stream.pipeline.is_some()];
    if drivers.iter().filter(|said| **said).count() != 1 {
        one_driver(drivers, at);
    }
    if stream.churn.is_none() {
        needs_churn(stream, at);
    }
    if !stream.mix.is_empty() {
        at.inside("mix", |at| is_whole(&stream.mix, at));
    }
    let factors = stream.seasonality.len();
    if factors != 0 && factors != 12 {
        not_a_year(factors, at);
    }
    if let (Some(from), Some(until)) = (stream.from, stream.until)
        && until < from
    {
        backwards(from, until, at);
    }
}

#[cold]
#[inline(never)]
fn one_driver(drivers: [bool; 3], at: &mut Reader) {
    let names = ["perMonth", "funnel", "pipeline"];
    let said: Vec<&str> = names.into_iter().zip(drivers).filter(|(_, said)| *said).map(|(name, _)| name).collect();
    at.report(
        if said.is_empty() { Code::MissingField } else { Code::ConflictingFields },
        "One field has to say how many there are.",
        "\"perMonth\", \"funnel\" or \"pipeline\"",
        &if said.is_empty() { "none of them".to_owned() } else { joined(&said, " and ") },
        None,
    );
}

#[cold]
#[inline(never)]
fn needs_churn(stream: &Stream, at: &mut Reader) {
    for (name, said) in [
        ("churnApplies", stream.churn_applies == ChurnApplies::AfterNew),
        ("upgrades", stream.upgrades.is_some()),
        ("every", stream.every.is_some()),
        ("payments", stream.payments.is_some()),
    ] {
        if said {
            let hint = Some("\"0%\" is a churn too: nobody leaves.");
            let (code, message) = (Code::ConflictingFields, "Only customers who pay again have this.");
            at.inside(name, |at| at.report(code, message, "\"churn\" beside it", "no \"churn\"", hint));
        }
    }
}

#[inline(never)]
fn is_whole(mix: &[MixPart], at: &mut Reader) {
    let sum = mix.iter().fold(Number::ZERO, |sum, part| sum.add(part.share.fraction()).unwrap_or(sum));
    if sum > Number::ONE {
        let got = Rate::from_fraction(sum).map_or_else(|_| sum.to_string(), |sum| sum.to_string());
        at.report(
            Code::OutOfRange,
            "These shares come to more than the whole.",
            "at most \"100%\" together",
            &got,
            None,
        );
    }
}

#[cold]
#[inline(never)]
fn not_a_year(factors: usize, at: &mut Reader) {
    at.inside("seasonality", |at| {
        let expected = "12 factors, from January to December";
        at.report(Code::OutOfRange, "A year has twelve months.", expected, &factors.to_string(), None);
    });
}

#[cold]
#[inline(never)]
fn backwards(from: Month, until: Month, at: &mut Reader) {
    at.inside("until", |at| {
        let expected = format!("{from} or later");
        at.report(Code::OutOfRange, "This is before the first month.", &expected, &until.to_string(), None);
    });
}
