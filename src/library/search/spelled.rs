//! Spells abbreviations out: a run of typed words that is the whole of some alias gives way to the
//! entry's first name.

use super::index::{Field, Index};
use super::words::{prepared, words};

/// Longer runs are no abbreviation.
const LONGEST: usize = 4;
/// Nobody types more.
const MOST_WORDS: usize = 24;

pub(super) fn out(query: &str, index: &Index) -> Option<String> {
    let folded = prepared(query);
    let typed: Vec<&str> = words(&folded).take(MOST_WORDS).map(|(word, _)| word).collect();
    // the whole query is an ordinary search
    for length in (1..=LONGEST.min(typed.len().saturating_sub(1))).rev() {
        for (at, run) in typed.windows(length).enumerate() {
            if let Some(name) = name_of(run, index) {
                let before = typed.get(..at).unwrap_or_default();
                let after = typed.get(at + length..).unwrap_or_default();
                return Some([before, &name, after].concat().join(" "));
            }
        }
    }
    None
}

/// The words of the first name of the entry that has exactly these words for an alias.
fn name_of<'a>(run: &[&str], index: &'a Index) -> Option<Vec<&'a str>> {
    let numbers: Vec<u32> = run.iter().map(|word| index.exactly(word)).collect::<Option<_>>()?;
    let first = *numbers.first()?;
    let wanted = |entry: u32| {
        index.texts(entry).iter().any(|text| {
            let places = index.places(text);
            text.field == Field::Alias
                && places.len() == numbers.len()
                && places.iter().zip(&numbers).all(|(place, number)| place.word == *number)
        })
    };
    let starts = index.postings(first).iter().filter(|posting| posting.first);
    let entry = starts
        .filter(|posting| usize::from(posting.length) == run.len())
        .map(|posting| posting.entry)
        .find(|entry| wanted(*entry))?;
    let name = index.texts(entry).iter().find(|text| text.field == Field::Name)?;
    Some(index.places(name).iter().map(|place| index.word(place.word)).collect())
}
