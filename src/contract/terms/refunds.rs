//! What a refund takes back.

use crate::document::{choice, record};
use crate::money::Rate;

record! {
    /// What a refund takes back. An event that names another under `refundOf` refunds it, wholly or by an amount.
    ///
    /// Before the event locks, its pay is worked out anew on what remains, by the same terms, and so are tiers, bonuses and limits;
    /// the difference is a reversal. After that, only the event's own pay is taken back (a clawback), and what others earned
    /// stays. Without this clause a refund takes back all.
    ///
    /// ```json
    /// { "share": "50%", "fixedPay": "proRata" }
    /// ```
    pub struct Refunds {
        /// The share of the reversed pay that is taken back; all of it unless said.
        "share" => share: Rate = optional,
        /// What a partial refund does to fixed pay; it stays unless said.
        "fixedPay" => fixed_pay: FixedPay = defaulted,
        /// Whether a wholly refunded event keeps its place in counts ("the first two sales"); it does unless said.
        "places" => places: Places = defaulted,
        /// What happens to refunds after the event's lock; they are taken back unless said.
        "afterLock" => after_lock: AfterLock = defaulted,
    }
}

choice! {
    /// What a partial refund does to fixed pay.
    pub enum FixedPay = Stays {
        /// Nothing, until the whole event is refunded.
        Stays => "stays",
        /// It shrinks like the amount.
        ProRata => "proRata",
    }
}

choice! {
    /// Whether a wholly refunded event keeps its place in counts.
    pub enum Places = Kept {
        /// It does.
        Kept => "kept",
        /// The next event takes it.
        Freed => "freed",
    }
}

choice! {
    /// What happens to refunds after the lock.
    pub enum AfterLock = TakenBack {
        /// They are taken back, on a line of the refund's date (a clawback).
        TakenBack => "takenBack",
        /// They take nothing back.
        Ignored => "ignored",
    }
}
