//! What the people have been taught: whether the steps that lead to an exercise were trained.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Category, Exercise, ExerciseId, Level};
use crate::library::Library;

use super::ContextPack;

/// Units of history from which something that never occurs counts as never trained.
const ENOUGH_UNITS: usize = 3;

/// Exercises trained, planned or mastered, with everything that leads to them in a graph.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Taught {
    ids: BTreeSet<ExerciseId>,
    /// Whether enough is known of these people to say that something was not trained.
    is_known: bool,
}

impl Taught {
    pub(super) fn new(pack: &ContextPack, library: &Library) -> Self {
        let mut ids = BTreeSet::new();
        let mut open: Vec<ExerciseId> = pack
            .known
            .iter()
            .chain(&pack.planned)
            .chain(pack.recent.iter().flatten())
            .cloned()
            .collect();
        while let Some(id) = open.pop() {
            if ids.insert(id.clone()) {
                open.extend(
                    library.prerequisites(&id).into_iter().map(|(_, edge)| edge.from.clone()),
                );
            }
        }
        Self { ids, is_known: !pack.known.is_empty() || pack.recent.len() >= ENOUGH_UNITS }
    }

    /// The first step that leads to the exercise, where none of them was trained.
    pub(super) fn missing(&self, exercise: &Exercise, library: &Library) -> Option<ExerciseId> {
        if !self.is_known || self.ids.contains(&exercise.id) {
            return None;
        }
        let before = library.prerequisites(&exercise.id);
        let first = before.first()?.1.from.clone();
        (!before.iter().any(|(_, edge)| self.ids.contains(&edge.from))).then_some(first)
    }

    /// Places of everything that must not be met unprepared, and was not prepared, with its first
    /// missing step: techniques and drills above the first level. A lift is learned by its lighter
    /// forms within the unit.
    pub(super) fn unprepared(&self, library: &Library) -> BTreeMap<usize, ExerciseId> {
        if !self.is_known {
            return BTreeMap::new();
        }
        let targets: BTreeSet<&ExerciseId> =
            library.graphs().iter().flat_map(|graph| &graph.edges).map(|edge| &edge.to).collect();
        let strict = |exercise: &Exercise| {
            matches!(exercise.category, Category::Technique | Category::Drill)
                && exercise.level > Level::Beginner
        };
        let found = targets.into_iter().filter_map(|id| {
            let at = library.position(id)?;
            let exercise = library.at(at).filter(|exercise| strict(exercise))?;
            Some((at, self.missing(exercise, library)?))
        });
        found.collect()
    }
}
