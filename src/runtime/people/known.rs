//! Everybody with how much is planned for them, and what their units tell.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::app::people::{Card, Known, Person};
use crate::domain::{Owner, Viewer};
use crate::store::{PlanKind, PlanQuery, Store, StoreError};
use crate::training::logged_bests;

/// Units of late that are looked into for best singles: about a year of training.
const LOOKED_INTO: u32 = 200;

/// Everybody, groups first, by name.
///
/// # Errors
/// [`StoreError`] of the database.
pub async fn cards(store: &Store, viewer: &Viewer) -> Result<Vec<Card>, StoreError> {
    let query = PlanQuery { kind: Some(PlanKind::Unit), ..PlanQuery::default() };
    let mut planned: BTreeMap<String, (usize, Option<Date>)> = BTreeMap::new();
    for unit in store.plans(viewer, &query).await? {
        let (count, since) = planned.entry(key(&unit.owner)).or_default();
        *count += 1;
        *since = earlier(*since, unit.date);
    }
    let groups = store.groups(viewer).await?.into_iter().map(Person::Group);
    let athletes = store.athletes(viewer).await?.into_iter().map(Person::Athlete);
    let card = |person: Person| {
        let (units, since) = planned.get(&key(&person.owner())).copied().unwrap_or_default();
        Card { person, units, since }
    };
    Ok(groups.chain(athletes).map(card).collect())
}

fn key(owner: &Owner) -> String {
    match owner {
        Owner::Group(id) => format!("g{id}"),
        Owner::Athlete(id) => format!("a{id}"),
        Owner::Nobody => String::new(),
    }
}

fn earlier(one: Option<Date>, other: Option<Date>) -> Option<Date> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

/// What the units of somebody tell: planned, imported, logged.
///
/// # Errors
/// [`StoreError`] of the database.
pub async fn known(store: &Store, viewer: &Viewer, owner: &Owner) -> Result<Known, StoreError> {
    let query = PlanQuery {
        kind: Some(PlanKind::Unit),
        owner: Some(owner.clone()),
        ..PlanQuery::default()
    };
    let mut known = Known::default();
    for unit in store.plans(viewer, &query).await? {
        known.units += 1;
        known.done += usize::from(unit.done);
        known.since = earlier(known.since, unit.date);
    }
    let late = PlanQuery { limit: Some(LOOKED_INTO), ..query };
    let units = store.units(viewer, &late).await?;
    known.bests = logged_bests(units.iter().map(|stored| &stored.document));
    Ok(known)
}
