//! Sets of a line: `3x8-12 60kg 90s @8, 1x5+ 75%`, `5x5 60s|0s auto`.

use crate::domain::Span;
use crate::import::fields::{Fields, LoadField, LoadUnit};
use crate::import::refused::MOST_REPS;

/// What a section of sets says.
#[derive(Debug, Clone, Default)]
pub(super) struct Sets {
    /// Entry by entry, each with its number of sets.
    pub(super) each: Vec<Fields>,
    /// Said without a number of sets, so of all.
    pub(super) all: Fields,
}

/// Whether a section holds a number of sets.
pub(super) fn is_sets(section: &str) -> bool {
    let words = section.split([',', ' ']).map(str::trim);
    words.take(12).any(|word| counts(word.trim_start_matches('!')).is_some())
}

/// Reads a section; what it does not know is left out.
pub(super) fn read(section: &str) -> Sets {
    let mut sets = Sets::default();
    for entry in section.split(',') {
        let fields = entry_of(entry);
        if fields.sets.is_some() {
            sets.each.push(fields);
        } else {
            sets.all.fill(&fields);
        }
    }
    sets
}

fn entry_of(entry: &str) -> Fields {
    let mut fields = Fields::default();
    // labels stand in brackets
    let plain = entry.split('(').next().unwrap_or(entry);
    for word in plain.split_whitespace() {
        let most = word.ends_with('+');
        let bare = word.trim_end_matches(['+', '?']);
        if let Some((sets, reps, amrap)) = counts(word) {
            fields.sets = Some(Span::exactly(sets));
            fields.reps = Some(reps);
            fields.amrap = amrap;
        } else if let Some(rpe) = bare.strip_prefix('@').and_then(number) {
            fields.rpe = Some(rpe).filter(|rpe| (1.0..=10.0).contains(rpe)).map(Span::exactly);
        } else if let Some((work, rest)) = bare.split_once('|') {
            fields.duration_s = seconds(work).map(Span::exactly);
            fields.rest_s = seconds(rest.trim_end_matches('+')).map(Span::exactly);
        } else if let Some(rest) = seconds(bare).filter(|_| !most) {
            fields.rest_s = Some(Span::exactly(rest));
        } else if let Some(load) = load(bare) {
            fields.load = Some(load);
        }
    }
    fields
}

/// `3x8`, `3x8-12`, `1x5+`: sets, repetitions, whether the last is open.
fn counts(word: &str) -> Option<(u16, Span<u16>, bool)> {
    let (sets, reps) = word.split_once('x')?;
    let amrap = reps.ends_with('+');
    let reps = reps.trim_end_matches('+');
    let count = |text: &str| text.parse::<u16>().ok().filter(|count| *count <= MOST_REPS);
    let reps = match reps.split_once('-') {
        Some((low, high)) => Span::between(count(low)?, count(high)?),
        None => Span::exactly(count(reps)?),
    };
    Some((count(sets).filter(|sets| (1..=99).contains(sets))?, reps, amrap))
}

fn seconds(word: &str) -> Option<u32> {
    word.strip_suffix('s')?.parse().ok().filter(|seconds| *seconds <= 86_400)
}

fn load(word: &str) -> Option<LoadField> {
    let units = [("kg", LoadUnit::Kg), ("lb", LoadUnit::Lb), ("%", LoadUnit::Pct1Rm)];
    units
        .into_iter()
        .find_map(|(unit, kind)| Some(LoadField::of(number(word.strip_suffix(unit)?)?, kind)))
}

fn number(text: &str) -> Option<f64> {
    text.parse().ok().filter(|value: &f64| value.is_finite() && *value >= 0.0)
}
