//! The decisions of a review as text, so that they outlive the program: for every line a coach
//! touched, the rows that stand for it now. The rest is read anew from the text when the review
//! goes on.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::draft::{Draft, Mark, Row, Verdict};
use super::fields::Fields;
use crate::domain::{Bilingual, ExerciseId, Format, Prescription};
use crate::matching::{Band, Candidate};

/// The rows of the lines a coach touched.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct KeptRows {
    lines: BTreeMap<usize, Vec<KeptRow>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct KeptRow {
    section: usize,
    name: String,
    group: Option<String>,
    format: Option<Format>,
    prescription: Prescription,
    fields: Fields,
    candidates: Vec<(String, String, f32)>,
    band: Band,
    marks: Vec<(usize, usize, String)>,
    verdict: KeptVerdict,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum KeptVerdict {
    Open,
    Is(ExerciseId, Bilingual),
    FreeLine,
    Ignored,
}

impl KeptRows {
    /// Takes a line's rows, each with the number of its section. No rows: the line is ignored.
    pub fn keep<'a>(&mut self, line: usize, rows: impl IntoIterator<Item = (usize, &'a Row)>) {
        let rows = rows.into_iter().map(|(section, row)| KeptRow::of(section, row));
        self.lines.insert(line, rows.collect());
    }

    /// The lines that were touched.
    pub fn lines(&self) -> impl Iterator<Item = usize> {
        self.lines.keys().copied()
    }

    /// Puts the rows in place of what was read anew.
    pub fn restore(self, draft: &mut Draft) {
        if draft.sections.is_empty() && self.lines.values().any(|rows| !rows.is_empty()) {
            draft.sections.push(super::DraftSection::default());
        }
        for section in &mut draft.sections {
            section.rows.retain(|row| !self.lines.contains_key(&row.line));
        }
        for (line, rows) in self.lines {
            let written = draft.lines.get(line.saturating_sub(1));
            let silent = written.is_none_or(|text| text.trim().is_empty());
            draft.ignored.retain(|ignored| *ignored != line);
            if rows.is_empty() && !silent {
                draft.ignored.push(line);
            }
            let last = draft.sections.len().saturating_sub(1);
            for kept in rows {
                if let Some(section) = draft.sections.get_mut(kept.section.min(last)) {
                    let at = section.rows.partition_point(|row| row.line <= line);
                    section.rows.insert(at, kept.row(line));
                }
            }
        }
        draft.ignored.sort_unstable();
    }
}

impl KeptRow {
    fn of(section: usize, row: &Row) -> Self {
        let candidate = |it: &Candidate| (it.id.clone(), it.name.clone(), it.confidence);
        Self {
            section,
            name: row.name.clone(),
            group: row.group.clone(),
            format: row.format,
            prescription: row.prescription.clone(),
            fields: row.fields.clone(),
            candidates: row.candidates.iter().map(candidate).collect(),
            band: row.band,
            marks: row.marks.iter().map(|it| (it.from, it.to, it.role.to_owned())).collect(),
            verdict: match &row.verdict {
                Verdict::Open => KeptVerdict::Open,
                Verdict::Is(id, name) => KeptVerdict::Is(id.clone(), name.clone()),
                Verdict::FreeLine => KeptVerdict::FreeLine,
                Verdict::Ignored => KeptVerdict::Ignored,
            },
        }
    }

    fn row(self, line: usize) -> Row {
        let candidates = self.candidates.into_iter();
        let marks = self.marks.into_iter();
        Row {
            line,
            name: self.name,
            group: self.group,
            format: self.format,
            prescription: self.prescription,
            fields: self.fields,
            candidates: candidates
                .map(|(id, name, confidence)| Candidate { id, name, confidence })
                .collect(),
            band: self.band,
            marks: marks.map(|(from, to, role)| Mark { from, to, role: role_of(&role) }).collect(),
            verdict: match self.verdict {
                KeptVerdict::Open => Verdict::Open,
                KeptVerdict::Is(id, name) => Verdict::Is(id, name),
                KeptVerdict::FreeLine => Verdict::FreeLine,
                KeptVerdict::Ignored => Verdict::Ignored,
            },
        }
    }
}

/// The roles marks are written with.
const ROLES: [&str; 14] = [
    "name", "sets", "reps", "load", "rest", "rpe", "rir", "tempo", "duration", "distance",
    "calories", "side", "format", "model",
];

fn role_of(kept: &str) -> &'static str {
    ROLES.into_iter().find(|role| *role == kept).unwrap_or("other")
}
