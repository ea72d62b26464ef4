//! The words by which a request can name skills, equipment, levels and graphs, in both languages.
//! Made once per library; [`super::query`] reads requests with it.

use crate::domain::{Bilingual, CatalogueKind, EquipmentId, GraphId, Level, SkillId};
use crate::language::tokens;
use crate::library::Library;

use super::synonyms::{INSIDE_FROM, SYNONYMS};
use super::topic::{Meaning, Topic};
use super::words::SPOKEN;

/// Something a request can name.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Term {
    Skill(SkillId),
    Equipment(EquipmentId),
    Level(Level),
}

/// Phrases and what they name.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    /// (folded words, what they name); longest first, then in order of words.
    phrases: Vec<(Vec<String>, Term)>,
    /// The same for names of graphs. They are read only in requests that speak of progression:
    /// many are called like a skill.
    graphs: Vec<(Vec<String>, GraphId)>,
    /// Names of everything else a request can be about.
    topics: Vec<(Vec<String>, Meaning)>,
    /// Every word above of some length, sorted: what a mistyped word is compared with.
    words: Vec<String>,
}

/// Beginnings of words shorter than this name too many things.
const SHORTEST_BEGINNING: usize = 5;
/// How many letters a word may lack, or have too many, at its end: `Reaktion` for
/// `Reaktionsfähigkeit` is one of these, `Kraft` for `Kraftausdauertraining` is not.
const LONGEST_ENDING: usize = 10;

impl Vocabulary {
    pub(super) fn new(library: &Library) -> Self {
        let mut phrases = Vec::new();
        let catalogues = library.catalogues();
        for entry in catalogues.list(CatalogueKind::Skills) {
            add(&mut phrases, &entry.name, &Term::Skill(entry.id.as_str().into()));
        }
        for entry in catalogues.list(CatalogueKind::Equipment).iter().filter(|e| e.id != "none") {
            add(&mut phrases, &entry.name, &Term::Equipment(entry.id.as_str().into()));
        }
        for level in Level::ALL {
            let name = catalogues.name(CatalogueKind::Levels, level.id());
            add(&mut phrases, &name, &Term::Level(*level));
        }
        let mut graphs = Vec::new();
        for graph in library.graphs() {
            add(&mut graphs, &graph.name, &graph.id);
        }
        let mut topics = Vec::new();
        for kind in [
            CatalogueKind::FocusAreas,
            CatalogueKind::TrainingTypes,
            CatalogueKind::Muscles,
            CatalogueKind::StyleDirections,
        ] {
            for entry in catalogues.list(kind) {
                add(&mut topics, &entry.name, &Meaning { kind, id: entry.id.clone() });
            }
        }
        longest_first(&mut phrases);
        longest_first(&mut graphs);
        longest_first(&mut topics);
        let named = phrases.iter().map(|(words, _)| words);
        let named = named.chain(graphs.iter().map(|(words, _)| words));
        let named = named.chain(topics.iter().map(|(words, _)| words)).flatten().cloned();
        let spoken = SYNONYMS.iter().flat_map(|(_, _, beginnings)| *beginnings);
        let mut words: Vec<String> = named.chain(spoken.map(|word| (*word).to_owned())).collect();
        words.retain(|word| word.chars().count() >= SHORTEST_BEGINNING && !word.contains(' '));
        words.sort_unstable();
        words.dedup();
        Self { phrases, graphs, topics, words }
    }

    /// What the first of these words is about, by the names of catalogues and by the words of
    /// coaches, and how many words say so.
    pub(super) fn topic_at(&self, words: &[String]) -> Option<(usize, Topic)> {
        let word = words.first()?;
        let next = words.get(1).map(String::as_str).unwrap_or_default();
        let mut meanings: Vec<Meaning> = Vec::new();
        let mut used = 1;
        for (kind, id, beginnings) in SYNONYMS {
            let says = |beginning: &&&str| match beginning.split_once(' ') {
                Some((first, second)) => word == first && next.starts_with(second),
                None => {
                    word.starts_with(**beginning)
                        || (beginning.len() >= INSIDE_FROM && word.contains(**beginning))
                }
            };
            if let Some(beginning) = beginnings.iter().find(says) {
                used = used.max(1 + usize::from(beginning.contains(' ')));
                meanings.push(Meaning { kind: *kind, id: (*id).to_owned() });
            }
        }
        if let Some((named, meaning)) = find(&self.topics, words)
            && !meanings.contains(meaning)
        {
            used = used.max(named);
            meanings.push(meaning.clone());
        }
        (!meanings.is_empty()).then_some((used, Topic { meanings }))
    }

    /// The word of the vocabulary that a mistyped word is most like: one letter off, or two in a
    /// long word. The beginning of the word counts, so that `Vertifung` is like `Vertief…`.
    pub(super) fn corrected(&self, word: &str) -> Option<String> {
        const SHORTEST: usize = 6;
        let letters = word.chars().count();
        if letters < SHORTEST || !word.chars().all(char::is_alphabetic) {
            return None;
        }
        let most = if letters >= 9 { 2 } else { 1 };
        let candidates = self.words.iter().map(String::as_str).chain(SPOKEN.iter().copied());
        let near =
            candidates.filter(|known| known.chars().count() + 1 >= SHORTEST).filter_map(|known| {
                let length = known.chars().count();
                let beginning: String =
                    word.chars().take(length.max(letters.min(length + 1))).collect();
                let distance = strsim::osa_distance(&beginning, known);
                (known.chars().next() == word.chars().next() && distance <= most)
                    .then_some((distance, known))
            });
        near.min_by(|a, b| a.0.cmp(&b.0).then_with(|| b.1.len().cmp(&a.1.len())).then(a.1.cmp(b.1)))
            .map(|(_, known)| known.to_owned())
    }

    /// Whether a folded word is, or begins, a word a request can use.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.words.iter().any(|known| known.starts_with(word) || word.starts_with(known.as_str()))
    }

    /// What the words begin with, and how many words name it; the longest phrase wins, the exact
    /// one before a beginning.
    pub(super) fn named_at(&self, words: &[String]) -> Option<(usize, &Term)> {
        find(&self.phrases, words)
    }

    /// The graph one of whose words a word of the request is, or begins: `the falling progression`
    /// is the falling school. The first in order of names.
    pub(super) fn graph_like(&self, word: &str) -> Option<&GraphId> {
        let is_like =
            |name: &String| name.chars().count() >= SHORTEST_BEGINNING && nearly_same(name, word);
        self.graphs.iter().find(|(names, _)| names.iter().any(is_like)).map(|(_, graph)| graph)
    }

    /// The graph the words begin with, and how many words name it.
    pub(super) fn graph_at(&self, words: &[String]) -> Option<(usize, &GraphId)> {
        find(&self.graphs, words)
    }
}

/// Adds a name, part by part: `Wendigkeit / Gewandtheit` are two.
fn add<T: Clone>(phrases: &mut Vec<(Vec<String>, T)>, name: &Bilingual, meaning: &T) {
    let spellings = [&name.en, &name.de].into_iter();
    for part in spellings.flat_map(|text| text.split(['/', '(', ')', ','])) {
        let words: Vec<String> = tokens(part).into_iter().map(|token| token.text).collect();
        if !words.is_empty() {
            phrases.push((words, meaning.clone()));
        }
    }
}

fn longest_first<T>(phrases: &mut [(Vec<String>, T)]) {
    phrases.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(&b.0)));
}

fn find<'a, T>(phrases: &'a [(Vec<String>, T)], words: &[String]) -> Option<(usize, &'a T)> {
    let fits = |same: fn(&str, &str) -> bool| {
        phrases.iter().find(|(phrase, _)| {
            phrase.len() <= words.len() && phrase.iter().zip(words).all(|(p, w)| same(p, w))
        })
    };
    let exact = fits(|phrase, word| phrase == word);
    let (phrase, meaning) = exact.or_else(|| fits(nearly_same))?;
    Some((phrase.len(), meaning))
}

/// Whether one word is the beginning of the other, as inflected forms and compounds are.
fn nearly_same(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    one == other
        || (short.len() >= SHORTEST_BEGINNING
            && long.starts_with(short)
            && long.len() - short.len() <= LONGEST_ENDING)
}
