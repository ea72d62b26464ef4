//! Short names for exercises: `e1`, `e2`, … in the order of their ids, so that the same pool
//! always gets the same names and a base conversation stays the same byte for byte.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::domain::ExerciseId;

/// Exercises and their short names.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(from = "Vec<ExerciseId>", into = "Vec<ExerciseId>")]
pub struct IdTable {
    ids: Vec<ExerciseId>,
    places: BTreeMap<ExerciseId, usize>,
}

impl IdTable {
    /// The table of a pool.
    #[must_use]
    pub fn new(pool: impl IntoIterator<Item = ExerciseId>) -> Self {
        let sorted: BTreeSet<ExerciseId> = pool.into_iter().collect();
        Self::from(sorted.into_iter().collect::<Vec<_>>())
    }

    /// The short name of an exercise.
    #[must_use]
    pub fn short(&self, id: &ExerciseId) -> Option<String> {
        self.places.get(id).map(|place| format!("e{}", place + 1))
    }

    /// The exercise of a short name.
    #[must_use]
    pub fn long(&self, short: &str) -> Option<&ExerciseId> {
        let place: usize = short.strip_prefix('e')?.parse().ok()?;
        self.ids.get(place.checked_sub(1)?)
    }

    /// The exercises, `e1` first.
    #[must_use]
    pub fn ids(&self) -> &[ExerciseId] {
        &self.ids
    }
}

impl From<Vec<ExerciseId>> for IdTable {
    fn from(ids: Vec<ExerciseId>) -> Self {
        let places = ids.iter().cloned().zip(0..).collect();
        Self { ids, places }
    }
}

impl From<IdTable> for Vec<ExerciseId> {
    fn from(table: IdTable) -> Self {
        table.ids
    }
}
