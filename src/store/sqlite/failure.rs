//! What can fail while working on a connection, and what it means for the file.

use std::path::Path;

use rusqlite::ErrorCode;

use crate::store::error::StoreError;

/// A failure before it is known which file it concerns.
#[derive(Debug)]
pub(in crate::store) enum Failure {
    /// SQLite reported it.
    Sqlite(rusqlite::Error),
    /// The store found it.
    Store(StoreError),
}

impl From<rusqlite::Error> for Failure {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(error)
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl Failure {
    /// The error for this file.
    pub(super) fn at(self, path: &Path) -> StoreError {
        let error = match self {
            Self::Sqlite(error) => error,
            Self::Store(error) => return error,
        };
        let path = path.to_owned();
        let detail = error.to_string();
        match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => StoreError::NotADatabase { path },
            Some(ErrorCode::DatabaseCorrupt) => StoreError::Corrupt { path, detail },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
                StoreError::Locked { path }
            }
            Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied | ErrorCode::ReadOnly) => {
                StoreError::NoRights { path, detail }
            }
            Some(ErrorCode::DiskFull) => StoreError::NoSpace { path },
            _ => StoreError::Database { path, detail },
        }
    }

    /// The same failure once more: a commit that fails, fails everyone in it.
    pub(super) fn again(error: &rusqlite::Error) -> Self {
        Self::Sqlite(match error {
            rusqlite::Error::SqliteFailure(code, text) => {
                rusqlite::Error::SqliteFailure(*code, text.clone())
            }
            other => rusqlite::Error::ToSqlConversionFailure(other.to_string().into()),
        })
    }

    /// Whether a row with the same key is there already.
    pub(super) fn is_taken(&self) -> bool {
        matches!(self, Self::Sqlite(rusqlite::Error::SqliteFailure(error, _))
            if error.extended_code == rusqlite::ffi::SQLITE_CONSTRAINT_PRIMARYKEY
                || error.extended_code == rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE)
    }

    /// Whether a row that this one refers to is missing.
    pub(super) fn is_orphan(&self) -> bool {
        matches!(self, Self::Sqlite(rusqlite::Error::SqliteFailure(error, _))
            if error.extended_code == rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY)
    }
}
