//! Reads a profile from JSON or TOML, strictly: unknown fields and values are refused by name,
//! everything but `kind` has a default.

use serde_json::{Map, Value};

use super::ranges::range;
use super::{PlannerError, check};
use crate::domain::{AthleteProfile, Contraindication, Goal, GroupProfile, Lang, Level, Profile};
use crate::library::Library;

/// Reads a profile. Text that begins with a brace is JSON, anything else TOML.
///
/// # Errors
/// [`PlannerError`] names the field and value that cannot be used.
pub fn read_profile(text: &str, library: &Library) -> Result<Profile, PlannerError> {
    let value = parse(text)?;
    let Value::Object(mut fields) = value else {
        return Err(PlannerError::Unreadable("it is not a table of fields".into()));
    };
    let kind = match fields.remove("kind") {
        Some(Value::String(kind)) => kind,
        Some(other) => {
            return Err(PlannerError::UnknownId { field: "kind", value: other.to_string() });
        }
        None => return Err(PlannerError::NoKind),
    };
    let profile = match kind.as_str() {
        "athlete" => Profile::Athlete(athlete(fields)?),
        "group" => Profile::Group(group(fields)?),
        _ => return Err(PlannerError::UnknownId { field: "kind", value: kind }),
    };
    check(&profile, library)?;
    Ok(profile)
}

fn parse(text: &str) -> Result<Value, PlannerError> {
    let text = text.trim_start_matches('\u{feff}').trim();
    let unreadable = |reason: String| PlannerError::Unreadable(reason);
    if text.starts_with('{') || text.starts_with('[') {
        serde_json::from_str(text).map_err(|error| unreadable(error.to_string()))
    } else {
        toml::from_str(text).map_err(|error| unreadable(error.message().to_owned()))
    }
}

const ATHLETE: [&str; 15] = [
    "name",
    "age",
    "height_cm",
    "weight_kg",
    "goal",
    "goal_text",
    "level",
    "weeks",
    "days_per_week",
    "minutes",
    "equipment",
    "injuries",
    "one_rm_kg",
    "contest_week",
    "language",
];
const GROUP: [&str; 17] = [
    "name",
    "size",
    "age_min",
    "age_max",
    "target_group",
    "style",
    "level_mix",
    "units_per_week",
    "minutes",
    "weeks",
    "skills",
    "equipment",
    "devices",
    "known",
    "history",
    "contest_week",
    "language",
];

fn athlete(mut fields: Map<String, Value>) -> Result<AthleteProfile, PlannerError> {
    only(&fields, &ATHLETE)?;
    whole(
        &mut fields,
        &[
            ("age", 255),
            ("weeks", 65_535),
            ("days_per_week", 255),
            ("minutes", 65_535),
            ("contest_week", 65_535),
        ],
    )?;
    one_of(&fields, "goal", |id| Goal::from_id(id).is_some())?;
    one_of(&fields, "level", |id| Level::from_id(id).is_some())?;
    one_of(&fields, "language", is_language)?;
    all_of(&fields, "injuries", |id| Contraindication::from_id(id).is_some())?;
    read(fields)
}

fn group(mut fields: Map<String, Value>) -> Result<GroupProfile, PlannerError> {
    only(&fields, &GROUP)?;
    whole(
        &mut fields,
        &[
            ("size", 65_535),
            ("age_min", 255),
            ("age_max", 255),
            ("units_per_week", 255),
            ("minutes", 65_535),
            ("weeks", 65_535),
            ("contest_week", 65_535),
        ],
    )?;
    one_of(&fields, "language", is_language)?;
    if let Some(Value::Object(mix)) = fields.get("level_mix") {
        for level in mix.keys() {
            if Level::from_id(level).is_none() {
                return Err(PlannerError::UnknownId { field: "level_mix", value: level.clone() });
            }
        }
    }
    read(fields)
}

fn is_language(id: &str) -> bool {
    Lang::ALL.iter().any(|lang| lang.code() == id)
}

fn read<T: serde::de::DeserializeOwned>(fields: Map<String, Value>) -> Result<T, PlannerError> {
    serde_json::from_value(Value::Object(fields))
        .map_err(|error| PlannerError::Unreadable(error.to_string()))
}

fn only(fields: &Map<String, Value>, known: &[&str]) -> Result<(), PlannerError> {
    match fields.keys().find(|name| !known.contains(&name.as_str())) {
        None => Ok(()),
        Some(name) => {
            Err(PlannerError::UnknownField { name: name.clone(), known: known.join(", ") })
        }
    }
}

/// Whole numbers that fit their type: a number outside is out of range, not a matter of types.
fn whole(
    fields: &mut Map<String, Value>,
    names: &[(&'static str, u32)],
) -> Result<(), PlannerError> {
    for (field, max) in names {
        let Some(value) = fields.get(*field) else { continue };
        let fits = value.as_u64().is_some_and(|number| number <= u64::from(*max));
        if !fits && !value.is_null() {
            let value = value.to_string();
            let (min, max) = range(field).unwrap_or((0, *max));
            return Err(PlannerError::OutOfRange { field, value, min, max });
        }
    }
    Ok(())
}

fn one_of(
    fields: &Map<String, Value>,
    field: &'static str,
    known: impl Fn(&str) -> bool,
) -> Result<(), PlannerError> {
    match fields.get(field) {
        Some(Value::String(id)) if !known(id) => {
            Err(PlannerError::UnknownId { field, value: id.clone() })
        }
        _ => Ok(()),
    }
}

fn all_of(
    fields: &Map<String, Value>,
    field: &'static str,
    known: impl Fn(&str) -> bool,
) -> Result<(), PlannerError> {
    let ids = fields.get(field).and_then(Value::as_array);
    match ids.into_iter().flatten().filter_map(Value::as_str).find(|id| !known(id)) {
        Some(id) => Err(PlannerError::UnknownId { field, value: id.to_owned() }),
        None => Ok(()),
    }
}
