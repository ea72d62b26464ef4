//! Two versions of a program side by side: what is shown, and where the reader is.

use crate::domain::Program;
use crate::generation::{Change, SideBySide, side_by_side};
use crate::library::Library;

/// How much is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// Days in which they differ, and of those only the lines that do.
    Changes,
    /// Every line.
    All,
    /// The figures of both as a whole.
    Figures,
}

impl Shown {
    /// In the order of the keys.
    pub const ALL: [Self; 3] = [Self::Changes, Self::All, Self::Figures];

    /// The one `steps` further, around the ends.
    #[must_use]
    pub fn step(self, steps: usize) -> Self {
        let at = Self::ALL.iter().position(|shown| *shown == self).unwrap_or(0);
        Self::ALL.iter().copied().cycle().nth(at + steps).unwrap_or(self)
    }
}

/// A line of the comparison, by its place in the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// A week.
    Week(usize),
    /// A day of a week.
    Day(usize, usize),
    /// A pair of lines of a day.
    Row(usize, usize, usize),
    /// A figure of both.
    Figure(usize),
    /// Sets of a muscle.
    Muscle(usize),
    /// Findings of a rule.
    Rule(usize),
}

/// Figures of a version as a whole that stand above muscles and rules.
pub const FIGURES: usize = 7;

/// An open comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparePane {
    /// The two versions.
    pub both: SideBySide,
    /// What is shown.
    pub shown: Shown,
    /// The lines of it.
    pub lines: Vec<Line>,
    /// First one on the screen.
    pub scroll: usize,
}

impl ComparePane {
    /// The comparison of two programs, at what differs.
    #[must_use]
    pub fn new(left: &Program, right: &Program, library: &Library) -> Self {
        let both = side_by_side(left, right, library);
        let lines = lines(&both, Shown::Changes);
        Self { both, shown: Shown::Changes, lines, scroll: 0 }
    }

    /// Shows more, less, or the figures.
    pub fn turn(&mut self, steps: usize) {
        self.shown = self.shown.step(steps);
        self.lines = lines(&self.both, self.shown);
        self.scroll = 0;
    }

    /// Moves by lines, with `rows` of them shown.
    pub fn step(&mut self, lines: isize, rows: usize) {
        let last = self.lines.len().saturating_sub(rows.max(1));
        self.scroll = self.scroll.saturating_add_signed(lines).min(last);
    }

    /// Goes to the next week below, or above.
    pub fn step_week(&mut self, down: bool, rows: usize) {
        let is_week = |line: &Line| matches!(line, Line::Week(_));
        let found = if down {
            let below = self.lines.iter().skip(self.scroll + 1).position(is_week);
            below.map(|at| self.scroll + 1 + at)
        } else {
            self.lines.iter().take(self.scroll).rposition(is_week)
        };
        if let Some(at) = found {
            self.scroll = at;
            self.step(0, rows);
        }
    }
}

fn lines(both: &SideBySide, shown: Shown) -> Vec<Line> {
    if shown == Shown::Figures {
        return (0..FIGURES)
            .map(Line::Figure)
            .chain((0..both.rules.len()).map(Line::Rule))
            .chain((0..both.muscles.len()).map(Line::Muscle))
            .collect();
    }
    let mut lines = Vec::new();
    for (at, week) in both.weeks.iter().enumerate() {
        lines.push(Line::Week(at));
        for (day, pair) in week.days.iter().enumerate() {
            if shown == Shown::Changes && pair.is_same() {
                continue;
            }
            lines.push(Line::Day(at, day));
            let rows = pair.rows.iter().enumerate();
            let rows = rows.filter(|(_, row)| shown == Shown::All || row.change != Change::Same);
            lines.extend(rows.map(|(row, _)| Line::Row(at, day, row)));
        }
    }
    lines
}
