//! The matcher: any library in, candidates with calibrated confidence out.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::align::{Alignment, Scales};
use super::band::{Band, Thresholds};
use super::bridge::Bridge;
use super::calibration::{Calibration, Features};
use super::concepts::Concepts;
use super::entry::Entry;
use super::index::Index;
use super::lexicon::{Kind, Lexicon, Term};
use super::normalise::Vocabulary;
use super::remarks::{bare, tells_apart, unlabelled};
use super::spelling::Spelling;
use super::taught::{Meaning, Taught};
use super::variant::Variant;
use super::variants::variants;
use super::words::words;
use crate::library::Library;

/// Finds what a written name means in a library. Clones share the index.
#[derive(Debug, Clone)]
pub struct Matcher {
    entries: Arc<[Entry]>,
    lexicon: &'static Lexicon,
    own: Arc<Vocabulary>,
    index: Arc<Index>,
    spelling: Arc<Spelling>,
    concepts: Arc<Concepts>,
    calibration: Calibration,
    thresholds: Thresholds,
    taught: Taught,
    /// What the exercises that bridge say of names and entries.
    bridge: Arc<Bridge>,
}

/// What a name may mean.
#[derive(Debug, Clone, PartialEq)]
pub struct Matched {
    /// How far the first candidate can be trusted.
    pub band: Band,
    /// Best first; empty when nothing comes near.
    pub candidates: Vec<Candidate>,
}

/// An entry with the probability that it is meant.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// Id within its library.
    pub id: String,
    /// The name it is shown by.
    pub name: String,
    /// Probability that it is right, 0–1.
    pub confidence: f32,
}

/// What names written with the same words gain over others that say the same.
const ALIKE: f32 = 0.03;

/// Names that are looked at closely for one reading of a query.
const CLOSELY: usize = 24;

/// The same for a reading by another name.
const RENAMED: usize = 10;

/// The highest confidence of a match that leaves something open that a person should see.
const DOUBT: f32 = 0.88;

/// The highest confidence of a match by words that are only parts of names.
const VAGUE: f32 = 0.60;

/// How sure another candidate may look beside a taught one.
const BESIDE: f32 = 0.69;

/// What it costs to leave a remark out.
const REMARKED: f32 = 0.02;

/// What it costs to leave words out that are perhaps a remark.
const PERHAPS_REMARKED: f32 = 0.08;

/// A contradiction from which on a person should look.
const CONTRADICTION: f32 = 0.15;

/// Entries whose score is so near to the first that either may be meant.
const NEAR: f32 = 0.05;

/// Share of a name that nobody asked for from which on it says more than the query.
const SAYS_MORE: f32 = 0.15;

/// Longest text that is read, in characters: no name is longer, and work stays bounded.
const LONGEST: usize = 160;

impl Matcher {
    /// A matcher for any library. With a `bridge`, its names and aliases lead from one name of an
    /// exercise to the others, and so to the name the library uses.
    #[must_use]
    pub fn new(entries: Vec<Entry>, bridge: Option<&Library>) -> Self {
        let lexicon = Lexicon::shipped();
        let mut own = Vocabulary::default();
        let mut index = Index::new(&entries, lexicon, &mut own);
        let groups =
            lexicon.concepts().iter().map(|names| names.iter().map(String::as_str).collect());
        let exercises = bridge.map_or(&[][..], Library::exercises);
        let bridged = exercises.iter().map(|exercise| exercise.names().collect());
        let concepts = Concepts::new(groups, bridged, lexicon, &mut own);
        let bridge = Bridge::new(exercises, &entries);
        index.cover(lexicon, &own);
        let spelling = Spelling::new(lexicon, &own);
        let calibration = Calibration::shipped();
        Self {
            entries: entries.into(),
            lexicon,
            own: Arc::new(own),
            index: Arc::new(index),
            spelling: Arc::new(spelling),
            concepts: Arc::new(concepts),
            calibration,
            thresholds: Thresholds::default(),
            taught: Taught::default(),
            bridge: Arc::new(bridge),
        }
    }

    /// A matcher for our own library: names and aliases of every exercise.
    #[must_use]
    pub fn for_library(library: &Library) -> Self {
        Self::new(library.exercises().iter().map(|e| Entry::from(e.as_ref())).collect(), None)
    }

    /// The same matcher with other borders between the bands.
    #[must_use]
    pub const fn with_thresholds(mut self, thresholds: Thresholds) -> Self {
        self.thresholds = thresholds;
        self
    }

    /// The same matcher for somebody who taught names of their own. The index is shared, not made
    /// again.
    #[must_use]
    pub fn with_taught(mut self, taught: Taught) -> Self {
        self.taught = taught;
        self
    }

    /// The names that were taught.
    #[must_use]
    pub const fn taught(&self) -> &Taught {
        &self.taught
    }

    /// The borders between the bands.
    #[must_use]
    pub const fn thresholds(&self) -> Thresholds {
        self.thresholds
    }

    /// What `name` may mean, at most `limit` candidates.
    #[must_use]
    pub fn find(&self, name: &str, limit: usize) -> Matched {
        let mut candidates: Vec<Candidate> = Vec::new();
        for (place, features, cap) in self.weighed(name, limit) {
            let mut confidence = self.calibration.probability(&features).min(cap);
            if let Some(before) = candidates.last() {
                confidence = confidence.min(before.confidence);
            }
            if let Some(entry) = self.entries.get(place as usize) {
                candidates.push(Candidate {
                    id: entry.id.clone(),
                    name: entry.names.first().cloned().unwrap_or_default(),
                    confidence,
                });
            }
        }
        if let Some(known) = self.taught.meaning(name) {
            prefer(known, limit, &mut candidates);
        }
        let best = candidates.first().map_or(0.0, |candidate| candidate.confidence);
        Matched { band: self.thresholds.band(best), candidates }
    }

    /// The features of the best candidates by id, for fitting the calibration.
    #[must_use]
    pub fn features(&self, name: &str, limit: usize) -> Vec<(&str, Features)> {
        let weighed = self.weighed(name, limit);
        weighed
            .into_iter()
            .filter_map(|(place, features, _)| {
                Some((self.entries.get(place as usize)?.id.as_str(), features))
            })
            .collect()
    }

    /// Best entries with their features, and the confidence they may have at most.
    fn weighed(&self, name: &str, limit: usize) -> Vec<(u32, Features, f32)> {
        let name: String = name.chars().take(LONGEST).collect();
        let name = unlabelled(&name);
        let mut words = words(&name);
        let mut readings =
            variants(&words, self.lexicon, &self.own, &self.spelling, &self.concepts);
        let mut verbatim = self.index.verbatim(&words);
        if verbatim.is_empty()
            && let Some(bare) = bare(&name, self.lexicon, &self.own)
            && !tells_apart(&self.index, self.lexicon, &self.own, plain(&readings), &bare.words)
        {
            let mut plainer =
                variants(&bare.words, self.lexicon, &self.own, &self.spelling, &self.concepts);
            for reading in &mut plainer {
                reading.penalty += if bare.certain { REMARKED } else { PERHAPS_REMARKED };
                reading.doubtful |= !bare.certain;
            }
            // the name alone first: what it holds verbatim is read so
            readings = plainer.into_iter().chain(readings).collect();
            verbatim = self.index.verbatim(&bare.words);
            words = bare.words;
        }
        let spelled = self.index.spelled(&words);
        let scales = Scales { lexicon: self.lexicon, index: &self.index };
        let mut tally = self.index.tally();
        // entry → best reading of it
        let mut best: BTreeMap<u32, Found<'_>> = BTreeMap::new();
        let mut leading = 0.0_f32;
        for variant in &readings {
            // a name found as it is written needs no other names, a sure one no far-fetched ones
            if variant.renamed && (!verbatim.is_empty() || leading - 0.75 > 0.3 - variant.penalty) {
                continue;
            }
            let closely = if variant.renamed { RENAMED } else { CLOSELY };
            let asked = scales.asked(&variant.terms, variant.unknown);
            let repaired = (!variant.words.is_empty()).then(|| self.index.spelled(&variant.words));
            let spelled = repaired.as_ref().unwrap_or(&spelled);
            let near = self.index.candidates(self.lexicon, &variant.terms, closely, &mut tally);
            for (_, at) in near {
                let Some(surface) = self.index.surface(*at) else { continue };
                let alignment = scales.align(&asked, surface);
                let against = scales.contradiction(&variant.left_out, surface);
                let score = alignment.score - variant.penalty - against
                    + ALIKE * Index::alike(spelled, surface);
                leading = leading.max(score);
                let found = Found { score, alignment, variant, verbatim: false };
                match best.get_mut(&surface.entry) {
                    Some(known) if known.score >= score => {}
                    Some(known) => *known = found,
                    None => {
                        best.insert(surface.entry, found);
                    }
                }
            }
        }
        if let Some(plain) = readings.first() {
            for at in verbatim {
                if let Some(surface) = self.index.surface(*at) {
                    let alignment = Alignment { score: 1.0 + ALIKE, ..Alignment::default() };
                    let found =
                        Found { score: 1.0 + ALIKE, alignment, variant: plain, verbatim: true };
                    best.insert(surface.entry, found);
                }
            }
        }
        let mut ranked: Vec<(u32, Found<'_>)> = best.into_iter().collect();
        ranked.sort_by(|a, b| b.1.score.total_cmp(&a.1.score).then(a.0.cmp(&b.0)));
        let first = ranked.first().map_or(0.0, |(_, found)| found.score);
        let second = ranked.get(1).map_or(0.0, |(_, found)| found.score);
        let rivals = rivals(&ranked);
        let meant = self.bridge.meant(&words);
        ranked.truncate(limit);
        ranked
            .into_iter()
            .enumerate()
            .map(|(rank, (place, found))| {
                let margin = if rank == 0 { first - second } else { found.score - first - 0.15 };
                let doubt = found.alignment.content_lost
                    || found.variant.doubtful
                    || found.alignment.conflict > CONTRADICTION
                    || self.bridge.means_another(place, meant);
                let cap = if found.verbatim {
                    1.0
                } else if !self.says_what(found.variant) {
                    VAGUE
                } else if doubt {
                    DOUBT
                } else {
                    1.0
                };
                (place, self.features_of(&found, margin, rivals), cap)
            })
            .collect()
    }

    /// Whether a reading names a movement or anything of its own: `standing`, `legs` and `bench`
    /// alone are parts of names, and headings of plans.
    fn says_what(&self, variant: &Variant) -> bool {
        let kinds = variant.terms.iter().map(|term| self.index.kind(*term));
        let mut parts: Vec<Kind> = kinds.clone().filter(|kind| kind.weight() >= 0.5).collect();
        parts.sort_unstable();
        parts.dedup();
        // `Trizeps am Seil überkopf` says it all without a movement
        let together = parts.len() >= 3 && !parts.contains(&Kind::Plan);
        let mut kinds = kinds;
        together || kinds.any(|kind| matches!(kind, Kind::Head | Kind::Word | Kind::Modifier))
    }

    fn features_of(&self, found: &Found<'_>, margin: f32, rivals: f32) -> Features {
        let flag = |yes: bool| if yes { 1.0 } else { 0.0 };
        let Found { score, alignment, variant, verbatim } = *found;
        let head = |term| self.index.kind(term) == Kind::Head;
        let no_head = !variant.terms.iter().any(|term| head(*term));
        [
            score,
            score * score,
            margin.clamp(-0.5, 0.3),
            alignment.unexplained,
            alignment.unasked.min(1.0),
            alignment.conflict,
            variant.repaired,
            flag(variant.renamed),
            flag(verbatim),
            flag(alignment.content_lost),
            flag(alignment.other_head),
            flag(no_head && !verbatim),
            if verbatim { 0.0 } else { rivals },
        ]
    }
}

/// What the words say as they stand; nothing where one had to be repaired.
fn plain(readings: &[Variant]) -> &[Term] {
    readings.iter().find(|reading| reading.penalty == 0.0).map_or(&[], |reading| &reading.terms)
}

/// Puts what a name was taught to be before whatever else was found.
fn prefer(known: &Meaning, limit: usize, candidates: &mut Vec<Candidate>) {
    candidates.retain(|candidate| candidate.id != known.id);
    for other in candidates.iter_mut() {
        other.confidence = other.confidence.min(BESIDE);
    }
    let first = Candidate { id: known.id.clone(), name: known.name.clone(), confidence: 1.0 };
    candidates.insert(0, first);
    candidates.truncate(limit);
}

#[derive(Debug, Clone, Copy)]
struct Found<'a> {
    score: f32,
    alignment: Alignment,
    variant: &'a Variant,
    verbatim: bool,
}

/// How many entries rival the first, 0–1: they score about the same, and each says something else
/// that was not asked for, as for `machine press`.
fn rivals(ranked: &[(u32, Found<'_>)]) -> f32 {
    let Some((_, first)) = ranked.first() else { return 0.0 };
    let says_more = |found: &Found<'_>| found.alignment.unasked > SAYS_MORE;
    if !says_more(first) {
        return 0.0;
    }
    let near = ranked.iter().skip(1).map(|(_, found)| found);
    let near = near.take_while(|found| first.score - found.score < NEAR);
    (near.filter(|found| says_more(found)).count() as f32 / 3.0).min(1.0)
}
