//! Fetches what lies on a desk: people, plans, and the place a coach left.

use std::collections::BTreeMap;

use crate::app::effect::{Fetched, Place, PlanCard, Trainee, Who};
use crate::app::picker::Target;
use crate::app::plan::Line;
use crate::domain::{FrameworkId, Lang, Owner, ProgramId, Unit, UnitId, Viewer};
use crate::store::{Bookmark, PlanKind, PlanQuery, Store, StoreError};

use super::saver::{self, Entries};

/// Units of late that the search looks at.
const RECENT: u32 = 12;

/// The name a coach's language is remembered by.
const LANG: &str = "lang";

/// What a session starts from.
#[derive(Debug, Default)]
pub struct Desk {
    /// Whoever the unit is for.
    pub trainee: Option<Trainee>,
    /// The unit.
    pub fetched: Option<Fetched>,
    /// The line the cursor was on.
    pub line: Option<Line>,
    /// The language the coach chose.
    pub lang: Option<Lang>,
    /// Whether there is nobody to plan for.
    pub is_alone: bool,
    pub(super) entries: Option<(UnitId, Entries)>,
}

/// The desk as the coach left it; for a new coach, the last plan of the club.
///
/// # Errors
/// When the store cannot be read. A bookmark to something that is gone is no error.
pub async fn desk(store: &Store, viewer: &Viewer) -> Result<Desk, StoreError> {
    let lang = store.recall(viewer, LANG).await?;
    let bookmark = store.bookmark(viewer).await?;
    let unit = match bookmark.as_ref().and_then(|bookmark| bookmark.unit.clone()) {
        Some(unit) => Some(unit),
        None => newest_unit(store, viewer, None).await?,
    };
    let mut desk = Desk { lang, ..Desk::default() };
    if let Some(id) = unit
        && let Ok((fetched, entries)) = saver::fetch(store, viewer, &id).await
    {
        let owner = fetched.unit.owner.clone();
        desk.trainee = trainee(store, viewer, &owner).await.ok();
        desk.line = bookmark.and_then(|bookmark| match (bookmark.section, bookmark.item) {
            (Some(section), Some(item)) => Some(Line::Item(section, item)),
            (Some(section), None) => Some(Line::Section(section)),
            _ => None,
        });
        desk.entries = Some((id, entries));
        desk.fetched = Some(fetched);
    }
    // somebody's plan on the desk means that somebody is there
    desk.is_alone = desk.trainee.as_ref().is_none_or(|trainee| trainee.who == Who::Nobody)
        && names(store, viewer).await?.is_empty();
    Ok(desk)
}

/// Remembers where the coach is.
pub(super) async fn remember(
    store: &Store,
    viewer: &Viewer,
    place: &Place,
) -> Result<(), StoreError> {
    if let Some(lang) = place.lang {
        store.remember(viewer, LANG, &lang).await?;
    }
    let (section, item) = match place.line.clone() {
        Some(Line::Item(section, item)) => (Some(section), Some(item)),
        Some(Line::Section(section)) => (Some(section), None),
        None => (None, None),
    };
    let owner = place.owner.clone().unwrap_or(Owner::Nobody);
    store.set_bookmark(viewer, &Bookmark { owner, unit: place.unit.clone(), section, item }).await
}

async fn newest_unit(
    store: &Store,
    viewer: &Viewer,
    owner: Option<Owner>,
) -> Result<Option<UnitId>, StoreError> {
    let query =
        PlanQuery { kind: Some(PlanKind::Unit), owner, limit: Some(1), ..PlanQuery::default() };
    let plans = store.plans(viewer, &query).await?;
    Ok(plans.last().map(|plan| UnitId::new(plan.id.as_str())))
}

/// Whoever trains by a plan, with recent units and framework.
///
/// # Errors
/// When the store cannot be read or the person is gone.
pub async fn trainee(store: &Store, viewer: &Viewer, owner: &Owner) -> Result<Trainee, StoreError> {
    let who = match owner {
        Owner::Group(id) => Who::Group(store.group(viewer, id).await?),
        Owner::Athlete(id) => Who::Athlete(store.athlete(viewer, id).await?),
        Owner::Nobody => Who::Nobody,
    };
    let mut recent: Vec<Unit> = Vec::new();
    if *owner != Owner::Nobody {
        let owner = Some(owner.clone());
        let query = PlanQuery { owner, limit: Some(RECENT), ..PlanQuery::default() };
        let units = store.units(viewer, &query).await?;
        recent.extend(units.into_iter().rev().map(|stored| stored.document));
    }
    let framework = match &who {
        Who::Group(group) => match &group.framework {
            Some(id) => store.framework(viewer, id).await.ok(),
            None => None,
        },
        Who::Athlete(_) | Who::Nobody => None,
    };
    Ok(Trainee { who, recent, framework })
}

/// The names of everybody, by who they are.
async fn names(store: &Store, viewer: &Viewer) -> Result<BTreeMap<String, String>, StoreError> {
    let groups = store.groups(viewer).await?.into_iter();
    let athletes = store.athletes(viewer).await?.into_iter();
    Ok(groups
        .map(|group| (key(&Owner::Group(group.id)), group.name))
        .chain(athletes.map(|athlete| (key(&Owner::Athlete(athlete.id)), athlete.name)))
        .collect())
}

/// Plans to choose from, by date.
pub(super) async fn plans(store: &Store, viewer: &Viewer) -> Result<Vec<PlanCard>, StoreError> {
    let names = names(store, viewer).await?;
    let plans = store.plans(viewer, &PlanQuery::default()).await?;
    Ok(plans
        .into_iter()
        .map(|plan| PlanCard {
            owner: names.get(&key(&plan.owner)).cloned().unwrap_or_default(),
            target: match plan.kind {
                PlanKind::Unit => Target::Unit(UnitId::new(plan.id)),
                PlanKind::Program => Target::Program(ProgramId::new(plan.id)),
                PlanKind::Framework => Target::Framework(FrameworkId::new(plan.id)),
            },
            title: plan.title,
            date: plan.date,
        })
        .collect())
}

fn key(owner: &Owner) -> String {
    match owner {
        Owner::Group(id) => format!("g{id}"),
        Owner::Athlete(id) => format!("a{id}"),
        Owner::Nobody => String::new(),
    }
}
