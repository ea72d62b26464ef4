//! The review of an import: what was understood, with the coach's decisions, and the cursor.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::change::Change;
use super::outline::{Outline, Shown};
use super::place::{self, Desk, Place};
use super::preview::Preview;
use super::teach::Teach;
use crate::app::direction::Direction;
use crate::app::plan::scrolled;
use crate::domain::JobId;
use crate::import::{Counts, Draft, Row};

/// The review of an import.
#[derive(Debug, Clone)]
pub struct ReviewPane {
    /// Names the import.
    pub id: JobId,
    /// Where the text came from: a file name, or empty for a paste.
    pub source: String,
    /// The text as it was pasted, to go back to.
    pub text: Arc<str>,
    /// What was understood, with the coach's decisions.
    pub draft: Draft,
    /// The lines in the order they are shown.
    pub outline: Outline,
    /// Rows per band, kept up to date with every decision.
    pub counts: Counts,
    /// Where the days go.
    pub places: Vec<Place>,
    /// For whom names are taught, where it is not the coach alone.
    pub teach: BTreeMap<String, Teach>,
    /// The stop under the cursor: a row or an ignored line.
    pub cursor: usize,
    /// First line shown.
    pub scroll: usize,
    /// What the units will look like, while that is shown.
    pub preview: Option<Preview>,
    /// Units that parts of the text went into already.
    pub units: Vec<crate::domain::UnitId>,
    pub(super) undo: Vec<Change>,
    pub(super) touched: BTreeSet<usize>,
}

/// What new rows stand in for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The line the new rows stand on.
    pub line: usize,
    /// The second line, where two are joined.
    pub with: Option<usize>,
    /// The row to replace; `None`: every row of the lines.
    pub row: Option<usize>,
}

impl ReviewPane {
    /// A review that begins at the first doubtful row.
    #[must_use]
    pub fn new(
        id: JobId,
        source: String,
        text: Arc<str>,
        draft: Draft,
        (today, desk): (Date, Desk),
    ) -> Self {
        let places = place::usual(&draft, today, desk);
        let outline = Outline::new(&draft, &places);
        let doubtful = draft.rows().position(Row::is_doubtful).unwrap_or(0);
        let cursor = outline.stop_of.get(doubtful).copied().unwrap_or(0);
        Self {
            id,
            source,
            text,
            counts: draft.counts(),
            outline,
            places,
            draft,
            teach: BTreeMap::new(),
            cursor,
            scroll: 0,
            preview: None,
            units: Vec::new(),
            undo: Vec::new(),
            touched: BTreeSet::new(),
        }
    }

    /// What is under the cursor.
    #[must_use]
    pub fn shown(&self) -> Option<Shown> {
        self.outline.shown.get(*self.outline.stops.get(self.cursor)?).copied()
    }

    /// The number of the row under the cursor.
    #[must_use]
    pub fn number(&self) -> Option<usize> {
        match self.shown()? {
            Shown::Row(row, _) => Some(row),
            Shown::Day(_) | Shown::Line(..) => None,
        }
    }

    /// The row under the cursor.
    #[must_use]
    pub fn row(&self) -> Option<&Row> {
        self.row_at(self.number()?)
    }

    /// The row with this number.
    #[must_use]
    pub fn row_at(&self, number: usize) -> Option<&Row> {
        let (section, at) = *self.outline.rows.get(number)?;
        self.draft.sections.get(section)?.rows.get(at)
    }

    /// The line of the text under the cursor.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        match self.shown()? {
            Shown::Row(row, _) => self.row_at(row).map(|row| row.line),
            Shown::Line(line, _) => Some(line),
            Shown::Day(_) => None,
        }
    }

    /// The text of a line.
    #[must_use]
    pub fn text_of(&self, line: usize) -> &str {
        line.checked_sub(1).and_then(|at| self.draft.lines.get(at)).map_or("", String::as_str)
    }

    /// The rows of a line, each with the number of its section.
    pub(super) fn rows_of(&self, line: usize) -> impl Iterator<Item = (usize, &Row)> {
        self.draft.sections.iter().enumerate().flat_map(move |(section, drafted)| {
            let from = drafted.rows.partition_point(|row| row.line < line);
            let rows = drafted.rows.iter().skip(from);
            rows.take_while(move |row| row.line == line).map(move |row| (section, row))
        })
    }

    /// The place of the day the cursor is in.
    #[must_use]
    pub fn place(&self) -> Option<usize> {
        let number = self.number().or_else(|| {
            let before = self.outline.stops.get(..self.cursor)?;
            before.iter().rev().find_map(|stop| match self.outline.shown.get(*stop) {
                Some(Shown::Row(row, _)) => Some(*row),
                _ => None,
            })
        });
        let section = number.and_then(|number| self.outline.rows.get(number)).map_or(0, |it| it.0);
        let day = self.draft.sections.get(section)?.day.as_ref().map(|day| day.n);
        self.places.iter().position(|place| place.day == day)
    }

    /// Rows of a day that go in.
    #[must_use]
    pub fn going(&self, place: &Place) -> usize {
        place::going(&self.draft, place.day)
    }

    /// Whether a decision can be taken back.
    #[must_use]
    pub const fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Moves the cursor by stops.
    pub fn step(&mut self, stops: isize) {
        let last = self.outline.stops.len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(stops).min(last);
    }

    /// Puts the cursor on the first stop of a line, or the next one behind it.
    pub fn go_to_line(&mut self, line: usize) {
        let at = self.outline.stops.partition_point(|stop| {
            let shown = self.outline.shown.get(*stop);
            let here = match shown {
                Some(Shown::Row(row, _)) => self.row_at(*row).map_or(0, |row| row.line),
                Some(Shown::Line(line, _)) => *line,
                Some(Shown::Day(_)) | None => 0,
            };
            here < line
        });
        self.cursor = at.min(self.outline.stops.len().saturating_sub(1));
    }

    /// Scrolls so that the line under the cursor is among `lines` shown.
    pub fn keep_visible(&mut self, lines: usize) {
        let at = self.outline.stops.get(self.cursor).copied().unwrap_or(0);
        self.scroll = scrolled(self.scroll, at, self.outline.shown.len(), lines);
    }

    /// Jumps to the next doubtful row in a direction, around the end; whether there is one.
    pub fn doubtful(&mut self, way: Direction) -> bool {
        let count = self.outline.stops.len();
        let row_at = |stop: usize| match self.outline.shown.get(*self.outline.stops.get(stop)?)? {
            Shown::Row(row, _) => self.row_at(*row),
            Shown::Day(_) | Shown::Line(..) => None,
        };
        let found = (1..=count).find_map(|steps| {
            let stop = match way {
                Direction::More => (self.cursor + steps) % count,
                Direction::Less => (self.cursor + count - steps % count) % count,
            };
            row_at(stop).is_some_and(Row::is_doubtful).then_some(stop)
        });
        if let Some(stop) = found {
            self.cursor = stop;
        }
        found.is_some()
    }

    pub(super) fn outline_anew(&mut self) {
        self.outline = Outline::new(&self.draft, &self.places);
        self.cursor = self.cursor.min(self.outline.stops.len().saturating_sub(1));
    }
}
