//! The review of a single generated unit: what it would change of the unit on the desk, line by
//! line.

use std::collections::BTreeSet;

use super::super::plan::scrolled;
use super::{Difference, differences};
use crate::domain::{JobId, Unit};

/// An open review of a unit.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitOfferPane {
    /// The job that made it.
    pub job: JobId,
    /// The unit that was made.
    pub unit: Unit,
    /// Title of the unit on the desk; `None`: nothing lies there.
    pub into: Option<String>,
    /// In what the two differ.
    pub lines: Vec<Difference>,
    /// Lines that will be taken.
    pub chosen: BTreeSet<usize>,
    /// The line under the cursor.
    pub cursor: usize,
    /// First line shown.
    pub scroll: usize,
}

impl UnitOfferPane {
    /// The review of a unit against the one on the desk; everything is chosen.
    #[must_use]
    pub fn new(job: JobId, unit: Unit, desk: Option<&Unit>) -> Self {
        let lines = desk.map_or_else(Vec::new, |desk| differences(desk, &unit));
        Self {
            job,
            into: desk.map(|desk| desk.title.clone()),
            chosen: (0..lines.len()).collect(),
            lines,
            unit,
            cursor: 0,
            scroll: 0,
        }
    }

    /// Moves by lines, with `rows` of them shown.
    pub fn step(&mut self, lines: isize, rows: usize) {
        let last = self.lines.len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(lines).min(last);
        self.scroll = scrolled(self.scroll, self.cursor, self.lines.len(), rows.max(1));
    }

    /// Chooses the line under the cursor, or leaves it.
    pub fn mark(&mut self) {
        if self.cursor < self.lines.len() && !self.chosen.remove(&self.cursor) {
            self.chosen.insert(self.cursor);
        }
    }

    /// Chooses every line, or none where all are.
    pub fn mark_all(&mut self) {
        if self.chosen.len() == self.lines.len() {
            self.chosen.clear();
        } else {
            self.chosen = (0..self.lines.len()).collect();
        }
    }

    /// The chosen lines, in order.
    pub fn taken(&self) -> impl Iterator<Item = &Difference> {
        self.chosen.iter().filter_map(|at| self.lines.get(*at))
    }
}
