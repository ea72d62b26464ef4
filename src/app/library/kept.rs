//! Own versions of exercises whose built-in ones have changed since: to stay with, or to give up.

use super::Kept;
use crate::app::Ticket;
use crate::app::plan::scrolled;

/// State of that list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KeptPane {
    /// The question for them; none once it is answered.
    pub asked: Option<Ticket>,
    /// The versions.
    pub kept: Vec<Kept>,
    /// The one under the cursor.
    pub cursor: usize,
    /// First one shown.
    pub scroll: usize,
}

impl KeptPane {
    /// The version under the cursor.
    #[must_use]
    pub fn chosen(&self) -> Option<&Kept> {
        self.kept.get(self.cursor)
    }

    /// Moves the cursor, with `rows` versions shown.
    pub fn step(&mut self, lines: isize, rows: usize) {
        let last = self.kept.len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(lines).min(last);
        self.scroll = scrolled(self.scroll, self.cursor, self.kept.len(), rows);
    }
}
