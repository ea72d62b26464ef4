//! What the results so far would change in the weeks to come: a list to look at before it is
//! written.

use super::plan::scrolled;
use crate::planner::Adaptation;

/// An open list of changes.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangesPane {
    /// Title of the program.
    pub title: String,
    /// The changes, in order of weeks.
    pub changes: Vec<Adaptation>,
    /// The one under the cursor.
    pub cursor: usize,
    /// First one shown.
    pub scroll: usize,
}

/// Lines one change takes.
pub const CHANGE_LINES: usize = 3;

impl ChangesPane {
    /// The list, from its beginning.
    #[must_use]
    pub const fn new(title: String, changes: Vec<Adaptation>) -> Self {
        Self { title, changes, cursor: 0, scroll: 0 }
    }

    /// Moves by changes, with `rows` lines shown.
    pub fn step(&mut self, by: isize, rows: usize) {
        let last = self.changes.len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(by).min(last);
        let shown = (rows / CHANGE_LINES).max(1);
        self.scroll = scrolled(self.scroll, self.cursor, self.changes.len(), shown);
    }
}
