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
    /// `W`, `Rest Timer`, or a number.
    SetOrder,
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
            _ => Column::Other,
        };
    }
    match folded.as_str() {
        "date" | "start_time" | "starttime" | "date (yyyy/mm/dd)" => Column::Date,
        "workout name" | "title" | "name" => Column::Workout,
        "exercise" | "exercise name" | "exercise_title" => Column::Exercise,
        "set order" | "set_type" | "set_index" => Column::SetOrder,
        "weight" => Column::Weight,
        "weight_kg" | "weight (kg)" => Column::WeightIn(LoadUnit::Kg),
        "weight_lbs" | "weight (lbs)" | "weight (lb)" => Column::WeightIn(LoadUnit::Lb),
        "weight unit" => Column::WeightUnit,
        "reps" => Column::Reps,
        "distance" => Column::Distance,
        "distance_km" => Column::DistanceIn(1_000.0),
        "distance_miles" => Column::DistanceIn(1_609.0),
        "distance_meters" => Column::DistanceIn(1.0),
        "distance unit" => Column::DistanceUnit,
        "seconds" | "duration_seconds" | "time" => Column::Seconds,
        "rpe" => Column::Rpe,
        "rir" => Column::Rir,
        "superset_id" => Column::Superset,
        _ => Column::Other,
    }
}
