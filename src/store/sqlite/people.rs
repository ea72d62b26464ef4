//! Clubs, coaches, groups and athletes in SQLite.

use rusqlite::Row;

use crate::domain::{Athlete, AthleteId, Club, ClubId, Coach, CoachId, Group, GroupId, Lang};
use crate::store::columns::json;
use crate::store::error::{StoreError, Thing};

use super::rows::{document, found, missing, not_taken};
use super::{House, Outcome, Scope};

pub(in crate::store) fn coach(house: &House<'_>, login: &CoachId) -> Outcome<Option<Coach>> {
    house.first(
        "SELECT id, club, name, lang FROM coaches WHERE id = :id",
        &[(":id", &login.as_str())],
        coach_of,
    )
}

pub(in crate::store) fn clubs(house: &House<'_>) -> Outcome<Vec<Club>> {
    house.all("SELECT id, name FROM clubs ORDER BY name, id", &[], |row| {
        Ok(Club { id: ClubId::new(row.get::<_, String>(0)?), name: row.get(1)? })
    })
}

pub(in crate::store) fn put_club(house: &House<'_>, club: &Club) -> Outcome<()> {
    house.change(
        "INSERT INTO clubs (id, name) VALUES (:id, :name)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name",
        &[(":id", &club.id.as_str()), (":name", &club.name)],
    )?;
    Ok(())
}

pub(in crate::store) fn let_release(house: &House<'_>, club: &ClubId) -> Outcome<()> {
    let met =
        house.change("UPDATE clubs SET releases = 1 WHERE id = :id", &[(":id", &club.as_str())])?;
    found(met, Thing::Club, club.as_str())
}

pub(in crate::store) fn add_coach(house: &House<'_>, coach: &Coach) -> Outcome<()> {
    let added = house.change(
        "INSERT INTO coaches (id, club, name, lang) VALUES (:id, :club, :name, :lang)",
        &[
            (":id", &coach.id.as_str()),
            (":club", &coach.club.as_str()),
            (":name", &coach.name),
            (":lang", &coach.lang.map(Lang::code)),
        ],
    );
    match added {
        Ok(_) => Ok(()),
        Err(failure) if failure.is_taken() => {
            Err(StoreError::Taken { thing: Thing::Coach, id: coach.id.to_string() }.into())
        }
        Err(failure) if failure.is_orphan() => {
            Err(StoreError::NotFound { thing: Thing::Club, id: coach.club.to_string() }.into())
        }
        Err(failure) => Err(failure),
    }
}

pub(in crate::store) fn coaches(scope: &Scope<'_>) -> Outcome<Vec<Coach>> {
    scope.all(
        concat!(
            "SELECT id, club, name, lang FROM coaches WHERE ",
            of_club!(),
            " ORDER BY name, id"
        ),
        &[],
        coach_of,
    )
}

pub(in crate::store) fn set_lang(scope: &Scope<'_>, lang: Lang) -> Outcome<()> {
    let met = scope.change(
        concat!("UPDATE coaches SET lang = :lang WHERE id = :coach AND ", of_club!()),
        &[(":lang", &lang.code())],
    )?;
    found(met, Thing::Coach, scope.viewer().coach.as_str())
}

pub(in crate::store) fn groups(scope: &Scope<'_>) -> Outcome<Vec<Group>> {
    scope.all(
        concat!(
            "SELECT id, document FROM groups WHERE archived = 0 AND ",
            of_club!(),
            " ORDER BY name, id"
        ),
        &[],
        |row| document(Thing::Group, row),
    )
}

pub(in crate::store) fn group(scope: &Scope<'_>, id: &GroupId) -> Outcome<Group> {
    scope
        .first(
            concat!("SELECT id, document FROM groups WHERE id = :id AND ", of_club!()),
            &[(":id", &id.as_str())],
            |row| document(Thing::Group, row),
        )?
        .ok_or_else(|| missing(Thing::Group, id.as_str()))
}

pub(in crate::store) fn put_group(scope: &Scope<'_>, group: &Group) -> Outcome<()> {
    let id = group.id.as_str();
    let met = scope.change(
        "INSERT INTO groups (id, club, name, document) VALUES (:id, :club, :name, :document)
         ON CONFLICT (id) DO UPDATE
         SET name = excluded.name, archived = 0, document = excluded.document
         WHERE club = :club",
        &[(":id", &id), (":name", &group.name), (":document", &json(Thing::Group, id, group)?)],
    )?;
    not_taken(met, Thing::Group, id)
}

pub(in crate::store) fn archive_group(scope: &Scope<'_>, id: &GroupId) -> Outcome<()> {
    let met = scope.change(
        concat!("UPDATE groups SET archived = 1 WHERE id = :id AND ", of_club!()),
        &[(":id", &id.as_str())],
    )?;
    found(met, Thing::Group, id.as_str())
}

pub(in crate::store) fn athletes(scope: &Scope<'_>) -> Outcome<Vec<Athlete>> {
    scope.all(
        concat!(
            "SELECT id, document FROM athletes WHERE archived = 0 AND ",
            of_club!(),
            " ORDER BY name, id"
        ),
        &[],
        |row| document(Thing::Athlete, row),
    )
}

pub(in crate::store) fn athlete(scope: &Scope<'_>, id: &AthleteId) -> Outcome<Athlete> {
    scope
        .first(
            concat!("SELECT id, document FROM athletes WHERE id = :id AND ", of_club!()),
            &[(":id", &id.as_str())],
            |row| document(Thing::Athlete, row),
        )?
        .ok_or_else(|| missing(Thing::Athlete, id.as_str()))
}

pub(in crate::store) fn put_athlete(scope: &Scope<'_>, athlete: &Athlete) -> Outcome<()> {
    let id = athlete.id.as_str();
    let met = scope.change(
        "INSERT INTO athletes (id, club, name, document) VALUES (:id, :club, :name, :document)
         ON CONFLICT (id) DO UPDATE
         SET name = excluded.name, archived = 0, document = excluded.document
         WHERE club = :club",
        &[
            (":id", &id),
            (":name", &athlete.name),
            (":document", &json(Thing::Athlete, id, athlete)?),
        ],
    )?;
    not_taken(met, Thing::Athlete, id)
}

pub(in crate::store) fn archive_athlete(scope: &Scope<'_>, id: &AthleteId) -> Outcome<()> {
    let met = scope.change(
        concat!("UPDATE athletes SET archived = 1 WHERE id = :id AND ", of_club!()),
        &[(":id", &id.as_str())],
    )?;
    found(met, Thing::Athlete, id.as_str())
}

fn coach_of(row: &Row<'_>) -> Outcome<Coach> {
    Ok(Coach {
        id: CoachId::new(row.get::<_, String>(0)?),
        club: ClubId::new(row.get::<_, String>(1)?),
        name: row.get(2)?,
        lang: row.get::<_, Option<String>>(3)?.and_then(|code| Lang::from_locale(&code)),
    })
}
