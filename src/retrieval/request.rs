//! Question and answer of a ranking, as plain values.

use std::sync::Arc;

use super::filter::{Exclusion, KindFilter};
use super::query::Parsed;
use super::score::Parts;
use super::{Intent, TargetProfile};
use crate::domain::{Exercise, ExerciseId, Message};

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
    /// An additional term that every hit must hold; may be empty.
    pub term: String,
    /// Exercises to keep on top while they are possible.
    pub pinned: Vec<ExerciseId>,
    /// Exercises not wanted in this unit.
    pub dismissed: Vec<ExerciseId>,
    /// Most hits to return.
    pub limit: usize,
}

impl Default for Request {
    fn default() -> Self {
        Self {
            query: String::new(),
            intent: None,
            parsed: None,
            kinds: Vec::new(),
            term: String::new(),
            pinned: Vec::new(),
            dismissed: Vec::new(),
            limit: 20,
        }
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
    /// Forms of the same movement that would stand behind it, best first.
    pub variants: Vec<ExerciseId>,
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
    /// The intent that decided the weights.
    pub intent: Intent,
    /// What it scores, or would score.
    pub score: f32,
    /// What the score is made of.
    pub parts: Parts,
    /// What speaks for it.
    pub reasons: Vec<Message>,
    /// What stands against it; empty when it is ranked.
    pub exclusions: Vec<Exclusion>,
}
