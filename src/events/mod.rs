//! Dated conversion events: what happened, that a contract may pay for.

mod normalise;

use crate::calendar::{Date, When};
use crate::document::{
    Amount, Code, Count, DocumentKind, Name, Named, Node, Plain, Problem, Quantity, Reader, SignedAmount,
    read_document, record,
};
use crate::money::Currency;

#[cfg(feature = "analyses")]
pub(crate) use normalise::in_order;
pub use normalise::{Normalised, Refund, normalise};

record! {
    /// A dated conversion (an action), or a number of equal ones.
    ///
    /// ```json
    /// { "id": "o-17", "type": "sale", "date": "2027-03-14T09:00:00Z", "amount": "129.90", "customer": "c-3",
    ///   "attributes": { "customerStatus": "new", "country": "US" } }
    /// ```
    pub struct Event {
        /// What tells this event from every other. An event without one is told from others by what it says: equal ones are counted together.
        "id" => id: Name = optional,
        /// The event type: `sale`, `lead`, or whatever name the contract uses.
        "type" => kind: Name = required,
        /// When it happened: a day, or a day and a time. Without an offset it is in the contract's time zone.
        "date" => date: When = required,
        /// How many equal events this stands for; 1 unless said. The result is that of so many single events; 0 is none.
        "count" => count: Quantity = defaulted,
        /// What the order came to.
        "amount" => amount: Amount = optional,
        /// The currency of the event's amounts; the contract's unless said.
        "currency" => currency: Currency = optional,
        /// How many units the order has; 1 unless said.
        "quantity" => quantity: Amount = optional,
        /// The lines of the order.
        "items" => items: Vec<Item> = defaulted,
        /// Parts of the price, and what else is known of the money.
        "amounts" => amounts: Box<PriceParts> = optional,
        /// Who bought. An event without one is a customer of its own.
        "customer" => customer: Name = optional,
        /// The day on which the customer began; the day of its first event here unless said.
        "customerSince" => customer_since: Date = optional,
        /// Which of the customer's payments it is; counted from the events unless said.
        "paymentNumber" => payment_number: Count = optional,
        /// Facts that conditions ask for: `customerStatus`, `country`, `promoCode`, `plan`, …
        "attributes" => attributes: Named<Fact> = defaulted,
        /// What a signed contract or subscription will be paid, and how often.
        "recurring" => recurring: Recurring = optional,
        /// The whole value of a signed contract, where it is not a number of equal payments.
        "contractValue" => contract_value: Amount = optional,
        /// Whose it is: 1 for the partner's own, 2 for an event of a partner that it recruited, 3 for one of theirs.
        "level" => level: Count = defaulted,
        /// The day on which the event's partner was recruited.
        "recruited" => recruited: Date = optional,
        /// The partners that took part, in order.
        "touchpoints" => touchpoints: Vec<Name> = defaulted,
        /// The id of the event that this one refunds: by its `amount`, or wholly.
        "refundOf" => refund_of: Name = optional,
    }
    checked by one_contract_value
}

record! {
    /// Parts of an order's price, and what else is known of its money.
    pub struct PriceParts {
        /// What was taken off the price.
        "discount" => discount: Amount = optional,
        /// Tax that the amount includes.
        "taxInside" => tax_inside: Amount = optional,
        /// Tax that comes on top of the amount.
        "taxOnTop" => tax_on_top: Amount = optional,
        /// Shipping.
        "shipping" => shipping: Amount = optional,
        /// What it cost the brand.
        "cost" => cost: Amount = optional,
        /// What the customer has actually paid.
        "collected" => collected: Amount = optional,
        /// A commission that somebody else earned on it.
        "commission" => commission: Amount = optional,
        /// What it left the brand after its own costs; negative where it lost.
        "netRevenue" => net_revenue: SignedAmount = optional,
    }
}

record! {
    /// One line of an order.
    pub struct Item {
        /// The stock keeping unit.
        "sku" => sku: Name = optional,
        /// The category.
        "category" => category: Name = optional,
        /// The brand.
        "brand" => brand: Name = optional,
        /// A list that it is on.
        "list" => list: Name = optional,
        /// What the line came to, all units together.
        "amount" => amount: Amount = optional,
        /// How many units; 1 unless said.
        "quantity" => quantity: Amount = optional,
        /// Parts of the line's price.
        "amounts" => amounts: Box<PriceParts> = optional,
        /// Other facts that conditions ask for.
        "attributes" => attributes: Named<Fact> = defaulted,
    }
}

record! {
    /// Equal payments that a customer has signed for.
    pub struct Recurring {
        /// One payment, in the contract's currency.
        "amount" => amount: Amount = required,
        /// How many payments were signed: 12 for a year of monthly payments.
        "payments" => payments: Count = required,
    }
}

/// What an event states of something: a text, a number or a truth value, kept as text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fact(String);

impl Fact {
    /// As text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Plain for Fact {
    fn empty() -> Self {
        Self(String::new())
    }

    fn plain(node: &Node, at: &mut Reader) -> Option<Self> {
        match node {
            Node::Text(text) => Some(Self(text.clone().into_owned())),
            Node::Bool(value) => Some(Self(value.to_string())),
            Node::Number(_) => SignedAmount::plain(node, at).map(|number| Self(number.number().to_string())),
            _ => {
                at.wrong_type(node, "a text, a number, true or false");
                None
            }
        }
    }
}

impl Event {
    /// An event of a type, of which nothing more is known.
    #[must_use]
    pub fn new(kind: Name, date: When) -> Self {
        Self {
            id: None,
            kind,
            date,
            count: Quantity::ONE,
            amount: None,
            currency: None,
            quantity: None,
            items: Vec::new(),
            amounts: None,
            customer: None,
            customer_since: None,
            payment_number: None,
            attributes: Named::default(),
            recurring: None,
            contract_value: None,
            level: Count::ONE,
            recruited: None,
            touchpoints: Vec::new(),
            refund_of: None,
        }
    }
}

/// Reads a list of events.
///
/// # Errors
/// Every mistake in it, each with its place.
pub fn read_events(node: &Node) -> Result<Vec<Event>, Vec<Problem>> {
    read_document(node, DocumentKind::Events)
}

fn one_contract_value(event: &Event, at: &mut Reader) {
    contract_value_once(event.recurring.as_ref(), event.contract_value, at);
}

/// Reports a contract's value that is said twice: as payments, and as a sum.
pub(crate) fn contract_value_once(recurring: Option<&Recurring>, value: Option<Amount>, at: &mut Reader) {
    if let (Some(_), Some(value)) = (recurring, value) {
        at.inside("contractValue", |at| {
            at.report(
                Code::ConflictingFields,
                "The contract's value is said twice: as payments and as a sum.",
                "either \"recurring\" or \"contractValue\"",
                &value.number().to_string(),
                None,
            );
        });
    }
}

crate::document::plain!(Fact);
