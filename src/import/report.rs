//! What an import came to, for the log: each row as it was read and what a coach made of it.

use super::draft::{Draft, Row, Verdict};
use crate::domain::{ExerciseId, Lang};
use crate::language::fold;
use crate::matching::{Band, Taught};
use crate::notation;

/// What an import came to.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Report {
    /// The format's id.
    pub format: &'static str,
    /// Each row.
    pub items: Vec<ReportItem>,
    /// Lines of the text that became nothing.
    pub ignored: usize,
    /// Folded names that were known because somebody taught them.
    pub taught: Vec<String>,
}

/// One row as it was read, and what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportItem {
    /// Number of the line, from 1.
    pub line: usize,
    /// The name as written.
    pub name: String,
    /// What it was read as.
    pub exercise: Option<ExerciseId>,
    /// How sure that was, 0–1.
    pub confidence: f32,
    /// The band it was read with.
    pub band: Band,
    /// What is to be done.
    pub prescription: String,
    /// What the coach made of it, where that differs from what was read.
    pub corrected: Option<Verdict>,
}

impl Draft {
    /// The report of this import. `taught` are the names its matcher had been taught.
    #[must_use]
    pub fn report(&self, taught: &Taught) -> Report {
        let mut met: Vec<String> = self
            .rows()
            .filter_map(|row| taught.meaning(&row.name))
            .map(|known| fold(&known.written))
            .collect();
        met.sort_unstable();
        met.dedup();
        Report {
            format: self.format.id(),
            items: self.rows().map(item).collect(),
            ignored: self.ignored.len(),
            taught: met,
        }
    }
}

impl Row {
    /// What it was read as, whatever a coach decided since.
    #[must_use]
    pub fn read_as(&self) -> Option<ExerciseId> {
        let sure = self.band > Band::Unmatched;
        let first = self.candidates.first().filter(|_| sure);
        first.map(|candidate| ExerciseId::new(candidate.id.as_str()))
    }
}

fn item(row: &Row) -> ReportItem {
    let exercise = row.read_as();
    let corrected = match &row.verdict {
        Verdict::Open => None,
        Verdict::Is(chosen, _) if Some(chosen) == exercise.as_ref() => None,
        Verdict::FreeLine if exercise.is_none() => None,
        other => Some(other.clone()),
    };
    ReportItem {
        line: row.line,
        name: row.name.clone(),
        exercise,
        confidence: row.candidates.first().map_or(0.0, |first| first.confidence),
        band: row.band,
        prescription: notation::print(&row.prescription, Lang::En),
        corrected,
    }
}
