//! The last border before a terminal: whatever the panes put into a frame, no cell leaves it
//! with anything but printable text. Sanitising where text comes in is the rule; this makes an
//! omission harmless.

use ratatui::buffer::Buffer;

use crate::language::clean;

/// Cleans every cell of a frame.
pub(super) fn close(frame: &mut Buffer) {
    for cell in &mut frame.content {
        let symbol = cell.symbol();
        let mut bytes = symbol.bytes();
        if matches!((bytes.next(), bytes.next()), (Some(b' '..=b'~'), None)) {
            continue;
        }
        // a cell has one line: a break that a text may keep would move the cursor here
        let cleaned = clean(symbol).text.replace('\n', " ");
        if cleaned != symbol {
            replace(cell, &cleaned);
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the text was cleaned one line above")]
fn replace(cell: &mut ratatui::buffer::Cell, text: &str) {
    cell.set_symbol(if text.is_empty() { " " } else { text });
}
