//! Evaluates partner contract terms exactly, with the reason for every amount.
//!
//! A contract says what is paid; [`evaluate()`] turns it and dated conversion events into a [`Statement`](evaluate::Statement);
//! [`project()`](scenario::project) asks what a scenario's events would earn, month by month.
//!
//! ```
//! let contract = r#"{ "version": 1, "currency": "USD", "payouts": [{ "event": "lead", "pay": { "fixed": "100" } }] }"#;
//! let events = r#"[{ "type": "lead", "date": "2027-03-14" }]"#;
//! let statement = payout_calculator::json::evaluate(contract, events, None);
//! assert!(statement.contains(r#""totals":{"earned":"100.00"}"#));
//! ```
//!
//! The rooms, in the order in which they depend on each other: [`money`] and [`document`] and [`calendar`], then
//! [`contract`] and [`events`], [`evaluate`](mod@evaluate), [`scenario`], [`analyses`]; around them the boundaries, JSON text natively and
//! JavaScript values in WebAssembly.

#[cfg(feature = "analyses")]
pub mod analyses;
pub mod calendar;
pub mod contract;
#[cfg(not(target_arch = "wasm32"))]
pub mod describe;
pub mod document;
pub mod evaluate;
pub mod events;
#[cfg(feature = "import")]
pub mod import;
#[cfg(not(target_arch = "wasm32"))]
pub mod json;
mod keyed;
pub mod money;
pub mod outcome;
pub mod scenario;
#[cfg(feature = "schema")]
pub mod schema;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use contract::read_contract;
pub use evaluate::evaluate;
pub use events::read_events;
pub use scenario::{project, read_scenario};
