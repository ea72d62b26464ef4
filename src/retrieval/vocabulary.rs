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
    Graph(GraphId),
}

/// Phrases and what they name.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    /// (folded words, what they name); longest first, then in order of words.
    phrases: Vec<(Vec<String>, Term)>,
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
        let mut add = |name: &Bilingual, term: &Term| {
            let spellings = [&name.en, &name.de].into_iter();
            for part in spellings.flat_map(|text| text.split(['/', '(', ')', ','])) {
                let words: Vec<String> = tokens(part).into_iter().map(|token| token.text).collect();
                if !words.is_empty() {
                    phrases.push((words, term.clone()));
                }
            }
        };
        for entry in catalogues.list(CatalogueKind::Skills) {
            add(&entry.name, &Term::Skill(entry.id.as_str().into()));
        }
        for entry in catalogues.list(CatalogueKind::Equipment).iter().filter(|e| e.id != "none") {
            add(&entry.name, &Term::Equipment(entry.id.as_str().into()));
        }
        for level in Level::ALL {
            add(&catalogues.name(CatalogueKind::Levels, level.id()), &Term::Level(*level));
        }
        for graph in library.graphs() {
            add(&graph.name, &Term::Graph(graph.id.clone()));
        }
        phrases.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(&b.0)));
        Self { phrases }
    }

    /// What the words begin with, and how many words name it; the longest phrase wins, the exact
    /// one before a beginning.
    pub(super) fn named_at(&self, words: &[String]) -> Option<(usize, &Term)> {
        let fits = |same: fn(&str, &str) -> bool| {
            self.phrases.iter().find(|(phrase, _)| {
                phrase.len() <= words.len() && phrase.iter().zip(words).all(|(p, w)| same(p, w))
            })
        };
        let exact = fits(|phrase, word| phrase == word);
        let (phrase, term) = exact.or_else(|| fits(nearly_same))?;
        Some((phrase.len(), term))
    }
}

/// Whether one word is the beginning of the other, as inflected forms and compounds are.
fn nearly_same(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    one == other
        || (short.len() >= SHORTEST_BEGINNING
            && long.starts_with(short)
            && long.len() - short.len() <= LONGEST_ENDING)
}
