//! How what is earned is shared with others.

use crate::document::{Count, Name, one_of, record};
use crate::money::Rate;

one_of! {
    /// How what each event earns is shared. Shares are allotted to the minor unit by largest remainder, so that they add up.
    pub enum Split {
        /// By weights; the contract's own partner is named like the others.
        ///
        /// ```json
        /// { "weights": [{ "to": "agency", "weight": 30 }, { "to": "creator", "weight": 70 }], "own": "creator" }
        /// ```
        Weights "weights" => weights: Vec<SplitShare> {
            /// Which of them is the contract's own partner.
            "own" => own: Name = required,
        },
        /// By place among the partners that took part in the event, as it names them under `touchpoints`: a share for the first and
        /// the last, the rest shared equally by all.
        ///
        /// ```json
        /// { "positions": { "first": "25%", "last": "50%" }, "own": "creator" }
        /// ```
        Positions "positions" => positions: PositionShares {
            /// Which of them is the contract's own partner.
            "own" => own: Name = required,
        },
        /// A share for somebody else, carved out of what is earned (a recruiter's second tier).
        ///
        /// ```json
        /// { "carvedOut": "5%", "to": "recruiter" }
        /// ```
        CarvedOut "carvedOut" => share: Rate {
            /// Who receives it.
            "to" => to: Name = required,
        },
    }
}

record! {
    /// One of those who share.
    pub struct SplitShare {
        /// Who.
        "to" => to: Name = required,
        /// The weight of the share.
        "weight" => weight: Count = required,
    }
}

record! {
    /// The shares of places; the rest is shared equally by all, those two included.
    pub struct PositionShares {
        /// Of the first.
        "first" => first: Rate = required,
        /// Of the last.
        "last" => last: Rate = required,
    }
}
