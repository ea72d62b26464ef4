//! What a store finds when it opens, begins with where there is nothing, and where a coach goes
//! on.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::domain::{
    Athlete, Club, Coach, Framework, Group, ItemId, Owner, SectionId, Unit, UnitId,
};

use super::Installed;

/// Whether the database was there before it was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It was made just now and is empty.
    Created,
    /// It was there.
    Existing,
}

/// What restoring a backup did with the database that was there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// What was kept of it.
    pub kept: Kept,
}

/// What is kept of a database that a backup took the place of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// There was none.
    Nothing,
    /// A copy of it, whole.
    Copy(PathBuf),
    /// The damaged file itself.
    Damaged(PathBuf),
}

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

/// The place a coach last worked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bookmark {
    /// Whose plans were open.
    pub owner: Owner,
    /// The unit that was open.
    #[serde(default)]
    pub unit: Option<UnitId>,
    /// The section the cursor stood in.
    #[serde(default)]
    pub section: Option<SectionId>,
    /// The item the cursor stood on.
    #[serde(default)]
    pub item: Option<ItemId>,
}

/// The setting a bookmark is kept under.
pub(in crate::store) const BOOKMARK: &str = "bookmark";
