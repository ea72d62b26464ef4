//! Commands of the form for an athlete or a group.

use super::super::super::effect::{Effect, Ticket};
use super::super::super::log::Tone;
use super::super::super::people::{
    FormShelf, KeptForm, Known, PeopleEffect, Person, PersonForm, PersonKind, Saving, Sort,
    open_choice, take_choice as written,
};
use super::super::super::picker::Purpose;
use super::super::super::{Direction, Key, Model, Overlay};
use super::super::pick;
use super::{ask, draft, list};
use crate::app::choice::ChoicePane;
use crate::domain::{ExerciseId, Message};
use crate::language::Catalogue;

/// Lines of the form that are no rows: heading, and what is wrong or meant.
pub(super) const AROUND: usize = 4;

/// Changes the form on top.
pub(super) fn with(model: &mut Model, change: impl FnOnce(&mut PersonForm)) {
    if let Some(Overlay::Person(form)) = model.overlays.last_mut() {
        change(form);
    }
}

/// Opens the form for a new athlete.
pub(super) fn open_athlete(model: &mut Model, effects: &mut Vec<Effect>) {
    open_blank(model, PersonKind::Athlete, effects);
}

/// Opens the form for a new group.
pub(super) fn open_group(model: &mut Model, effects: &mut Vec<Effect>) {
    open_blank(model, PersonKind::Group, effects);
}

fn open_blank(model: &mut Model, kind: PersonKind, effects: &mut Vec<Effect>) {
    let form = PersonForm::blank(kind, shelf(model, kind), model.lang);
    show(model, form, effects);
}

/// Opens the form for whoever the cursor of the list is on.
pub(super) fn open_chosen(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(person) = list::chosen(model) else { return };
    let form = PersonForm::of(&person, shelf(model, person.kind()), model.lang);
    show(model, form, effects);
    let ticket = model.ticket();
    with(model, |form| form.knowing = Some(ticket));
    ask(effects, PeopleEffect::Know(ticket, person.owner()));
}

fn shelf(model: &Model, kind: PersonKind) -> FormShelf {
    let frameworks = list::frameworks(model, kind);
    FormShelf { frameworks, has_models: model.onboarding.has_models }
}

fn show(model: &mut Model, mut form: PersonForm, effects: &mut Vec<Effect>) {
    let ticket = model.ticket();
    form.asked = Some(ticket);
    ask(effects, PeopleEffect::FetchKept(ticket, form.person.kind()));
    model.overlays.push(Overlay::Person(Box::new(form)));
}

/// Goes on with what was being typed when the program ended, unless something was typed already.
pub(super) fn go_on(
    model: &mut Model,
    ticket: Ticket,
    kept: Option<KeptForm>,
    effects: &mut Vec<Effect>,
) {
    let Some(Overlay::Person(form)) = model.overlays.last_mut() else { return };
    if form.asked != Some(ticket) {
        return;
    }
    form.asked = None;
    let Some(kept) = kept else { return };
    if !form.is_changed() && form.restore(kept) {
        model.tell(Tone::Plain, Message::new("person-goes-on"));
    } else {
        keep(form, effects);
    }
}

/// What the plans tell of somebody.
pub(super) fn known(model: &mut Model, ticket: Ticket, known: Known) {
    with(model, |form| {
        if form.knowing == Some(ticket) {
            form.knowing = None;
            form.known = Some(known);
        }
    });
}

/// A key that is no command is typed into the row; a blank turns or opens the others.
pub(super) fn type_key(model: &mut Model, key: Key) {
    let Some(Overlay::Person(form)) = model.overlays.last_mut() else { return };
    let blank = key == Key::char(' ');
    match form.row().sort() {
        Sort::Text => form.press(key),
        Sort::Cycle if blank => form.cycle(Direction::More),
        Sort::List(_) | Sort::Exercises | Sort::Frameworks | Sort::Search if blank => {
            open_row(model);
        }
        _ => {}
    }
}

/// Left and right move within a text and turn a value elsewhere.
pub(super) fn turn(model: &mut Model, way: Direction, key: Key) {
    let Some(Overlay::Person(form)) = model.overlays.last_mut() else { return };
    match form.row().sort() {
        Sort::Text => form.press(key),
        Sort::Cycle => form.cycle(way),
        _ => {}
    }
}

/// Opens what a row is picked from; goes on to the next row from any other.
pub(super) fn open_row(model: &mut Model) {
    let lang = model.lang;
    let Some(library) = model.shelf.as_ref().map(|shelf| shelf.library.clone()) else { return };
    let Some(Overlay::Person(form)) = model.overlays.last_mut() else { return };
    match form.row().sort() {
        Sort::Search => {
            pick::push(model, Purpose::Lift, Vec::new(), 0);
            pick::typed(model);
        }
        Sort::Known => {
            let count = form.take_bests();
            let said = if count > 0 { "person-bests-taken" } else { "person-no-bests" };
            model.tell(Tone::Plain, Message::new(said).with("count", count));
        }
        Sort::List(_) | Sort::Exercises | Sort::Frameworks => {
            let nothing = Catalogue::load(lang).say("person-none");
            if let Some(choice) = open_choice(form, &library, lang, nothing) {
                model.overlays.push(Overlay::Choice(Box::new(choice)));
            }
        }
        Sort::Text | Sort::Cycle => form.step(1),
    }
}

/// Takes what was picked from a list into the row.
pub(in super::super) fn take_choice(model: &mut Model, choice: &ChoicePane) {
    let Some(library) = model.shelf.as_ref().map(|shelf| shelf.library.clone()) else { return };
    with(model, |form| written(choice, form, &library));
}

/// Adds a row for the best single of an exercise.
pub(in super::super) fn add_lift(model: &mut Model, exercise: ExerciseId) {
    with(model, |form| form.add_lift(exercise));
}

/// Saves: what cannot be read is said, with the cursor on it.
pub(super) fn save(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(library) = model.shelf.as_ref().map(|shelf| shelf.library.clone()) else { return };
    let ticket = model.ticket();
    let Some(Overlay::Person(form)) = model.overlays.last_mut() else { return };
    if form.saving.is_some() {
        return;
    }
    match form.finished(&library, &mut model.ids) {
        Err((row, why)) => {
            form.go_to(row);
            form.sheet.errors.insert(row, why);
        }
        Ok(person) => {
            form.saving = Some(ticket);
            let saving = Saving { person, consent: form.consent };
            ask(effects, PeopleEffect::Save(ticket, Box::new(saving)));
        }
    }
}

/// Somebody was written: new or changed by a form, or put back by the list.
pub(super) fn saved(model: &mut Model, ticket: Ticket, person: Person, effects: &mut Vec<Effect>) {
    let is_new = match model.overlays.last() {
        Some(Overlay::Person(form)) if form.saving == Some(ticket) => {
            let (is_new, kind) = (form.is_new, form.person.kind());
            model.overlays.pop();
            ask(effects, PeopleEffect::Keep(kind, None));
            is_new
        }
        _ => false,
    };
    model.tell(Tone::Good, Message::new("person-saved").with("name", person.name()));
    let desk = model.trainee.as_ref().map(|trainee| trainee.who.owner());
    if is_new {
        if matches!(model.overlays.last(), Some(Overlay::People(_))) {
            model.overlays.pop();
        }
        list::turn_to(model, &person, effects);
        draft::begin(model, person, effects);
    } else {
        if desk == Some(person.owner()) {
            list::turn_to(model, &person, effects);
        }
        list::renew(model, effects);
    }
}

/// Writing somebody was refused.
pub(super) fn refused(model: &mut Model, ticket: Ticket, why: Message) {
    if let Some(Overlay::Person(form)) = model.overlays.last_mut()
        && form.saving == Some(ticket)
    {
        form.saving = None;
        form.refused = Some(why);
        return;
    }
    model.tell(Tone::Bad, why);
}

/// Leaves the form; what was changed is only given up when asked twice.
pub(super) fn close(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(Overlay::Person(form)) = model.overlays.last_mut() else { return };
    if form.is_changed() && !form.leaving {
        form.leaving = true;
        model.tell(Tone::Warn, Message::new("edit-unsaved"));
        return;
    }
    let kind = form.person.kind();
    if form.kept.is_some() {
        ask(effects, PeopleEffect::Keep(kind, None));
    }
    model.overlays.pop();
}

/// Keeps what stands in the form once it differs from what was kept. Nothing is kept before it is
/// known whether something else was.
pub(super) fn keep(form: &mut PersonForm, effects: &mut Vec<Effect>) {
    if form.asked.is_some() || form.saving.is_some() || !form.is_changed() {
        return;
    }
    let content = form.content();
    if form.kept.as_ref() != Some(&content) {
        form.kept = Some(content.clone());
        ask(effects, PeopleEffect::Keep(form.person.kind(), Some(Box::new(content))));
    }
}
