//! Refuses what makes no sense: numbers out of range and ids nobody knows, each by name.

use std::collections::BTreeSet;

use super::PlannerError;
use super::ranges::range;
use crate::domain::{
    AthleteProfile, CatalogueKind, EquipmentId, ExerciseId, GroupProfile, Profile,
};
use crate::library::Library;

/// Checks a profile against its ranges and the library.
///
/// # Errors
/// [`PlannerError::OutOfRange`] or [`PlannerError::UnknownId`] for the first field that is wrong.
pub fn check(profile: &Profile, library: &Library) -> Result<(), PlannerError> {
    match profile {
        Profile::Athlete(profile) => athlete(profile, library),
        Profile::Group(profile) => group(profile, library),
    }
}

fn athlete(profile: &AthleteProfile, library: &Library) -> Result<(), PlannerError> {
    ranged("weeks", profile.weeks.into())?;
    ranged("days_per_week", profile.days_per_week.into())?;
    ranged("minutes", profile.minutes.into())?;
    profile.age.map_or(Ok(()), |age| ranged("age", age.into()))?;
    profile.weight_kg.map_or(Ok(()), |kg| ranged("weight_kg", kg.into()))?;
    profile.height_cm.map_or(Ok(()), |cm| ranged("height_cm", cm.into()))?;
    contest(profile.contest_week, profile.weeks)?;
    for (exercise, kg) in &profile.one_rm_kg {
        known_exercise("one_rm_kg", exercise, library)?;
        ranged("one_rm_kg", f64::from(*kg))?;
    }
    equipment(profile.equipment.as_deref(), library)
}

fn group(profile: &GroupProfile, library: &Library) -> Result<(), PlannerError> {
    ranged("weeks", profile.weeks.into())?;
    ranged("units_per_week", profile.units_per_week.into())?;
    ranged("minutes", profile.minutes.into())?;
    ranged("size", profile.size.into())?;
    profile.age_min.map_or(Ok(()), |age| ranged("age_min", age.into()))?;
    let oldest = profile.age_min.map_or(3, u32::from);
    profile.age_max.map_or(Ok(()), |age| within("age_max", age.into(), oldest, 100))?;
    let mixed: u32 = profile.level_mix.values().map(|count| u32::from(*count)).sum();
    within("level_mix", mixed.into(), 0, profile.size.into())?;
    known("target_group", CatalogueKind::TargetGroups, profile.target_group.as_str(), library)?;
    if let Some(style) = &profile.style {
        known("style", CatalogueKind::StyleDirections, style.as_str(), library)?;
    }
    for (skill, weight) in &profile.skills {
        known("skills", CatalogueKind::Skills, skill.as_str(), library)?;
        ranged("skills", f64::from(*weight))?;
    }
    for thing in profile.devices.keys() {
        known("devices", CatalogueKind::Equipment, thing.as_str(), library)?;
    }
    for exercise in &profile.known {
        known_exercise("known", exercise, library)?;
    }
    for unit in &profile.history {
        ranged("history", unit.days_ago.into())?;
        for exercise in &unit.exercises {
            known_exercise("history", exercise, library)?;
        }
    }
    contest(profile.contest_week, profile.weeks)?;
    equipment(profile.equipment.as_deref(), library)
}

/// A contest lies within the program.
fn contest(week: Option<u16>, weeks: u16) -> Result<(), PlannerError> {
    week.map_or(Ok(()), |week| within("contest_week", week.into(), 1, weeks.into()))
}

/// The field's own range.
fn ranged(field: &'static str, value: f64) -> Result<(), PlannerError> {
    range(field).map_or(Ok(()), |(min, max)| within(field, value, min, max))
}

fn within(field: &'static str, value: f64, min: u32, max: u32) -> Result<(), PlannerError> {
    if (f64::from(min)..=f64::from(max)).contains(&value) {
        Ok(())
    } else {
        Err(PlannerError::OutOfRange { field, value: format!("{value}"), min, max })
    }
}

fn equipment(things: Option<&[EquipmentId]>, library: &Library) -> Result<(), PlannerError> {
    let mut seen = BTreeSet::new();
    for thing in things.unwrap_or_default() {
        if seen.insert(thing) {
            known("equipment", CatalogueKind::Equipment, thing.as_str(), library)?;
        }
    }
    Ok(())
}

fn known(
    field: &'static str,
    kind: CatalogueKind,
    id: &str,
    library: &Library,
) -> Result<(), PlannerError> {
    match library.catalogues().entry(kind, id) {
        Some(_) => Ok(()),
        None => Err(PlannerError::UnknownId { field, value: id.to_owned() }),
    }
}

fn known_exercise(
    field: &'static str,
    id: &ExerciseId,
    library: &Library,
) -> Result<(), PlannerError> {
    match library.get(id) {
        Some(_) => Ok(()),
        None => Err(PlannerError::UnknownId { field, value: id.to_string() }),
    }
}
