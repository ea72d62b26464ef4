//! What a proposal is asked for, what it holds, and the one edit that makes it true.

use super::super::trainee::Trainee;
use super::Evening;
use crate::domain::{
    Bilingual, ExerciseId, IdSource, Item, ItemField, ItemId, Message, PlanEdit, Prescription,
    SectionField, SectionId, Unit, UnitField,
};

/// What a proposal is asked for.
#[derive(Debug, Clone, PartialEq)]
pub enum Wish {
    /// Fill a section to its minutes.
    Complete(SectionId),
    /// Fit the unit to the evening.
    Refit(Evening),
}

/// A question for a proposal.
#[derive(Debug, Clone)]
pub struct Ask {
    /// The unit as it stands.
    pub unit: Unit,
    /// Who trains.
    pub trainee: Option<Trainee>,
    /// Exercises not wanted in this unit.
    pub dismissed: Vec<ExerciseId>,
    /// What is wanted.
    pub wish: Wish,
}

/// One change.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// Something new at the end of a section.
    Insert {
        /// Where.
        section: SectionId,
        /// Place in the section.
        at: usize,
        /// What; its id is given when the proposal is accepted.
        item: Box<Item>,
    },
    /// Another exercise in the place of one that is not possible now.
    Replace {
        /// The item.
        item: ItemId,
        /// What stood there.
        from: Bilingual,
        /// What takes its place.
        to: ExerciseId,
        /// Its name.
        name: Bilingual,
        /// Its dose.
        dose: Box<Prescription>,
        /// Its minutes.
        minutes: Option<u16>,
    },
    /// Less or more time.
    Minutes {
        /// The item.
        item: ItemId,
        /// Its name.
        name: Bilingual,
        /// Minutes so far.
        from: u16,
        /// Minutes then.
        to: u16,
        /// Its dose then.
        dose: Box<Prescription>,
    },
    /// Less time for a part of the unit.
    Part {
        /// The section.
        section: SectionId,
        /// Minutes so far.
        from: u16,
        /// Minutes then.
        to: u16,
    },
    /// Taken out.
    Remove {
        /// The item.
        item: ItemId,
        /// Its name.
        name: Bilingual,
    },
}

/// Changes to accept or refuse.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// What was wished.
    pub wish: Wish,
    /// The changes, in the order they are made.
    pub steps: Vec<Step>,
    /// Minutes the unit holds now, and would hold.
    pub minutes: (f32, f32),
    /// What could not be done.
    pub notes: Vec<Message>,
}

impl Proposal {
    /// The edit that makes all of it, as one step to undo.
    #[must_use]
    pub fn edit(&self, ids: &mut IdSource) -> PlanEdit {
        let mut edits = Vec::new();
        if let Wish::Refit(evening) = &self.wish {
            let set = |field| PlanEdit::SetUnit { field };
            edits.extend(evening.minutes.map(|minutes| set(UnitField::Minutes(Some(minutes)))));
            edits.extend(evening.people.map(|people| set(UnitField::People(Some(people)))));
        }
        for step in &self.steps {
            let mut edit = step.edit();
            if let PlanEdit::InsertItem { item, .. } = &mut edit {
                item.id = ids.item();
            }
            edits.push(edit);
        }
        PlanEdit::Batch { edits }
    }
}

impl Step {
    /// The edit that makes the step, an insertion with the item's own id.
    #[must_use]
    pub fn edit(&self) -> PlanEdit {
        let item_edit = |item: &ItemId, field| PlanEdit::SetItem { item: item.clone(), field };
        match self {
            Self::Insert { section, at, item } => {
                PlanEdit::InsertItem { section: section.clone(), at: *at, item: item.clone() }
            }
            Self::Replace { item, to, name, dose, minutes, .. } => PlanEdit::Batch {
                edits: vec![
                    item_edit(item, ItemField::Exercise(Some(to.clone()), name.clone())),
                    item_edit(item, ItemField::Prescription(dose.clone())),
                    item_edit(item, ItemField::Minutes(*minutes)),
                ],
            },
            Self::Minutes { item, to, dose, .. } => PlanEdit::Batch {
                edits: vec![
                    item_edit(item, ItemField::Minutes(Some(*to))),
                    item_edit(item, ItemField::Prescription(dose.clone())),
                ],
            },
            Self::Part { section, to, .. } => PlanEdit::SetSection {
                section: section.clone(),
                field: SectionField::Minutes(Some(*to)),
            },
            Self::Remove { item, .. } => PlanEdit::RemoveItem { item: item.clone() },
        }
    }
}
