//! The full-text part of the score: how well an exercise answers the words of a request, by its
//! names and facts, and by what the words mean.

use std::collections::HashMap;

use super::Intent;
use super::index::{RetrievalIndex, Row};
use super::query::Parsed;
use super::request::Request;
use super::topics::Topics;

/// What scattered words are worth beside a name that explains them all.
const SCATTERED: f32 = 0.85;
/// For how many entries a single name is looked for.
const CLOSELY: usize = 64;
/// What the meaning of the words counts, against the words as they stand.
const MEANING: f32 = 0.6;

/// The answer of every exercise, prepared for one request.
#[derive(Debug)]
pub(super) struct Fulltext {
    /// By place; entries that hold none of the words are left out.
    words: HashMap<usize, f32>,
    /// Names that explain all words, by place.
    names: HashMap<usize, f32>,
    topics: Topics,
}

impl Fulltext {
    pub(super) fn new(
        index: &RetrievalIndex,
        parsed: &Parsed,
        request: &Request,
        intent: Intent,
        youngest: Option<u8>,
    ) -> Self {
        // chosen by hand, a free search takes every word as it stands
        let by_hand = request.intent == Some(Intent::FreeSearch) && request.parsed.is_none();
        let text = if by_hand { &request.query } else { &parsed.text };
        let search = index.library().search_index();
        let (mut words, mut names) = (HashMap::new(), HashMap::new());
        if !text.trim().is_empty() {
            let found = search.relevance(&stems(text)).into_iter();
            words = found.map(|found| (found.position, found.confidence)).collect();
            let closely = if intent == Intent::FreeSearch { CLOSELY } else { CLOSELY / 4 };
            let found = search.search(text, closely).into_iter();
            names = found.map(|found| (found.position, found.confidence)).collect();
        }
        Self { words, names, topics: Topics::new(&parsed.topics, youngest, index) }
    }

    /// 0–1.
    pub(super) fn of(&self, at: usize, row: &Row, index: &RetrievalIndex) -> f32 {
        let words = self.words.get(&at).copied().unwrap_or_default();
        let meant = if self.topics.is_empty() {
            words
        } else {
            let meaning = self.topics.coverage(row, index);
            (MEANING * meaning + (1.0 - MEANING) * words).max(words)
        };
        let name = self.names.get(&at).copied().unwrap_or_default();
        (SCATTERED * meant).max(name)
    }
}

/// The words without the endings of German and English, so that `Sprünge` finds `Sprung`: the
/// search takes each as a beginning.
fn stems(text: &str) -> String {
    const ENDINGS: [&str; 8] = ["ern", "en", "er", "es", "em", "e", "n", "s"];
    const SHORTEST: usize = 5;
    let stem = |word: &str| -> String {
        let cut = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending));
        cut.filter(|stem| stem.chars().count() >= SHORTEST).unwrap_or(word).to_owned()
    };
    text.split_whitespace().map(stem).collect::<Vec<_>>().join(" ")
}
