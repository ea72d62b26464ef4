//! Which column of a log holds what, by the titles that Strong, Hevy, FitNotes and StrongLifts
//! give them.

use crate::import::fields::LoadUnit;
use crate::language::fold;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Column {
    Date,
    Workout,
    Exercise,
    /// What the exercise is done with.
    Equipment,
    /// `W`, `Rest Timer`, `warmup`, or a number.
    SetOrder,
    /// `true` or `1`: a set to warm up.
    WarmUp,
    /// Weight in a unit that the text does not say.
    Weight,
    /// Weight in a unit that the title names.
    WeightIn(LoadUnit),
    WeightUnit,
    Reps,
    Distance,
    /// Distance in a unit of so many metres.
    DistanceIn(f64),
    DistanceUnit,
    Seconds,
    Rpe,
    Rir,
    Superset,
    /// Repetitions of the set with this number.
    SetReps(u8),
    /// Weight of the set with this number.
    SetWeight(u8, LoadUnit),
    /// Seconds of the set with this number.
    SetSeconds(u8),
    Other,
}

/// The columns that a row of titles names.
pub(super) fn columns<'a>(titles: impl Iterator<Item = &'a str>) -> Vec<Column> {
    titles.map(column).collect()
}

fn column(title: &str) -> Column {
    let folded = fold(title.trim_matches(['\u{feff}', ' ', '"']));
    if let Some(rest) = folded.strip_prefix("set ")
        && let Some((number, unit)) = rest.split_once(" (")
        && let Ok(number) = number.trim().parse()
    {
        return match unit.trim_end_matches(')') {
            "reps" => Column::SetReps(number),
            "kg" => Column::SetWeight(number, LoadUnit::Kg),
            "lb" | "lbs" => Column::SetWeight(number, LoadUnit::Lb),
            "time" | "s" | "sec" | "seconds" => Column::SetSeconds(number),
            _ => Column::Other,
        };
    }
    match folded.as_str() {
        "date" | "start_time" | "starttime" | "date (yyyy/mm/dd)" => Column::Date,
        "workout name" | "title" | "name" => Column::Workout,
        "exercise" | "exercise name" | "exercise_title" => Column::Exercise,
        "equipment" => Column::Equipment,
        "set order" | "set_type" => Column::SetOrder,
        "iswarmup" => Column::WarmUp,
        "weight" => Column::Weight,
        "weight_kg" | "weight (kg)" | "weight (kgs)" => Column::WeightIn(LoadUnit::Kg),
        "weight_lbs" | "weight (lbs)" | "weight (lb)" => Column::WeightIn(LoadUnit::Lb),
        "weight unit" => Column::WeightUnit,
        "reps" => Column::Reps,
        "distance" => Column::Distance,
        "distance_km" | "distance (km)" => Column::DistanceIn(1_000.0),
        "distance_miles" | "distance (miles)" | "distance (mi)" => Column::DistanceIn(MILE),
        "distance_meters" | "distance (meters)" | "distance (m)" => Column::DistanceIn(1.0),
        "distance unit" => Column::DistanceUnit,
        "seconds" | "duration_seconds" | "time" => Column::Seconds,
        "rpe" => Column::Rpe,
        "rir" => Column::Rir,
        "superset_id" => Column::Superset,
        _ => Column::Other,
    }
}

/// Metres of a mile.
pub(super) const MILE: f64 = 1_609.0;

/// Metres of a unit of distance; kilometres where it says nothing known.
pub(super) fn metres(unit: &str) -> f64 {
    match unit.to_lowercase().as_str() {
        "m" | "meter" | "meters" => 1.0,
        "mi" | "mile" | "miles" => MILE,
        "yd" | "yard" | "yards" => 0.9144,
        "ft" | "feet" => 0.3048,
        "cm" => 0.01,
        "in" => 0.0254,
        _ => 1_000.0,
    }
}
