//! The two questions a library is asked: what fits best, and why or why not this one. Walks the
//! whole library; only the hits that are returned cost words.

use super::ranking::{Ranking, best};
use super::request::{Explanation, Request, Suggestions};
use super::{ContextPack, RetrievalIndex};
use crate::domain::ExerciseId;

/// Ranks the library for a request. Pure: the same input gives the same answer, to the bit.
#[must_use]
pub fn suggest(index: &RetrievalIndex, pack: &ContextPack, request: &Request) -> Suggestions {
    let ranking = Ranking::new(index, pack, request);
    let gate = ranking.allowed.compile(index);
    let mut passed = Vec::with_capacity(index.rows.len());
    let mut stopped = Vec::new();
    for (at, row) in index.rows.iter().enumerate() {
        let scored = (ranking.parts(at).1, at);
        if gate.lets_pass(row) && ranking.lets_pass(at) {
            passed.push(scored);
        } else {
            stopped.push(scored);
        }
    }
    let excluded_count = stopped.len();
    let hits = ranking.listed(passed, request);
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
    let exclusions = ranking.exclusions(at, &hit.exercise);
    let gate = ranking.allowed.compile(index);
    let before = |(other, row)| {
        let score = ranking.parts(other).1;
        (score > hit.score || (score == hit.score && other < at))
            && gate.lets_pass(row)
            && ranking.lets_pass(other)
    };
    let rank = exclusions
        .is_empty()
        .then(|| 1 + index.rows.iter().enumerate().filter(|pair| before(*pair)).count());
    let intent = ranking.intent;
    Some(Explanation {
        rank,
        intent,
        score: hit.score,
        parts: hit.parts,
        reasons: hit.reasons,
        exclusions,
    })
}
