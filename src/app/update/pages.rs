//! Pages to read: opened, moved on, agreed to.

use super::super::effect::{Effect, Sending};
use super::super::log::Tone;
use super::super::page::{Page, Topic};
use super::super::{Code, Key, Model, Overlay};
use super::{models, wonder};
use crate::domain::Message;

/// Shows the exercise of the item under the cursor.
pub(super) fn inspect_item(model: &mut Model) {
    let exercise = model.item().and_then(|item| item.exercise.clone());
    match exercise {
        Some(exercise) => show(model, Topic::Exercise(exercise)),
        None => model.tell(Tone::Warn, Message::new("why-not-free-line")),
    }
}

/// Opens a page.
pub(super) fn show(model: &mut Model, topic: Topic) {
    model.overlays.push(Overlay::Page(Box::new(Page::new(topic))));
}

/// Lines a key moves by: a page for the page keys.
pub(super) fn paged(model: &Model, key: Key) -> isize {
    let rows = isize::try_from(model.regions().body.height).unwrap_or(1) - 2;
    if matches!(key.code, Code::PageUp | Code::PageDown) { rows.max(1) } else { 1 }
}

/// Moves on the page on top.
pub(super) fn step(model: &mut Model, key: Key, lines: isize) {
    let lines = lines * paged(model, key);
    if let Some(Overlay::Page(page)) = model.overlays.last_mut() {
        page.step(lines);
    }
}

/// Agrees to what the page offers.
pub(super) fn agree(model: &mut Model, effects: &mut Vec<Effect>) {
    match model.overlays.last() {
        Some(Overlay::Page(page)) if matches!(page.topic, Topic::Proposal(_)) => {
            wonder::accept(model, effects);
        }
        _ => models::decide(model, Sending::Yes, effects),
    }
}
