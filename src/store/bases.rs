//! Base conversations, and the outlines that jobs go on from.

use crate::domain::{JobId, Viewer};

use super::opening::Backend;
use super::values::StoredBase;
use super::{Store, StoreError, sqlite};

impl Store {
    /// The coach's bases, by kind, provider and model.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn bases(&self, viewer: &Viewer) -> Result<Vec<StoredBase>, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        database.read(viewer, sqlite::bases::all).await
    }

    /// Keeps a base in the place of the one before.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn keep_base(&self, viewer: &Viewer, base: StoredBase) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        database.write(viewer, move |scope| sqlite::bases::keep(scope, &base)).await
    }

    /// Forgets the bases of a kind. Returns how many there were.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn forget_bases(&self, viewer: &Viewer, kind: &str) -> Result<usize, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let kind = kind.to_owned();
        database.write(viewer, move |scope| sqlite::bases::forget(scope, &kind)).await
    }

    /// Keeps the outline of a job, in the engine's own words.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the coach has no such job.
    pub async fn keep_outline(
        &self,
        viewer: &Viewer,
        job: &JobId,
        outline: &str,
    ) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let (job, outline) = (job.clone(), outline.to_owned());
        database
            .write(viewer, move |scope| sqlite::bases::keep_outline(scope, &job, &outline))
            .await
    }

    /// The outline of a job, where it has one.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn outline(
        &self,
        viewer: &Viewer,
        job: &JobId,
    ) -> Result<Option<String>, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let job = job.clone();
        database.read(viewer, move |scope| sqlite::bases::outline(scope, &job)).await
    }
}
