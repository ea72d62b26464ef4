//! Base conversations and outlines in SQLite.

use crate::domain::JobId;
use crate::store::error::Thing;
use crate::store::values::StoredBase;

use super::rows::found;
use super::{Outcome, Scope};

pub(in crate::store) fn all(scope: &Scope<'_>) -> Outcome<Vec<StoredBase>> {
    scope.all(
        concat!(
            "SELECT kind, provider, model, record FROM bases WHERE ",
            of_coach!(),
            " ORDER BY kind, provider, model"
        ),
        &[],
        |row| {
            Ok(StoredBase {
                kind: row.get(0)?,
                provider: row.get(1)?,
                model: row.get(2)?,
                record: row.get(3)?,
            })
        },
    )
}

pub(in crate::store) fn keep(scope: &Scope<'_>, base: &StoredBase) -> Outcome<()> {
    scope.change(
        "INSERT INTO bases (club, coach, kind, provider, model, record)
         VALUES (:club, :coach, :kind, :provider, :model, :record)
         ON CONFLICT (club, coach, kind, provider, model) DO UPDATE SET record = excluded.record",
        &[
            (":kind", &base.kind),
            (":provider", &base.provider),
            (":model", &base.model),
            (":record", &base.record),
        ],
    )?;
    Ok(())
}

pub(in crate::store) fn forget(scope: &Scope<'_>, kind: &str) -> Outcome<usize> {
    scope.change(
        concat!("DELETE FROM bases WHERE kind = :kind AND ", of_coach!()),
        &[(":kind", &kind)],
    )
}

pub(in crate::store) fn keep_outline(scope: &Scope<'_>, job: &JobId, outline: &str) -> Outcome<()> {
    let met = scope.change(
        concat!(
            "INSERT INTO job_outlines (job, outline)
             SELECT id, :outline FROM jobs WHERE id = :id AND ",
            of_coach!(),
            " ON CONFLICT (job) DO UPDATE SET outline = excluded.outline"
        ),
        &[(":id", &job.as_str()), (":outline", &outline)],
    )?;
    found(met, Thing::Job, job.as_str())
}

pub(in crate::store) fn outline(scope: &Scope<'_>, job: &JobId) -> Outcome<Option<String>> {
    scope.first(
        concat!(
            "SELECT outline FROM job_outlines
             WHERE job IN (SELECT id FROM jobs WHERE id = :id AND ",
            of_coach!(),
            ")"
        ),
        &[(":id", &job.as_str())],
        |row| Ok(row.get(0)?),
    )
}
