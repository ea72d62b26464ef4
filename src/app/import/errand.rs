//! What a review hands over to be done outside, and what comes back.

use std::sync::Arc;

use super::decisions::Decisions;
use super::lesson::Lesson;
use super::teach::Teach;
use crate::domain::{ExerciseId, JobId, Section, Unit, UnitId};
use crate::import::Draft;

/// A text that is to be kept until it was inserted or replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptText {
    /// Names the import.
    pub id: JobId,
    /// Where the text came from: a file name, or empty for a paste.
    pub source: String,
    /// The text.
    pub text: Arc<str>,
}

/// An import that was begun and comes back.
#[derive(Debug, Clone, PartialEq)]
pub struct Begun {
    /// Names the import.
    pub id: JobId,
    /// Where the text came from.
    pub source: String,
    /// The text.
    pub text: Arc<str>,
    /// What was understood, with the decisions made; `None`: it was not read yet.
    pub review: Option<(Draft, Decisions)>,
}

/// A day of a text on its way into a plan.
#[derive(Debug, Clone, PartialEq)]
pub enum Placing {
    /// As a unit of its own.
    New(Box<Unit>),
    /// At the end of a unit.
    Into(UnitId, Vec<Section>),
}

/// A review that is over.
#[derive(Debug, Clone, PartialEq)]
pub struct Ending {
    /// Names the import.
    pub id: JobId,
    /// What was understood, with the coach's decisions.
    pub draft: Draft,
    /// What it teaches.
    pub lessons: Vec<Lesson>,
    /// Units it went into.
    pub units: Vec<UnitId>,
}

/// A taught name in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaughtCard {
    /// The name as written.
    pub name: String,
    /// The same folded.
    pub key: String,
    /// What it means.
    pub exercise: ExerciseId,
    /// For whom.
    pub teach: Teach,
    /// Who taught it.
    pub author: String,
    /// When.
    pub date: jiff::civil::Date,
    /// The line of the import it comes from.
    pub line: Option<u32>,
    /// Imports that met it since.
    pub uses: u32,
}
