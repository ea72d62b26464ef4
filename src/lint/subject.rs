//! What is known of the people who will train, and whether an exercise is possible for them.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{
    AthleteProfile, Contraindication, EquipmentId, Exercise, Goal, Group, GroupProfile, Lang,
    Level, SkillWeights, StyleId,
};
use crate::training::people_needed;

/// What is known of the people who will train.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Subject {
    /// Whether they train as a group; `None`: nothing is known.
    pub group: Option<bool>,
    /// Level of the athlete, or the one most of the group stand at.
    pub level: Option<Level>,
    /// Age of the athlete or of the youngest, in years.
    pub youngest: Option<u8>,
    /// Number of people.
    pub people: Option<u16>,
    /// What is there; `None`: not said, and not judged.
    pub equipment: Option<BTreeSet<EquipmentId>>,
    /// Regions or conditions to spare.
    pub injuries: Vec<Contraindication>,
    /// What the program is for.
    pub goal: Option<Goal>,
    /// Minutes of a unit.
    pub minutes: Option<u16>,
    /// Units in a week.
    pub days: Option<u8>,
    /// Weeks of the program.
    pub weeks: Option<u16>,
    /// Body weight in kilograms.
    pub weight_kg: Option<f32>,
    /// Skills to develop.
    pub skills: SkillWeights,
    /// Sport or school.
    pub style: Option<StyleId>,
    /// How many of a thing there are, where somebody counted.
    pub devices: BTreeMap<EquipmentId, u16>,
    /// Language of titles and remarks.
    pub lang: Option<Lang>,
}

impl From<&AthleteProfile> for Subject {
    fn from(profile: &AthleteProfile) -> Self {
        Self {
            group: Some(false),
            level: Some(profile.level),
            youngest: profile.age,
            people: Some(1),
            equipment: profile.equipment.as_deref().map(at_hand),
            injuries: profile.injuries.clone(),
            goal: Some(profile.goal),
            minutes: Some(profile.minutes),
            days: Some(profile.days_per_week),
            weeks: Some(profile.weeks),
            weight_kg: profile.weight_kg,
            lang: profile.language,
            ..Self::default()
        }
    }
}

impl From<&GroupProfile> for Subject {
    fn from(profile: &GroupProfile) -> Self {
        Self {
            group: Some(true),
            level: usual(profile.level_mix.iter()),
            youngest: profile.age_min,
            people: Some(profile.size),
            equipment: profile.equipment.as_deref().map(at_hand),
            minutes: Some(profile.minutes),
            days: Some(profile.units_per_week),
            weeks: Some(profile.weeks),
            skills: profile.skills.clone(),
            style: profile.style.clone(),
            devices: profile.devices.clone(),
            lang: profile.language,
            ..Self::default()
        }
    }
}

impl From<&Group> for Subject {
    fn from(group: &Group) -> Self {
        Self {
            group: Some(true),
            level: Some(group.usual_level()),
            youngest: Some(group.age_min),
            people: Some(group.size),
            equipment: Some(at_hand(&group.equipment)),
            minutes: Some(group.minutes),
            skills: group.skills.clone(),
            style: group.style.clone(),
            devices: group.devices.clone(),
            ..Self::default()
        }
    }
}

/// Whether the people can do it at all with what they have.
#[must_use]
pub fn suits(exercise: &Exercise, subject: &Subject) -> bool {
    subject
        .equipment
        .as_ref()
        .is_none_or(|there| exercise.possible_with(|thing| there.contains(thing)))
        && subject.youngest.is_none_or(|age| exercise.min_age <= age)
        && subject.level.is_none_or(|level| exercise.level <= level)
        && subject.people.is_none_or(|people| people_needed(exercise.partner) <= people)
        && !exercise.contra.iter().any(|tag| subject.injuries.contains(tag))
}

/// The things that are there, with what nobody lists because it is always there too: the body
/// itself, and plates where there is a bar to put them on.
#[must_use]
pub fn at_hand(things: &[EquipmentId]) -> BTreeSet<EquipmentId> {
    let mut all: BTreeSet<EquipmentId> = things.iter().cloned().collect();
    all.insert(EquipmentId::from("none"));
    if ["barbell", "trap_bar", "ez_bar", "smith"]
        .iter()
        .any(|bar| all.contains(&EquipmentId::from(*bar)))
    {
        all.insert(EquipmentId::from("plates"));
    }
    all
}

/// The level most people stand at, the lower one on a tie.
fn usual<'a>(mix: impl Iterator<Item = (&'a Level, &'a u16)>) -> Option<Level> {
    mix.fold(None, |best: Option<(Level, u16)>, (level, count)| match best {
        Some((_, most)) if *count <= most => best,
        _ => Some((*level, *count)),
    })
    .map(|(level, _)| level)
}
