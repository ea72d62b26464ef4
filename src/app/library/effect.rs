//! What the library screen asks for outside, and what comes back.

use std::sync::Arc;

use crate::app::Ticket;
use crate::app::picker::Target;
use crate::domain::{Bilingual, ExerciseId};
use crate::library::{Library, Listing, Wanted};

/// Something the library screen wants done outside.
#[derive(Debug, Clone)]
pub enum LibraryEffect {
    /// List exercises of a library.
    Browse(Ticket, Arc<Library>, Box<Wanted>),
    /// Find the plans that hold an exercise.
    FindUses(Ticket, ExerciseId),
}

/// Something that came back.
#[derive(Debug, Clone)]
pub enum LibraryReply {
    /// Exercises, as places in the library they were asked of.
    Listed(Ticket, Box<Listing>),
    /// Plans that hold the exercise, newest first.
    Uses(Ticket, Vec<Use>),
}

/// A plan that holds an exercise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// What sort of plan it is.
    pub kind: UseKind,
    /// Its title.
    pub title: Bilingual,
    /// Its day, or whatever else tells it from others.
    pub detail: String,
    /// What opening it opens, where it can be opened.
    pub target: Option<Target>,
}

/// Sort of a plan that holds an exercise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UseKind {
    /// A unit.
    Unit,
    /// A framework.
    Framework,
    /// An exercise built of parts.
    Combination,
}

impl UseKind {
    /// Key of its name in the message catalogue.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Unit => "use-unit",
            Self::Framework => "use-framework",
            Self::Combination => "use-combination",
        }
    }
}
