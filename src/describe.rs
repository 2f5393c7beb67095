//! A contract in plain words, natively; in a browser the elements say the same from the same templates.

use std::collections::BTreeMap;

use crate::calendar::Date;
use crate::contract::{Contract, ContractFacts, Phrase, Value};
use crate::money::{Currency, Number};

/// A language that contracts can be put into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
    /// German.
    German,
}

/// The words of every phrase; where a count chooses between them, its singular and plural.
type Templates = BTreeMap<String, Template>;

#[derive(serde::Deserialize)]
#[serde(untagged)]
enum Template {
    Plain(String),
    Counted { one: String, other: String },
}

/// What a contract says, one text for each sentence.
///
/// # Errors
/// None in practice: the templates are part of the crate, and a test reads them.
///
/// # Example
/// ```
/// use payout_calculator::contract::read_contract;
/// use payout_calculator::describe::{Language, describe};
/// use payout_calculator::document::{Limits, from_json};
/// let text = r#"{ "version": 1, "currency": "USD", "payouts": [{ "event": "lead", "pay": { "fixed": "100" } }] }"#;
/// let contract = read_contract(&from_json(text, Limits::TERMS)?).map_err(|problems| format!("{problems:?}"))?;
/// assert_eq!(describe(&contract, Language::English)?, ["Lead: $100 each."]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn describe(contract: &Contract, language: Language) -> Result<Vec<String>, serde_json::Error> {
    let words = match language {
        Language::English => include_str!("../www/locales/terms/en.json"),
        Language::German => include_str!("../www/locales/terms/de.json"),
    };
    let templates: Templates = serde_json::from_str(words)?;
    let speech = Speech { templates, language, currency: contract.currency };
    Ok(ContractFacts::of(contract).summary.iter().map(|sentence| capital(&speech.phrase(&sentence.phrase))).collect())
}

struct Speech {
    templates: Templates,
    language: Language,
    currency: Currency,
}

impl Speech {
    fn phrase(&self, phrase: &Phrase) -> String {
        let counted = match phrase.value("count") {
            Some(Value::Number(count)) => *count == Number::ONE,
            _ => false,
        };
        let template = match self.templates.get(phrase.say.word()) {
            Some(Template::Plain(text)) => text,
            Some(Template::Counted { one, other }) => {
                if counted {
                    one
                } else {
                    other
                }
            }
            None => return phrase.say.word().to_owned(),
        };
        let mut said = String::with_capacity(template.len());
        let mut rest = template.as_str();
        while let Some((before, name, after)) = hole(rest) {
            said.push_str(before);
            if let Some(value) = phrase.value(name) {
                said.push_str(&self.value(value));
            }
            rest = after;
        }
        said.push_str(rest);
        said
    }

    fn value(&self, value: &Value) -> String {
        match value {
            Value::Money(amount) => self.money(*amount),
            Value::Rate(rate) => match self.language {
                Language::English => rate.to_string(),
                Language::German => rate.to_string().replace('.', ",").replace('%', "\u{a0}%"),
            },
            Value::Number(number) => self.number(&number.to_string()),
            Value::Date(date) => self.date(*date),
            Value::Text(text) => text.clone(),
            Value::Phrase(phrase) => self.phrase(phrase),
            Value::All(phrases) => self.list(phrases, ["and", "und"]),
            Value::Any(phrases) => self.list(phrases, ["or", "oder"]),
        }
    }

    fn list(&self, phrases: &[Phrase], [english, german]: [&str; 2]) -> String {
        let said: Vec<String> = phrases.iter().map(|phrase| self.phrase(phrase)).collect();
        let and = match self.language {
            Language::English if said.len() > 2 => format!(", {english} "),
            Language::English => format!(" {english} "),
            Language::German => format!(" {german} "),
        };
        match said.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, others)) => format!("{}{and}{last}", others.join(", ")),
            None => String::new(),
        }
    }

    fn money(&self, amount: Number) -> String {
        let places = if amount.is_integer() { 0 } else { self.currency.minor_units() };
        let amount = self.number(&amount.to_fixed(places));
        let symbol = self.currency.symbol();
        match self.language {
            Language::English if symbol.chars().all(char::is_alphabetic) => format!("{symbol}\u{a0}{amount}"),
            Language::English => format!("{symbol}{amount}"),
            Language::German => format!("{amount}\u{a0}{symbol}"),
        }
    }

    /// Digits in groups of three.
    fn number(&self, plain: &str) -> String {
        let (group, point) = match self.language {
            Language::English => (',', '.'),
            Language::German => ('.', ','),
        };
        let (whole, decimals) =
            plain.split_once('.').map_or((plain, None), |(whole, decimals)| (whole, Some(decimals)));
        let mut said = String::with_capacity(plain.len().saturating_add(4));
        for (place, digit) in whole.chars().enumerate() {
            let left = whole.len().saturating_sub(place);
            if place > 0 && left.is_multiple_of(3) && !said.ends_with('-') {
                said.push(group);
            }
            said.push(digit);
        }
        if let Some(decimals) = decimals {
            said.push(point);
            said.push_str(decimals);
        }
        said
    }

    fn date(&self, date: Date) -> String {
        const ENGLISH: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        const GERMAN: [&str; 12] = [
            "Januar",
            "Februar",
            "März",
            "April",
            "Mai",
            "Juni",
            "Juli",
            "August",
            "September",
            "Oktober",
            "November",
            "Dezember",
        ];
        let (year, month, day) = date.parts();
        let name =
            |names: [&'static str; 12]| names.get(usize::from(month).saturating_sub(1)).copied().unwrap_or_default();
        match self.language {
            Language::English => format!("{} {day}, {year}", name(ENGLISH)),
            Language::German => format!("{day}. {} {year}", name(GERMAN)),
        }
    }
}

/// The text before the first `{name}` of a template, the name, and the rest.
fn hole(template: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = template.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
