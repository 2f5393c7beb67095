//! JSON Schema for document types; only the generator in `examples/schema.rs` and its test use it.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::collections::Named;
use super::numbers::{Amounts, SignedAmount, Threshold};
use super::values::{Amount, Count, Label, Name, Quantity, SchemaLink, Version};
use crate::contract::{Test, TestDetail, Words};
use crate::events::Fact;
use crate::money::{Currency, Number, Rate, Rounding};
use crate::scenario::{Estimate, Range, Share};

/// One field of an object: its name, whether it must be there, its schema.
pub(crate) struct Field(&'static str, bool, Value);

/// The doc comment's paragraphs, with the line breaks of the source undone, except in examples.
fn text(doc: &str) -> String {
    let mut parts = Vec::new();
    for (index, part) in doc.split("```").enumerate() {
        if index % 2 == 1 {
            let lines: Vec<_> = part.trim_end().lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
            parts.push(format!("```{}\n```", lines.join("\n")));
            continue;
        }
        let paragraphs = part.split("\n\n").flat_map(|part| part.split("\n \n"));
        let joined = paragraphs.map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "));
        parts.extend(joined.filter(|part| !part.is_empty()));
    }
    parts.join("\n\n")
}

pub(crate) fn field<T: JsonSchema>(generator: &mut SchemaGenerator, key: &'static str, need: &str, doc: &str) -> Field {
    let mut schema = generator.subschema_for::<T>().to_value();
    let doc = text(doc);
    if let (Value::Object(fields), false) = (&mut schema, doc.is_empty()) {
        fields.insert("description".to_owned(), Value::String(doc));
    }
    Field(key, need == "required", schema)
}

pub(crate) fn object(doc: &str, fields: Vec<Field>) -> Schema {
    let required: Vec<_> = fields.iter().filter(|field| field.1).map(|field| field.0).collect();
    let required = json!(required);
    let properties: Map<String, Value> = fields.into_iter().map(|field| (field.0.to_owned(), field.2)).collect();
    json_schema!({
        "description": text(doc),
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

pub(crate) fn one_of(doc: &str, kinds: &[Schema]) -> Schema {
    json_schema!({ "description": text(doc), "oneOf": kinds })
}

pub(crate) fn choice(words: &[(&str, &str)]) -> Schema {
    let words: Vec<Value> =
        words.iter().map(|(word, doc)| json!({ "const": word, "description": text(doc) })).collect();
    json_schema!({ "oneOf": words })
}

macro_rules! plain {
    ($($name:ident = $schema:tt),+ $(,)?) => {$(
        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    )+};
}

/// A value, or the range that it lies in.
fn estimate(generator: &mut SchemaGenerator, value: &Schema, what: &str) -> Schema {
    let range = generator.subschema_for::<Range>();
    json_schema!({ "description": what, "anyOf": [value, range] })
}

impl JsonSchema for Estimate {
    fn schema_name() -> Cow<'static, str> {
        "Estimate".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let value = generator.subschema_for::<Amount>();
        estimate(generator, &value, "An amount or a number of things from 0 up, or the range that it lies in.")
    }
}

impl JsonSchema for Share {
    fn schema_name() -> Cow<'static, str> {
        "Share".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let value = generator.subschema_for::<Rate>();
        estimate(generator, &value, "A part of a whole, from 0 % to 100 %, or the range that it lies in.")
    }
}

impl<T: JsonSchema> JsonSchema for Named<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("NamedOf{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let values = generator.subschema_for::<T>();
        json_schema!({ "type": "object", "additionalProperties": values })
    }
}

impl JsonSchema for Test {
    fn schema_name() -> Cow<'static, str> {
        "Test".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (words, detail) = (generator.subschema_for::<Words>(), generator.subschema_for::<TestDetail>());
        json_schema!({
            "description": "What one fact must be like: a text, a list of texts of which one must be met, or an object of tests.",
            "anyOf": [words, detail],
        })
    }
}

plain! {
    SignedAmount = {
        "description": "A decimal amount; it may be negative.",
        "oneOf": [{ "type": "string", "pattern": "^-?[0-9]+(\\.[0-9]+)?$" }, { "type": "number" }],
    },
    Amounts = {
        "description": "An amount in the contract's currency, or one for each currency: {\"USD\": \"20\", \"EUR\": \"18\"}.",
        "oneOf": [
            { "type": "string", "pattern": "^[0-9]+(\\.[0-9]+)?$" },
            { "type": "number", "minimum": 0 },
            { "type": "object", "additionalProperties": { "type": ["string", "number"] }, "minProperties": 1 },
        ],
    },
    Threshold = {
        "description": "An amount or a count, or a share of a quota such as \"60%\".",
        "oneOf": [
            { "type": "string", "pattern": "^[0-9]+(\\.[0-9]+)?%?$" },
            { "type": "number", "minimum": 0 },
        ],
    },
    Fact = { "type": ["string", "number", "boolean"] },
    Words = {
        "anyOf": [
            { "type": ["string", "number", "boolean"] },
            { "type": "array", "items": { "type": ["string", "number", "boolean"] }, "minItems": 1 },
        ],
    },
    Amount = {
        "description": "A decimal amount from 0 up, in major units of the contract's currency.",
        "oneOf": [
            { "type": "string", "pattern": "^[0-9]+(\\.[0-9]+)?$" },
            { "type": "number", "minimum": 0 },
        ],
    },
    Count = {
        "description": "A whole number.",
        "oneOf": [
            { "type": "string", "pattern": "^[0-9]+$" },
            { "type": "integer", "minimum": 0, "maximum": 1_000_000_000_000_u64 },
        ],
    },
    Quantity = {
        "description": "A whole number.",
        "oneOf": [
            { "type": "string", "pattern": "^[0-9]+$" },
            { "type": "integer", "minimum": 0, "maximum": 1_000_000_000_000_u64 },
        ],
    },
    Currency = {
        "type": "string",
        "pattern": "^[A-Z]{3}$",
        "description": "An ISO 4217 currency code.",
    },
    Number = {
        "type": "string",
        "pattern": "^-?[0-9]+(\\.[0-9]+)?$",
        "description": "An exact decimal.",
    },
    Rate = {
        "type": "string",
        "pattern": "^[0-9]+(\\.[0-9]+)?%$",
        "description": "A rate, such as 10%.",
    },
    Rounding = {
        "enum": (Rounding::ALL.map(Rounding::name)),
        "description": "How an amount is rounded to fewer decimals.",
    },
    Name = { "type": "string", "minLength": 1, "maxLength": 100 },
    Label = { "type": "string", "minLength": 1, "maxLength": 300 },
    Version = { "const": 1 },
    SchemaLink = { "type": "string" },
}
