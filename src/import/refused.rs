//! What is left out of a file, where, and why.

use crate::domain::{Explain, Message};

/// A line that was left out, or where reading stopped.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {why}")]
pub struct Refused {
    /// Line of the file, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub why: Refusal,
}

/// Why a line, or a whole file, is not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The file is longer than [`MOST_BYTES`]; nothing of it is read.
    #[error("the file has {megabytes} MB; at most 5 MB are read, split it")]
    TooLong {
        /// Its length in millions of bytes, rounded up.
        megabytes: usize,
    },
    /// The file has more than [`MOST_ROWS`] rows; nothing of it is read.
    #[error("the file has more than 50,000 rows; export a shorter time and import it in parts")]
    TooManyRows,
    /// More repetitions than [`MOST_REPS`] in one set.
    #[error("{written} repetitions in one set; at most 1,000 are read, correct the row")]
    Reps {
        /// The number as it stands there.
        written: String,
    },
    /// A cell that should be a number and is none.
    #[error("{column}: {written:?} is no number; correct the cell")]
    Number {
        /// Title of the column.
        column: String,
        /// What stands there.
        written: String,
    },
    /// The first line names no column of exercises.
    #[error("no column of exercises; expected the export as the app wrote it")]
    NoExercises,
    /// A file of JSON that breaks its own format.
    #[error("no readable JSON: {reason}")]
    Unreadable {
        /// What the parser says.
        reason: String,
    },
    /// An exercise of a program takes its sets from one that is not there.
    #[error("the sets of {name:?} are reused, but no such exercise stands above or below")]
    NoSuchExercise {
        /// The name as written.
        name: String,
    },
}

/// Longest file that is read, in bytes.
pub const MOST_BYTES: usize = 5_000_000;

/// Most rows of a file that are read.
pub const MOST_ROWS: usize = 50_000;

/// Most repetitions of a set.
pub const MOST_REPS: u16 = 1_000;

impl Refusal {
    /// Whether nothing of the file is read for it.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        matches!(
            self,
            Self::TooLong { .. } | Self::TooManyRows | Self::NoExercises | Self::Unreadable { .. }
        )
    }
}

impl Explain for Refused {
    fn message(&self) -> Message {
        let message = match &self.why {
            Refusal::TooLong { megabytes } => {
                Message::new("import-refused-long").with("megabytes", *megabytes)
            }
            Refusal::TooManyRows => Message::new("import-refused-rows").with("most", MOST_ROWS),
            Refusal::Reps { written } => Message::new("import-refused-reps")
                .with("written", written.as_str())
                .with("most", usize::from(MOST_REPS)),
            Refusal::Number { column, written } => Message::new("import-refused-number")
                .with("column", column.as_str())
                .with("written", written.as_str()),
            Refusal::NoExercises => Message::new("import-refused-no-exercises"),
            Refusal::Unreadable { reason } => {
                Message::new("import-refused-unreadable").with("reason", reason.as_str())
            }
            Refusal::NoSuchExercise { name } => {
                Message::new("import-refused-no-such-exercise").with("name", name.as_str())
            }
        };
        message.with("line", self.line)
    }
}
