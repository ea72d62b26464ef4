//! The ways a query may be meant: as written, with repaired words, and by the other names of the
//! exercise it holds.

use std::collections::HashMap;

use super::index::learn;
use super::lexicon::{Kind, Lexicon, Term};
use super::normalise::{Piece, Vocabulary, distinct, pieces};
use super::spelling::{Repair, Spelling};
use super::words::words;

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
    /// The words after repair; empty where none was repaired.
    pub(super) words: Vec<String>,
}

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

/// Most readings followed up.
const MOST: usize = 24;

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
        for names in bridged {
            concepts.learn(names, lexicon, own);
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
    fn extend(&self, base: &Variant, lexicon: &Lexicon, own: &Vocabulary, to: &mut Vec<Variant>) {
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
                let slope = |terms: &[Term]| terms.iter().copied().find(|t| kind(t) == Kind::Angle);
                if slope(member).is_some() && slope(member) != slope(other) {
                    continue;
                }
                let usual = lexicon.usual(other);
                let gone = |term: &&Term| !terms.contains(term) && !usual.contains(term);
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

fn same(a: &[Term], b: &[Term]) -> bool {
    a.len() == b.len() && a.iter().all(|term| b.contains(term))
}

/// Every reading of the words worth following up, the plainest first.
pub(super) fn variants(
    words: &[String],
    lexicon: &Lexicon,
    own: &Vocabulary,
    spelling: &Spelling,
    concepts: &Concepts,
) -> Vec<Variant> {
    let plain = reading(words, lexicon, own);
    let mut all = Vec::with_capacity(MOST);
    for repaired in repaired(words, &plain.1, lexicon, own, spelling) {
        if !all.iter().any(|known: &Variant| same(&known.terms, &repaired.terms)) {
            all.push(repaired);
        }
    }
    all.push(plain.0);
    all.sort_by(|a, b| (a.unknown as f32 + a.penalty).total_cmp(&(b.unknown as f32 + b.penalty)));
    all.truncate(6);
    for variant in all.clone() {
        concepts.extend(&variant, lexicon, own, &mut all);
    }
    all
}

/// The words read as they stand, and the places of those nobody knows.
fn reading(words: &[String], lexicon: &Lexicon, own: &Vocabulary) -> (Variant, Vec<usize>) {
    let mut terms = Vec::with_capacity(words.len());
    let mut unknown = Vec::new();
    for piece in pieces(words, lexicon, own) {
        match piece {
            Piece::Known(known) => terms.extend(known),
            Piece::Unknown(at) => unknown.push(at),
        }
    }
    let variant = Variant {
        terms: distinct(terms, lexicon, |term| own.kind(lexicon, term)),
        unknown: unknown.len(),
        penalty: 0.0,
        repaired: 0.0,
        doubtful: false,
        renamed: false,
        words: Vec::new(),
    };
    (variant, unknown)
}

/// Most unknown words that are repaired together.
const REPAIRED: usize = 3;

/// Letters of a word that may have lost an `s`.
const SHORT: usize = 5;

/// Slips per letter of a text without a known word from which on another word was meant.
const FARTHEST: f32 = 0.15;

/// The readings with unknown words repaired, each by the words that may have been meant.
fn repaired(
    words: &[String],
    unknown: &[usize],
    lexicon: &Lexicon,
    own: &Vocabulary,
    spelling: &Spelling,
) -> Vec<Variant> {
    // (words so far, cost, penalty, doubtful)
    let mut texts: Vec<(Vec<String>, f32, f32, bool)> = vec![(words.to_vec(), 0.0, 0.0, false)];
    for &at in unknown.iter().take(REPAIRED) {
        let Some(word) = words.get(at) else { continue };
        let mut repairs = spelling.repairs(word, 6);
        if word.chars().count() <= SHORT || repairs.first().is_none_or(|first| first.cost > 1.0) {
            // the last letter may have been taken for the ending of a plural: `pres`
            repairs.extend(spelling.repairs(&format!("{word}s"), 6));
            repairs.sort_by(|a, b| a.cost.total_cmp(&b.cost).then_with(|| a.text.cmp(&b.text)));
            repairs.dedup_by(|a, b| a.text == b.text);
            repairs.truncate(6);
        }
        let length = word.chars().count().max(1) as f32;
        let nearest = repairs.first().map_or(0.0, |repair| repair.cost);
        let mut next = Vec::new();
        for (text, cost, penalty, doubtful) in &texts {
            for repair in &repairs {
                let mut text = text.clone();
                if let Some(slot) = text.get_mut(at) {
                    slot.clone_from(&repair.text);
                }
                let alone = unknown.len() == words.len() && repair.cost > FARTHEST * length;
                let doubt = *doubtful || alone || doubted(repair, &repairs);
                let farther = 0.12 * (repair.cost - nearest);
                let penalty = penalty + 0.02 + 0.25 * repair.cost / length + farther;
                next.push((text, cost + repair.cost, penalty, doubt));
            }
            if repairs.is_empty() {
                next.push((text.clone(), *cost, *penalty, *doubtful));
            }
        }
        next.sort_by(|a, b| a.2.total_cmp(&b.2));
        next.truncate(8);
        texts = next;
    }
    texts.retain(|(_, cost, _, _)| *cost > 0.0);
    texts
        .into_iter()
        .map(|(text, cost, penalty, doubtful)| {
            // two words may have been put in the place of one
            let text: Vec<String> =
                text.iter().flat_map(|words| words.split(' ').map(str::to_owned)).collect();
            let (variant, _) = reading(&text, lexicon, own);
            Variant { repaired: cost, penalty, doubtful, words: text, ..variant }
        })
        .collect()
}

/// Whether a repair makes a movement of the word while another movement is about as near.
fn doubted(repair: &Repair, all: &[Repair]) -> bool {
    repair.head
        && all.iter().any(|other| {
            other.head && other.terms != repair.terms && other.cost <= repair.cost + 0.35
        })
}
