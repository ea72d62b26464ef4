//! The database as commands use it: opened when a command first needs it, with the coach let in.
//! Commands that only look never create one.

use std::collections::BTreeSet;
use std::future::Future;

use crate::config::Settings;
use crate::domain::{Exercise, ExerciseId, ProgressionGraph, Viewer};
use crate::library::{Assembled, Changes, Library, assemble, builtin, builtin_hash};
use crate::runtime::demo::FirstStart;
use crate::runtime::seed::{admit, seed};
use crate::runtime::{clock, stored_changes};
use crate::store::{Alias, KeptEdit, Store, StoreError};

use super::error::CliError;

/// An opened database, and on whose behalf it is asked.
pub(super) struct Database {
    pub(super) store: Store,
    pub(super) viewer: Viewer,
    runtime: tokio::runtime::Runtime,
}

/// What the library of a command is made of beside the built-in data.
#[derive(Debug, Clone, Default)]
pub(super) struct Own {
    /// What the club and the coach added, changed or archived.
    pub(super) changes: Changes,
    /// Versions of built-in exercises that have changed since.
    pub(super) kept: Vec<KeptEdit>,
    /// Names the coach or the club taught.
    pub(super) aliases: Vec<Alias>,
}

impl Own {
    /// The same with these in addition, or in place of others with their ids.
    pub(super) fn with(mut self, exercises: &[Exercise], graphs: &[ProgressionGraph]) -> Self {
        let changes = &mut self.changes;
        let new: BTreeSet<&ExerciseId> = exercises.iter().map(|exercise| &exercise.id).collect();
        changes.exercises.retain(|known| !new.contains(&known.id));
        changes.exercises.extend_from_slice(exercises);
        for graph in graphs {
            changes.put_graph(graph.clone());
        }
        self
    }
}

impl Database {
    /// Opens the database of the settings; a new one gets the built-in library and the demo club.
    pub(super) fn open(settings: &Settings) -> Result<Self, CliError> {
        let store =
            Store::open(&settings.database).map_err(|error| CliError::failed(&error))?.store;
        let first = FirstStart {
            login: settings.coach.clone(),
            name: settings.coach.to_string(),
            lang: settings.lang,
            today: clock::today(),
        };
        let runtime = runtime()?;
        let viewer = runtime.block_on(async {
            let builtin = || Library::from_data(builtin()?);
            let seeded = seed(&store, builtin_hash(), builtin, &first).await;
            seeded.map_err(|error| CliError::failed(&error))?;
            let admitted = admit(&store, &first.login, &first.name).await;
            admitted.map_err(|error| CliError::failed(&error))
        })?;
        Ok(Self { store, viewer, runtime })
    }

    /// Waits for what the store was asked.
    pub(super) fn wait<T>(&self, asked: impl Future<Output = T>) -> T {
        self.runtime.block_on(asked)
    }

    /// Lets something happen beside everything else.
    pub(super) fn spawn(&self, work: impl Future<Output = ()> + Send + 'static) {
        self.runtime.spawn(work);
    }

    /// As [`Database::wait`], with the store's error as the command's.
    pub(super) fn ask<T>(
        &self,
        asked: impl Future<Output = Result<T, StoreError>>,
    ) -> Result<T, CliError> {
        self.wait(asked).map_err(|error| match error {
            StoreError::NotFound { .. } => CliError::usage(&error),
            _ => CliError::failed(&error),
        })
    }

    /// Closes the file, so that the next opening has nothing to recover. Whatever else still
    /// runs is not waited for: reading from a terminal that is gone never ends.
    pub(super) fn close(self) {
        self.runtime.block_on(self.store.close());
        self.runtime.shutdown_background();
    }
}

/// What an existing database adds to the library for this coach. Nothing is created: without a
/// database, or for a coach it does not know, that is nothing.
pub(super) fn own(settings: &Settings) -> Result<Own, CliError> {
    if !settings.database.exists() {
        return Ok(Own::default());
    }
    let store = Store::open(&settings.database).map_err(|error| CliError::failed(&error))?.store;
    let own = runtime()?.block_on(async {
        let Some(coach) = store.coach(&settings.coach).await? else { return Ok(Own::default()) };
        let viewer = Viewer { coach: coach.id, club: coach.club };
        let own = Own {
            changes: stored_changes(&store, &viewer).await?,
            kept: store.kept_edits(&viewer).await?,
            aliases: store.aliases(&viewer).await?,
        };
        store.close().await;
        Ok(own)
    });
    own.map_err(|error: StoreError| CliError::failed(&error))
}

/// The built-in library with what the club and the coach changed. Archived exercises stay in it,
/// marked as such, for plans and progressions that use them. What does not fit is refused.
pub(super) fn merged(own: Own) -> Result<Library, CliError> {
    let data = builtin().map_err(|error| CliError::failed(&error))?.with(own.changes);
    Library::from_data(data).map_err(|error| CliError::failed(&error))
}

/// The same, with what does not fit set aside.
pub(super) fn assembled(own: Own) -> Result<Assembled, CliError> {
    assemble(builtin, own.changes).map_err(|error| CliError::failed(&error))
}

/// What waits for answers that come later.
pub(super) fn runtime() -> Result<tokio::runtime::Runtime, CliError> {
    Ok(tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?)
}
