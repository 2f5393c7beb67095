//! Document types, each written once: the type, its reader, and its JSON Schema.

/// A word out of a list: an enum without data, its reader, its serializer and its schema; `= Variant` after its name is the default.
macro_rules! choice {
    (
        $(#[$meta:meta])*
        pub enum $name:ident $(= $default:ident)? { $( $(#[doc = $doc:literal])* $variant:ident => $word:literal ),+ $(,)? }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $( $(#[doc = $doc])* $variant ),+ }

        $(
            impl Default for $name {
                fn default() -> Self {
                    Self::$default
                }
            }
        )?

        impl $name {
            pub(crate) const ALL: &[Self] = &[$( Self::$variant ),+];

            /// The word that documents use.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $( Self::$variant => $word ),+ }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.word())
            }
        }

        impl $crate::document::Plain for $name {
            fn empty() -> Self {
                $crate::document::first!($( Self::$variant ),+)
            }

            fn plain(node: &$crate::document::Node, at: &mut $crate::document::Reader) -> Option<Self> {
                at.word(node, &[$( $word ),+]).and_then(|place| Self::ALL.get(place).copied())
            }
        }

        $crate::document::plain!($name);

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            // Two types of one name are two definitions.
            fn schema_id() -> std::borrow::Cow<'static, str> {
                concat!(module_path!(), "::", stringify!($name)).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $crate::document::schema::choice(&[$( ($word, concat!($($doc, "\n"),*)) ),+])
            }
        }
    };
}

/// An object with named fields: a struct, its reader and its schema.
///
/// Each field is `"name" => field: Type = required | optional | defaulted`. A function after `checked by` looks at what was read,
/// and reports what its fields say against each other.
macro_rules! record {
    (
        $(#[doc = $about:literal])+
        pub struct $name:ident {
            $( $(#[doc = $doc:literal])* $key:literal => $field:ident : $type:ty = $need:ident ),+ $(,)?
        }
        $( checked by $check:path )?
    ) => {
        $(#[doc = $about])+
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name { $( $(#[doc = $doc])* pub $field: $crate::document::field!($need $type) ),+ }

        impl $crate::document::Read for $name {
            fn blank() -> Self {
                Self { $( $field: $crate::document::unsaid!($need $type) ),+ }
            }

            #[inline(never)]
            fn read(&mut self, node: &$crate::document::Node, at: &mut $crate::document::Reader) -> bool {
                let fields: &[$crate::document::Field] = &[$( ($key, $crate::document::must!($need)) ),+];
                let complete = at.record(node, fields, &mut [$( &mut self.$field ),+]);
                $( if complete { $check(self, at); } )?
                complete
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            // Two types of one name are two definitions.
            fn schema_id() -> std::borrow::Cow<'static, str> {
                concat!(module_path!(), "::", stringify!($name)).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $crate::document::schema::object(concat!($($about, "\n"),+), vec![$(
                    $crate::document::schema::field::<$type>(
                        generator, $key, stringify!($need), concat!($($doc, "\n"),*),
                    )
                ),+])
            }
        }
    };
}

/// An object of one of several kinds, told by which of its tag fields is there: an enum, its reader and its schema.
///
/// Each kind is `Variant "tag" => field: Type { further fields as in record! }`. A field of another kind is reported.
macro_rules! one_of {
    (
        $(#[doc = $about:literal])+
        pub enum $name:ident {
            $(
                $(#[doc = $doc:literal])*
                $variant:ident $tag:literal => $main:ident : $main_type:ty {
                    $( $(#[doc = $inner_doc:literal])* $key:literal => $field:ident : $type:ty = $need:ident ),* $(,)?
                }
            ),+ $(,)?
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Clone, Debug, PartialEq)]
        pub enum $name {
            $(
                $(#[doc = $doc])*
                $variant {
                    $(#[doc = $doc])*
                    $main: $main_type,
                    $( $(#[doc = $inner_doc])* $field: $crate::document::field!($need $type) ),*
                }
            ),+
        }

        impl $crate::document::Read for $name {
            fn blank() -> Self {
                $crate::document::first!($(
                    Self::$variant {
                        $main: <$main_type as $crate::document::Read>::blank(),
                        $( $field: $crate::document::unsaid!($need $type) ),*
                    }
                ),+)
            }

            #[inline(never)]
            fn read(&mut self, node: &$crate::document::Node, at: &mut $crate::document::Reader) -> bool {
                let kinds: &[&[$crate::document::Field]] =
                    &[$( &[($tag, true), $( ($key, $crate::document::must!($need)) ),*] ),+];
                let Some((kind, known, fields)) = at.kind(node, kinds) else { return false };
                let mut places = 0_usize..;
                $(
                    if places.next() == Some(kind) {
                        let mut $main = <$main_type as $crate::document::Read>::blank();
                        $( let mut $field: $crate::document::field!($need $type) = $crate::document::unsaid!($need $type); )*
                        let complete = at.fill(fields, known, &mut [&mut $main, $( &mut $field ),*]);
                        *self = Self::$variant { $main, $( $field ),* };
                        return complete;
                    }
                )+
                false
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            // Two types of one name are two definitions.
            fn schema_id() -> std::borrow::Cow<'static, str> {
                concat!(module_path!(), "::", stringify!($name)).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let kinds = vec![$(
                    $crate::document::schema::object(concat!($($doc, "\n"),*), vec![
                        $crate::document::schema::field::<$main_type>(
                            generator, $tag, "required", concat!($($doc, "\n"),*),
                        ),
                        $(
                            $crate::document::schema::field::<$type>(
                                generator, $key, stringify!($need), concat!($($inner_doc, "\n"),*),
                            ),
                        )*
                    ])
                ),+];
                $crate::document::schema::one_of(concat!($($about, "\n"),+), &kinds)
            }
        }
    };
}

/// Whether a field must be there.
macro_rules! must {
    (required) => {
        true
    };
    ($need:ident) => {
        false
    };
}

/// Plain values are read like all others.
macro_rules! plain {
    ($($name:ty),+) => {$(
        impl $crate::document::Read for $name {
            fn blank() -> Self {
                $crate::document::Plain::empty()
            }

            fn read(&mut self, node: &$crate::document::Node, at: &mut $crate::document::Reader) -> bool {
                let Some(value) = $crate::document::Plain::plain(node, at) else { return false };
                *self = value;
                true
            }
        }
    )+};
}

/// What a field holds where the document does not say it.
macro_rules! unsaid {
    (required $type:ty) => {
        <$type as $crate::document::Read>::blank()
    };
    (optional $type:ty) => {
        None
    };
    (defaulted $type:ty) => {
        <$type>::default()
    };
}

macro_rules! first {
    ($first:expr $(, $other:expr)*) => {
        $first
    };
}

/// The Rust type of a record's field.
macro_rules! field {
    (required $type:ty) => { $type };
    (defaulted $type:ty) => { $type };
    (optional $type:ty) => { Option<$type> };
}

pub(crate) use {choice, field, first, must, one_of, plain, record, unsaid};
