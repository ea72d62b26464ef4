//! Questions whose answer becomes a page: why an exercise stands where it does, and changes to
//! offer. Accepted changes are made as one edit.

use super::super::effect::{Effect, Ticket};
use super::super::log::Tone;
use super::super::page::{Page, Topic};
use super::super::propose::{self, Ask, Evening, Wish};
use super::super::{Model, Overlay, Pane};
use super::{edits, ranking};
use crate::domain::{ExerciseId, Message};

/// Asks why an exercise stands where it does, beside the hit under the cursor.
pub(super) fn explain(model: &mut Model, exercise: ExerciseId, effects: &mut Vec<Effect>) {
    let Some(asked) = ranking::asked(model) else { return };
    let beside =
        model.suggest.chosen().map(|hit| hit.exercise.id.clone()).filter(|id| *id != exercise);
    let exercises = std::iter::once(exercise).chain(beside).collect();
    let ticket = model.ticket();
    model.wondering = Some(ticket);
    effects.push(Effect::Explain(ticket, Box::new(asked), exercises));
}

/// Shows an answer as a page, if it is still wanted.
pub(super) fn show_page(model: &mut Model, ticket: Ticket, topic: Topic) {
    if model.wondering != Some(ticket) {
        return;
    }
    model.wondering = None;
    if let Topic::Proposal(proposal) = &topic
        && proposal.steps.is_empty()
    {
        let note = proposal.notes.first().cloned();
        model.tell(Tone::Plain, note.unwrap_or_else(|| Message::new("proposal-nothing")));
        return;
    }
    model.overlays.push(Overlay::Page(Box::new(Page::new(topic))));
}

fn ask(model: &mut Model, wish: Wish, effects: &mut Vec<Effect>) {
    let Some(open) = &model.open else { return };
    let ask = Ask {
        unit: open.unit.clone(),
        trainee: model.trainee.clone(),
        dismissed: model.suggest.dismissed.clone(),
        wish,
    };
    let ticket = model.ticket();
    model.wondering = Some(ticket);
    effects.push(Effect::Propose(ticket, Box::new(ask)));
}

/// Asks for the section under the cursor to be filled.
pub(super) fn complete(model: &mut Model, effects: &mut Vec<Effect>) {
    if let Some(section) = model.plan.cursor.as_ref().map(|line| line.section().clone()) {
        ask(model, Wish::Complete(section), effects);
    }
}

/// Asks for the unit to be fitted to the evening.
pub(super) fn refit(
    model: &mut Model,
    text: &str,
    effects: &mut Vec<Effect>,
) -> Result<(), Message> {
    let Some(shelf) = &model.shelf else { return Ok(()) };
    let evening: Evening = propose::read_evening(text, &shelf.library)?;
    ask(model, Wish::Refit(evening), effects);
    Ok(())
}

/// Makes the changes of the proposal on top: one step to undo.
pub(super) fn accept(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(Overlay::Page(page)) = model.overlays.pop() else { return };
    let Topic::Proposal(proposal) = page.topic else { return };
    let edit = proposal.edit(&mut model.ids);
    if edits::make(model, edit, effects) {
        let done = Message::new("notice-proposal").with("count", proposal.steps.len());
        model.tell(Tone::Good, done);
        model.focus = Pane::Plan;
    }
}
