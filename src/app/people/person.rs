//! Somebody to plan for: an athlete or a group, as the screens carry them.

use serde::{Deserialize, Serialize};

use crate::app::trainee::Who;
use crate::domain::{
    Athlete, AthleteId, AthleteProfile, Group, GroupId, GroupProfile, Lang, Owner, Profile,
};

/// Which of the two somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PersonKind {
    /// One person.
    Athlete,
    /// People who train together.
    Group,
}

/// An athlete or a group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Person {
    /// One person.
    Athlete(Athlete),
    /// People who train together.
    Group(Group),
}

impl Person {
    /// Somebody nothing is known of, whose plans speak `lang`.
    #[must_use]
    pub fn blank(kind: PersonKind, lang: Lang) -> Self {
        match kind {
            PersonKind::Athlete => Self::Athlete(Athlete {
                id: AthleteId::new(""),
                name: String::new(),
                profile: AthleteProfile { language: Some(lang), ..AthleteProfile::default() },
            }),
            PersonKind::Group => {
                Self::Group(Group::of(GroupId::new(""), &GroupProfile::default(), (0, 0)))
            }
        }
    }

    /// Which of the two.
    #[must_use]
    pub const fn kind(&self) -> PersonKind {
        match self {
            Self::Athlete(_) => PersonKind::Athlete,
            Self::Group(_) => PersonKind::Group,
        }
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Athlete(athlete) => &athlete.name,
            Self::Group(group) => &group.name,
        }
    }

    /// The id as text.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Athlete(athlete) => athlete.id.as_str(),
            Self::Group(group) => group.id.as_str(),
        }
    }

    /// As owner of plans.
    #[must_use]
    pub fn owner(&self) -> Owner {
        match self {
            Self::Athlete(athlete) => Owner::Athlete(athlete.id.clone()),
            Self::Group(group) => Owner::Group(group.id.clone()),
        }
    }

    /// What a plan for them is made from.
    #[must_use]
    pub fn profile(&self) -> Profile {
        match self {
            Self::Athlete(athlete) => Profile::Athlete(athlete.profile.clone()),
            Self::Group(group) => Profile::Group(GroupProfile::from(group)),
        }
    }
}

impl From<Person> for Who {
    fn from(person: Person) -> Self {
        match person {
            Person::Athlete(athlete) => Self::Athlete(athlete),
            Person::Group(group) => Self::Group(group),
        }
    }
}
