//! FitNotes on iOS writes a workout as JSON too.

use serde_json::Value;

use super::log::reps;
use super::sessions::{Logged, draft};
use crate::domain::Span;
use crate::import::draft::Draft;
use crate::import::fields::{Fields, LoadField, LoadUnit};
use crate::import::format::SourceFormat;
use crate::import::refused::{MOST_ROWS, Refusal, Refused};
use crate::matching::Matcher;

/// Whether a text is a workout of FitNotes as JSON.
pub(in crate::import) fn is_fitnotes_json(text: &str) -> bool {
    let start: String = text.chars().take(2_000).filter(|c| !c.is_whitespace()).collect();
    start.starts_with(['{', '[']) && start.contains("\"type\":\"workout\"")
}

/// Reads one workout or a list of them.
pub(super) fn read_json(text: &str, matcher: &Matcher) -> Draft {
    let parsed: Value = match serde_json::from_str(text) {
        Ok(parsed) => parsed,
        Err(error) => {
            let why = Refusal::Unreadable { reason: error.to_string() };
            return Draft::refused(text, error.line().max(1), why);
        }
    };
    let one = std::slice::from_ref(&parsed);
    let workouts = parsed.as_array().map_or(one, Vec::as_slice);
    let (mut sets, mut refused) = (Vec::new(), Vec::new());
    for workout in workouts {
        for exercise in workout.get("exercises").and_then(Value::as_array).into_iter().flatten() {
            for set in exercise.get("sets").and_then(Value::as_array).into_iter().flatten() {
                match logged(workout, exercise, set) {
                    Ok(set) => sets.push(set),
                    Err(why) => refused.push(Refused { line: 1, why }),
                }
                if sets.len() > MOST_ROWS {
                    return Draft::refused(text, 1, Refusal::TooManyRows);
                }
            }
        }
    }
    draft(SourceFormat::FitNotes, text, sets, (Vec::new(), refused), matcher)
}

fn logged(workout: &Value, exercise: &Value, set: &Value) -> Result<Logged, Refusal> {
    let text = |value: &Value, key: &str| {
        value.get(key).and_then(Value::as_str).unwrap_or_default().trim().to_owned()
    };
    let kind = exercise.get("exercise").unwrap_or(&Value::Null);
    // numbers may be written as text
    let number = |key: &str| {
        let value = set.get(key)?;
        value.as_f64().or_else(|| value.as_str()?.trim().replace(',', ".").parse().ok())
    };
    let positive = |key: &str| number(key).filter(|value| *value > 0.0 && value.is_finite());
    let pounds = positive("weightLbs").map(|value| LoadField::of(value, LoadUnit::Lb));
    let kilos = positive("weightKg").map(|value| LoadField::of(value, LoadUnit::Kg));
    let effort = |key: &str| number(key).filter(|it| (0.0..=10.0).contains(it)).map(Span::exactly);
    let distance = positive("distance").map(|value| value * unit(set.get("distanceUnit")));
    let fields = Fields {
        reps: reps(number("reps").unwrap_or(0.0), &text(set, "reps"))?,
        load: kilos.or(pounds),
        duration_s: positive("time").map(|it| Span::exactly(it.min(864_000.0) as u32)),
        distance_m: distance,
        rpe: effort("rpe").filter(|rpe| rpe.min > 0.0),
        rir: effort("rir"),
        ..Fields::default()
    };
    let date = ["date", "startTime", "start"].iter().map(|key| text(workout, key));
    let superset = exercise.get("superset").filter(|it| !it.is_null()).map(Value::to_string);
    Ok(Logged {
        line: 1,
        date: date.into_iter().find(|date| !date.is_empty()).unwrap_or_default(),
        workout: text(workout, "name"),
        exercise: text(kind, "name"),
        superset: superset.unwrap_or_default(),
        warm_up: set.get("isWarmup").and_then(Value::as_bool).unwrap_or(false),
        fields,
        ..Logged::default()
    })
}

/// Metres of a unit by its number: 1 mile, 2 metre, 3 kilometre, 4 foot, 5 yard, 6 centimetre,
/// 7 inch (the program's own documentation).
fn unit(number: Option<&Value>) -> f64 {
    match number.and_then(Value::as_u64) {
        Some(1) => super::columns::MILE,
        Some(3) => 1_000.0,
        Some(4) => 0.3048,
        Some(5) => 0.9144,
        Some(6) => 0.01,
        Some(7) => 0.0254,
        _ => 1.0,
    }
}
