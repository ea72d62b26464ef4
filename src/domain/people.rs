//! Who plans, who trains, and who may see what.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    AthleteId, AthleteProfile, ClubId, CoachId, EquipmentId, ExerciseId, FrameworkId, GroupId,
    GroupProfile, Lang, Level, SkillWeights, StyleId, TargetGroupId,
};

/// The tenant: shares library, frameworks and groups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Club {
    /// Stable id.
    pub id: ClubId,
    /// Name as the club writes it.
    pub name: String,
}

/// A user of planwright.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coach {
    /// Stable id: the login name, or the name given with `--as`.
    pub id: CoachId,
    /// The club the coach belongs to.
    pub club: ClubId,
    /// Name for people.
    pub name: String,
    /// Language of the screens, where the coach chose one.
    #[serde(default)]
    pub lang: Option<Lang>,
}

/// On whose behalf the store is asked. Every store call takes one; isolation is checked there.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Viewer {
    /// The coach who asks.
    pub coach: CoachId,
    /// The coach's club.
    pub club: ClubId,
}

/// Who may see an exercise, plan or framework.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Visibility {
    /// Only the coach who made it.
    Private,
    /// Every coach of the club.
    Club,
    /// Everyone: built in, or released by the association.
    #[default]
    Official,
    /// Nobody in lists; kept for the plans that use it.
    Archived,
}

/// People who train together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// Stable id.
    pub id: GroupId,
    /// Name on the notice board.
    pub name: String,
    /// Usual number of people.
    pub size: u16,
    /// Age of the youngest, in years.
    pub age_min: u8,
    /// Age of the oldest, in years.
    pub age_max: u8,
    /// Age and level class.
    pub target_group: TargetGroupId,
    /// Sport or school, where there is one.
    #[serde(default)]
    pub style: Option<StyleId>,
    /// How many people stand at each level.
    #[serde(default)]
    pub level_mix: BTreeMap<Level, u16>,
    /// Skills the trainer wants to develop, 0–1.
    #[serde(default)]
    pub skills: SkillWeights,
    /// What lies in the hall; empty: nobody said.
    #[serde(default)]
    pub equipment: Vec<EquipmentId>,
    /// How many of a thing there are, where somebody counted.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub devices: BTreeMap<EquipmentId, u16>,
    /// Usual minutes of a unit.
    pub minutes: u16,
    /// Meetings in a week.
    #[serde(default = "usual_units")]
    pub units_per_week: u8,
    /// Usual length of a program, in weeks.
    #[serde(default = "usual_weeks")]
    pub weeks: u16,
    /// The framework program the group follows.
    #[serde(default)]
    pub framework: Option<FrameworkId>,
    /// Exercises mastered before planwright knew the group.
    #[serde(default)]
    pub known: Vec<ExerciseId>,
}

fn usual_units() -> u8 {
    GroupProfile::default().units_per_week
}

fn usual_weeks() -> u16 {
    GroupProfile::default().weeks
}

impl Group {
    /// The group a profile describes. What belongs to one plan only stays behind: its history,
    /// contest and language. `ages` stand in where the profile names none; usually those of its
    /// target group.
    #[must_use]
    pub fn of(id: GroupId, profile: &GroupProfile, ages: (u8, u8)) -> Self {
        let youngest = profile.age_min.unwrap_or(ages.0);
        Self {
            id,
            name: profile.name.clone(),
            size: profile.size,
            age_min: youngest,
            age_max: profile.age_max.unwrap_or(ages.1).max(youngest),
            target_group: profile.target_group.clone(),
            style: profile.style.clone(),
            level_mix: profile.level_mix.clone(),
            skills: profile.skills.clone(),
            equipment: profile.equipment.clone().unwrap_or_default(),
            devices: profile.devices.clone(),
            minutes: profile.minutes,
            units_per_week: profile.units_per_week,
            weeks: profile.weeks,
            framework: None,
            known: profile.known.clone(),
        }
    }

    /// The level most people stand at; the lower one on a tie.
    #[must_use]
    pub fn usual_level(&self) -> Level {
        self.level_mix
            .iter()
            .fold(
                (Level::Beginner, 0),
                |best, (level, count)| {
                    if *count > best.1 { (*level, *count) } else { best }
                },
            )
            .0
    }
}

/// One person trained individually.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Athlete {
    /// Stable id.
    pub id: AthleteId,
    /// Name for people.
    pub name: String,
    /// Everything a program is planned from.
    pub profile: AthleteProfile,
}

/// The profile a plan for the group is made from. Where nobody said what lies in the hall, it is an
/// ordinary hall of the style.
impl From<&Group> for GroupProfile {
    fn from(group: &Group) -> Self {
        Self {
            name: group.name.clone(),
            size: group.size,
            age_min: Some(group.age_min),
            age_max: Some(group.age_max),
            target_group: group.target_group.clone(),
            style: group.style.clone(),
            level_mix: group.level_mix.clone(),
            minutes: group.minutes,
            skills: group.skills.clone(),
            units_per_week: group.units_per_week,
            weeks: group.weeks,
            equipment: Some(group.equipment.clone()).filter(|things| !things.is_empty()),
            devices: group.devices.clone(),
            known: group.known.clone(),
            ..Self::default()
        }
    }
}
