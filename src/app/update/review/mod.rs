//! Commands of the import: the text, reading it, the review, the insertion.

mod advice;
mod decide;
mod insert;
mod line;
mod place;
mod shape;
mod source;

pub(super) use advice::advised;
pub(super) use decide::{
    choose, confirm, decided, dose, doubtful, free_line, help, ignore, jump, new_exercise, preview,
    same, step, teach, undo,
};
pub(super) use insert::{Share, insert, placed};
pub(super) use place::{elsewhere, places, shift};
pub(super) use shape::{join, rows, split, split_text};
pub(super) use source::{
    back_to_source, close, close_source, file, offer, open_path, open_source, paste, read_source,
    show,
};

use super::super::Model;
use super::super::effect::Effect;
use super::super::import::ReviewPane;
use super::super::{Overlay, review_foot};

fn lines(model: &Model) -> usize {
    let body = model.regions().body.height;
    usize::from(body.saturating_sub(1 + review_foot(body)))
}

/// Changes the review on top, keeps its cursor in sight, and says whether there is one.
fn with(model: &mut Model, change: impl FnOnce(&mut ReviewPane)) {
    let lines = lines(model);
    if let Some(Overlay::Review(review)) = model.overlays.last_mut() {
        change(review);
        review.keep_visible(lines);
    }
}

/// The review on top.
fn on_top(model: &Model) -> Option<&ReviewPane> {
    match model.overlays.last() {
        Some(Overlay::Review(review)) => Some(review),
        _ => None,
    }
}

/// Keeps the decisions made so far.
fn keep(model: &Model, effects: &mut Vec<Effect>) {
    if let Some(review) = on_top(model) {
        effects.push(Effect::KeepReview(review.id.clone(), Box::new(review.decisions())));
    }
}
