//! Installing the built-in library: rows of the house, written only where they differ.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::ExerciseId;
use crate::store::columns::json;
use crate::store::error::Thing;
use crate::store::values::{BuiltIn, Installed};

use super::rows::text;
use super::{House, Outcome};

/// Where the content hash is kept.
const HASH: &str = "library_hash";

pub(in crate::store) fn hash(house: &House<'_>) -> Outcome<Option<String>> {
    house.first("SELECT value FROM meta WHERE name = :name", &[(":name", &HASH)], |row| {
        Ok(row.get(0)?)
    })
}

pub(in crate::store) fn install(house: &House<'_>, library: &BuiltIn) -> Outcome<Installed> {
    if hash(house)?.as_deref() == Some(library.hash.as_str()) {
        return Ok(Installed::default());
    }
    let installed = install_exercises(house, library)?;
    install_graphs(house, library)?;
    house.change(
        "INSERT INTO meta (name, value) VALUES (:name, :value)
         ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        &[(":name", &HASH), (":value", &library.hash)],
    )?;
    Ok(installed)
}

fn install_exercises(house: &House<'_>, library: &BuiltIn) -> Outcome<Installed> {
    let mut before: BTreeMap<String, (String, bool)> = house
        .all("SELECT id, document, archived FROM exercises WHERE club = ''", &[], |row| {
            Ok((row.get(0)?, (row.get(1)?, row.get(2)?)))
        })?
        .into_iter()
        .collect();
    let changed_by_clubs: BTreeSet<String> = house
        .all("SELECT DISTINCT id FROM exercises WHERE club <> ''", &[], |row| {
            Ok(text(row, 0)?.to_owned())
        })?
        .into_iter()
        .collect();
    let mut installed = Installed::default();
    for exercise in &library.exercises {
        let id = exercise.id.as_str();
        let document = json(Thing::Exercise, id, exercise)?;
        match before.remove(id) {
            Some((known, false)) if known == document => continue,
            Some(_) => {
                installed.updated += 1;
                if changed_by_clubs.contains(id) {
                    installed.kept.push(exercise.id.clone());
                }
            }
            None => installed.added += 1,
        }
        house.change(
            "INSERT INTO exercises (id, club, coach, author, reach, document)
             VALUES (:id, '', '', '', 'official', :document)
             ON CONFLICT (id, club, coach) DO UPDATE SET
               archived = 0, document = excluded.document, changed = excluded.changed",
            &[(":id", &id), (":document", &document)],
        )?;
    }
    for (id, (_, archived)) in before {
        if archived {
            continue;
        }
        installed.retired += 1;
        house.change(
            "UPDATE exercises SET archived = 1 WHERE id = :id AND club = ''",
            &[(":id", &id)],
        )?;
    }
    installed.kept.sort_unstable_by(ExerciseId::cmp);
    Ok(installed)
}

fn install_graphs(house: &House<'_>, library: &BuiltIn) -> Outcome<()> {
    house.change("DELETE FROM graphs WHERE club = ''", &[])?;
    for graph in &library.graphs {
        let id = graph.id.as_str();
        house.change(
            "INSERT INTO graphs (id, club, document) VALUES (:id, '', :document)",
            &[(":id", &id), (":document", &json(Thing::Graph, id, graph)?)],
        )?;
    }
    Ok(())
}
