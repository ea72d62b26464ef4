//! What was understood as JSON, the contract of `import --dry-run --json`.

use serde_json::{Value, json};

use super::draft::{Draft, DraftSection, Row};
use super::fields::{Fields, LoadField, written};
use crate::domain::{Format, Lang};
use crate::matching::Candidate;
use crate::notation;

impl Draft {
    /// The draft as the JSON of `import --dry-run`, prescriptions written in `lang`.
    #[must_use]
    pub fn to_json(&self, lang: Lang) -> Value {
        let line =
            |number: usize| self.lines.get(number.saturating_sub(1)).map_or("", String::as_str);
        let sections: Vec<Value> = self
            .sections
            .iter()
            .map(|section| {
                let items: Vec<Value> =
                    section.rows.iter().map(|row| item(row, line(row.line), lang)).collect();
                head(section, &items)
            })
            .collect();
        let ignored: Vec<Value> = self
            .ignored
            .iter()
            .map(|number| json!({"line": number, "text": line(*number)}))
            .collect();
        json!({
            "format": self.format.id(),
            "lang": self.lang.code(),
            "days": self.days,
            "sections": sections,
            "ignored": ignored,
        })
    }
}

fn head(section: &DraftSection, items: &[Value]) -> Value {
    json!({
        "title": (!section.title.is_empty()).then_some(section.title.as_str()),
        "format": section.format.and_then(format_id),
        "rounds": section.rounds,
        "cap_s": section.cap_s,
        "day": section.day.as_ref().map(|day| json!({"n": day.n, "title": day.title})),
        "items": items,
    })
}

fn item(row: &Row, text: &str, lang: Lang) -> Value {
    let mut value = json!({
        "line": row.line,
        "text": text,
        "name": row.name,
        "group": row.group,
        "prescription": prescription(row, lang),
        "match": matched(row),
        "spans": row
            .marks
            .iter()
            .map(|mark| json!({"from": mark.from, "to": mark.to, "as": mark.role}))
            .collect::<Vec<_>>(),
    });
    if let (Some(format), Some(fields)) = (row.format.and_then(format_id), value.as_object_mut()) {
        fields.insert("format".to_owned(), json!(format));
    }
    value
}

fn prescription(row: &Row, lang: Lang) -> Value {
    let Fields { sets, reps, reps_list, amrap, load, loads_list, rpe, rir, .. } = &row.fields;
    let fields = &row.fields;
    let listed: Vec<Value> = reps_list
        .iter()
        .map(|span| if span.is_single() { json!(span.min) } else { json!([span.min, span.max]) })
        .collect();
    json!({
        "text": notation::print(&row.prescription, lang),
        "sets": sets.map(|span| span.min),
        "reps": reps.map(|span| [span.min, span.max]),
        "reps_list": (!listed.is_empty()).then_some(listed),
        "amrap": amrap,
        "load": load.map(load_value),
        "loads_list": (!loads_list.is_empty())
            .then(|| loads_list.iter().map(|load| load_value(*load)).collect::<Vec<_>>()),
        "rpe": rpe.map(|span| span.min),
        "rir": rir.map(|span| span.min),
        "duration_s": fields.duration_s.map(|span| span.min),
        "distance_m": fields.distance_m,
        "calories": fields.calories.map(|(first, _)| first),
        "rest_s": fields.rest_s.map(|span| span.min),
        "tempo": fields.tempo.map(written),
        "per_side": fields.per_side,
    })
}

fn load_value(load: LoadField) -> Value {
    let value = match load.second {
        Some(second) if !load.pair => json!([load.value, second]),
        _ => json!(load.value),
    };
    json!({"value": value, "unit": load.unit.id()})
}

fn matched(row: &Row) -> Value {
    let candidate = |candidate: &Candidate| json!({"exercise": candidate.id, "name": candidate.name, "confidence": round(candidate.confidence)});
    let exercise = row.exercise();
    let first = row.candidates.first();
    json!({
        "exercise": exercise.as_ref().map(crate::domain::ExerciseId::as_str),
        "name": exercise.as_ref().and(first).map(|first| first.name.as_str()),
        "confidence": round(first.map_or(0.0, |first| first.confidence)),
        "band": row.band.id(),
        "alternatives": row.candidates.iter().skip(1).take(5).map(candidate).collect::<Vec<_>>(),
    })
}

/// Four digits are enough for a probability.
fn round(confidence: f32) -> f64 {
    (f64::from(confidence) * 10_000.0).round() / 10_000.0
}

/// The word for a format in the contract; plain sets have none.
const fn format_id(format: Format) -> Option<&'static str> {
    Some(match format {
        Format::Rounds => "rounds",
        Format::Circuit | Format::Stations | Format::GiantSet => "circuit",
        Format::ForTime => "for_time",
        Format::AmrapTime => "amrap",
        Format::Emom => "emom",
        Format::Ladder | Format::Pyramid => "ladder",
        Format::Intervals | Format::Tabata => "intervals",
        _ => return None,
    })
}
