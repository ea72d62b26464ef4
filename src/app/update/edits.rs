//! Commands that change the open unit: each becomes one edit, one step to undo, one save.

use super::super::aside::Home;
use super::super::effect::Effect;
use super::super::generate::Direction;
use super::super::log::Tone;
use super::super::open::Change;
use super::super::plan::{self, Line};
use super::super::{Model, propose, suggest};
use super::template;
use crate::domain::{
    EditError, ExerciseId, Explain, Item, ItemField, ItemId, Message, PlanEdit, Prescription,
    SectionField, Unit, UnitId,
};
use crate::language::Catalogue;

/// Makes an edit and hands it to the store; whether it fitted.
pub(super) fn make(model: &mut Model, edit: PlanEdit, effects: &mut Vec<Effect>) -> bool {
    let Some(open) = &mut model.open else { return false };
    match open.edit(edit) {
        Ok(change) => {
            save(model, change, effects);
            true
        }
        Err(error) => {
            model.tell(Tone::Bad, error.message());
            false
        }
    }
}

fn save(model: &mut Model, change: Change, effects: &mut Vec<Effect>) {
    model.revision += 1;
    if template::kept(model, effects) {
        return;
    }
    // The store counts on from what it knows by every change handed over before this one.
    let base = model.open.as_ref().map_or(0, |open| open.version + open.unconfirmed() as u32 - 1);
    effects.push(Effect::Save(Box::new(change), base));
}

/// Takes the last edit back. On a unit an import brought and nobody touched since, that is the
/// import.
pub(super) fn undo(model: &mut Model, effects: &mut Vec<Effect>) {
    let open = model.open.as_ref();
    let untouched = open.is_some_and(|it| !it.can_undo() && model.brought.contains(&it.unit.id));
    if untouched {
        effects.push(Effect::Archive(std::mem::take(&mut model.brought)));
        model.tell(Tone::Plain, Message::new("notice-import-undone"));
        match model.before_import.take() {
            Some(before) => open_unit(model, before, effects),
            None => model.open = None,
        }
        return;
    }
    let done = model.open.as_mut().map_or(Ok(None), super::super::open::OpenUnit::undo);
    stepped(model, done, "notice-undone", effects);
}

/// Does the last edit that was taken back again.
pub(super) fn redo(model: &mut Model, effects: &mut Vec<Effect>) {
    let done = model.open.as_mut().map_or(Ok(None), super::super::open::OpenUnit::redo);
    stepped(model, done, "notice-redone", effects);
}

fn stepped(
    model: &mut Model,
    done: Result<Option<Change>, EditError>,
    said: &'static str,
    effects: &mut Vec<Effect>,
) {
    match done {
        Ok(Some(change)) => {
            save(model, change, effects);
            model.tell(Tone::Plain, Message::new(said));
        }
        Ok(None) => {}
        Err(error) => model.tell(Tone::Bad, error.message()),
    }
}

/// Puts the suggestion with this number in, counted from 1 on the screen.
pub(super) fn insert_hit(model: &mut Model, number: usize, effects: &mut Vec<Effect>) {
    match model.suggest.nth(number).cloned() {
        Some(exercise) => insert(model, &exercise, effects),
        None => model.tell(Tone::Warn, Message::new("why-not-no-hit")),
    }
}

/// Puts an exercise in behind the cursor, with its usual dose for whoever trains.
pub(super) fn insert(model: &mut Model, exercise: &ExerciseId, effects: &mut Vec<Effect>) {
    let Some(exercise) =
        model.shelf.as_ref().and_then(|shelf| shelf.library.get(exercise).cloned())
    else {
        return;
    };
    let Some(shelf) = &model.shelf else { return };
    let Some(open) = &model.open else { return };
    let (trainee, line) = (model.trainee.as_ref(), model.plan.cursor.as_ref());
    let pack = suggest::pack(&shelf.library, &open.unit, trainee, line, None);
    let mut item = propose::item_for(&exercise, &pack, trainee, &mut model.ids);
    if model.aside.as_ref().is_some_and(|aside| aside.home == Home::Form) {
        // how much is done of a part is decided by the whole, or by the coach
        (item.prescription, item.minutes) = (Prescription::default(), None);
    }
    insert_item(model, item, effects);
}

/// Puts an item in behind the cursor and moves the cursor to it. A unit without sections gets
/// one first.
pub(super) fn insert_item(model: &mut Model, item: Item, effects: &mut Vec<Effect>) {
    let Some(open) = &model.open else { return };
    let id = item.id.clone();
    let item = Box::new(item);
    let (section, edit) = if let Some((section, at)) = model.plan.insertion(&open.unit) {
        (section.clone(), PlanEdit::InsertItem { section, at, item })
    } else {
        let (section, first) = plan::new_section(&open.unit, &model.plan, &mut model.ids);
        let insert = PlanEdit::InsertItem { section: section.clone(), at: 0, item };
        (section, PlanEdit::Batch { edits: vec![first, insert] })
    };
    if make(model, edit, effects) {
        model.plan.cursor = Some(Line::Item(section, id));
    }
}

/// Puts an exercise in place of the one under the cursor; the place stays, and the prescription as
/// far as it fits.
pub(super) fn swap(model: &mut Model, exercise: &ExerciseId, effects: &mut Vec<Effect>) {
    let item = model.item().map(|item| item.id.clone());
    if let Some(item) = item {
        swap_item(model, &item, exercise, effects);
    }
}

/// Puts an exercise in place of an item's.
pub(super) fn swap_item(
    model: &mut Model,
    item: &ItemId,
    exercise: &ExerciseId,
    effects: &mut Vec<Effect>,
) {
    let Some(shelf) = &model.shelf else { return };
    let (Some(known), Some(open)) = (shelf.library.get(exercise), &model.open) else { return };
    let Some((_, old)) = open.unit.item(item) else { return };
    let from = old.exercise.as_ref().and_then(|id| shelf.library.get(id));
    let trainee = model.trainee.as_ref();
    let dose = propose::adapted_dose(&old.prescription, from.map(AsRef::as_ref), known, trainee);
    let set = |field| PlanEdit::SetItem { item: item.clone(), field };
    let mut edits = vec![set(ItemField::Exercise(Some(known.id.clone()), known.name.clone()))];
    if dose != old.prescription {
        edits.push(set(ItemField::Prescription(Box::new(dose))));
    }
    make(model, PlanEdit::Batch { edits }, effects);
}

/// Moves the line under the cursor.
pub(super) fn shift(model: &mut Model, way: Direction, effects: &mut Vec<Effect>) {
    let (Some(open), Some(line)) = (&model.open, model.plan.cursor.clone()) else { return };
    let edit = match way {
        Direction::Less => plan::move_up(&open.unit, &line),
        Direction::More => plan::move_down(&open.unit, &line),
    };
    let Some(edit) = edit else {
        model.tell(Tone::Plain, Message::new("notice-at-the-end"));
        return;
    };
    let target = match &edit {
        PlanEdit::MoveItem { item, section, .. } => Line::Item(section.clone(), item.clone()),
        _ => line,
    };
    if make(model, edit, effects) {
        model.plan.cursor = Some(target);
    }
}

/// Takes the line under the cursor out.
pub(super) fn delete(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(line) = model.plan.cursor.clone() else { return };
    if make(model, plan::delete(&line), effects) {
        model.tell(Tone::Plain, Message::new("notice-deleted"));
    }
}

/// Joins the item with the next one into a superset, or takes it out.
pub(super) fn superset(model: &mut Model, effects: &mut Vec<Effect>) {
    let edit = model.open.as_ref().and_then(|open| {
        let item = model.plan.item(&open.unit)?;
        plan::superset(model.plan.section(&open.unit)?, &item.id)
    });
    match edit {
        Some(edit) => {
            make(model, edit, effects);
        }
        None => model.tell(Tone::Warn, Message::new("why-not-superset")),
    }
}

/// Puts a new section behind the cursor's.
pub(super) fn new_section(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(open) = &model.open else { return };
    let (section, edit) = plan::new_section(&open.unit, &model.plan, &mut model.ids);
    if make(model, edit, effects) {
        model.plan.cursor = Some(Line::Section(section));
    }
}

/// Gives the section the kind that follows in the order of a unit.
pub(super) fn section_kind(model: &mut Model, effects: &mut Vec<Effect>) {
    let next = model.open.as_ref().and_then(|open| {
        let section = model.plan.section(&open.unit)?;
        Some((section.id.clone(), plan::following(section.kind)))
    });
    if let Some((section, kind)) = next {
        make(model, PlanEdit::SetSection { section, field: SectionField::Kind(kind) }, effects);
    }
}

/// Puts a copy of the item behind it.
pub(super) fn duplicate(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(open) = &model.open else { return };
    let (Some(section), Some(item)) = (model.plan.section(&open.unit), model.plan.item(&open.unit))
    else {
        return;
    };
    let place = section.id.clone();
    if let Some((id, edit)) = plan::duplicate(section, item, &mut model.ids)
        && make(model, edit, effects)
    {
        model.plan.cursor = Some(Line::Item(place, id));
    }
}

/// Splits the section under the cursor into two streams.
pub(super) fn split_streams(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(open) = &model.open else { return };
    let Some(section) = model.plan.section(&open.unit) else { return };
    let catalogue = Catalogue::load(model.lang);
    let titles = [catalogue.say("plan-stream-first"), catalogue.say("plan-stream-second")];
    match plan::split_streams(&open.unit, section, titles, &mut model.ids) {
        Some(edit) => {
            make(model, edit, effects);
        }
        None => model.tell(Tone::Warn, Message::new("why-not-split")),
    }
}

/// Copies the whole unit as a new one without a date, and opens it.
pub(super) fn duplicate_unit(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(open) = &model.open else { return };
    let mut copy = open.unit.clone();
    copy.id = model.ids.unit();
    copy.date = None;
    copy.place = None;
    copy.done = false;
    for section in &mut copy.sections {
        section.id = model.ids.section();
        for item in &mut section.items {
            item.id = model.ids.item();
            item.log = None;
        }
    }
    let note = Message::new("unit-copy-title").with("title", copy.title.as_str());
    copy.title = Catalogue::load(model.lang).text(&note);
    create_unit(model, copy, effects);
}

/// Writes a new unit and opens it.
pub(super) fn create_unit(model: &mut Model, unit: Unit, effects: &mut Vec<Effect>) {
    let ticket = model.ticket();
    model.opening = Some(ticket);
    effects.push(Effect::Create(ticket, Box::new(unit)));
}

/// Opens a unit.
pub(super) fn open_unit(model: &mut Model, id: UnitId, effects: &mut Vec<Effect>) {
    let ticket = model.ticket();
    model.opening = Some(ticket);
    effects.push(Effect::OpenUnit(ticket, id));
}
