//! The names of a library as terms, with postings, so that a query looks at the few names that
//! share its rarest terms and never at the whole library.

use std::collections::HashMap;

use super::entry::Entry;
use super::lexicon::{Kind, Lexicon, Term};
use super::normalise::{Piece, Vocabulary, distinct, pieces};
use super::words::words;

/// One name of one entry.
#[derive(Debug, Clone)]
pub(super) struct Surface {
    /// The entry's place in the library.
    pub(super) entry: u32,
    /// Its terms.
    pub(super) terms: Box<[Term]>,
    /// Its words as they are written, numbered.
    spelled: Box<[u32]>,
    /// Weight of all terms.
    pub(super) weight: f32,
}

/// A library's names, ready to be searched.
#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    surfaces: Vec<Surface>,
    /// What the library says of an entry beside its names.
    implied: Vec<Box<[Term]>>,
    /// Term → surfaces that hold it, ascending.
    postings: Vec<Vec<u32>>,
    /// Term → weight in this library.
    weights: Vec<f32>,
    /// Term → kind.
    kinds: Vec<Kind>,
    /// Folded words of a name, written as one → surfaces: `Pull-up` is `pullup`.
    verbatim: HashMap<Box<str>, Vec<u32>>,
    /// Word as written → its number.
    spelled: HashMap<Box<str>, u32>,
}

/// Postings longer than this are only read when nothing rarer was found.
const COMMON: usize = 4_000;

impl Index {
    pub(super) fn new(entries: &[Entry], lexicon: &Lexicon, own: &mut Vocabulary) -> Self {
        let mut index = Self::default();
        for name in entries.iter().flat_map(|entry| &entry.names) {
            let words = words(name);
            learn(&words, lexicon, own);
            own.join(lexicon, &words);
        }
        own.take_apart(lexicon);
        for (place, entry) in entries.iter().enumerate() {
            for name in &entry.names {
                let words = words(name);
                let terms = learn(&words, lexicon, own);
                if terms.is_empty() {
                    continue;
                }
                let at = index.surfaces.len() as u32;
                let key = words.concat().into_boxed_str();
                index.verbatim.entry(key).or_default().push(at);
                let mut spelled: Vec<u32> = Vec::with_capacity(words.len());
                for word in words {
                    let next = index.spelled.len() as u32;
                    spelled.push(*index.spelled.entry(word.into_boxed_str()).or_insert(next));
                }
                index.surfaces.push(Surface {
                    entry: place as u32,
                    terms: terms.into_boxed_slice(),
                    spelled: spelled.into_boxed_slice(),
                    weight: 0.0,
                });
            }
            let said = entry.equipment.iter().chain(&entry.muscles);
            let mut implied: Vec<Term> = said.flat_map(|text| known(text, lexicon, own)).collect();
            // of what sort it is says something only where that names a movement: `stretching`
            let sort = entry.category.iter().flat_map(|text| known(text, lexicon, own));
            implied.extend(sort.filter(|term| lexicon.kind(*term) == Kind::Head));
            implied.sort_unstable();
            implied.dedup();
            index.implied.push(implied.into_boxed_slice());
        }
        index.count(lexicon, own, entries.len());
        index
    }

    /// Fills postings and weights: a term in few entries says more than one in many.
    fn count(&mut self, lexicon: &Lexicon, own: &Vocabulary, entries: usize) {
        self.postings = vec![Vec::new(); own.end(lexicon)];
        let mut seen: Vec<(u32, u32)> = vec![(u32::MAX, 0); own.end(lexicon)];
        for (at, surface) in self.surfaces.iter().enumerate() {
            for term in &surface.terms {
                if let Some(postings) = self.postings.get_mut(*term as usize) {
                    postings.push(at as u32);
                }
                if let Some((last, count)) = seen.get_mut(*term as usize)
                    && *last != surface.entry
                {
                    *last = surface.entry;
                    *count += 1;
                }
            }
        }
        let all = entries as f32 + 1.0;
        let rarest = (all / 0.5).ln().max(0.1);
        self.weights = seen
            .iter()
            .enumerate()
            .map(|(term, (_, count))| {
                let rarity = (all / (*count as f32 + 0.5)).ln() / rarest;
                own.kind(lexicon, term as Term).weight() * (0.35 + 0.65 * rarity.clamp(0.0, 1.0))
            })
            .collect();
        for surface in &mut self.surfaces {
            surface.weight =
                surface.terms.iter().filter_map(|term| self.weights.get(*term as usize)).sum();
        }
    }

    /// Makes room for terms that were learned after the library was read.
    pub(super) fn cover(&mut self, lexicon: &Lexicon, own: &Vocabulary) {
        self.kinds = (0..own.end(lexicon)).map(|term| own.kind(lexicon, term as Term)).collect();
        for term in self.weights.len()..own.end(lexicon) {
            self.weights.push(own.kind(lexicon, term as Term).weight());
            self.postings.push(Vec::new());
        }
    }

    pub(super) fn surface(&self, at: u32) -> Option<&Surface> {
        self.surfaces.get(at as usize)
    }

    /// What the library says of the entry of a surface beside its names.
    pub(super) fn implied(&self, entry: u32) -> &[Term] {
        self.implied.get(entry as usize).map_or(&[], AsRef::as_ref)
    }

    pub(super) fn kind(&self, term: Term) -> Kind {
        self.kinds.get(term as usize).copied().unwrap_or(Kind::Word)
    }

    pub(super) fn weight(&self, term: Term) -> f32 {
        self.weights.get(term as usize).copied().unwrap_or(1.0)
    }

    /// Surfaces written just like the query.
    pub(super) fn verbatim(&self, words: &[String]) -> &[u32] {
        self.verbatim.get(words.concat().as_str()).map_or(&[], Vec::as_slice)
    }

    /// The words of a query as numbers, for [`Self::alike`].
    pub(super) fn spelled(&self, words: &[String]) -> Vec<Option<u32>> {
        words.iter().map(|word| self.spelled.get(word.as_str()).copied()).collect()
    }

    /// Share of words two writings have in common, 0–1.
    pub(super) fn alike(words: &[Option<u32>], surface: &Surface) -> f32 {
        let common = words.iter().flatten().filter(|word| surface.spelled.contains(word)).count();
        2.0 * common as f32 / (words.len() + surface.spelled.len()).max(1) as f32
    }

    /// An empty tally for this library.
    pub(super) fn tally(&self) -> Tally {
        Tally { sums: vec![0.0; self.surfaces.len()], touched: Vec::new(), ranked: Vec::new() }
    }

    /// The surfaces that share most with the terms, at most `limit`, unordered, in the tally.
    pub(super) fn candidates<'t>(
        &self,
        lexicon: &Lexicon,
        terms: &[Term],
        limit: usize,
        tally: &'t mut Tally,
    ) -> &'t [(f32, u32)] {
        let mut wanted: Vec<(Term, f32)> = Vec::with_capacity(terms.len() * 3);
        for &term in terms {
            let weight = self.weight(term);
            wanted.push((term, weight));
            wanted.extend(lexicon.near(term).iter().map(|(near, share)| (*near, weight * share)));
        }
        let postings = |term: Term| self.postings.get(term as usize).map_or(&[][..], Vec::as_slice);
        wanted.sort_by_key(|(term, _)| postings(*term).len());
        let total: f32 = terms.iter().map(|term| self.weight(*term)).sum();
        for (term, weight) in wanted {
            let list = postings(term);
            if list.len() > COMMON && tally.touched.len() >= limit {
                // a common term can lift what was found, but brings nothing new
                tally.lift(weight, |at| {
                    self.surface(at).is_some_and(|surface| surface.terms.contains(&term))
                });
            } else {
                tally.add(list, weight);
            }
        }
        tally.rank(limit, |at, sum| {
            let weight = self.surface(at).map_or(1.0, |surface| surface.weight);
            sum / (total + 0.6 * weight).max(0.01)
        })
    }
}

/// Sums per surface, kept between the readings of one query so that nothing is cleared twice.
#[derive(Debug)]
pub(super) struct Tally {
    sums: Vec<f32>,
    touched: Vec<u32>,
    ranked: Vec<(f32, u32)>,
}

impl Tally {
    fn add(&mut self, list: &[u32], weight: f32) {
        for at in list {
            if let Some(sum) = self.sums.get_mut(*at as usize) {
                if *sum == 0.0 {
                    self.touched.push(*at);
                }
                *sum += weight.max(f32::MIN_POSITIVE);
            }
        }
    }

    fn lift(&mut self, weight: f32, holds: impl Fn(u32) -> bool) {
        for at in &self.touched {
            if holds(*at)
                && let Some(sum) = self.sums.get_mut(*at as usize)
            {
                *sum += weight;
            }
        }
    }

    /// The best by `score`, and an empty tally again.
    fn rank(&mut self, limit: usize, score: impl Fn(u32, f32) -> f32) -> &[(f32, u32)] {
        self.ranked.clear();
        for at in self.touched.drain(..) {
            if let Some(sum) = self.sums.get_mut(at as usize) {
                self.ranked.push((score(at, *sum), at));
                *sum = 0.0;
            }
        }
        let better = |a: &(f32, u32), b: &(f32, u32)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
        if self.ranked.len() > limit {
            self.ranked.select_nth_unstable_by(limit, better);
            self.ranked.truncate(limit);
        }
        &self.ranked
    }
}

/// The terms of a library's own name; unknown words become part of the vocabulary.
pub(super) fn learn(words: &[String], lexicon: &Lexicon, own: &mut Vocabulary) -> Vec<Term> {
    let mut terms = Vec::new();
    for piece in pieces(words, lexicon, own) {
        match piece {
            Piece::Known(known) => terms.extend(known),
            Piece::Unknown(at) => {
                terms.extend(words.get(at).map(|word| own.learn(lexicon, word)));
            }
        }
    }
    distinct(terms, lexicon, |term| own.kind(lexicon, term))
}

fn known(text: &str, lexicon: &Lexicon, own: &Vocabulary) -> Vec<Term> {
    let said = pieces(&words(text), lexicon, own).into_iter().filter_map(|piece| match piece {
        Piece::Known(terms) => Some(terms),
        Piece::Unknown(_) => None,
    });
    let speaks = |term: &Term| {
        matches!(lexicon.kind(*term), Kind::Equipment | Kind::Target | Kind::Head | Kind::Place)
    };
    said.flatten().filter(speaks).collect()
}
