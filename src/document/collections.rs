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
        let mut read: Self = Self::with_capacity(entries(node));
        let complete = at.each(node, &mut |entry, at| {
            let value = T::read(entry, at);
            let is_read = value.is_some();
            read.extend(value);
            is_read
        });
        complete.then_some(read)
    }
}

/// How many entries a list has.
fn entries(node: &Node) -> usize {
    if let Node::List(entries) = node { entries.len() } else { 0 }
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
