//! Lists to choose from by typing: units, groups, commands, exercises. Filtering is fuzzy and
//! works on what the list shows.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::Field;
use super::library::LibraryPick;
pub use super::target::Target;
use crate::domain::ItemId;

/// What a list is for; decides what choosing does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// Open a unit or a program.
    Plan,
    /// Change the group or athlete.
    Owner,
    /// Run a command.
    Command,
    /// Put another exercise in place of an item's.
    Swap(ItemId),
    /// Give a row of the import its exercise.
    ImportRow(usize),
    /// Something for the library.
    Library(LibraryPick),
    /// Let a day of the import go elsewhere.
    ImportPlace(usize),
    /// Choose the version a program is compared with.
    Compare,
    /// Forget a taught name.
    Taught,
    /// Take a chip of the suggestions away, or change it.
    Chips,
    /// Choose the progression graph of the suggestions.
    Graph,
    /// Ask why an exercise stands where it does.
    WhyNot,
    /// Take a form of the hit under the cursor.
    Variants,
}

/// An entry of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it stands for.
    pub target: Target,
    /// What is filtered and shown first.
    pub label: String,
    /// What is shown at the right.
    pub detail: String,
}

/// An open list.
#[derive(Debug, Clone)]
pub struct Picker {
    /// What it is for.
    pub purpose: Purpose,
    /// What was typed.
    pub query: Field,
    /// Everything that can be chosen.
    pub entries: Vec<Entry>,
    /// Indexes of the entries that match, best first.
    pub shown: Vec<usize>,
    /// Position in `shown`.
    pub cursor: usize,
    /// First entry shown.
    pub scroll: usize,
}

impl Picker {
    /// A list with the cursor on the entry at `cursor`.
    #[must_use]
    pub fn new(purpose: Purpose, entries: Vec<Entry>, cursor: usize) -> Self {
        let shown = (0..entries.len()).collect();
        Self { purpose, query: Field::default(), entries, shown, cursor, scroll: 0 }
    }

    /// Filters anew after typing. Entries that come ranked from a search stay in their order.
    pub fn filter(&mut self) {
        self.cursor = 0;
        self.scroll = 0;
        let typed = self.query.line();
        if typed.trim().is_empty() {
            self.shown = (0..self.entries.len()).collect();
            return;
        }
        let pattern = Pattern::parse(typed, CaseMatching::Ignore, Normalization::Smart);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut buffer = Vec::new();
        let mut scored: Vec<(u32, usize)> = self
            .entries
            .iter()
            .enumerate()
            .filter_map(|(at, entry)| {
                let line = format!("{} {}", entry.label, entry.detail);
                let score = pattern.score(Utf32Str::new(&line, &mut buffer), &mut matcher)?;
                Some((score, at))
            })
            .collect();
        scored.sort_by_key(|(score, at)| (std::cmp::Reverse(*score), *at));
        self.shown = scored.into_iter().map(|(_, at)| at).collect();
    }

    /// Puts new entries in, as from a search, keeping what was typed.
    pub fn refill(&mut self, entries: Vec<Entry>) {
        self.shown = (0..entries.len()).collect();
        self.entries = entries;
        self.cursor = 0;
        self.scroll = 0;
    }

    /// Moves the cursor by lines.
    pub fn step(&mut self, lines: isize, rows: usize) {
        let last = self.shown.len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(lines).min(last);
        self.scroll = super::plan::scrolled(self.scroll, self.cursor, self.shown.len(), rows);
    }

    /// The entry under the cursor.
    #[must_use]
    pub fn chosen(&self) -> Option<&Entry> {
        self.entries.get(*self.shown.get(self.cursor)?)
    }
}
