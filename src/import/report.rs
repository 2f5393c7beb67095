//! What an import answers: contracts, and what became of every field of the payload.

use serde::Serialize;

use super::assumption::AssumptionCode;
use super::draft::Draft;
use crate::document::{Problem, choice};

/// What came of a payload.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Imported {
    /// Its contracts, in its order.
    pub contracts: Vec<ImportedContract>,
    /// The fields around them, such as the page numbers of a list.
    pub around: Vec<ImportedField>,
}

/// What came of one contract of a payload.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ImportedContract {
    /// Where it stands in the payload: a JSON Pointer; empty where it is the payload.
    pub path: String,
    /// Its id in the other system.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The contract, as a document of this engine; none where its terms can't be said at all.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::contract::Contract>"))]
    pub contract: Option<Draft>,
    /// Whether the contract says all that the payload says: every field was understood, no gap is left and no question open. What a
    /// contract that is not complete pays may be wrong.
    pub complete: bool,
    /// What became of each field of the payload: every leaf once, in the payload's order.
    pub fields: Vec<ImportedField>,
    /// What the payload leaves open, and how it was read.
    pub assumptions: Vec<Assumption>,
    /// What the payload means, or should say, and the contract does not.
    pub gaps: Vec<Gap>,
    /// Why there is no contract, where that is not said by the gaps.
    pub problems: Vec<Problem>,
    /// What in the contract is probably not meant.
    pub warnings: Vec<Problem>,
}

/// What became of one field of a payload.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ImportedField {
    /// Where it stands in the payload: a JSON Pointer.
    pub path: String,
    /// What it says, as text. It comes from outside, and is to be shown as text only.
    pub value: String,
    /// What became of it.
    pub fate: Fate,
    /// Where in the contract it went: JSON Pointers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub to: Vec<String>,
    /// Why it is not in the contract.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<Because>,
}

choice! {
    /// What became of a field.
    pub enum Fate {
        /// It is in the contract.
        Carried => "carried",
        /// It says nothing about money, and is kept here.
        Note => "note",
        /// It is empty.
        Silent => "silent",
        /// It was not understood.
        NotUnderstood => "notUnderstood",
        /// It was understood, and the contract language can't say it.
        NotExpressible => "notExpressible",
    }
}

choice! {
    /// Why a field is not in the contract.
    pub enum Because {
        /// A field of this name is not known.
        UnknownField => "unknownField",
        /// A word that is not among those known.
        UnknownValue => "unknownValue",
        /// A value of another type than the field has.
        WrongType => "wrongType",
        /// Not a plain decimal number.
        NotANumber => "notANumber",
        /// A number outside what the field can mean.
        OutOfRange => "outOfRange",
        /// Not a date that exists.
        InvalidDate => "invalidDate",
        /// Not an ISO 4217 currency.
        UnknownCurrency => "unknownCurrency",
        /// Text too long for a name, or with control characters.
        InvalidText => "invalidText",
        /// Written twice in one object.
        Duplicate => "duplicate",
        /// Too long, too deep or too many digits to be read.
        TooLarge => "tooLarge",
        /// It contradicts another field.
        Conflicting => "conflicting",
        /// It waits for an answer: see the assumption of this path.
        Unclear => "unclear",
        /// It belongs to something that is not carried over, for another reason.
        LeftOut => "leftOut",
        /// The contract language has no place for it.
        NotInLanguage => "notInLanguage",
    }
}

/// Something that the payload leaves open, and how it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Assumption {
    /// What is open.
    pub code: AssumptionCode,
    /// Where in the payload: a JSON Pointer.
    pub path: String,
    /// The readings to choose from; only one where the contract language has no other.
    pub options: Vec<String>,
    /// The reading that holds; none where nothing tells which one is meant, so that it must be asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub taken: Option<String>,
    /// Whether it was answered, and not assumed.
    pub answered: bool,
}

/// Something that the payload means, or should say, and the contract does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Gap {
    /// What is missing.
    pub code: GapCode,
    /// Where in the payload: a JSON Pointer, to a field that is not there where one is missing.
    pub path: String,
}

choice! {
    /// What is missing.
    pub enum GapCode {
        /// A field that must be there.
        MissingField => "missingField",
        /// A payout, a group, a limit or another clause that could not be read as a whole, and is left out.
        ClauseLeftOut => "clauseLeftOut",
        /// Limits of a single group.
        GroupLimit => "groupLimit",
        /// An item that a restriction stops still counts towards tiers and limits of actions where its order has other items.
        RestrictedItems => "restrictedItems",
        /// Event types that lock, or are paid, on different dates.
        SettlementDiffers => "settlementDiffers",
        /// Payment on the day of the lock.
        PaidDaily => "paidDaily",
        /// Limits per item and customer of the base terms hold for campaign terms too.
        CampaignLimits => "campaignLimits",
        /// Terms for a time that hold on the same days as others.
        OverlappingTerms => "overlappingTerms",
        /// The base terms' bonus holds while scheduled terms do.
        ScheduledBonus => "scheduledBonus",
        /// Groups of the same rank, or without one, stand in the order of the list.
        UnclearRank => "unclearRank",
    }
}
