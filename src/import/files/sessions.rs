//! Sets of a log, gathered into exercises, sessions and days, as a draft.

use std::collections::HashMap;
use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::dates::Stamp;
use crate::domain::SetType;
use crate::import::draft::{Day, Draft, DraftSection, Row, Verdict};
use crate::import::fields::Fields;
use crate::import::format::SourceFormat;
use crate::import::refused::Refused;
use crate::import::sets::gathered;
use crate::matching::{Matched, Matcher};

/// One set, with what it belongs to.
#[derive(Debug, Clone, Default)]
pub(super) struct Logged {
    pub(super) line: usize,
    pub(super) date: String,
    pub(super) workout: String,
    pub(super) exercise: String,
    /// The exercise with what it is done with, where a column says that apart.
    pub(super) called: String,
    pub(super) superset: String,
    pub(super) warm_up: bool,
    pub(super) fields: Fields,
}

/// Sets of one exercise that follow each other.
struct Run {
    first: Logged,
    sets: Vec<Fields>,
}

/// Most alternatives kept per row.
const ALTERNATIVES: usize = 6;

/// The draft of a log.
pub(super) fn draft(
    format: SourceFormat,
    text: &str,
    sets: Vec<Logged>,
    (ignored, refused): (Vec<usize>, Vec<Refused>),
    matcher: &Matcher,
) -> Draft {
    let mut runs: Vec<Run> = Vec::new();
    for set in sets {
        match runs.last_mut() {
            Some(Run { first, sets })
                if first.exercise == set.exercise
                    && first.called == set.called
                    && first.date == set.date
                    && first.workout == set.workout
                    && first.warm_up == set.warm_up =>
            {
                sets.push(set.fields);
            }
            _ => runs.push(Run { sets: vec![set.fields.clone()], first: set }),
        }
    }
    let mut sections: Vec<DraftSection> = Vec::new();
    let mut known: HashMap<String, Matched> = HashMap::new();
    let (mut place, mut days): (Option<(String, String)>, u16) = (None, 0);
    for Run { first, sets } in runs {
        let here = (first.date.clone(), first.workout.clone());
        if place.as_ref() != Some(&here) {
            let stamp = Stamp::of(&first.date);
            let day = stamp.day();
            if place.as_ref().is_none_or(|(date, _)| Stamp::of(date).day() != day) {
                days = days.saturating_add(1);
            }
            let title = if first.workout.is_empty() { day.clone() } else { first.workout.clone() };
            let heading = format!("{day} {}", first.workout).trim().to_owned();
            sections.push(DraftSection {
                title,
                day: Some(Day { n: days, title: heading }),
                date: stamp.date,
                key: Some(key(format, &first.date, &first.workout)),
                ..DraftSection::default()
            });
            place = Some(here);
        }
        let name = if first.called.is_empty() { &first.exercise } else { &first.called };
        let found =
            known.entry(name.clone()).or_insert_with(|| matcher.find(name, ALTERNATIVES)).clone();
        let fields = gathered(sets);
        let mut prescription = fields.prescription();
        if first.warm_up {
            prescription.set_type = SetType::Warmup;
        }
        let row = Row {
            line: first.line,
            name: name.clone(),
            group: superset(&first.superset),
            format: None,
            prescription,
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
        refused,
        ..Draft::default()
    }
}

/// The same for the same session in every export of the same program.
fn key(format: SourceFormat, date: &str, workout: &str) -> String {
    let digest = Sha256::digest(format!("{}\n{date}\n{workout}", format.id()));
    digest.iter().take(12).fold(String::with_capacity(24), |mut key, byte| {
        // writing to a string cannot fail
        let _ = write!(key, "{byte:02x}");
        key
    })
}

/// Hevy numbers supersets from 0; a letter says the same.
fn superset(id: &str) -> Option<String> {
    let number: u8 = id.parse().ok()?;
    Some(char::from(b'A' + number.min(25)).to_string())
}
