//! The columns of actions and of their items, and what becomes of each.

use serde::Serialize;

use super::super::report::Fate;
use crate::document::Node;

/// What became of a column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ImportedColumn {
    /// Its name.
    pub name: String,
    /// Whether it is one of the items.
    pub of_items: bool,
    /// What became of it.
    pub fate: Fate,
    /// Where in each event it went.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}

/// The columns that go into events, and where.
pub(super) const CARRIED: [(&str, &str); 11] = [
    ("Id", "/id"),
    ("EventDate", "/date"),
    ("State", ""),
    ("Amount", "/amount"),
    ("Currency", "/currency"),
    ("CustomerId", "/customer"),
    ("CustomerStatus", "/attributes/customerStatus"),
    ("CustomerCountry", "/attributes/country"),
    ("CustomerRegion", "/attributes/region"),
    ("PromoCode", "/attributes/promoCode"),
    ("Uri", "/items"),
];
/// The others that are known; payouts among them are what was paid, and not what happened.
pub(super) const NOTED: [&str; 30] = [
    "ActionTrackerId",
    "ActionTrackerName",
    "CampaignId",
    "CampaignName",
    "EventCode",
    "MediaPartnerId",
    "MediaPartnerName",
    "AdId",
    "ClientCost",
    "Payout",
    "DeltaPayout",
    "IntendedPayout",
    "DeltaAmount",
    "IntendedAmount",
    "ReferringDate",
    "CreationDate",
    "LockingDate",
    "ClearedDate",
    "ReferringType",
    "ReferringDomain",
    "Oid",
    "CustomerPostCode",
    "CustomerArea",
    "CustomerCity",
    "IpAddress",
    "SharedId",
    "CallerId",
    "Note",
    "SubId1",
    "SubId2",
];
pub(super) const ITEM_CARRIED: [(&str, &str); 7] = [
    ("Sku", "/items/sku"),
    ("Category", "/items/category"),
    ("Quantity", "/items/quantity"),
    ("SaleAmount", "/items/amount"),
    ("SaleAmountCurrency", "/currency"),
    ("AdjustmentReason", ""),
    ("Uri", "/items"),
];
pub(super) const ITEM_NOTED: [&str; 6] =
    ["ItemName", "Payout", "PayoutCurrency", "Rebate", "RebateCurrency", "AdjustmentDate"];

/// What became of each column of a table.
pub(super) fn columns(rows: &[Node], of_items: bool, carried: &[(&str, &str)], noted: &[&str]) -> Vec<ImportedColumn> {
    let mut columns: Vec<ImportedColumn> = Vec::new();
    for row in rows {
        let Node::Map(fields) = row else { continue };
        for (place, (name, _)) in fields.iter().enumerate() {
            // Rows mostly have their columns at the same places.
            let there = columns.get(place).is_some_and(|known| known.name == **name);
            if there || columns.iter().any(|known| known.name == **name) {
                continue;
            }
            let to = carried.iter().find(|(known, _)| *known == name).map(|(_, to)| (*to).to_owned());
            let fate = match &to {
                Some(to) if !to.is_empty() => Fate::Carried,
                Some(_) => Fate::Note,
                None if noted.contains(&&**name) || name == "SubId3" => Fate::Note,
                None => Fate::NotUnderstood,
            };
            columns.push(ImportedColumn {
                name: name.clone().into_owned(),
                of_items,
                fate,
                to: to.filter(|to| !to.is_empty()),
            });
        }
    }
    columns
}
