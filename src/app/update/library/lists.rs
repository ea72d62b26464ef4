//! Commands of the lists a club may add to.

use std::sync::Arc;

use super::super::super::effect::Effect;
use super::super::super::entry::Purpose;
use super::super::super::library::{LibraryChange, LibraryLine, ListsPane};
use super::super::super::log::Tone;
use super::super::super::{Model, Overlay};
use super::super::entry;
use super::change;
use crate::domain::{Bilingual, CatalogueEntry, CatalogueKind, Message};
use crate::language::fold;
use crate::library::Library;

fn library(model: &Model) -> Option<Arc<Library>> {
    model.shelf.as_ref().map(|shelf| shelf.library.clone())
}

fn pane(model: &Model) -> Option<&ListsPane> {
    match model.overlays.last() {
        Some(Overlay::Lists(pane)) => Some(pane),
        _ => None,
    }
}

/// Moves the cursor.
pub(super) fn step(model: &mut Model, lines: isize) {
    let rows = usize::from(model.regions().body.height.saturating_sub(3));
    let Some(library) = library(model) else { return };
    if let Some(Overlay::Lists(pane)) = model.overlays.last_mut() {
        pane.step(&library, lines, rows);
    }
}

/// Shows the list so many further on.
pub(super) fn turn(model: &mut Model, lists: usize) {
    if let Some(Overlay::Lists(pane)) = model.overlays.last_mut() {
        pane.turn(lists);
    }
}

/// The entry under the cursor, if it is the club's own; says why not otherwise.
fn own(model: &mut Model) -> Option<(CatalogueKind, CatalogueEntry)> {
    let library = library(model)?;
    let pane = pane(model)?;
    let (kind, entry) = (pane.kind(), pane.entries(&library).get(pane.cursor).copied().cloned()?);
    if entry.is_own() {
        return Some((kind, entry));
    }
    model.tell(Tone::Warn, Message::new("why-not-built-in-entry"));
    None
}

/// Opens the line for a new entry.
pub(super) fn new(model: &mut Model) {
    if let Some(kind) = pane(model).map(ListsPane::kind) {
        entry::open(model, Purpose::Library(LibraryLine::NewEntry(kind)), "");
    }
}

/// Opens the line for another name of the entry.
pub(super) fn rename(model: &mut Model) {
    if let Some((kind, known)) = own(model) {
        let text = format!("{} / {}", known.name.en, known.name.de);
        let line = LibraryLine::RenameEntry(kind, known.id);
        entry::open(model, Purpose::Library(line), &text);
    }
}

/// Offers the entry no longer, or again.
pub(super) fn archive(model: &mut Model, effects: &mut Vec<Effect>) {
    if let Some((kind, known)) = own(model) {
        let archived = !known.is_archived();
        let change = LibraryChange::Entry(kind, Box::new(known.archived(archived)));
        change::ask(model, change, effects);
    }
}

/// Adds the entry that was typed.
pub(super) fn added(
    model: &mut Model,
    kind: CatalogueKind,
    text: &str,
    effects: &mut Vec<Effect>,
) -> Result<(), Message> {
    let name = both(text)?;
    let Some(library) = library(model) else { return Ok(()) };
    let known = library.catalogues().list(kind).iter();
    let same = |entry: &&CatalogueEntry| {
        fold(&entry.name.en) == fold(&name.en) || fold(&entry.name.de) == fold(&name.de)
    };
    if let Some(entry) = known.clone().find(same) {
        return Err(Message::new("line-entry-there").with("name", &entry.name));
    }
    let id = CatalogueEntry::id_for(&fold(&name.en));
    let Some(id) = id.filter(|id| library.catalogues().entry(kind, id).is_none()) else {
        return Err(Message::new("line-entry-id"));
    };
    let entry = Box::new(CatalogueEntry::own(id, name));
    change::ask(model, LibraryChange::Entry(kind, entry), effects);
    Ok(())
}

/// Gives an entry the name that was typed.
pub(super) fn renamed(
    model: &mut Model,
    kind: CatalogueKind,
    id: &str,
    text: &str,
    effects: &mut Vec<Effect>,
) -> Result<(), Message> {
    let name = both(text)?;
    let known = library(model).and_then(|it| it.catalogues().entry(kind, id).cloned());
    if let Some(known) = known {
        let entry = Box::new(CatalogueEntry { name, ..known });
        change::ask(model, LibraryChange::Entry(kind, entry), effects);
    }
    Ok(())
}

/// Reads `English / German`; one name stands for both.
pub(super) fn both(text: &str) -> Result<Bilingual, Message> {
    let (en, de) = text.split_once('/').unwrap_or((text, text));
    let (en, de) = (en.trim(), de.trim());
    let (en, de) = (if en.is_empty() { de } else { en }, if de.is_empty() { en } else { de });
    if en.chars().any(char::is_alphanumeric) {
        Ok(Bilingual::new(en, de))
    } else {
        Err(Message::new("edit-no-letters"))
    }
}
