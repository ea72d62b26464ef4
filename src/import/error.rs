//! What can be wrong with a file before a single line of it is read.

use crate::domain::{Explain, Message};

/// Why a file cannot be read at all. Single odd lines are no error; they stay in the draft.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// A library file is no list of exercises.
    #[error("line {line}: not a library; expected JSON Lines, a JSON array or one name per line")]
    Library {
        /// Line of the file, from 1.
        line: usize,
    },
}

impl Explain for ImportError {
    fn message(&self) -> Message {
        match self {
            Self::Library { line } => Message::new("import-error-library").with("line", *line),
        }
    }
}
