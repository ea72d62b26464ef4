//! The parts of the score of every possible exercise, reckoned once per scenario: as the score is
//! their weighted sum, any weights can be tried on them without ranking again.

use planwright::domain::ExerciseId;
use planwright::retrieval::{Intent, Parts, ProfileWeights, RetrievalIndex, Weights, suggest};

use crate::scenario::Scenario;

/// The weights of the program.
pub(crate) fn published(intent: Intent) -> (Weights, ProfileWeights) {
    (intent.weights(), intent.profile_weights())
}

/// One scenario as the program sees it.
pub(crate) struct Ranked<'a> {
    pub(crate) scenario: &'a Scenario,
    /// The intent that was understood.
    pub(crate) intent: Intent,
    /// What is possible, in the order of ids, which decides between equal scores.
    candidates: Vec<(ExerciseId, Parts)>,
    /// The first ten as the program lists them, variants folded.
    pub(crate) listed: Vec<ExerciseId>,
}

impl<'a> Ranked<'a> {
    pub(crate) fn new(index: &RetrievalIndex, scenario: &'a Scenario) -> Self {
        let mut request = scenario.request();
        request.limit = usize::MAX;
        let answer = suggest(index, &scenario.pack(index.library()), &request);
        let mut candidates: Vec<(ExerciseId, Parts)> =
            answer.hits.into_iter().map(|hit| (hit.exercise.id.clone(), hit.parts)).collect();
        candidates.sort_by(|a, b| a.0.cmp(&b.0));
        let pack = scenario.pack(index.library());
        let listed = suggest(index, &pack, &scenario.request()).hits;
        let listed = listed.into_iter().map(|hit| hit.exercise.id.clone()).collect();
        Self { scenario, listed, intent: answer.intent, candidates }
    }

    /// The first ten with these weights, each with its score.
    pub(crate) fn top(
        &self,
        weights: &Weights,
        profile: &ProfileWeights,
    ) -> Vec<(ExerciseId, f32)> {
        let mut scored: Vec<(f32, &ExerciseId)> =
            self.candidates.iter().map(|(id, parts)| (parts.score(weights, profile), id)).collect();
        scored.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
        scored.into_iter().take(10).map(|(score, id)| (id.clone(), score)).collect()
    }

    /// nDCG@10 with these weights.
    pub(crate) fn ndcg(&self, weights: &Weights, profile: &ProfileWeights) -> f64 {
        let top: Vec<ExerciseId> =
            self.top(weights, profile).into_iter().map(|(id, _)| id).collect();
        self.scenario.ndcg(&top)
    }

    /// Whether an exercise passes the hard constraints of the scenario.
    pub(crate) fn is_possible(&self, id: &ExerciseId) -> bool {
        self.candidates.binary_search_by(|(known, _)| known.cmp(id)).is_ok()
    }

    /// The score parts of an exercise, where it is possible.
    pub(crate) fn parts(&self, id: &ExerciseId) -> Option<&Parts> {
        let at = self.candidates.binary_search_by(|(known, _)| known.cmp(id)).ok()?;
        self.candidates.get(at).map(|(_, parts)| parts)
    }
}
