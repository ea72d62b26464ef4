//! The library that comes with the program, what installing it did, and names a coach taught.

use jiff::Timestamp;

use crate::domain::{CoachId, Exercise, ExerciseId, JobId, ProgressionGraph};

/// The library that ships with the program.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BuiltIn {
    /// Content hash; an equal hash means that nothing is to be done.
    pub hash: String,
    /// Every exercise.
    pub exercises: Vec<Exercise>,
    /// Every progression graph.
    pub graphs: Vec<ProgressionGraph>,
}

/// What installing the built-in library did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Installed {
    /// Exercises that are new.
    pub added: usize,
    /// Exercises that differ from before.
    pub updated: usize,
    /// Exercises that no longer ship; plans that use them keep them.
    pub retired: usize,
    /// Exercises that a club or coach had changed and that changed in the built-in library too:
    /// theirs were kept.
    pub kept: Vec<ExerciseId>,
}

/// A version of a built-in exercise that is kept although the built-in one has changed.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptEdit {
    /// The version that counts.
    pub ours: Exercise,
    /// The built-in exercise it was made from.
    pub base: Exercise,
    /// The built-in exercise as it is now.
    pub theirs: Exercise,
}

/// For whom an alias holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reach {
    /// Only the coach who taught it.
    Coach,
    /// Every coach of the club.
    Club,
}

/// Where an alias came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AliasOrigin {
    /// Entered by hand.
    Hand,
    /// Learned from a correction in an import review.
    Import {
        /// The import.
        import: Option<JobId>,
        /// The line of its text, from 1.
        line: Option<u32>,
    },
}

/// Another name for an exercise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alias {
    /// The name as written.
    pub name: String,
    /// The name folded by `language::fold`, by which it is looked up: one per scope.
    pub key: String,
    /// The exercise it means.
    pub exercise: ExerciseId,
    /// For whom.
    pub reach: Reach,
    /// Where from.
    pub origin: AliasOrigin,
}

/// A taught name with where it comes from and what it was good for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaughtName {
    /// The name.
    pub alias: Alias,
    /// Who taught it.
    pub author: CoachId,
    /// When.
    pub taught: Timestamp,
    /// Imports that met it since.
    pub uses: u32,
}
