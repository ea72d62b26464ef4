//! Exercises and graphs in SQLite, as layers: the coach's own version of an exercise covers the
//! club's, which covers the built-in one, which covers what another club released.

use rusqlite::Row;

use crate::domain::{Exercise, ExerciseId, GraphId, ProgressionGraph, Visibility};
use crate::store::columns::{json, read};
use crate::store::error::Thing;

use super::rows::{document, found, missing, text, visibility};
use super::{Outcome, Scope};

/// The columns of a version, and its layer: the topmost first.
macro_rules! versions {
    () => {
        "SELECT id, document, reach, archived,
                CASE WHEN club = :club AND coach <> '' THEN 0
                     WHEN club = :club THEN 1
                     WHEN club = '' THEN 2
                     ELSE 3 END AS layer
         FROM exercises WHERE "
    };
}

pub(in crate::store) fn all(scope: &Scope<'_>) -> Outcome<Vec<Exercise>> {
    let versions =
        scope.all(concat!(versions!(), readable!(), " ORDER BY id, layer, club"), &[], version)?;
    Ok(topmost(versions).filter(|exercise| exercise.visibility != Visibility::Archived).collect())
}

pub(in crate::store) fn changes(scope: &Scope<'_>) -> Outcome<Vec<Exercise>> {
    let versions = scope.all(
        concat!(
            versions!(),
            "club <> '' AND ",
            readable!(),
            // a built-in exercise covers what others released under its id
            " AND (club = :club OR NOT EXISTS
                   (SELECT 1 FROM exercises AS built WHERE built.id = exercises.id
                    AND built.club = ''))
              ORDER BY id, layer, club"
        ),
        &[],
        version,
    )?;
    let mut changes: Vec<Exercise> = topmost(versions).collect();
    // what no longer ships is kept, archived, for the plans and progressions that use it
    let retired = scope.all(
        concat!(versions!(), "club = '' AND archived = 1 AND ", readable!(), " ORDER BY id"),
        &[],
        version,
    )?;
    for exercise in retired {
        if let Err(at) = changes.binary_search_by(|known| known.id.cmp(&exercise.id)) {
            changes.insert(at, exercise);
        }
    }
    Ok(changes)
}

pub(in crate::store) fn one(scope: &Scope<'_>, id: &ExerciseId) -> Outcome<Exercise> {
    scope
        .first(
            concat!(versions!(), "id = :id AND ", readable!(), " ORDER BY layer, club LIMIT 1"),
            &[(":id", &id.as_str())],
            version,
        )?
        .ok_or_else(|| missing(Thing::Exercise, id.as_str()))
}

pub(in crate::store) fn put(scope: &Scope<'_>, exercise: &Exercise) -> Outcome<()> {
    let id = exercise.id.as_str();
    let own = match exercise.visibility {
        Visibility::Private => true,
        Visibility::Archived => has_own(scope, id)?,
        Visibility::Club | Visibility::Official => {
            // published: the coach's own version would cover it
            scope.change(
                concat!("DELETE FROM exercises WHERE id = :id AND ", of_coach!()),
                &[(":id", &id)],
            )?;
            false
        }
    };
    let reach = match exercise.visibility {
        Visibility::Official => "official",
        _ if own => "private",
        _ => "club",
    };
    scope.change(
        concat!(
            "INSERT INTO exercises (id, club, coach, author, reach, archived, document, base)
             VALUES (:id, :club, CASE WHEN :own THEN :coach ELSE '' END, :coach, ",
            granted_reach!(),
            ", :archived, :document,
             (SELECT built.document FROM exercises AS built
              WHERE built.id = :id AND built.club = ''))
             ON CONFLICT (id, club, coach) DO UPDATE SET
               base = COALESCE(exercises.base, excluded.base),
               author = excluded.author, reach = excluded.reach, archived = excluded.archived,
               document = excluded.document, changed = excluded.changed"
        ),
        &[
            (":id", &id),
            (":own", &own),
            (":reach", &reach),
            (":archived", &(exercise.visibility == Visibility::Archived)),
            (":document", &json(Thing::Exercise, id, exercise)?),
        ],
    )?;
    Ok(())
}

fn has_own(scope: &Scope<'_>, id: &str) -> Outcome<bool> {
    let own = scope.first(
        concat!("SELECT 1 FROM exercises WHERE id = :id AND ", of_coach!()),
        &[(":id", &id)],
        |_| Ok(()),
    )?;
    Ok(own.is_some())
}

pub(in crate::store) fn graphs(scope: &Scope<'_>) -> Outcome<Vec<ProgressionGraph>> {
    let mut graphs: Vec<ProgressionGraph> = scope.all(
        concat!(
            "SELECT id, document FROM graphs WHERE club = '' OR ",
            of_club!(),
            " ORDER BY id, club DESC"
        ),
        &[],
        |row| document(Thing::Graph, row),
    )?;
    graphs.dedup_by(|below, above| below.id == above.id);
    Ok(graphs)
}

pub(in crate::store) fn graph_changes(scope: &Scope<'_>) -> Outcome<Vec<ProgressionGraph>> {
    scope.all(
        concat!(
            "SELECT id, document, base,
                    (SELECT built.document FROM graphs AS built
                     WHERE built.id = graphs.id AND built.club = '')
             FROM graphs WHERE ",
            of_club!(),
            " ORDER BY id"
        ),
        &[],
        |row| {
            let ours: ProgressionGraph = document(Thing::Graph, row)?;
            let other = |at| -> Outcome<Option<ProgressionGraph>> {
                let text: Option<String> = row.get(at)?;
                Ok(text.map(|text| read(Thing::Graph, ours.id.as_str(), &text)).transpose()?)
            };
            Ok(match (other(2)?, other(3)?) {
                (Some(base), Some(now)) if base != now => ours.carried_over(&base, now),
                _ => ours,
            })
        },
    )
}

pub(in crate::store) fn put_graph(scope: &Scope<'_>, graph: &ProgressionGraph) -> Outcome<()> {
    let id = graph.id.as_str();
    scope.change(
        // read and written whole: what it was made from is what is built in now
        "INSERT INTO graphs (id, club, document, base)
         VALUES (:id, :club, :document,
                 (SELECT built.document FROM graphs AS built
                  WHERE built.id = :id AND built.club = ''))
         ON CONFLICT (id, club) DO UPDATE SET document = excluded.document, base = excluded.base",
        &[(":id", &id), (":document", &json(Thing::Graph, id, graph)?)],
    )?;
    Ok(())
}

pub(in crate::store) fn drop_graph(scope: &Scope<'_>, id: &GraphId) -> Outcome<()> {
    let met = scope.change(
        concat!("DELETE FROM graphs WHERE id = :id AND ", of_club!()),
        &[(":id", &id.as_str())],
    )?;
    found(met, Thing::Graph, id.as_str())
}

fn version(row: &Row<'_>) -> Outcome<Exercise> {
    let mut exercise: Exercise = read(Thing::Exercise, text(row, 0)?, text(row, 1)?)?;
    exercise.visibility = visibility(text(row, 2)?, row.get(3)?);
    Ok(exercise)
}

/// The first of the versions of each exercise.
fn topmost(mut versions: Vec<Exercise>) -> impl Iterator<Item = Exercise> {
    versions.dedup_by(|below, above| below.id == above.id);
    versions.into_iter()
}
