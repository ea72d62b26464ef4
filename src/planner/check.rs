//! Refuses what makes no sense: numbers out of range and ids nobody knows, each by name.

use std::collections::BTreeSet;

use super::PlannerError;
use crate::domain::{
    AthleteProfile, CatalogueKind, EquipmentId, ExerciseId, GroupProfile, Profile,
};
use crate::library::Library;

/// Days a past unit may lie back: what was done longer ago is forgotten.
const LONGEST_AGO: u32 = 3650;

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
    within("weeks", profile.weeks.into(), 1, 52)?;
    within("days_per_week", profile.days_per_week.into(), 1, 7)?;
    within("minutes", profile.minutes.into(), 20, 150)?;
    profile.age.map_or(Ok(()), |age| within("age", age.into(), 4, 100))?;
    profile.weight_kg.map_or(Ok(()), |kg| within("weight_kg", kg.into(), 15, 350))?;
    profile.height_cm.map_or(Ok(()), |cm| within("height_cm", cm.into(), 80, 250))?;
    contest(profile.contest_week, profile.weeks)?;
    for (exercise, kg) in &profile.one_rm_kg {
        known_exercise("one_rm_kg", exercise, library)?;
        within("one_rm_kg", f64::from(*kg), 1, 600)?;
    }
    equipment(profile.equipment.as_deref(), library)
}

fn group(profile: &GroupProfile, library: &Library) -> Result<(), PlannerError> {
    within("weeks", profile.weeks.into(), 1, 52)?;
    within("units_per_week", profile.units_per_week.into(), 1, 7)?;
    within("minutes", profile.minutes.into(), 20, 150)?;
    within("size", profile.size.into(), 2, 200)?;
    profile.age_min.map_or(Ok(()), |age| within("age_min", age.into(), 3, 100))?;
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
        within("skills", f64::from(*weight), 0, 1)?;
    }
    for thing in profile.devices.keys() {
        known("devices", CatalogueKind::Equipment, thing.as_str(), library)?;
    }
    for exercise in &profile.known {
        known_exercise("known", exercise, library)?;
    }
    for unit in &profile.history {
        within("history", unit.days_ago.into(), 1, LONGEST_AGO)?;
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
