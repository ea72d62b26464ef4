//! Search as you type: every word of the query must be the beginning of a word among an entry's
//! names, aliases or attributes. Names come before aliases before attributes, whole words before
//! beginnings, short names before long ones. Typing errors and inner parts of German compounds are
//! found as well, behind. Works over any library; judging a pasted name is `crate::matching`'s.

mod entries;
mod index;
mod query;
mod rank;
mod spelled;
mod words;

#[cfg(test)]
mod tests;

pub(super) use entries::of_library;
use index::Index;
use query::Question;
pub(super) use words::{name_key, prepared, words};

/// What is indexed of one entry. The words of every text count, in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SearchEntry {
    /// What names the entry to the caller.
    pub id: String,
    /// Names it is shown by.
    pub names: Vec<String>,
    /// Other names.
    pub aliases: Vec<String>,
    /// What it is filed under: category, pattern, equipment, primary muscles, skills, level. One
    /// text per fact, holding everything the fact is called.
    pub attributes: Vec<String>,
    /// Facts that describe it less, such as muscles that only help.
    pub minor_attributes: Vec<String>,
}

/// One answer of a search.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found {
    /// Place of the entry in the list the index was made from.
    pub position: usize,
    /// How well it fits, 0–1: 1 for the very name, above 0.5 when one name explains the query.
    pub confidence: f32,
}

/// Words of names and attributes with the entries that hold them.
#[derive(Debug)]
pub struct SearchIndex {
    index: Index,
}

impl SearchIndex {
    /// Indexes entries; they are named by their place in this order from now on.
    #[must_use]
    pub fn new(entries: impl IntoIterator<Item = SearchEntry>) -> Self {
        Self { index: Index::new(entries) }
    }

    /// The entries that answer the query, best first; equal ones by place. An empty query has no
    /// answer.
    #[must_use]
    pub fn search(&self, query: &str, limit: usize) -> Vec<Found> {
        let found = self.search_as_typed(query, limit);
        if !found.is_empty() {
            return found;
        }
        let spelled = self.spelled_out(query).map(|text| self.search_as_typed(&text, limit));
        spelled
            .filter(|found| !found.is_empty())
            .unwrap_or_else(|| self.search_mistyped(query, limit))
    }

    /// As [`SearchIndex::search`], taking every word as it stands: no abbreviations spelled out,
    /// no typing errors forgiven.
    #[must_use]
    pub fn search_as_typed(&self, query: &str, limit: usize) -> Vec<Found> {
        rank::every_word(&self.index, &Question::new(query, &self.index), limit)
    }

    /// The answers to a query with typing errors, or with two words where a library writes one.
    #[must_use]
    pub fn search_mistyped(&self, query: &str, limit: usize) -> Vec<Found> {
        let loose = Question::loose(query, &self.index);
        loose.map_or_else(Vec::new, |loose| rank::every_word(&self.index, &loose, limit))
    }

    /// The query with the longest run of words that is a whole name or alias of an entry replaced
    /// by the entry's first name: `rdl def` becomes `romanian deadlift def`. `None` when there is
    /// no such run, or when it is the whole query.
    #[must_use]
    pub fn spelled_out(&self, query: &str) -> Option<String> {
        spelled::out(query, &self.index)
    }

    /// How well every entry answers at least a part of a request in free words, by place; entries
    /// that hold none of its words are left out. Rare words weigh more than common ones.
    #[must_use]
    pub fn relevance(&self, request: &str) -> Vec<Found> {
        rank::any_word(&self.index, &Question::new(request, &self.index))
    }

    /// The id the entry at this place was handed in with.
    #[must_use]
    pub fn id(&self, position: usize) -> Option<&str> {
        self.index.id(position)
    }
}
