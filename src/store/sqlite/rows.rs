//! From rows to documents, and from row counts to errors.

use rusqlite::Row;
use serde::de::DeserializeOwned;

use crate::domain::Visibility;
use crate::store::columns::read;
use crate::store::error::{StoreError, Thing};

use super::{Failure, Outcome};

/// The document of a row that starts with id and document.
pub(super) fn document<T: DeserializeOwned>(thing: Thing, row: &Row<'_>) -> Outcome<T> {
    Ok(read(thing, text(row, 0)?, text(row, 1)?)?)
}

pub(super) fn missing(thing: Thing, id: &str) -> Failure {
    StoreError::NotFound { thing, id: id.to_owned() }.into()
}

/// A change that met no row changed nothing.
pub(super) fn found(met: usize, thing: Thing, id: &str) -> Outcome<()> {
    if met == 0 { Err(missing(thing, id)) } else { Ok(()) }
}

/// An insert-or-replace that met no row ran into somebody else's.
pub(super) fn not_taken(met: usize, thing: Thing, id: &str) -> Outcome<()> {
    if met == 0 { Err(StoreError::Taken { thing, id: id.to_owned() }.into()) } else { Ok(()) }
}

/// Text of a column, without copying it.
pub(super) fn text<'a>(row: &'a Row<'_>, at: usize) -> Outcome<&'a str> {
    Ok(row.get_ref(at)?.as_str().map_err(rusqlite::Error::from)?)
}

/// What the columns `reach` and `archived` stand for. They are what counts: a document may say
/// official where its club may not release anything.
pub(super) fn visibility(reach: &str, archived: bool) -> Visibility {
    match (archived, reach) {
        (true, _) => Visibility::Archived,
        (false, "official") => Visibility::Official,
        (false, "club") => Visibility::Club,
        (false, _) => Visibility::Private,
    }
}
