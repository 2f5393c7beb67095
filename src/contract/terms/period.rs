//! Spans of time that terms speak of.

use crate::calendar::{Date, Weekday};
use crate::document::{Code, Reader, choice, record};

record! {
    /// A span of days, first and last included; open where an end is left out.
    ///
    /// ```json
    /// { "from": "2027-11-26", "to": "2027-11-29" }
    /// ```
    pub struct Term {
        /// The first day.
        "from" => from: Date = optional,
        /// The last day.
        "to" => to: Date = optional,
    }
    checked by order
}

impl Term {
    /// Whether a day lies in it.
    #[must_use]
    pub fn contains(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

fn order(term: &Term, at: &mut Reader) {
    if let (Some(from), Some(to)) = (term.from, term.to)
        && to < from
    {
        at.inside("to", |at| {
            let message = format!("This term ends on {to}, before it begins on {from}.");
            at.report(Code::OutOfRange, &message, &format!("a day from {from} on"), &to.to_string(), None);
        });
    }
}

choice! {
    /// How often something is counted, limited or paid anew. Periods are calendar periods in the contract's time zone.
    pub enum Period = Month {
        /// Each order by itself.
        Order => "order",
        /// Each day.
        Day => "day",
        /// Each week, from the contract's first day of the week.
        Week => "week",
        /// Each calendar month.
        Month => "month",
        /// Each calendar quarter.
        Quarter => "quarter",
        /// Each calendar year.
        Year => "year",
        /// Each year of a customer, counted from the customer's first event.
        CustomerYear => "customerYear",
        /// The contract's whole life; never begun anew.
        Contract => "contract",
    }
}

choice! {
    /// A day of the week.
    pub enum WeekDay = Monday {
        /// Monday.
        Monday => "monday",
        /// Tuesday.
        Tuesday => "tuesday",
        /// Wednesday.
        Wednesday => "wednesday",
        /// Thursday.
        Thursday => "thursday",
        /// Friday.
        Friday => "friday",
        /// Saturday.
        Saturday => "saturday",
        /// Sunday.
        Sunday => "sunday",
    }
}

impl WeekDay {
    /// The day as the calendar knows it.
    #[must_use]
    pub const fn weekday(self) -> Weekday {
        match self {
            Self::Monday => Weekday::Monday,
            Self::Tuesday => Weekday::Tuesday,
            Self::Wednesday => Weekday::Wednesday,
            Self::Thursday => Weekday::Thursday,
            Self::Friday => Weekday::Friday,
            Self::Saturday => Weekday::Saturday,
            Self::Sunday => Weekday::Sunday,
        }
    }
}

impl WeekDay {
    /// The day that the calendar names.
    #[must_use]
    pub const fn of(day: Weekday) -> Self {
        match day {
            Weekday::Monday => Self::Monday,
            Weekday::Tuesday => Self::Tuesday,
            Weekday::Wednesday => Self::Wednesday,
            Weekday::Thursday => Self::Thursday,
            Weekday::Friday => Self::Friday,
            Weekday::Saturday => Self::Saturday,
            Weekday::Sunday => Self::Sunday,
        }
    }
}
