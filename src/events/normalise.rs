//! Stage 2 of the order of evaluation: each event once, in order.

use std::collections::BTreeMap;

use super::Event;
use crate::document::{Code, DocumentKind, Problem, Problems};

/// An event in its place in the order, knowing where in the list it came from.
#[derive(Clone, Debug)]
pub struct Normalised {
    /// The event.
    pub event: Event,
    /// Its index in the list that was given; of folded events, the first one's.
    pub index: usize,
}

/// Orders events by date, then id, then what they say; takes an id once, and folds equal events without id into one count.
///
/// So the order of the list does not matter, and `n` equal events are the same as one with the count `n`.
///
/// # Errors
/// Two events with one id that say different things.
pub fn normalise(events: Vec<Event>) -> Result<Vec<Normalised>, Vec<Problem>> {
    let mut problems = Problems::new(DocumentKind::Events);
    let mut by_id: BTreeMap<String, usize> = BTreeMap::new();
    let mut kept: Vec<Normalised> = Vec::with_capacity(events.len());
    for (index, event) in events.into_iter().enumerate() {
        if let Some(id) = &event.id {
            if let Some(first) = by_id.get(id.as_str()).and_then(|position| kept.get(*position)) {
                if first.event != event {
                    problems.push(Problem {
                        document: DocumentKind::Events,
                        code: Code::ConflictingId,
                        path: format!("/{index}/id"),
                        message: format!("The event {} has this id too, and says something else.", first.index),
                        expected: "one event for each id".to_owned(),
                        got: id.as_str().to_owned(),
                        hint: Some("Give each event an id of its own, or none.".to_owned()),
                    });
                }
                continue;
            }
            by_id.insert(id.as_str().to_owned(), kept.len());
        }
        kept.push(Normalised { event, index });
    }
    let problems = problems.into_vec();
    if !problems.is_empty() {
        return Err(problems);
    }
    kept.retain(|kept| kept.event.count.get() > 0);
    kept.sort_unstable_by(|one, other| order(&one.event).cmp(&order(&other.event)).then(one.index.cmp(&other.index)));
    kept.dedup_by(|later, earlier| {
        let same = later.event.id.is_none() && order(&later.event) == order(&earlier.event);
        if same {
            earlier.event.count = earlier.event.count.plus(later.event.count);
        }
        same
    });
    Ok(kept)
}

/// What events are ordered by: everything but the count.
fn order(event: &Event) -> impl Ord + use<'_> {
    let Event { id, kind, date, count: _, amount, recurring, contract_value } = event;
    let recurring = recurring.as_ref().map(|recurring| (recurring.amount, recurring.payments));
    (date, id.is_some(), id, kind, amount, recurring, contract_value)
}
