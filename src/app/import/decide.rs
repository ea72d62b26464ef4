//! What a coach decides about rows: which exercise, in or out, what is to be done, and what rows a
//! line is made of.

use jiff::civil::Date;

use super::change::{Change, Splice};
use super::outline::{Line, Shown};
use super::place::{To, later};
use super::review::{ReviewPane, Span};
use crate::domain::{Bilingual, ExerciseId, Prescription};
use crate::import::{Row, Verdict};

impl ReviewPane {
    /// Chooses the alternative with this number, from 1, for the row under the cursor and every
    /// undecided row of the same name; whether there is one.
    pub fn choose(&mut self, number: usize) -> bool {
        let candidate = number.checked_sub(1).and_then(|at| self.row()?.candidates.get(at));
        let (Some(candidate), Some(row)) = (candidate, self.number()) else { return false };
        let exercise = ExerciseId::new(candidate.id.as_str());
        let name = Bilingual::same(candidate.name.as_str());
        self.assign(row, &exercise, &name);
        true
    }

    /// Gives a row its exercise, and every undecided row of the same name with it.
    pub fn assign(&mut self, row: usize, exercise: &ExerciseId, name: &Bilingual) {
        let verdict = Verdict::Is(exercise.clone(), name.clone());
        self.decide(row, &verdict);
    }

    /// Confirms the row under the cursor as it was understood.
    pub fn confirm(&mut self) {
        let Some((number, row)) = self.number().zip(self.row()) else { return };
        let verdict = match (row.exercise(), row.candidates.first()) {
            (Some(exercise), Some(candidate)) => {
                Verdict::Is(exercise, Bilingual::same(candidate.name.as_str()))
            }
            _ => Verdict::FreeLine,
        };
        self.decide(number, &verdict);
    }

    /// Lets the row under the cursor go in as it is written, without an exercise.
    pub fn free_line(&mut self) {
        if let Some(number) = self.number() {
            self.decide(number, &Verdict::FreeLine);
        }
    }

    /// One verdict for a row and every undecided row of the same name.
    fn decide(&mut self, number: usize, verdict: &Verdict) {
        let Some(row) = self.row_at(number) else { return };
        let mut change = Change::default();
        for other in self.outline.named(&row.name) {
            let open = self.row_at(*other).is_some_and(|row| row.verdict == Verdict::Open);
            if open || *other == number {
                change.splices.extend(self.with(*other, |row| row.verdict = verdict.clone()));
            }
        }
        self.apply(change);
    }

    /// Gives every row of the same name the exercise and the prescription of the row under the
    /// cursor; how many others there are.
    pub fn same_for_all(&mut self) -> usize {
        let Some((number, row)) = self.number().zip(self.row().cloned()) else { return 0 };
        let mut change = Change::default();
        for other in self.outline.named(&row.name) {
            if *other != number {
                change.splices.extend(self.with(*other, |other| {
                    other.verdict = row.verdict.clone();
                    other.prescription = row.prescription.clone();
                    other.fields = row.fields.clone();
                }));
            }
        }
        let count = change.splices.len();
        if count > 0 {
            self.apply(change);
        }
        count
    }

    /// Leaves the row under the cursor out, or takes it back in.
    pub fn ignore(&mut self) {
        let Some(number) = self.number() else { return };
        let splices = self.with(number, |row| {
            row.verdict = match row.verdict {
                Verdict::Ignored => Verdict::Open,
                _ => Verdict::Ignored,
            };
        });
        self.apply(Change { splices: splices.into_iter().collect(), ..Change::default() });
    }

    /// Gives a row its prescription.
    pub fn set_dose(&mut self, number: usize, dose: Prescription) {
        let splices = self.with(number, |row| row.prescription = dose);
        self.apply(Change { splices: splices.into_iter().collect(), ..Change::default() });
    }

    /// Lets the day under the cursor go elsewhere.
    pub fn go_elsewhere(&mut self, place: usize, to: To) {
        self.apply(Change { places: vec![(place, to)], ..Change::default() });
    }

    /// Moves the unit of the day under the cursor by days; the new date.
    pub fn shift_date(&mut self, days: i32, today: Date) -> Option<Date> {
        let place = self.place()?;
        let date = match &self.places.get(place)?.to {
            To::New(date) => later(date.unwrap_or(today), days),
            _ => return None,
        };
        self.go_elsewhere(place, To::New(Some(date)));
        Some(date)
    }

    /// The ignored line under the cursor, to be read as a row.
    #[must_use]
    pub fn ignored_line(&self) -> Option<usize> {
        match self.shown()? {
            Shown::Line(line, Line::Ignored) => Some(line),
            _ => None,
        }
    }

    /// The next line that holds anything, behind the one under the cursor.
    #[must_use]
    pub fn next_line(&self) -> Option<usize> {
        let line = self.line()?;
        let stops = self.outline.stops.iter().skip(self.cursor + 1);
        let mut lines = stops.filter_map(|stop| match self.outline.shown.get(*stop)? {
            Shown::Row(row, _) => self.row_at(*row).map(|row| row.line),
            Shown::Line(line, _) => Some(*line),
            Shown::Day(_) => None,
        });
        lines.find(|next| *next > line)
    }

    /// Puts rows that were read anew in the place of a span, as one step. They stand on the line
    /// of the span.
    pub fn replace(&mut self, span: Span, rows: Vec<Row>) {
        let length = self.text_of(span.line).chars().count();
        let rows: Vec<Row> = rows
            .into_iter()
            .map(|mut row| {
                row.line = span.line;
                row.marks.retain(|mark| mark.to <= length);
                row
            })
            .collect();
        let goes = |row: &Row, number: usize| match span.row {
            Some(only) => number == only,
            None => row.line == span.line || Some(row.line) == span.with,
        };
        let mut change = Change { cursor: Some(span.line), ..Change::default() };
        let mut first = None;
        // from the back, so that the places of the others hold
        for (number, (section, at)) in self.outline.rows.iter().enumerate().rev() {
            let gone = self.row_at(number).filter(|row| goes(row, number));
            if let Some(row) = gone {
                let splice = Splice { section: *section, at: *at, cut: 1, put: Vec::new() };
                change.splices.push(splice);
                if row.line == span.line {
                    first = Some((*section, *at));
                }
            }
        }
        let lines = [Some(span.line), span.with].into_iter().flatten();
        let ignored = |line: usize| self.draft.ignored.binary_search(&line).is_ok();
        change.ignored = lines.filter(|line| ignored(*line)).map(|line| (line, false)).collect();
        let (section, at) = first.unwrap_or_else(|| self.behind(span.line));
        // a second line that stood before in the same section is gone by then
        let before = change.splices.iter().filter(|it| it.section == section && it.at < at).count();
        change.splices.push(Splice { section, at: at - before.min(at), cut: 0, put: rows });
        self.apply(change);
    }

    /// Section and position for a row on this line.
    fn behind(&self, line: usize) -> (usize, usize) {
        let before = self.outline.rows.iter().rev().find(|(section, at)| {
            let row = self.draft.sections.get(*section).and_then(|it| it.rows.get(*at));
            row.is_some_and(|row| row.line < line)
        });
        before.map_or((0, 0), |(section, at)| (*section, at + 1))
    }

    fn with(&self, number: usize, change: impl FnOnce(&mut Row)) -> Option<Splice> {
        let (section, at) = *self.outline.rows.get(number)?;
        let mut row = self.row_at(number)?.clone();
        change(&mut row);
        Some(Splice { section, at, cut: 1, put: vec![row] })
    }
}
