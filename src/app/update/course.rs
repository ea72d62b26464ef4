//! Commands around a whole program: its overview, the results of a unit, what they change, and
//! what a plan means in kilograms for each athlete.

use super::super::changes::ChangesPane;
use super::super::effect::Effect;
use super::super::entry::{Entry, Purpose};
use super::super::log::Tone;
use super::super::overview::OverviewPane;
use super::super::page::{LoadSheet, Page, Topic};
use super::super::plan::Line;
use super::super::{Model, Overlay};
use super::edits;
use crate::domain::{
    Athlete, Explain, ItemField, ItemId, Message, PlanEdit, Program, Unit, UnitField, UnitId,
};
use crate::planner::adapt;
use crate::training::{as_planned, print_result, read_result, target};

/// Rows of a page below its heading.
fn rows(model: &Model) -> usize {
    usize::from(model.regions().body.height).saturating_sub(3)
}

/// Fetches the program the open unit belongs to, for its overview.
pub(super) fn ask(model: &mut Model, effects: &mut Vec<Effect>) {
    let place = model.open.as_ref().and_then(|open| open.unit.place.as_ref());
    if let Some(program) = place.map(|place| place.program.clone()) {
        let ticket = model.ticket();
        model.opening = Some(ticket);
        effects.push(Effect::OpenProgram(ticket, program));
    }
}

/// Shows a program that was fetched for its overview.
pub(super) fn show(model: &mut Model, program: Program) {
    let Some(shelf) = &model.shelf else { return };
    let pane = OverviewPane::new(program, &shelf.library);
    model.overlays.push(Overlay::Overview(Box::new(pane)));
}

/// Moves in the overview.
pub(super) fn step(model: &mut Model, lines: isize) {
    let rows = rows(model);
    if let Some(Overlay::Overview(pane)) = model.overlays.last_mut() {
        pane.step(lines, rows);
    }
}

/// Shows another chart.
pub(super) fn chart(model: &mut Model, steps: usize) {
    if let Some(Overlay::Overview(pane)) = model.overlays.last_mut() {
        pane.chart = pane.chart.step(steps);
        pane.scroll = 0;
    }
}

/// Opens the unit under the cursor.
pub(super) fn open_unit(model: &mut Model, effects: &mut Vec<Effect>) {
    let unit = match model.overlays.last() {
        Some(Overlay::Overview(pane)) => {
            pane.program.units().nth(pane.cursor).map(|unit| unit.id.clone())
        }
        _ => None,
    };
    if let Some(unit) = unit {
        model.overlays.pop();
        edits::open_unit(model, unit, effects);
    }
}

/// Opens the line for the result of the item under the cursor; on a heading the whole unit was
/// done as planned.
pub(super) fn result(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(open) = &model.open else { return };
    if let Some(Line::Item(_, id)) = &model.plan.cursor {
        let Some((_, item)) = open.unit.item(id) else { return };
        let text = item.log.as_ref().map(|log| print_result(log, model.lang));
        let text = text.unwrap_or_default();
        let text = text.trim_start_matches(['✓', '✗', ' ']).to_owned();
        model.entry = Some(Entry::new(Purpose::Result(id.clone()), &text));
        return;
    }
    let edit = all_done(&open.unit);
    if edits::make(model, edit, effects) {
        model.tell(Tone::Good, Message::new("notice-all-done"));
    }
}

/// Everything without a result as planned, and the unit as done.
fn all_done(unit: &Unit) -> PlanEdit {
    let open = unit.items().filter(|(_, item)| item.log.is_none());
    let mut edits: Vec<PlanEdit> = open
        .map(|(_, item)| PlanEdit::SetItem {
            item: item.id.clone(),
            field: ItemField::Log(Some(as_planned(item))),
        })
        .collect();
    edits.push(PlanEdit::SetUnit { field: UnitField::Done(true) });
    PlanEdit::Batch { edits }
}

/// Takes the result that was typed.
pub(super) fn take_result(
    model: &mut Model,
    id: &ItemId,
    text: &str,
    effects: &mut Vec<Effect>,
) -> Result<(), Message> {
    let Some((_, item)) = model.open.as_ref().and_then(|open| open.unit.item(id)) else {
        return Ok(());
    };
    let log = read_result(text, item).map_err(|error| error.message())?;
    let field = ItemField::Log(Some(log));
    edits::make(model, PlanEdit::SetItem { item: id.clone(), field }, effects);
    Ok(())
}

/// Fetches the program the open unit belongs to, to see what its results change.
pub(super) fn ask_changes(model: &mut Model, effects: &mut Vec<Effect>) {
    let place = model.open.as_ref().and_then(|open| open.unit.place.as_ref());
    if let Some(program) = place.map(|place| place.program.clone()) {
        let ticket = model.ticket();
        model.adapting = Some(ticket);
        effects.push(Effect::OpenProgram(ticket, program));
    }
}

/// Shows what the results change. The open unit counts as it stands on the screen.
pub(super) fn show_changes(model: &mut Model, mut program: Program) {
    let Some(shelf) = &model.shelf else { return };
    if let Some(open) = &model.open {
        let mut units = program.weeks.iter_mut().flat_map(|week| &mut week.units);
        if let Some(unit) = units.find(|unit| unit.id == open.unit.id) {
            *unit = open.unit.clone();
        }
    }
    let changes = adapt(&program, &shelf.library);
    if changes.is_empty() {
        model.tell(Tone::Plain, Message::new("adapt-nothing"));
        return;
    }
    let pane = ChangesPane::new(program.title, changes);
    model.overlays.push(Overlay::Changes(Box::new(pane)));
}

/// Moves in the list of changes.
pub(super) fn step_changes(model: &mut Model, by: isize) {
    let rows = rows(model);
    if let Some(Overlay::Changes(pane)) = model.overlays.last_mut() {
        pane.step(by, rows);
    }
}

/// Writes the changes: those of the open unit as an edit of it, the others in the background.
pub(super) fn apply_changes(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(Overlay::Changes(pane)) = model.overlays.pop() else { return };
    let open = model.open.as_ref().map(|open| open.unit.id.clone());
    let mut batches: Vec<(UnitId, Vec<PlanEdit>)> = Vec::new();
    for change in &pane.changes {
        match batches.iter_mut().find(|(unit, _)| *unit == change.unit) {
            Some((_, edits)) => edits.push(change.edit()),
            None => batches.push((change.unit.clone(), vec![change.edit()])),
        }
    }
    let (own, others): (Vec<_>, Vec<_>) =
        batches.into_iter().partition(|(unit, _)| Some(unit) == open.as_ref());
    for (_, edits) in own {
        edits::make(model, PlanEdit::Batch { edits }, effects);
    }
    let others: Vec<(UnitId, PlanEdit)> =
        others.into_iter().map(|(unit, edits)| (unit, PlanEdit::Batch { edits })).collect();
    if !others.is_empty() {
        effects.push(Effect::Apply(others));
    }
    model.tell(Tone::Good, Message::new("notice-adapted").with("n", pane.changes.len()));
}

/// Fetches the athletes the open unit is reckoned for.
pub(super) fn ask_loads(model: &mut Model, effects: &mut Vec<Effect>) {
    let ticket = model.ticket();
    model.listing = Some(ticket);
    effects.push(Effect::Athletes(ticket));
}

/// Shows the open unit in kilograms for each athlete.
pub(super) fn show_loads(model: &mut Model, athletes: &[Athlete]) {
    let (Some(shelf), Some(open)) = (&model.shelf, &model.open) else { return };
    if athletes.is_empty() {
        model.tell(Tone::Warn, Message::new("notice-no-athletes"));
        return;
    }
    let lang = model.lang;
    let head = athletes.iter().map(|athlete| athlete.name.clone()).collect();
    let rows = open
        .unit
        .items()
        .filter(|(_, item)| item.minutes.is_none())
        .map(|(_, item)| {
            let exercise = item.exercise.as_ref().and_then(|id| shelf.library.get(id));
            let cell = |athlete: &Athlete| {
                target(item, exercise.map(|found| &**found), &athlete.profile).text(item, lang)
            };
            (item.label.get(lang).to_owned(), athletes.iter().map(cell).collect())
        })
        .collect();
    let sheet = LoadSheet { title: open.unit.title.clone(), athletes: head, rows };
    model.overlays.push(Overlay::Page(Box::new(Page::new(Topic::Loads(sheet)))));
}
