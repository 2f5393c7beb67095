//! From what is earned to what is paid.

use crate::document::{Amounts, Code, Count, Label, Reader, choice, record};
use crate::money::{Currency, Rate};

use super::period::WeekDay;

record! {
    /// When an amount can no longer change, when it is paid, and what is taken off.
    ///
    /// ```json
    /// {
    ///   "lock": { "from": "event", "days": 30 },
    ///   "schedule": { "every": "month", "day": 15, "monthsAfter": 1 },
    ///   "threshold": "50",
    ///   "fees": [{ "label": "Transfer", "percent": "2%", "max": "20" }],
    ///   "withholding": "10%"
    /// }
    /// ```
    pub struct Settlement {
        /// When an amount locks; when it is earned unless said.
        "lock" => lock: Lock = optional,
        /// When locked amounts are paid.
        "schedule" => schedule: Schedule = optional,
        /// The least that is paid out; a smaller balance rolls over to the next date.
        "threshold" => threshold: Amounts = optional,
        /// Whether the threshold is reached at equality; it is unless said.
        "boundary" => boundary: super::tiers::Reached = defaulted,
        /// What the threshold is compared with; the balance before fees unless said.
        "thresholdOf" => threshold_of: MinimumOf = defaulted,
        /// What is taken off each payment, in this order.
        "fees" => fees: Vec<Fee> = defaulted,
        /// Tax withheld from each payment, before fees. Entered, and never inferred.
        "withholding" => withholding: Rate = optional,
        /// Tax added on top of each payment, such as VAT on a partner's invoice.
        "taxOnTop" => tax_on_top: Rate = optional,
        /// The currency of payments, converted at the rate of `conversion` on the day of payment; the contract's unless said.
        "currency" => currency: Currency = optional,
    }
}

record! {
    /// When an amount locks: so many months, then so many days after a day.
    ///
    /// `endOfMonth` counts from the first midnight after the event's month: with 27 days, January's events lock on 28 February.
    ///
    /// ```json
    /// { "from": "endOfMonth", "months": 1, "days": 15 }
    /// ```
    pub struct Lock {
        /// From when; from the event unless said.
        "from" => from: LockFrom = defaulted,
        /// Whole months; the same day, or the month's last.
        "months" => months: Count = optional,
        /// Whole days.
        "days" => days: Count = optional,
        /// Hours, from the event's own time of day; it is then locked once it is strictly older.
        "hours" => hours: Count = optional,
    }
    checked by hours_alone
}

fn hours_alone(lock: &Lock, at: &mut Reader) {
    if lock.hours.is_some() && (lock.months.is_some() || lock.days.is_some() || lock.from != LockFrom::Event) {
        at.inside("hours", |at| {
            let message = "Hours are counted from the event's own time, and alone.".to_owned();
            at.report(Code::ConflictingFields, &message, "hours, or months and days", "both", None);
        });
    }
}

choice! {
    /// From when a lock counts.
    pub enum LockFrom = Event {
        /// From the event.
        Event => "event",
        /// From the end of the event's calendar month.
        EndOfMonth => "endOfMonth",
    }
}

record! {
    /// When locked amounts are paid: on the first of these days on which they can be.
    ///
    /// ```json
    /// { "every": "month", "day": 20, "monthsAfter": 1 }
    /// ```
    pub struct Schedule {
        /// How often there is a payment.
        "every" => every: Every = required,
        /// The day of the month (of a quarter's last month), from 1 to 31; the month's last day where it has fewer, and unless said.
        "day" => day: Count = optional,
        /// The day of the week, for weekly payments; the first day of the week unless said.
        "weekday" => weekday: WeekDay = optional,
        /// How many months after the month of the lock, at the earliest; in that month itself unless said.
        "monthsAfter" => months_after: Count = optional,
    }
    checked by day_exists
}

fn day_exists(schedule: &Schedule, at: &mut Reader) {
    if let Some(day) = schedule.day
        && !(1..=31).contains(&day.get())
    {
        at.inside("day", |at| {
            let message = format!("No month has a day {}.", day.get());
            at.report(Code::OutOfRange, &message, "a day from 1 to 31", &day.get().to_string(), None);
        });
    }
}

choice! {
    /// How often there is a payment.
    pub enum Every {
        /// Each week.
        Week => "week",
        /// Each month.
        Month => "month",
        /// Each quarter, in its last month.
        Quarter => "quarter",
    }
}

choice! {
    /// What the threshold is compared with.
    pub enum MinimumOf = Balance {
        /// The balance.
        Balance => "balance",
        /// What would be paid of it after fees.
        AfterFees => "afterFees",
    }
}

record! {
    /// What is taken off each payment: a percentage, a fixed amount, or both, up to a maximum.
    ///
    /// ```json
    /// { "label": "Wire", "percent": "0.25%", "fixed": "2.25", "max": "20" }
    /// ```
    pub struct Fee {
        /// What the fee is called.
        "label" => label: Label = optional,
        /// The percentage.
        "percent" => percent: Rate = optional,
        /// What the percentage is taken of; the balance unless said.
        "of" => of: FeeBase = defaulted,
        /// The fixed amount.
        "fixed" => fixed: Amounts = optional,
        /// The most that the fee comes to.
        "max" => max: Amounts = optional,
    }
}

choice! {
    /// What a fee's percentage is taken of.
    pub enum FeeBase = Balance {
        /// The balance that is paid out.
        Balance => "balance",
        /// What the fees before it have left.
        Remaining => "remaining",
    }
}
