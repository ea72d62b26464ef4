//! What a program is planned from: the contract of `--profile FILE`, and the snapshot kept in
//! every program. Defaults are those of `docs/planner.md`, step 1.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    Contraindication, EquipmentId, ExerciseId, Goal, Lang, Level, SkillWeights, StyleId,
    TargetGroupId,
};

/// A profile of either kind, told apart by `kind`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Profile {
    /// One person.
    Athlete(AthleteProfile),
    /// People who train together.
    Group(GroupProfile),
}

/// One person's program: hypertrophy with strength, beginner, three days, an hour, a full gym,
/// twelve weeks unless said otherwise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AthleteProfile {
    /// Name for titles; leaves the machine only as a pseudonym.
    pub name: String,
    /// Age in years.
    pub age: Option<u8>,
    /// Body height in centimetres.
    pub height_cm: Option<f32>,
    /// Body weight in kilograms.
    pub weight_kg: Option<f32>,
    /// Category of the goal.
    pub goal: Goal,
    /// The goal in the athlete's own words.
    pub goal_text: String,
    /// Level of training.
    pub level: Level,
    /// Length of the program, 1–52.
    pub weeks: u16,
    /// Training days in a week, 1–7.
    pub days_per_week: u8,
    /// Minutes per unit, 20–150.
    pub minutes: u16,
    /// Equipment at hand; `None` is a full gym.
    pub equipment: Option<Vec<EquipmentId>>,
    /// Regions or conditions to spare.
    pub injuries: Vec<Contraindication>,
    /// Best singles in kilograms, tested or estimated.
    pub one_rm_kg: BTreeMap<ExerciseId, f32>,
    /// Week that ends with a contest or test; what comes before it is lighter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contest_week: Option<u16>,
    /// Language of titles and notes.
    pub language: Option<Lang>,
}

impl Default for AthleteProfile {
    fn default() -> Self {
        Self {
            name: String::new(),
            age: None,
            height_cm: None,
            weight_kg: None,
            goal: Goal::StrengthHypertrophy,
            goal_text: String::new(),
            level: Level::Beginner,
            weeks: 12,
            days_per_week: 3,
            minutes: 60,
            equipment: None,
            injuries: Vec::new(),
            one_rm_kg: BTreeMap::new(),
            contest_week: None,
            language: None,
        }
    }
}

impl AthleteProfile {
    /// What a program should not be planned without, as names of fields: whom it is for, and the
    /// age, by which the rules for children and older people go. Everything else has a default.
    #[must_use]
    pub fn missing(&self) -> Vec<&'static str> {
        let needed = [("name", self.name.trim().is_empty()), ("age", self.age.is_none())];
        needed.into_iter().filter(|(_, absent)| *absent).map(|(field, _)| field).collect()
    }
}

/// A group's program.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct GroupProfile {
    /// Name for titles.
    pub name: String,
    /// Number of people.
    pub size: u16,
    /// Age of the youngest, in years.
    pub age_min: Option<u8>,
    /// Age of the oldest, in years.
    pub age_max: Option<u8>,
    /// Age and level class.
    pub target_group: TargetGroupId,
    /// Sport or school.
    pub style: Option<StyleId>,
    /// How many people stand at each level.
    pub level_mix: BTreeMap<Level, u16>,
    /// Meetings in a week, 1–7.
    pub units_per_week: u8,
    /// Minutes per unit, 20–150.
    pub minutes: u16,
    /// Length of the program, 1–52.
    pub weeks: u16,
    /// Skills to develop, 0–1; empty: what the style is made of.
    pub skills: SkillWeights,
    /// What lies in the hall; `None` is an ordinary hall of the style.
    pub equipment: Option<Vec<EquipmentId>>,
    /// How many of a thing there are, where somebody counted: `{ dumbbell = 4 }`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub devices: BTreeMap<EquipmentId, u16>,
    /// Exercises the group has mastered.
    pub known: Vec<ExerciseId>,
    /// What the group did lately, in any order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<PastUnit>,
    /// Week that ends with a contest or grading; nothing new comes in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contest_week: Option<u16>,
    /// Language of titles and notes.
    pub language: Option<Lang>,
}

/// A meeting before the program begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PastUnit {
    /// Days before the first unit of the program, from 1.
    pub days_ago: u16,
    /// What was done.
    pub exercises: Vec<ExerciseId>,
}

impl Default for GroupProfile {
    fn default() -> Self {
        Self {
            name: String::new(),
            size: 12,
            age_min: None,
            age_max: None,
            target_group: TargetGroupId::new("mixed"),
            style: None,
            level_mix: BTreeMap::new(),
            units_per_week: 2,
            minutes: 75,
            weeks: 12,
            skills: SkillWeights::new(),
            equipment: None,
            devices: BTreeMap::new(),
            known: Vec::new(),
            history: Vec::new(),
            contest_week: None,
            language: None,
        }
    }
}

impl Profile {
    /// Length of the program in weeks.
    #[must_use]
    pub const fn weeks(&self) -> u16 {
        match self {
            Self::Athlete(profile) => profile.weeks,
            Self::Group(profile) => profile.weeks,
        }
    }

    /// Units in a week.
    #[must_use]
    pub const fn days_per_week(&self) -> u8 {
        match self {
            Self::Athlete(profile) => profile.days_per_week,
            Self::Group(profile) => profile.units_per_week,
        }
    }

    /// Minutes of a unit.
    #[must_use]
    pub const fn minutes(&self) -> u16 {
        match self {
            Self::Athlete(profile) => profile.minutes,
            Self::Group(profile) => profile.minutes,
        }
    }

    /// Name of the athlete or group.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Athlete(profile) => &profile.name,
            Self::Group(profile) => &profile.name,
        }
    }
}
