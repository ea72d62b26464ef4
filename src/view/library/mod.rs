//! The library: what is searched for, the list, and beside or instead of it the facets or the
//! exercise.

mod choice;
mod detail;
mod facets;
mod form;
mod list;
mod lists;
mod steps;

pub(super) use choice::draw as choice;
pub(super) use form::draw as form;
pub(super) use lists::{draw as lists, kept};

use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::pen::Pen;
use super::theme::Meaning;
use crate::app::Model;
use crate::app::library::{LibraryPane, Part, Places, facet_name, value_name};
use crate::domain::Message;
use crate::language::columns;

/// Draws the screen over the panes.
pub(super) fn draw(model: &Model, pane: &LibraryPane, mut pen: Pen<'_>) {
    pen.clear();
    let places = Places::of(pen.area(), pane.part);
    head(pane, pen.within(places.head));
    if places.list.height > 0 {
        list::draw(pane, pen.within(places.list));
    }
    if places.facets.height > 0 {
        facets::draw(pane, pen.within(places.facets));
    }
    if places.detail.height > 0 {
        let beside = places.detail.x > pen.area().x;
        let area = inset(&mut pen, places.detail, beside);
        detail::draw(model, pane, pen.within(area));
    }
}

/// Leaves a column for the line between list and exercise, and draws it.
fn inset(pen: &mut Pen<'_>, area: Rect, beside: bool) -> Rect {
    if !beside {
        return area;
    }
    let mut line = pen.within(area);
    for row in 0..line.height() {
        line.put(0, row, "│", Meaning::Dim);
    }
    Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area }
}

/// Title with how many are listed, then what was typed and what the list is narrowed to.
fn head(pane: &LibraryPane, mut pen: Pen<'_>) {
    let title = pen.say("library-title");
    let end = pen.heading(&title, true);
    let count = Message::new("library-count")
        .with("found", pane.listing.found.len())
        .with("all", pane.library.exercises().len());
    let count = pen.text(&count);
    pen.put(end, 0, &format!("{count} "), Meaning::Dim);
    let prompt = if pane.part == Part::Search { Meaning::Focus } else { Meaning::Key };
    let column = pen.put(1, 1, "/ ", prompt);
    let chips = chips(pane, &pen);
    let room = pen.width().saturating_sub(column);
    let chips_width = columns(&chips).min(room * 2 / 3);
    let field_width = if chips.is_empty() { room } else { room.saturating_sub(chips_width + 1) };
    let area = pen.area();
    if area.height > 1 {
        if pane.query.is_empty() && pane.part != Part::Search {
            let hint = pen.say("library-search-empty");
            let field =
                Rect { y: area.y + 1, width: (column + field_width) as u16, height: 1, ..area };
            pen.within(field).put(column, 0, &hint, Meaning::Dim);
        } else if pane.part == Part::Search {
            let field = Rect {
                x: area.x + column as u16,
                y: area.y + 1,
                width: field_width as u16,
                height: 1,
            };
            pane.query.area().render(field, pen.frame());
        } else {
            pen.put(column, 1, pane.query.line(), Meaning::Value);
        }
        if !chips.is_empty() {
            pen.put(column + field_width + 1, 1, &chips, Meaning::Value);
        }
    }
}

/// What the list is narrowed to, one chip per value.
fn chips(pane: &LibraryPane, pen: &Pen<'_>) -> String {
    let mut chips = String::new();
    let mut before = None;
    for value in &pane.chosen {
        let name = value_name(value, &pane.library, pen.lang());
        if before == Some(value.facet) {
            chips.push_str(" / ");
        } else {
            if before.is_some() {
                chips.push_str("] ");
            }
            chips.push('[');
            chips.push_str(&facet_name(value.facet, pen.lang()));
            chips.push_str(": ");
        }
        chips.push_str(&name);
        before = Some(value.facet);
    }
    if before.is_some() {
        chips.push(']');
    }
    chips
}
