//! Readers of values that hold other values.

use super::node::Node;
use super::reader::{Read, Reader};
use super::values::Name;

/// An object whose field names the author chose: each name with its value, in the order of the names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Named<T>(Vec<(Name, T)>);

impl<T> Default for Named<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Named<T> {
    /// The value with this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&T> {
        self.0.iter().find(|(known, _)| known.as_str() == name).map(|(_, value)| value)
    }

    /// Each name with its value.
    pub fn iter(&self) -> impl Iterator<Item = (&Name, &T)> {
        self.0.iter().map(|(name, value)| (name, value))
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T: Read> Read for Named<T> {
    fn read(node: &Node, at: &mut Reader) -> Option<Self> {
        let fields = at.any_fields(node)?;
        let mut read: Vec<(Name, T)> = Vec::with_capacity(fields.len());
        for (key, value) in fields {
            // Every entry is read, also after a bad one, so that every mistake is reported.
            let entry = at.inside(key, |at| {
                let name = Name::read(&Node::Text(key.clone()), at);
                let value = T::read(value, at);
                name.zip(value)
            });
            if let Some((name, value)) = entry {
                // In the order of the names, so that what is written in another order is the same.
                let place = read.partition_point(|(known, _)| *known < name);
                read.insert(place, (name, value));
            }
        }
        (read.len() == fields.len()).then_some(Self(read))
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(node: &Node, at: &mut Reader) -> Option<Self> {
        let Node::List(entries) = node else {
            at.wrong_type(node, "a list");
            return None;
        };
        let mut read = Vec::with_capacity(entries.len());
        for (index, entry) in entries.iter().enumerate() {
            // Every entry is read, also after a bad one, so that every mistake is reported.
            if let Some(value) = at.inside(&index.to_string(), |at| T::read(entry, at)) {
                read.push(value);
            }
        }
        (read.len() == entries.len()).then_some(read)
    }
}

impl<T: Read> Read for Box<T> {
    fn read(node: &Node, at: &mut Reader) -> Option<Self> {
        T::read(node, at).map(Self::new)
    }
}

impl Read for bool {
    fn read(node: &Node, at: &mut Reader) -> Option<Self> {
        if let Node::Bool(value) = node {
            return Some(*value);
        }
        at.wrong_type(node, "true or false");
        None
    }
}
