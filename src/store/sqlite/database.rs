//! The open file: one thread that writes, one that reads, each with its own connection.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use rusqlite::Connection;

use crate::domain::Viewer;
use crate::store::error::StoreError;
use crate::store::values::State;

use super::worker::Worker;
use super::{Failure, House, Outcome, Scope, file};

/// An open database; clones share its threads.
#[derive(Debug, Clone)]
pub(in crate::store) struct Database {
    path: Arc<PathBuf>,
    writer: Worker,
    reader: Worker,
}

impl Database {
    /// Opens the file, or makes it. See [`crate::store::Store::open`].
    pub(in crate::store) fn open(
        path: &Path,
        patience: Duration,
    ) -> Result<(Self, State), StoreError> {
        let (writing, state) = file::open(path, patience)?;
        let reading = file::reader(path).map_err(|failure| failure.at(path))?;
        let database = Self {
            path: Arc::new(path.to_owned()),
            writer: Worker::start("store-write", path, writing)?,
            reader: Worker::start("store-read", path, reading)?,
        };
        Ok((database, state))
    }

    /// Reads on behalf of a viewer, everything at one moment.
    pub(in crate::store) async fn read<T: Send + 'static>(
        &self,
        viewer: &Viewer,
        work: impl FnOnce(&Scope<'_>) -> Outcome<T> + Send + 'static,
    ) -> Result<T, StoreError> {
        let viewer = viewer.clone();
        let work = move |connection: &Connection| work(&Scope::new(connection, &viewer));
        self.reader.run(|connection| read(connection, work)).await
    }

    /// Writes on behalf of a viewer, all or nothing; on disk when it returns.
    pub(in crate::store) async fn write<T: Send + 'static>(
        &self,
        viewer: &Viewer,
        work: impl FnOnce(&Scope<'_>) -> Outcome<T> + Send + 'static,
    ) -> Result<T, StoreError> {
        let viewer = viewer.clone();
        let work = move |connection: &Connection| work(&Scope::new(connection, &viewer));
        self.writer.change(work).await
    }

    /// Reads what belongs to nobody.
    pub(in crate::store) async fn read_house<T: Send + 'static>(
        &self,
        work: impl FnOnce(&House<'_>) -> Outcome<T> + Send + 'static,
    ) -> Result<T, StoreError> {
        let work = move |connection: &Connection| work(&House::new(connection));
        self.reader.run(|connection| read(connection, work)).await
    }

    /// Writes what belongs to nobody.
    pub(in crate::store) async fn write_house<T: Send + 'static>(
        &self,
        work: impl FnOnce(&House<'_>) -> Outcome<T> + Send + 'static,
    ) -> Result<T, StoreError> {
        let work = move |connection: &Connection| work(&House::new(connection));
        self.writer.change(work).await
    }

    pub(in crate::store) fn path(&self) -> &Path {
        &self.path
    }

    /// Asked on the writing connection, which does not count its own commits.
    pub(in crate::store) async fn commits_elsewhere(&self) -> Result<u64, StoreError> {
        self.writer
            .run(|connection| {
                let version: i64 = connection
                    .prepare_cached("PRAGMA data_version")?
                    .query_row([], |row| row.get(0))?;
                Ok(version.unsigned_abs())
            })
            .await
    }

    pub(in crate::store) async fn check(&self) -> Result<(), StoreError> {
        let path = Arc::clone(&self.path);
        self.reader.run(move |connection| file::check(connection, &path)).await
    }

    pub(in crate::store) async fn backup(&self, to: &Path) -> Result<(), StoreError> {
        let target = to.to_owned();
        self.reader
            .run(move |connection| {
                file::copy(connection, &target)
                    .map_err(|failure| Failure::Store(failure.at(&target)))
            })
            .await
    }

    /// The reader goes first: the last connection to close tidies the file up.
    pub(in crate::store) async fn close(&self) {
        self.reader.stop().await;
        self.writer.stop().await;
    }
}

fn read<T>(
    connection: &mut Connection,
    work: impl FnOnce(&Connection) -> Outcome<T>,
) -> Outcome<T> {
    let moment = connection.transaction()?;
    work(&moment)
}
