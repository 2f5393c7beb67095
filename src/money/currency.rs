//! The currencies of ISO 4217.

use std::cmp::Ordering;
use std::fmt;

use iso_currency::IntoEnumIterator;

/// A currency that amounts can be paid in: one of ISO 4217 that has a minor unit.
///
/// The table, with its minor units of 0, 2, 3 or 4 decimals, is that of the `iso_currency` crate. Codes without a minor unit are
/// no money to be paid in (gold, special drawing rights, "no currency") and left out. A few that were withdrawn lately, such as
/// `HRK`, can still be read: old contracts name them.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Currency {
    iso: iso_currency::Currency,
    minor_units: u8,
}

/// Why a text is not the code of a currency that amounts can be paid in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnknownCurrency {
    /// ISO 4217 has no such code, or it is not written in capitals.
    NotListed,
    /// The code stands for something without a minor unit, such as gold.
    NoMinorUnit,
}

impl Currency {
    /// The dollar of the United States.
    pub const USD: Self = Self { iso: iso_currency::Currency::USD, minor_units: 2 };

    /// Reads a three-letter code, in capitals.
    ///
    /// # Errors
    /// Any other text, and codes without a minor unit, such as `XAU` for gold.
    ///
    /// # Example
    /// ```
    /// use payout_calculator::money::{Currency, UnknownCurrency};
    /// assert_eq!(Currency::parse("JPY")?.minor_units(), 0);
    /// assert_eq!(Currency::parse("KWD")?.minor_units(), 3);
    /// assert_eq!(Currency::parse("usd"), Err(UnknownCurrency::NotListed));
    /// assert_eq!(Currency::parse("XAU"), Err(UnknownCurrency::NoMinorUnit));
    /// # Ok::<(), UnknownCurrency>(())
    /// ```
    pub fn parse(code: &str) -> Result<Self, UnknownCurrency> {
        let iso = named(code).ok_or(UnknownCurrency::NotListed)?;
        let minor_units = iso.exponent().and_then(|places| u8::try_from(places).ok());
        let minor_units = minor_units.ok_or(UnknownCurrency::NoMinorUnit)?;
        Ok(Self { iso, minor_units })
    }

    /// The three-letter code.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.iso.code()
    }

    /// The sign that people write it with, such as `$`; the code where there is none.
    #[must_use]
    pub fn symbol(self) -> String {
        self.iso.symbol().to_string()
    }

    /// How many decimals its minor unit has: 2 for the US dollar.
    #[must_use]
    pub fn minor_units(self) -> u32 {
        self.minor_units.into()
    }
}

/// The currency of a code. (The crate's own search is a comparison with each of its codes: 5 KB of WebAssembly.)
fn named(code: &str) -> Option<iso_currency::Currency> {
    let mut all = iso_currency::Currency::iter();
    let (mut low, mut high) = (0, all.len());
    while low < high {
        let middle = low.midpoint(high);
        let found = all.clone().nth(middle)?;
        match found.code().cmp(code) {
            Ordering::Less => low = middle.saturating_add(1),
            Ordering::Equal => return Some(found),
            Ordering::Greater => high = middle,
        }
    }
    // Two of them are not in the order of their codes.
    all.find(|currency| currency.code() == code)
}

impl fmt::Debug for Currency {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str(self.code())
    }
}

impl fmt::Display for UnknownCurrency {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str(match self {
            Self::NotListed => "this is not a currency code of ISO 4217",
            Self::NoMinorUnit => "this code stands for no money that amounts can be paid in",
        })
    }
}

impl std::error::Error for UnknownCurrency {}

impl serde::Serialize for Currency {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::{Currency, IntoEnumIterator, UnknownCurrency, named};

    /// Minor units as in the table of ISO 4217 (list one, of the maintenance agency).
    #[test]
    fn minor_units_are_those_of_the_standard() {
        for (places, codes) in [
            (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
            (2, "AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD HUF IDR ILS INR MXN NOK NZD PLN SEK SGD THB TRY TWD USD ZAR"),
            (3, "BHD IQD JOD KWD LYD OMR TND"),
            (4, "CLF UYW"),
        ] {
            for code in codes.split(' ') {
                assert_eq!(Currency::parse(code).map(Currency::minor_units), Ok(places), "{code}");
            }
        }
    }

    #[test]
    fn every_currency_of_the_crate_is_found_by_its_code() {
        for currency in iso_currency::Currency::iter() {
            assert_eq!(named(currency.code()), Some(currency));
        }
    }

    #[test]
    fn what_is_no_money_is_refused() {
        for (error, codes) in [
            (UnknownCurrency::NoMinorUnit, ["XAU", "XAG", "XXX", "XTS", "XDR"]),
            (UnknownCurrency::NotListed, ["usd", "US", "USDX", "", "U$D"]),
        ] {
            for code in codes {
                assert_eq!(Currency::parse(code), Err(error), "{code}");
            }
        }
    }
}
