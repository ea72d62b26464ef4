//! What can be wrong with a file before a single line of it is read, and why a library file is
//! refused.

use crate::domain::{Explain, Message};

/// Why a file cannot be read at all. Single odd lines of a plan are no error; they stay in the
/// draft. A library is taken as a whole or not at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// A library file is no list of exercises.
    #[error("line {line}: not a library; expected JSON Lines, a JSON array or one name per line")]
    Library {
        /// Line of the file, from 1.
        line: usize,
    },
    /// The text has none of the known shapes of a library.
    #[error("no exercises found; expected free-exercise-db, wger or planwright JSON, TOML or CSV")]
    NoLibrary,
    /// A library file breaks its own format.
    #[error("line {line}: {reason}")]
    Unreadable {
        /// Line of the file, from 1.
        line: usize,
        /// What its parser says.
        reason: String,
    },
    /// A library holds one id twice.
    #[error("{path} stands in the file twice; rename or remove one of the two")]
    Twice {
        /// The exercise or progression.
        path: String,
    },
    /// A library was written by a later version.
    #[error("the library has version {version}, which this planwright does not know; update it")]
    Newer {
        /// The version of the file.
        version: u32,
    },
    /// A table of the program itself cannot be read.
    #[error("a mapping table cannot be read ({reason}); reinstall planwright")]
    Mapping {
        /// What its parser says.
        reason: String,
    },
}

impl ImportError {
    /// A fault of JSON, `lines_before` lines into the file.
    pub(super) fn json(error: &serde_json::Error, lines_before: usize) -> Self {
        let line = lines_before + error.line().max(1);
        Self::Unreadable { line, reason: error.to_string() }
    }
}

impl Explain for ImportError {
    fn message(&self) -> Message {
        match self {
            Self::Library { line } => Message::new("import-error-library").with("line", *line),
            Self::NoLibrary => Message::new("import-error-no-library"),
            Self::Unreadable { line, reason } => Message::new("import-error-unreadable")
                .with("line", *line)
                .with("reason", reason.as_str()),
            Self::Twice { path } => Message::new("import-error-twice").with("path", path.as_str()),
            Self::Newer { version } => {
                Message::new("import-error-newer").with("version", f64::from(*version))
            }
            Self::Mapping { reason } => {
                Message::new("import-error-mapping").with("reason", reason.as_str())
            }
        }
    }
}
