//! Pages to read: help from the command table, an exercise with its neighbours in the
//! progression graphs, a load sheet.

use super::offer_lines;
use super::pen::{Pen, Words, named};
use super::statistics;
use super::suggest_pages;
use super::theme::Meaning;
use crate::app::page::{Page, Topic};
use crate::app::{Model, Scope, TABLE};
use crate::domain::{Exercise, ExerciseId, Message};
use crate::library::Library;

/// Draws the page over the panes.
pub(super) fn draw(model: &Model, page: &Page, mut pen: Pen<'_>) {
    pen.clear();
    match &page.topic {
        Topic::Help => {
            let title = pen.say("page-help");
            pen.heading(&title, true);
            let lines = help(model, &pen);
            text(&mut pen, &lines, page.scroll);
        }
        Topic::Exercise(id) => {
            let Some(library) = model.shelf.as_ref().map(|shelf| &shelf.library) else { return };
            let name = title_of(library, id, &pen);
            pen.heading(&name, true);
            let lines =
                library.get(id).map(|exercise| about(library, exercise, &pen)).unwrap_or_default();
            text(&mut pen, &lines, page.scroll);
        }
        Topic::Loads(sheet) => {
            let title = pen.text(&Message::new("loads-title").with("unit", sheet.title.as_str()));
            pen.heading(&title, true);
            let area = pen.below(1);
            super::changes::loads(sheet, page.scroll, &mut pen.within(area));
        }
        Topic::WouldSend(sent) => {
            let title = pen.say("page-would-send");
            pen.heading(&title, true);
            let lines = super::models::would_send(sent, &pen);
            text(&mut pen, &lines, page.scroll);
        }
        Topic::Cost(cost) => {
            let title = pen.say("page-cost");
            pen.heading(&title, true);
            let lines = super::models::cost(cost, &pen);
            text(&mut pen, &lines, page.scroll);
        }
        Topic::Spoken(job, week) => {
            let title = match week {
                0 => pen.say("page-spoken-outline"),
                week => pen.text(&Message::new("page-spoken").with("week", *week)),
            };
            pen.heading(&title, true);
            let lines = super::log::spoken(&model.log, job, *week, &pen);
            text(&mut pen, &lines, page.scroll);
        }
        Topic::Look(look) => {
            let title = Message::new("offer-look-title")
                .with("title", look.title.as_str())
                .with("week", look.week);
            let title = pen.text(&title);
            pen.heading(&title, true);
            let lines = offer_lines::look(look, &pen);
            text(&mut pen, &lines, page.scroll);
        }
        Topic::Imports(found) => {
            let title = pen.say("page-imports");
            pen.heading(&title, true);
            let lines = statistics::lines(found, &pen);
            text(&mut pen, &lines, page.scroll);
        }
        topic => {
            let Some(library) = model.shelf.as_ref().map(|shelf| &shelf.library) else { return };
            let (title, lines) = match topic {
                Topic::Why(reasoned) => ("page-why", suggest_pages::why(reasoned, library, &pen)),
                Topic::Target => ("page-target", suggest_pages::target(model, library, &pen)),
                Topic::Coverage(map) => {
                    ("page-coverage", suggest_pages::coverage(map, library, &pen))
                }
                Topic::Proposal(proposal) => {
                    ("page-proposal", suggest_pages::proposal(proposal, model, &pen))
                }
                Topic::Help
                | Topic::Exercise(_)
                | Topic::Loads(_)
                | Topic::WouldSend(_)
                | Topic::Cost(_)
                | Topic::Look(_)
                | Topic::Spoken(..)
                | Topic::Imports(_) => return,
            };
            let title = pen.say(title);
            pen.heading(&title, true);
            text(&mut pen, &lines, page.scroll);
        }
    }
}

fn text(pen: &mut Pen<'_>, lines: &[Words], scroll: usize) {
    let mut pen = pen.within(pen.below(1));
    let rows = pen.height();
    let scroll = scroll.min(lines.len().saturating_sub(rows));
    for (row, words) in lines.iter().skip(scroll).take(rows).enumerate() {
        pen.put_words(2, row, words);
    }
    let hidden = lines.len().saturating_sub(scroll + rows);
    if hidden > 0 {
        pen.put_right(rows.saturating_sub(1), &format!(" ↓{hidden}"), Meaning::Dim);
    }
}

fn help(model: &Model, pen: &Pen<'_>) -> Vec<Words> {
    let scopes = [
        (Scope::Plan, "scope-plan"),
        (Scope::Suggest, "scope-suggest"),
        (Scope::Log, "scope-log"),
        (Scope::Everywhere, "scope-everywhere"),
        (Scope::Review, "scope-review"),
        (Scope::Source, "scope-source"),
        (Scope::Form, "scope-form"),
        (Scope::Entry, "scope-entry"),
        (Scope::Picker, "scope-picker"),
        (Scope::Findings, "scope-findings"),
        (Scope::Overview, "scope-overview"),
        (Scope::Changes, "scope-changes"),
        (Scope::Offer, "scope-offer"),
        (Scope::UnitOffer, "scope-unitoffer"),
        (Scope::Compare, "scope-compare"),
        (Scope::Page, "scope-page"),
        (Scope::Library, "scope-library"),
        (Scope::LibraryList, "scope-librarylist"),
        (Scope::LibraryDetail, "scope-librarydetail"),
        (Scope::LibrarySearch, "scope-librarysearch"),
        (Scope::LibraryFacets, "scope-libraryfacets"),
        (Scope::LibraryForm, "scope-libraryform"),
        (Scope::LibraryChoice, "scope-librarychoice"),
        (Scope::LibraryLists, "scope-librarylists"),
        (Scope::LibraryKept, "scope-librarykept"),
    ];
    let mut lines: Vec<Words> = Vec::new();
    for (scope, name) in scopes {
        if !lines.is_empty() {
            lines.push(Vec::new());
        }
        lines.push(vec![(pen.say(name), Meaning::Title)]);
        for row in TABLE.iter().filter(|row| row.scope == scope) {
            let keys = model.keymap.keys_of(row.command).join(" ");
            let about = pen.text(&named("command-", row.name));
            lines.push(vec![(format!("{keys:<18} "), Meaning::Key), (about, Meaning::Plain)]);
        }
    }
    lines
}

fn title_of(library: &Library, id: &ExerciseId, pen: &Pen<'_>) -> String {
    library
        .get(id)
        .map_or_else(|| id.to_string(), |exercise| exercise.name.get(pen.lang()).to_owned())
}

/// Facts of an exercise, then its neighbours in the progressions.
fn about(library: &Library, exercise: &Exercise, pen: &Pen<'_>) -> Vec<Words> {
    let lang = pen.lang();
    let mut lines = super::exercise::facts(library, exercise, pen);
    for (label, sign, edges) in [
        ("exercise-before", "←", library.prerequisites(&exercise.id)),
        ("exercise-after", "→", library.successors(&exercise.id)),
    ] {
        if edges.is_empty() {
            continue;
        }
        lines.push(Vec::new());
        lines.push(vec![(pen.say(label), Meaning::Title)]);
        for (graph, edge) in edges {
            let other = if sign == "→" { &edge.to } else { &edge.from };
            lines.push(vec![
                (format!("{sign} "), Meaning::Key),
                (title_of(library, other, pen), Meaning::Plain),
                (format!("  {}", edge.harder.get(lang)), Meaning::Value),
                (format!("  [{}]", graph.name.get(lang)), Meaning::Dim),
            ]);
        }
    }
    lines
}
