//! The one function that changes the model: an event in, effects out. Same model, same event,
//! same result.

mod asking;
mod commands;
mod compare;
mod course;
mod edits;
mod entry;
mod exercise;
mod findings;
mod form;
mod library;
mod log;
mod models;
mod offer;
mod pages;
mod pick;
mod ranking;
mod replies;
mod review;
mod steps;
mod suggest;
mod unit_offer;
mod wonder;

use super::effect::{Effect, Event};
use super::log::Tone;
use super::suggest::HIT_LINES;
use super::{Key, Lines, Model, Overlay, Pane, Scope};
use crate::domain::Message;

/// Lets an event happen.
pub fn update(model: &mut Model, event: Event) -> Vec<Effect> {
    let mut effects = Vec::new();
    let line_before =
        model.open.as_ref().map_or(0, |open| model.plan.index(&super::plan::lines(&open.unit)));
    match event {
        Event::Key(key) => press(model, key, &mut effects),
        Event::Paste(text) => paste(model, &text, &mut effects),
        Event::Click(column, line) => click(model, column, line),
        Event::Wheel(column, line, lines) => wheel(model, column, line, isize::from(lines)),
        Event::Resize(columns, lines) => model.size = (columns, lines),
        Event::Reply(reply) => replies::take(model, reply, &mut effects),
    }
    settle(model, line_before);
    library::settle(model, &mut effects);
    asking::settle(model, &mut effects);
    ranking::ask(model, &mut effects);
    findings::ask(model, &mut effects);
    effects
}

fn press(model: &mut Model, key: Key, effects: &mut Vec<Effect>) {
    model.notice = None;
    let scope = model.scope();
    if let Some(command) = model.keymap.command(scope, key) {
        commands::run(model, command, key, effects);
        return;
    }
    match scope {
        Scope::Entry => entry::type_key(model, key),
        Scope::Source => {
            if let Some(Overlay::Source(source)) = model.overlays.last_mut() {
                source.field.press(key, Lines::Many);
            }
        }
        Scope::Picker => pick::type_key(model, key),
        Scope::LibraryList
        | Scope::LibraryDetail
        | Scope::LibrarySearch
        | Scope::LibraryFacets
        | Scope::LibraryForm
        | Scope::LibraryChoice => library::type_key(model, key, effects),
        Scope::Form => form::type_key(model, key),
        _ => {
            model
                .tell(Tone::Plain, Message::new("notice-no-such-key").with("key", key.to_string()));
        }
    }
}

/// Pasted text goes into the field being typed; anywhere else it is a workout to import.
fn paste(model: &mut Model, text: &str, effects: &mut Vec<Effect>) {
    match model.scope() {
        Scope::Entry => {
            if let Some(entry) = &mut model.entry {
                entry.paste(text);
            }
            entry::typed(model);
        }
        Scope::Source => {
            if let Some(Overlay::Source(source)) = model.overlays.last_mut() {
                source.field.paste(text, Lines::Many);
            }
        }
        Scope::Picker => {
            if let Some(Overlay::Picker(picker)) = model.overlays.last_mut() {
                picker.query.paste(text, Lines::One);
            }
            pick::typed(model);
        }
        Scope::LibraryList
        | Scope::LibraryDetail
        | Scope::LibrarySearch
        | Scope::LibraryFacets
        | Scope::LibraryForm => library::paste(model, text, effects),
        Scope::Form => form::paste(model, text),
        Scope::Review
        | Scope::Page
        | Scope::Findings
        | Scope::Overview
        | Scope::Changes
        | Scope::Offer
        | Scope::UnitOffer
        | Scope::Compare
        | Scope::LibraryChoice
        | Scope::LibraryLists
        | Scope::LibraryKept => {
            model.tell(Tone::Warn, Message::new("notice-paste-elsewhere"));
        }
        _ => review::paste(model, text, effects),
    }
}

fn click(model: &mut Model, column: u16, line: u16) {
    if !model.overlays.is_empty() || model.entry.is_some() {
        return;
    }
    let regions = model.regions();
    let Some(pane) = regions.pane_at(column, line) else { return };
    model.focus = pane;
    match pane {
        Pane::Plan => {
            let row = usize::from(line.saturating_sub(regions.plan.y + 1)) + model.plan.scroll;
            if let Some(open) = &model.open
                && let Some(target) = super::plan::lines(&open.unit).get(row)
            {
                model.plan.cursor = Some(target.clone());
            }
        }
        Pane::Suggest => {
            let chips = u16::from(!super::chips::shown(&model.suggest).is_empty());
            let row = usize::from(line.saturating_sub(regions.suggest.y + 1 + chips)) / HIT_LINES;
            model.suggest.cursor =
                (row + model.suggest.scroll).min(model.suggest.hits().len().saturating_sub(1));
        }
        Pane::Log => {}
    }
}

fn wheel(model: &mut Model, column: u16, line: u16, lines: isize) {
    if let Some(Overlay::Page(page)) = model.overlays.last_mut() {
        page.step(lines);
        return;
    }
    if !model.overlays.is_empty() {
        return;
    }
    match model.regions().pane_at(column, line) {
        Some(Pane::Plan) => {
            if let Some(open) = &model.open {
                let way =
                    if lines < 0 { super::plan::Motion::Up } else { super::plan::Motion::Down };
                model.plan.go(&open.unit, way);
            }
        }
        Some(Pane::Suggest) => {
            let rows = rows_of_hits(model);
            model.suggest.step(lines, rows);
        }
        Some(Pane::Log) => model.log.scroll(lines),
        None => {}
    }
}

/// Hits that fit into the suggestion pane.
fn rows_of_hits(model: &Model) -> usize {
    let chips = usize::from(!super::chips::shown(&model.suggest).is_empty());
    usize::from(model.regions().suggest.height.saturating_sub(2)).saturating_sub(chips) / HIT_LINES
}

/// Keeps every cursor on something that exists and in sight.
fn settle(model: &mut Model, line_before: usize) {
    let rows = usize::from(model.regions().plan.height.saturating_sub(2));
    if let Some(open) = &model.open {
        model.plan.settle(&open.unit, line_before);
        model.plan.keep_visible(&open.unit, rows);
    }
    let rows = rows_of_hits(model);
    model.suggest.step(0, rows);
}
