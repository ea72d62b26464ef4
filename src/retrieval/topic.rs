//! What a request is about, beyond the names of exercises: skills, content, method, movement, parts
//! of the body, people, as entries of the catalogues.

use crate::domain::CatalogueKind;

/// An entry of a catalogue that a word of a request means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meaning {
    /// Which catalogue.
    pub kind: CatalogueKind,
    /// Which entry.
    pub id: String,
}

/// One thing a request is about; one word may mean several entries, and any of them will do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// What it may mean; never empty.
    pub meanings: Vec<Meaning>,
}
