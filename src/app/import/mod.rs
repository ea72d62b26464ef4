//! The import overlay: the text that is pasted or typed, then the review of what was understood.

mod advice;
mod ahead;
mod apply;
mod change;
mod decide;
mod decisions;
mod errand;
mod lesson;
mod outline;
mod place;
mod preview;
mod review;
mod teach;
#[cfg(test)]
mod tests;

pub use advice::Reread;
pub use change::{Change, Splice};
pub use decisions::Decisions;
pub use errand::{Begun, Ending, KeptText, Placing, TaughtCard};
pub use lesson::Lesson;
pub use outline::{Line, Outline, Shown};
pub use place::{Desk, Place, To};
pub use preview::{Preview, PreviewLine};
pub use review::{ReviewPane, Span};
pub use teach::Teach;

use super::Field;
use crate::domain::JobId;

/// The text to import.
#[derive(Debug, Clone)]
pub struct SourcePane {
    /// Names the import.
    pub id: JobId,
    /// Where the text came from: a file name, or empty for a paste.
    pub source: String,
    /// The text.
    pub field: Field,
}
