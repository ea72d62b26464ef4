//! The lists a club may add to, and the own versions whose built-in exercises have changed.

use super::super::pen::{Pen, named};
use super::super::theme::Meaning;
use crate::app::Model;
use crate::app::library::{KeptPane, ListsPane};
use crate::domain::CatalogueKind;
use crate::language::columns;

/// Draws the list that is shown, with the names of all of them above.
pub(in crate::view) fn draw(model: &Model, pane: &ListsPane, mut pen: Pen<'_>) {
    pen.clear();
    let title = pen.say("lists-title");
    pen.heading(&title, true);
    let mut column = 1;
    for kind in CatalogueKind::OPEN {
        let name = pen.text(&named("list-", kind.id()));
        let here = kind == pane.kind();
        let (text, meaning) = if here {
            (format!("[{name}]"), Meaning::Key)
        } else {
            (format!(" {name} "), Meaning::Dim)
        };
        column = pen.put(column, 1, &text, meaning);
    }
    let Some(library) = model.shelf.as_ref().map(|shelf| &shelf.library) else { return };
    let mut pen = pen.within(pen.below(3));
    let rows = pen.height();
    let entries = pane.entries(library);
    for (at, entry) in entries.iter().enumerate().skip(pane.scroll).take(rows) {
        let row = at - pane.scroll;
        let here = at == pane.cursor;
        if here {
            pen.put(0, row, "▌", Meaning::Focus);
        }
        let sort = match (entry.is_own(), entry.is_archived()) {
            (true, true) => pen.say("visibility-archived"),
            (true, false) => pen.say("library-own"),
            (false, _) => String::new(),
        };
        let name = format!("{} / {}", entry.name.en, entry.name.de);
        let meaning = match (here, entry.is_archived()) {
            (true, _) => Meaning::Cursor,
            (false, true) => Meaning::Dim,
            (false, false) => Meaning::Plain,
        };
        pen.put(2, row, &name, meaning);
        let mark = format!(" {sort} {}", entry.id);
        let start = pen.width().saturating_sub(columns(&mark) + 1);
        pen.put(start, row, &mark, Meaning::Dim);
    }
}

/// Draws the own versions, with what changed in the built-in exercises.
pub(in crate::view) fn kept(model: &Model, pane: &KeptPane, mut pen: Pen<'_>) {
    pen.clear();
    let title = pen.say("kept-title");
    pen.heading(&title, true);
    let help = pen.say("kept-help");
    pen.put(1, 1, &help, Meaning::Dim);
    let Some(library) = model.shelf.as_ref().map(|shelf| &shelf.library) else { return };
    let mut pen = pen.within(pen.below(3));
    if pane.kept.is_empty() {
        let key = if pane.asked.is_some() { "library-looking" } else { "kept-none" };
        let text = pen.say(key);
        pen.put(2, 0, &text, Meaning::Dim);
    }
    let rows = pen.height();
    for (at, kept) in pane.kept.iter().enumerate().skip(pane.scroll).take(rows) {
        let row = at - pane.scroll;
        let here = at == pane.cursor;
        if here {
            pen.put(0, row, "▌", Meaning::Focus);
        }
        let name = library
            .get(&kept.exercise)
            .map_or_else(|| kept.exercise.to_string(), |it| it.name.get(model.lang).to_owned());
        let end = pen.put(2, row, &name, if here { Meaning::Cursor } else { Meaning::Plain });
        let fields: Vec<String> =
            kept.differs.iter().map(|field| pen.text(&named("field-", field))).collect();
        pen.put(end + 2, row, &fields.join(", "), Meaning::Dim);
    }
}
