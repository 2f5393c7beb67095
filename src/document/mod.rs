//! Documents from outside: a plain tree, and readers that report every mistake with its place.
//!
//! A contract, a list of events or a scenario arrives as JSON text or as a JavaScript value. Both become the same
//! [`Node`] tree, within [`Limits`]; typed readers ([`Read`]) then walk the tree and collect each mistake as a
//! [`Problem`], where a derived reader would stop at the first.
//!
//! The macros [`record!`], [`choice!`] and [`one_of!`] define a document type once: struct or enum, reader, and (with the
//! `schema` feature) JSON Schema with the text of the doc comments.

mod collections;
#[cfg(target_arch = "wasm32")]
mod from_js;
#[cfg(not(target_arch = "wasm32"))]
mod from_json;
#[cfg(any(target_arch = "wasm32", test))]
mod from_text;
mod limits;
mod macros;
mod nearest;
mod node;
mod numbers;
mod problem;
mod reader;
#[cfg(feature = "schema")]
pub(crate) mod schema;
mod to_json;
mod values;

pub use collections::Named;
#[cfg(target_arch = "wasm32")]
pub use from_js::from_js;
#[cfg(target_arch = "wasm32")]
pub(crate) use from_js::is_whole;
#[cfg(not(target_arch = "wasm32"))]
pub use from_json::from_json;
#[cfg(target_arch = "wasm32")]
pub use from_text::from_text;
pub use limits::Limits;
pub(crate) use macros::{choice, field, first, must, one_of, plain, record, unsaid};
#[cfg(target_arch = "wasm32")]
pub(crate) use node::quoted;
pub use node::{Node, Refusal};
pub use numbers::{Amounts, SignedAmount, Threshold};
pub(crate) use problem::Problems;
pub use problem::{Code, DocumentKind, Problem};
pub(crate) use reader::{Field, joined};
pub use reader::{Plain, Read, Reader, read_document};
pub use to_json::to_json;
pub use values::{Amount, Count, Label, Name, Quantity, SchemaLink, Version};
