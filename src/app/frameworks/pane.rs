//! Where the reader is in the frameworks: the list, one of them, or one of its units.

use super::{Card, FrameRow};
use crate::app::Ticket;
use crate::app::plan::scrolled;
use crate::domain::{FrameworkId, Slot};

/// What is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Level {
    /// The list.
    #[default]
    List,
    /// The framework under the list's cursor.
    Framework,
    /// A unit of it.
    Slot(usize),
}

/// Cursor and first line shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct At {
    /// Line under the cursor.
    pub cursor: usize,
    /// First line shown.
    pub scroll: usize,
}

/// State of the screen.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FrameworksPane {
    /// The frameworks, by title; new ones at the end.
    pub cards: Vec<Card>,
    /// The question for them.
    pub asked: Option<Ticket>,
    /// The one that is to be opened once they are there.
    pub wanted: Option<FrameworkId>,
    /// The one that was archived last.
    pub archived: Option<Card>,
    /// What is shown.
    pub level: Level,
    list: At,
    framework: At,
    slot: At,
}

impl FrameworksPane {
    /// Waits for the answer to a question; goes to one of them when it is there.
    #[must_use]
    pub fn asked(ticket: Ticket, wanted: Option<FrameworkId>) -> Self {
        Self { asked: Some(ticket), wanted, ..Self::default() }
    }

    /// Takes the frameworks in.
    pub fn fill(&mut self, cards: Vec<Card>) {
        self.asked = None;
        self.cards = cards;
        self.list = At::default();
        if let Some(wanted) = self.wanted.take()
            && let Some(at) = self.cards.iter().position(|card| card.framework.id == wanted)
        {
            self.list.cursor = at;
            self.enter(Level::Framework);
        }
    }

    /// The framework under the list's cursor.
    #[must_use]
    pub fn card(&self) -> Option<&Card> {
        self.cards.get(self.list.cursor)
    }

    /// The same, to be changed.
    pub fn card_mut(&mut self) -> Option<&mut Card> {
        self.cards.get_mut(self.list.cursor)
    }

    /// The framework with an id.
    pub fn card_of(&mut self, id: &FrameworkId) -> Option<&mut Card> {
        self.cards.iter_mut().find(|card| card.framework.id == *id)
    }

    /// Puts a framework at the end of the list and goes into it.
    pub fn add(&mut self, card: Card) {
        self.cards.push(card);
        self.list.cursor = self.cards.len() - 1;
        self.enter(Level::Framework);
    }

    /// Takes the framework under the cursor out of the list.
    pub fn archive(&mut self) -> Option<&mut Card> {
        if self.list.cursor >= self.cards.len() {
            return None;
        }
        let card = self.cards.remove(self.list.cursor);
        self.list.cursor = self.list.cursor.min(self.cards.len().saturating_sub(1));
        Some(self.archived.insert(card))
    }

    /// Puts the framework that was archived last back.
    pub fn restore(&mut self) -> Option<&mut Card> {
        let card = self.archived.take()?;
        self.cards.push(card);
        self.list.cursor = self.cards.len() - 1;
        self.cards.last_mut()
    }

    /// Place of the unit that is meant: the one that is open, or under the cursor.
    #[must_use]
    pub fn slot_at(&self) -> Option<usize> {
        match (self.level, self.row()) {
            (Level::Slot(at), _) | (Level::Framework, Some(FrameRow::Slot(at))) => Some(at),
            _ => None,
        }
    }

    /// The unit that is meant.
    #[must_use]
    pub fn slot(&self) -> Option<&Slot> {
        self.card()?.framework.slots.get(self.slot_at()?)
    }

    /// The rows that are shown; none in the list.
    #[must_use]
    pub fn rows(&self) -> Vec<FrameRow> {
        match (self.level, self.card()) {
            (Level::Framework, Some(card)) => FrameRow::of_framework(card.framework.slots.len()),
            (Level::Slot(_), Some(_)) => FrameRow::OF_SLOT.to_vec(),
            _ => Vec::new(),
        }
    }

    /// The row under the cursor.
    #[must_use]
    pub fn row(&self) -> Option<FrameRow> {
        self.rows().get(self.at().cursor).copied()
    }

    /// Cursor and first line of what is shown.
    #[must_use]
    pub const fn at(&self) -> At {
        match self.level {
            Level::List => self.list,
            Level::Framework => self.framework,
            Level::Slot(_) => self.slot,
        }
    }

    const fn at_mut(&mut self) -> &mut At {
        match self.level {
            Level::List => &mut self.list,
            Level::Framework => &mut self.framework,
            Level::Slot(_) => &mut self.slot,
        }
    }

    fn len(&self) -> usize {
        if self.level == Level::List { self.cards.len() } else { self.rows().len() }
    }

    /// Goes to another level; the cursor of a framework or unit starts at its top.
    pub fn enter(&mut self, level: Level) {
        self.level = level;
        *self.at_mut() = At::default();
    }

    /// Goes one level up; whether there was one.
    pub const fn leave(&mut self) -> bool {
        self.level = match self.level {
            Level::List => return false,
            Level::Framework => Level::List,
            Level::Slot(_) => Level::Framework,
        };
        true
    }

    /// Moves the cursor by lines.
    pub fn step(&mut self, lines: isize) {
        let last = self.len().saturating_sub(1);
        let at = self.at_mut();
        at.cursor = at.cursor.saturating_add_signed(lines).min(last);
    }

    /// Puts the cursor on a row.
    pub fn go_to(&mut self, row: FrameRow) {
        if let Some(cursor) = self.rows().iter().position(|known| *known == row) {
            self.at_mut().cursor = cursor;
        }
    }

    /// Keeps the cursor on a line that exists and in sight of `rows` lines.
    pub fn keep_visible(&mut self, rows: usize) {
        self.step(0);
        let len = self.len();
        let at = self.at_mut();
        at.scroll = scrolled(at.scroll, at.cursor, len, rows);
    }
}
