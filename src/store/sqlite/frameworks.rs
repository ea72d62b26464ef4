//! Frameworks in SQLite.

use rusqlite::Row;

use crate::domain::{Framework, FrameworkId};
use crate::store::columns::{FrameworkColumns, read};
use crate::store::error::{StoreError, Thing};
use crate::store::values::Stored;

use super::rows::{missing, text, visibility};
use super::{Outcome, Scope};

pub(in crate::store) fn all(scope: &Scope<'_>) -> Outcome<Vec<Framework>> {
    scope.all(
        concat!(
            "SELECT id, document, reach, archived FROM frameworks WHERE ",
            listed!(),
            " ORDER BY title, id"
        ),
        &[],
        framework,
    )
}

/// As [`all`], each with its version.
pub(in crate::store) fn stored(scope: &Scope<'_>) -> Outcome<Vec<Stored<Framework>>> {
    scope.all(
        concat!(
            "SELECT id, document, reach, archived, version FROM frameworks WHERE ",
            listed!(),
            " ORDER BY title, id"
        ),
        &[],
        |row| Ok(Stored { document: framework(row)?, version: row.get(4)? }),
    )
}

/// Writes a framework over the version it was made from; the version it has then.
pub(in crate::store) fn change(
    scope: &Scope<'_>,
    framework: &FrameworkColumns,
    base: u32,
) -> Outcome<u32> {
    let version = scope.first(
        concat!("SELECT version FROM frameworks WHERE id = :id AND ", readable!()),
        &[(":id", &framework.id)],
        |row| Ok(row.get::<_, u32>(0)?),
    )?;
    match version {
        None => Err(missing(Thing::Framework, &framework.id)),
        Some(version) if version != base => {
            Err(StoreError::Outdated { id: framework.id.clone() }.into())
        }
        Some(version) => put(scope, framework).map(|()| version + 1),
    }
}

pub(in crate::store) fn one(scope: &Scope<'_>, id: &FrameworkId) -> Outcome<Framework> {
    scope
        .first(
            concat!(
                "SELECT id, document, reach, archived FROM frameworks WHERE id = :id AND ",
                readable!()
            ),
            &[(":id", &id.as_str())],
            framework,
        )?
        .ok_or_else(|| missing(Thing::Framework, id.as_str()))
}

pub(in crate::store) fn put(scope: &Scope<'_>, framework: &FrameworkColumns) -> Outcome<()> {
    let met = scope.change(
        concat!(
            "INSERT INTO frameworks (id, club, coach, reach, archived, title, document)
             VALUES (:id, :club, :coach, COALESCE(",
            granted_reach!(),
            ", 'private'), :archived, :title, :document)
             ON CONFLICT (id) DO UPDATE SET
               coach = CASE WHEN excluded.reach = 'private' AND reach <> 'private'
                       THEN :coach ELSE coach END,
               reach = CASE WHEN :reach IS NULL THEN reach ELSE excluded.reach END,
               archived = excluded.archived, title = excluded.title,
               document = excluded.document, version = version + 1,
               changed = CAST(unixepoch('subsec') * 1000 AS INTEGER)
             WHERE ",
            writable!()
        ),
        &[
            (":id", &framework.id),
            (":reach", &framework.reach.reach),
            (":archived", &framework.reach.archived),
            (":title", &framework.title),
            (":document", &framework.document),
        ],
    )?;
    if met > 0 {
        return Ok(());
    }
    let id = framework.id.clone();
    Err(match one(scope, &FrameworkId::new(id.as_str())) {
        Ok(_) => StoreError::ReadOnly { thing: Thing::Framework, id }.into(),
        Err(_) => StoreError::Taken { thing: Thing::Framework, id }.into(),
    })
}

fn framework(row: &Row<'_>) -> Outcome<Framework> {
    let mut framework: Framework = read(Thing::Framework, text(row, 0)?, text(row, 1)?)?;
    framework.visibility = visibility(text(row, 2)?, row.get(3)?);
    Ok(framework)
}
