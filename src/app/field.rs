//! Text being typed: one line, or many. The editing itself is the text area's; what is typed or
//! pasted is cleaned before it goes in.

use ratatui::style::{Modifier, Style};
use ratatui_textarea::{CursorMove, Input, Key as AreaKey, TextArea};

use super::key::{Code, Key};
use crate::language::clean;

/// A field with its cursor and its own undo.
#[derive(Debug, Clone)]
pub struct Field {
    area: TextArea<'static>,
}

impl Default for Field {
    fn default() -> Self {
        Self::new("")
    }
}

impl Field {
    /// A field holding `text`, with the cursor at its end.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let cleaned = clean(text).text;
        let mut area = TextArea::from(cleaned.lines());
        area.set_cursor_line_style(Style::default());
        area.set_cursor_style(Style::default().add_modifier(Modifier::REVERSED));
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self { area }
    }

    /// What was typed; lines are joined by line feeds.
    #[must_use]
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// The first line.
    #[must_use]
    pub fn line(&self) -> &str {
        self.area.lines().first().map_or("", String::as_str)
    }

    /// Whether nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.area.is_empty()
    }

    /// Puts pasted text in, cleaned; the number of signs that were removed.
    pub fn paste(&mut self, text: &str, lines: Lines) -> usize {
        let cleaned = clean(text);
        let text = match lines {
            Lines::Many => cleaned.text,
            Lines::One => cleaned.text.replace(['\n', '\r'], " "),
        };
        self.area.insert_str(text);
        cleaned.removed
    }

    /// Gives a key to the field; whether it changed the text.
    pub fn press(&mut self, key: Key, lines: Lines) -> bool {
        if lines == Lines::One
            && (key.code == Code::Enter || (key.ctrl && key.code == Code::Char('m')))
        {
            return false;
        }
        if key.ctrl && key.code == Code::Char('u') {
            // As in a shell; the text area itself would undo.
            return self.area.delete_line_by_head();
        }
        self.area.input(input_of(key))
    }

    /// Cursor as line and column, in characters from 0.
    #[must_use]
    pub fn cursor(&self) -> (usize, usize) {
        let cursor = self.area.cursor();
        (cursor.0, cursor.1)
    }

    /// The editing state, for drawing.
    #[must_use]
    pub const fn area(&self) -> &TextArea<'static> {
        &self.area
    }
}

/// Whether a field takes line breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lines {
    /// A single line.
    One,
    /// As many as are typed.
    Many,
}

const fn input_of(key: Key) -> Input {
    let code = match key.code {
        Code::Char(sign) => AreaKey::Char(sign),
        Code::F(number) => AreaKey::F(number),
        Code::Enter => AreaKey::Enter,
        Code::Esc => AreaKey::Esc,
        Code::Tab => AreaKey::Tab,
        Code::Backspace => AreaKey::Backspace,
        Code::Delete => AreaKey::Delete,
        Code::Up => AreaKey::Up,
        Code::Down => AreaKey::Down,
        Code::Left => AreaKey::Left,
        Code::Right => AreaKey::Right,
        Code::Home => AreaKey::Home,
        Code::End => AreaKey::End,
        Code::PageUp => AreaKey::PageUp,
        Code::PageDown => AreaKey::PageDown,
    };
    Input { key: code, ctrl: key.ctrl, alt: key.alt, shift: key.shift }
}
