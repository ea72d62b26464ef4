//! The rows of the form for an athlete or a group, and how each is changed.

use serde::{Deserialize, Serialize};

use crate::app::people::PersonKind;
use crate::domain::{CatalogueKind, Level};

/// A row of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Row {
    /// The name.
    Name,
    /// Age in years.
    Age,
    /// Body height.
    Height,
    /// Body weight.
    Weight,
    /// Category of the goal.
    Goal,
    /// The goal in own words.
    GoalText,
    /// Level of training.
    Level,
    /// Number of people.
    Size,
    /// Age of the youngest.
    AgeMin,
    /// Age of the oldest.
    AgeMax,
    /// Age and level class.
    TargetGroup,
    /// Sport or school.
    Style,
    /// How many people stand at a level.
    Share(Level),
    /// Skills to develop.
    Skills,
    /// The framework program the group follows.
    Framework,
    /// Units in a week.
    Days,
    /// Minutes of a unit.
    Minutes,
    /// Length of a program.
    Weeks,
    /// What is at hand.
    Equipment,
    /// How many of a thing there are.
    Devices,
    /// What to spare.
    Injuries,
    /// Exercises mastered already.
    Mastered,
    /// Best single of an exercise.
    Lift(usize),
    /// Room for one more best single.
    AddLift,
    /// Week that ends with a contest or test.
    Contest,
    /// Language of titles and notes.
    Language,
    /// What is said to language models.
    Consent,
    /// What the plans tell.
    History,
}

/// How a row is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// By typing.
    Text,
    /// By going through a few values.
    Cycle,
    /// By picking from a list of the library.
    List(CatalogueKind),
    /// By picking from the exercises.
    Exercises,
    /// By picking from the frameworks.
    Frameworks,
    /// By searching for an exercise.
    Search,
    /// Not at all: it is known from elsewhere.
    Known,
}

impl Row {
    /// The rows for an athlete with so many best singles.
    #[must_use]
    pub fn of_athlete(lifts: usize) -> Vec<Self> {
        let mut rows = vec![
            Self::Name,
            Self::Age,
            Self::Height,
            Self::Weight,
            Self::Goal,
            Self::GoalText,
            Self::Level,
            Self::Days,
            Self::Minutes,
            Self::Weeks,
            Self::Equipment,
            Self::Injuries,
        ];
        rows.extend((0..lifts).map(Self::Lift));
        rows.extend([Self::AddLift, Self::Contest, Self::Language, Self::Consent, Self::History]);
        rows
    }

    /// The rows for a group.
    #[must_use]
    pub fn of_group() -> Vec<Self> {
        let mut rows = vec![
            Self::Name,
            Self::Size,
            Self::TargetGroup,
            Self::AgeMin,
            Self::AgeMax,
            Self::Style,
        ];
        rows.extend(Level::ALL.iter().copied().map(Self::Share));
        rows.extend([
            Self::Skills,
            Self::Days,
            Self::Minutes,
            Self::Weeks,
            Self::Equipment,
            Self::Devices,
            Self::Mastered,
            Self::Framework,
            Self::Consent,
            Self::History,
        ]);
        rows
    }

    /// How it is changed.
    #[must_use]
    pub const fn sort(self) -> Sort {
        match self {
            Self::Name
            | Self::Age
            | Self::Height
            | Self::Weight
            | Self::GoalText
            | Self::Size
            | Self::AgeMin
            | Self::AgeMax
            | Self::Share(_)
            | Self::Days
            | Self::Minutes
            | Self::Weeks
            | Self::Lift(_)
            | Self::Contest => Sort::Text,
            Self::Goal | Self::Level | Self::Language | Self::Consent => Sort::Cycle,
            Self::TargetGroup => Sort::List(CatalogueKind::TargetGroups),
            Self::Style => Sort::List(CatalogueKind::StyleDirections),
            Self::Skills => Sort::List(CatalogueKind::Skills),
            Self::Equipment | Self::Devices => Sort::List(CatalogueKind::Equipment),
            Self::Injuries => Sort::List(CatalogueKind::Contraindications),
            Self::Mastered => Sort::Exercises,
            Self::Framework => Sort::Frameworks,
            Self::AddLift => Sort::Search,
            Self::History => Sort::Known,
        }
    }

    /// Key of its name in the message catalogue; best singles are named by their exercises.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Name => "person-name",
            Self::Age => "person-age",
            Self::Height => "person-height",
            Self::Weight => "person-weight",
            Self::Goal => "person-goal",
            Self::GoalText => "person-goal-text",
            Self::Level => "person-level",
            Self::Size => "person-size",
            Self::AgeMin => "person-age-min",
            Self::AgeMax => "person-age-max",
            Self::TargetGroup => "person-target-group",
            Self::Style => "person-style",
            Self::Share(Level::Beginner) => "person-beginners",
            Self::Share(Level::Intermediate) => "person-intermediates",
            Self::Share(Level::Advanced) => "person-advanced",
            Self::Share(Level::Elite) => "person-elite",
            Self::Skills => "person-skills",
            Self::Framework => "person-framework",
            Self::Days => "person-days",
            Self::Minutes => "person-minutes",
            Self::Weeks => "person-weeks",
            Self::Equipment => "person-equipment",
            Self::Devices => "person-devices",
            Self::Injuries => "person-injuries",
            Self::Mastered => "person-mastered",
            Self::Lift(_) => "person-lift",
            Self::AddLift => "person-add-lift",
            Self::Contest => "person-contest",
            Self::Language => "person-language",
            Self::Consent => "person-consent",
            Self::History => "person-history",
        }
    }

    /// The field of a profile it shows, if it shows one.
    #[must_use]
    pub const fn of_profile(self, kind: PersonKind) -> Option<&'static str> {
        match self {
            Self::Name => Some("name"),
            Self::Goal => Some("goal"),
            Self::GoalText => Some("goal_text"),
            Self::Level => Some("level"),
            Self::TargetGroup => Some("target_group"),
            Self::Style => Some("style"),
            Self::Skills => Some("skills"),
            Self::Equipment => Some("equipment"),
            Self::Devices => Some("devices"),
            Self::Injuries => Some("injuries"),
            Self::Mastered => Some("known"),
            Self::AddLift => Some("one_rm_kg"),
            Self::Language => Some("language"),
            Self::Days if matches!(kind, PersonKind::Group) => Some("units_per_week"),
            _ => self.field(),
        }
    }

    /// The field of a profile it stands for, where it is a number with a range.
    #[must_use]
    pub const fn field(self) -> Option<&'static str> {
        match self {
            Self::Age => Some("age"),
            Self::Height => Some("height_cm"),
            Self::Weight => Some("weight_kg"),
            Self::Size => Some("size"),
            Self::AgeMin => Some("age_min"),
            Self::AgeMax => Some("age_max"),
            Self::Share(_) => Some("level_mix"),
            Self::Days => Some("days_per_week"),
            Self::Minutes => Some("minutes"),
            Self::Weeks => Some("weeks"),
            Self::Contest => Some("contest_week"),
            Self::Lift(_) => Some("one_rm_kg"),
            _ => None,
        }
    }
}
