//! What an event, its customer or its items must be like.

use crate::calendar::Date;
use crate::document::{Code, Named, Node, Plain, Read, Reader, SignedAmount, record};

use super::period::{Term, WeekDay};

record! {
    /// What must be true of an event. All that is named must be true; a condition that names nothing matches nothing.
    ///
    /// A text must be met exactly; a list is met by any of its texts; an object names tests. A fact that the event does not
    /// state meets no test but `isNot`.
    ///
    /// ```json
    /// { "customerStatus": "new", "country": ["US", "CA"], "orderTotal": { "atLeast": "100" },
    ///   "not": { "promoCode": { "startsWith": "EMPLOYEE" } } }
    /// ```
    pub struct Condition {
        /// All of these.
        "all" => all: Vec<Condition> = optional,
        /// At least one of these.
        "any" => any: Vec<Condition> = optional,
        /// Not this.
        "not" => not: Box<Condition> = optional,
        /// Whether the customer is new or existing, in the words of the events.
        "customerStatus" => customer_status: Test = optional,
        /// Whole months since the customer's first event.
        "customerMonths" => customer_months: Test = optional,
        /// The day of the customer's first event.
        "customerSince" => customer_since: Days = optional,
        /// Which of the customer's payments it is; the first is 1.
        "paymentNumber" => payment_number: Test = optional,
        /// The customer's country.
        "country" => country: Test = optional,
        /// The customer's region.
        "region" => region: Test = optional,
        /// The item's stock keeping unit.
        "sku" => sku: Test = optional,
        /// The item's category.
        "category" => category: Test = optional,
        /// The item's brand.
        "brand" => brand: Test = optional,
        /// A list that the item is on.
        "list" => list: Test = optional,
        /// The promo code that was used.
        "promoCode" => promo_code: Test = optional,
        /// What the whole order came to.
        "orderTotal" => order_total: Test = optional,
        /// How many units the order has.
        "quantity" => quantity: Test = optional,
        /// The device that was used.
        "device" => device: Test = optional,
        /// The group that the partner is in.
        "partnerGroup" => partner_group: Test = optional,
        /// The event's day.
        "date" => date: Days = optional,
        /// The event's day of the week.
        "weekday" => weekday: Vec<WeekDay> = optional,
        /// Any other facts that events state under `attributes`, by their names.
        "attributes" => attributes: Named<Test> = optional,
    }
}

impl Condition {
    /// Whether it names nothing, and so matches nothing.
    #[must_use]
    pub fn names_nothing(&self) -> bool {
        self.all.is_none()
            && self.any.is_none()
            && self.not.is_none()
            && self.customer_since.is_none()
            && self.date.is_none()
            && self.weekday.is_none()
            && self.attributes.as_ref().is_none_or(Named::is_empty)
            && self.tests().next().is_none()
    }

    /// Whether it names a fact that each item states for itself.
    #[must_use]
    pub fn is_about_items(&self) -> bool {
        let inner = [&self.all, &self.any].into_iter().flatten().flatten().chain(self.not.as_deref());
        [&self.sku, &self.category, &self.brand, &self.list].iter().any(|test| test.is_some())
            || inner.into_iter().any(Self::is_about_items)
    }

    /// The tests of facts, by the names of the facts.
    pub fn tests(&self) -> impl Iterator<Item = (&'static str, &Test)> {
        [
            ("customerStatus", &self.customer_status),
            ("customerMonths", &self.customer_months),
            ("paymentNumber", &self.payment_number),
            ("country", &self.country),
            ("region", &self.region),
            ("sku", &self.sku),
            ("category", &self.category),
            ("brand", &self.brand),
            ("list", &self.list),
            ("promoCode", &self.promo_code),
            ("orderTotal", &self.order_total),
            ("quantity", &self.quantity),
            ("device", &self.device),
            ("partnerGroup", &self.partner_group),
        ]
        .into_iter()
        .filter_map(|(name, test)| test.as_ref().map(|test| (name, test)))
    }
}

record! {
    /// Days between two dates, both included; open where one is left out.
    pub struct Days {
        /// The first day.
        "from" => from: Date = optional,
        /// The last day.
        "to" => to: Date = optional,
    }
}

impl Days {
    /// The same as a term.
    #[must_use]
    pub const fn term(&self) -> Term {
        Term { from: self.from, to: self.to }
    }
}

/// What one fact must be like: a text, a list of texts of which one must be met, or an object of tests.
#[derive(Clone, Debug, PartialEq)]
pub struct Test(pub TestDetail);

record! {
    /// Tests of one fact, all of which must be met. Comparisons are of numbers; a fact that is none does not meet them.
    ///
    /// ```json
    /// { "atLeast": "50", "below": "100" }
    /// ```
    pub struct TestDetail {
        /// It is one of these.
        "is" => is: Words = optional,
        /// It is none of these.
        "isNot" => is_not: Words = optional,
        /// It contains one of these.
        "contains" => contains: Words = optional,
        /// It starts with one of these.
        "startsWith" => starts_with: Words = optional,
        /// It ends with one of these.
        "endsWith" => ends_with: Words = optional,
        /// It is less than this.
        "below" => below: SignedAmount = optional,
        /// It is this or less.
        "atMost" => at_most: SignedAmount = optional,
        /// It is more than this.
        "above" => above: SignedAmount = optional,
        /// It is this or more.
        "atLeast" => at_least: SignedAmount = optional,
    }
}

/// One text or a list of them; numbers and truth values are read as texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words(pub Vec<String>);

impl Read for Test {
    fn blank() -> Self {
        Self(TestDetail::blank())
    }

    fn read(&mut self, node: &Node, at: &mut Reader) -> bool {
        if let Node::Map(_) = node { self.0.read(node, at) } else { self.0.is.read(node, at) }
    }
}

impl Plain for Words {
    fn empty() -> Self {
        Self(Vec::new())
    }

    fn plain(node: &Node, at: &mut Reader) -> Option<Self> {
        let Node::List(entries) = node else {
            return word(node, at).map(|word| Self(vec![word]));
        };
        let mut words = Vec::with_capacity(entries.len());
        for (index, entry) in entries.iter().enumerate() {
            words.extend(at.inside(&index.to_string(), |at| word(entry, at)));
        }
        if entries.is_empty() {
            let message = "An empty list is met by nothing.".to_owned();
            at.report(Code::OutOfRange, &message, "at least one text", "an empty list", None);
        }
        (!entries.is_empty() && words.len() == entries.len()).then_some(Self(words))
    }
}

fn word(node: &Node, at: &mut Reader) -> Option<String> {
    match node {
        Node::Text(text) => Some(text.clone().into_owned()),
        Node::Bool(value) => Some(value.to_string()),
        Node::Number(_) => SignedAmount::plain(node, at).map(|number| number.number().to_string()),
        _ => {
            at.wrong_type(node, "a text, or a list of texts");
            None
        }
    }
}

crate::document::plain!(Words);
