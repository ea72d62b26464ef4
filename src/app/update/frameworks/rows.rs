//! The rows of a framework and of its units: opened, turned, typed, and units added, copied, moved
//! and taken out.

use super::super::super::choice::{Choice, ChoicePane};
use super::super::super::effect::Effect;
use super::super::super::entry::{self as rules, Purpose};
use super::super::super::frameworks::{FrameRow, FrameSort, FrameworkLine, FrameworksPane, Level};
use super::super::super::{Direction, Model, Overlay};
use super::super::entry;
use super::super::template::change;
use super::{desk, with};
use crate::domain::{Message, Slot};

/// Goes into the row under the cursor: into a unit or its plan, a list, a line to type.
pub(super) fn open(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(row) = model.frameworks().and_then(FrameworksPane::row) else { return };
    match (row, row.sort()) {
        (FrameRow::Slot(at), _) => with(model, |pane| pane.enter(Level::Slot(at))),
        (FrameRow::AddSlot, _) => {
            entry::open(model, Purpose::Framework(FrameworkLine::NewSlot), "");
        }
        (FrameRow::Plan, _) => desk::plan(model),
        (_, FrameSort::Inner) => {}
        (_, FrameSort::Text) => {
            let text = text(model, row);
            entry::open(model, Purpose::Framework(FrameworkLine::Row(row)), &text);
        }
        (_, FrameSort::Cycle) => turn(model, Direction::More, effects),
        (_, FrameSort::List(kind, mode)) => {
            let Some(shelf) = &model.shelf else { return };
            let Some(pane) = model.frameworks() else { return };
            let Some(card) = pane.card() else { return };
            let picked = row.picked(&card.framework, pane.slot());
            let catalogues = shelf.library.catalogues();
            let choices = Choice::all(catalogues, kind, &picked, model.lang);
            let choice = ChoicePane::new(row.key(), mode, choices, picked);
            model.overlays.push(Overlay::Choice(Box::new(choice)));
        }
    }
}

/// What a row to type holds.
fn text(model: &Model, row: FrameRow) -> String {
    let Some(pane) = model.frameworks() else { return String::new() };
    let title = pane.card().map(|card| card.framework.title.clone());
    match (row, pane.slot()) {
        (FrameRow::Title, _) => title.unwrap_or_default(),
        (FrameRow::SlotTitle, Some(slot)) => slot.title.clone(),
        (FrameRow::Notes, Some(slot)) => slot.notes.clone(),
        (FrameRow::Minutes, Some(slot)) => {
            slot.minutes.map(|minutes| minutes.to_string()).unwrap_or_default()
        }
        _ => String::new(),
    }
}

/// Takes what was typed for a row.
pub(super) fn typed(
    model: &mut Model,
    row: FrameRow,
    text: &str,
    effects: &mut Vec<Effect>,
) -> Result<(), Message> {
    let minutes = match row {
        FrameRow::Minutes if !text.is_empty() => Some(rules::minutes(text)?),
        _ => None,
    };
    if matches!(row, FrameRow::Title | FrameRow::SlotTitle) && text.is_empty() {
        return Err(Message::new("entry-title-empty"));
    }
    change(model, effects, |framework, slot| {
        let slot = slot.and_then(|at| framework.slots.get_mut(at));
        match (row, slot) {
            (FrameRow::Title, _) => text.clone_into(&mut framework.title),
            (FrameRow::SlotTitle, Some(slot)) => text.clone_into(&mut slot.title),
            (FrameRow::Notes, Some(slot)) => text.clone_into(&mut slot.notes),
            (FrameRow::Minutes, Some(slot)) => slot.minutes = minutes,
            _ => {}
        }
    });
    Ok(())
}

/// Goes to the value before or after; into a unit, or back out of it.
pub(super) fn turn(model: &mut Model, way: Direction, effects: &mut Vec<Effect>) {
    let Some(row) = model.frameworks().and_then(FrameworksPane::row) else { return };
    if row.sort() == FrameSort::Cycle {
        change(model, effects, |framework, slot| row.cycle(framework, slot, way));
    }
}

/// Adds a unit behind the one under the cursor, or at the end, and puts the cursor on it.
pub(super) fn add_slot(model: &mut Model, slot: Slot, effects: &mut Vec<Effect>) {
    let mut added = 0;
    change(model, effects, |framework, at| {
        added = at.map_or(framework.slots.len(), |at| at + 1).min(framework.slots.len());
        framework.slots.insert(added, slot);
    });
    with(model, |pane| {
        if pane.level == Level::Framework {
            pane.go_to(FrameRow::Slot(added));
        }
    });
}

/// Copies the unit under the cursor with its plan.
pub(super) fn copy_slot(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(mut slot) = model.frameworks().and_then(FrameworksPane::slot).cloned() else { return };
    slot.id = model.ids.slot();
    if let Some(blueprint) = &mut slot.blueprint {
        blueprint.id = model.ids.unit();
    }
    add_slot(model, slot, effects);
}

/// Takes the unit under the cursor out.
pub(super) fn drop_slot(model: &mut Model, effects: &mut Vec<Effect>) {
    change(model, effects, |framework, at| {
        if let Some(at) = at.filter(|at| *at < framework.slots.len()) {
            framework.slots.remove(at);
        }
    });
    with(model, |pane| {
        if matches!(pane.level, Level::Slot(_)) {
            pane.leave();
        }
    });
}

/// Moves the unit under the cursor one place.
pub(super) fn move_slot(model: &mut Model, way: Direction, effects: &mut Vec<Effect>) {
    let mut moved = None;
    change(model, effects, |framework, at| {
        let Some(at) = at else { return };
        let to = match way {
            Direction::Less => at.checked_sub(1),
            Direction::More => Some(at + 1).filter(|to| *to < framework.slots.len()),
        };
        if let Some(to) = to {
            framework.slots.swap(at, to);
            moved = Some(to);
        }
    });
    if let Some(to) = moved {
        with(model, |pane| match pane.level {
            Level::Slot(_) => pane.level = Level::Slot(to),
            _ => pane.go_to(FrameRow::Slot(to)),
        });
    }
}
