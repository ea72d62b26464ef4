//! Changes of the library: asked for, done, refused.

use super::super::super::effect::{Effect, Ticket};
use super::super::super::entry::Purpose;
use super::super::super::library::{LibraryChange, LibraryEffect, LibraryLine, Part, Teaching};
use super::super::super::log::Tone;
use super::super::super::{Model, Overlay};
use super::super::entry;
use super::pane;
use crate::domain::{Exercise, ExerciseId, Message, Origin, Visibility};
use crate::language::fold;

/// Asks for a change; its ticket.
pub(super) fn ask(model: &mut Model, change: LibraryChange, effects: &mut Vec<Effect>) -> Ticket {
    let ticket = model.ticket();
    let change = LibraryEffect::Change(ticket, Box::new(change));
    effects.push(Effect::Library(Box::new(change)));
    ticket
}

/// Takes the exercise that is looked at out of the lists, or puts it back.
pub(super) fn archive(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(exercise) = subject(model) else { return };
    let change = match (exercise.visibility, &exercise.origin) {
        // only archived, never changed: the built-in one comes back
        (Visibility::Archived, Origin::BuiltIn) => LibraryChange::TakeBuiltIn(exercise.id),
        (Visibility::Archived, _) => seen_by(exercise, Visibility::Club),
        (Visibility::Private | Visibility::Club | Visibility::Official, _) => {
            seen_by(exercise, Visibility::Archived)
        }
    };
    ask(model, change, effects);
}

/// Lets the club see the exercise that is looked at, or the coach alone.
pub(super) fn reach(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(exercise) = subject(model) else { return };
    let to = match exercise.visibility {
        _ if exercise.origin == Origin::BuiltIn => None,
        Visibility::Private => Some(Visibility::Club),
        Visibility::Club | Visibility::Official => Some(Visibility::Private),
        Visibility::Archived => None,
    };
    match to {
        Some(to) => {
            ask(model, seen_by(exercise, to), effects);
        }
        None => model.tell(Tone::Warn, Message::new("why-not-built-in")),
    }
}

fn seen_by(exercise: Exercise, visibility: Visibility) -> LibraryChange {
    LibraryChange::Exercise(Box::new(Exercise { visibility, ..exercise }))
}

fn subject(model: &Model) -> Option<Exercise> {
    pane(model)?.subject().map(|exercise| (**exercise).clone())
}

/// Opens the line for another name of the exercise that is looked at.
pub(super) fn teach(model: &mut Model, teaching: Teaching) {
    let Some(exercise) = subject(model) else { return };
    let line = LibraryLine::Teach(exercise.id, teaching);
    entry::open(model, Purpose::Library(line), "");
}

/// Teaches the name that was typed.
pub(super) fn taught(
    model: &mut Model,
    text: &str,
    exercise: &ExerciseId,
    teaching: Teaching,
    effects: &mut Vec<Effect>,
) -> Result<(), Message> {
    let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let key = fold(&name);
    if !key.chars().any(char::is_alphanumeric) {
        return Err(Message::new("edit-no-letters"));
    }
    let known = pane(model).and_then(|pane| pane.library.get(exercise));
    if known.is_some_and(|known| known.names().any(|name| fold(name) == key)) {
        return Err(Message::new("line-teach-known"));
    }
    ask(model, LibraryChange::Teach(name, exercise.clone(), teaching), effects);
    Ok(())
}

/// A change is done: it is said, and the form it came from is closed.
pub(super) fn done(model: &mut Model, ticket: Ticket, said: &Message) {
    model.tell(Tone::Good, said.clone());
    let mut saved = None;
    if let Some(Overlay::Exercise(form)) = model.overlays.last()
        && form.saving == Some(ticket)
    {
        saved = Some(form.saved_as.clone());
        model.overlays.pop();
    }
    if let Some(Overlay::Library(pane)) = model.overlays.last_mut() {
        let library = pane.library.clone();
        let subject = pane.subject().map(|exercise| exercise.id.clone());
        pane.detail.renew(&library, subject.as_ref());
        if let Some(id) = saved.flatten() {
            pane.wish = Some(id);
            pane.part = Part::List;
        }
    }
}

/// A change was refused: in the form it came from, or in the hint line.
pub(super) fn refused(model: &mut Model, ticket: Ticket, why: &Message) {
    if let Some(Overlay::Exercise(form)) = model.overlays.last_mut()
        && form.saving == Some(ticket)
    {
        form.saving = None;
        form.refused = Some(why.clone());
        return;
    }
    model.tell(Tone::Bad, why.clone());
}
