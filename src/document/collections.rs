//! Readers of values that hold other values.

use super::node::Node;
use super::reader::{Plain, Read, Reader};
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

    /// Takes over the values of others, also where a name has one.
    #[inline(never)]
    pub(crate) fn set(&mut self, others: &Self)
    where
        T: Clone,
    {
        for (name, value) in &others.0 {
            self.0.retain(|(known, _)| known != name);
            let place = self.0.partition_point(|(known, _)| known < name);
            self.0.insert(place, (name.clone(), value.clone()));
        }
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T: Read> Read for Named<T> {
    fn blank() -> Self {
        Self(Vec::new())
    }

    fn read(&mut self, node: &Node, at: &mut Reader) -> bool {
        at.named(node, &mut |name, value, at| {
            let mut read = T::blank();
            let complete = read.read(value, at);
            if let Some(name) = name {
                // In the order of the names, so that what is written in another order is the same.
                let place = self.0.partition_point(|(known, _)| *known < name);
                self.0.insert(place, (name, read));
            }
            complete
        })
    }
}

impl<T: Read> Read for Vec<T> {
    fn blank() -> Self {
        Self::new()
    }

    fn read(&mut self, node: &Node, at: &mut Reader) -> bool {
        if let Node::List(entries) = node {
            self.reserve_exact(entries.len());
        }
        at.each(node, &mut |entry, at| {
            self.push(T::blank());
            self.last_mut().is_some_and(|value| value.read(entry, at))
        })
    }
}

impl Plain for bool {
    fn empty() -> Self {
        false
    }

    fn plain(node: &Node, at: &mut Reader) -> Option<Self> {
        if let Node::Bool(value) = node {
            return Some(*value);
        }
        at.wrong_type(node, "true or false");
        None
    }
}

crate::document::plain!(bool);
