//! The list of groups and athletes: whom the desk is for, and where somebody new begins.

use super::{Card, FrameworkCard, Person};
use crate::app::plan::scrolled;
use crate::app::{Field, Key, Lines, Ticket};
use crate::language::fold;

/// State of the list.
#[derive(Debug, Clone, Default)]
pub struct PeoplePane {
    /// Everybody, groups first, by name.
    pub cards: Vec<Card>,
    /// Frameworks a group can follow.
    pub frameworks: Vec<FrameworkCard>,
    /// What was typed to find somebody.
    pub query: Field,
    /// Whether it is being typed.
    pub searching: bool,
    /// Position among those shown.
    pub cursor: usize,
    /// First position shown.
    pub scroll: usize,
    /// The question for the list; `None` once it was answered.
    pub asked: Option<Ticket>,
    /// Who was archived last, to be put back.
    pub gone: Option<Person>,
}

impl PeoplePane {
    /// A list that is being fetched.
    #[must_use]
    pub fn asking(ticket: Ticket) -> Self {
        Self { asked: Some(ticket), ..Self::default() }
    }

    /// Those whose names hold what was typed.
    #[must_use]
    pub fn shown(&self) -> Vec<&Card> {
        let sought = fold(self.query.line());
        self.cards.iter().filter(|card| fold(card.person.name()).contains(&sought)).collect()
    }

    /// Whoever the cursor is on.
    #[must_use]
    pub fn chosen(&self) -> Option<&Card> {
        self.shown().get(self.cursor).copied()
    }

    /// Types into the search.
    pub fn seek(&mut self, key: Key) {
        if self.query.press(key, Lines::One) {
            self.cursor = 0;
        }
    }

    /// Moves the cursor by lines.
    pub fn step(&mut self, lines: isize) {
        let last = self.shown().len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(lines).min(last);
    }

    /// Puts the cursor on somebody.
    pub fn go_to(&mut self, id: &str) {
        let place = self.shown().iter().position(|card| card.person.id() == id);
        self.cursor = place.unwrap_or(self.cursor);
    }

    /// Scrolls so that the cursor is among `rows` shown.
    pub fn keep_visible(&mut self, rows: usize) {
        self.step(0);
        self.scroll = scrolled(self.scroll, self.cursor, self.shown().len(), rows);
    }
}
