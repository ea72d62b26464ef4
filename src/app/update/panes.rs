//! What a key does in a pane or on a page, where that takes but a few lines.

use super::super::effect::{Effect, Sending, Who};
use super::super::generate::FormPane;
use super::super::log::Tone;
use super::super::page::{Page, Topic};
use super::super::plan::Motion;
use super::super::{Code, Key, Model, Overlay, Pane};
use super::{edits, models, replies, rows_of_hits, template, wonder};
use crate::domain::Message;
use crate::retrieval::Intent;

pub(super) fn motion(model: &mut Model, motion: Motion) {
    if let Some(open) = &model.open {
        model.plan.go(&open.unit, motion);
    }
}

/// Forgets what was asked; from a template, with nothing to forget, back to where it belongs.
pub(super) fn clear(model: &mut Model, effects: &mut Vec<Effect>) {
    // a text that is still being read is given up; it is kept
    if model.reading.take().is_some() {
        model.tell(Tone::Plain, Message::new("notice-draft-kept"));
    }
    if model.aside.is_some() && !model.suggest.is_asked() && model.focus == Pane::Plan {
        for late in template::leave(model) {
            replies::take(model, late, effects);
        }
        effects.extend(model.open.as_ref().map(|open| Effect::Refresh(open.unit.id.clone())));
        return;
    }
    model.suggest.forget();
    model.focus = Pane::Plan;
}

pub(super) fn step_hits(model: &mut Model, hits: isize) {
    let rows = rows_of_hits(model);
    model.suggest.step(hits, rows);
}

pub(super) fn insert_nth(model: &mut Model, key: Key, effects: &mut Vec<Effect>) {
    let Code::Char(sign) = key.code else { return };
    let number = sign.to_digit(10).unwrap_or(0) as usize;
    if model.suggest.asked.is_some() {
        model.suggest.queued.push_back(number);
    } else {
        edits::insert_hit(model, number, effects);
    }
}

pub(super) fn next_intent(model: &mut Model) {
    let at = model
        .suggest
        .intent
        .and_then(|intent| Intent::ALL.iter().position(|known| *known == intent));
    model.suggest.intent = match at {
        None => Intent::ALL.first().copied(),
        Some(at) => Intent::ALL.get(at + 1).copied(),
    };
}

pub(super) fn inspect_item(model: &mut Model) {
    let exercise = model.item().and_then(|item| item.exercise.clone());
    match exercise {
        Some(exercise) => show(model, Topic::Exercise(exercise)),
        None => model.tell(Tone::Warn, Message::new("why-not-free-line")),
    }
}

pub(super) fn show(model: &mut Model, topic: Topic) {
    model.overlays.push(Overlay::Page(Box::new(Page::new(topic))));
}

pub(super) fn open_form(model: &mut Model) {
    let nobody = Who::Nobody;
    let who = model.trainee.as_ref().map_or(&nobody, |trainee| &trainee.who);
    let past = model.trainee.as_ref().map_or(&[][..], |trainee| &trainee.recent);
    let form = FormPane::new(who, past, model.today);
    model.overlays.push(Overlay::Form(Box::new(form)));
}

pub(super) fn overview(model: &mut Model, effects: &mut Vec<Effect>) {
    let place = model.open.as_ref().and_then(|open| open.unit.place.as_ref());
    if let Some(program) = place.map(|place| place.program.clone()) {
        let ticket = model.ticket();
        model.opening = Some(ticket);
        effects.push(Effect::OpenProgram(ticket, program));
    }
}

/// Lines a key moves by: a page for the page keys.
pub(super) fn paged(model: &Model, key: Key) -> isize {
    let rows = isize::try_from(model.regions().body.height).unwrap_or(1) - 2;
    if matches!(key.code, Code::PageUp | Code::PageDown) { rows.max(1) } else { 1 }
}

pub(super) fn page_step(model: &mut Model, key: Key, lines: isize) {
    let lines = lines * paged(model, key);
    if let Some(Overlay::Page(page)) = model.overlays.last_mut() {
        page.step(lines);
    }
}

/// Agrees to what the page offers.
pub(super) fn agree(model: &mut Model, effects: &mut Vec<Effect>) {
    match model.overlays.last() {
        Some(Overlay::Page(page)) if matches!(page.topic, Topic::Proposal(_)) => {
            wonder::accept(model, effects);
        }
        _ => models::decide(model, Sending::Yes, effects),
    }
}
