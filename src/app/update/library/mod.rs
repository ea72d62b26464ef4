//! Commands of the library screen, and what keeps it up to date.

mod browse;
mod detail;
mod facets;

use std::sync::Arc;

use super::super::effect::{Effect, Ticket};
use super::super::library::{LibraryEffect, LibraryPane, LibraryReply, Part, Places, Tab, Uses};
use super::super::log::Tone;
use super::super::{Command, Key, Lines, Model, Overlay};
use crate::domain::Message;

/// Opens the library.
pub(super) fn open(model: &mut Model) {
    let Some(shelf) = &model.shelf else { return };
    let pane = LibraryPane::new(shelf.library.clone());
    model.overlays.push(Overlay::Library(Box::new(pane)));
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
pub(super) fn type_key(model: &mut Model, key: Key) {
    let Some(Overlay::Library(pane)) = model.overlays.last_mut() else { return };
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

/// Pasted text is searched for.
pub(super) fn paste(model: &mut Model, text: &str) {
    with(model, |pane| {
        pane.part = Part::Search;
        pane.query.paste(text, Lines::One);
    });
}

/// Takes a reply in.
pub(super) fn take(model: &mut Model, reply: &LibraryReply) {
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
            LibraryReply::Listed(..) | LibraryReply::Uses(..) => {}
        }
    }
}

/// Asks for what the screen is to show and does not know yet, and keeps cursors in sight.
pub(super) fn settle(model: &mut Model, effects: &mut Vec<Effect>) {
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
