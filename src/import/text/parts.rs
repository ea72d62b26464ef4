//! Lines that hold more than one thing: several exercises, or the cells of a table.

use super::facts::{Organisation, Role, count};
use super::lines::{Line, TAB};
use super::names::Names;
use super::prose::is_recovery;
use super::reading::Reading;
use super::titles::is_no_exercise;
use crate::domain::Span;
use crate::import::fields::{LoadField, LoadUnit};
use crate::import::sets::gathered;
use crate::matching::Band;

/// Several exercises on one line, parted by commas, semicolons, slashes, plus signs, or words.
pub(super) fn parts(content: &[char], start: usize, names: &mut Names<'_>) -> Option<Vec<Reading>> {
    let (cuts, supersets) = cuts(content);
    if cuts.len() < 2 {
        return None;
    }
    let mut readings: Vec<Reading> = Vec::new();
    let mut rests: Vec<Reading> = Vec::new();
    let mut whole = 0;
    for (from, to) in cuts {
        let part: Vec<char> = content.iter().take(to).skip(from).copied().collect();
        let mut reading = Reading::of(&part, start + from);
        reading.take_count(&part, names);
        let amount = reading.scan.fields.has_content() || reading.scan.fields.sets.is_some();
        let named = reading.name.is_some() && reading.name_words() <= 6;
        if !readings.is_empty() && rests_only(&reading) {
            if named {
                return None;
            }
            rests.push(reading);
            continue;
        }
        if !named && amount && (is_weighed(&reading) || is_interval(&reading)) {
            // perhaps a further set of the same, or an interval, which needs no name
            whole += usize::from(is_interval(&reading));
            readings.push(reading);
            continue;
        }
        let known = named && names.band(&reading.called) >= Band::Low;
        if named && amount && (known || starts_with_count(&reading) && !is_manner(&reading)) {
            whole += 1;
        } else if !known && (!named || amount || is_no_exercise(&reading.called)) {
            return None;
        }
        readings.push(reading);
    }
    if set_by_set(&mut readings) {
        return Some(readings);
    }
    if readings.iter().any(|reading| reading.name.is_none() && !is_interval(reading)) {
        return None;
    }
    if let [_, further @ ..] = readings.as_slice()
        && further.iter().any(|reading| is_recovery(&reading.called))
    {
        // `4 x 1 km, 400 m jog`: what lies between, not an item
        return None;
    }
    for rest in &rests {
        readings.iter_mut().for_each(|reading| reading.scan.fields.fill(&rest.scan.fields));
    }
    if supersets && let Some(first) = readings.first_mut() {
        first.scan.organisation.get_or_insert(Organisation::Superset);
    }
    (whole >= 2 && 2 * whole > readings.len()).then_some(readings)
}

/// Where each part begins and ends, and whether a word parts them that makes a superset of two.
fn cuts(content: &[char]) -> (Vec<(usize, usize)>, bool) {
    let (mut parts, mut from, mut depth, mut supersets) = (Vec::new(), 0, 0_i32, false);
    let at_space = |at: usize| content.get(at).is_none_or(|c| c.is_whitespace());
    let mut cut = |from: &mut usize, to: usize, behind: usize| {
        if content.iter().take(to).skip(*from).any(|letter| letter.is_alphanumeric()) {
            parts.push((*from, to));
        }
        *from = behind;
    };
    for (at, letter) in content.iter().enumerate() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            _ if depth > 0 || at < from => {}
            ',' | ';' if at_space(at + 1) => cut(&mut from, at, at + 1),
            '/' | '+' | '&' if at_space(at + 1) && at > 0 && at_space(at - 1) => {
                cut(&mut from, at, at + 1);
            }
            _ if at > from && at_space(at - 1) => {
                if let Some((width, superset)) = parting(content, at) {
                    supersets |= superset;
                    cut(&mut from, at, at + width);
                }
            }
            _ => {}
        }
    }
    cut(&mut from, content.len(), content.len());
    (parts, supersets)
}

/// The width of the words at `at` that part two exercises, and whether they are done in turn.
fn parting(content: &[char], at: usize) -> Option<(usize, bool)> {
    const WORDS: [(&str, bool); 9] = [
        ("ss", true),
        ("s/s", true),
        ("superset with", true),
        ("supersetted with", true),
        ("im supersatz mit", true),
        ("supersatz mit", true),
        ("then", false),
        ("danach", false),
        ("dann", false),
    ];
    let is = |word: &str| {
        let width = word.chars().count();
        let same = word.chars().enumerate().all(|(n, letter)| {
            content.get(at + n).is_some_and(|own| own.eq_ignore_ascii_case(&letter))
        });
        (same && content.get(at + width).is_some_and(|letter| letter.is_whitespace()))
            .then_some(width)
    };
    WORDS.iter().find_map(|(word, superset)| is(word).map(|width| (width, *superset)))
}

/// It begins with a rest: `1 min rest`, `Pause 90 s`.
fn rests_only(reading: &Reading) -> bool {
    reading.resting || reading.scan.roles.iter().flatten().next() == Some(&Role::Rest)
}

/// `2x mit Kime`: how it is done, not what.
fn is_manner(reading: &Reading) -> bool {
    let (tokens, roles) = (&reading.scan.tokens, &reading.scan.roles);
    let first = tokens.iter().zip(roles).find(|(_, role)| role.is_none());
    first.is_some_and(|(token, _)| matches!(token.word(), "mit" | "with" | "ohne" | "without"))
}

/// `5 x 1000 m`, `4 x 2 min`: nobody asks for its name.
fn is_interval(reading: &Reading) -> bool {
    let fields = &reading.scan.fields;
    fields.sets.is_some() && (fields.distance_m.is_some() || fields.duration_s.is_some())
}

fn is_weighed(reading: &Reading) -> bool {
    reading.scan.fields.load.is_some() || heavy(reading).is_some()
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
    // the line begins behind its first cells where these are empty
    let empty = if mark == '\t' { line.indent / TAB } else { 0 };
    let before = std::iter::repeat_n(String::new(), empty);
    Some(before.chain(inner.split(mark).map(|cell| cell.trim().to_owned())).collect())
}
