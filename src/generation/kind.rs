//! Kinds of base conversations: which part of the library a plan needs, so that no request
//! carries throws for a strength program or deadlifts for a judo class.

use std::collections::BTreeSet;

use crate::domain::{CatalogueKind, Category, Exercise, ExerciseId, Goal, Profile, StyleId};
use crate::library::Library;
use crate::lint::{Subject, suits};

use super::wire::IdTable;

/// What a base conversation is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum BaseKind {
    /// Strength, growth, power: one person.
    Strength,
    /// Endurance and general fitness: one person.
    Conditioning,
    /// Groups that learn a martial art.
    MartialArts,
    /// Groups of every other sport.
    Sports,
}

impl BaseKind {
    /// Every kind.
    pub const ALL: [Self; 4] =
        [Self::Strength, Self::Conditioning, Self::MartialArts, Self::Sports];

    /// The name used on the command line and in the database.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Strength => "strength",
            Self::Conditioning => "conditioning",
            Self::MartialArts => "martial_arts",
            Self::Sports => "sports",
        }
    }

    /// The kind with this name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// The kind a profile is planned with.
    #[must_use]
    pub fn of(profile: &Profile, library: &Library) -> Self {
        match profile {
            Profile::Athlete(profile) if profile.goal == Goal::Endurance => Self::Conditioning,
            Profile::Athlete(_) => Self::Strength,
            Profile::Group(profile) => match &profile.style {
                Some(style) if is_martial(style, library) => Self::MartialArts,
                _ => Self::Sports,
            },
        }
    }

    /// The exercises such plans choose from.
    #[must_use]
    pub fn pool(self, library: &Library) -> IdTable {
        let held = library.active().filter(|exercise| self.holds(exercise, library));
        IdTable::new(held.map(|exercise| exercise.id.clone()))
    }

    fn holds(self, exercise: &Exercise, library: &Library) -> bool {
        let lifted = matches!(exercise.category, Category::Strength | Category::Power);
        let gentle = matches!(exercise.category, Category::Mobility | Category::Conditioning);
        match self {
            Self::Strength => lifted || gentle,
            Self::Conditioning => {
                gentle
                    || (lifted
                        && exercise.level.rank() <= 2
                        && exercise.category != Category::Power)
            }
            Self::MartialArts | Self::Sports => {
                let martial = exercise.styles.iter().any(|style| is_martial(style, library));
                exercise.minutes.is_some()
                    && !lifted
                    && (exercise.styles.is_empty() || martial == (self == Self::MartialArts))
            }
        }
    }
}

/// What the people of a profile can do of a pool.
#[must_use]
pub fn allowed(profile: &Profile, table: &IdTable, library: &Library) -> BTreeSet<ExerciseId> {
    let subject = match profile {
        Profile::Athlete(profile) => Subject::from(profile),
        Profile::Group(profile) => Subject::from(profile),
    };
    let style = subject.style.clone();
    let of_style = |exercise: &Exercise| {
        exercise.styles.is_empty()
            || style.as_ref().is_none_or(|style| exercise.styles.contains(style))
    };
    table
        .ids()
        .iter()
        .filter(|id| library.get(id).is_some_and(|known| of_style(known) && suits(known, &subject)))
        .cloned()
        .collect()
}

fn is_martial(style: &StyleId, library: &Library) -> bool {
    library
        .catalogues()
        .entry(CatalogueKind::StyleDirections, style.as_str())
        .and_then(|entry| entry.facts.get("family"))
        .is_some_and(|family| family == "martial")
}
