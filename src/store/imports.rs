//! Import reviews in progress, so that a crash loses no decision. What an import understood is
//! the import module's document; here it is text.

use crate::domain::{JobId, Viewer};

use super::opening::Backend;
use super::values::ImportDraft;
use super::{Store, StoreError, sqlite};

impl Store {
    /// Saves a draft as it stands, new or again. Accepted and dropped ones lose their document:
    /// pasted text is not kept longer than it is needed.
    ///
    /// # Errors
    /// [`StoreError::Taken`] when another coach uses the id.
    pub async fn put_import(&self, viewer: &Viewer, draft: &ImportDraft) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let draft = draft.clone();
        database.write(viewer, move |scope| sqlite::imports::put(scope, &draft)).await
    }

    /// The coach's drafts under review, the latest first.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn open_imports(&self, viewer: &Viewer) -> Result<Vec<ImportDraft>, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        database.read(viewer, sqlite::imports::open).await
    }

    /// One of the coach's drafts.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the coach has none with this id.
    pub async fn import(&self, viewer: &Viewer, id: &JobId) -> Result<ImportDraft, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let id = id.clone();
        database.read(viewer, move |scope| sqlite::imports::one(scope, &id)).await
    }
}
