//! The import overlay: the text that is pasted or typed, then the review of what was understood.

use std::sync::Arc;

use super::Field;
use super::generate::Direction;
use super::plan::scrolled;
use crate::domain::{Bilingual, ExerciseId, Prescription};
use crate::import::{Draft, Row, Verdict};

/// The text to import.
#[derive(Debug, Clone, Default)]
pub struct SourcePane {
    /// The text.
    pub field: Field,
}

/// The review of an import.
#[derive(Debug, Clone)]
pub struct ReviewPane {
    /// The text as it was pasted, to go back to.
    pub text: Arc<str>,
    /// What was understood, with the coach's decisions.
    pub draft: Draft,
    /// The row under the cursor, counted over all rows.
    pub cursor: usize,
    /// First line of the text shown.
    pub scroll: usize,
}

impl ReviewPane {
    /// A review that begins at the first doubtful row.
    #[must_use]
    pub fn new(text: Arc<str>, draft: Draft) -> Self {
        let cursor = draft.rows().position(Row::is_doubtful).unwrap_or(0);
        Self { text, draft, cursor, scroll: 0 }
    }

    /// The row under the cursor.
    #[must_use]
    pub fn row(&self) -> Option<&Row> {
        self.draft.rows().nth(self.cursor)
    }

    /// Moves the cursor by rows.
    pub fn step(&mut self, rows: isize) {
        let last = self.draft.rows().count().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(rows).min(last);
    }

    /// Scrolls so that the line of the row under the cursor is among `lines` shown.
    pub fn keep_visible(&mut self, lines: usize) {
        let at = self.row().map_or(0, |row| row.line.saturating_sub(1));
        self.scroll = scrolled(self.scroll, at, self.draft.lines.len(), lines);
    }

    /// Jumps to the next doubtful row in a direction, around the end; whether there is one.
    pub fn doubtful(&mut self, way: Direction) -> bool {
        let doubtful: Vec<usize> = self
            .draft
            .rows()
            .enumerate()
            .filter(|(_, row)| row.is_doubtful())
            .map(|(at, _)| at)
            .collect();
        let next = match way {
            Direction::More => doubtful.iter().find(|at| **at > self.cursor).or(doubtful.first()),
            Direction::Less => {
                doubtful.iter().rev().find(|at| **at < self.cursor).or(doubtful.last())
            }
        };
        if let Some(at) = next {
            self.cursor = *at;
        }
        next.is_some()
    }

    /// Chooses the alternative with this number, from 1, for the row under the cursor and every
    /// undecided row of the same name; whether there is one.
    pub fn choose(&mut self, number: usize) -> bool {
        let Some(candidate) =
            number.checked_sub(1).and_then(|at| self.row().and_then(|row| row.candidates.get(at)))
        else {
            return false;
        };
        let exercise = ExerciseId::new(candidate.id.as_str());
        let name = Bilingual::same(candidate.name.as_str());
        self.assign(self.cursor, &exercise, &name);
        true
    }

    /// Gives a row its exercise, and every undecided row of the same name with it.
    pub fn assign(&mut self, row: usize, exercise: &ExerciseId, name: &Bilingual) {
        let Some(decided) = self.draft.row_mut(row) else { return };
        decided.verdict = Verdict::Is(exercise.clone(), name.clone());
        let same = decided.name.to_lowercase();
        for other in self.draft.sections.iter_mut().flat_map(|section| &mut section.rows) {
            if other.verdict == Verdict::Open && other.name.to_lowercase() == same {
                other.verdict = Verdict::Is(exercise.clone(), name.clone());
            }
        }
    }

    /// Confirms the row under the cursor as it was understood.
    pub fn confirm(&mut self) {
        let cursor = self.cursor;
        if let Some(row) = self.draft.row_mut(cursor) {
            row.verdict = match (row.exercise(), row.candidates.first()) {
                (Some(exercise), Some(candidate)) => {
                    Verdict::Is(exercise, Bilingual::same(candidate.name.as_str()))
                }
                _ => Verdict::FreeLine,
            };
        }
    }

    /// Leaves the row under the cursor out, or takes it back in.
    pub fn ignore(&mut self) {
        let cursor = self.cursor;
        if let Some(row) = self.draft.row_mut(cursor) {
            row.verdict = match row.verdict {
                Verdict::Ignored => Verdict::Open,
                _ => Verdict::Ignored,
            };
        }
    }

    /// Gives a row its prescription.
    pub fn set_dose(&mut self, row: usize, dose: Prescription) {
        if let Some(row) = self.draft.row_mut(row) {
            row.prescription = dose;
        }
    }
}
