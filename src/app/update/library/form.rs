//! Commands of the form for an exercise.

use super::super::super::effect::{Effect, Ticket};
use super::super::super::generate::Direction;
use super::super::super::library::{
    ExerciseForm, LibraryChange, LibraryEffect, LibraryPick, Similar, Sort, open_choice,
};
use super::super::super::log::Tone;
use super::super::super::picker::Purpose;
use super::super::super::{Key, Model, Overlay};
use super::super::pick;
use super::{change, pane};
use crate::domain::{ExerciseId, Message};

/// Lines of the form that are no rows: heading, and what is wrong or alike.
const AROUND: usize = 5;

/// What a form begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    /// Nothing.
    Blank,
    /// The exercise that is looked at.
    This,
    /// A copy of it.
    Copy,
}

/// Changes the form on top.
pub(super) fn with(model: &mut Model, change: impl FnOnce(&mut ExerciseForm)) {
    if let Some(Overlay::Exercise(form)) = model.overlays.last_mut() {
        change(form);
    }
}

/// Opens a form.
pub(super) fn open(model: &mut Model, start: Start, effects: &mut Vec<Effect>) {
    let subject = pane(model).and_then(|pane| pane.subject());
    let form = match (start, subject) {
        (Start::This, Some(exercise)) => ExerciseForm::of(exercise, model.lang),
        (Start::Copy, Some(exercise)) => ExerciseForm::copy_of(exercise, model.lang),
        _ => ExerciseForm::blank(model.lang),
    };
    model.overlays.push(Overlay::Exercise(Box::new(form)));
    if start == Start::Copy {
        compare(model, effects);
    }
}

/// Opens a form that is filled in already.
pub(super) fn show(model: &mut Model, form: ExerciseForm, effects: &mut Vec<Effect>) {
    let named = form.names().iter().any(|name| !name.is_empty());
    model.overlays.push(Overlay::Exercise(Box::new(form)));
    if named {
        compare(model, effects);
    }
}

/// A key that is no command is typed into the row; a blank turns or opens the others.
pub(super) fn type_key(model: &mut Model, key: Key, effects: &mut Vec<Effect>) {
    let Some(Overlay::Exercise(form)) = model.overlays.last_mut() else { return };
    match form.row().sort() {
        Sort::Text => {
            if form.press(key) {
                compare(model, effects);
            }
        }
        Sort::Cycle if key == Key::char(' ') => form.cycle(Direction::More),
        Sort::List(_) | Sort::Search if key == Key::char(' ') => open_row(model),
        Sort::Cycle | Sort::List(_) | Sort::Search => {}
    }
}

/// Pasted text goes into the row.
pub(super) fn paste(model: &mut Model, text: &str, effects: &mut Vec<Effect>) {
    let Some(Overlay::Exercise(form)) = model.overlays.last_mut() else { return };
    if form.paste(text) {
        compare(model, effects);
    }
}

/// Left and right move within a text and turn a value elsewhere.
pub(super) fn turn(model: &mut Model, way: Direction, key: Key, effects: &mut Vec<Effect>) {
    let Some(Overlay::Exercise(form)) = model.overlays.last_mut() else { return };
    match form.row().sort() {
        Sort::Text => type_key(model, key, effects),
        Sort::Cycle => form.cycle(way),
        Sort::List(_) | Sort::Search => {}
    }
}

/// Opens what a row is picked from; goes on to the next row from any other.
pub(super) fn open_row(model: &mut Model) {
    let lang = model.lang;
    let Some(library) = model.shelf.as_ref().map(|shelf| shelf.library.clone()) else { return };
    let Some(Overlay::Exercise(form)) = model.overlays.last_mut() else { return };
    match form.row().sort() {
        Sort::List(kind) => {
            let choice = open_choice(form, kind, library.catalogues(), lang);
            model.overlays.push(Overlay::Choice(Box::new(choice)));
        }
        Sort::Search => {
            pick::push(model, Purpose::Library(LibraryPick::Part), Vec::new(), 0);
            pick::typed(model);
        }
        Sort::Text | Sort::Cycle => form.step(1),
    }
}

/// Asks which exercises are called alike.
fn compare(model: &mut Model, effects: &mut Vec<Effect>) {
    let ticket = model.ticket();
    with(model, |form| {
        form.comparing = Some(ticket);
        let own = Some(form.draft.id.clone()).filter(|_| !form.is_new);
        let asked = LibraryEffect::FindSimilar(ticket, form.names(), own);
        effects.push(Effect::Library(Box::new(asked)));
    });
}

/// Exercises that are called alike were found.
pub(super) fn compared(model: &mut Model, ticket: Ticket, similar: &[Similar]) {
    with(model, |form| {
        if form.comparing == Some(ticket) {
            form.comparing = None;
            form.similar = similar.to_vec();
        }
    });
}

/// Saves: what cannot be read is said, and what is there already is asked about once.
pub(super) fn save(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(library) = model.shelf.as_ref().map(|shelf| shelf.library.clone()) else { return };
    let Some(Overlay::Exercise(form)) = model.overlays.last_mut() else { return };
    if form.saving.is_some() {
        return;
    }
    let is_taken = |id: &str| library.get(&ExerciseId::new(id)).is_some();
    match form.exercise(is_taken) {
        Err((row, why)) => {
            form.go_to(row);
            form.sheet.errors.insert(row, why);
        }
        Ok(exercise) => {
            if let Some(one) = form.double() {
                let ask = Message::new("edit-double").with("name", &one.name);
                form.anyway = true;
                model.tell(Tone::Warn, ask);
                return;
            }
            form.saved_as = Some(exercise.id.clone());
            let ticket = change::ask(model, LibraryChange::Exercise(Box::new(exercise)), effects);
            with(model, |form| form.saving = Some(ticket));
        }
    }
}

/// Leaves the form; what was changed is only given up when asked twice.
pub(super) fn close(model: &mut Model) {
    let Some(Overlay::Exercise(form)) = model.overlays.last_mut() else { return };
    if form.is_changed() && !form.leaving {
        form.leaving = true;
        model.tell(Tone::Warn, Message::new("edit-unsaved"));
    } else {
        model.overlays.pop();
    }
}

/// Keeps cursors of form and list in sight.
pub(super) fn settle(model: &mut Model) {
    let rows = usize::from(model.regions().body.height);
    match model.overlays.last_mut() {
        Some(Overlay::Exercise(form)) => form.keep_visible(rows.saturating_sub(AROUND)),
        Some(Overlay::Choice(choice)) => choice.keep_visible(rows.saturating_sub(3)),
        _ => {}
    }
}
