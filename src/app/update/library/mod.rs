//! Commands of the library screen, and what keeps it up to date.

mod browse;
mod change;
mod choice;
mod detail;
mod facets;
mod form;
mod kept;
mod lists;
mod steps;

use std::sync::Arc;

use super::super::choice::ChoicePane;
use super::super::effect::{Effect, Ticket};
use super::super::entry::{Entry, Purpose};
use super::super::generate::Direction;
use super::super::library::{
    ExerciseForm, LibraryEffect, LibraryLine, LibraryPane, LibraryPick, LibraryReply, Part, Places,
    Tab, Teaching, Uses,
};
use super::super::log::Tone;
use super::super::picker::Target;
use super::super::{Command, Key, Lines, Model, Overlay};
use crate::domain::{CatalogueKind, Message};

/// Opens the library.
pub(super) fn open(model: &mut Model) {
    let Some(shelf) = &model.shelf else { return };
    let pane = LibraryPane::new(shelf.library.clone());
    model.overlays.push(Overlay::Library(Box::new(pane)));
}

/// Opens a form that is filled in already.
pub(super) fn open_form(model: &mut Model, form: ExerciseForm, effects: &mut Vec<Effect>) {
    form::show(model, form, effects);
}

/// Runs a command of the screen.
pub(super) fn run(model: &mut Model, command: Command, key: Key, effects: &mut Vec<Effect>) {
    match command {
        Command::LibrarySearch => with(model, |pane| pane.part = Part::Search),
        Command::LibraryFacets => with(model, |pane| pane.part = Part::Facets),
        Command::LibraryClear => with(model, LibraryPane::clear),
        Command::LibraryInsert => browse::insert(model, effects),
        Command::LibraryUses => detail::show(model, Tab::Uses),
        Command::ListUp => browse::step(model, key, -1),
        Command::ListDown => browse::step(model, key, 1),
        Command::ListFirst => with(model, |pane| pane.step(isize::MIN)),
        Command::ListLast => with(model, |pane| pane.step(isize::MAX)),
        Command::ListOpen => with(model, |pane| pane.part = Part::Detail),
        Command::LibraryClose => {
            model.overlays.pop();
        }
        Command::SearchDone => with(model, |pane| pane.part = Part::List),
        Command::SearchCancel => with(model, |pane| {
            pane.query = super::super::Field::default();
            pane.part = Part::List;
        }),
        Command::FacetUp => with(model, |pane| pane.facets.step(-1)),
        Command::FacetDown => with(model, |pane| pane.facets.step(1)),
        Command::FacetShut => with(model, |pane| pane.facets.open(None)),
        Command::FacetOpen => facets::open(model),
        Command::FacetToggle => facets::toggle(model),
        Command::FacetDone => facets::done(model),
        Command::DetailUp => detail::step(model, key, -1),
        Command::DetailDown => detail::step(model, key, 1),
        Command::TabBefore => detail::turn(model, Tab::ALL.len() - 1),
        Command::TabAfter => detail::turn(model, 1),
        Command::DetailOpen => detail::open(model, effects),
        Command::DetailBack => detail::back(model),
        Command::DetailClose => detail::close(model),
        _ => edit(model, command, key, effects),
    }
}

/// Runs a command that changes the library, or one of the forms for it.
fn edit(model: &mut Model, command: Command, key: Key, effects: &mut Vec<Effect>) {
    match command {
        Command::LibraryNew => form::open(model, form::Start::Blank, effects),
        Command::LibraryEdit => form::open(model, form::Start::This, effects),
        Command::LibraryCopy => form::open(model, form::Start::Copy, effects),
        Command::LibraryArchive => change::archive(model, effects),
        Command::LibraryReach => change::reach(model, effects),
        Command::LibraryTeach => change::teach(model, Teaching::Me),
        Command::LibraryTeachClub => change::teach(model, Teaching::Club),
        Command::StepAdd => steps::add(model),
        Command::StepRemove => steps::remove(model, effects),
        Command::LibraryLists => model.overlays.push(Overlay::Lists(Box::default())),
        Command::LibraryKept => kept::open(model, effects),
        Command::KeptUp => kept::step(model, -1),
        Command::KeptDown => kept::step(model, 1),
        Command::KeptTake => kept::take(model, effects),
        Command::KeptStay => kept::stay(model, effects),
        Command::ListsUp => lists::step(model, -1),
        Command::ListsDown => lists::step(model, 1),
        Command::ListsBefore => lists::turn(model, CatalogueKind::OPEN.len() - 1),
        Command::ListsAfter => lists::turn(model, 1),
        Command::ListsNew => lists::new(model),
        Command::ListsRename => lists::rename(model),
        Command::ListsArchive => lists::archive(model, effects),
        Command::ListsClose | Command::KeptClose | Command::ChoiceClose => {
            model.overlays.pop();
        }
        Command::EditUp => form::with(model, |form| form.step(-1)),
        Command::EditDown => form::with(model, |form| form.step(1)),
        Command::EditLess => form::turn(model, Direction::Less, key, effects),
        Command::EditMore => form::turn(model, Direction::More, key, effects),
        Command::EditOpen => form::open_row(model),
        Command::EditPartUp => form::with(model, |form| form.move_part(Direction::Less)),
        Command::EditPartDown => form::with(model, |form| form.move_part(Direction::More)),
        Command::EditParts => super::frameworks::parts(model),
        Command::EditPartDrop => form::with(model, ExerciseForm::drop_part),
        Command::EditSave => form::save(model, effects),
        Command::EditClose => form::close(model),
        Command::ChoiceUp => choice::with(model, |choice| choice.step(-1)),
        Command::ChoiceDown => choice::with(model, |choice| choice.step(1)),
        Command::ChoiceToggle => choice::with(model, ChoicePane::toggle),
        Command::ChoiceLess => choice::with(model, |choice| choice.weigh(Direction::Less)),
        Command::ChoiceMore => choice::with(model, |choice| choice.weigh(Direction::More)),
        Command::ChoiceNumber => choice::number(model, key),
        Command::ChoiceDone => choice::done(model, effects),
        _ => {}
    }
}

/// Takes a typed line, if it is one of the library's; what cannot be read stays, with the reason.
pub(super) fn typed(model: &mut Model, effects: &mut Vec<Effect>) -> bool {
    let Some(entry) = model.entry.take() else { return false };
    let Purpose::Library(asked) = &entry.purpose else {
        model.entry = Some(entry);
        return false;
    };
    if let Err(why) = line(model, asked, entry.field.line().trim(), effects) {
        model.entry = Some(Entry { error: Some(why), ..entry });
    }
    true
}

/// Takes a line that was typed.
fn line(
    model: &mut Model,
    line: &LibraryLine,
    text: &str,
    effects: &mut Vec<Effect>,
) -> Result<(), Message> {
    match line {
        LibraryLine::Teach(exercise, teaching) => {
            change::taught(model, text, exercise, *teaching, effects)
        }
        LibraryLine::GraphName(from) => steps::named(model, from, text),
        LibraryLine::Harder { graph, name, from, to } => {
            steps::joined(model, graph, name.as_deref(), (from, to), text, effects)
        }
        LibraryLine::NewEntry(kind) => lists::added(model, *kind, text, effects),
        LibraryLine::RenameEntry(kind, id) => lists::renamed(model, *kind, id, text, effects),
    }
}

/// Takes what was chosen from a list.
pub(super) fn picked(model: &mut Model, pick: LibraryPick, target: Target) {
    match (pick, target) {
        (LibraryPick::Part, Target::Exercise(exercise)) => {
            form::with(model, |form| form.add_part(exercise));
        }
        (LibraryPick::StepGraph(from), Target::Graph(graph)) => steps::within(model, from, graph),
        (LibraryPick::StepTo(from, graph, name), Target::Exercise(to)) => {
            let line = LibraryLine::Harder { graph, name, from, to };
            super::entry::open(model, Purpose::Library(line), "");
        }
        _ => {}
    }
}

/// Changes the screen on top.
fn with(model: &mut Model, change: impl FnOnce(&mut LibraryPane)) {
    if let Some(Overlay::Library(pane)) = model.overlays.last_mut() {
        change(pane);
    }
}

/// The screen on top.
fn pane(model: &Model) -> Option<&LibraryPane> {
    match model.overlays.last() {
        Some(Overlay::Library(pane)) => Some(pane),
        _ => None,
    }
}

/// A key that is no command goes into the search, or looks for a value of the facets.
pub(super) fn type_key(model: &mut Model, key: Key, effects: &mut Vec<Effect>) {
    match model.overlays.last() {
        Some(Overlay::Exercise(_)) => return form::type_key(model, key, effects),
        Some(Overlay::Choice(_)) => return choice::type_key(model, key),
        _ => {}
    }
    let Some(Overlay::Library(pane)) = model.overlays.last_mut() else {
        let no = Message::new("notice-no-such-key").with("key", key.to_string());
        model.tell(Tone::Plain, no);
        return;
    };
    match pane.part {
        Part::Search => {
            if pane.query.press(key, Lines::One) {
                pane.cursor = 0;
                pane.detail.walked.clear();
            }
        }
        Part::Facets => facets::type_key(pane, key),
        Part::List | Part::Detail => {
            let no = Message::new("notice-no-such-key").with("key", key.to_string());
            model.tell(Tone::Plain, no);
        }
    }
}

/// Pasted text goes into the row of the form, or is searched for.
pub(super) fn paste(model: &mut Model, text: &str, effects: &mut Vec<Effect>) {
    if let Some(Overlay::Exercise(_)) = model.overlays.last() {
        return form::paste(model, text, effects);
    }
    with(model, |pane| {
        pane.part = Part::Search;
        pane.query.paste(text, Lines::One);
    });
}

/// Takes a reply in.
pub(super) fn take(model: &mut Model, reply: &LibraryReply, effects: &mut Vec<Effect>) {
    let lang = model.lang;
    let panes = model.overlays.iter_mut().filter_map(|overlay| match overlay {
        Overlay::Library(pane) => Some(pane),
        _ => None,
    });
    for pane in panes {
        match reply {
            LibraryReply::Listed(ticket, listing) if pane.asked == Some(*ticket) => {
                pane.asked = None;
                let library = pane.about.as_ref().map(|(_, library)| library.clone());
                if let Some(library) = library {
                    pane.take(library, (**listing).clone(), lang);
                }
            }
            LibraryReply::Uses(ticket, uses) if pane.detail.uses == Uses::Asked(*ticket) => {
                pane.detail.uses = Uses::Known(uses.clone());
            }
            _ => {}
        }
    }
    match reply {
        LibraryReply::Similar(ticket, similar) => form::compared(model, *ticket, similar),
        LibraryReply::Kept(ticket, found) => kept::found(model, *ticket, found),
        LibraryReply::Changed(ticket, said) => {
            change::done(model, *ticket, said);
            kept::renew(model, effects);
        }
        LibraryReply::Refused(ticket, why) => change::refused(model, *ticket, why),
        LibraryReply::Listed(..) | LibraryReply::Uses(..) => {}
    }
}

/// Asks for what the screen is to show and does not know yet, and keeps cursors in sight.
pub(super) fn settle(model: &mut Model, effects: &mut Vec<Effect>) {
    form::settle(model);
    if pane(model).is_none() {
        return;
    }
    let Some(library) = model.shelf.as_ref().map(|shelf| shelf.library.clone()) else { return };
    let (lang, body) = (model.lang, model.regions().body);
    let mut tickets = [model.ticket(), model.ticket()].into_iter();
    let Some(Overlay::Library(pane)) = model.overlays.last_mut() else { return };
    let wanted = pane.wanted(lang);
    let is_asked = pane
        .about
        .as_ref()
        .is_some_and(|(asked, of)| *asked == wanted && Arc::ptr_eq(of, &library));
    if !is_asked && let Some(ticket) = tickets.next() {
        pane.about = Some((wanted.clone(), library.clone()));
        pane.asked = Some(ticket);
        let asked = LibraryEffect::Browse(ticket, library, Box::new(wanted));
        effects.push(Effect::Library(Box::new(asked)));
    }
    let places = Places::of(body, pane.part);
    look(pane, places, tickets.next(), effects);
}

/// Turns the detail to the exercise that is looked at.
fn look(pane: &mut LibraryPane, places: Places, ticket: Option<Ticket>, effects: &mut Vec<Effect>) {
    let subject = pane.subject().map(|exercise| exercise.id.clone());
    let library = pane.library.clone();
    pane.detail.turn_to(&library, subject.as_ref());
    if pane.detail.tab == Tab::Uses
        && pane.detail.uses == Uses::Unasked
        && places.detail.height > 0
        && let (Some(ticket), Some(exercise)) = (ticket, subject)
    {
        pane.detail.uses = Uses::Asked(ticket);
        let asked = LibraryEffect::FindUses(ticket, exercise);
        effects.push(Effect::Library(Box::new(asked)));
    }
    let rows = |height: u16, less: u16| usize::from(height.saturating_sub(less));
    pane.keep_visible(rows(places.list.height, 0));
    pane.facets.keep_visible(rows(places.facets.height, 1));
    pane.detail.keep_visible(rows(places.detail.height, detail::HEAD));
}
