//! Sets one by one into one prescription: equal values are said once, others set by set.

use super::fields::{Fields, LoadField};
use crate::domain::Span;

/// One prescription for sets that were written or logged one by one. An entry with a number of
/// sets stands for that many.
#[must_use]
pub(super) fn gathered(sets: impl IntoIterator<Item = Fields>) -> Fields {
    let mut all = Fields::default();
    let mut reps: Vec<Span<u16>> = Vec::new();
    let mut loads: Vec<LoadField> = Vec::new();
    let (mut total, mut entries, mut counted) = (0_u16, 0, false);
    for mut set in sets {
        entries += 1;
        let listed = set.reps_list.len().max(set.loads_list.len()) as u16;
        let count = set.sets.map_or(listed.max(1), |sets| sets.min.max(1));
        counted |= set.sets.is_some() || listed > 1;
        total = total.saturating_add(count);
        for at in 0..usize::from(count.min(MOST)) {
            reps.extend(set.reps_list.get(at).copied().or(set.reps));
            loads.extend(set.loads_list.get(at).copied().or(set.load));
        }
        (set.sets, set.reps, set.load) = (None, None, None);
        set.reps_list.clear();
        set.loads_list.clear();
        all.amrap |= set.amrap;
        all.fill(&set);
    }
    if counted || entries > 1 {
        all.sets = Some(Span::exactly(total));
    }
    match reps.as_slice() {
        [first, rest @ ..] if rest.iter().all(|next| next == first) => all.reps = Some(*first),
        _ => all.reps_list = reps,
    }
    match loads.as_slice() {
        [first, rest @ ..] if rest.iter().all(|next| next.value == first.value) => {
            all.load = Some(*first);
        }
        _ => all.loads_list = loads,
    }
    all
}

/// Most sets written out of one entry; nobody does more.
const MOST: u16 = 99;
