//! What a club and a coach made of the built-in library, put together with it. What does not fit
//! (any more) is set aside with the reason, so that one wrong edge never keeps a coach from planning.

use std::collections::HashMap;

use super::{Library, LibraryData, LibraryError};
use crate::domain::{CatalogueEntry, CatalogueKind, Exercise, ExerciseId, ProgressionGraph};

/// Exercises, progressions and list entries beside the built-in ones, or in their place.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Changes {
    /// Exercises added, changed or archived.
    pub exercises: Vec<Exercise>,
    /// Progressions added or changed.
    pub graphs: Vec<ProgressionGraph>,
    /// Entries added to the lists.
    pub entries: Vec<(CatalogueKind, CatalogueEntry)>,
}

/// A library, and what could not be used for it.
#[derive(Debug)]
pub struct Assembled {
    /// The library.
    pub library: Library,
    /// Why each change that was left out does not fit.
    pub set_aside: Vec<LibraryError>,
}

impl Changes {
    /// Puts an exercise in, in place of one with its id.
    pub fn put_exercise(&mut self, exercise: Exercise) {
        self.exercises.retain(|known| known.id != exercise.id);
        self.exercises.push(exercise);
    }

    /// Puts a progression in, in place of one with its id.
    pub fn put_graph(&mut self, graph: ProgressionGraph) {
        self.graphs.retain(|known| known.id != graph.id);
        self.graphs.push(graph);
    }

    /// Puts an entry into a list, in place of one with its id.
    pub fn put_entry(&mut self, kind: CatalogueKind, entry: CatalogueEntry) {
        self.entries.retain(|(list, known)| *list != kind || known.id != entry.id);
        self.entries.push((kind, entry));
    }

    /// Takes the change out that an error names; whether there is one.
    fn set_aside(&mut self, error: &LibraryError) -> bool {
        let before = self.exercises.len() + self.graphs.len();
        match error {
            LibraryError::Embedded(_) => {}
            LibraryError::Cycle { graph, .. } => {
                self.graphs.retain(|known| known.id != *graph);
                if before == self.exercises.len() + self.graphs.len() {
                    // the edge of the cycle that was found is ours; another one is not
                    self.graphs.pop();
                }
            }
            LibraryError::Duplicate { path }
            | LibraryError::UnknownEntry { path, .. }
            | LibraryError::UnknownExercise { path, .. }
            | LibraryError::LevelFalls { path }
            | LibraryError::AgeFalls { path } => self.drop_named(path),
        }
        self.exercises.len() + self.graphs.len() < before
    }

    /// Takes out what a path such as `exercises/squat/skills` or `graphs/falls/a->b` names.
    fn drop_named(&mut self, path: &str) {
        let mut parts = path.split('/');
        match (parts.next(), parts.next(), parts.next()) {
            (Some("exercises"), Some(id), _) => {
                self.exercises.retain(|exercise| exercise.id.as_str() != id);
            }
            (Some("graphs"), Some(id), edge) => {
                let before = self.graphs.len();
                self.graphs.retain(|graph| graph.id.as_str() != id);
                if before == self.graphs.len() {
                    let ends = edge.and_then(|edge| edge.split_once("->"));
                    self.exercises.retain(|exercise| {
                        ends.is_none_or(|(from, to)| {
                            exercise.id.as_str() != from && exercise.id.as_str() != to
                        })
                    });
                }
            }
            _ => {}
        }
    }
}

impl LibraryData {
    /// The same with changes in place of, or beside, what is there.
    #[must_use]
    pub fn with(mut self, changes: Changes) -> Self {
        let places: HashMap<ExerciseId, usize> =
            self.exercises.iter().enumerate().map(|(at, known)| (known.id.clone(), at)).collect();
        for exercise in changes.exercises {
            match places.get(&exercise.id).and_then(|at| self.exercises.get_mut(*at)) {
                Some(known) => *known = exercise,
                None => self.exercises.push(exercise),
            }
        }
        for graph in changes.graphs {
            match self.graphs.iter_mut().find(|known| known.id == graph.id) {
                Some(known) => *known = graph,
                None => self.graphs.push(graph),
            }
        }
        for (kind, entry) in changes.entries {
            // what ships under the same id by now has the better facts
            if self.catalogues.entry(kind, &entry.id).is_none() {
                self.catalogues.put(kind, entry);
            }
        }
        self
    }
}

/// The built-in library with as many of the changes as fit.
///
/// # Errors
/// [`LibraryError`] when the built-in library itself cannot be used.
pub fn assemble(
    built_in: impl Fn() -> Result<LibraryData, LibraryError>,
    mut changes: Changes,
) -> Result<Assembled, LibraryError> {
    let mut set_aside = Vec::new();
    loop {
        match Library::from_data(built_in()?.with(changes.clone())) {
            Ok(library) => return Ok(Assembled { library, set_aside }),
            Err(error) => {
                if !changes.set_aside(&error) {
                    if changes == Changes::default() {
                        return Err(error);
                    }
                    changes = Changes::default();
                }
                set_aside.push(error);
            }
        }
    }
}

/// What tells two versions of an exercise apart: the keys of its data file whose values differ.
#[must_use]
pub fn differences(one: &Exercise, other: &Exercise) -> Vec<&'static str> {
    let fields = [
        ("name", one.name != other.name),
        ("aliases", one.aliases != other.aliases),
        ("parts", one.kind != other.kind),
        ("category", one.category != other.category),
        ("patterns", one.patterns != other.patterns),
        ("muscles", one.primary != other.primary || one.secondary != other.secondary),
        ("equipment", one.equipment != other.equipment),
        ("mechanic", one.mechanic != other.mechanic),
        ("unilateral", one.unilateral != other.unilateral),
        ("level", one.level != other.level),
        ("age", one.min_age != other.min_age),
        ("contra", one.contra != other.contra),
        ("skills", one.skills != other.skills),
        ("focus", one.focus != other.focus),
        ("types", one.training_types != other.training_types),
        ("groups", one.target_groups != other.target_groups),
        ("styles", one.styles != other.styles),
        ("partner", one.partner != other.partner),
        ("doses", one.doses != other.doses),
        ("increment", one.increment_kg != other.increment_kg),
        ("minutes", one.minutes != other.minutes),
        ("fact", one.fact != other.fact),
    ];
    fields.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name).collect()
}
