//! What a payload leaves open, and what the caller says about it.

use crate::document::{Code, DocumentKind, Label, Problem, choice, record};

choice! {
    /// What a payload leaves open. Which readings there are is told by each assumption's `options`.
    pub enum AssumptionCode {
        /// What the contract calls its events: `id`, `name` or `category` of the event type.
        EventNames => "eventNames",
        /// The time zone of the contract's days: only offsets are given. Any IANA name may be answered.
        TimeZone => "timeZone",
        /// Whether the day on which the contract begins in the middle counts: `wholeDay`, `dayAfter`.
        FirstInstant => "firstInstant",
        /// Whether the last instant counts: `inside`; of an end at midnight, or in the middle of a day: `wholeDay`, `dayBefore`.
        LastInstant => "lastInstant",
        /// What a payout is worked out for: `order`, `item`.
        PayoutLevel => "payoutLevel",
        /// A fixed and a percentage default at once: `percent`, `fixed`, `sum`.
        BothDefaults => "bothDefaults",
        /// Neither of the defaults is said: `nothing`.
        NoDefault => "noDefault",
        /// A fixed and a percentage payout of one group: `percent`, `fixed`, `sum`.
        BothPayouts => "bothPayouts",
        /// What a fixed amount at item level is paid for: `line`, `unit`.
        FixedItemPay => "fixedItemPay",
        /// Whether capitals count in values: `exact`.
        LetterCase => "letterCase",
        /// Whether an event without the fact meets an `IS_NOT`: `met`, `notMet`.
        IsNotUnknown => "isNotUnknown",
        /// A variable that is not known: a fact of that name under the events' `attribute`s.
        UnknownVariable => "unknownVariable",
        /// A value that looks like the name of a list: it is meant as `text`.
        ListValue => "listValue",
        /// What a money limit does to the action that crosses it: `partIsPaid`.
        PartAtLimit => "partAtLimit",
        /// Which limit acts first: `countsThenItemOrderCustomerPeriod`.
        LimitOrder => "limitOrder",
        /// The days of a weekend: `saturdaySunday`, `fridaySaturday`.
        WeekendDays => "weekendDays",
        /// A limit of everything, or of each customer, without a period: over the whole `contract`.
        LimitScope => "limitScope",
        /// Whether actions over a limit of actions count towards the bonus: `counts`, `ignored`.
        OverLimit => "overLimit",
        /// Several adjustments that may match at once: the `first` of them.
        SeveralAdjustments => "severalAdjustments",
        /// What the bonus is the difference to where an adjustment matched: the `unadjusted` default.
        AdjustmentAndBonus => "adjustmentAndBonus",
        /// Whether a tier of the bonus is reached at equality: `atLeast`, `above`.
        BonusThreshold => "bonusThreshold",
        /// The action that lies across a threshold: `split`.
        AcrossThreshold => "acrossThreshold",
        /// What the bonus is on actions that a group prices: the `differenceToDefault`, or the `newRate` in place of the group's.
        BonusOnGroups => "bonusOnGroups",
        /// A threshold in actions has no name of its own: it stands in the `revenueThreshold`.
        ActionThreshold => "actionThreshold",
        /// Whether the bonus falls under the limits of a period: `inside`.
        BonusUnderLimits => "bonusUnderLimits",
        /// What of the bonus is rounded: `eachAction`; rounded once a month it may differ by cents.
        BonusRounding => "bonusRounding",
        /// What the spending limit covers: `bonusesInside`, `bonusesOutside`.
        SpendLimit => "spendLimit",
        /// Whether paid clicks take places in the contract's limit of actions: `counted`.
        ClicksAreActions => "clicksAreActions",
        /// Over which time earnings per click are guaranteed: `month`, `quarter`, `year`.
        ClickGuarantee => "clickGuarantee",
        /// Which events are the clicks that are guaranteed: one of the event types.
        GuaranteedClicks => "guaranteedClicks",
        /// That actions may not be reversed: `nothingTakenBack`, or a `note`.
        NoReturns => "noReturns",
        /// Of how many, and over which time, the return percentage is: not computed, a `note`.
        MaxReturn => "maxReturn",
        /// Months after the end of a day: `monthsThenDays`.
        LockMonths => "lockMonths",
        /// A week's last day: `sunday`, `saturday`, `friday`.
        WeekEnd => "weekEnd",
        /// Days after the end of the month of the lock: the `dayOfMonth`.
        PaymentDay => "paymentDay",
        /// Whose dates hold, where event types differ: the id of one of them, or `none`.
        Settlement => "settlement",
        /// Which limits hold for campaign terms: those of the `order`, the `period` and the contract.
        CampaignLimits => "campaignLimits",
        /// Whether scheduled terms that have expired held in their time: `carried`, `leftOut`.
        ExpiredTerms => "expiredTerms",
        /// What is rounded to the minor unit where an order has items: each `item`, or each `order`.
        Rounding => "rounding",
    }
}

record! {
    /// What the caller of an import knows better.
    ///
    /// ```json
    /// { "assume": [{ "code": "timeZone", "take": "America/New_York" },
    ///              { "code": "bonusThreshold", "path": "/Terms/EventPayouts/1/PerformanceBonus", "take": "above" }] }
    /// ```
    pub struct ImportOptions {
        /// Answers to what payloads leave open.
        "assume" => assume: Vec<ImportAnswer> = defaulted,
    }
}

record! {
    /// How something is read that a payload leaves open.
    pub struct ImportAnswer {
        /// What is open.
        "code" => code: AssumptionCode = required,
        /// Where, as the assumption names it; everywhere unless said.
        "path" => path: Label = optional,
        /// One of the assumption's options.
        "take" => take: Label = required,
    }
}

impl Default for ImportOptions {
    /// No answers.
    fn default() -> Self {
        Self { assume: Vec::new() }
    }
}

/// The answers, and which of them were asked for.
pub(super) struct Answers<'a> {
    answers: Vec<(&'a ImportAnswer, bool)>,
    problems: Vec<Problem>,
}

impl<'a> Answers<'a> {
    pub fn new(options: &'a ImportOptions) -> Self {
        Self { answers: options.assume.iter().map(|answer| (answer, false)).collect(), problems: Vec::new() }
    }

    /// What was answered, if it is one of the options.
    pub fn to(&mut self, code: AssumptionCode, path: &str, allowed: impl Fn(&str) -> bool) -> Option<String> {
        let of = |exact: bool| {
            move |(answer, _): &(&ImportAnswer, bool)| {
                answer.code == code && answer.path.as_ref().map_or(!exact, |named| exact && named.as_str() == path)
            }
        };
        let place = self.answers.iter().position(of(true)).or_else(|| self.answers.iter().position(of(false)))?;
        let (answer, used) = self.answers.get_mut(place)?;
        *used = true;
        let take = answer.take.as_str();
        if allowed(take) {
            return Some(take.to_owned());
        }
        let expected = "one of the options that the assumption names";
        self.problem(Code::UnknownValue, &format!("/assume/{place}/take"), "There is no such reading.", expected, take);
        None
    }

    fn problem(&mut self, code: Code, path: &str, message: &str, expected: &str, got: &str) {
        if !self.problems.iter().any(|problem| problem.path == path) {
            self.problems.push(Problem::new(DocumentKind::Options, code, path, message, expected, got, None));
        }
    }

    /// What is wrong with the answers, those included that nothing asked for.
    pub fn problems(mut self) -> Vec<Problem> {
        let unused: Vec<(usize, String)> = self
            .answers
            .iter()
            .enumerate()
            .filter(|(_, (_, used))| !used)
            .map(|(place, (answer, _))| {
                let path = answer.path.as_ref().map_or_else(String::new, |path| format!(" at {}", path.as_str()));
                (place, format!("{}{path}", answer.code.word()))
            })
            .collect();
        for (place, got) in unused {
            let (message, expected) =
                ("This payload does not leave it open.", "the code (and path) of an assumption of the report");
            self.problem(Code::UnknownName, &format!("/assume/{place}"), message, expected, &got);
        }
        self.problems
    }
}
