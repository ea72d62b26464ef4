//! Commands of the review of a generated unit.

use super::super::effect::Effect;
use super::super::log::Tone;
use super::super::offer::{Decision, UnitOfferPane, edit_of};
use super::super::{Command, Model, Overlay, Pane};
use super::edits;
use super::offer::AROUND;
use crate::domain::{JobId, Message, Unit};

/// Shows a unit that was generated, against the one on the desk.
pub(super) fn show(model: &mut Model, job: JobId, unit: Unit) {
    let desk = model.open.as_ref().map(|open| &open.unit);
    let pane = UnitOfferPane::new(job, unit, desk);
    // whoever is busy with something else finds it in the log
    if model.entry.is_some() || !model.overlays.is_empty() {
        model.tell(Tone::Good, Message::new("notice-generation-done"));
        return;
    }
    model.overlays.push(Overlay::UnitOffer(Box::new(pane)));
}

fn pane(model: &mut Model) -> Option<&mut UnitOfferPane> {
    match model.overlays.last_mut() {
        Some(Overlay::UnitOffer(pane)) => Some(pane),
        _ => None,
    }
}

/// Moves in the review.
pub(super) fn step(model: &mut Model, lines: isize) {
    let rows = usize::from(model.regions().body.height).saturating_sub(AROUND);
    if let Some(pane) = pane(model) {
        pane.step(lines, rows);
    }
}

/// Runs a command of the review.
pub(super) fn run(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    let Some(pane) = pane(model) else { return };
    match command {
        Command::LineMark => {
            pane.mark();
            step(model, 1);
        }
        Command::LineMarkAll => pane.mark_all(),
        Command::LineTake => take(model, effects),
        Command::LineOwn => {
            let (job, unit) = (pane.job.clone(), pane.unit.id.clone());
            model.overlays.pop();
            let decision = Decision { taken: vec![unit], closed: true, ..Decision::default() };
            effects.push(Effect::DecideOffer(job, Box::new(decision)));
        }
        Command::LineRefuse => {
            let job = pane.job.clone();
            model.overlays.pop();
            settle(job, effects);
            model.tell(Tone::Plain, Message::new("offer-refused"));
        }
        _ => {}
    }
}

/// Brings the chosen lines over, as one step to undo.
fn take(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(Overlay::UnitOffer(pane)) = model.overlays.pop() else { return };
    let Some(open) = &model.open else { return };
    let edit = edit_of(&open.unit, pane.taken(), &mut model.ids);
    if edits::make(model, edit, effects) {
        settle(pane.job.clone(), effects);
        let done = Message::new("offer-lines-taken").with("count", pane.chosen.len());
        model.tell(Tone::Good, done);
        model.focus = Pane::Plan;
    }
}

/// Notes that the coach has decided.
fn settle(job: JobId, effects: &mut Vec<Effect>) {
    let decision = Decision { closed: true, ..Decision::default() };
    effects.push(Effect::DecideOffer(job, Box::new(decision)));
}
