//! Putting a backup back: into the database where it still works, so that open sessions go on
//! with what was restored; in its place where it is damaged. What was there is always kept.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::backup::Backup;

use crate::store::error::StoreError;
use crate::store::values::{Kept, Restored};

use super::file::{self, Draft, no_rights};
use super::{Failure, Outcome};

/// How long restoring waits for others who write.
const PATIENCE: Duration = Duration::from_secs(10);

/// Pages copied at a time; between two batches nobody else gets in.
const PAGES: i32 = 1024;

/// Restores the database at `path` from the backup at `from`. What `path` held is kept beside it
/// under a name that ends with `stamp`.
///
/// # Errors
/// [`StoreError`] when the backup is missing, damaged, newer or not ours, and when anything
/// cannot be written; the database is as it was then.
pub(in crate::store) fn restore(
    path: &Path,
    from: &Path,
    stamp: &str,
) -> Result<Restored, StoreError> {
    let draft = checked_copy(path, from)?;
    if !path.exists() {
        in_place(&draft, path)?;
        return Ok(Restored { kept: Kept::Nothing });
    }
    match sound(path) {
        Ok(connection) => {
            let kept = beside(path, "before", stamp);
            file::copy(&connection, &kept).map_err(|failure| failure.at(&kept))?;
            pour(&draft, connection).map_err(|failure| failure.at(path))?;
            Ok(Restored { kept: Kept::Copy(kept) })
        }
        Err(StoreError::Corrupt { .. } | StoreError::NotADatabase { .. }) => {
            let kept = beside(path, "damaged", stamp);
            set_aside(path, &kept)?;
            in_place(&draft, path)?;
            Ok(Restored { kept: Kept::Damaged(kept) })
        }
        Err(error) => Err(error),
    }
}

/// The backup as a file of its own next to the database: looked through, and brought up to date.
fn checked_copy(path: &Path, from: &Path) -> Result<Draft, StoreError> {
    if !from.exists() {
        let detail = "there is no such file".to_owned();
        return Err(StoreError::NoRights { path: from.to_owned(), detail });
    }
    file::look(from)?;
    let draft = Draft::beside(path).map_err(|error| no_rights(path, &error))?;
    fs::copy(from, draft.path()).map_err(|error| no_rights(from, &error))?;
    let checked = || -> Outcome<()> {
        let connection = Connection::open(draft.path())?;
        file::check(&connection, from)?;
        connection.close().map_err(|(_, error)| Failure::from(error))
    };
    checked().map_err(|failure| failure.at(from))?;
    file::migrated(draft.path(), from)?;
    File::open(draft.path())
        .and_then(|file| file.sync_all())
        .map_err(|error| no_rights(path, &error))?;
    Ok(draft)
}

/// The database, opened, if it is whole.
fn sound(path: &Path) -> Result<Connection, StoreError> {
    let (connection, _) = file::open(path, PATIENCE)?;
    file::check(&connection, path).map_err(|failure| failure.at(path))?;
    Ok(connection)
}

/// Writes the backup's pages over those of the database, in one transaction.
fn pour(draft: &Draft, mut connection: Connection) -> Outcome<()> {
    let source = Connection::open(draft.path())?;
    connection.busy_timeout(PATIENCE)?;
    Backup::new(&source, &mut connection)?.run_to_completion(
        PAGES,
        Duration::from_millis(20),
        None,
    )?;
    connection.close().map_err(|(_, error)| Failure::from(error))
}

/// Moves a damaged database away, with the files SQLite keeps beside it.
fn set_aside(path: &Path, kept: &Path) -> Result<(), StoreError> {
    for suffix in ["", "-wal", "-shm"] {
        let (old, new) = (with_suffix(path, suffix), with_suffix(kept, suffix));
        if old.exists() {
            fs::rename(&old, &new).map_err(|error| no_rights(&old, &error))?;
        }
    }
    Ok(())
}

fn in_place(draft: &Draft, path: &Path) -> Result<(), StoreError> {
    fs::rename(draft.path(), path).map_err(|error| no_rights(path, &error))
}

fn beside(path: &Path, why: &str, stamp: &str) -> PathBuf {
    with_suffix(path, &format!(".{why}-{stamp}"))
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(suffix);
    path.with_file_name(name)
}
