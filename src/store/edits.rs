//! What a club made of the built-in library: versions of its exercises that are kept through
//! upgrades, and entries added to the lists.

use crate::domain::{CatalogueEntry, CatalogueKind, ExerciseId, Viewer};

use super::opening::Backend;
use super::values::KeptEdit;
use super::{Store, StoreError, sqlite};

impl Store {
    /// The viewer's versions of built-in exercises that have changed since those were made, by id.
    /// They count in place of the built-in ones until they are given up.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn kept_edits(&self, viewer: &Viewer) -> Result<Vec<KeptEdit>, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        database.read(viewer, sqlite::edits::kept).await
    }

    /// Notes that the viewer has seen what became of the built-in exercise and stays with their own
    /// version.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the viewer has no version of it.
    pub async fn keep_edit(&self, viewer: &Viewer, id: &ExerciseId) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let id = id.clone();
        database.write(viewer, move |scope| sqlite::edits::keep(scope, &id)).await
    }

    /// Gives the viewer's version of a built-in exercise up; the built-in one counts again.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the viewer has no version of it, or nothing is built in under
    /// this id.
    pub async fn give_up_edit(&self, viewer: &Viewer, id: &ExerciseId) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let id = id.clone();
        database.write(viewer, move |scope| sqlite::edits::give_up(scope, &id)).await
    }

    /// The entries the club added to the lists, by list and id; archived ones among them.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn catalogue_entries(
        &self,
        viewer: &Viewer,
    ) -> Result<Vec<(CatalogueKind, CatalogueEntry)>, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        database.read(viewer, sqlite::edits::entries).await
    }

    /// Adds an entry to a list of the club, or replaces the one with the same id.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn put_catalogue_entry(
        &self,
        viewer: &Viewer,
        kind: CatalogueKind,
        entry: &CatalogueEntry,
    ) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let entry = entry.clone();
        database.write(viewer, move |scope| sqlite::edits::put_entry(scope, kind, &entry)).await
    }
}
