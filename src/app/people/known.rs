//! What the plans tell of somebody.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Person;
use crate::domain::{ExerciseId, FrameworkId};

/// Somebody in the list, with how much is planned for them.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// Who it is.
    pub person: Person,
    /// Units there are for them.
    pub units: usize,
    /// The day of the first.
    pub since: Option<Date>,
}

/// A framework a group can follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrameworkCard {
    /// Its id.
    pub id: FrameworkId,
    /// Its title.
    pub title: String,
}

/// What the units of somebody tell: planned, imported, logged.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Known {
    /// Units there are.
    pub units: usize,
    /// Those that took place.
    pub done: usize,
    /// The day of the first.
    pub since: Option<Date>,
    /// Best singles that logged sets speak of, in kilograms.
    pub bests: BTreeMap<ExerciseId, f64>,
}
