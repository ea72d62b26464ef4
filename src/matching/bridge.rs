//! Our library beside a foreign one: where both know a written name and an entry, but as two
//! exercises, the entry is not what is meant, however much the words have in common.

use std::collections::HashMap;
use std::sync::Arc;

use super::entry::Entry;
use super::words::words;
use crate::domain::Exercise;

/// What the exercises that bridge say of names and entries.
#[derive(Debug, Clone, Default)]
pub(super) struct Bridge {
    /// Folded words of a name → the exercise that bears it; names of two are left out.
    names: HashMap<Box<str>, u32>,
    /// Entry → the exercise that bears one of its names.
    meaning: Vec<Option<u32>>,
}

impl Bridge {
    /// The bridge between exercises and the entries of another library.
    pub(super) fn new(exercises: &[Arc<Exercise>], entries: &[Entry]) -> Self {
        let names = names(exercises);
        if names.is_empty() {
            return Self::default();
        }
        let means = |entry: &Entry| {
            entry.names.iter().find_map(|name| names.get(words(name).join(" ").as_str())).copied()
        };
        Self { meaning: entries.iter().map(means).collect(), names }
    }

    /// The exercise that bears exactly this name.
    pub(super) fn meant(&self, words: &[String]) -> Option<u32> {
        if self.names.is_empty() { None } else { self.names.get(words.join(" ").as_str()).copied() }
    }

    /// Whether an entry is known as another exercise than the one that is meant.
    pub(super) fn means_another(&self, entry: u32, meant: Option<u32>) -> bool {
        let means = self.meaning.get(entry as usize).copied().flatten();
        meant.is_some() && means.is_some() && means != meant
    }
}

fn names(exercises: &[Arc<Exercise>]) -> HashMap<Box<str>, u32> {
    let mut names: HashMap<Box<str>, Option<u32>> = HashMap::new();
    for (place, exercise) in exercises.iter().enumerate() {
        for name in exercise.names() {
            let known = names.entry(words(name).join(" ").into_boxed_str());
            let place = place as u32;
            known.and_modify(|it| *it = it.filter(|it| *it == place)).or_insert(Some(place));
        }
    }
    names.into_iter().filter_map(|(name, place)| Some((name, place?))).collect()
}
