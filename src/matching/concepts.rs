//! Groups of names for one and the same exercise, and the readings of a query they lead to.

use std::collections::{HashMap, HashSet};

use super::index::learn;
use super::lexicon::{Kind, Lexicon, Term};
use super::normalise::{Vocabulary, distinct};
use super::variant::{MOST, Variant, same};
use super::words::words;

/// Groups of names for one exercise, found by the terms they hold.
#[derive(Debug, Clone, Default)]
pub(super) struct Concepts {
    groups: Vec<Vec<Vec<Term>>>,
    /// Groups from here on come from a library and not from the lexicon.
    bridged: usize,
    /// Groups from here on are phrases taken apart.
    loose: usize,
    /// Heaviest term of a name → (group, name).
    anchors: HashMap<Term, Vec<(u32, u32)>>,
}

/// Names of an exercise that are titles and no aliases: one per language.
const TITLES: usize = 2;

/// Most other names taken from one group.
const NAMES: usize = 5;

impl Concepts {
    pub(super) fn new<'a>(
        shipped: impl Iterator<Item = Vec<&'a str>>,
        bridged: impl Iterator<Item = Vec<&'a str>>,
        lexicon: &Lexicon,
        own: &mut Vocabulary,
    ) -> Self {
        let mut concepts = Self::default();
        for names in shipped {
            concepts.learn(names, lexicon, own);
        }
        concepts.bridged = concepts.groups.len();
        let bridged: Vec<Vec<&str>> = bridged.collect();
        let titles: HashSet<Vec<Term>> = bridged
            .iter()
            .flat_map(|names| names.iter().take(TITLES))
            .map(|title| sorted(learn(&words(title), lexicon, own)))
            .collect();
        for names in bridged {
            let own_titles = names.iter().take(TITLES);
            let own_titles: Vec<Vec<Term>> =
                own_titles.map(|title| sorted(learn(&words(title), lexicon, own))).collect();
            // an alias that is how another exercise is called leads astray
            let mut kept = names;
            kept.retain(|name| {
                let terms = sorted(learn(&words(name), lexicon, own));
                !titles.contains(&terms) || own_titles.contains(&terms)
            });
            concepts.learn(kept, lexicon, own);
        }
        concepts.loose = concepts.groups.len();
        concepts.loosen(lexicon, own);
        concepts
    }

    /// Adds the distinct names of one exercise.
    fn learn(&mut self, names: Vec<&str>, lexicon: &Lexicon, own: &mut Vocabulary) {
        let mut members: Vec<Vec<Term>> = Vec::with_capacity(names.len());
        for name in names {
            let terms = learn(&words(name), lexicon, own);
            if !terms.is_empty() && !members.iter().any(|known| same(known, &terms)) {
                members.push(terms);
            }
        }
        self.add(members, 0, lexicon, own);
    }

    /// Adds a group; names before `from` are only arrived at, never started from.
    fn add(&mut self, members: Vec<Vec<Term>>, from: usize, lexicon: &Lexicon, own: &Vocabulary) {
        if members.len() < 2 {
            return;
        }
        let group = self.groups.len() as u32;
        for (place, member) in members.iter().enumerate().skip(from) {
            let weight = |term: &Term| own.kind(lexicon, *term).weight();
            let heaviest =
                member.iter().max_by(|a, b| weight(a).total_cmp(&weight(b)).then(b.cmp(a)));
            if let Some(anchor) = heaviest {
                self.anchors.entry(*anchor).or_default().push((group, place as u32));
            }
        }
        self.groups.push(members);
    }

    /// Phrases of the lexicon whose words stand apart or in another order still say the phrase.
    fn loosen(&mut self, lexicon: &Lexicon, own: &Vocabulary) {
        let mut forms: Vec<&str> = lexicon.forms().filter(|form| form.contains(' ')).collect();
        forms.sort_unstable();
        for form in forms {
            let Some(whole) = lexicon.lookup(form) else { continue };
            let parts: Option<Vec<Term>> = form
                .split(' ')
                .map(|word| lexicon.lookup(word))
                .try_fold(Vec::new(), |mut parts, terms| {
                    parts.extend_from_slice(terms?);
                    Some(parts)
                });
            let Some(parts) = parts else { continue };
            let kind = |term: Term| own.kind(lexicon, term);
            let parts = distinct(parts, lexicon, kind);
            let whole = distinct(whole.to_vec(), lexicon, kind);
            let heads = |terms: &[Term]| terms.iter().any(|term| kind(*term) == Kind::Head);
            if parts.len() > 1 && heads(&parts) && heads(&whole) && !same(&parts, &whole) {
                self.add(vec![whole, parts], 1, lexicon, own);
            }
        }
    }

    /// Adds the readings by other names to a reading.
    pub(super) fn extend(
        &self,
        base: &Variant,
        lexicon: &Lexicon,
        own: &Vocabulary,
        to: &mut Vec<Variant>,
    ) {
        let weight = |terms: &[Term]| -> f32 {
            let weights = terms.iter().map(|term| own.kind(lexicon, *term));
            weights.filter(|kind| *kind != Kind::Neutral).map(Kind::weight).sum()
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
            for (rank, (_, other)) in others.take(NAMES).enumerate() {
                if to.len() >= MOST {
                    return;
                }
                let rest = base.terms.iter().filter(|term| !member.contains(term)).copied();
                let terms: Vec<Term> = other.iter().copied().chain(rest).collect();
                let terms = distinct(terms, lexicon, |term| own.kind(lexicon, term));
                if to.iter().any(|known| same(&known.terms, &terms)) {
                    continue;
                }
                let kind = |term: &Term| own.kind(lexicon, *term);
                if is_sibling(member, other, lexicon, own) {
                    continue;
                }
                let usual = lexicon.usual(other);
                let gone = |term: &&Term| !terms.contains(term) && !usual.contains(term);
                let left_out: Vec<Term> = member
                    .iter()
                    .filter(|term| !terms.contains(term) && kind(term).is_slot())
                    .copied()
                    .collect();
                let slots = member.iter().filter(gone).filter(|term| kind(term).is_slot()).count();
                // a library's aliases are generous; a word of its own that they drop is a doubt
                let generous = (self.bridged..self.loose).contains(&(group as usize));
                let own_words = |term: &&Term| matches!(kind(term), Kind::Word | Kind::Target);
                let words =
                    if generous { member.iter().filter(gone).filter(own_words).count() } else { 0 };
                let dropped = slots + words;
                let added = other
                    .iter()
                    .filter(|term| kind(term).is_slot() && !base.terms.contains(term))
                    .filter(|term| !lexicon.usual(member).contains(term))
                    .count();
                // one tool in the place of another is hardly the same exercise
                let tool =
                    |terms: &[Term]| terms.iter().copied().find(|t| kind(t) == Kind::Equipment);
                let swapped = tool(member).zip(tool(&terms)).is_some_and(|(one, another)| {
                    one != another && lexicon.near(one).iter().all(|(near, _)| *near != another)
                });
                let dropped = dropped + if swapped { 2 } else { 0 };
                let penalty = 0.04 + 0.012 * rank as f32 + 0.25 * (1.0 - share);
                to.push(Variant {
                    terms,
                    penalty: base.penalty + penalty + 0.06 * dropped as f32 + 0.03 * added as f32,
                    renamed: true,
                    left_out,
                    words: Vec::new(),
                    ..base.clone()
                });
            }
        }
    }

    fn member(&self, group: u32, place: u32) -> Option<&Vec<Term>> {
        self.groups.get(group as usize)?.get(place as usize)
    }
}

/// Whether two names of a group say different things of the same slot: `lying leg curl` is no
/// `seated leg curl`, whatever both are called without it. A name without a slope is no name of one
/// with a slope either.
fn is_sibling(one: &[Term], other: &[Term], lexicon: &Lexicon, own: &Vocabulary) -> bool {
    [Kind::Angle, Kind::Position].into_iter().any(|slot| {
        let of_slot =
            |terms: &[Term]| terms.iter().copied().find(|term| own.kind(lexicon, *term) == slot);
        match (of_slot(one), of_slot(other)) {
            (Some(one), Some(other)) => {
                one != other && lexicon.near(one).iter().all(|(near, _)| *near != other)
            }
            (Some(_), None) => slot == Kind::Angle,
            (None, _) => false,
        }
    })
}

fn sorted(mut terms: Vec<Term>) -> Vec<Term> {
    terms.sort_unstable();
    terms
}
