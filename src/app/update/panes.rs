//! What a key does in a pane, where that takes but a few lines.

use super::super::effect::Effect;
use super::super::log::Tone;
use super::super::plan::Motion;
use super::super::{Code, Key, Model, Pane};
use super::{edits, replies, rows_of_hits, template};
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
