//! A list to choose from, with what was typed to filter it.

use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::pen::Pen;
use super::theme::Meaning;
use crate::app::picker::{Picker, Purpose};
use crate::language::columns;

/// Draws the list over the panes.
pub(super) fn draw(picker: &Picker, mut pen: Pen<'_>) {
    pen.clear();
    let title = pen.say(match &picker.purpose {
        Purpose::Plan => "picker-plans",
        Purpose::Owner => "picker-owners",
        Purpose::Command => "picker-commands",
        Purpose::Swap(_) => "picker-swap",
        Purpose::ImportRow(_) => "picker-row",
        Purpose::Library(pick) => pick.key(),
        Purpose::ImportPlace(_) => "picker-place",
        Purpose::Taught => "picker-taught",
        Purpose::Compare => "picker-compare",
        Purpose::Chips => "picker-chips",
        Purpose::Graph => "picker-graph",
        Purpose::WhyNot => "picker-why-not",
        Purpose::Variants => "picker-variants",
    });
    pen.heading(&title, true);
    let prompt = pen.put(1, 1, "> ", Meaning::Key);
    let area = pen.area();
    if area.height > 1 {
        let field = Rect {
            x: area.x + prompt as u16,
            y: area.y + 1,
            width: area.width.saturating_sub(prompt as u16),
            height: 1,
        };
        picker.query.area().render(field, pen.frame());
    }
    let mut pen = pen.within(pen.below(3));
    if picker.shown.is_empty() {
        let text =
            pen.say(if picker.entries.is_empty() { "picker-empty" } else { "picker-no-match" });
        pen.put(2, 0, &text, Meaning::Dim);
    }
    let rows = pen.height();
    for (at, index) in picker.shown.iter().enumerate().skip(picker.scroll).take(rows) {
        let Some(entry) = picker.entries.get(*index) else { continue };
        let row = at - picker.scroll;
        // The label keeps the left half, however long the detail is.
        let start = pen.width() - columns(&entry.detail).min(pen.width() / 2);
        pen.put(start, row, &entry.detail, Meaning::Dim);
        let room = start.saturating_sub(1);
        {
            let area = pen.area();
            let mut left = pen.within(Rect { width: room as u16, ..area });
            left.put(2, row, &entry.label, Meaning::Plain);
        }
        if at == picker.cursor {
            pen.put(0, row, "▌", Meaning::Focus);
            let width = (columns(&entry.label) + 2).min(room.saturating_sub(1));
            pen.mark(1, row, width, Meaning::Cursor);
        }
    }
}
