//! The edits of a unit with their inverses: saved one by one in the moment they are made, undone
//! and redone across restarts. Undo is a coach's own: it takes back what that coach did.

use crate::domain::{PlanEdit, Unit, UnitId, Viewer};

use super::columns::{UnitColumns, json};
use super::opening::Backend;
use super::{Store, StoreError, Thing, sqlite};

/// How many steps of undo, and of redo, [`Store::history`] gives at most.
pub(super) const HISTORY: u32 = 500;

/// An entry of the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(pub i64);

/// A change to a unit that was already carried out in memory.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change<'a> {
    /// The unit as it is with the change.
    pub unit_after: &'a Unit,
    /// What was done.
    pub edit: &'a PlanEdit,
    /// What takes it back: the value [`PlanEdit::apply`] returned.
    pub inverse: &'a PlanEdit,
    /// The version the change was made on.
    pub base_version: u32,
}

/// A change that is on disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recorded {
    /// The unit's version with the change.
    pub version: u32,
    /// The change's place in the journal.
    pub entry: EntryId,
}

/// The steps a coach can take back and forth, the next one last.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Journal {
    /// Steps to take back.
    pub undo: Vec<JournalEntry>,
    /// Steps to take again.
    pub redo: Vec<JournalEntry>,
}

/// One step.
#[derive(Debug, Clone, PartialEq)]
pub struct JournalEntry {
    /// Its place in the journal.
    pub id: EntryId,
    /// What does it.
    pub edit: PlanEdit,
    /// What takes it back.
    pub inverse: PlanEdit,
}

/// A change as the backends take it.
#[derive(Debug)]
pub(super) struct ChangeColumns {
    pub(super) unit: UnitColumns,
    pub(super) edit: String,
    pub(super) inverse: String,
    pub(super) base_version: u32,
}

/// Which way a step of the journal is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Undo,
    Redo,
}

impl ChangeColumns {
    /// `forth` does the step, `back` takes it back.
    fn of(change: Change<'_>, forth: &PlanEdit, back: &PlanEdit) -> Result<Self, StoreError> {
        let id = change.unit_after.id.as_str();
        Ok(Self {
            unit: UnitColumns::of(change.unit_after)?,
            edit: json(Thing::Edit, id, forth)?,
            inverse: json(Thing::Edit, id, back)?,
            base_version: change.base_version,
        })
    }
}

impl Store {
    /// Saves a change: document and journal together, on disk when this returns. Steps that
    /// were undone before can no longer be redone.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] with the unit as it is when somebody else changed it meanwhile;
    /// [`StoreError::NotFound`], [`StoreError::ReadOnly`].
    pub async fn record(
        &self,
        viewer: &Viewer,
        change: Change<'_>,
    ) -> Result<Recorded, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let change = ChangeColumns::of(change, change.edit, change.inverse)?;
        database.write(viewer, move |scope| sqlite::journal::record(scope, &change)).await
    }

    /// Saves that the step `entry` was taken back. `change.edit` is what was applied (the
    /// entry's inverse), `change.inverse` what that returned: it becomes the step to redo, so
    /// that work others did in between is not lost.
    ///
    /// # Errors
    /// As [`Store::record`]; [`StoreError::NotFound`] when the entry is not the next to undo.
    pub async fn undo(
        &self,
        viewer: &Viewer,
        entry: EntryId,
        change: Change<'_>,
    ) -> Result<Recorded, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let change = ChangeColumns::of(change, change.inverse, change.edit)?;
        database
            .write(viewer, move |scope| sqlite::journal::step(scope, entry, &change, Way::Undo))
            .await
    }

    /// Saves that the step `entry` was taken again, with what was applied and its inverse.
    ///
    /// # Errors
    /// As [`Store::record`]; [`StoreError::NotFound`] when the entry is not the next to redo.
    pub async fn redo(
        &self,
        viewer: &Viewer,
        entry: EntryId,
        change: Change<'_>,
    ) -> Result<Recorded, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let change = ChangeColumns::of(change, change.edit, change.inverse)?;
        database
            .write(viewer, move |scope| sqlite::journal::step(scope, entry, &change, Way::Redo))
            .await
    }

    /// The steps the viewer can undo and redo in a unit, at most 500 each way.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such unit that the viewer may see.
    pub async fn history(&self, viewer: &Viewer, unit: &UnitId) -> Result<Journal, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let unit = unit.clone();
        database.read(viewer, move |scope| sqlite::journal::history(scope, &unit)).await
    }
}
