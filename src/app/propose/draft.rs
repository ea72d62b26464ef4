//! A proposal in the making: the unit as it would be, and the steps that lead there.

use super::super::Shelf;
use super::super::plan::Line;
use super::super::suggest;
use super::super::trainee::Who;
use super::{Ask, Proposal, Step, Wish};
use crate::domain::{ItemId, Message, Unit};
use crate::library::Library;
use crate::retrieval::ContextPack;
use crate::training::filled_unit_minutes;

/// The minutes a section or unit may run over.
pub(super) const TOLERANCE: f32 = 1.0;
/// How far down the list is looked for something that fits.
pub(super) const LOOKED_AT: usize = 12;

/// Works a proposal out. The same question gives the same answer.
#[must_use]
pub fn propose(ask: &Ask, shelf: &Shelf) -> Proposal {
    let library = &*shelf.library;
    let before = filled_unit_minutes(&ask.unit, library);
    let mut draft =
        Draft { unit: ask.unit.clone(), steps: Vec::new(), notes: Vec::new(), ask, shelf };
    match &ask.wish {
        Wish::Complete(section) => draft.complete(section),
        Wish::Refit(evening) => draft.refit(evening),
    }
    let after = filled_unit_minutes(&draft.unit, library);
    Proposal {
        wish: ask.wish.clone(),
        steps: draft.steps,
        minutes: (before, after),
        notes: draft.notes,
    }
}

/// A proposal in the making.
pub(super) struct Draft<'a> {
    pub(super) unit: Unit,
    pub(super) steps: Vec<Step>,
    pub(super) notes: Vec<Message>,
    pub(super) ask: &'a Ask,
    pub(super) shelf: &'a Shelf,
}

impl Draft<'_> {
    pub(super) fn library(&self) -> &Library {
        &self.shelf.library
    }

    /// The plan as the ranking sees it. What a part of the group could do is for the coach to
    /// choose; a proposal stays at the level most of them stand at.
    pub(super) fn pack(&self, line: Option<&Line>) -> ContextPack {
        let trainee = self.ask.trainee.as_ref();
        let mut pack = suggest::pack(&self.shelf.library, &self.unit, trainee, line, None);
        if let Some(Who::Group(group)) = trainee.map(|trainee| &trainee.who) {
            let usual = group.usual_level();
            pack.constraints.level = pack.constraints.level.map(|level| level.min(usual));
        }
        pack
    }

    /// Makes a step, and keeps it.
    pub(super) fn make(&mut self, step: Step) {
        if step.edit().apply(&mut self.unit).is_ok() {
            self.steps.push(step);
        }
    }

    pub(super) fn remove(&mut self, id: &ItemId) {
        let Some(name) = self.unit.item(id).map(|(_, item)| item.label.clone()) else { return };
        // what was changed before and goes now need not be told
        self.steps.retain(|step| !matches!(step, Step::Minutes { item, .. } if item == id));
        self.make(Step::Remove { item: id.clone(), name });
    }
}
