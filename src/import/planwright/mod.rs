//! planwright's own plan files: the public shape that `crate::export` writes, read back into the
//! domain. A file from elsewhere may leave out nearly everything: missing ids come from the
//! position, prescriptions may be plain text, and what is not known is ignored.

mod convert;
mod shape;

use serde::Deserialize;

use crate::domain::{self, Explain, Framework, Message, Profile, Program};
use crate::notation;

use shape::Document;

/// Newest version of the shape that is understood.
const NEWEST: u32 = 1;

/// What a plan file holds.
#[derive(Debug, Clone, PartialEq)]
pub enum PlanFile {
    /// One unit, with the profile it was generated from.
    Unit(Box<domain::Unit>, Option<Box<Profile>>),
    /// A whole program.
    Program(Box<Program>),
    /// A framework.
    Framework(Box<Framework>),
}

/// Why a text is no plan file.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum PlanFileError {
    /// It is no JSON, or a value has the wrong kind.
    #[error("line {line}: no plan: {detail}")]
    Shape {
        /// Line of the file, from 1.
        line: usize,
        /// What the reader says, in English.
        detail: String,
    },
    /// It was written by a newer planwright.
    #[error("schema version {found} is newer than {NEWEST}; update planwright")]
    TooNew {
        /// The version it names.
        found: u32,
    },
    /// A prescription cannot be read.
    #[error("{path}: {text:?} is no prescription: {error}")]
    Prescription {
        /// JSON pointer to it.
        path: String,
        /// What stands there.
        text: String,
        /// What is wrong with it.
        error: notation::NotationError,
    },
}

impl Explain for PlanFileError {
    fn message(&self) -> Message {
        match self {
            Self::Shape { line, detail } => Message::new("import-plan-shape")
                .with("line", *line)
                .with("detail", detail.as_str()),
            Self::TooNew { found } => Message::new("import-plan-too-new").with("found", *found),
            Self::Prescription { path, text, error } => Message::new("import-plan-prescription")
                .with("path", path.as_str())
                .with("text", text.as_str())
                .with("error", error.message()),
        }
    }
}

/// Whether a text looks like one of our plan files: an object with `weeks` or `skeleton`.
#[must_use]
pub fn is_plan(text: &str) -> bool {
    #[derive(Deserialize)]
    struct Keys {
        weeks: Option<serde::de::IgnoredAny>,
        skeleton: Option<serde::de::IgnoredAny>,
    }
    text.trim_start().starts_with('{')
        && serde_json::from_str::<Keys>(text)
            .is_ok_and(|keys| keys.weeks.is_some() || keys.skeleton.is_some())
}

/// Reads a plan file.
///
/// # Errors
/// [`PlanFileError`] names the line or the place in the plan.
pub fn read_plan(text: &str) -> Result<PlanFile, PlanFileError> {
    let text = text.trim_start_matches('\u{feff}');
    let document: Document = serde_json::from_str(text)
        .map_err(|error| PlanFileError::Shape { line: error.line(), detail: error.to_string() })?;
    document.into_plan()
}
