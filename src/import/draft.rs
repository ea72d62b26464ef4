//! What was understood of a text, as a value a coach reviews: rows she confirms, corrects or
//! ignores. How it gets into a unit stands in `insertion`.

use jiff::civil::Date;

use super::fields::Fields;
use super::format::SourceFormat;
use super::refused::{Refusal, Refused};
use crate::domain::{Bilingual, ExerciseId, Format, Lang, Prescription, SectionKind};
use crate::matching::{Band, Candidate};

/// A text and what was understood of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Draft {
    /// The text, line by line, cleaned. Every line that is not blank became part of a row, a
    /// title or an organisation, or is ignored.
    pub lines: Vec<String>,
    /// What sort of text it is.
    pub format: SourceFormat,
    /// The language most of it is written in.
    pub lang: Lang,
    /// Control and invisible signs that were taken out.
    pub removed: usize,
    /// Days the text speaks of; at least 1 when it holds a workout.
    pub days: u16,
    /// Parts of the text, in order.
    pub sections: Vec<DraftSection>,
    /// Numbers of the lines, from 1, that became nothing.
    pub ignored: Vec<usize>,
    /// Lines that break a limit or a format, with the reason.
    pub refused: Vec<Refused>,
}

/// A day or block of the text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DraftSection {
    /// Its heading; empty where it has none.
    pub title: String,
    /// The day it belongs to.
    pub day: Option<Day>,
    /// The calendar day it was done on, where a log says so.
    pub date: Option<Date>,
    /// The same for the same session of a log in every export of it, so that importing twice
    /// finds it again.
    pub key: Option<String>,
    /// The part of a unit it plays, where the heading says so.
    pub kind: Option<SectionKind>,
    /// How its rows are organised in time.
    pub format: Option<Format>,
    /// Rounds over all rows.
    pub rounds: Option<u16>,
    /// Time limit in seconds.
    pub cap_s: Option<u32>,
    /// What it holds.
    pub rows: Vec<Row>,
}

/// A day of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// Its number, from 1.
    pub n: u16,
    /// Its heading.
    pub title: String,
}

/// One exercise as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Number of the line it stands on, from 1.
    pub line: usize,
    /// The part of the line that is the name.
    pub name: String,
    /// Superset or block letter as written, e.g. `A1`.
    pub group: Option<String>,
    /// Organisation of this row alone, where it differs from the section's.
    pub format: Option<Format>,
    /// What is to be done.
    pub prescription: Prescription,
    /// The same as it was read, field by field: what a prescription has no place for, such as
    /// the time a distance was run in, stands only here.
    pub fields: Fields,
    /// Exercises it may be, best first.
    pub candidates: Vec<Candidate>,
    /// How far the first candidate can be trusted.
    pub band: Band,
    /// What became of which part of the line.
    pub marks: Vec<Mark>,
    /// What the coach decided.
    pub verdict: Verdict,
}

/// What became of a part of a line: characters `from..to`, from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// First character.
    pub from: usize,
    /// Behind the last character.
    pub to: usize,
    /// `name`, `sets`, `reps`, `load`, `rest` …
    pub role: &'static str,
}

/// What the coach decided about a row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Verdict {
    /// Nothing yet: it goes in as it was read.
    #[default]
    Open,
    /// It goes in as this exercise.
    Is(ExerciseId, Bilingual),
    /// It goes in as a line without an exercise.
    FreeLine,
    /// It stays out.
    Ignored,
}

/// Rows per band, and lines left out, for the counts on screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Sure, or decided by the coach.
    pub high: usize,
    /// Probably right.
    pub medium: usize,
    /// A guess.
    pub low: usize,
    /// Nothing in the library is this.
    pub unmatched: usize,
    /// Rows and lines that stay out.
    pub ignored: usize,
}

impl Row {
    /// The band on screen: what the coach decided is sure.
    #[must_use]
    pub fn standing(&self) -> Option<Band> {
        match self.verdict {
            Verdict::Open => Some(self.band),
            Verdict::Is(..) | Verdict::FreeLine => Some(Band::High),
            Verdict::Ignored => None,
        }
    }

    /// Whether a coach should look at it.
    #[must_use]
    pub fn is_doubtful(&self) -> bool {
        self.standing().is_some_and(|band| band < Band::High)
    }

    /// The exercise it goes in as. An unmatched row goes in as a line without an exercise:
    /// nothing the coach wrote is lost, and nothing is invented.
    #[must_use]
    pub fn exercise(&self) -> Option<ExerciseId> {
        match &self.verdict {
            Verdict::Is(exercise, _) => Some(exercise.clone()),
            Verdict::Open if self.band > Band::Unmatched => {
                self.candidates.first().map(|candidate| ExerciseId::new(candidate.id.as_str()))
            }
            Verdict::Open | Verdict::FreeLine | Verdict::Ignored => None,
        }
    }
}

impl Draft {
    /// A file of which nothing is read.
    #[must_use]
    pub(super) fn refused(text: &str, line: usize, why: Refusal) -> Self {
        Self {
            lines: text.lines().map(str::to_owned).collect(),
            refused: vec![Refused { line, why }],
            ..Self::default()
        }
    }

    /// Every row, in order.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.sections.iter().flat_map(|section| &section.rows)
    }

    /// The row with this position among all rows.
    pub fn row_mut(&mut self, at: usize) -> Option<&mut Row> {
        self.sections.iter_mut().flat_map(|section| &mut section.rows).nth(at)
    }

    /// Rows per band.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let mut counts = Counts { ignored: self.ignored.len(), ..Counts::default() };
        for row in self.rows() {
            match row.standing() {
                Some(Band::High) => counts.high += 1,
                Some(Band::Medium) => counts.medium += 1,
                Some(Band::Low) => counts.low += 1,
                Some(Band::Unmatched) => counts.unmatched += 1,
                None => counts.ignored += 1,
            }
        }
        counts
    }
}
