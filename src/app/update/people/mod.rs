//! Commands of the people screens: the list, and the form for somebody new or changed.

mod draft;
mod form;
mod list;

use super::super::effect::Effect;
use super::super::people::{PeopleEffect, PeopleReply};
use super::super::{Command, Direction, Key, Lines, Model, Overlay};

pub(super) use draft::{Ended, ended as draft_ended};
pub(super) use form::{add_lift, take_choice};
pub(super) use list::{begin, clear_desk, open};

fn ask(effects: &mut Vec<Effect>, effect: PeopleEffect) {
    effects.push(Effect::People(Box::new(effect)));
}

/// Runs a command of the screens.
pub(super) fn run(model: &mut Model, command: Command, key: Key, effects: &mut Vec<Effect>) {
    match command {
        Command::PeopleUp => list::step(model, key, -1),
        Command::PeopleDown => list::step(model, key, 1),
        Command::PeopleOpen => list::choose(model, effects),
        Command::PeopleNew => form::open_athlete(model, effects),
        Command::PeopleNewGroup => form::open_group(model, effects),
        Command::PeopleEdit => form::open_chosen(model, effects),
        Command::PeopleArchive => list::archive(model, effects),
        Command::PeopleUndo => list::put_back(model, effects),
        Command::PeopleSearch => list::with(model, |pane| pane.searching = true),
        Command::PeopleFound => list::with(model, |pane| pane.searching = false),
        Command::PeopleSearchCancel => list::with(model, |pane| {
            pane.query = super::super::Field::default();
            pane.searching = false;
        }),
        Command::PeopleClose => {
            model.overlays.pop();
        }
        Command::PersonUp => form::with(model, |form| form.step(-1)),
        Command::PersonDown => form::with(model, |form| form.step(1)),
        Command::PersonLess => form::turn(model, Direction::Less, key),
        Command::PersonMore => form::turn(model, Direction::More, key),
        Command::PersonOpen => form::open_row(model),
        Command::PersonDrop => form::with(model, super::super::people::PersonForm::drop_lift),
        Command::PersonSave => form::save(model, effects),
        Command::PersonClose => form::close(model, effects),
        _ => {}
    }
}

/// A key that is no command goes into the search or the row.
pub(super) fn type_key(model: &mut Model, key: Key) {
    match model.overlays.last_mut() {
        Some(Overlay::People(pane)) => pane.seek(key),
        Some(Overlay::Person(_)) => form::type_key(model, key),
        _ => {}
    }
}

/// Pasted text goes into the search or the row.
pub(super) fn paste(model: &mut Model, text: &str) {
    match model.overlays.last_mut() {
        Some(Overlay::People(pane)) => {
            pane.query.paste(text, Lines::One);
            pane.cursor = 0;
        }
        Some(Overlay::Person(form)) => form.paste(text),
        _ => {}
    }
}

/// Takes a reply in.
pub(super) fn take(model: &mut Model, reply: PeopleReply, effects: &mut Vec<Effect>) {
    match reply {
        PeopleReply::Listed(ticket, cards, frameworks) => {
            list::fill(model, ticket, cards, frameworks);
        }
        PeopleReply::Archived(ticket, person) => list::archived(model, ticket, *person, effects),
        PeopleReply::Known(ticket, known) => form::known(model, ticket, *known),
        PeopleReply::Kept(ticket, kept) => form::go_on(model, ticket, kept.map(|it| *it), effects),
        PeopleReply::Saved(ticket, person) => form::saved(model, ticket, *person, effects),
        PeopleReply::Refused(ticket, why) => form::refused(model, ticket, why),
    }
}

/// Keeps cursors in sight, and what is being typed safe from a crash.
pub(super) fn settle(model: &mut Model, effects: &mut Vec<Effect>) {
    let rows = usize::from(model.regions().body.height);
    match model.overlays.last_mut() {
        Some(Overlay::People(pane)) => pane.keep_visible(rows.saturating_sub(list::AROUND)),
        Some(Overlay::Person(form)) => {
            form.keep_visible(rows.saturating_sub(form::AROUND));
            form::keep(form, effects);
        }
        _ => {}
    }
}
