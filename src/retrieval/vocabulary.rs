//! The words by which a request can name skills, equipment, levels and graphs, in both languages.
//! Made once per library; [`super::query`] reads requests with it.

use crate::domain::{Bilingual, CatalogueKind, EquipmentId, GraphId, Level, SkillId};
use crate::language::tokens;
use crate::library::Library;

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
        longest_first(&mut phrases);
        longest_first(&mut graphs);
        Self { phrases, graphs }
    }

    /// What the words begin with, and how many words name it; the longest phrase wins, the exact
    /// one before a beginning.
    pub(super) fn named_at(&self, words: &[String]) -> Option<(usize, &Term)> {
        find(&self.phrases, words)
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
