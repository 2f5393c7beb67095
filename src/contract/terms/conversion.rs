//! Money in other currencies.

use crate::calendar::Date;
use crate::document::{Amount, choice, record};
use crate::money::Currency;

record! {
    /// How money in other currencies becomes money in the contract's. A missing rate is an error, and never 1.
    ///
    /// ```json
    /// { "order": "amountFirst", "rates": [{ "from": "EUR", "to": "USD", "on": "2027-03-01", "rate": "1.0837" }] }
    /// ```
    pub struct Conversion {
        /// What is converted, and rounded: the event's amount, or its pay; the amount unless said.
        "order" => order: ConversionOrder = defaulted,
        /// Rates, each from a day on until the next of the same currencies.
        "rates" => rates: Vec<ExchangeRate> = required,
    }
}

choice! {
    /// What is converted.
    pub enum ConversionOrder = AmountFirst {
        /// The event's amounts; they are rounded, and the terms applied to them.
        AmountFirst => "amountFirst",
        /// The pay; it is worked out and rounded in the event's currency, converted, and rounded again.
        PayFirst => "payFirst",
    }
}

record! {
    /// What one unit of a currency is worth in another, from a day on.
    pub struct ExchangeRate {
        /// One unit of this currency.
        "from" => from: Currency = required,
        /// In this currency.
        "to" => to: Currency = required,
        /// From this day on.
        "on" => on: Date = required,
        /// Is worth so much.
        "rate" => rate: Amount = required,
    }
}
