//! The frameworks: the list, one with its units, one of its units.

mod list;
mod rows;

use super::pen::Pen;
use super::theme::Meaning;
use crate::app::Model;
use crate::app::frameworks::{Card, FrameworksPane, Level};
use crate::domain::Message;

/// Draws the screen over the panes.
pub(super) fn draw(model: &Model, pane: &FrameworksPane, mut pen: Pen<'_>) {
    pen.clear();
    let title = title(pane, &pen);
    pen.heading(&title, true);
    if pane.level == Level::List {
        list::draw(model, pane, &mut pen);
    } else {
        rows::draw(model, pane, &mut pen);
    }
    if pane.card().is_some_and(Card::is_unconfirmed) {
        pen.put_right(0, " ●", Meaning::Warn);
    }
}

fn title(pane: &FrameworksPane, pen: &Pen<'_>) -> String {
    match (pane.level, pane.card()) {
        (Level::Slot(at), Some(card)) => pen.text(
            &Message::new("frame-heading-slot")
                .with("title", card.framework.title.as_str())
                .with("number", at + 1)
                .with("count", card.framework.slots.len()),
        ),
        (Level::Framework, Some(card)) => {
            pen.text(&Message::new("frame-heading").with("title", card.framework.title.as_str()))
        }
        _ => pen.say("frame-heading-list"),
    }
}
