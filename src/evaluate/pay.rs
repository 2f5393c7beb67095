//! Stage 8: what a form of pay comes to, exactly.

use crate::contract::{Base, Effect, ExchangeRate, Packages, Pay, Per, Uplift};
use crate::document::Amounts;
use crate::money::{Money, Number, Rate, noted};

use super::figures::Figures;
use super::plan::{Plan, proportion};
use super::reason::{Bound, Reason, Together};

/// What changes a form of pay: tiers' effects, one after the other, then uplifts.
#[derive(Clone, Copy, Default)]
pub(super) struct Changes<'a> {
    pub effects: &'a [Effect<'a>],
    /// The effect of a table over a period, after the others.
    pub last: Option<Effect<'a>>,
    pub uplifts: &'a [&'a Uplift],
}

impl<'a> Changes<'a> {
    fn effects(self) -> impl Iterator<Item = Effect<'a>> {
        self.effects.iter().copied().chain(self.last)
    }

    /// The effects from this one on.
    fn after(self, place: usize) -> impl Iterator<Item = Effect<'a>> {
        self.effects().skip(place)
    }
}

/// What is paid once effects have replaced it as a whole.
enum Form<'a> {
    Given(&'a Pay),
    Percent(Rate),
    Fixed(&'a Amounts),
}

/// What a form of pay comes to for one event, or for one item.
#[derive(Clone, Debug, Default)]
pub(super) struct Paid {
    pub amount: Number,
    /// What fixed amounts come to in it, where they are not for an item, a unit or a package.
    pub rewards: Vec<(crate::document::Name, Number)>,
    /// The base and the rate, where the pay is one percentage.
    pub base: Option<(Number, Rate)>,
}

pub(super) struct Working<'a, 'b> {
    pub plan: &'b Plan<'a>,
    pub figures: Figures<'b>,
    pub changes: Changes<'b>,
    /// Whether fixed amounts for the event are paid here; they are paid once, and not for each of its items.
    pub once: bool,
    /// Whether this is the event itself, or its first item, with which a tier adds what it adds.
    pub first: bool,
    /// From which effect on the form is the one that is being worked out.
    pub from: usize,
    /// What is left of fixed amounts after a refund: this part of that whole.
    pub fixed: (Number, Number),
    /// The rate at which percentages are converted, where they are worked out in the event's own currency.
    pub exchange: Option<&'b ExchangeRate>,
    pub because: Option<&'b mut Vec<Reason>>,
}

impl Working<'_, '_> {
    /// What a form comes to, with the changes.
    pub fn pay(&mut self, pay: &Pay) -> Paid {
        let changes = self.changes;
        let mut form = Form::Given(pay);
        let mut added: Vec<(usize, &Amounts)> = Vec::new();
        for (place, effect) in changes.effects().enumerate() {
            let next = place.saturating_add(1);
            match effect {
                Effect::Pay(other) => {
                    (form, self.from) = (Form::Given(other), next);
                    added.clear();
                }
                Effect::Percent(rate) if !form.has_percent() => {
                    (form, self.from) = (Form::Percent(rate), next);
                    added.clear();
                }
                Effect::Fixed(amount) if added.is_empty() && !form.has_fixed() => {
                    (form, self.from) = (Form::Fixed(amount), next);
                }
                Effect::Add(amount) => added.push((next, amount)),
                _ => {}
            }
        }
        let mut paid = Paid::default();
        match form {
            Form::Given(pay) => self.form(pay, &mut paid),
            Form::Percent(rate) => {
                let rate = self.rate(rate);
                paid.amount = self.percent(rate, Base::OrderAmount, self.figures.amount, &mut paid);
            }
            Form::Fixed(amount) => {
                let times = if self.once { Number::ONE } else { Number::ZERO };
                self.fixed(amount, times, &mut paid);
            }
        }
        if !self.first {
            added.clear();
        }
        for (place, amount) in added {
            let before = paid.amount;
            self.from = place;
            self.fixed(amount, Number::ONE, &mut paid);
            paid.amount = paid.amount.plus(before);
        }
        paid
    }

    fn say(&mut self, reason: impl FnOnce() -> Reason) {
        if let Some(because) = &mut self.because {
            because.push(reason());
        }
    }

    fn form(&mut self, pay: &Pay, paid: &mut Paid) {
        match pay {
            Pay::Fixed { amount, per, package } => {
                let times = match (package, per) {
                    (Some(package), _) => packages(self.figures.units, package.units.number(), package.counted),
                    (None, Per::Event) if self.once => Number::ONE,
                    (None, Per::Event) => Number::ZERO,
                    (None, Per::Item) => self.figures.items(),
                    (None, Per::Unit) => self.figures.units,
                };
                match package {
                    // Divided last, so that no part of a cent is lost on the way.
                    Some(package) if package.counted == Packages::ProRata => {
                        self.fixed(amount, self.figures.units, paid);
                        paid.amount = proportion(paid.amount, Number::ONE, package.units.number());
                    }
                    _ => self.fixed(amount, times, paid),
                }
            }
            Pay::Percent { rate, of, less, plus, share, at_least, at_most } => {
                let base = self.base(*of, less, plus, *share);
                let changed = self.rate(*rate);
                let amount = self.percent(changed, *of, base, paid);
                // What has no base earns nothing, whatever the least is.
                paid.amount =
                    if base.is_some() { self.bounded(amount, at_least.as_ref(), at_most.as_ref()) } else { amount };
            }
            Pay::Sum { parts, at_least, at_most } => {
                let mut sum = Number::ZERO;
                for part in parts {
                    self.form(part, paid);
                    sum = sum.plus(paid.amount);
                }
                paid.base = None;
                self.say(|| Reason::Together { how: Together::Sum, result: sum });
                paid.amount = self.bounded(sum, at_least.as_ref(), at_most.as_ref());
            }
            Pay::GreaterOf { of } => self.best(of, Together::Greater, paid),
            Pay::LesserOf { of } => self.best(of, Together::Lesser, paid),
            Pay::Reward { quantity, unit } => {
                paid.amount = Number::ZERO;
                let times = if self.once { quantity.number() } else { Number::ZERO };
                let left = proportion(times, self.fixed.0, self.fixed.1);
                paid.rewards.push((unit.clone(), left));
            }
        }
    }

    fn best(&mut self, forms: &[Pay], how: Together, paid: &mut Paid) {
        let mut best: Option<Number> = None;
        for form in forms {
            self.form(form, paid);
            let better = match how {
                Together::Lesser => best.is_none_or(|best| paid.amount < best),
                _ => best.is_none_or(|best| paid.amount > best),
            };
            if better {
                best = Some(paid.amount);
            }
        }
        paid.amount = best.unwrap_or_default();
        paid.base = None;
        let result = paid.amount;
        self.say(|| Reason::Together { how, result });
    }

    fn fixed(&mut self, amount: &Amounts, times: Number, paid: &mut Paid) {
        let mut amount = self.plan.amount(amount);
        for effect in self.changes.after(self.from) {
            amount = match effect {
                Effect::Fixed(other) => self.plan.amount(other),
                Effect::Increase(by) => increased(amount, by),
                _ => amount,
            };
        }
        for uplift in self.changes.uplifts {
            if let Uplift::Increase { increase, .. } = uplift {
                amount = increased(amount, *increase);
            }
        }
        paid.amount = proportion(amount.times(times), self.fixed.0, self.fixed.1);
        paid.base = None;
        let (result, times) = (paid.amount, (times != Number::ONE).then_some(times));
        self.say(|| Reason::Fixed { amount, times, result });
    }

    fn base(
        &mut self,
        of: Base,
        less: &[crate::contract::Part],
        plus: &[crate::contract::Part],
        share: Option<Rate>,
    ) -> Option<Number> {
        let mut base = self.figures.base(of, self.because.as_deref_mut())?;
        for (part, sign) in less.iter().map(|part| (*part, true)).chain(plus.iter().map(|part| (*part, false))) {
            let amount = self.figures.part_of_price(part);
            let amount = if sign { amount.neg() } else { amount };
            base = base.plus(amount);
            self.say(|| Reason::BasePart { part, amount, result: base });
        }
        if of != Base::NetRevenue {
            base = base.max(Number::ZERO);
        }
        if let Some(rate) = share {
            let whole = base;
            base = base.times(rate.fraction());
            self.say(|| Reason::Share { rate, base: whole, result: base });
        }
        Some(base)
    }

    /// A rate with what tiers and uplifts make of it.
    fn rate(&self, rate: Rate) -> Rate {
        let mut rate = rate;
        for effect in self.changes.after(self.from) {
            rate = match effect {
                Effect::Percent(other) => other,
                Effect::Points(points) => noted(rate.plus(points)),
                Effect::Increase(by) => noted(rate.increased(by)),
                _ => rate,
            };
        }
        for uplift in self.changes.uplifts {
            rate = match uplift {
                Uplift::Points { points, .. } => noted(rate.plus(*points)),
                Uplift::Increase { increase, .. } => noted(rate.increased(*increase)),
            };
        }
        rate
    }

    fn percent(&mut self, rate: Rate, of: Base, base: Option<Number>, paid: &mut Paid) -> Number {
        let Some(base) = base else {
            self.say(|| Reason::MissingBase { of });
            return Number::ZERO;
        };
        let result = base.times(rate.fraction());
        paid.base = Some((base, rate));
        self.say(|| Reason::Percent { rate, of, base, result });
        let Some(exchange) = self.exchange else { return result };
        let own = Money::new(result, exchange.from).round(self.plan.rounding).amount();
        let converted = own.times(exchange.rate.number());
        self.say(|| Reason::Converted {
            from: own,
            currency: exchange.from,
            rate: exchange.rate.number(),
            on: exchange.on,
            to: converted,
        });
        converted
    }

    fn bounded(&mut self, amount: Number, least: Option<&Amounts>, most: Option<&Amounts>) -> Number {
        let mut bounded = amount;
        if let Some(least) = least.and_then(|least| self.plan.limit(least))
            && bounded < least
        {
            let from = std::mem::replace(&mut bounded, least);
            self.say(|| Reason::Bound { which: Bound::AtLeast, from, to: least });
        }
        if let Some(most) = most.and_then(|most| self.plan.limit(most))
            && bounded > most
        {
            let from = std::mem::replace(&mut bounded, most);
            self.say(|| Reason::Bound { which: Bound::AtMost, from, to: most });
        }
        bounded
    }
}

fn increased(amount: Number, by: Rate) -> Number {
    amount.plus(amount.times(by.fraction()))
}

impl Form<'_> {
    fn has_percent(&self) -> bool {
        match self {
            Self::Given(pay) => pay.has(|form| matches!(form, Pay::Percent { .. })),
            Self::Percent(_) => true,
            Self::Fixed(_) => false,
        }
    }

    fn has_fixed(&self) -> bool {
        match self {
            Self::Given(pay) => pay.has(|form| matches!(form, Pay::Fixed { .. })),
            Self::Percent(_) => false,
            Self::Fixed(_) => true,
        }
    }
}

/// How many packages units make.
pub(super) fn packages(units: Number, size: Number, counted: Packages) -> Number {
    match counted {
        Packages::ProRata => proportion(units, Number::ONE, size),
        Packages::Started => units.ceil_over(size),
        Packages::Full => units.floor_over(size),
    }
}
