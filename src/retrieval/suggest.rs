//! The ranking itself: request and pack in, hits with reasons out. Walks the whole library; only
//! the hits that are returned cost words.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use crate::domain::{Exercise, ExerciseId, Message};
use crate::library::Library;

use super::filter::{Allowed, Exclusion, KindFilter};
use super::graph::{Step, steps};
use super::index::Row;
use super::lifts::{Lifts, is_lift};
use super::query::Parsed;
use super::reasons::{self, Grounds};
use super::score::{Parts, Scorer};
use super::{ContextPack, Intent, RetrievalIndex, TargetProfile};

/// What the coach asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Free words; may be empty.
    pub query: String,
    /// The intent, where it was chosen by hand; else the query decides.
    pub intent: Option<Intent>,
    /// A request that a model has read already; stands in for reading the query here.
    pub parsed: Option<Parsed>,
    /// Kinds wanted; empty: both.
    pub kinds: Vec<KindFilter>,
    /// Most hits to return.
    pub limit: usize,
}

impl Default for Request {
    fn default() -> Self {
        let (query, kinds) = (String::new(), Vec::new());
        Self { query, intent: None, parsed: None, kinds, limit: 20 }
    }
}

/// One suggestion.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The exercise.
    pub exercise: Arc<Exercise>,
    /// 0–1.
    pub score: f32,
    /// What the score is made of.
    pub parts: Parts,
    /// Why it is suggested, the strongest reason first; at least one.
    pub reasons: Vec<Message>,
}

/// An exercise that would rank high but is not possible.
#[derive(Debug, Clone, PartialEq)]
pub struct Excluded {
    /// The exercise.
    pub exercise: Arc<Exercise>,
    /// What it would score.
    pub score: f32,
    /// What stands against it.
    pub exclusions: Vec<Exclusion>,
}

/// The answer to a request.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestions {
    /// Best first; equal scores by id.
    pub hits: Vec<Hit>,
    /// The best of those left out, best first, at most as many as hits were asked for.
    pub excluded: Vec<Excluded>,
    /// How many were left out in all.
    pub excluded_count: usize,
    /// The intent that decided the weights.
    pub intent: Intent,
    /// The request as it was understood.
    pub parsed: Parsed,
    /// The exercise it builds on.
    pub anchor: Option<ExerciseId>,
    /// What the plan asks for.
    pub target: TargetProfile,
}

/// Why an exercise stands where it stands, or is not suggested at all.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// Place in the ranking, from 1; `None` when it is left out.
    pub rank: Option<usize>,
    /// What it scores, or would score.
    pub score: f32,
    /// What the score is made of.
    pub parts: Parts,
    /// What speaks for it.
    pub reasons: Vec<Message>,
    /// What stands against it; empty when it is ranked.
    pub exclusions: Vec<Exclusion>,
}

/// Ranks the library for a request. Pure: the same input gives the same answer, to the bit.
#[must_use]
pub fn suggest(index: &RetrievalIndex, pack: &ContextPack, request: &Request) -> Suggestions {
    let ranking = Ranking::new(index, pack, request);
    let gate = ranking.allowed.compile(index);
    let mut passed = Vec::with_capacity(index.rows.len());
    let mut stopped = Vec::new();
    for (at, row) in index.rows.iter().enumerate() {
        let scored = (ranking.parts(at).1, at);
        if gate.lets_pass(row) { passed.push(scored) } else { stopped.push(scored) }
    }
    let excluded_count = stopped.len();
    let hits = best(passed, request.limit).into_iter().filter_map(|at| ranking.hit(at)).collect();
    let excluded =
        best(stopped, request.limit).into_iter().filter_map(|at| ranking.excluded(at)).collect();
    Suggestions {
        hits,
        excluded,
        excluded_count,
        intent: ranking.intent,
        anchor: ranking.anchor_id().cloned(),
        parsed: ranking.parsed,
        target: ranking.target,
    }
}

/// Why, or why not, one exercise is suggested. `None` when the library does not hold it.
#[must_use]
pub fn explain(
    index: &RetrievalIndex,
    pack: &ContextPack,
    request: &Request,
    exercise: &ExerciseId,
) -> Option<Explanation> {
    let at = index.library().position(exercise)?;
    let ranking = Ranking::new(index, pack, request);
    let hit = ranking.hit(at)?;
    let exclusions = ranking.allowed.exclusions(&hit.exercise);
    let gate = ranking.allowed.compile(index);
    let before = |(other, row)| {
        let score = ranking.parts(other).1;
        (score > hit.score || (score == hit.score && other < at)) && gate.lets_pass(row)
    };
    let rank = exclusions
        .is_empty()
        .then(|| 1 + index.rows.iter().enumerate().filter(|pair| before(*pair)).count());
    Some(Explanation { rank, score: hit.score, parts: hit.parts, reasons: hit.reasons, exclusions })
}

/// The places of the `limit` best, best first; equal scores by place, which is the order of ids.
fn best(mut scored: Vec<(f32, usize)>, limit: usize) -> Vec<usize> {
    let order = |a: &(f32, usize), b: &(f32, usize)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
    if scored.len() > limit {
        scored.select_nth_unstable_by(limit, order);
        scored.truncate(limit);
    }
    scored.sort_unstable_by(order);
    scored.into_iter().map(|(_, at)| at).collect()
}

/// Everything that stays the same while the library is walked.
struct Ranking<'a> {
    index: &'a RetrievalIndex,
    pack: &'a ContextPack,
    intent: Intent,
    parsed: Parsed,
    allowed: Allowed,
    anchor: Option<usize>,
    target: TargetProfile,
    scorer: Scorer<'a>,
    fulltext: HashMap<usize, f32>,
    steps: BTreeMap<usize, Step<'a>>,
    planned: BTreeSet<usize>,
    recent: BTreeSet<usize>,
}

impl<'a> Ranking<'a> {
    fn new(index: &'a RetrievalIndex, pack: &'a ContextPack, request: &Request) -> Self {
        let library = index.library();
        let parsed = request.parsed.clone().unwrap_or_else(|| Parsed::new(&request.query, index));
        let intent = request.intent.unwrap_or(parsed.intent);
        let anchor_id = parsed.anchor.as_ref().or(pack.anchor.as_ref());
        let target = TargetProfile::new(pack, intent, anchor_id, &parsed.skills, library);
        let places = |ids: &[ExerciseId]| -> BTreeSet<usize> {
            ids.iter().filter_map(|id| library.position(id)).collect()
        };
        let anchor = anchor_id.and_then(|id| library.position(id));
        let planned_in_order: Vec<usize> =
            pack.planned.iter().filter_map(|id| library.position(id)).collect();
        let (section, youngest) = (pack.section_kind, pack.constraints.youngest);
        let row = |at: usize| index.rows.get(at);
        let lifts = match anchor.and_then(row) {
            Some(anchor) if intent == Intent::DeepenExercise => Lifts::anchor(anchor),
            _ => Lifts::planned(planned_in_order.iter().filter_map(|at| row(*at))),
        };
        let scorer =
            Scorer::new(index, &target, anchor, &planned_in_order, section, youngest, lifts);
        let graph = parsed.graph.as_ref().or(pack.graph.as_ref());
        Self {
            scorer,
            fulltext: fulltext(library, &parsed, request, intent),
            steps: steps(library, anchor_id, graph, pack),
            planned: places(&pack.planned),
            recent: places(&pack.recent),
            allowed: allowed(pack, &parsed, request),
            index,
            pack,
            intent,
            parsed,
            anchor,
            target,
        }
    }

    fn anchor_id(&self) -> Option<&ExerciseId> {
        Some(&self.index.library().at(self.anchor?)?.id)
    }

    /// Parts and score of the candidate at a place.
    fn parts(&self, at: usize) -> (Parts, f32) {
        let Some(row) = self.index.rows.get(at) else { return (Parts::default(), 0.0) };
        let mut parts = self.scorer.parts(row);
        parts.fulltext = self.fulltext.get(&at).copied().unwrap_or_default();
        // an anchor named in the request need not be planned, but it is no suggestion either
        let builds_on_it = self.anchor == Some(at) && self.intent != Intent::FreeSearch;
        let repeats = builds_on_it || self.planned.contains(&at);
        parts.repeat = if repeats { -1.0 } else { 0.0 };
        // nothing leads to what is there already
        parts.progression = if repeats { 0.0 } else { self.progression(at, row) };
        parts.group_repeat = if self.recent.contains(&at) { -0.5 } else { 0.0 };
        (parts, parts.score(&self.intent.weights(), &self.intent.profile_weights()))
    }

    /// The place in a graph. A lift that continues a lift of the same pattern belongs into a later
    /// unit, in its place: beside it, it counts little, unless progression is what was asked for.
    fn progression(&self, at: usize, row: &Row) -> f32 {
        const IN_ITS_PLACE: f32 = 0.2;
        let Some(step) = self.steps.get(&at) else { return 0.0 };
        let from = self.index.library().position(&step.edge.from);
        let from = from.and_then(|from| self.index.rows.get(from));
        let continues = matches!(self.intent, Intent::SuggestNext | Intent::ContinuePlanGoal);
        let replaces = continues
            && from
                .is_some_and(|from| is_lift(from) && is_lift(row) && from.pattern == row.pattern);
        if replaces { IN_ITS_PLACE * step.value } else { step.value }
    }

    fn hit(&self, at: usize) -> Option<Hit> {
        let exercise = self.index.library().at(at)?;
        let (parts, score) = self.parts(at);
        let grounds = Grounds {
            exercise,
            parts: &parts,
            intent: self.intent,
            target: &self.target,
            step: self.steps.get(&at),
            anchor: self.anchor.and_then(|at| self.index.library().at(at)).map(AsRef::as_ref),
            pack: self.pack,
            library: self.index.library(),
        };
        let reasons = reasons::of(&grounds);
        Some(Hit { exercise: Arc::clone(exercise), score, parts, reasons })
    }

    fn excluded(&self, at: usize) -> Option<Excluded> {
        let exercise = self.index.library().at(at)?;
        let exclusions = self.allowed.exclusions(exercise);
        Some(Excluded { exercise: Arc::clone(exercise), score: self.parts(at).1, exclusions })
    }
}

/// What the situation allows, narrowed by the request.
fn allowed(pack: &ContextPack, parsed: &Parsed, request: &Request) -> Allowed {
    let mut constraints = pack.constraints.clone();
    if parsed.without_equipment {
        constraints.equipment = Some(BTreeSet::new());
    }
    constraints.injuries.extend(&parsed.injuries);
    if let Some(level) = parsed.level {
        constraints.level = Some(constraints.level.map_or(level, |known| known.min(level)));
    }
    if let Some(minutes) = parsed.minutes {
        let left = constraints.minutes_left.map_or(minutes, |known| known.min(minutes));
        constraints.minutes_left = Some(left);
    }
    Allowed { constraints, partner: parsed.partner, kinds: request.kinds.clone() }
}

/// How well exercises answer the words of the query, by place.
fn fulltext(
    library: &Library,
    parsed: &Parsed,
    request: &Request,
    intent: Intent,
) -> HashMap<usize, f32> {
    /// What scattered words are worth beside a name that explains them all.
    const SCATTERED: f32 = 0.85;
    /// For how many entries a single name is looked for.
    const CLOSELY: usize = 64;
    // chosen by hand, a free search takes every word as it stands
    let by_hand = request.intent == Some(Intent::FreeSearch) && request.parsed.is_none();
    let words = if by_hand { &request.query } else { &parsed.text };
    if words.trim().is_empty() {
        return HashMap::new();
    }
    let index = library.search_index();
    let mut scores: HashMap<usize, f32> = index
        .relevance(words)
        .into_iter()
        .map(|found| (found.position, found.confidence * SCATTERED))
        .collect();
    let closely = if intent == Intent::FreeSearch { CLOSELY } else { CLOSELY / 4 };
    for found in index.search(words, closely) {
        let score = scores.entry(found.position).or_default();
        *score = score.max(found.confidence);
    }
    scores
}
