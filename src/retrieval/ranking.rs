//! One ranking: everything that stays the same while the library is walked, the score of a
//! candidate, and the list as it is shown.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::context::FADING;
use super::filter::{Allowed, Exclusion};
use super::fulltext::Fulltext;
use super::graph::{Step, steps};
use super::index::Row;
use super::lifts::{Lifts, is_lift};
use super::query::Parsed;
use super::reasons::{self, Grounds};
use super::request::{Excluded, Hit, Request};
use super::score::{Parts, Scorer};
use super::taught::Taught;
use super::{ContextPack, Intent, RetrievalIndex, TargetProfile, variants};
use crate::domain::{EquipmentId, Exercise, ExerciseId};
use crate::library::Library;

/// How many candidates are looked at for variants, beyond the hits that are shown.
const LOOKED_AT: usize = 60;

/// The places of the `limit` best, best first; equal scores by place, which is the order of ids.
pub(super) fn best(mut scored: Vec<(f32, usize)>, limit: usize) -> Vec<usize> {
    let order = |a: &(f32, usize), b: &(f32, usize)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
    if scored.len() > limit {
        scored.select_nth_unstable_by(limit, order);
        scored.truncate(limit);
    }
    scored.sort_unstable_by(order);
    scored.into_iter().map(|(_, at)| at).collect()
}

/// Everything that stays the same while the library is walked.
pub(super) struct Ranking<'a> {
    index: &'a RetrievalIndex,
    pack: &'a ContextPack,
    pub(super) intent: Intent,
    pub(super) parsed: Parsed,
    pub(super) allowed: Allowed,
    anchor: Option<usize>,
    pub(super) target: TargetProfile,
    scorer: Scorer<'a>,
    fulltext: Fulltext,
    steps: BTreeMap<usize, Step<'a>>,
    planned: BTreeSet<usize>,
    /// Places of what the last units held, with how much that counts: 1 for the newest.
    recent: BTreeMap<usize, f32>,
    taught: Taught,
    /// Places a step before which was never trained, with that step.
    unprepared: BTreeMap<usize, ExerciseId>,
    /// Places that hold the additional term; `None` without one.
    holding_term: Option<BTreeSet<usize>>,
    pinned: Vec<usize>,
    dismissed: BTreeSet<usize>,
    term: &'a str,
}

impl<'a> Ranking<'a> {
    pub(super) fn new(
        index: &'a RetrievalIndex,
        pack: &'a ContextPack,
        request: &'a Request,
    ) -> Self {
        let library = index.library();
        let parsed = request.parsed.clone().unwrap_or_else(|| Parsed::new(&request.query, index));
        let intent = request.intent.unwrap_or(parsed.intent);
        let anchor_id = parsed.anchor.as_ref().or(pack.anchor.as_ref());
        let target = TargetProfile::new(pack, intent, anchor_id, &parsed.skills, library);
        let places = |ids: &[ExerciseId]| -> BTreeSet<usize> {
            ids.iter().filter_map(|id| library.position(id)).collect()
        };
        let anchor = anchor_id.and_then(|id| library.position(id));
        let row = |at: usize| index.rows.get(at);
        let planned = pack.planned.iter().filter_map(|id| row(library.position(id)?));
        let lifts = match anchor.and_then(row) {
            Some(anchor) if intent == Intent::DeepenExercise => Lifts::anchor(anchor),
            _ => Lifts::planned(planned),
        };
        let scorer = Scorer::new(index, &target, anchor, pack, lifts);
        let graph = parsed.graph.as_ref().or(pack.graph.as_ref());
        let taught = Taught::new(pack, library);
        Self {
            scorer,
            fulltext: Fulltext::new(index, &parsed, request, intent, pack.constraints.youngest),
            steps: steps(library, anchor_id, graph, pack),
            planned: places(&pack.planned),
            recent: lately(pack, library),
            // who searches for an exercise by its words knows why
            unprepared: match intent {
                Intent::FreeSearch => BTreeMap::new(),
                _ => taught.unprepared(library),
            },
            taught,
            holding_term: holding(request.term.trim(), library),
            pinned: request.pinned.iter().filter_map(|id| library.position(id)).collect(),
            dismissed: places(&request.dismissed),
            term: request.term.trim(),
            allowed: allowed(pack, &parsed, request),
            index,
            pack,
            intent,
            parsed,
            anchor,
            target,
        }
    }

    pub(super) fn anchor_id(&self) -> Option<&ExerciseId> {
        Some(&self.index.library().at(self.anchor?)?.id)
    }

    /// Parts and score of the candidate at a place.
    pub(super) fn parts(&self, at: usize) -> (Parts, f32) {
        let Some(row) = self.index.rows.get(at) else { return (Parts::default(), 0.0) };
        let mut parts = self.scorer.parts(row);
        parts.fulltext = self.fulltext.of(at, row, self.index);
        // an anchor named in the request need not be planned, but it is no suggestion either
        let builds_on_it = self.anchor == Some(at) && self.intent != Intent::FreeSearch;
        let repeats = builds_on_it || self.planned.contains(&at);
        parts.repeat = if repeats { -1.0 } else { 0.0 };
        // nothing leads to what is there already
        parts.progression = if repeats { 0.0 } else { self.progression(at, row) };
        parts.group_repeat = self.recent.get(&at).map_or(0.0, |share| -0.5 * share);
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
        // a next step is one where it is at home: no throw into the game, no game into the drill
        let home = match self.intent {
            Intent::ProgressionNext => 1.0,
            _ => self.scorer.belongs(row),
        };
        home * if replaces { IN_ITS_PLACE * step.value } else { step.value }
    }

    /// What the whole library cannot be asked by comparing a few numbers.
    pub(super) fn lets_pass(&self, at: usize) -> bool {
        (self.dismissed.is_empty() || !self.dismissed.contains(&at))
            && self.holding_term.as_ref().is_none_or(|holding| holding.contains(&at))
            && (self.unprepared.is_empty() || !self.unprepared.contains_key(&at))
    }

    /// Everything that stands against an exercise.
    pub(super) fn exclusions(&self, at: usize, exercise: &Exercise) -> Vec<Exclusion> {
        let mut found = self.allowed.exclusions(exercise);
        let name = |id: ExerciseId| self.index.library().get(&id).map(|e| e.name.clone());
        let missing = self.unprepared.get(&at).cloned();
        found.extend(missing.and_then(name).map(Exclusion::Prerequisite));
        if self.holding_term.as_ref().is_some_and(|holding| !holding.contains(&at)) {
            found.push(Exclusion::Term(self.term.to_owned()));
        }
        if self.dismissed.contains(&at) {
            found.push(Exclusion::Dismissed);
        }
        found
    }

    /// The hits as they are listed: what is pinned first, then the best, variants folded unless
    /// words were searched for.
    pub(super) fn listed(&self, passed: Vec<(f32, usize)>, request: &Request) -> Vec<Hit> {
        let limit = request.limit;
        let mut pinned = self.pinned.clone();
        pinned.retain(|at| passed.iter().any(|(_, passed)| passed == at));
        let looked_at =
            if self.intent == Intent::FreeSearch { limit } else { limit.saturating_add(LOOKED_AT) };
        let mut ranked = best(passed, looked_at);
        ranked.retain(|at| !pinned.contains(at));
        let room = limit.saturating_sub(pinned.len());
        let folded = if self.intent == Intent::FreeSearch || limit > MANY {
            ranked.into_iter().take(room).map(|at| (at, Vec::new())).collect()
        } else {
            let library = self.index.library();
            let rows = ranked.iter().filter_map(|at| Some((*at, library.at(*at)?.as_ref())));
            variants::fold(rows, room)
        };
        let name = |at: usize| self.index.library().at(at).map(|exercise| exercise.id.clone());
        let pinned = pinned.into_iter().map(|at| (at, Vec::new()));
        pinned
            .chain(folded)
            .filter_map(|(at, behind)| {
                let variants = behind.into_iter().filter_map(name).collect();
                Some(Hit { variants, ..self.hit(at)? })
            })
            .collect()
    }

    pub(super) fn hit(&self, at: usize) -> Option<Hit> {
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
            taught: &self.taught,
        };
        let reasons = reasons::of(&grounds);
        Some(Hit { exercise: Arc::clone(exercise), score, parts, reasons, variants: Vec::new() })
    }

    pub(super) fn excluded(&self, at: usize) -> Option<Excluded> {
        let exercise = self.index.library().at(at)?;
        let exclusions = self.exclusions(at, exercise);
        Some(Excluded { exercise: Arc::clone(exercise), score: self.parts(at).1, exclusions })
    }
}

/// A list longer than this is read as a whole, with every variant in its place.
const MANY: usize = 200;

/// Places of what the last units held; older units count less and less.
fn lately(pack: &ContextPack, library: &Library) -> BTreeMap<usize, f32> {
    let mut places = BTreeMap::new();
    let mut share = 1.0;
    for unit in &pack.recent {
        for at in unit.iter().filter_map(|id| library.position(id)) {
            places.entry(at).or_insert(share);
        }
        share *= FADING;
    }
    places
}

/// Places that hold every word of a term in names or facts; `None` without a term.
fn holding(term: &str, library: &Library) -> Option<BTreeSet<usize>> {
    let found = || library.search_index().search(term, usize::MAX / 4).into_iter();
    (!term.is_empty()).then(|| found().map(|found| found.position).collect())
}

/// What nobody means who asks for something without equipment.
const UNDER_AND_ON: [&str; 4] = ["tatami", "mat", "gi", "belt"];

/// What the situation allows, narrowed by the request.
fn allowed(pack: &ContextPack, parsed: &Parsed, request: &Request) -> Allowed {
    let mut constraints = pack.constraints.clone();
    if parsed.without_equipment {
        // mats lie there and clothing is worn: neither is what such a request means
        let stays = |thing: &EquipmentId| UNDER_AND_ON.contains(&thing.as_str());
        let there = constraints.equipment.unwrap_or_default();
        constraints.equipment = Some(there.into_iter().filter(stays).collect());
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
