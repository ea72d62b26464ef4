//! Lines that hold more than one exercise.

use super::facts::{Organisation, Role, count};
use super::names::Names;
use super::prose::is_recovery;
use super::reading::Reading;
use super::session_names::is_no_exercise;
use crate::domain::Span;
use crate::import::fields::{LoadField, LoadUnit};
use crate::import::sets::gathered;
use crate::matching::Band;

/// Several exercises on one line, parted by commas, semicolons, slashes, plus signs, or words.
pub(super) fn parts(content: &[char], start: usize, names: &mut Names<'_>) -> Option<Vec<Reading>> {
    let Cuts { parts: cuts, superset, sequence } = cuts(content);
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
        if !readings.is_empty() && rests_first(&reading) {
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
        let counted = starts_with_count(&reading, sequence) && !is_manner(&reading);
        if named && amount && (known || counted || is_dosed(&reading)) {
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
    whole += share_scheme(&mut readings);
    for rest in &rests {
        for reading in &mut readings {
            reading.scan.fields.fill(&rest.scan.fields);
        }
    }
    if superset && let Some(first) = readings.first_mut() {
        first.scan.organisation.get_or_insert(Organisation::Superset);
    }
    (whole >= 2 && 2 * whole > readings.len()).then_some(readings)
}

/// `21-15-9 thrusters, pull-ups`: the scheme counts for all of them; for how many more it does.
fn share_scheme(readings: &mut [Reading]) -> usize {
    let [first, further @ ..] = readings else { return 0 };
    let bare = |reading: &&mut Reading| {
        !reading.scan.fields.has_work() && reading.name.is_some() && !reading.resting
    };
    if !first.scan.scheme || first.scan.fields.reps_list.is_empty() {
        return 0;
    }
    let all = further.len();
    let mut shared = 0;
    for reading in further.iter_mut().take_while(bare) {
        reading.scan.fields.reps_list.clone_from(&first.scan.fields.reps_list);
        shared += 1;
    }
    if shared == all {
        first.scan.organisation.get_or_insert(Organisation::ForTime);
    }
    shared
}

/// The parts of a line.
struct Cuts {
    /// Where each begins and ends.
    parts: Vec<(usize, usize)>,
    /// A word stands between two that makes a superset of them.
    superset: bool,
    /// A word stands between two that puts one behind the other.
    sequence: bool,
}

fn cuts(content: &[char]) -> Cuts {
    let mut cuts = Cuts { parts: Vec::new(), superset: false, sequence: false };
    let (mut from, mut depth) = (0, 0_i32);
    let at_space = |at: usize| content.get(at).is_none_or(|c| c.is_whitespace());
    let cut = |cuts: &mut Cuts, from: &mut usize, to: usize, behind: usize| {
        if content.iter().take(to).skip(*from).any(|letter| letter.is_alphanumeric()) {
            cuts.parts.push((*from, to));
        }
        *from = behind;
    };
    for (at, letter) in content.iter().enumerate() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            _ if depth > 0 || at < from => {}
            ',' | ';' if at_space(at + 1) => cut(&mut cuts, &mut from, at, at + 1),
            '/' | '+' | '&' if at_space(at + 1) && at > 0 && at_space(at - 1) => {
                cut(&mut cuts, &mut from, at, at + 1);
            }
            _ if at > 0 && at_space(at - 1) => {
                if let Some((width, superset)) = parting(content, at) {
                    cuts.superset |= superset;
                    cuts.sequence |= !superset;
                    cut(&mut cuts, &mut from, at, at + width);
                }
            }
            _ => {}
        }
    }
    cut(&mut cuts, &mut from, content.len(), content.len());
    cuts
}

/// The width of the words at `at` that part two exercises, and whether they are done in turn.
fn parting(content: &[char], at: usize) -> Option<(usize, bool)> {
    const WORDS: [(&str, bool); 13] = [
        ("ss", true),
        ("s/s", true),
        ("superset with", true),
        ("supersetted with", true),
        ("im supersatz mit", true),
        ("supersatz mit", true),
        ("then", false),
        ("danach", false),
        ("dann", false),
        ("hinterher", false),
        ("nachher", false),
        ("followed by", false),
        ("afterwards", false),
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
pub(super) fn rests_first(reading: &Reading) -> bool {
    reading.resting || reading.scan.roles.iter().flatten().next() == Some(&Role::Rest)
}

/// `2x mit Kime`, `last 3 at pace`: how it is done, not what.
pub(super) fn is_manner(reading: &Reading) -> bool {
    let (tokens, roles) = (&reading.scan.tokens, &reading.scan.roles);
    let first = tokens.iter().zip(roles).find(|(_, role)| role.is_none());
    first.is_some_and(|(token, _)| {
        matches!(
            token.word(),
            "mit"
                | "with"
                | "w"
                | "ohne"
                | "without"
                | "last"
                | "letzte"
                | "letzter"
                | "letzten"
                | "davon"
                | "jede"
                | "jeder"
                | "every"
                | "each"
        )
    })
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

/// An amount stands in front; behind `then` also a time, which else may be part of the one before.
fn starts_with_count(reading: &Reading, sequence: bool) -> bool {
    match reading.scan.roles.first() {
        Some(Some(Role::Reps | Role::Distance | Role::Calories | Role::Sets | Role::Format)) => {
            true
        }
        Some(Some(Role::Duration)) => sequence,
        _ => false,
    }
}

/// `lateral raises 3x15`: sets of something, which nobody writes behind a remark.
fn is_dosed(reading: &Reading) -> bool {
    reading.scan.fields.sets.is_some() && reading.scan.fields.has_content()
}
