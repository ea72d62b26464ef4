//! An import under review.

use crate::domain::{JobId, UnitId};

/// What became of an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportState {
    /// Under review.
    Open,
    /// Taken over into a plan.
    Accepted,
    /// Thrown away.
    Dropped,
}

/// An import under review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportDraft {
    /// Its id.
    pub id: JobId,
    /// The unit it is to go into.
    pub unit: Option<UnitId>,
    /// Where the text came from: a file name, or empty for a paste.
    pub source: String,
    /// The draft with the decisions made so far, as JSON of the import module.
    pub document: String,
    /// What became of it.
    pub state: ImportState,
}
