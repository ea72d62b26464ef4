//! A training log, one line per set, into sets.

use std::collections::BTreeMap;

use csv::{ReaderBuilder, StringRecord};

use super::columns::{Column, columns, metres};
use super::sessions::{Logged, draft};
use crate::domain::Span;
use crate::import::draft::Draft;
use crate::import::fields::{Fields, LoadField, LoadUnit};
use crate::import::format::SourceFormat;
use crate::import::refused::{MOST_REPS, MOST_ROWS, Refusal, Refused};
use crate::matching::Matcher;

/// Reads a log with a row of titles; what cannot be read of it is refused line by line.
pub(super) fn read_table(format: SourceFormat, text: &str, matcher: &Matcher) -> Draft {
    let text = text.trim_start_matches('\u{feff}');
    let head = text.lines().next().unwrap_or_default();
    let delimiter = [b',', b';', b'\t']
        .into_iter()
        .max_by_key(|delimiter| head.bytes().filter(|byte| byte == delimiter).count())
        .unwrap_or(b',');
    let delimiter =
        if head.contains("    ") && !head.contains([',', ';']) { b' ' } else { delimiter };
    // tabs came in as four spaces
    let spaced: String;
    let (text, delimiter) = if delimiter == b' ' {
        spaced = text.replace("    ", "\t");
        (spaced.as_str(), b'\t')
    } else {
        (text, delimiter)
    };
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    let titles: Vec<String> =
        reader.headers().map(|row| row.iter().map(str::to_owned).collect()).unwrap_or_default();
    let columns = columns(titles.iter().map(String::as_str));
    if !columns.contains(&Column::Exercise) {
        return Draft::refused(text, 1, Refusal::NoExercises);
    }
    let (mut sets, mut ignored, mut refused) = (Vec::new(), Vec::new(), Vec::new());
    let mut record = StringRecord::new();
    let mut rows = 0;
    while let Ok(true) = reader.read_record(&mut record) {
        let line = record.position().map_or(0, |position| position.line() as usize);
        rows += 1;
        if rows > MOST_ROWS {
            return Draft::refused(text, line, Refusal::TooManyRows);
        }
        match set(&columns, &titles, &record, line) {
            Ok(Some(read)) => sets.extend(read),
            Ok(None) => ignored.push(line),
            Err(why) => {
                ignored.push(line);
                refused.push(Refused { line, why });
            }
        }
    }
    draft(format, text, sets, (ignored, refused), matcher)
}

/// One record: its set or sets; `None` for timers and notes.
fn set(
    columns: &[Column],
    titles: &[String],
    record: &StringRecord,
    line: usize,
) -> Result<Option<Vec<Logged>>, Refusal> {
    let mut set = Logged { line, ..Logged::default() };
    let (mut unit, mut distance_m) = (None, 1_000.0);
    let (mut weight, mut distance): (Option<f64>, Option<f64>) = (None, None);
    let mut numbered: BTreeMap<u8, Fields> = BTreeMap::new();
    let mut equipment = "";
    for ((column, title), cell) in columns.iter().zip(titles).zip(record) {
        let cell = cell.trim();
        if cell.is_empty() || *column == Column::Other {
            continue;
        }
        let number = || {
            number(cell)
                .ok_or_else(|| Refusal::Number { column: title.clone(), written: cell.to_owned() })
        };
        let positive = || number().map(|value| Some(value).filter(|value| *value > 0.0));
        match column {
            Column::Date => cell.clone_into(&mut set.date),
            Column::Workout => cell.clone_into(&mut set.workout),
            Column::Exercise => cell.clone_into(&mut set.exercise),
            Column::Equipment => equipment = cell,
            Column::Superset => cell.clone_into(&mut set.superset),
            Column::SetOrder => {
                let order = cell.to_lowercase();
                if order.contains("rest") || order == "note" {
                    return Ok(None);
                }
                set.warm_up |= order == "w" || order.contains("warm");
                set.fields.amrap |= order == "f" || order == "failure";
            }
            Column::WarmUp => {
                set.warm_up = matches!(cell.to_lowercase().as_str(), "1" | "true" | "yes");
            }
            Column::Weight => weight = positive()?,
            Column::WeightIn(known) => {
                weight = positive()?.or(weight);
                unit = Some(*known);
            }
            Column::WeightUnit => unit = Some(load_unit(cell)),
            Column::Reps => set.fields.reps = reps(number()?, cell)?,
            Column::Distance => distance = positive()?,
            Column::DistanceIn(factor) => {
                distance = positive()?;
                distance_m = *factor;
            }
            Column::DistanceUnit => distance_m = metres(cell),
            Column::Seconds => set.fields.duration_s = time(cell, title)?,
            Column::Rpe => set.fields.rpe = positive()?.filter(|n| *n <= 10.0).map(Span::exactly),
            Column::Rir => {
                let rir = Some(number()?).filter(|n| (0.0..=10.0).contains(n));
                set.fields.rir = rir.map(Span::exactly);
            }
            Column::SetReps(at) => {
                numbered.entry(*at).or_default().reps = reps(number()?, cell)?;
            }
            Column::SetWeight(at, unit) => {
                let load = positive()?.map(|value| LoadField::of(value, *unit));
                numbered.entry(*at).or_default().load = load;
            }
            Column::SetSeconds(at) => {
                numbered.entry(*at).or_default().duration_s = time(cell, title)?;
            }
            Column::Other => {}
        }
    }
    if set.exercise.is_empty() {
        return Ok(None);
    }
    if !equipment.is_empty() && !matches!(equipment.to_lowercase().as_str(), "none" | "other") {
        set.called = format!("{} ({equipment})", set.exercise);
    }
    numbered.retain(|_, fields| fields.has_content());
    if !numbered.is_empty() {
        let each = numbered.into_values();
        return Ok(Some(each.map(|fields| Logged { fields, ..set.clone() }).collect()));
    }
    set.fields.load = weight.map(|value| LoadField {
        assumed: unit.is_none(),
        ..LoadField::of(value, unit.unwrap_or(LoadUnit::Kg))
    });
    set.fields.distance_m = distance.map(|value| value * distance_m);
    Ok(Some(vec![set]))
}

/// Repetitions of a set; none for a zero.
pub(super) fn reps(value: f64, written: &str) -> Result<Option<Span<u16>>, Refusal> {
    if value > f64::from(MOST_REPS) {
        return Err(Refusal::Reps { written: written.to_owned() });
    }
    Ok((value > 0.0).then(|| Span::exactly(value as u16)))
}

/// A number with a point or a comma.
fn number(cell: &str) -> Option<f64> {
    cell.replace(',', ".").parse().ok().filter(|value: &f64| value.is_finite())
}

/// Seconds, as a number or as `0:01:30`; none for a zero.
fn time(cell: &str, title: &str) -> Result<Option<Span<u32>>, Refusal> {
    let seconds = number(cell).map(|value| value.clamp(0.0, DAYS) as u32).or_else(|| {
        cell.split(':').try_fold(0_u32, |sum, part| {
            let part: f64 = part.trim().parse().ok()?;
            Some(sum.saturating_mul(60).saturating_add(part.clamp(0.0, DAYS) as u32))
        })
    });
    let wrong = || Refusal::Number { column: title.to_owned(), written: cell.to_owned() };
    Ok(Some(seconds.ok_or_else(wrong)?).filter(|it| *it > 0).map(Span::exactly))
}

/// Longest time of a set in seconds: ten days.
const DAYS: f64 = 864_000.0;

fn load_unit(cell: &str) -> LoadUnit {
    if cell.to_lowercase().starts_with("lb") { LoadUnit::Lb } else { LoadUnit::Kg }
}
