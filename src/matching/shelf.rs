//! Search as you type in a library of others. What its own words do not answer is looked up in
//! ours, whose names, aliases and German lead to the name the other library uses.

use std::collections::{BTreeSet, HashMap};

use super::{Entry, Matcher};
use crate::library::{Found, Library, SearchEntry, SearchIndex};

/// How many of our own answers lead on.
const LEADS: usize = 6;
/// Our own answers that are no name for what was typed lead nowhere.
const SURE_LEAD: f32 = 0.6;
/// Most entries one of our exercises leads to.
const PER_LEAD: usize = 3;
/// Matches of lower confidence are left out.
const SURE_MATCH: f32 = 0.35;

/// A library of others, ready to be searched.
#[derive(Debug)]
pub struct Shelf<'a> {
    index: SearchIndex,
    places: HashMap<String, usize>,
    own: &'a Library,
    matcher: Matcher,
}

impl<'a> Shelf<'a> {
    /// Indexes the entries; answers name them by their place in this list.
    #[must_use]
    pub fn new(entries: &[Entry], own: &'a Library) -> Self {
        let places = entries.iter().enumerate().map(|(at, entry)| (entry.id.clone(), at)).collect();
        Self {
            index: SearchIndex::new(entries.iter().map(searchable)),
            places,
            own,
            matcher: Matcher::new(entries.to_vec(), Some(own)),
        }
    }

    /// The entries that answer the query, best first: by its own words, then by what our library
    /// knows of them, then by words with a typing error.
    #[must_use]
    pub fn search(&self, query: &str, limit: usize) -> Vec<Found> {
        let mut found = self.index.search_as_typed(query, limit);
        let mut seen: BTreeSet<usize> = found.iter().map(|found| found.position).collect();
        let mut add = |more: Vec<Found>| {
            for mut new in more {
                if found.len() < limit && seen.insert(new.position) {
                    // what stands behind may not look surer
                    let before = found.last().map_or(1.0, |before: &Found| before.confidence);
                    new.confidence = new.confidence.min(before);
                    found.push(new);
                }
            }
            found.len() < limit
        };
        if !add(Vec::new()) {
            return found;
        }
        if let Some(spelled) = self.own.search_index().spelled_out(query) {
            add(self.index.search_as_typed(&spelled, limit));
        }
        if add(self.by_way_of_ours(query)) && found.is_empty() {
            found = self.index.search_mistyped(query, limit);
        }
        found
    }

    fn by_way_of_ours(&self, query: &str) -> Vec<Found> {
        let leads = self.own.search_index().search_as_typed(query, LEADS);
        let mut found: Vec<Found> = Vec::new();
        for lead in leads.into_iter().filter(|lead| lead.confidence >= SURE_LEAD) {
            let Some(exercise) = self.own.at(lead.position) else { continue };
            for candidate in self.matcher.find(&exercise.name.en, PER_LEAD).candidates {
                let place = self.places.get(&candidate.id);
                if let Some(position) = place.filter(|_| candidate.confidence >= SURE_MATCH) {
                    let confidence = lead.confidence * candidate.confidence;
                    found.push(Found { position: *position, confidence });
                }
            }
        }
        found.sort_by(|a, b| {
            b.confidence.total_cmp(&a.confidence).then(a.position.cmp(&b.position))
        });
        found
    }
}

fn searchable(entry: &Entry) -> SearchEntry {
    let (name, aliases) = entry.names.split_at(entry.names.len().min(1));
    let facts = entry.equipment.iter().chain(&entry.muscles).chain(&entry.category);
    SearchEntry {
        id: entry.id.clone(),
        names: name.to_vec(),
        aliases: aliases.to_vec(),
        attributes: facts.cloned().collect(),
        minor_attributes: Vec::new(),
    }
}
