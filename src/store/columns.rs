//! Documents as the database keeps them: the whole as JSON, and beside it the columns that
//! queries and the visibility rules need. Shared by every backend.

use jiff::civil::Date;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::domain::{
    Athlete, AthleteId, Club, Coach, Framework, Group, GroupId, Owner, PlanEdit, Program, Unit,
    Visibility, Week,
};

use super::error::{StoreError, Thing};
use super::values::{BOOKMARK, Change, Starter};

/// A unit on its way into the database.
#[derive(Debug, Clone)]
pub(super) struct UnitColumns {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) owner: OwnerColumns,
    pub(super) date: Option<String>,
    pub(super) minutes: Option<u16>,
    pub(super) program: Option<String>,
    pub(super) week: Option<u16>,
    pub(super) day: Option<u8>,
    pub(super) framework: Option<String>,
    pub(super) slot: Option<String>,
    pub(super) done: bool,
    pub(super) reach: ReachColumns,
    pub(super) document: String,
}

/// The head of a program on its way into the database; weeks have rows of their own.
#[derive(Debug, Clone)]
pub(super) struct ProgramColumns {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) owner: OwnerColumns,
    pub(super) start: Option<String>,
    pub(super) weeks: u16,
    pub(super) document: String,
}

/// A week of a program on its way into the database.
#[derive(Debug, Clone)]
pub(super) struct WeekColumns {
    pub(super) index: u16,
    pub(super) document: String,
    pub(super) units: Vec<UnitColumns>,
}

/// A framework on its way into the database.
#[derive(Debug, Clone)]
pub(super) struct FrameworkColumns {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) reach: ReachColumns,
    pub(super) document: String,
}

/// A change as the backends take it.
#[derive(Debug)]
pub(super) struct ChangeColumns {
    pub(super) unit: UnitColumns,
    pub(super) edit: String,
    pub(super) inverse: String,
    pub(super) base_version: u32,
}

/// Which way a step of the journal is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Undo,
    Redo,
}

/// A starter as the backends take it.
#[derive(Debug)]
pub(super) struct StarterColumns {
    pub(super) club: Club,
    pub(super) coach: Coach,
    pub(super) groups: Vec<Group>,
    pub(super) athletes: Vec<Athlete>,
    pub(super) frameworks: Vec<FrameworkColumns>,
    pub(super) units: Vec<UnitColumns>,
    /// Name and value.
    pub(super) settings: Vec<(&'static str, String)>,
}

/// An owner in two columns.
#[derive(Debug, Clone)]
pub(super) struct OwnerColumns {
    pub(super) kind: &'static str,
    pub(super) id: Option<String>,
}

/// Visibility in two columns: archiving keeps how far a thing reached before, so that an
/// archived private plan stays its coach's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ReachColumns {
    /// `private`, `club`, `official`; `None`: as it was, private for something new.
    pub(super) reach: Option<&'static str>,
    pub(super) archived: bool,
}

impl From<Visibility> for ReachColumns {
    fn from(visibility: Visibility) -> Self {
        match visibility {
            Visibility::Private => Self { reach: Some("private"), archived: false },
            Visibility::Club => Self { reach: Some("club"), archived: false },
            Visibility::Official => Self { reach: Some("official"), archived: false },
            Visibility::Archived => Self { reach: None, archived: true },
        }
    }
}

impl From<&Owner> for OwnerColumns {
    fn from(owner: &Owner) -> Self {
        match owner {
            Owner::Group(id) => Self { kind: "group", id: Some(id.to_string()) },
            Owner::Athlete(id) => Self { kind: "athlete", id: Some(id.to_string()) },
            Owner::Nobody => Self { kind: "nobody", id: None },
        }
    }
}

impl OwnerColumns {
    /// The owner the columns stand for; an unknown kind is nobody.
    pub(super) fn owner(kind: &str, id: Option<&str>) -> Owner {
        match (kind, id) {
            ("group", Some(id)) => Owner::Group(GroupId::new(id)),
            ("athlete", Some(id)) => Owner::Athlete(AthleteId::new(id)),
            _ => Owner::Nobody,
        }
    }
}

impl UnitColumns {
    pub(super) fn of(unit: &Unit) -> Result<Self, StoreError> {
        let place = unit.place.as_ref();
        let slot = unit.slot.as_ref();
        Ok(Self {
            id: unit.id.to_string(),
            title: unit.title.clone(),
            owner: OwnerColumns::from(&unit.owner),
            date: unit.date.as_ref().map(Date::to_string),
            minutes: unit.minutes,
            program: place.map(|place| place.program.to_string()),
            week: place.map(|place| place.week),
            day: place.map(|place| place.day),
            framework: slot.map(|(framework, _)| framework.to_string()),
            slot: slot.map(|(_, slot)| slot.to_string()),
            done: unit.done,
            reach: unit.visibility.into(),
            document: json(Thing::Unit, unit.id.as_str(), unit)?,
        })
    }
}

impl ProgramColumns {
    pub(super) fn of(program: &Program) -> Result<Self, StoreError> {
        let head = Program { weeks: Vec::new(), ..program.clone() };
        Ok(Self {
            id: head.id.to_string(),
            title: head.title.clone(),
            owner: OwnerColumns::from(&head.owner),
            start: head.start.as_ref().map(Date::to_string),
            weeks: head.profile.weeks(),
            document: json(Thing::Program, head.id.as_str(), &head)?,
        })
    }
}

impl WeekColumns {
    pub(super) fn of(week: &Week) -> Result<Self, StoreError> {
        let head = Week {
            index: week.index,
            phase: week.phase,
            intent: week.intent.clone(),
            units: Vec::new(),
        };
        Ok(Self {
            index: week.index,
            document: json(Thing::Program, &format!("week {}", week.index), &head)?,
            units: week.units.iter().map(UnitColumns::of).collect::<Result<_, _>>()?,
        })
    }
}

impl FrameworkColumns {
    pub(super) fn of(framework: &Framework) -> Result<Self, StoreError> {
        Ok(Self {
            id: framework.id.to_string(),
            title: framework.title.clone(),
            reach: framework.visibility.into(),
            document: json(Thing::Framework, framework.id.as_str(), framework)?,
        })
    }
}

impl ChangeColumns {
    /// `forth` does the step, `back` takes it back.
    pub(super) fn of(
        change: Change<'_>,
        forth: &PlanEdit,
        back: &PlanEdit,
    ) -> Result<Self, StoreError> {
        let id = change.unit_after.id.as_str();
        Ok(Self {
            unit: UnitColumns::of(change.unit_after)?,
            edit: json(Thing::Edit, id, forth)?,
            inverse: json(Thing::Edit, id, back)?,
            base_version: change.base_version,
        })
    }
}

impl StarterColumns {
    pub(super) fn of(starter: Starter) -> Result<Self, StoreError> {
        let bookmark = starter.bookmark.as_ref().map(|place| json(Thing::Setting, BOOKMARK, place));
        Ok(Self {
            frameworks: starter
                .frameworks
                .iter()
                .map(FrameworkColumns::of)
                .collect::<Result<_, _>>()?,
            units: starter.units.iter().map(UnitColumns::of).collect::<Result<_, _>>()?,
            settings: bookmark.transpose()?.map(|value| (BOOKMARK, value)).into_iter().collect(),
            club: starter.club,
            coach: starter.coach,
            groups: starter.groups,
            athletes: starter.athletes,
        })
    }
}

/// A value as JSON.
pub(super) fn json<T: Serialize>(thing: Thing, id: &str, value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| unreadable(thing, id, &error))
}

/// A value from JSON.
pub(super) fn read<T: DeserializeOwned>(
    thing: Thing,
    id: &str,
    text: &str,
) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|error| unreadable(thing, id, &error))
}

fn unreadable(thing: Thing, id: &str, error: &serde_json::Error) -> StoreError {
    StoreError::Unreadable { thing, id: id.to_owned(), detail: error.to_string() }
}
