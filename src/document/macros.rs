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

        impl $crate::document::Read for $name {
            #[inline(never)]
            fn read(node: &$crate::document::Node, at: &mut $crate::document::Reader) -> Option<Self> {
                at.word(node, &[$( ($word, Self::$variant) ),+])
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
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
            #[inline(never)]
            fn read(node: &$crate::document::Node, at: &mut $crate::document::Reader) -> Option<Self> {
                let fields = at.fields(node, &[$($key),+], "an object")?;
                $( let mut $field: Option<$type> = None; )+
                let slots: &mut [$crate::document::Slot] =
                    &mut [$( $crate::document::Slot::new($key, $crate::document::must!($need), &mut $field) ),+];
                let complete = at.fill(fields, slots);
                if !complete {
                    return None;
                }
                let read = Self { $( $field: $crate::document::given!($need $field) ),+ };
                $( $check(&read, at); )?
                Some(read)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
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
            #[inline(never)]
            fn read(node: &$crate::document::Node, at: &mut $crate::document::Reader) -> Option<Self> {
                let known = &[$($tag, $($key,)*)+];
                let fields = at.fields(node, known, "an object")?;
                match at.tag(fields, &[$($tag),+])? {
                    $(
                        $tag => {
                            at.misplaced(fields, &[$tag, $($key),*], $tag, known);
                            let mut $main: Option<$main_type> = None;
                            $( let mut $field: Option<$type> = None; )*
                            let slots: &mut [$crate::document::Slot] = &mut [
                                $crate::document::Slot::new($tag, true, &mut $main),
                                $( $crate::document::Slot::new($key, $crate::document::must!($need), &mut $field) ),*
                            ];
                            let complete = at.fill(fields, slots);
                            if !complete {
                                return None;
                            }
                            Some(Self::$variant { $main: $main?, $( $field: $crate::document::given!($need $field) ),* })
                        }
                    )+
                    _ => None,
                }
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
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

/// A field's value, once all fields could be read: it is there, or it need not be.
macro_rules! given {
    (required $field:ident) => {
        $field?
    };
    (optional $field:ident) => {
        $field
    };
    (defaulted $field:ident) => {
        $field.unwrap_or_default()
    };
}

/// The Rust type of a record's field.
macro_rules! field {
    (required $type:ty) => { $type };
    (defaulted $type:ty) => { $type };
    (optional $type:ty) => { Option<$type> };
}

pub(crate) use {choice, field, given, must, one_of, record};
