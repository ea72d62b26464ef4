//! Lines that hold more than one thing: several exercises, or the cells of a table.

use super::facts::{Role, count};
use super::lines::Line;
use super::names::Names;
use super::prose::is_recovery;
use super::reading::Reading;
use super::titles::is_no_exercise;
use crate::domain::Span;
use crate::import::fields::{LoadField, LoadUnit};
use crate::import::sets::gathered;
use crate::matching::Band;

/// Several exercises on one line, parted by commas, semicolons, slashes or plus signs.
pub(super) fn parts(content: &[char], start: usize, names: &mut Names<'_>) -> Option<Vec<Reading>> {
    let mut cuts = vec![0];
    let mut depth = 0_i32;
    for (at, letter) in content.iter().enumerate() {
        let at_space = |at: usize| content.get(at).is_none_or(|c| c.is_whitespace());
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            ',' | ';' if depth == 0 && at_space(at + 1) => cuts.push(at + 1),
            '/' | '+' | '&' if depth == 0 && at_space(at + 1) && at > 0 && at_space(at - 1) => {
                cuts.push(at + 1);
            }
            _ => {}
        }
    }
    if cuts.len() < 2 {
        return None;
    }
    cuts.push(content.len() + 1);
    let mut readings: Vec<Reading> = Vec::new();
    let mut whole = 0;
    for (from, to) in cuts.iter().zip(cuts.iter().skip(1)) {
        let part: Vec<char> =
            content.iter().take(to.saturating_sub(1)).skip(*from).copied().collect();
        let reading = Reading::of(&part, start + from);
        let amount = reading.scan.fields.has_content() || reading.scan.fields.sets.is_some();
        let named = reading.name.is_some() && reading.name_words() <= 6;
        let known = named && names.band(&reading.called) >= Band::Low;
        let weighed = reading.scan.fields.load.is_some() || heavy(&reading).is_some();
        if !named && amount && weighed {
            // perhaps a further set of the same
            readings.push(reading);
            continue;
        }
        if named && amount && (known || starts_with_count(&reading)) {
            whole += 1;
        } else if !known && (!named || amount || is_no_exercise(&reading.called)) {
            return None;
        }
        readings.push(reading);
    }
    if set_by_set(&mut readings) {
        return Some(readings);
    }
    if readings.iter().any(|reading| reading.name.is_none()) {
        return None;
    }
    if let [_, further @ ..] = readings.as_slice()
        && further.iter().any(|reading| is_recovery(&reading.called))
    {
        // `4 x 1 km, 400 m jog`: what lies between, not an item
        return None;
    }
    (whole >= 2 && 2 * whole > readings.len()).then_some(readings)
}

/// A small number times a large one: repetitions and a load.
fn heavy(reading: &Reading) -> Option<(u16, f64)> {
    let (first, second) = reading.scan.product?;
    (first <= 20.0 && second >= 40.0).then_some((count(first), second))
}

/// `Squat: 75% x 5, 85% x 3`: loads with repetitions, set by set, of one name or of none.
fn set_by_set(readings: &mut Vec<Reading>) -> bool {
    // `5 x 100, 5 x 120`: nobody does so many repetitions, so these are kilograms or pounds
    if readings.iter().all(|reading| heavy(reading).is_some()) {
        for reading in readings.iter_mut() {
            let Some((reps, load)) = heavy(reading) else { continue };
            let fields = &mut reading.scan.fields;
            fields.sets = None;
            fields.reps = Some(Span::exactly(reps));
            fields.load = Some(LoadField { assumed: true, ..LoadField::of(load, LoadUnit::Kg) });
        }
    }
    let [_, further @ ..] = readings.as_slice() else { return false };
    let set = |reading: &Reading| {
        let fields = &reading.scan.fields;
        fields.load.is_some() && fields.reps.is_some()
    };
    if further.is_empty()
        || !readings.iter().all(set)
        || further.iter().any(|reading| reading.name.is_some())
    {
        return false;
    }
    let fields = gathered(readings.iter().map(|reading| reading.scan.fields.clone()));
    readings.truncate(1);
    if let Some(first) = readings.first_mut() {
        first.scan.fields = fields;
        first.scan.product = None;
    }
    true
}

/// The cells of a row of a table whose columns are parted by spaces.
#[derive(Debug)]
pub(super) struct Spaced {
    pub(super) cells: Vec<String>,
    /// Wide gaps part them, as tabs of a spreadsheet do; else every word is a cell.
    pub(super) wide: bool,
}

/// Cells parted by spaces; indented rows of wide gaps begin with an empty one.
pub(super) fn spaced(line: &Line) -> Option<Spaced> {
    let text = line.text();
    if text.contains('|') || line.is_blank() {
        return None;
    }
    let mut cells: Vec<String> = text
        .split("   ")
        .map(str::trim)
        .filter(|cell| !cell.is_empty())
        .map(str::to_owned)
        .collect();
    if cells.len() >= 3 {
        if line.indent >= 3 {
            cells.insert(0, String::new());
        }
        return Some(Spaced { cells, wide: true });
    }
    let words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
    let few = (3..=12).contains(&words.len()) && !line.bullet;
    few.then_some(Spaced { cells: words, wide: false })
}

fn starts_with_count(reading: &Reading) -> bool {
    matches!(
        reading.scan.roles.first(),
        Some(Some(Role::Reps | Role::Distance | Role::Calories | Role::Sets | Role::Format))
    )
}

/// The cells of a row of a table.
pub(super) fn cells(line: &Line) -> Option<Vec<String>> {
    let text = line.text();
    let mark = if text.matches('|').count() >= 2 {
        '|'
    } else if text.matches('\t').count() >= 2 {
        '\t'
    } else {
        return None;
    };
    let inner = text.trim_matches(mark);
    Some(inner.split(mark).map(|cell| cell.trim().to_owned()).collect())
}
