//! What always holds, whatever the amounts, contracts and events: the laws, as property tests.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking, and its numbers are small"
)]

mod contracts;
mod integers;
mod money;
mod mutations;
mod reading;
mod rounding;
mod scenarios;
mod statements;
mod strategies;
