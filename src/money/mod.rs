//! Checked decimal amounts that know their currency.
//!
//! No other module does arithmetic on raw decimals. Every operation is exact or an error; digits go only where a caller asks
//! for rounding, and says how. There are no operators (`+`, `*`): what can fail has a name and a `Result`, or inside the crate a
//! note that [`noting`] reads.

#![allow(clippy::disallowed_types, reason = "this is the room that wraps them")]

mod allot;
mod currency;
mod error;
mod exact;
mod money;
mod noted;
mod number;
mod rate;
mod rounding;
mod small;
mod text;
#[cfg(feature = "analyses")]
mod units;

pub use allot::allot;
pub use currency::{Currency, UnknownCurrency};
pub use error::{MoneyError, NumberError, RateError};
pub use money::Money;
pub(crate) use noted::{is_noted, noted, noting};
pub use number::Number;
pub use rate::Rate;
pub use rounding::Rounding;
#[cfg(feature = "analyses")]
pub(crate) use units::Units;
