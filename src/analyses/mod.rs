//! What negotiators ask: which offer is better and from where on, what would reach a goal, how sure it is.
//!
//! Everything goes through the exact evaluation of contracts; nothing here knows a term. Payouts are compared by what they earn over a
//! scenario's whole horizon.

mod along;
mod bargain;
mod break_even;
mod compare;
mod curve;
mod equivalent;
mod goal_seek;
mod grid;
mod judge;
mod milestones;
mod next_event;
mod price;
mod sample;
mod sensitivity;
mod simulate;
mod variance;
mod vary;

pub use bargain::{Bargain, BargainQuestion, Closing, Gap, Offer, Side, bargain};
pub use break_even::{BreakEven, Crossing, CurvePoint, Stretch, break_even};
pub use compare::{Compared, ComparedMonth, Comparison, compare};
pub use equivalent::{Equivalent, EquivalentQuestion, Party, Worth, equivalent_offers};
pub use goal_seek::{Found, GoalQuestion, GoalSought, goal_seek};
pub use grid::{Cell, Grid, GridQuestion, grid};
pub use milestones::{Ahead, Cash, CutOff, Milestone, Milestones, milestones};
pub use next_event::{Added, AddedByClause, Later, NextEvent, NextEventQuestion, next_event};
pub use price::{Price, PriceQuestion, price_of_clause};
pub use sample::{Draws, quantile};
pub use sensitivity::{Sensitivity, Swing, sensitivity};
pub use simulate::{Against, MOST_DRAWS, Running, Simulated, Simulation, SimulationQuestion, simulate};
pub use variance::{VarianceQuestion, VarianceShare, VarianceShares, variance_shares};
pub use vary::{Varied, Vary};
