//! Commands of the exercise that is looked at.

use super::super::super::effect::Effect;
use super::super::super::library::{Part, Places, StepLine, Tab, UseKind};
use super::super::super::log::Tone;
use super::super::super::picker::Target;
use super::super::super::{Code, Key, Model};
use super::super::edits;
use super::{pane, with};
use crate::domain::{ExerciseId, Message};

/// Lines above what scrolls: the name and the tabs.
pub(super) const HEAD: u16 = 2;

/// Shows a side of the exercise.
pub(super) fn show(model: &mut Model, tab: Tab) {
    with(model, |pane| {
        pane.part = Part::Detail;
        pane.detail.show(tab);
    });
}

/// Shows the side so many further on.
pub(super) fn turn(model: &mut Model, steps: usize) {
    with(model, |pane| {
        let tab = pane.detail.tab.step(steps);
        pane.detail.show(tab);
    });
}

/// Moves by lines, or by pages.
pub(super) fn step(model: &mut Model, key: Key, lines: isize) {
    let body = model.regions().body;
    with(model, |pane| {
        let height = Places::of(body, pane.part).detail.height.saturating_sub(HEAD);
        let page = isize::try_from(height).unwrap_or(1);
        let lines = match key.code {
            Code::PageUp | Code::PageDown => lines * (page - 1).max(1),
            _ => lines,
        };
        pane.detail.step(lines);
    });
}

/// Walks to the exercise under the cursor, or opens the plan.
pub(super) fn open(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(pane) = pane(model) else { return };
    if let Some(StepLine::Step { exercise, .. }) = pane.detail.chosen_step() {
        let exercise = exercise.clone();
        walk(model, exercise);
        return;
    }
    let Some(used) = pane.detail.chosen_use().cloned() else { return };
    match (used.kind, used.target) {
        (_, Some(Target::Unit(unit))) => {
            model.overlays.clear();
            edits::open_unit(model, unit, effects);
        }
        (UseKind::Combination, Some(Target::Exercise(exercise))) => walk(model, exercise),
        _ => model.tell(Tone::Warn, Message::new("why-not-framework")),
    }
}

fn walk(model: &mut Model, exercise: ExerciseId) {
    with(model, |pane| pane.detail.walked.push(exercise));
}

/// Goes back along the way that was walked.
pub(super) fn back(model: &mut Model) {
    with(model, |pane| {
        pane.detail.walked.pop();
    });
}

/// Back to the list, or back along the way first.
pub(super) fn close(model: &mut Model) {
    with(model, |pane| {
        pane.detail.walked.clear();
        pane.part = Part::List;
    });
}
