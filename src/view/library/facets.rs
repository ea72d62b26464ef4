//! What the list can be narrowed by, with how many exercises each value would leave.

use ratatui::layout::Rect;

use super::super::pen::Pen;
use super::super::theme::Meaning;
use crate::app::library::{FacetLine, LibraryPane, facet_name};
use crate::language::columns;

/// Draws the lines in sight, and what was typed to find a value.
pub(super) fn draw(pane: &LibraryPane, mut pen: Pen<'_>) {
    let typed = &pane.facets.typed;
    if typed.is_empty() {
        let hint = pen.say("library-facets-hint");
        pen.put(2, 0, &hint, Meaning::Dim);
    } else {
        let column = pen.put(1, 0, "> ", Meaning::Key);
        pen.put(column, 0, typed, Meaning::Value);
    }
    let mut pen = pen.within(pen.below(1));
    let rows = pen.height();
    let lines = pane.facets.lines.iter().enumerate().skip(pane.facets.scroll).take(rows);
    for (at, line) in lines {
        let row = at - pane.facets.scroll;
        let here = at == pane.facets.cursor;
        match line {
            FacetLine::Heading(facet) => {
                let name = facet_name(*facet, pen.lang());
                let open = pane.facets.open == Some(*facet) || !typed.is_empty();
                let sign = if open { "▾ " } else { "▸ " };
                let column = pen.put(1, row, sign, Meaning::Dim);
                let meaning = if here { Meaning::Cursor } else { Meaning::Title };
                let column = pen.put(column, row, &name, meaning);
                let chosen = pane.chosen.iter().filter(|value| value.facet == *facet).count();
                if chosen > 0 {
                    pen.put(column + 1, row, &format!("✓{chosen}"), Meaning::Good);
                }
            }
            FacetLine::Value(value, name, count) => {
                let chosen = pane.chosen.contains(value);
                let sign = if chosen { "[x] " } else { "[ ] " };
                let count = count.to_string();
                let start = pen.width().saturating_sub(columns(&count) + 1);
                let column =
                    pen.put(3, row, sign, if chosen { Meaning::Good } else { Meaning::Dim });
                let meaning = match (here, count.as_str()) {
                    (true, _) => Meaning::Cursor,
                    (false, "0") => Meaning::Dim,
                    (false, _) => Meaning::Plain,
                };
                let area = pen.area();
                let room = Rect { width: start.saturating_sub(1) as u16, ..area };
                pen.within(room).put(column, row, name, meaning);
                pen.put(start, row, &count, Meaning::Dim);
            }
        }
        if here {
            pen.put(0, row, "▌", Meaning::Focus);
        }
    }
}
