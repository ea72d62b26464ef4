//! One step of a review, with its inverse: rows in place of rows, lines ignored or not, where days
//! go, what is taught. Every decision is such a step, so every decision can be taken back.

use super::place::To;
use super::teach::Teach;
use crate::import::Row;

/// Rows in place of rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Splice {
    /// Number of the section.
    pub section: usize,
    /// First row within it.
    pub at: usize,
    /// How many rows go.
    pub cut: usize,
    /// The rows that come.
    pub put: Vec<Row>,
}

/// One step.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Change {
    /// Rows in place of rows, carried out in this order.
    pub splices: Vec<Splice>,
    /// Lines that become ignored, or no longer are.
    pub ignored: Vec<(usize, bool)>,
    /// Days that go elsewhere, by their number in the list of places.
    pub places: Vec<(usize, To)>,
    /// Names that are taught otherwise.
    pub teach: Vec<(String, Option<Teach>)>,
    /// The place of the cursor afterwards: a line of the text.
    pub cursor: Option<usize>,
}

impl Change {
    /// One row in place of itself, changed.
    #[must_use]
    pub fn of_row(section: usize, at: usize, row: Row) -> Self {
        Self { splices: vec![Splice { section, at, cut: 1, put: vec![row] }], ..Self::default() }
    }
}
