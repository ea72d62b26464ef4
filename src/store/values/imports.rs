//! The import log: a text under review, and what became of the texts that were imported.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::{ExerciseId, JobId};

/// What became of an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportState {
    /// Under review.
    Open,
    /// Taken over into a plan.
    Accepted,
    /// Thrown away, or replaced by the next text.
    Dropped,
}

/// A text that is to be kept while it is under review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenImport {
    /// Its id.
    pub id: JobId,
    /// Where the text came from: a file name, or empty for a paste.
    pub source: String,
    /// The text. It is sealed in the database.
    pub text: String,
    /// The decisions made so far, in a form of the import module's own; sealed as well. `None`:
    /// the text was not read yet.
    pub review: Option<String>,
}

/// What an import came to, for the log.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ImportOutcome {
    /// What sort of text it was: an id of the import module.
    pub format: String,
    /// What was understood.
    pub items: Vec<ImportItem>,
    /// Rows per band as they were read, before anybody corrected them.
    pub bands: BandCounts,
    /// Rows a coach gave another exercise than was read.
    pub corrections: u32,
    /// Milliseconds the reading took.
    pub read_ms: u32,
    /// Milliseconds a coach reviewed it; 0 without a review.
    pub review_ms: u32,
    /// Units and programs it went into.
    pub plans: Vec<String>,
    /// Folded names the coach or the club had taught that were met.
    pub taught: Vec<String>,
}

/// Rows per band.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct BandCounts {
    /// Sure.
    pub high: u32,
    /// Probably right.
    pub medium: u32,
    /// A guess.
    pub low: u32,
    /// Nothing in the library was near.
    pub unmatched: u32,
    /// Rows and lines left out.
    pub ignored: u32,
}

impl BandCounts {
    /// Rows that were understood as something, sure or not.
    #[must_use]
    pub const fn rows(&self) -> u32 {
        self.high + self.medium + self.low + self.unmatched
    }
}

/// One row of an import, as the log keeps it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportItem {
    /// Number of the line, from 1.
    pub line: u32,
    /// The name as written.
    pub name: String,
    /// What it was read as.
    pub exercise: Option<ExerciseId>,
    /// How sure that was, 0–1.
    pub confidence: f32,
    /// The band: `high`, `medium`, `low` or `unmatched`.
    pub band: String,
    /// What is to be done, in our notation.
    pub prescription: String,
    /// What a coach made of it, where that differs.
    pub corrected: Option<Correction>,
}

/// What a coach made of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Correction {
    /// Another exercise.
    Exercise(ExerciseId),
    /// A line without an exercise.
    FreeLine,
    /// Nothing: it stayed out.
    Ignored,
}

/// An import of the log.
#[derive(Debug, Clone, PartialEq)]
pub struct LoggedImport {
    /// Its id.
    pub id: JobId,
    /// When it was begun.
    pub made: Timestamp,
    /// Where the text came from: a file name, or empty for a paste.
    pub source: String,
    /// What became of it.
    pub state: ImportState,
    /// Whether the text and the rows are still kept.
    pub kept: bool,
    /// What it came to. The taught names are not among it.
    pub outcome: ImportOutcome,
}
