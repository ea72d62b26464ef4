//! The edits of a unit with their inverses: saved one by one in the moment they are made, undone
//! and redone across restarts. Undo is a coach's own: it takes back what that coach did.

use crate::domain::{UnitId, Viewer};

use super::columns::{ChangeColumns, Way};
use super::opening::Backend;
use super::values::{Change, EntryId, Journal, Recorded};
use super::{Store, StoreError, sqlite};

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
        let change = ChangeColumns::of(change, change.inverse, change.edit)?;
        self.step(viewer, entry, change, Way::Undo).await
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
        let change = ChangeColumns::of(change, change.edit, change.inverse)?;
        self.step(viewer, entry, change, Way::Redo).await
    }

    async fn step(
        &self,
        viewer: &Viewer,
        entry: EntryId,
        change: ChangeColumns,
        way: Way,
    ) -> Result<Recorded, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        database.write(viewer, move |scope| sqlite::journal::step(scope, entry, &change, way)).await
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
