//! Commands of the list of exercises.

use super::super::super::effect::Effect;
use super::super::super::library::Places;
use super::super::super::log::Tone;
use super::super::super::{Code, Key, Model};
use super::super::edits;
use super::{pane, with};
use crate::domain::Message;

/// Moves the cursor by lines, or by pages.
pub(super) fn step(model: &mut Model, key: Key, lines: isize) {
    let body = model.regions().body;
    with(model, |pane| {
        let page = isize::try_from(Places::of(body, pane.part).list.height).unwrap_or(1);
        let lines = match key.code {
            Code::PageUp | Code::PageDown => lines * (page - 1).max(1),
            _ => lines,
        };
        pane.step(lines);
    });
}

/// Puts the exercise that is looked at into the open unit.
pub(super) fn insert(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(exercise) = pane(model).and_then(|pane| pane.subject()).cloned() else { return };
    edits::insert(model, &exercise.id, effects);
    let title = model.open.as_ref().map(|open| open.unit.title.clone()).unwrap_or_default();
    let said = Message::new("library-inserted").with("name", &exercise.name).with("unit", title);
    model.tell(Tone::Good, said);
}
