//! What the library screen asks for outside, and what comes back.

use std::sync::Arc;

use super::{LibraryChange, Teaching};
use crate::app::Target;
use crate::app::Ticket;
use crate::domain::{Bilingual, ExerciseId, Message};
use crate::library::{Library, Listing, Wanted};

/// Something the library screen wants done outside.
#[derive(Debug, Clone)]
pub enum LibraryEffect {
    /// List exercises of a library.
    Browse(Ticket, Arc<Library>, Box<Wanted>),
    /// Find the plans that hold an exercise, and the names taught for it.
    FindUses(Ticket, ExerciseId),
    /// Find exercises that are called like one of these names, but for one.
    FindSimilar(Ticket, Vec<String>, Option<ExerciseId>),
    /// Find the own versions of exercises whose built-in ones have changed.
    FindKept(Ticket),
    /// Change the library.
    Change(Ticket, Box<LibraryChange>),
}

/// Something that came back.
#[derive(Debug, Clone)]
pub enum LibraryReply {
    /// Exercises, as places in the library they were asked of.
    Listed(Ticket, Box<Listing>),
    /// Names taught for the exercise, then plans that hold it, newest first.
    Uses(Ticket, Vec<Use>),
    /// Exercises that are called alike, the most alike first.
    Similar(Ticket, Vec<Similar>),
    /// Own versions whose built-in exercises have changed.
    Kept(Ticket, Vec<Kept>),
    /// The library was changed.
    Changed(Ticket, Message),
    /// The change does not fit; nothing was changed.
    Refused(Ticket, Message),
}

/// An exercise that is called alike.
#[derive(Debug, Clone, PartialEq)]
pub struct Similar {
    /// Which one.
    pub exercise: ExerciseId,
    /// Its name.
    pub name: Bilingual,
    /// How sure it is that the same is meant, 0–1.
    pub confidence: f32,
}

/// An own version of an exercise whose built-in one has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Which one.
    pub exercise: ExerciseId,
    /// What has changed, as keys of `library::differences`.
    pub differs: Vec<&'static str>,
}

/// A place an exercise is used in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// What it is.
    pub kind: UseKind,
    /// Its title.
    pub title: Bilingual,
    /// Its day, or whatever else tells it from others.
    pub detail: String,
    /// What opening it opens, where it can be opened.
    pub target: Option<Target>,
}

/// Sort of a place an exercise is used in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UseKind {
    /// A name taught for it.
    Name(Teaching),
    /// An exercise built of parts.
    Combination,
    /// A unit.
    Unit,
    /// A framework.
    Framework,
}

impl UseKind {
    /// Key of its name in the message catalogue.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Name(Teaching::Me) => "use-name-mine",
            Self::Name(Teaching::Club) => "use-name-club",
            Self::Combination => "use-combination",
            Self::Unit => "use-unit",
            Self::Framework => "use-framework",
        }
    }
}
