//! What the list can be narrowed by, as lines: the facets, and under the open one its values with
//! the number of exercises each would leave. Typing looks for a value in all facets.

use super::names::value_name;
use crate::app::plan::scrolled;
use crate::domain::Lang;
use crate::language::fold;
use crate::library::{Facet, FacetValue, Library, Listing};

/// A line of the facets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FacetLine {
    /// Name of a facet.
    Heading(Facet),
    /// A value, its name and how many exercises it would leave.
    Value(FacetValue, String, usize),
}

/// State of the facets.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FacetPane {
    /// What is looked for among the values.
    pub typed: String,
    /// The facet whose values are shown.
    pub open: Option<Facet>,
    /// What is shown.
    pub lines: Vec<FacetLine>,
    /// The line under the cursor.
    pub cursor: usize,
    /// First line shown.
    pub scroll: usize,
    values: Vec<(FacetValue, String, usize)>,
}

impl FacetPane {
    /// Takes the counts of a new listing in; the cursor stays on its value.
    pub fn refill(&mut self, library: &Library, listing: &Listing, lang: Lang) {
        self.values = listing
            .counts
            .iter()
            .map(|(value, count)| (value.clone(), value_name(value, library, lang), *count))
            .collect();
        self.lay_out();
    }

    /// Looks for other values.
    pub fn type_in(&mut self, typed: String) {
        self.typed = typed;
        self.lay_out();
        self.cursor = self
            .lines
            .iter()
            .position(|line| matches!(line, FacetLine::Value(..)))
            .filter(|_| !self.typed.is_empty())
            .unwrap_or(0);
    }

    /// Opens the facet under the cursor, or closes the open one.
    pub fn open(&mut self, facet: Option<Facet>) {
        let here = self.facet();
        self.open = facet;
        self.lay_out();
        let heading = FacetLine::Heading(here.unwrap_or(Facet::Category));
        self.cursor = self.lines.iter().position(|line| *line == heading).unwrap_or(0);
        if facet.is_some() {
            self.step(1);
        }
    }

    /// The facet the cursor is in.
    #[must_use]
    pub fn facet(&self) -> Option<Facet> {
        match self.lines.get(self.cursor)? {
            FacetLine::Heading(facet) => Some(*facet),
            FacetLine::Value(value, ..) => Some(value.facet),
        }
    }

    /// The value under the cursor.
    #[must_use]
    pub fn value(&self) -> Option<&FacetValue> {
        match self.lines.get(self.cursor)? {
            FacetLine::Value(value, ..) => Some(value),
            FacetLine::Heading(_) => None,
        }
    }

    /// Moves the cursor by lines.
    pub fn step(&mut self, lines: isize) {
        let last = self.lines.len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(lines).min(last);
    }

    /// Scrolls so that the cursor is among `rows` lines shown.
    pub fn keep_visible(&mut self, rows: usize) {
        self.scroll = scrolled(self.scroll, self.cursor, self.lines.len(), rows);
    }

    fn lay_out(&mut self) {
        let here = self.lines.get(self.cursor).map(place);
        let sought = fold(&self.typed);
        let mut lines = Vec::new();
        for facet in Facet::ALL {
            let values = self.values.iter().filter(|(value, ..)| value.facet == facet);
            if sought.is_empty() {
                lines.push(FacetLine::Heading(facet));
                if self.open == Some(facet) {
                    lines.extend(values.cloned().map(line));
                }
            } else {
                let mut found =
                    values.filter(|(_, name, _)| fold(name).contains(&sought)).cloned().peekable();
                if found.peek().is_some() {
                    lines.push(FacetLine::Heading(facet));
                    lines.extend(found.map(line));
                }
            }
        }
        self.lines = lines;
        self.cursor = here
            .and_then(|here| self.lines.iter().position(|line| place(line) == here))
            .unwrap_or_else(|| self.cursor.min(self.lines.len().saturating_sub(1)));
    }
}

fn line((value, name, count): (FacetValue, String, usize)) -> FacetLine {
    FacetLine::Value(value, name, count)
}

/// What makes a line the same line with another count.
fn place(line: &FacetLine) -> (Facet, Option<FacetValue>) {
    match line {
        FacetLine::Heading(facet) => (*facet, None),
        FacetLine::Value(value, ..) => (value.facet, Some(value.clone())),
    }
}
