//! Answers, as JSON text.
//!
//! Written by hand, since it is compiled for every type of an answer: without an error to pass on it weighs a third of
//! `serde_json`'s writer, and a quarter of building JavaScript values field by field, which takes twice as long too.

use std::fmt::{self, Write};

use serde::ser::{self, Serialize};

/// The JSON text of an answer.
///
/// Answers hold text, whole numbers, truth values, lists and records; amounts are text in them.
#[must_use]
pub fn to_json<T: Serialize + ?Sized>(answer: &T) -> String {
    let mut text = Text(String::new());
    match answer.serialize(&mut text) {
        Ok(()) => text.0,
        Err(never) => match never {},
    }
}

struct Text(String);

/// There is no error in writing to memory.
#[derive(Debug)]
enum Never {}

impl fmt::Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

impl ser::Error for Never {
    // For types that refuse to be written; there is none here.
    fn custom<T: fmt::Display>(_: T) -> Self {
        std::process::abort()
    }
}

impl Write for Text {
    #[inline(never)]
    fn write_str(&mut self, text: &str) -> fmt::Result {
        // Nearly all text is copied as it stands.
        if text.bytes().all(|byte| byte >= b' ' && byte != b'"' && byte != b'\\') {
            self.0.push_str(text);
            return Ok(());
        }
        for letter in text.chars() {
            match letter {
                '"' => self.0.push_str("\\\""),
                '\\' => self.0.push_str("\\\\"),
                '\n' => self.0.push_str("\\n"),
                '\r' => self.0.push_str("\\r"),
                '\t' => self.0.push_str("\\t"),
                '\u{8}' => self.0.push_str("\\b"),
                '\u{c}' => self.0.push_str("\\f"),
                ..' ' => {
                    const DIGITS: [char; 16] =
                        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
                    let code = usize::try_from(u32::from(letter)).unwrap_or_default();
                    self.0.push_str("\\u00");
                    self.0.extend([code / 16, code % 16].iter().filter_map(|digit| DIGITS.get(*digit)));
                }
                letter => self.0.push(letter),
            }
        }
        Ok(())
    }
}

impl Text {
    #[inline(never)]
    fn text(&mut self, text: &str) {
        self.0.push('"');
        // Writing to memory does not fail.
        let _ = self.write_str(text);
        self.0.push('"');
    }

    /// A comma, unless this is the first of its list or record.
    #[inline(never)]
    fn next(&mut self) {
        if !self.0.ends_with(['[', '{']) {
            self.0.push(',');
        }
    }

    #[inline(never)]
    fn key(&mut self, key: &str) {
        self.next();
        self.text(key);
        self.0.push(':');
    }

    #[inline(never)]
    fn variant(&mut self, name: &str) {
        self.0.push('{');
        self.key(name);
    }
}

/// A list or record that is being written, and what closes it.
struct Open<'t> {
    text: &'t mut Text,
    end: &'static str,
}

impl<'t> Open<'t> {
    fn new(text: &'t mut Text, start: char, end: &'static str) -> Self {
        text.0.push(start);
        Self { text, end }
    }

    fn end(self) {
        self.text.0.push_str(self.end);
    }
}

macro_rules! whole_numbers {
    ($($method:ident: $type:ty),+) => {$(
        fn $method(self, value: $type) -> Result<(), Never> {
            let _ = write!(self.0, "{value}");
            Ok(())
        }
    )+};
}

impl<'t> ser::Serializer for &'t mut Text {
    type Ok = ();
    type Error = Never;
    type SerializeSeq = Open<'t>;
    type SerializeTuple = Open<'t>;
    type SerializeTupleStruct = Open<'t>;
    type SerializeTupleVariant = Open<'t>;
    type SerializeMap = Open<'t>;
    type SerializeStruct = Open<'t>;
    type SerializeStructVariant = Open<'t>;

    whole_numbers!(
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64, serialize_i128: i128,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64
    );

    fn serialize_bool(self, value: bool) -> Result<(), Never> {
        self.0.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_f32(self, value: f32) -> Result<(), Never> {
        self.serialize_f64(value.into())
    }

    fn serialize_f64(self, value: f64) -> Result<(), Never> {
        if value.is_finite() {
            let _ = write!(self.0, "{value}");
            return Ok(());
        }
        self.serialize_unit()
    }

    fn serialize_char(self, value: char) -> Result<(), Never> {
        self.collect_str(&value)
    }

    fn serialize_str(self, value: &str) -> Result<(), Never> {
        self.text(value);
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), Never> {
        self.collect_seq(value)
    }

    fn serialize_none(self) -> Result<(), Never> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Never> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Never> {
        self.0.push_str("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Never> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Never> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Never> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Never> {
        self.variant(variant);
        value.serialize(&mut *self)?;
        self.0.push('}');
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Open<'t>, Never> {
        Ok(Open::new(self, '[', "]"))
    }

    fn serialize_tuple(self, _: usize) -> Result<Open<'t>, Never> {
        Ok(Open::new(self, '[', "]"))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Open<'t>, Never> {
        Ok(Open::new(self, '[', "]"))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Open<'t>, Never> {
        self.variant(variant);
        Ok(Open::new(self, '[', "]}"))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Open<'t>, Never> {
        Ok(Open::new(self, '{', "}"))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Open<'t>, Never> {
        Ok(Open::new(self, '{', "}"))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Open<'t>, Never> {
        self.variant(variant);
        Ok(Open::new(self, '{', "}}"))
    }

    fn collect_str<T: fmt::Display + ?Sized>(self, value: &T) -> Result<(), Never> {
        self.0.push('"');
        let _ = write!(self, "{value}");
        self.0.push('"');
        Ok(())
    }
}

macro_rules! lists {
    ($($trait:ident $method:ident),+) => {$(
        impl ser::$trait for Open<'_> {
            type Ok = ();
            type Error = Never;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
                self.text.next();
                value.serialize(&mut *self.text)
            }

            fn end(self) -> Result<(), Never> {
                Open::end(self);
                Ok(())
            }
        }
    )+};
}

macro_rules! records {
    ($($trait:ident),+) => {$(
        impl ser::$trait for Open<'_> {
            type Ok = ();
            type Error = Never;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Never> {
                self.text.key(key);
                value.serialize(&mut *self.text)
            }

            fn end(self) -> Result<(), Never> {
                Open::end(self);
                Ok(())
            }
        }
    )+};
}

lists!(
    SerializeSeq serialize_element,
    SerializeTuple serialize_element,
    SerializeTupleStruct serialize_field,
    SerializeTupleVariant serialize_field
);
records!(SerializeStruct, SerializeStructVariant);

impl ser::SerializeMap for Open<'_> {
    type Ok = ();
    type Error = Never;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Never> {
        self.text.next();
        // Keys are texts.
        key.serialize(&mut *self.text)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
        self.text.0.push(':');
        value.serialize(&mut *self.text)
    }

    fn end(self) -> Result<(), Never> {
        Open::end(self);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::to_json;

    #[test]
    fn text_with_every_letter_that_json_escapes_reads_as_what_it_was() {
        let text: String = ('\0'..='\u{ff}').chain(['\u{2028}', '\u{1f600}']).collect();
        let written = to_json(&text);
        assert_eq!(serde_json::from_str::<String>(&written).expect("it is JSON"), text);
        assert_eq!(written, serde_json::to_string(&text).expect("it can be written"));
    }
}
