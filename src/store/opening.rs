//! The handle to the store: opening, closing, and noticing what other processes committed.

use std::path::Path;
use std::time::Duration;

use super::StoreError;
use super::seal::Seal;
use super::sqlite::{Database, restoring};
use super::values::{Restored, State};

/// How long opening waits for another process that holds the file.
const PATIENCE: Duration = Duration::from_secs(2);

/// A handle to the store; clones share one database. Dropping a future does not take back what
/// it asked for: a write that was sent is carried out.
#[derive(Debug, Clone)]
pub struct Store {
    pub(super) backend: Backend,
    pub(super) seal: Seal,
}

/// The databases a store can live in.
#[derive(Debug, Clone)]
pub(super) enum Backend {
    /// One file.
    Sqlite(Database),
}

/// An opened store, and whether it is new.
#[derive(Debug)]
pub struct Opened {
    /// The handle.
    pub store: Store,
    /// Whether the file was there before.
    pub state: State,
}

impl Store {
    /// Opens the database file, or makes it, with its folder, where there is none. An older
    /// schema is brought up to date; a file that is anything but ours is left as it is.
    ///
    /// # Errors
    /// [`StoreError`] says why the file cannot be used; each cause is a variant of its own.
    pub fn open(path: &Path) -> Result<Opened, StoreError> {
        Self::open_within(path, PATIENCE)
    }

    /// As [`Store::open`], waiting at most `patience` for another process that holds the file.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open_within(path: &Path, patience: Duration) -> Result<Opened, StoreError> {
        let (database, state) = Database::open(path, patience)?;
        let store = Self { backend: Backend::Sqlite(database), seal: Seal::beside(path) };
        Ok(Opened { store, state })
    }

    /// Carries out what was asked before, then closes the file so that the next opening has
    /// nothing to recover. Later calls on any clone fail with [`StoreError::Closed`].
    pub async fn close(self) {
        let Backend::Sqlite(database) = &self.backend;
        database.close().await;
    }

    /// The file everything lies in.
    #[must_use]
    pub fn path(&self) -> &Path {
        let Backend::Sqlite(database) = &self.backend;
        database.path()
    }

    /// A number that changes when somebody else committed: another process, or another store
    /// opened in this one. Commits through this store and its clones leave it as it is.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be asked.
    pub async fn commits_elsewhere(&self) -> Result<u64, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        database.commits_elsewhere().await
    }

    /// Looks through the whole file for damage. Takes time that grows with the file.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] with the first findings.
    pub async fn check(&self) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        database.check().await
    }

    /// Restores the database at `path` from a backup made by [`Store::backup`]. Where the database
    /// still works, open sessions, of other processes too, go on with what was restored; a damaged
    /// one is moved aside. What was there is kept beside it, its name ending with `stamp`.
    ///
    /// # Errors
    /// [`StoreError`] when the backup is missing, damaged, newer or not ours, or something cannot
    /// be written. The database is as it was then.
    pub fn restore(path: &Path, from: &Path, stamp: &str) -> Result<Restored, StoreError> {
        restoring::restore(path, from, stamp)
    }

    /// Writes a copy of the whole database, as it is at one moment, to a file that must not
    /// exist yet.
    ///
    /// # Errors
    /// [`StoreError`] when the copy cannot be written.
    pub async fn backup(&self, to: &Path) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        database.backup(to).await
    }
}
