//! What is wrong with a document, and where.

use serde::Serialize;

use super::choice;

choice! {
    /// Which of the documents given to a function a [`Problem`] is in.
    pub enum DocumentKind {
        /// The contract.
        Contract => "contract",
        /// The list of events.
        Events => "events",
        /// The scenario.
        Scenario => "scenario",
        /// What the statement is asked for.
        Options => "options",
        /// What another system wrote.
        Payload => "payload",
    }
}

choice! {
    /// What kind of mistake a [`Problem`] is; stable, so that a program can act on it and a translation can be keyed by it.
    pub enum Code {
        /// The text is not JSON.
        InvalidJson => "invalid_json",
        /// A value of another type than the field takes.
        WrongType => "wrong_type",
        /// A field that must be there is not.
        MissingField => "missing_field",
        /// A field that this object does not have.
        UnknownField => "unknown_field",
        /// A field written twice in one object (seen in JSON text only; a JavaScript value has kept the last).
        DuplicateField => "duplicate_field",
        /// Two fields that say the same thing, of which only one may be there.
        ConflictingFields => "conflicting_fields",
        /// A word that is not among those the field takes.
        UnknownValue => "unknown_value",
        /// Text where a decimal number is expected, that is none.
        NotANumber => "not_a_number",
        /// More digits than can be kept exactly.
        TooManyDigits => "too_many_digits",
        /// A JSON number that binary floating point has already changed; write it as a string.
        InexactNumber => "inexact_number",
        /// A number outside the range the field takes.
        OutOfRange => "out_of_range",
        /// A bare number, or other text, where a rate such as "10%" is expected.
        RateWithoutPercent => "rate_without_percent",
        /// A code that is not an ISO 4217 currency with a minor unit.
        UnknownCurrency => "unknown_currency",
        /// Text that is not a calendar date, or a date that does not exist.
        InvalidDate => "invalid_date",
        /// A name that is not in the IANA time zone database.
        UnknownTimeZone => "unknown_time_zone",
        /// Tiers, rungs or dates that do not rise.
        TiersOutOfOrder => "tiers_out_of_order",
        /// Two terms that hold at the same time without an order between them.
        OverlappingTerms => "overlapping_terms",
        /// A name that nothing else in the document has.
        UnknownName => "unknown_name",
        /// Money in a currency for which there is neither an amount nor an exchange rate.
        MissingRate => "missing_rate",
        /// A document version that this engine does not know.
        UnsupportedVersion => "unsupported_version",
        /// Text that is empty, too long, or holds control characters.
        InvalidText => "invalid_text",
        /// Nested deeper than documents may be.
        TooDeep => "too_deep",
        /// A list with more entries than it may have.
        TooLong => "too_long",
        /// A document larger than it may be.
        TooLarge => "too_large",
        /// Two different events with the same id.
        ConflictingId => "conflicting_id",
        /// An amount that outgrows exact decimal arithmetic.
        AmountOverflow => "amount_overflow",
        /// More problems than are listed.
        MoreProblems => "more_problems",
        /// Warning: a rate above 100 %.
        RateAboveWhole => "rate_above_whole",
        /// Warning: a tier at which the payout falls, or jumps by more than the next event can earn.
        RetroactiveCliff => "retroactive_cliff",
        /// Warning: a limit below what one event pays.
        LimitBelowPay => "limit_below_pay",
        /// Warning: a guarantee above a limit of the same period.
        GuaranteeAboveLimit => "guarantee_above_limit",
        /// Warning: a group that can't match because an earlier one always does.
        ShadowedGroup => "shadowed_group",
        /// Warning: a tier that can't be reached.
        UnreachableTier => "unreachable_tier",
        /// Warning: a condition that names nothing, and so matches nothing.
        EmptyCondition => "empty_condition",
        /// Warning: events outside the contract's term.
        OutsideTerm => "outside_term",
        /// Warning: a contract that pays nothing, whatever happens.
        PaysNothing => "pays_nothing",
    }
}

/// One mistake in a document, or one thing about it to be warned of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// The document it is in.
    pub document: DocumentKind,
    /// The kind of mistake; stable.
    pub code: Code,
    /// Where: a JSON Pointer (RFC 6901) into the document; empty for the document as a whole.
    pub path: String,
    /// What is wrong, in one English sentence for the document's author.
    pub message: String,
    /// What would have been right.
    pub expected: String,
    /// What was found, shortened where it is long.
    pub got: String,
    /// What to do about it, where that can be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
}

/// The problems of one document, of which so many are kept; a thousandth wrong line teaches nothing that the first hundred did
/// not.
pub(crate) struct Problems {
    document: DocumentKind,
    kept: Vec<Problem>,
    unlisted: usize,
}

/// Problems kept for one document.
const LISTED: usize = 100;

impl Problem {
    #[inline(never)]
    pub(crate) fn new(
        document: DocumentKind,
        code: Code,
        path: &str,
        message: &str,
        expected: &str,
        got: &str,
        hint: Option<&str>,
    ) -> Self {
        let [path, message, expected, got] = [path, message, expected, got].map(str::to_owned);
        Self { document, code, path, message, expected, got, hint: hint.map(str::to_owned) }
    }
}

impl Problems {
    pub fn new(document: DocumentKind) -> Self {
        Self { document, kept: Vec::new(), unlisted: 0 }
    }

    /// Keeps a problem, or counts it where there are many.
    pub fn push(&mut self, problem: Problem) {
        if self.kept.len() < LISTED {
            self.kept.push(problem);
        } else {
            self.unlisted = self.unlisted.saturating_add(1);
        }
    }

    /// The problems kept, and one that tells how many others there are.
    pub fn into_vec(mut self) -> Vec<Problem> {
        if self.unlisted > 0 {
            self.kept.push(Problem {
                document: self.document,
                code: Code::MoreProblems,
                path: String::new(),
                message: format!("{} more problems are not listed.", self.unlisted),
                expected: "no problems".to_owned(),
                got: format!("{} in all", self.unlisted.saturating_add(LISTED)),
                hint: None,
            });
        }
        self.kept
    }
}
