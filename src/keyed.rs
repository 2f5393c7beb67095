//! Values by their keys, in little code: each use of a general map is compiled anew, and these few together weigh what two of those
//! do.

use std::hash::BuildHasher;

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

/// Values in the order of their keys. Adding a key beyond the last is cheap, and one in between moves those behind it: for keys
/// that are few, or come in their order.
#[derive(Clone, Debug)]
pub struct Sorted<K, V>(Vec<(K, V)>);

/// Values of things that are numbered from 0 up; of those that have none, the default.
#[derive(Clone, Debug)]
pub struct Dense<T>(Vec<T>);

/// Texts, numbered from 0 up in the order in which they came.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    numbers: Numbers,
    texts: Vec<String>,
}

/// Three numbers that name something together, numbered from 0 up in the order in which they came.
#[derive(Clone, Debug, Default)]
pub struct Triples {
    numbers: Numbers,
    triples: Vec<[u64; 3]>,
}

/// The only hash table: what a number stands for is known to those who ask.
#[derive(Clone, Debug, Default)]
struct Numbers {
    table: HashTable<(u64, u32)>,
}

impl<K, V> Default for Sorted<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord, V> Sorted<K, V> {
    /// The value of a key, if it has one.
    pub fn get(&self, key: &K) -> Option<&V> {
        self.0.get(self.place(key)).filter(|(known, _)| known == key).map(|(_, value)| value)
    }

    /// The value of a key, which is `blank` if it had none.
    #[expect(clippy::indexing_slicing, reason = "the place was found, or made, just before")]
    pub fn entry(&mut self, key: K, blank: V) -> &mut V {
        let place = self.place(&key);
        if self.0.get(place).is_none_or(|(known, _)| *known != key) {
            self.0.insert(place, (key, blank));
        }
        &mut self.0[place].1
    }

    fn place(&self, key: &K) -> usize {
        // Most keys are the last one, or come behind it.
        match self.0.last() {
            Some((last, _)) if last < key => self.0.len(),
            _ => self.0.partition_point(|(known, _)| known < key),
        }
    }

    /// The keys and their values, in the order of the keys.
    pub fn iter(&self) -> std::slice::Iter<'_, (K, V)> {
        self.0.iter()
    }
}

impl<K, V> IntoIterator for Sorted<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<T> Default for Dense<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Clone + Default> Dense<T> {
    /// The value of a number.
    pub fn get(&self, number: u32) -> T {
        usize::try_from(number).ok().and_then(|place| self.0.get(place)).cloned().unwrap_or_default()
    }

    /// The values in order.
    pub fn into_values(self) -> std::vec::IntoIter<T> {
        self.0.into_iter()
    }

    /// Gives a number a value.
    pub fn set(&mut self, number: u32, value: T) {
        let Ok(place) = usize::try_from(number) else { return };
        if place >= self.0.len() {
            self.0.resize(place.saturating_add(1), T::default());
        }
        if let Some(known) = self.0.get_mut(place) {
            *known = value;
        }
    }
}

impl Numbers {
    #[inline(never)]
    fn find(&self, hash: u64, same: &mut dyn FnMut(u32) -> bool) -> Option<u32> {
        self.table.find(hash, |(known, number)| *known == hash && same(*number)).map(|(_, number)| *number)
    }

    #[inline(never)]
    fn add(&mut self, hash: u64) -> u32 {
        let number = u32::try_from(self.table.len()).unwrap_or(u32::MAX);
        self.table.insert_unique(hash, (hash, number), |(hash, _)| *hash);
        number
    }

    #[inline(never)]
    fn hash(bytes: &[u8]) -> u64 {
        FxBuildHasher.hash_one(bytes)
    }
}

impl Texts {
    /// The number of a text that came before.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<u32> {
        self.found(Numbers::hash(text.as_bytes()), text)
    }

    fn found(&self, hash: u64, text: &str) -> Option<u32> {
        self.numbers.find(hash, &mut |number| at(&self.texts, number).is_some_and(|known| known == text))
    }

    /// The number of a text, and whether it is new.
    pub fn number(&mut self, text: &str) -> (u32, bool) {
        let hash = Numbers::hash(text.as_bytes());
        if let Some(number) = self.found(hash, text) {
            return (number, false);
        }
        self.texts.push(text.to_owned());
        (self.numbers.add(hash), true)
    }
}

impl Triples {
    /// The number of three numbers.
    pub fn number(&mut self, triple: [u64; 3]) -> u32 {
        let mut bytes = [0; 24];
        for (to, part) in bytes.chunks_exact_mut(8).zip(triple) {
            to.copy_from_slice(&part.to_le_bytes());
        }
        let hash = Numbers::hash(&bytes);
        let known =
            self.numbers.find(hash, &mut |number| at(&self.triples, number).is_some_and(|known| *known == triple));
        known.unwrap_or_else(|| {
            self.triples.push(triple);
            self.numbers.add(hash)
        })
    }
}

fn at<T>(list: &[T], number: u32) -> Option<&T> {
    list.get(usize::try_from(number).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_in_the_order_of_their_keys_whatever_order_they_came_in() {
        let mut map = Sorted::default();
        for key in [3, 1, 2, 3, 1] {
            *map.entry(key, 0) += key;
        }
        assert_eq!(map.get(&3), Some(&6));
        assert_eq!(map.get(&4), None);
        assert_eq!(map.into_iter().collect::<Vec<_>>(), [(1, 2), (2, 2), (3, 6)]);
    }

    #[test]
    fn what_has_no_value_has_the_default() {
        let mut dense = Dense::default();
        dense.set(2, 7);
        assert_eq!([dense.get(0), dense.get(2), dense.get(9)], [0, 7, 0]);
    }

    #[test]
    fn texts_and_triples_are_numbered_as_they_come() {
        let mut texts = Texts::default();
        for turn in 0..2 {
            for number in 0..1_000 {
                assert_eq!(texts.number(&format!("text {number}")), (number, turn == 0));
            }
        }
        assert_eq!(texts.find("text 999"), Some(999));
        assert_eq!(texts.find("text 1000"), None);
        let mut triples = Triples::default();
        assert_eq!([[1, 2, 3], [3, 2, 1], [1, 2, 3]].map(|triple| triples.number(triple)), [0, 1, 0]);
    }
}
