//! A form as rows that are typed into: the cursor, the text under it, what is wrong with each row.
//! What rows there are, and what they mean, is the form's.

use std::collections::BTreeMap;

use super::plan::scrolled;
use super::{Field, Key, Lines};
use crate::domain::Message;

/// State of the rows of a form.
#[derive(Debug, Clone)]
pub struct Sheet<R> {
    /// The row under the cursor, a position among the rows.
    pub cursor: usize,
    /// First row shown.
    pub scroll: usize,
    /// The text under the cursor.
    pub field: Field,
    /// What is wrong with a row.
    pub errors: BTreeMap<R, Message>,
    /// What was typed into the rows.
    pub texts: BTreeMap<R, String>,
}

impl<R: Copy + Ord> Sheet<R> {
    /// Rows that hold these texts, with the cursor on the first.
    #[must_use]
    pub fn new(texts: BTreeMap<R, String>) -> Self {
        Self { cursor: 0, scroll: 0, field: Field::default(), errors: BTreeMap::new(), texts }
    }

    /// What was typed into a row.
    #[must_use]
    pub fn text(&self, row: R) -> &str {
        self.texts.get(&row).map_or("", String::as_str)
    }

    /// The row under the cursor.
    #[must_use]
    pub fn row(&self, rows: &[R]) -> Option<R> {
        rows.get(self.cursor).copied()
    }

    /// Moves the cursor by rows, around the ends.
    pub fn step(&mut self, rows: &[R], by: isize) {
        let len = rows.len().max(1).cast_signed();
        self.cursor = (self.cursor.cast_signed() + by).rem_euclid(len).cast_unsigned();
        self.enter(rows);
    }

    /// Puts the cursor on a row.
    pub fn go_to(&mut self, rows: &[R], row: R) {
        self.cursor = rows.iter().position(|known| *known == row).unwrap_or(self.cursor);
        self.enter(rows);
    }

    /// Takes the text of the row under the cursor up for typing.
    pub fn enter(&mut self, rows: &[R]) {
        self.field = Field::new(self.row(rows).map_or("", |row| self.text(row)));
    }

    /// Scrolls so that the cursor is among `shown` of so many rows.
    pub fn keep_visible(&mut self, rows: usize, shown: usize) {
        self.scroll = scrolled(self.scroll, self.cursor, rows, shown);
    }

    /// Types into a row, the one under the cursor; whether that changed its text.
    pub fn press(&mut self, row: R, key: Key) -> bool {
        self.field.press(key, Lines::One) && {
            self.take(row);
            true
        }
    }

    /// Puts pasted text into a row, the one under the cursor.
    pub fn paste(&mut self, row: R, text: &str) {
        self.field.paste(text, Lines::One);
        self.take(row);
    }

    fn take(&mut self, row: R) {
        self.texts.insert(row, self.field.line().to_owned());
    }
}
