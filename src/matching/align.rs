//! How well a query's terms and a name's terms say the same: weighted overlap, what stays
//! unexplained on either side, and what contradicts.

use super::index::{Index, Surface};
use super::lexicon::{Kind, Lexicon, Term};

/// What an alignment found. Shares are parts of the query's or the name's weight, 0–1.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Alignment {
    /// The whole as one number, 0–1.
    pub(super) score: f32,
    /// Share of the query nothing explains.
    pub(super) unexplained: f32,
    /// Share of the name the query does not ask for.
    pub(super) unasked: f32,
    /// Sum of contradictions.
    pub(super) conflict: f32,
    /// The query names a movement and the name is not of it.
    pub(super) other_head: bool,
    /// A word with a meaning of its own is unexplained.
    pub(super) content_lost: bool,
}

/// What both sides are compared with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scales<'a> {
    pub(super) lexicon: &'a Lexicon,
    pub(super) index: &'a Index,
}

/// Cost of a term of the name that the query does not ask for, against an unexplained one of the
/// query: a coach writes less than a library, seldom more.
const UNASKED: f32 = 0.55;

/// A reading of a query, prepared for many alignments.
#[derive(Debug)]
pub(super) struct Asked<'a> {
    terms: &'a [Term],
    unknown: usize,
    usual: &'a [Term],
    /// Slots of which the query says something.
    slots: Vec<Kind>,
}

impl<'a> Scales<'a> {
    /// Prepares terms of a query and `unknown` more words that nobody knows.
    pub(super) fn asked(&self, terms: &'a [Term], unknown: usize) -> Asked<'a> {
        let mut slots: Vec<Kind> =
            terms.iter().map(|term| self.index.kind(*term)).filter(|kind| kind.is_slot()).collect();
        slots.sort_unstable();
        slots.dedup();
        Asked { terms, unknown, usual: self.lexicon.usual(terms), slots }
    }

    /// Aligns a query with a name.
    pub(super) fn align(&self, asked: &Asked<'_>, surface: &Surface) -> Alignment {
        let Asked { terms: query, unknown, usual, .. } = *asked;
        let implied = self.index.implied(surface.entry);
        let kind = |term: Term| self.index.kind(term);
        let (mut total, mut explained) = (0.0_f32, 0.0_f32);
        let mut content_lost = unknown > 0;
        let (mut heads, mut heads_met) = (false, false);
        let equipped = surface.terms.iter().any(|term| kind(*term) == Kind::Equipment);
        for &term in query {
            let mut weight = self.index.weight(term);
            let kind = kind(term);
            let mut share = self.best(term, &surface.terms);
            if share < 1.0 {
                // a name that says what it is done with is not done with something else besides
                let told = kind == Kind::Equipment && equipped;
                share = share.max(self.best(term, implied) * if told { 0.5 } else { 0.95 });
            }
            // what is usual goes without saying on the other side as well
            let unsaid = share < 0.3 && kind != Kind::Head && usual.contains(&term);
            if unsaid {
                weight *= 0.3;
            }
            total += weight;
            explained += weight * share;
            match kind {
                Kind::Head => {
                    heads = true;
                    heads_met |= share >= 0.3;
                    content_lost |= share < 0.3;
                }
                Kind::Neutral | Kind::Number => {}
                _ => content_lost |= share < 0.3 && !unsaid,
            }
        }
        let lost = total - explained + unknown as f32;
        total += unknown as f32;
        let mut unasked = 0.0;
        let mut moves = false;
        for &term in &surface.terms {
            moves |= kind(term) == Kind::Head;
            let share = self.best(term, query);
            if share >= 1.0 {
                continue;
            }
            let cost = match usual.iter().position(|usual| *usual == term) {
                Some(place) => 0.1 + 0.12 * place as f32,
                None => 1.0,
            };
            // who means one side says so
            let cost = if cost >= 1.0 && kind(term) == Kind::Lateral { 1.5 } else { cost.min(1.0) };
            unasked += self.index.weight(term) * (1.0 - share) * cost;
        }
        // equipment the library knows of, unless the name says it or it is the usual one
        for &term in implied {
            let said = surface.terms.contains(&term) || query.contains(&term);
            if kind(term) == Kind::Equipment && !said && !usual.contains(&term) {
                unasked += 0.15 * self.index.weight(term);
            }
        }
        let conflict = asked
            .slots
            .iter()
            .map(|slot| self.conflict(*slot, query, surface, implied))
            .sum::<f32>();
        let other_head = heads && !heads_met && moves;
        let overlap = explained / (explained + lost + UNASKED * unasked).max(0.01);
        let score = overlap - conflict - if other_head { 0.3 } else { 0.0 };
        Alignment {
            score: score.clamp(0.0, 1.0),
            unexplained: lost / total.max(0.01),
            unasked: unasked / surface.weight.max(0.01),
            conflict,
            other_head,
            content_lost,
        }
    }

    /// The best share of a match that `term` finds among `others`.
    fn best(&self, term: Term, others: &[Term]) -> f32 {
        if others.contains(&term) {
            return 1.0;
        }
        let near = self.lexicon.near(term).iter().filter(|(near, _)| others.contains(near));
        near.map(|(_, share)| *share).fold(0.0, f32::max)
    }

    /// What a name says against terms that were left out of the query when it was read by another
    /// name: `leg curl`, read for `lying leg curl`, is still no seated one.
    pub(super) fn contradiction(&self, left_out: &[Term], surface: &Surface) -> f32 {
        let against = |term: &Term| self.conflict(self.index.kind(*term), &[*term], surface, &[]);
        left_out.iter().map(against).sum()
    }

    /// What the two sides say against each other in a slot.
    fn conflict(&self, slot: Kind, query: &[Term], surface: &Surface, implied: &[Term]) -> f32 {
        let of_slot = |term: &&Term| self.index.kind(**term) == slot;
        let named = surface.terms.iter().any(|term| of_slot(&term));
        let there: &[Term] = if named { &surface.terms } else { implied };
        if !there.iter().any(|term| of_slot(&term)) {
            return 0.0;
        }
        let asked = query.iter().filter(of_slot);
        let nearest = asked.map(|term| self.best(*term, there)).fold(0.0, f32::max);
        (1.0 - nearest).powi(2) * weight_of(slot)
    }
}

/// How much a contradiction in a slot takes off the score.
const fn weight_of(slot: Kind) -> f32 {
    match slot {
        Kind::Angle => 0.30,
        Kind::Equipment => 0.25,
        Kind::Grip | Kind::Position => 0.15,
        Kind::Lateral => 0.12,
        _ => 0.0,
    }
}
