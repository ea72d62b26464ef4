//! A training log, one line per set, into a draft.

use std::collections::BTreeMap;

use csv::{ReaderBuilder, StringRecord};

use super::columns::{Column, columns};
use crate::domain::Span;
use crate::import::detect::SourceFormat;
use crate::import::draft::{Day, Draft, DraftSection, Row, Verdict};
use crate::import::fields::{Fields, LoadField, LoadUnit};
use crate::import::sets::gathered;
use crate::matching::Matcher;

/// One exercise of one day, with its sets so far.
struct Run {
    line: usize,
    date: String,
    workout: String,
    exercise: String,
    superset: String,
    sets: Vec<Fields>,
}

/// Reads a log; `None` when the format is none or the titles name no exercise.
pub(in crate::import) fn read_log(
    format: SourceFormat,
    text: &str,
    matcher: &Matcher,
) -> Option<Draft> {
    let log = matches!(
        format,
        SourceFormat::Strong
            | SourceFormat::Hevy
            | SourceFormat::FitNotes
            | SourceFormat::StrongLifts
    );
    if !log {
        return None;
    }
    let text = text.trim_start_matches('\u{feff}');
    let head = text.lines().next()?;
    let delimiter = [b',', b';', b'\t']
        .into_iter()
        .max_by_key(|delimiter| head.bytes().filter(|byte| byte == delimiter).count())?;
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    let columns = columns(reader.headers().ok()?.iter());
    if !columns.contains(&Column::Exercise) {
        return None;
    }
    let mut runs: Vec<Run> = Vec::new();
    let mut ignored = Vec::new();
    let mut record = StringRecord::new();
    while let Ok(true) = reader.read_record(&mut record) {
        let line = record.position().map_or(0, |position| position.line() as usize);
        let Some((run, sets)) = set(&columns, &record, line) else {
            ignored.push(line);
            continue;
        };
        match runs.last_mut() {
            Some(last)
                if last.exercise == run.exercise
                    && last.date == run.date
                    && last.workout == run.workout =>
            {
                last.sets.extend(sets);
            }
            _ => runs.push(Run { sets, ..run }),
        }
    }
    Some(draft(text, runs, ignored, matcher))
}

/// One record: what it belongs to, and its set or sets; `None` for timers and notes.
fn set(columns: &[Column], record: &StringRecord, line: usize) -> Option<(Run, Vec<Fields>)> {
    let mut run = Run {
        line,
        date: String::new(),
        workout: String::new(),
        exercise: String::new(),
        superset: String::new(),
        sets: Vec::new(),
    };
    let (mut fields, mut unit, mut metres) = (Fields::default(), LoadUnit::Kg, 1_000.0);
    let (mut weight, mut distance): (Option<f64>, Option<f64>) = (None, None);
    let mut numbered: BTreeMap<u8, Fields> = BTreeMap::new();
    for (column, cell) in columns.iter().zip(record) {
        let cell = cell.trim();
        if cell.is_empty() {
            continue;
        }
        let number = number(cell);
        match column {
            Column::Date => cell.clone_into(&mut run.date),
            Column::Workout => cell.clone_into(&mut run.workout),
            Column::Exercise => cell.clone_into(&mut run.exercise),
            Column::Superset => cell.clone_into(&mut run.superset),
            Column::SetOrder if cell.to_lowercase().contains("rest") || cell == "Note" => {
                return None;
            }
            Column::Weight => weight = number,
            Column::WeightIn(known) => {
                weight = number.or(weight);
                unit = *known;
            }
            Column::WeightUnit => unit = load_unit(cell),
            Column::Reps => fields.reps = number.filter(|n| *n > 0.0).map(count),
            Column::Distance => distance = number,
            Column::DistanceIn(factor) => {
                distance = number;
                metres = *factor;
            }
            Column::DistanceUnit => metres = distance_unit(cell),
            Column::Seconds => {
                let seconds = seconds(cell).filter(|seconds| *seconds > 0);
                fields.duration_s = seconds.map(Span::exactly);
            }
            Column::Rpe => fields.rpe = number.filter(|n| *n > 0.0).map(Span::exactly),
            Column::Rir => fields.rir = number.map(Span::exactly),
            Column::SetReps(at) => {
                numbered.entry(*at).or_default().reps = number.filter(|n| *n > 0.0).map(count);
            }
            Column::SetWeight(at, unit) => {
                let load = number.map(|value| LoadField::of(value, *unit));
                numbered.entry(*at).or_default().load = load;
            }
            Column::SetOrder | Column::Other => {}
        }
    }
    if run.exercise.is_empty() {
        return None;
    }
    // the hour is no part of the day
    run.date = day_of(&run.date);
    numbered.retain(|_, fields| fields.reps.is_some());
    if !numbered.is_empty() {
        return Some((run, numbered.into_values().collect()));
    }
    fields.load = weight.filter(|value| *value > 0.0).map(|value| LoadField::of(value, unit));
    fields.distance_m = distance.filter(|value| *value > 0.0).map(|value| value * metres);
    Some((run, vec![fields]))
}

fn draft(text: &str, runs: Vec<Run>, ignored: Vec<usize>, matcher: &Matcher) -> Draft {
    let mut sections: Vec<DraftSection> = Vec::new();
    let (mut last, mut days): (Option<(String, String)>, u16) = (None, 0);
    for run in runs {
        let place = (run.date.clone(), run.workout.clone());
        if last.as_ref() != Some(&place) {
            if last.as_ref().is_none_or(|(date, _)| *date != run.date) {
                days = days.saturating_add(1);
            }
            let title = if run.workout.is_empty() { run.date.clone() } else { run.workout.clone() };
            sections.push(DraftSection {
                title: title.clone(),
                day: Some(Day {
                    n: days,
                    title: format!("{} {}", run.date, run.workout).trim().to_owned(),
                }),
                ..DraftSection::default()
            });
            last = Some(place);
        }
        let found = matcher.find(&run.exercise, 6);
        let fields = gathered(run.sets);
        let row = Row {
            line: run.line,
            name: run.exercise,
            group: superset(&run.superset),
            format: None,
            prescription: fields.prescription(),
            fields,
            candidates: found.candidates,
            band: found.band,
            marks: Vec::new(),
            verdict: Verdict::Open,
        };
        if let Some(section) = sections.last_mut() {
            section.rows.push(row);
        }
    }
    Draft {
        lines: text.lines().map(str::to_owned).collect(),
        days,
        sections,
        ignored,
        ..Draft::default()
    }
}

/// Hevy numbers supersets from 0; a letter says the same.
fn superset(id: &str) -> Option<String> {
    let number: u8 = id.parse().ok()?;
    Some(char::from(b'A' + number.min(25)).to_string())
}

fn count(value: f64) -> Span<u16> {
    Span::exactly(value.clamp(0.0, 9_999.0) as u16)
}

/// A number with a point or a comma.
fn number(cell: &str) -> Option<f64> {
    cell.replace(',', ".").parse().ok().filter(|value: &f64| value.is_finite())
}

/// Seconds, as a number or as `0:01:30`.
fn seconds(cell: &str) -> Option<u32> {
    if let Some(value) = number(cell) {
        return Some(value.clamp(0.0, 864_000.0) as u32);
    }
    cell.split(':').try_fold(0_u32, |sum, part| {
        let part: f64 = part.trim().parse().ok()?;
        Some(sum.saturating_mul(60).saturating_add(part.clamp(0.0, 864_000.0) as u32))
    })
}

fn load_unit(cell: &str) -> LoadUnit {
    if cell.to_lowercase().starts_with("lb") { LoadUnit::Lb } else { LoadUnit::Kg }
}

fn distance_unit(cell: &str) -> f64 {
    match cell.to_lowercase().as_str() {
        "m" | "meter" | "meters" => 1.0,
        "mi" | "mile" | "miles" => 1_609.0,
        "yd" | "yards" => 0.9144,
        "ft" | "feet" => 0.3048,
        "cm" => 0.01,
        "in" => 0.0254,
        _ => 1_000.0,
    }
}

/// The day of a time stamp: `2019-01-11 12:31:54`, `13 Mar 2026, 15:22`.
fn day_of(stamp: &str) -> String {
    if let Some((day, _)) = stamp.split_once(',') {
        return day.trim().to_owned();
    }
    match stamp.split_once([' ', 'T']) {
        Some((day, _)) if day.len() >= 8 => day.to_owned(),
        _ => stamp.to_owned(),
    }
}
