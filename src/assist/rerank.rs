//! The order of suggestions by a model: what is asked about the best 32, how the answer is held
//! against them, and what it changes. Without a usable answer the order stays as it was.

use std::collections::{BTreeMap, BTreeSet};

use minijinja::context;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

use super::prompts::{Prompt, fenced, fill};
use super::situation::{candidate, language, situation};
use crate::domain::{ExerciseId, Lang, Message};
use crate::language::shown;
use crate::library::Library;
use crate::llm::{Complaint, Failure, Output, PromptSettings, Request, Turn, schema};
use crate::retrieval::{ContextPack, Report, Suggestions};

/// How many of the best are shown to the model (S3.58).
pub const CANDIDATES: usize = 32;

/// What the ranking is called when a model had a say in it.
pub const PHASE: &str = "profile_v1+llm_rank";

/// Longest reason that is shown, in characters.
const LONGEST_REASON: usize = 200;

/// The answer on the line.
#[derive(Debug, Deserialize, JsonSchema)]
#[expect(dead_code, reason = "the schema is made of it; answers are read leniently")]
struct Wire {
    /// Ids of the candidates, best first.
    ranked_ids: Vec<String>,
    /// Why, for the first of them.
    reasons: Vec<WireReason>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[expect(dead_code, reason = "the schema is made of it; answers are read leniently")]
struct WireReason {
    /// Id of the candidate.
    id: String,
    /// One short sentence.
    reason: String,
}

/// An order a model gave.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ranking {
    /// Best first, each id once.
    pub ids: Vec<ExerciseId>,
    /// Why.
    pub reasons: BTreeMap<ExerciseId, String>,
}

/// The question about the best of these suggestions.
///
/// # Errors
/// [`Failure`] when the prompt is switched off or broken.
pub fn request(
    suggestions: &Suggestions,
    pack: &ContextPack,
    library: &Library,
    query: &str,
    lang: Lang,
    prompts: &PromptSettings,
) -> Result<Request, Failure> {
    let hits: Vec<_> = suggestions.hits.iter().take(CANDIDATES).collect();
    let mut about = situation(pack, library, lang);
    if let Some(about) = about.as_object_mut() {
        about.insert("intent".to_owned(), suggestions.intent.id().into());
        if !query.is_empty() {
            about.insert("request".to_owned(), query.into());
        }
    }
    let candidates: Vec<String> =
        hits.iter().map(|hit| candidate(&hit.exercise, library, lang).to_string()).collect();
    let filled = fill(
        Prompt::Rerank,
        prompts,
        &context! {
            language => language(lang),
            context => fenced("plan", &about.to_string()),
            candidates => fenced("candidates", &candidates.join("\n")),
        },
    )?;
    let ids: Vec<&str> = hits.iter().map(|hit| hit.exercise.id.as_str()).collect();
    let schema = schema::strict::<Wire>();
    let schema = schema::allowing(schema, "/properties/ranked_ids/items", &ids);
    let schema = schema::allowing(schema, "/properties/reasons/items/properties/id", &ids);
    Ok(Request {
        instructions: filled.instructions,
        turns: vec![Turn::user(filled.text)],
        output: Output::Json { name: "ranking", schema },
        max_tokens: 2_500,
        temperature: Some(0.0),
        expected_output: 700,
        prompt: filled.id,
        ..Request::default()
    })
}

/// Reads an answer. Ids that were not offered make it useless; reasons may come as a list of
/// objects, as an object by id, or as a list beside the ids.
///
/// # Errors
/// A [`Complaint`] the model can act on.
pub fn read(answer: &Value, suggestions: &Suggestions) -> Result<Ranking, Complaint> {
    let allowed: BTreeMap<&str, &ExerciseId> = suggestions
        .hits
        .iter()
        .take(CANDIDATES)
        .map(|hit| (hit.exercise.id.as_str(), &hit.exercise.id))
        .collect();
    let ids = answer
        .get("ranked_ids")
        .and_then(Value::as_array)
        .ok_or_else(|| Complaint::new("ranked_ids is missing or no list"))?;
    let mut ranking = Ranking::default();
    let mut seen = BTreeSet::new();
    for id in ids {
        let known = id.as_str().and_then(|id| allowed.get(id));
        let Some(known) = known else {
            return Err(Complaint::new(format!("{id} is not the id of a candidate")));
        };
        if seen.insert(*known) {
            ranking.ids.push((*known).clone());
        }
    }
    if ranking.ids.is_empty() {
        return Err(Complaint::new("ranked_ids is empty"));
    }
    let mut note = |id: Option<&str>, reason: Option<&str>| {
        let id = id.and_then(|id| allowed.get(id));
        let reason = reason.map(|reason| shown(reason).into_string()).unwrap_or_default();
        let reason: String = reason.trim().chars().take(LONGEST_REASON).collect();
        if let Some(id) = id.filter(|_| !reason.is_empty()) {
            ranking.reasons.insert((*id).clone(), reason);
        }
    };
    match answer.get("reasons") {
        Some(Value::Object(by_id)) => {
            by_id.iter().for_each(|(id, reason)| note(Some(id), reason.as_str()));
        }
        Some(Value::Array(list)) => {
            for (at, entry) in list.iter().enumerate() {
                match entry {
                    Value::String(reason) => {
                        note(ids.get(at).and_then(Value::as_str), Some(reason));
                    }
                    entry => {
                        let text = |key: &str| entry.get(key).and_then(Value::as_str);
                        note(text("id"), text("reason").or_else(|| text("text")));
                    }
                }
            }
        }
        _ => {}
    }
    Ok(ranking)
}

/// Puts suggestions into the model's order. What it did not name follows in the order it had; a
/// reason of the model stands before those of the score.
pub fn apply(suggestions: &mut Suggestions, ranking: &Ranking) {
    let place =
        |id: &ExerciseId| ranking.ids.iter().position(|ranked| ranked == id).unwrap_or(usize::MAX);
    // stable: equal places keep their order
    suggestions.hits.sort_by_key(|hit| place(&hit.exercise.id));
    for hit in &mut suggestions.hits {
        if let Some(reason) = ranking.reasons.get(&hit.exercise.id) {
            hit.reasons.insert(0, Message::new("reason-model").with("reason", reason.as_str()));
        }
    }
}

/// Writes into a report that a model had a say in it.
pub fn mark(report: &mut Report, ranking: &Ranking) {
    report.retrieval_phase = PHASE;
    report.llm_rank_applied = true;
    for hit in &mut report.hits {
        let place = ranking.ids.iter().position(|id| id.as_str() == hit.id);
        hit.llm_rank = place.map(|place| place + 1);
    }
}
