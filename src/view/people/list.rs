//! Groups and athletes, each with what is known of them in one line; with nobody there, how to
//! begin.

use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::super::pen::{Pen, named, wrapped};
use super::super::theme::Meaning;
use crate::app::Model;
use crate::app::people::{Card, PeoplePane, Person};
use crate::domain::{CatalogueKind, Message};
use crate::language::columns;

/// Widest column of names.
const NAMES: usize = 28;
/// Columns from which the list tells since when somebody trains.
const WIDE: usize = 100;

/// Draws the list over the panes.
pub(in crate::view) fn draw(model: &Model, pane: &PeoplePane, mut pen: Pen<'_>) {
    pen.clear();
    let title = pen.say("people-title");
    let end = pen.heading(&title, true);
    let shown = pane.shown();
    if !pane.cards.is_empty() {
        let count =
            Message::new("library-count").with("found", shown.len()).with("all", pane.cards.len());
        let count = pen.text(&count);
        pen.put(end, 0, &format!("{count} "), Meaning::Dim);
    }
    search(pane, &mut pen);
    let mut pen = pen.within(pen.below(3));
    if shown.is_empty() {
        nobody(pane, &mut pen);
        return;
    }
    let names = shown.iter().map(|card| columns(card.person.name())).max().unwrap_or(0);
    let names = names.min(NAMES).min(pen.width() / 2);
    let rows = pen.height();
    for (at, card) in shown.iter().enumerate().skip(pane.scroll).take(rows) {
        let row = at - pane.scroll;
        let here = at == pane.cursor;
        if here {
            pen.put(0, row, "▌", Meaning::Focus);
        }
        let area = pen.area();
        {
            let mut names = pen.within(Rect { width: (names + 2) as u16, ..area });
            let meaning = if here { Meaning::Cursor } else { Meaning::Plain };
            names.put(2, row, card.person.name(), meaning);
        }
        let facts = facts(model, card, &pen);
        pen.put(names + 4, row, &facts, Meaning::Dim);
    }
}

/// What was typed to find somebody.
fn search(pane: &PeoplePane, pen: &mut Pen<'_>) {
    if pane.cards.is_empty() {
        return;
    }
    let prompt = if pane.searching { Meaning::Focus } else { Meaning::Key };
    let column = pen.put(1, 1, "/ ", prompt);
    let area = pen.area();
    if pane.searching && area.height > 1 {
        let field = Rect {
            x: area.x + column as u16,
            y: area.y + 1,
            width: area.width.saturating_sub(column as u16),
            height: 1,
        };
        pane.query.area().render(field, pen.frame());
    } else if pane.query.is_empty() {
        let hint = pen.say("library-search-empty");
        pen.put(column, 1, &hint, Meaning::Dim);
    } else {
        pen.put(column, 1, pane.query.line(), Meaning::Value);
    }
}

/// Nobody is there, or nobody is called so.
fn nobody(pane: &PeoplePane, pen: &mut Pen<'_>) {
    let key = match (pane.asked.is_some(), pane.cards.is_empty()) {
        (true, true) => "library-looking",
        (_, false) => "picker-no-match",
        (false, true) => "people-nobody",
    };
    let text = pen.say(key);
    let width = pen.width().saturating_sub(4);
    for (row, line) in wrapped(&text, width).iter().enumerate() {
        pen.put(2, row, line, Meaning::Plain);
    }
}

/// Kind, the most telling facts, and how much is planned.
fn facts(model: &Model, card: &Card, pen: &Pen<'_>) -> String {
    let entry = |kind, id: &str| {
        model.shelf.as_ref().map_or_else(
            || id.to_owned(),
            |shelf| shelf.library.catalogues().name(kind, id).get(pen.lang()).to_owned(),
        )
    };
    let units = units(card, pen);
    let facts = match &card.person {
        Person::Athlete(athlete) => {
            let profile = &athlete.profile;
            let mut facts = vec![pen.say("picker-athlete"), units];
            if let Some(age) = profile.age {
                facts.push(pen.text(&Message::new("people-years").with("age", age)));
            }
            facts.push(pen.text(&named("goal-", profile.goal.id())));
            facts.push(entry(CatalogueKind::Levels, profile.level.id()));
            facts
        }
        Person::Group(group) => {
            let ages = Message::new("people-ages")
                .with("size", group.size)
                .with("min", group.age_min)
                .with("max", group.age_max);
            let mut facts = vec![pen.say("picker-group"), units, pen.text(&ages)];
            let style = group.style.as_ref();
            facts.extend(style.map(|it| entry(CatalogueKind::StyleDirections, it.as_str())));
            facts
        }
    };
    facts.join(" · ")
}

/// How much is planned; where there is room, since when.
fn units(card: &Card, pen: &Pen<'_>) -> String {
    pen.text(&match card.since {
        Some(since) if pen.width() >= WIDE => Message::new("people-units-since")
            .with("count", card.units)
            .with("since", since.to_string()),
        _ => Message::new("people-units").with("count", card.units),
    })
}
