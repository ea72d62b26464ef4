//! Statistics over the import log.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::app::statistics::ImportStatistics;
use crate::language::fold;
use crate::store::{ImportState, LoggedImport};

/// Names listed as most often mismatched.
const NAMES: usize = 12;

/// The numbers of these imports, those from `since` on.
#[must_use]
pub fn statistics(imports: &[LoggedImport], since: Option<Date>) -> ImportStatistics {
    let mut found = ImportStatistics { since, ..ImportStatistics::default() };
    let mut formats: BTreeMap<&str, u32> = BTreeMap::new();
    // folded name → the name as first written, and how often
    let mut names: BTreeMap<String, (&str, u32)> = BTreeMap::new();
    let mut read = Vec::new();
    let mut reviewed = Vec::new();
    for import in imports.iter().filter(|import| counts(import)) {
        let outcome = &import.outcome;
        found.imports += 1;
        found.accepted += u32::from(import.state == ImportState::Accepted);
        found.understood += u32::from(outcome.bands.rows() > 0);
        let bands = &outcome.bands;
        let parts = [bands.high, bands.medium, bands.low, bands.unmatched];
        found.bands.iter_mut().zip(parts).for_each(|(sum, part)| *sum += part);
        found.ignored += bands.ignored;
        found.corrections += outcome.corrections;
        read.push(outcome.read_ms);
        reviewed.extend(Some(outcome.review_ms / 1_000).filter(|_| outcome.review_ms > 0));
        *formats.entry(outcome.format.as_str()).or_default() += 1;
        for item in &outcome.items {
            if item.corrected.is_some() || item.exercise.is_none() {
                names.entry(fold(&item.name)).or_insert((item.name.as_str(), 0)).1 += 1;
            }
        }
    }
    found.read_ms = median(&mut read);
    found.slowest_ms = read.last().copied().unwrap_or(0);
    found.review_s = median(&mut reviewed);
    found.formats = formats.into_iter().map(|(name, count)| (name.to_owned(), count)).collect();
    found.formats.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    found.mismatched = names.into_values().map(|(name, count)| (name.to_owned(), count)).collect();
    found.mismatched.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    found.mismatched.truncate(NAMES);
    found
}

/// A text that was given up before it was read says nothing.
fn counts(import: &LoggedImport) -> bool {
    import.state == ImportState::Accepted || !import.outcome.format.is_empty()
}

fn median(values: &mut [u32]) -> u32 {
    values.sort_unstable();
    values.get(values.len() / 2).copied().unwrap_or(0)
}
