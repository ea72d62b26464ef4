//! What the library screen asks a coach for: in a line to type, or in a list to choose from.

use super::Teaching;
use crate::domain::{CatalogueKind, ExerciseId, GraphId};

/// What a typed line is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LibraryLine {
    /// Another name for an exercise.
    Teach(ExerciseId, Teaching),
    /// Name of a new progression that begins with an exercise.
    GraphName(ExerciseId),
    /// What gets harder from one exercise to another; the progression has its name where it is
    /// new.
    Harder {
        /// The progression.
        graph: GraphId,
        /// Its name, where it is new.
        name: Option<String>,
        /// The exercise that prepares.
        from: ExerciseId,
        /// The exercise that follows.
        to: ExerciseId,
    },
    /// Name of a new entry of a list, as `English / German`.
    NewEntry(CatalogueKind),
    /// New name of an entry.
    RenameEntry(CatalogueKind, String),
}

impl LibraryLine {
    /// Key of what the line is called in the message catalogue.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Teach(_, Teaching::Me) => "line-teach",
            Self::Teach(_, Teaching::Club) => "line-teach-club",
            Self::GraphName(_) => "line-graph-name",
            Self::Harder { .. } => "line-harder",
            Self::NewEntry(_) => "line-new-entry",
            Self::RenameEntry(..) => "line-rename-entry",
        }
    }

    /// Key of the help under the line.
    #[must_use]
    pub const fn help(&self) -> &'static str {
        match self {
            Self::Teach(..) => "line-teach-help",
            Self::Harder { .. } => "line-harder-help",
            Self::GraphName(_) | Self::NewEntry(_) | Self::RenameEntry(..) => "line-both-help",
        }
    }
}

/// What a list is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LibraryPick {
    /// A part of the combination in the form.
    Part,
    /// The progression an exercise gets a further step in.
    StepGraph(ExerciseId),
    /// The exercise a step leads to: from one, in a progression, with its name where it is new.
    StepTo(ExerciseId, GraphId, Option<String>),
}

impl LibraryPick {
    /// Key of the list's title in the message catalogue.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Part => "pick-part",
            Self::StepGraph(_) => "pick-step-graph",
            Self::StepTo(..) => "pick-step-to",
        }
    }
}
