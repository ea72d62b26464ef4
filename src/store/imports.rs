//! The import log: every text that was pasted or read from a file, sealed, with what was
//! understood of it and what a coach corrected. A review in progress is an open entry, so that a
//! crash loses no decision. What an import understood is the import module's; here it is text.

use jiff::Timestamp;

use crate::domain::{JobId, Viewer};

use super::opening::Backend;
use super::seal::KeyState;
use super::values::{ImportOutcome, ImportState, LoggedImport, OpenImport};
use super::{Store, StoreError, sqlite};

impl Store {
    /// Keeps a text that is to be reviewed, or the decisions made so far; whatever else this
    /// coach had under review is dropped.
    ///
    /// # Errors
    /// [`StoreError::Taken`] when another coach uses the id, [`StoreError::Key`] when the key
    /// can neither be read nor made.
    pub async fn keep_import(
        &self,
        viewer: &Viewer,
        import: &OpenImport,
    ) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let id = import.id.clone();
        let raw = self.seal.seal(&import.text, &about(viewer, &id, "raw"))?;
        let review = self.sealed_review(viewer, &id, import.review.as_deref())?;
        let source = import.source.clone();
        database
            .write(viewer, move |scope| {
                sqlite::imports::begin(scope, &id, &source, &raw, review.as_deref())
            })
            .await
    }

    /// Keeps the decisions made so far of a text that is under review.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not under review.
    pub async fn keep_review(
        &self,
        viewer: &Viewer,
        id: &JobId,
        review: &str,
    ) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let review = self.sealed_review(viewer, id, Some(review))?;
        let id = id.clone();
        database
            .write(viewer, move |scope| sqlite::imports::review(scope, &id, review.as_deref()))
            .await
    }

    /// The text the coach has under review; `None` where there is none.
    ///
    /// # Errors
    /// [`StoreError::KeyLost`] when it was sealed with a key that is gone.
    pub async fn open_import(&self, viewer: &Viewer) -> Result<Option<OpenImport>, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let Some(kept) = database.read(viewer, sqlite::imports::open).await? else {
            return Ok(None);
        };
        let text = self.seal.open(&kept.raw, &about(viewer, &kept.id, "raw"))?;
        let opened = |sealed| self.seal.open(sealed, &about(viewer, &kept.id, "review"));
        let review = kept.review.as_deref().map(opened).transpose()?;
        Ok(Some(OpenImport { id: kept.id, source: kept.source, text, review }))
    }

    /// Ends a review: accepted with what it came to, or dropped. The text stays for the log until
    /// its time is over; the decisions go.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the coach has no such import.
    pub async fn end_import(
        &self,
        viewer: &Viewer,
        id: &JobId,
        state: ImportState,
        outcome: &ImportOutcome,
    ) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let (id, outcome) = (id.clone(), outcome.clone());
        database.write(viewer, move |scope| sqlite::imports::end(scope, &id, state, &outcome)).await
    }

    /// Logs an import that needed no review. One with this id stays as it is: the same file
    /// imported again is the same import.
    ///
    /// # Errors
    /// [`StoreError::Key`] when the key can neither be read nor made.
    pub async fn log_import(
        &self,
        viewer: &Viewer,
        import: &OpenImport,
        outcome: &ImportOutcome,
    ) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let (id, source, outcome) = (import.id.clone(), import.source.clone(), outcome.clone());
        let raw = self.seal.seal(&import.text, &about(viewer, &id, "raw"))?;
        database
            .write(viewer, move |scope| sqlite::imports::log(scope, &id, &source, &raw, &outcome))
            .await
    }

    /// The coach's imports that are over, from a moment on, the latest last.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn imports(
        &self,
        viewer: &Viewer,
        since: Option<Timestamp>,
    ) -> Result<Vec<LoggedImport>, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        database.read(viewer, move |scope| sqlite::imports::all(scope, since)).await
    }

    /// Forgets the texts, decisions and rows of every import that was begun before a moment; the
    /// numbers stay. How many there were.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn purge_imports(&self, before: Timestamp) -> Result<usize, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        database.write_house(move |house| sqlite::imports::purge(house, before)).await
    }

    /// Where the key of the sealed texts lies, and how it is.
    #[must_use]
    pub fn key(&self) -> (&std::path::Path, KeyState) {
        (self.seal.path(), self.seal.state())
    }

    /// Whether the newest sealed text can be opened; `None` where there is none.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn opens_newest_import(&self) -> Result<Option<bool>, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let newest = database.read_house(sqlite::imports::newest).await?;
        Ok(newest.map(|(viewer, kept)| {
            self.seal.open(&kept.raw, &about(&viewer, &kept.id, "raw")).is_ok()
        }))
    }

    fn sealed_review(
        &self,
        viewer: &Viewer,
        id: &JobId,
        review: Option<&str>,
    ) -> Result<Option<Vec<u8>>, StoreError> {
        review.map(|text| self.seal.seal(text, &about(viewer, id, "review"))).transpose()
    }
}

/// What a sealed text belongs to: nobody can put it in another place of the database.
fn about(viewer: &Viewer, id: &JobId, part: &str) -> String {
    format!("{}/{}/{id}/{part}", viewer.club, viewer.coach)
}
