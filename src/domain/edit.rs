//! The edits a coach makes to a unit. Every edit, applied, yields its inverse; undo, redo, the
//! journal and merging all rest on that.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    Bilingual, ExerciseId, Explain, Format, FrameworkId, Item, ItemId, ItemLog, Message, Owner,
    Prescription, Progression, Section, SectionId, SectionKind, SlotId, Stream, SupersetTag,
    Suppression, Unit,
};

/// One change to a unit. Things are named by id, so that an edit still means the same after
/// others were made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "edit")]
pub enum PlanEdit {
    /// Puts an item into a section.
    InsertItem {
        /// The section.
        section: SectionId,
        /// Position, 0 to the number of items.
        at: usize,
        /// The item.
        item: Box<Item>,
    },
    /// Takes an item out.
    RemoveItem {
        /// The item.
        item: ItemId,
    },
    /// Moves an item within or between sections.
    MoveItem {
        /// The item.
        item: ItemId,
        /// Where it goes.
        section: SectionId,
        /// Position after the move.
        at: usize,
    },
    /// Changes one field of an item.
    SetItem {
        /// The item.
        item: ItemId,
        /// The field with its new value.
        field: ItemField,
    },
    /// Puts a section into the unit.
    InsertSection {
        /// Position, 0 to the number of sections.
        at: usize,
        /// The section with its items.
        section: Box<Section>,
    },
    /// Takes a section out, with its items.
    RemoveSection {
        /// The section.
        section: SectionId,
    },
    /// Moves a section.
    MoveSection {
        /// The section.
        section: SectionId,
        /// Position after the move.
        at: usize,
    },
    /// Changes one field of a section.
    SetSection {
        /// The section.
        section: SectionId,
        /// The field with its new value.
        field: SectionField,
    },
    /// Changes one field of the unit.
    SetUnit {
        /// The field with its new value.
        field: UnitField,
    },
    /// Several edits that are one step for the coach.
    Batch {
        /// In the order of application.
        edits: Vec<PlanEdit>,
    },
}

/// A field of an item with a value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemField {
    /// The exercise, with the name it is shown by.
    Exercise(Option<ExerciseId>, Bilingual),
    /// What is to be done.
    Prescription(Box<Prescription>),
    /// Letter and number of a superset.
    Superset(Option<SupersetTag>),
    /// Minutes planned.
    Minutes(Option<u16>),
    /// Remarks.
    Notes(String),
    /// Rule for the next exposure.
    Progression(Option<Progression>),
    /// What was done.
    Log(Option<ItemLog>),
    /// Rules switched off.
    Suppress(Vec<Suppression>),
}

/// A field of a section with a value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SectionField {
    /// The part it plays.
    Kind(SectionKind),
    /// Title.
    Title(String),
    /// Phase and stream.
    Stream(u16, u16),
    /// Organisation in time.
    Format(Option<Format>),
    /// Rounds over all items.
    Rounds(Option<u16>),
    /// Time limit in seconds.
    Cap(Option<u32>),
    /// Minutes planned.
    Minutes(Option<u16>),
    /// Remarks.
    Notes(String),
}

/// A field of a unit with a value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnitField {
    /// Title.
    Title(String),
    /// Who trains by it.
    Owner(Owner),
    /// The day.
    Date(Option<Date>),
    /// Minutes available.
    Minutes(Option<u16>),
    /// People expected.
    People(Option<u16>),
    /// The framework slot it fills.
    Slot(Option<(FrameworkId, SlotId)>),
    /// Sub-groups.
    Streams(Vec<Stream>),
    /// Remarks.
    Notes(String),
    /// Rules switched off.
    Suppress(Vec<Suppression>),
    /// Whether it took place.
    Done(bool),
}

/// Why an edit does not fit the unit; the unit is unchanged then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The item is not in the unit.
    #[error("item {0} is not in this unit; it may have been removed by another edit")]
    NoItem(ItemId),
    /// The section is not in the unit.
    #[error("section {0} is not in this unit; it may have been removed by another edit")]
    NoSection(SectionId),
    /// The position lies behind the end.
    #[error("position {at} lies behind the end ({len})")]
    Position {
        /// Position asked for.
        at: usize,
        /// Number of things there.
        len: usize,
    },
    /// The id is already there.
    #[error("id {0} is already in this unit")]
    Duplicate(String),
}

impl Explain for EditError {
    fn message(&self) -> Message {
        match self {
            Self::NoItem(_) => Message::new("error-edit-no-item"),
            Self::NoSection(_) => Message::new("error-edit-no-section"),
            Self::Position { at, len } => {
                Message::new("error-edit-position").with("at", *at).with("len", *len)
            }
            Self::Duplicate(id) => Message::new("error-edit-duplicate").with("id", id.as_str()),
        }
    }
}

impl PlanEdit {
    /// Carries the edit out and returns the edit that takes it back.
    ///
    /// # Errors
    /// [`EditError`] when the edit does not fit; the unit is as it was.
    pub fn apply(self, unit: &mut Unit) -> Result<Self, EditError> {
        match self {
            Self::InsertItem { section, at, item } => insert_item(unit, &section, at, *item),
            Self::RemoveItem { item } => remove_item(unit, &item),
            Self::MoveItem { item, section, at } => move_item(unit, &item, &section, at),
            Self::SetItem { item, field } => {
                let target = item_mut(unit, &item)?;
                Ok(Self::SetItem { item, field: field.exchange(target) })
            }
            Self::InsertSection { at, section } => insert_section(unit, at, *section),
            Self::RemoveSection { section } => {
                let at = section_at(unit, &section)?;
                let section = Box::new(unit.sections.remove(at));
                Ok(Self::InsertSection { at, section })
            }
            Self::MoveSection { section, at } => {
                let from = section_at(unit, &section)?;
                within(at, unit.sections.len() - 1)?;
                let moved = unit.sections.remove(from);
                unit.sections.insert(at, moved);
                Ok(Self::MoveSection { section, at: from })
            }
            Self::SetSection { section, field } => {
                let at = section_at(unit, &section)?;
                let field = unit
                    .sections
                    .get_mut(at)
                    .map(|target| field.exchange(target))
                    .ok_or_else(|| EditError::NoSection(section.clone()))?;
                Ok(Self::SetSection { section, field })
            }
            Self::SetUnit { field } => Ok(Self::SetUnit { field: field.exchange(unit) }),
            Self::Batch { edits } => apply_batch(unit, edits),
        }
    }
}

fn apply_batch(unit: &mut Unit, edits: Vec<PlanEdit>) -> Result<PlanEdit, EditError> {
    let mut done: Vec<PlanEdit> = Vec::with_capacity(edits.len());
    for edit in edits {
        match edit.apply(unit) {
            Ok(inverse) => done.push(inverse),
            Err(error) => {
                while let Some(inverse) = done.pop() {
                    inverse.apply(unit)?;
                }
                return Err(error);
            }
        }
    }
    done.reverse();
    Ok(PlanEdit::Batch { edits: done })
}

fn insert_item(
    unit: &mut Unit,
    section: &SectionId,
    at: usize,
    item: Item,
) -> Result<PlanEdit, EditError> {
    if unit.item(&item.id).is_some() {
        return Err(EditError::Duplicate(item.id.to_string()));
    }
    let id = item.id.clone();
    let items = &mut section_mut(unit, section)?.items;
    within(at, items.len())?;
    items.insert(at, item);
    Ok(PlanEdit::RemoveItem { item: id })
}

fn remove_item(unit: &mut Unit, id: &ItemId) -> Result<PlanEdit, EditError> {
    for section in &mut unit.sections {
        if let Some(at) = section.items.iter().position(|item| item.id == *id) {
            let item = Box::new(section.items.remove(at));
            return Ok(PlanEdit::InsertItem { section: section.id.clone(), at, item });
        }
    }
    Err(EditError::NoItem(id.clone()))
}

fn move_item(
    unit: &mut Unit,
    id: &ItemId,
    section: &SectionId,
    at: usize,
) -> Result<PlanEdit, EditError> {
    let target = unit.section(section).ok_or_else(|| EditError::NoSection(section.clone()))?;
    let stays = target.items.iter().any(|item| item.id == *id);
    within(at, target.items.len() - usize::from(stays))?;
    let PlanEdit::InsertItem { section: old_section, at: old_at, item } = remove_item(unit, id)?
    else {
        return Err(EditError::NoItem(id.clone()));
    };
    insert_item(unit, section, at, *item)?;
    Ok(PlanEdit::MoveItem { item: id.clone(), section: old_section, at: old_at })
}

fn insert_section(unit: &mut Unit, at: usize, section: Section) -> Result<PlanEdit, EditError> {
    within(at, unit.sections.len())?;
    if unit.section(&section.id).is_some() {
        return Err(EditError::Duplicate(section.id.to_string()));
    }
    let mut ids = BTreeSet::new();
    if let Some(known) =
        section.items.iter().find(|item| unit.item(&item.id).is_some() || !ids.insert(&item.id))
    {
        return Err(EditError::Duplicate(known.id.to_string()));
    }
    let id = section.id.clone();
    unit.sections.insert(at, section);
    Ok(PlanEdit::RemoveSection { section: id })
}

const fn within(at: usize, len: usize) -> Result<(), EditError> {
    if at <= len { Ok(()) } else { Err(EditError::Position { at, len }) }
}

fn section_at(unit: &Unit, id: &SectionId) -> Result<usize, EditError> {
    unit.sections
        .iter()
        .position(|section| section.id == *id)
        .ok_or_else(|| EditError::NoSection(id.clone()))
}

fn section_mut<'a>(unit: &'a mut Unit, id: &SectionId) -> Result<&'a mut Section, EditError> {
    unit.sections
        .iter_mut()
        .find(|section| section.id == *id)
        .ok_or_else(|| EditError::NoSection(id.clone()))
}

fn item_mut<'a>(unit: &'a mut Unit, id: &ItemId) -> Result<&'a mut Item, EditError> {
    unit.sections
        .iter_mut()
        .flat_map(|section| &mut section.items)
        .find(|item| item.id == *id)
        .ok_or_else(|| EditError::NoItem(id.clone()))
}

/// Puts `new` into `place` and hands the old value on.
fn swap<T, F>(place: &mut T, new: T, field: impl FnOnce(T) -> F) -> F {
    field(std::mem::replace(place, new))
}

impl ItemField {
    fn exchange(self, item: &mut Item) -> Self {
        match self {
            Self::Exercise(exercise, label) => Self::Exercise(
                std::mem::replace(&mut item.exercise, exercise),
                std::mem::replace(&mut item.label, label),
            ),
            Self::Prescription(new) => {
                swap(&mut item.prescription, *new, |old| Self::Prescription(Box::new(old)))
            }
            Self::Superset(new) => swap(&mut item.superset, new, Self::Superset),
            Self::Minutes(new) => swap(&mut item.minutes, new, Self::Minutes),
            Self::Notes(new) => swap(&mut item.notes, new, Self::Notes),
            Self::Progression(new) => swap(&mut item.progression, new, Self::Progression),
            Self::Log(new) => swap(&mut item.log, new, Self::Log),
            Self::Suppress(new) => swap(&mut item.suppress, new, Self::Suppress),
        }
    }
}

impl SectionField {
    fn exchange(self, section: &mut Section) -> Self {
        match self {
            Self::Kind(new) => swap(&mut section.kind, new, Self::Kind),
            Self::Title(new) => swap(&mut section.title, new, Self::Title),
            Self::Stream(phase, stream) => Self::Stream(
                std::mem::replace(&mut section.phase, phase),
                std::mem::replace(&mut section.stream, stream),
            ),
            Self::Format(new) => swap(&mut section.format, new, Self::Format),
            Self::Rounds(new) => swap(&mut section.rounds, new, Self::Rounds),
            Self::Cap(new) => swap(&mut section.cap_s, new, Self::Cap),
            Self::Minutes(new) => swap(&mut section.minutes, new, Self::Minutes),
            Self::Notes(new) => swap(&mut section.notes, new, Self::Notes),
        }
    }
}

impl UnitField {
    fn exchange(self, unit: &mut Unit) -> Self {
        match self {
            Self::Title(new) => swap(&mut unit.title, new, Self::Title),
            Self::Owner(new) => swap(&mut unit.owner, new, Self::Owner),
            Self::Date(new) => swap(&mut unit.date, new, Self::Date),
            Self::Minutes(new) => swap(&mut unit.minutes, new, Self::Minutes),
            Self::People(new) => swap(&mut unit.people, new, Self::People),
            Self::Slot(new) => swap(&mut unit.slot, new, Self::Slot),
            Self::Streams(new) => swap(&mut unit.streams, new, Self::Streams),
            Self::Notes(new) => swap(&mut unit.notes, new, Self::Notes),
            Self::Suppress(new) => swap(&mut unit.suppress, new, Self::Suppress),
            Self::Done(new) => swap(&mut unit.done, new, Self::Done),
        }
    }
}
