//! Why exercises, graphs and catalogues do not make a library. Each error names the culprit by a
//! path such as `exercises/back_squat/equipment`, so that it can be found in a file or the store.

use crate::domain::{ExerciseId, Explain, GraphId, Message};

/// What does not fit together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LibraryError {
    /// The text inside the binary does not have the shape of the types.
    #[error("the built-in library cannot be read ({0}); reinstall planwright")]
    Embedded(String),
    /// Two exercises or graphs have the same id.
    #[error("{path}: this id is used twice; rename or remove one of the two")]
    Duplicate {
        /// The culprit.
        path: String,
    },
    /// A catalogue does not hold the id that is referred to.
    #[error("{path}: {id} is not in the catalogue; add it there or correct the id")]
    UnknownEntry {
        /// Where the id stands.
        path: String,
        /// The id.
        id: String,
    },
    /// An edge or part names an exercise that is not there.
    #[error("{path}: there is no exercise {id}; add it or correct the id")]
    UnknownExercise {
        /// Where the id stands.
        path: String,
        /// The id.
        id: ExerciseId,
    },
    /// Following edges leads back to the start.
    #[error("graphs/{graph}: exercise {exercise} prepares itself; remove one edge of the cycle")]
    Cycle {
        /// A graph with an edge of the cycle.
        graph: GraphId,
        /// An exercise on the cycle.
        exercise: ExerciseId,
    },
    /// What comes later is meant for people at a lower level than what prepares it.
    #[error("{path}: the level falls along this edge; turn it round or correct a level")]
    LevelFalls {
        /// The edge.
        path: String,
    },
    /// What comes later is allowed at a younger age than what prepares it.
    #[error("{path}: the youngest age falls along this edge; correct one of the ages")]
    AgeFalls {
        /// The edge.
        path: String,
    },
}

impl Explain for LibraryError {
    fn message(&self) -> Message {
        match self {
            Self::Embedded(reason) => {
                Message::new("error-library-embedded").with("reason", reason.as_str())
            }
            Self::Duplicate { path } => {
                Message::new("error-library-duplicate").with("path", path.as_str())
            }
            Self::UnknownEntry { path, id } => Message::new("error-library-unknown-entry")
                .with("path", path.as_str())
                .with("id", id.as_str()),
            Self::UnknownExercise { path, id } => Message::new("error-library-unknown-exercise")
                .with("path", path.as_str())
                .with("id", id.as_str()),
            Self::Cycle { graph, exercise } => Message::new("error-library-cycle")
                .with("graph", graph.as_str())
                .with("exercise", exercise.as_str()),
            Self::LevelFalls { path } => {
                Message::new("error-library-level-falls").with("path", path.as_str())
            }
            Self::AgeFalls { path } => {
                Message::new("error-library-age-falls").with("path", path.as_str())
            }
        }
    }
}
