//! Stage 5: what one event, or one of its items, comes to, and what a percentage of it is taken of.

use crate::contract::{Base, Part};
use crate::document::{Amount, SignedAmount};
use crate::events::{Event, Item, PriceParts};
use crate::money::Number;

use super::plan::proportion;
use super::reason::Reason;

/// The figures of one event, or of one of its items, or of what remains of it.
#[derive(Clone, Copy)]
pub(super) struct Figures<'a> {
    event: &'a Event,
    item: Option<&'a Item>,
    /// What it came to.
    pub amount: Option<Number>,
    /// How many units it has.
    pub units: Number,
    /// What remains of the amounts that are not worked out here: this part of that whole.
    scale: (Number, Number),
}

impl<'a> Figures<'a> {
    /// Of a whole event, with its items together.
    pub fn of_event(event: &'a Event) -> Self {
        let (mut amount, mut units) = (event.amount.map(Amount::number), event.quantity.map(Amount::number));
        if event.amount.is_none() {
            for item in &event.items {
                if let Some(own) = item.amount {
                    amount = Some(amount.unwrap_or_default().plus(own.number()));
                }
            }
        }
        if event.quantity.is_none() && !event.items.is_empty() {
            let mut all = Number::ZERO;
            for item in &event.items {
                all = all.plus(units_of(item));
            }
            units = Some(all);
        }
        let scale = (Number::ONE, Number::ONE);
        Self { event, item: None, amount, units: units.unwrap_or(Number::ONE), scale }
    }

    /// Of one item.
    pub fn of_item(event: &'a Event, item: &'a Item) -> Self {
        let scale = (Number::ONE, Number::ONE);
        Self { event, item: Some(item), amount: item.amount.map(Amount::number), units: units_of(item), scale }
    }

    /// Of a part of it: its amounts shrink, and its units too if so said.
    pub fn part(self, part: Number, whole: Number, units: bool) -> Self {
        if part == whole {
            return self;
        }
        let amount = self.amount.map(|amount| proportion(amount, part, whole));
        let units = if units { proportion(self.units, part, whole) } else { self.units };
        let scale = (self.scale.0.times(part), self.scale.1.times(whole));
        Self { amount, units, scale, ..self }
    }

    /// How many items it has; 1 for an event without.
    pub fn items(&self) -> Number {
        match self.item {
            Some(_) => Number::ONE,
            None => u64::try_from(self.event.items.len()).map_or(Number::ONE, |items| Number::from_u64(items.max(1))),
        }
    }

    /// The base that a percentage is taken of; nothing where the event does not state it.
    ///
    /// An event that carries no such amount earns nothing by a percentage: the percentage figure itself is never paid. (Source:
    /// `RefRef`, `reward-calculation.test.ts`.)
    pub fn base(&self, of: Base, because: Option<&mut Vec<Reason>>) -> Option<Number> {
        let amount = |amount: Option<Amount>| amount.map(Amount::number);
        let recurring = self.event.recurring.as_ref();
        let stated = match of {
            Base::OrderAmount => return self.amount,
            Base::Margin => {
                return self.amount.map(|amount| amount.minus(self.part_of_price(Part::Cost)));
            }
            Base::RecurringPayment => recurring.map(|recurring| recurring.amount.number()),
            Base::ContractValue => match (self.event.contract_value, recurring) {
                (None, Some(recurring)) => {
                    let (payment, payments) = (recurring.amount.number(), recurring.payments.number());
                    let value = payment.times(payments);
                    if let Some(because) = because {
                        because.push(Reason::ContractValue { payment, payments, value });
                    }
                    Some(value)
                }
                (value, _) => amount(value),
            },
            Base::Collected => self.sum(|parts| amount(parts.collected)),
            Base::Commission => self.sum(|parts| amount(parts.commission)),
            Base::NetRevenue => self.sum(|parts| parts.net_revenue.map(SignedAmount::number)),
        };
        stated.map(|stated| self.scaled(stated))
    }

    /// A part of the price; zero where it is not stated.
    pub fn part_of_price(&self, part: Part) -> Number {
        let stated = self.sum(|parts| {
            let amount = match part {
                Part::Discount => parts.discount,
                Part::TaxInside => parts.tax_inside,
                Part::TaxOnTop => parts.tax_on_top,
                Part::Shipping => parts.shipping,
                Part::Cost => parts.cost,
            };
            amount.map(Amount::number)
        });
        self.scaled(stated.unwrap_or_default())
    }

    fn scaled(&self, amount: Number) -> Number {
        proportion(amount, self.scale.0, self.scale.1)
    }

    /// What the item states, or the event, or its items together.
    fn sum(&self, part: impl Fn(&PriceParts) -> Option<Number>) -> Option<Number> {
        if let Some(item) = self.item {
            return item.amounts.as_deref().and_then(part);
        }
        if let Some(stated) = self.event.amounts.as_deref().and_then(&part) {
            return Some(stated);
        }
        let mut sum: Option<Number> = None;
        for own in self.event.items.iter().filter_map(|item| item.amounts.as_deref().and_then(&part)) {
            sum = Some(sum.unwrap_or_default().plus(own));
        }
        sum
    }
}

fn units_of(item: &Item) -> Number {
    item.quantity.map_or(Number::ONE, Amount::number)
}
