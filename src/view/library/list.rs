//! The list of exercises: name, and what sort of thing each is.

use ratatui::layout::Rect;

use super::super::pen::{Pen, named};
use super::super::theme::Meaning;
use crate::app::library::{LibraryPane, Part};
use crate::domain::{Exercise, ExerciseKind, Origin, Visibility};
use crate::language::columns;
use crate::library::visibility_id;

/// Narrower lists show names only.
const WITH_SORT: usize = 34;

/// Draws the lines in sight.
pub(super) fn draw(pane: &LibraryPane, mut pen: Pen<'_>) {
    if pane.listing.found.is_empty() {
        let key = if pane.asked.is_some() { "library-looking" } else { "library-nothing" };
        let text = pen.say(key);
        pen.put(2, 0, &text, Meaning::Dim);
        return;
    }
    let rows = pen.height();
    let focused = matches!(pane.part, Part::List | Part::Search);
    for row in 0..rows {
        let place = pane.scroll + row;
        let Some(exercise) = pane.at(place) else { break };
        let sort = if pen.width() >= WITH_SORT { sort(exercise, &pen) } else { String::new() };
        let start = pen.width().saturating_sub(columns(&sort) + 1);
        pen.put(start, row, &sort, Meaning::Dim);
        let room = start.saturating_sub(1);
        let name = exercise.name.get(pen.lang()).to_owned();
        let area = pen.area();
        let archived = exercise.visibility == Visibility::Archived;
        let meaning = if archived { Meaning::Dim } else { Meaning::Plain };
        pen.within(Rect { width: room as u16, ..area }).put(2, row, &name, meaning);
        if place == pane.cursor {
            pen.put(0, row, "▌", Meaning::Focus);
            if focused {
                let width = (columns(&name) + 2).min(room.saturating_sub(1));
                pen.mark(1, row, width, Meaning::Cursor);
            }
        }
    }
    let hidden = pane.listing.found.len().saturating_sub(pane.scroll + rows);
    if hidden > 0 && rows > 1 {
        let more = format!(" ↓{hidden} ");
        pen.put_right(rows - 1, &more, Meaning::Dim);
    }
}

/// Category; before it, what sets the exercise apart: not everyone's, changed, built of parts.
fn sort(exercise: &Exercise, pen: &Pen<'_>) -> String {
    let mut words = Vec::new();
    if exercise.visibility != Visibility::Official {
        words.push(pen.text(&named("visibility-", visibility_id(exercise.visibility))));
    } else if exercise.origin != Origin::BuiltIn {
        words.push(pen.say("library-own"));
    }
    if matches!(exercise.kind, ExerciseKind::Combination(_)) {
        words.push(pen.say("kind-combination"));
    }
    words.push(pen.text(&named("category-", exercise.category.id())));
    words.join(" · ")
}
