//! Whoever a unit is for.

use crate::domain::{Athlete, Framework, Group, Owner, Unit};

/// Whoever a unit is for, with what the search wants to know.
#[derive(Debug, Clone, PartialEq)]
pub struct Trainee {
    /// Group or athlete.
    pub who: Who,
    /// Units of late, newest first.
    pub recent: Vec<Unit>,
    /// The framework the group follows.
    pub framework: Option<Framework>,
}

/// Group or athlete.
#[derive(Debug, Clone, PartialEq)]
pub enum Who {
    /// People who train together.
    Group(Group),
    /// One person.
    Athlete(Athlete),
    /// Nobody: a template.
    Nobody,
}

impl Who {
    /// The name on the chips.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Group(group) => &group.name,
            Self::Athlete(athlete) => &athlete.name,
            Self::Nobody => "",
        }
    }

    /// Usual minutes of a unit.
    #[must_use]
    pub const fn minutes(&self) -> Option<u16> {
        match self {
            Self::Group(group) => Some(group.minutes),
            Self::Athlete(athlete) => Some(athlete.profile.minutes),
            Self::Nobody => None,
        }
    }

    /// As owner of a unit.
    #[must_use]
    pub fn owner(&self) -> Owner {
        match self {
            Self::Group(group) => Owner::Group(group.id.clone()),
            Self::Athlete(athlete) => Owner::Athlete(athlete.id.clone()),
            Self::Nobody => Owner::Nobody,
        }
    }
}
