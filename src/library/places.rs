//! Where an exercise stands, by its id, in constant time: a plan of a year names exercises some
//! ten thousand times, and comparing strings a dozen times each was most of a lint run.

use std::sync::Arc;

use crate::domain::Exercise;

/// An open table of positions; ids are compared in the library, not kept here.
#[derive(Debug)]
pub(super) struct Places {
    /// Position + 1, or 0 for an empty place. The length is a power of two, at most half full.
    table: Vec<u32>,
}

impl Places {
    /// The table of a library whose ids differ.
    pub(super) fn new(exercises: &[Arc<Exercise>]) -> Self {
        let size = (exercises.len() * 2).next_power_of_two().max(2);
        let mut places = Self { table: vec![0; size] };
        for (number, exercise) in (1_u32..).zip(exercises) {
            let free = places.probe(exercise.id.as_str()).find(|at| places.at(*at) == 0);
            if let Some(place) = free.and_then(|at| places.table.get_mut(at)) {
                *place = number;
            }
        }
        places
    }

    /// Where the exercise with this id stands in `exercises`, the list the table was made from.
    pub(super) fn of(&self, id: &str, exercises: &[Arc<Exercise>]) -> Option<usize> {
        for at in self.probe(id) {
            let position = (self.at(at) as usize).checked_sub(1)?;
            if exercises.get(position)?.id.as_str() == id {
                return Some(position);
            }
        }
        None
    }

    fn at(&self, place: usize) -> u32 {
        self.table.get(place).copied().unwrap_or(0)
    }

    /// The places an id may stand at, the likeliest first.
    fn probe(&self, id: &str) -> impl Iterator<Item = usize> + use<> {
        let mask = self.table.len() - 1;
        let first = hash(id) as usize;
        (0..=mask).map(move |step| first.wrapping_add(step) & mask)
    }
}

/// FNV-1a over eight bytes at a time, with a last mix so that the low bits depend on all.
fn hash(id: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for chunk in id.as_bytes().chunks(8) {
        let word = chunk.iter().fold(0_u64, |word, byte| word << 8 | u64::from(*byte));
        hash = (hash ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        hash ^= hash >> 29;
    }
    hash ^ (hash >> 32)
}
