//! The ways a query may be meant: as written, with repaired words, and by the other names of the
//! exercise it holds.

use std::collections::HashMap;

use super::index::learn;
use super::lexicon::{Kind, Lexicon, Term};
use super::normalise::{Piece, Vocabulary, distinct};
use super::spelling::Spelling;

/// One way to read a query.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Variant {
    /// What it says.
    pub(super) terms: Vec<Term>,
    /// Words nobody knows.
    pub(super) unknown: usize,
    /// What reading it so costs of the score.
    pub(super) penalty: f32,
    /// Slips of spelling repaired, in edits.
    pub(super) repaired: f32,
    /// A repaired word is a movement, and another movement is about as near.
    pub(super) doubtful: bool,
    /// Read by another name of the same exercise.
    pub(super) renamed: bool,
}

/// Groups of names for one exercise, found by the terms they hold.
#[derive(Debug, Clone, Default)]
pub(super) struct Concepts {
    groups: Vec<Vec<Vec<Term>>>,
    /// Heaviest term of a name → (group, name).
    anchors: HashMap<Term, Vec<(u32, u32)>>,
}

/// Most readings followed up.
const MOST: usize = 14;

impl Concepts {
    pub(super) fn new<'a>(
        groups: impl Iterator<Item = Vec<&'a str>>,
        lexicon: &Lexicon,
        own: &mut Vocabulary,
    ) -> Self {
        let mut concepts = Self::default();
        for names in groups {
            let mut members: Vec<Vec<Term>> = Vec::with_capacity(names.len());
            for name in names {
                let terms = learn(name, lexicon, own);
                if !terms.is_empty() && !members.iter().any(|known| same(known, &terms)) {
                    members.push(terms);
                }
            }
            if members.len() < 2 {
                continue;
            }
            let group = concepts.groups.len() as u32;
            for (place, member) in members.iter().enumerate() {
                let weight = |term: &Term| own.kind(lexicon, *term).weight();
                let heaviest =
                    member.iter().max_by(|a, b| weight(a).total_cmp(&weight(b)).then(b.cmp(a)));
                if let Some(anchor) = heaviest {
                    concepts.anchors.entry(*anchor).or_default().push((group, place as u32));
                }
            }
            concepts.groups.push(members);
        }
        concepts
    }

    /// Adds the readings by other names to a reading.
    fn extend(&self, base: &Variant, lexicon: &Lexicon, own: &Vocabulary, to: &mut Vec<Variant>) {
        let weight = |terms: &[Term]| -> f32 {
            terms.iter().map(|term| own.kind(lexicon, *term).weight()).sum()
        };
        let all = weight(&base.terms);
        // (share of the query that the name is, group, name)
        let mut held: Vec<(f32, u32, u32)> = Vec::new();
        for term in &base.terms {
            for &(group, place) in self.anchors.get(term).map_or(&[][..], Vec::as_slice) {
                let Some(member) = self.member(group, place) else { continue };
                if member.iter().all(|term| base.terms.contains(term)) {
                    let share = weight(member) / all.max(0.01);
                    let generic = member.len() == 1 && own.kind(lexicon, *term) == Kind::Head;
                    if share > 0.95 || (!generic && share >= 0.4) {
                        held.push((share, group, place));
                    }
                }
            }
        }
        held.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
        for (share, group, place) in held {
            let Some(member) = self.member(group, place) else { continue };
            let names = self.groups.get(group as usize).map_or(&[][..], Vec::as_slice);
            let others = names.iter().enumerate().filter(|(other, _)| *other != place as usize);
            for (rank, (_, other)) in others.enumerate() {
                if to.len() >= MOST {
                    return;
                }
                let rest = base.terms.iter().filter(|term| !member.contains(term)).copied();
                let terms: Vec<Term> = other.iter().copied().chain(rest).collect();
                let terms = distinct(terms, lexicon, |term| own.kind(lexicon, term));
                if to.iter().any(|known| same(&known.terms, &terms)) {
                    continue;
                }
                to.push(Variant {
                    terms,
                    penalty: base.penalty + 0.02 + 0.012 * rank as f32 + 0.10 * (1.0 - share),
                    renamed: true,
                    ..base.clone()
                });
            }
        }
    }

    fn member(&self, group: u32, place: u32) -> Option<&Vec<Term>> {
        self.groups.get(group as usize)?.get(place as usize)
    }
}

fn same(a: &[Term], b: &[Term]) -> bool {
    a.len() == b.len() && a.iter().all(|term| b.contains(term))
}

/// Every reading of the pieces worth following up, the plainest first.
pub(super) fn variants(
    pieces: &[Piece],
    lexicon: &Lexicon,
    own: &Vocabulary,
    spelling: &Spelling,
    concepts: &Concepts,
) -> Vec<Variant> {
    let mut base = vec![Variant {
        terms: Vec::new(),
        unknown: 0,
        penalty: 0.0,
        repaired: 0.0,
        doubtful: false,
        renamed: false,
    }];
    for piece in pieces {
        match piece {
            Piece::Known(terms) => base.iter_mut().for_each(|b| b.terms.extend_from_slice(terms)),
            Piece::Unknown(word) => base = repaired(&base, word, lexicon, own, spelling),
        }
    }
    for variant in &mut base {
        let terms = std::mem::take(&mut variant.terms);
        variant.terms = distinct(terms, lexicon, |term| own.kind(lexicon, term));
    }
    let mut all = base.clone();
    for variant in &base {
        concepts.extend(variant, lexicon, own, &mut all);
    }
    all
}

/// Each reading with the unknown word left unknown, and with each word that may have been meant.
fn repaired(
    base: &[Variant],
    word: &str,
    lexicon: &Lexicon,
    own: &Vocabulary,
    spelling: &Spelling,
) -> Vec<Variant> {
    let repairs = spelling.repairs(word, 4);
    let head = |terms: &[Term]| terms.iter().any(|t| own.kind(lexicon, *t) == Kind::Head);
    let heads: Vec<f32> = repairs.iter().filter(|r| head(&r.terms)).map(|r| r.cost).collect();
    let length = word.chars().count().max(1) as f32;
    let mut next = Vec::new();
    for variant in base {
        next.push(Variant { unknown: variant.unknown + 1, ..variant.clone() });
        for repair in &repairs {
            let rivals = heads.iter().filter(|cost| **cost <= repair.cost + 0.35).count();
            let mut reading = variant.clone();
            reading.terms.extend_from_slice(&repair.terms);
            reading.repaired += repair.cost;
            reading.penalty += 0.02 + 0.25 * repair.cost / length;
            reading.doubtful |= head(&repair.terms) && rivals > 1;
            next.push(reading);
        }
    }
    next.sort_by(|a, b| (a.unknown as f32 + a.penalty).total_cmp(&(b.unknown as f32 + b.penalty)));
    next.truncate(8);
    next
}
