//! What can be changed about the library, as values: from the screen and from the command line.

use crate::domain::{
    CatalogueEntry, CatalogueKind, Exercise, ExerciseId, GraphId, Message, ProgressionGraph,
    Visibility,
};

/// For whom a name is taught.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Teaching {
    /// The coach alone.
    Me,
    /// Every coach of the club.
    Club,
}

/// One change of the library.
#[derive(Debug, Clone, PartialEq)]
pub enum LibraryChange {
    /// Adds an exercise, or the club's or the coach's version of one.
    Exercise(Box<Exercise>),
    /// Gives the own version of a built-in exercise up.
    TakeBuiltIn(ExerciseId),
    /// Stays with the own version although the built-in exercise has changed.
    KeepMine(ExerciseId),
    /// Adds a progression, or the club's version of one.
    Graph(Box<ProgressionGraph>),
    /// Gives the club's version of a progression up.
    DropGraph(GraphId),
    /// Adds an entry to a list, or changes an own one.
    Entry(CatalogueKind, Box<CatalogueEntry>),
    /// Teaches a name for an exercise.
    Teach(String, ExerciseId, Teaching),
    /// Forgets a taught name.
    Forget(String, Teaching),
}

impl LibraryChange {
    /// What is said once it is done.
    #[must_use]
    pub fn said(&self) -> Message {
        match self {
            Self::Exercise(exercise) => {
                let id = match exercise.visibility {
                    Visibility::Archived => "library-archived",
                    _ => "library-saved",
                };
                Message::new(id).with("name", &exercise.name)
            }
            Self::TakeBuiltIn(_) => Message::new("library-took-built-in"),
            Self::KeepMine(_) => Message::new("library-kept-mine"),
            Self::Graph(graph) => Message::new("library-graph-saved").with("name", &graph.name),
            Self::DropGraph(_) => Message::new("library-graph-dropped"),
            Self::Entry(_, entry) => {
                let id = if entry.is_archived() { "library-archived" } else { "library-saved" };
                Message::new(id).with("name", &entry.name)
            }
            Self::Teach(name, ..) => Message::new("library-taught").with("name", name.as_str()),
            Self::Forget(name, _) => Message::new("library-forgot").with("name", name.as_str()),
        }
    }
}
