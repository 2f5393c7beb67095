//! What the contract pays for one type of event.

use crate::calendar::Date;
use crate::document::{Amount, Code, Count, Label, Name, Reader, choice, one_of, record};
use crate::money::Rate;

use super::condition::Condition;
use super::limit::Limit;
use super::pay::Pay;
use super::period::{Period, Term};
use super::tiers::{Effect, Step, Tiers};

record! {
    /// What the contract pays for one type of event.
    ///
    /// ```json
    /// {
    ///   "event": "subscription", "label": "Subscription payments",
    ///   "for": { "months": 24 },
    ///   "pay": { "percent": "20%" },
    ///   "groups": [{ "label": "First year", "when": { "customerMonths": { "below": 12 } }, "pay": { "percent": "40%" } }]
    /// }
    /// ```
    pub struct Payout {
        /// The event type: `sale`, `lead`, `install`, `trial`, `subscription`, `signup`, `click`, `call`, `mille`, or any name of
        /// the contract's own.
        "event" => event: Name = required,
        /// What the clause is called, as people should read it.
        "label" => label: Label = optional,
        /// The offer to which the clause belongs; every offer unless said.
        "offer" => offer: Name = optional,
        /// Whose events: 1 for the partner's own, 2 for those of partners that it recruited, 3 for theirs.
        "level" => level: Count = defaulted,
        /// When the clause holds.
        "effective" => effective: Term = optional,
        /// Which events the clause is about; all of its type unless said.
        "when" => when: Condition = optional,
        /// Conditions under which an event pays nothing.
        "restrictions" => restrictions: Vec<Restriction> = defaulted,
        /// For how long a customer's events pay; for ever unless said.
        "for" => duration: Duration = optional,
        /// What is free for the brand before the clause pays.
        "free" => free: Free = optional,
        /// What each such event pays by default.
        "pay" => pay: Pay = required,
        /// Conditions under which an event pays something else.
        "groups" => groups: Vec<Group> = defaulted,
        /// Which group pays when several match; the first unless said.
        "groupsPay" => groups_pay: GroupsPay = defaulted,
        /// Other pay for a time, such as Black Friday rates; it replaces `pay` and `groups` while it lasts.
        "scheduled" => scheduled: Vec<Scheduled> = defaulted,
        /// What raises the pay, in this order.
        "uplifts" => uplifts: Vec<Uplift> = defaulted,
        /// Rates that depend on volume.
        "tiers" => tiers: Vec<Tiers> = defaulted,
        /// Limits of the clause.
        "limits" => limits: Vec<Limit> = defaulted,
    }
    checked by schedule
}

/// Two scheduled overrides of one day without an order between them.
fn schedule(payout: &Payout, at: &mut Reader) {
    for (index, one) in payout.scheduled.iter().enumerate() {
        let first = Date::FIRST;
        let starts = one.during.from.unwrap_or(first);
        let clash = payout.scheduled.iter().take(index).position(|other| {
            other.priority == one.priority
                && (other.during.contains(starts) || one.during.contains(other.during.from.unwrap_or(first)))
        });
        if let Some(other) = clash {
            at.under(&format!("scheduled/{index}"), |at| {
                at.report(
                    Code::OverlappingTerms,
                    &format!(
                        "These terms and scheduled/{other} hold on the same days, and none goes before the other."
                    ),
                    "terms that do not overlap, or a \"priority\" of their own",
                    &format!("priority {} for both", one.priority.get()),
                    None,
                );
            });
        }
    }
}

record! {
    /// One of several alternatives of a contract.
    pub struct Offer {
        /// What clauses call it.
        "name" => name: Name = required,
        /// What people should read.
        "label" => label: Label = optional,
    }
}

record! {
    /// A condition under which an event pays nothing.
    ///
    /// ```json
    /// { "label": "No coupon sites", "when": { "partnerGroup": "coupon" } }
    /// ```
    pub struct Restriction {
        /// What the restriction is called.
        "label" => label: Label = optional,
        /// The condition.
        "when" => when: Condition = required,
    }
}

one_of! {
    /// For how long a customer's events pay.
    pub enum Duration {
        /// So many payments of each customer; 1 for the first payment only.
        ///
        /// ```json
        /// { "payments": 12 }
        /// ```
        Payments "payments" => payments: Count {},
        /// So many months of each customer. The first payment is month 0, so 12 months of monthly payments are 12 payments.
        ///
        /// ```json
        /// { "months": 12 }
        /// ```
        Months "months" => months: Count {
            /// Whether a payment pays that comes exactly so many months later; not unless said.
            "boundary" => boundary: DurationBoundary = defaulted,
            /// From when the months count; from the customer's first event unless said.
            "since" => since: Since = defaulted,
        },
    }
}

choice! {
    /// Which of a duration's payments is the last to pay.
    pub enum DurationBoundary = Below {
        /// The last one before so many whole months have passed: months 0 to 11 of 12.
        Below => "below",
        /// The one after exactly so many whole months too: months 0 to 12 of 12.
        AtMost => "atMost",
    }
}

choice! {
    /// From when a duration counts.
    pub enum Since = Customer {
        /// From the customer's first event.
        Customer => "customer",
        /// From the day on which the event's partner was recruited: its `recruited` date.
        Recruitment => "recruitment",
    }
}

one_of! {
    /// What the clause does not pay for at first. An event that exceeds what is left of it is paid on its remainder.
    pub enum Free {
        /// So many events.
        ///
        /// ```json
        /// { "events": 2, "per": "month" }
        /// ```
        Events "events" => events: Count {
            /// How often anew; never unless said.
            "per" => per: FreePeriod = defaulted,
        },
        /// So many units.
        Units "units" => units: Amount {
            /// How often anew; never unless said.
            "per" => per: FreePeriod = defaulted,
        },
        /// So much revenue (a deductible).
        Revenue "revenue" => revenue: Amount {
            /// How often anew; never unless said.
            "per" => per: FreePeriod = defaulted,
        },
    }
}

choice! {
    /// How often something free is given anew.
    pub enum FreePeriod = Contract {
        /// For each order.
        Order => "order",
        /// Each calendar month.
        Month => "month",
        /// Each calendar quarter.
        Quarter => "quarter",
        /// Each calendar year.
        Year => "year",
        /// Once.
        Contract => "contract",
    }
}

impl FreePeriod {
    /// The period as other clauses name it.
    #[must_use]
    pub const fn period(self) -> Period {
        match self {
            Self::Order => Period::Order,
            Self::Month => Period::Month,
            Self::Quarter => Period::Quarter,
            Self::Year => Period::Year,
            Self::Contract => Period::Contract,
        }
    }
}

record! {
    /// Pay for the events (or, where the condition names an item's facts, for the items) that match a condition.
    ///
    /// ```json
    /// { "label": "Existing customers", "when": { "customerStatus": "existing" }, "pay": { "percent": "4%" } }
    /// ```
    pub struct Group {
        /// What the group is called.
        "label" => label: Label = optional,
        /// The condition.
        "when" => when: Condition = required,
        /// What each such event pays in place of the default.
        "pay" => pay: Pay = required,
    }
}

choice! {
    /// Which group pays when several match.
    pub enum GroupsPay = First {
        /// The first in the list.
        First => "first",
        /// Whichever pays the event most, as money.
        Highest => "highest",
        /// All of them.
        All => "all",
    }
}

record! {
    /// Other pay for a time.
    ///
    /// ```json
    /// { "label": "Black Friday", "during": { "from": "2027-11-26", "to": "2027-11-29" }, "pay": { "percent": "15%" } }
    /// ```
    pub struct Scheduled {
        /// What it is called.
        "label" => label: Label = optional,
        /// While it holds, by the event's date.
        "during" => during: Term = required,
        /// Which goes before which where two hold on one day: the higher one. Two of the same priority must not overlap.
        "priority" => priority: Count = defaulted,
        /// What each event pays by default in that time.
        "pay" => pay: Pay = required,
        /// The groups of that time.
        "groups" => groups: Vec<Group> = defaulted,
    }
}

one_of! {
    /// Something that raises an event's pay.
    pub enum Uplift {
        /// Points added to a percentage: 12 % and `"2%"` are 14 %.
        ///
        /// ```json
        /// { "points": "2%", "when": { "partnerGroup": "gold" } }
        /// ```
        Points "points" => points: Rate {
            /// What it is called.
            "label" => label: Label = optional,
            /// Which events it raises; all unless said.
            "when" => when: Condition = optional,
        },
        /// An increase by a percentage of itself: 6 % increased by `"16.8%"` are 7.008 %, 3.00 increased by `"10%"` are 3.30.
        Increase "increase" => increase: Rate {
            /// What it is called.
            "label" => label: Label = optional,
            /// Which events it raises; all unless said.
            "when" => when: Condition = optional,
        },
    }
}

impl Uplift {
    /// Which events it raises.
    #[must_use]
    pub const fn when(&self) -> Option<&Condition> {
        match self {
            Self::Points { when, .. } | Self::Increase { when, .. } => when.as_ref(),
        }
    }
}

fn of_group(group: &Group) -> &Pay {
    &group.pay
}

impl Payout {
    /// Every pay that the clause names: its own, its groups', the scheduled terms', and those of its tiers.
    pub fn pays(&self) -> impl Iterator<Item = &Pay> {
        let scheduled = self.scheduled.iter().flat_map(|terms| terms.groups.iter().map(of_group).chain([&terms.pay]));
        let steps = self.tiers.iter().flat_map(|tiers| &tiers.steps).filter_map(|step: &Step| match step.effect() {
            Some(Effect::Pay(pay)) => Some(pay),
            _ => None,
        });
        std::iter::once(&self.pay).chain(self.groups.iter().map(of_group)).chain(scheduled).chain(steps)
    }
}
