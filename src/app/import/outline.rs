//! The lines of a review in the order they are shown, made once and again only when rows come or
//! go: a frame looks at the lines it shows and no others, however long the text is.

use std::collections::{BTreeMap, HashMap};

use super::place::Place;
use crate::import::Draft;
use crate::language::fold;

/// One line of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// A day begins: its number in the list of places.
    Day(usize),
    /// A row: its number, and whether it is the first of its line.
    Row(usize, bool),
    /// A line of the text without a row.
    Line(usize, Line),
}

/// What a line without a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// The heading of a section.
    Title,
    /// Left out; it can be taken back in.
    Ignored,
    /// Blank, or part of how its neighbours are organised.
    Silent,
}

/// The lines of a review.
#[derive(Debug, Clone, Default)]
pub struct Outline {
    /// Every line of the screen.
    pub shown: Vec<Shown>,
    /// Where the cursor can stand: positions in `shown`.
    pub stops: Vec<usize>,
    /// The stop of each row.
    pub stop_of: Vec<usize>,
    /// Section and position of each row.
    pub rows: Vec<(usize, usize)>,
    /// Rows by their folded name.
    names: HashMap<String, Vec<usize>>,
}

impl Outline {
    /// The lines of a draft whose days go to these places.
    #[must_use]
    pub fn new(draft: &Draft, places: &[Place]) -> Self {
        let mut outline = Self::default();
        let mut by_line: Vec<(usize, usize)> = Vec::new();
        for (number, section) in draft.sections.iter().enumerate() {
            for (at, row) in section.rows.iter().enumerate() {
                by_line.push((row.line, outline.rows.len()));
                outline.names.entry(fold(&row.name)).or_default().push(outline.rows.len());
                outline.rows.push((number, at));
            }
        }
        by_line.sort_by_key(|(line, _)| *line);
        outline.stop_of = vec![0; outline.rows.len()];
        let titles = titles(draft);
        let days = if places.len() > 1 { days(draft, &titles, places) } else { BTreeMap::new() };
        let mut rows = by_line.into_iter().peekable();
        let mut ignored = draft.ignored.iter().copied().peekable();
        for (line, text) in (1..).zip(&draft.lines) {
            if let Some(day) = days.get(&line) {
                outline.shown.push(Shown::Day(*day));
            }
            let mut first = true;
            while let Some((_, row)) = rows.next_if(|(at, _)| *at == line) {
                outline.stop(Shown::Row(row, first), Some(row));
                first = false;
            }
            while ignored.next_if(|at| *at < line).is_some() {}
            let left_out = ignored.next_if_eq(&line).is_some();
            if !first {
                continue;
            }
            if titles.contains_key(&line) {
                outline.shown.push(Shown::Line(line, Line::Title));
            } else if left_out && !text.trim().is_empty() {
                outline.stop(Shown::Line(line, Line::Ignored), None);
            } else {
                outline.shown.push(Shown::Line(line, Line::Silent));
            }
        }
        outline
    }

    fn stop(&mut self, shown: Shown, row: Option<usize>) {
        if let Some(place) = row.and_then(|row| self.stop_of.get_mut(row)) {
            *place = self.stops.len();
        }
        self.stops.push(self.shown.len());
        self.shown.push(shown);
    }

    /// The rows with this name, whatever its case.
    #[must_use]
    pub fn named(&self, name: &str) -> &[usize] {
        self.names.get(&fold(name)).map_or(&[], Vec::as_slice)
    }
}

/// The line each section's title stands on, with the section's number.
fn titles(draft: &Draft) -> BTreeMap<usize, usize> {
    let mut titles = BTreeMap::new();
    let mut after = 1;
    for (number, section) in draft.sections.iter().enumerate() {
        let Some(first) = section.rows.first().map(|row| row.line) else { continue };
        let title = section.title.trim();
        if !title.is_empty() {
            let holds =
                |line: &usize| draft.lines.get(line - 1).is_some_and(|text| text.contains(title));
            if let Some(line) = (after..first).rev().find(holds) {
                titles.insert(line, number);
            }
        }
        after = section.rows.last().map_or(after, |row| row.line + 1);
    }
    titles
}

/// The line before which each day is announced.
fn days(
    draft: &Draft,
    titles: &BTreeMap<usize, usize>,
    places: &[Place],
) -> BTreeMap<usize, usize> {
    let title_of: HashMap<usize, usize> =
        titles.iter().map(|(line, section)| (*section, *line)).collect();
    let place_of: HashMap<Option<u16>, usize> =
        places.iter().enumerate().map(|(at, place)| (place.day, at)).collect();
    let mut days: BTreeMap<usize, usize> = BTreeMap::new();
    let mut seen = vec![false; places.len()];
    for (number, section) in draft.sections.iter().enumerate() {
        let Some(first) = section.rows.first() else { continue };
        let Some(place) = place_of.get(&section.day.as_ref().map(|day| day.n)) else { continue };
        if let Some(seen) = seen.get_mut(*place).filter(|seen| !**seen) {
            *seen = true;
            days.insert(title_of.get(&number).copied().unwrap_or(first.line), *place);
        }
    }
    days
}
