//! Commands of the list of own versions whose built-in exercises have changed.

use super::super::super::effect::{Effect, Ticket};
use super::super::super::library::{Kept, KeptPane, LibraryChange, LibraryEffect};
use super::super::super::{Model, Overlay};
use super::change;

/// Opens the list.
pub(super) fn open(model: &mut Model, effects: &mut Vec<Effect>) {
    model.overlays.push(Overlay::Kept(Box::default()));
    renew(model, effects);
}

/// Asks for the list anew, where it lies on top.
pub(super) fn renew(model: &mut Model, effects: &mut Vec<Effect>) {
    if !matches!(model.overlays.last(), Some(Overlay::Kept(_))) {
        return;
    }
    let ticket = model.ticket();
    with(model, |pane| pane.asked = Some(ticket));
    effects.push(Effect::Library(Box::new(LibraryEffect::FindKept(ticket))));
}

fn with(model: &mut Model, change: impl FnOnce(&mut KeptPane)) {
    if let Some(Overlay::Kept(pane)) = model.overlays.last_mut() {
        change(pane);
    }
}

/// The versions were found.
pub(super) fn found(model: &mut Model, ticket: Ticket, found: &[Kept]) {
    with(model, |pane| {
        if pane.asked == Some(ticket) {
            pane.asked = None;
            pane.kept = found.to_vec();
            pane.step(0, 1);
        }
    });
}

/// Moves the cursor.
pub(super) fn step(model: &mut Model, lines: isize) {
    let rows = usize::from(model.regions().body.height.saturating_sub(3));
    with(model, |pane| pane.step(lines, rows));
}

/// Gives the own version up.
pub(super) fn take(model: &mut Model, effects: &mut Vec<Effect>) {
    if let Some(id) = chosen(model) {
        change::ask(model, LibraryChange::TakeBuiltIn(id), effects);
    }
}

/// Stays with the own version.
pub(super) fn stay(model: &mut Model, effects: &mut Vec<Effect>) {
    if let Some(id) = chosen(model) {
        change::ask(model, LibraryChange::KeepMine(id), effects);
    }
}

fn chosen(model: &Model) -> Option<crate::domain::ExerciseId> {
    match model.overlays.last() {
        Some(Overlay::Kept(pane)) => pane.chosen().map(|kept| kept.exercise.clone()),
        _ => None,
    }
}
