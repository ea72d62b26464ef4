//! A row of a form: what it is called, and what it holds by the way it is changed.

use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::pen::Pen;
use super::theme::Meaning;
use crate::app::Field;

/// What a row holds.
pub(super) enum Cell {
    /// Something typed.
    Text(String),
    /// One of a few values.
    Cycle(String),
    /// Values picked from a list; nothing shows as a dash.
    List(String),
    /// Room for something more: what Enter does.
    Action(String),
    /// Something known that nobody changes here.
    Known(String),
}

/// A row.
pub(super) struct Line<'a> {
    /// What it is called.
    pub(super) label: String,
    /// What it holds.
    pub(super) cell: Cell,
    /// Whether something is wrong with it.
    pub(super) wrong: bool,
    /// Whether the cursor is on it.
    pub(super) here: bool,
    /// The text under the cursor.
    pub(super) field: &'a Field,
}

impl Line<'_> {
    /// Draws the row, its values from column `width` on, or from the middle of a narrow screen.
    pub(super) fn draw(&self, at: usize, width: usize, pen: &mut Pen<'_>) {
        let width = width.min(pen.width() / 2);
        let (area, here) = (pen.area(), self.here);
        if here {
            pen.put(0, at, "▌", Meaning::Focus);
        }
        {
            let mut pen = pen.within(Rect { width: width.saturating_sub(1) as u16, ..area });
            pen.put(2, at, &self.label, if here { Meaning::Title } else { Meaning::Dim });
        }
        let column = if self.wrong { pen.put(width, at, "✗ ", Meaning::Bad) } else { width };
        let plain = if here { Meaning::Cursor } else { Meaning::Plain };
        match &self.cell {
            Cell::Text(_) if here => {
                let field = Rect {
                    x: area.x + column as u16,
                    y: area.y + at as u16,
                    width: area.width.saturating_sub(column as u16),
                    height: u16::from(area.height > at as u16),
                };
                self.field.area().render(field, pen.frame());
            }
            Cell::Text(text) => {
                let meaning = if self.wrong { Meaning::Bad } else { Meaning::Plain };
                pen.put(column, at, text, meaning);
            }
            Cell::Cycle(value) => {
                let sign = if here { Meaning::Key } else { Meaning::Dim };
                let column = pen.put(column, at, "‹ ", sign);
                let column = pen.put(column, at, value, plain);
                pen.put(column, at, " ›", sign);
            }
            Cell::List(value) => {
                let value = if value.is_empty() { "–" } else { value };
                pen.put(column, at, value, plain);
            }
            Cell::Action(hint) => {
                pen.put(column, at, hint, if here { Meaning::Cursor } else { Meaning::Dim });
            }
            Cell::Known(text) => {
                pen.put(column, at, text, if here { Meaning::Cursor } else { Meaning::Value });
            }
        }
    }
}
