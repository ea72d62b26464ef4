//! Keys that move within the plan and the suggestions, or take what they point at.

use super::super::effect::Effect;
use super::super::plan::Motion;
use super::super::{Code, Key, Model};
use super::{edits, rows_of_hits};
use crate::retrieval::Intent;

/// Moves the cursor of the plan.
pub(super) fn motion(model: &mut Model, motion: Motion) {
    if let Some(open) = &model.open {
        model.plan.go(&open.unit, motion);
    }
}

/// Moves the cursor of the suggestions.
pub(super) fn step_hits(model: &mut Model, hits: isize) {
    let rows = rows_of_hits(model);
    model.suggest.step(hits, rows);
}

/// Inserts the suggestion with the number of the key, once there are any.
pub(super) fn insert_nth(model: &mut Model, key: Key, effects: &mut Vec<Effect>) {
    let Code::Char(sign) = key.code else { return };
    let number = sign.to_digit(10).unwrap_or(0) as usize;
    if model.suggest.asked.is_some() {
        model.suggest.queued.push_back(number);
    } else {
        edits::insert_hit(model, number, effects);
    }
}

/// Asks for suggestions with the next intent, or by the words alone again.
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
