//! What a new store begins with: the built-in library and, where there is nobody yet, a first
//! club with something to look at. All of it in one step, so that a start that is killed half-way
//! leaves nothing half-made.

use crate::domain::{Athlete, Club, Coach, Framework, Group, Unit};

use super::columns::{FrameworkColumns, UnitColumns, json};
use super::opening::Backend;
use super::settings::BOOKMARK;
use super::{Bookmark, BuiltIn, Installed, Store, StoreError, Thing, sqlite};

/// A first club with its coach, people and plans.
#[derive(Debug, Clone, PartialEq)]
pub struct Starter {
    /// The club.
    pub club: Club,
    /// Its coach, whom everything belongs to.
    pub coach: Coach,
    /// Groups.
    pub groups: Vec<Group>,
    /// Athletes.
    pub athletes: Vec<Athlete>,
    /// Frameworks.
    pub frameworks: Vec<Framework>,
    /// Units.
    pub units: Vec<Unit>,
    /// Where the coach begins.
    pub bookmark: Option<Bookmark>,
}

/// What seeding did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Seeded {
    /// To the library.
    pub library: Installed,
    /// Whether the first club was made.
    pub club: FirstClub,
}

/// Whether seeding made the first club.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FirstClub {
    /// There were clubs already, or none was asked for.
    #[default]
    Kept,
    /// It was made.
    Made,
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

impl StarterColumns {
    fn of(starter: Starter) -> Result<Self, StoreError> {
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

impl Store {
    /// Installs the library, as [`Store::install_library`] does, and makes the first club where
    /// there is none. Asking again, from here or another process, changes nothing.
    ///
    /// # Errors
    /// [`StoreError`] of the database; nothing has changed then.
    pub async fn seed(
        &self,
        library: BuiltIn,
        starter: Option<Starter>,
    ) -> Result<Seeded, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let starter = starter.map(StarterColumns::of).transpose()?;
        database
            .write_house(move |house| sqlite::seeding::seed(house, &library, starter.as_ref()))
            .await
    }
}
