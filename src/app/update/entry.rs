//! Commands and keys of the line being typed.

use super::super::effect::Effect;
use super::super::entry::{self as rules, Entry, Purpose};
use super::super::log::Tone;
use super::super::plan::Line;
use super::super::{Key, Lines, Model, Overlay, Pane, propose};
use super::{course, edits, exercise, findings, log, offer, review, wonder};
use crate::domain::{
    Bilingual, Explain, Item, ItemField, ItemId, Message, PlanEdit, SectionField, Unit, UnitField,
};
use crate::notation;

/// Opens the line.
pub(super) fn open(model: &mut Model, purpose: Purpose, text: &str) {
    model.entry = Some(Entry::new(purpose, text));
}

/// Opens the line for the prescription of the item under the cursor.
pub(super) fn dose(model: &mut Model) {
    let found =
        model.item().map(|item| (item.id.clone(), notation::print(&item.prescription, model.lang)));
    if let Some((item, text)) = found {
        open(model, Purpose::Dose(item), &text);
    }
}

/// Opens the line for the title under the cursor.
pub(super) fn title(model: &mut Model) {
    let Some(line) = model.plan.cursor.clone() else { return };
    let text = model.open.as_ref().and_then(|open| match &line {
        Line::Section(section) => open.unit.section(section).map(|section| section.title.clone()),
        Line::Item(_, item) => {
            open.unit.item(item).map(|(_, item)| item.label.get(model.lang).to_owned())
        }
    });
    open(model, Purpose::Title(line), &text.unwrap_or_default());
}

/// Opens the line for the minutes of the section or item under the cursor.
pub(super) fn minutes(model: &mut Model) {
    let Some(line) = model.plan.cursor.clone() else { return };
    let minutes = model.open.as_ref().and_then(|open| match &line {
        Line::Section(section) => open.unit.section(section)?.minutes,
        Line::Item(_, item) => open.unit.item(item)?.1.minutes,
    });
    let text = minutes.map(|minutes| minutes.to_string()).unwrap_or_default();
    open(model, Purpose::Minutes(line), &text);
}

/// Opens the line for minutes and people of the unit.
pub(super) fn unit_numbers(model: &mut Model) {
    let Some(unit) = model.open.as_ref().map(|open| &open.unit) else { return };
    let text = match (unit.minutes, unit.people) {
        (Some(minutes), Some(people)) => format!("{minutes} / {people}"),
        (Some(minutes), None) => minutes.to_string(),
        _ => String::new(),
    };
    open(model, Purpose::UnitNumbers, &text);
}

/// A key that is no command goes into the text.
pub(super) fn type_key(model: &mut Model, key: Key) {
    if let Some(entry) = &mut model.entry
        && entry.field.press(key, Lines::One)
    {
        entry.check();
        typed(model);
    }
}

/// After the text changed: a query searches while it is typed.
pub(super) fn typed(model: &mut Model) {
    if let Some(entry) = &model.entry
        && entry.purpose == Purpose::Query
    {
        entry.field.line().clone_into(&mut model.suggest.query);
        model.suggest.edited = None;
    }
}

/// From the query into the hits, with the query kept.
pub(super) fn to_hits(model: &mut Model) {
    if model.entry.as_ref().is_some_and(|entry| entry.purpose == Purpose::Query) {
        model.entry = None;
        model.focus = Pane::Suggest;
    }
}

/// Leaves the line; a query that was begun is taken back.
pub(super) fn cancel(model: &mut Model) {
    if let Some(entry) = model.entry.take()
        && entry.purpose == Purpose::Query
    {
        model.suggest.query.clear();
        model.suggest.edited = None;
    }
}

/// Takes the text. What cannot be read stays, with the reason under it.
pub(super) fn done(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(entry) = model.entry.take() else { return };
    if let Err(why) = take(model, &entry, effects) {
        model.entry = Some(Entry { error: Some(why), ..entry });
    }
}

/// Gives an item its minutes; a dose that says nothing but a time says the same.
fn item_minutes(model: &Model, item: &ItemId, minutes: Option<u16>) -> PlanEdit {
    let set = |field| PlanEdit::SetItem { item: item.clone(), field };
    let mut edits = vec![set(ItemField::Minutes(minutes))];
    let known = model.open.as_ref().and_then(|open| open.unit.item(item));
    if let Some(((_, known), minutes)) = known.zip(minutes) {
        let dose = propose::lasting(&known.prescription, minutes);
        if dose != known.prescription {
            edits.push(set(ItemField::Prescription(Box::new(dose))));
        }
    }
    PlanEdit::Batch { edits }
}

fn take(model: &mut Model, entry: &Entry, effects: &mut Vec<Effect>) -> Result<(), Message> {
    let text = entry.field.line().trim();
    match &entry.purpose {
        Purpose::Query => {
            if !text.is_empty() {
                model.focus = Pane::Suggest;
            }
        }
        Purpose::Dose(item) => {
            let dose = notation::parse(text).map_err(|error| error.message())?;
            let field = ItemField::Prescription(Box::new(dose));
            edits::make(model, PlanEdit::SetItem { item: item.clone(), field }, effects);
        }
        Purpose::RowDose(row) => {
            let dose = notation::parse(text).map_err(|error| error.message())?;
            if let Some(Overlay::Review(review)) = model.overlays.last_mut() {
                review.set_dose(*row, dose);
            }
            review::decided(model, effects);
        }
        Purpose::RowSplit(line) => review::split_text(model, *line, text, effects),
        Purpose::RowExercise(row) => exercise::create(model, *row, text, effects)?,
        Purpose::ImportPath => {
            if !text.is_empty() {
                let ticket = model.ticket();
                model.begun = Some(ticket);
                effects.push(Effect::OpenFile(ticket, text.to_owned()));
            }
        }
        Purpose::Title(line) => rename(model, line, text, effects),
        Purpose::Minutes(line) => {
            let minutes = if text.is_empty() { None } else { Some(rules::minutes(text)?) };
            let edit = match line {
                Line::Section(section) => PlanEdit::SetSection {
                    section: section.clone(),
                    field: SectionField::Minutes(minutes),
                },
                Line::Item(_, item) => item_minutes(model, item, minutes),
            };
            edits::make(model, edit, effects);
        }
        Purpose::UnitNumbers => {
            let (minutes, people) = rules::unit_numbers(text)?;
            let set = |field| PlanEdit::SetUnit { field };
            let edits =
                vec![set(UnitField::Minutes(Some(minutes))), set(UnitField::People(people))];
            edits::make(model, PlanEdit::Batch { edits }, effects);
        }
        Purpose::FreeLine => {
            if !text.is_empty() {
                let item = Item::new(model.ids.item(), None, Bilingual::same(text));
                edits::insert_item(model, item, effects);
            }
        }
        Purpose::UnitTitle => new_unit(model, text, effects)?,
        Purpose::Result(item) => course::take_result(model, item, text, effects)?,
        Purpose::Reason { rule, item } => {
            findings::switched_off(model, rule, item.as_ref(), text, effects)?;
        }
        // taken by the screens themselves
        Purpose::Library(_) | Purpose::Framework(_) => {}
        Purpose::Term => {
            text.clone_into(&mut model.suggest.term);
            model.suggest.choices += 1;
            model.focus = Pane::Suggest;
        }
        Purpose::Refit => wonder::refit(model, text, effects)?,
        Purpose::LogFind => log::find(model, text),
        Purpose::Anew(job, weeks) => offer::anew(model, job, weeks, text, effects),
    }
    Ok(())
}

fn rename(model: &mut Model, line: &Line, text: &str, effects: &mut Vec<Effect>) {
    let edit = match line {
        Line::Section(section) => PlanEdit::SetSection {
            section: section.clone(),
            field: SectionField::Title(text.to_owned()),
        },
        Line::Item(_, item) => {
            let exercise = model
                .open
                .as_ref()
                .and_then(|open| open.unit.item(item))
                .and_then(|(_, item)| item.exercise.clone());
            let label = Bilingual::same(text);
            PlanEdit::SetItem { item: item.clone(), field: ItemField::Exercise(exercise, label) }
        }
    };
    edits::make(model, edit, effects);
}

fn new_unit(model: &mut Model, text: &str, effects: &mut Vec<Effect>) -> Result<(), Message> {
    if text.is_empty() {
        return Err(Message::new("entry-title-empty"));
    }
    let owner =
        model.trainee.as_ref().map_or(crate::domain::Owner::Nobody, |trainee| trainee.who.owner());
    let mut unit = Unit::new(model.ids.unit(), text, owner);
    unit.date = Some(model.today);
    unit.minutes = model.trainee.as_ref().and_then(|trainee| trainee.who.minutes());
    model.tell(Tone::Good, Message::new("notice-unit-created").with("title", text));
    edits::create_unit(model, unit, effects);
    Ok(())
}
