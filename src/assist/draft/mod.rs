//! A new exercise where nothing fits: what the plan alone says about it, and what a model makes of
//! that. Both are only drafts; a coach looks them over and keeps them, or does not.

mod answer;
mod outline;
mod wire;

use minijinja::context;
use serde_json::{Map, Value, json};

use super::prompts::{Prompt, fenced, fill};
use super::situation::{candidate, situation};
use crate::domain::{CatalogueKind, EquipmentId, Exercise, Lang};
use crate::library::Library;
use crate::llm::{Failure, Output, PromptSettings, Request, Turn};
use crate::retrieval::{ContextPack, Suggestions};

pub use answer::{name_so_far, read};
pub use outline::outline;

/// Exercises that are named as known, so that none of them comes back under another name.
const KNOWN: usize = 12;

/// The lists an exercise takes its words from, under the name of the field that uses them.
const LISTS: [(&str, CatalogueKind); 9] = [
    ("patterns", CatalogueKind::Patterns),
    ("muscles", CatalogueKind::Muscles),
    ("equipment", CatalogueKind::Equipment),
    ("contra", CatalogueKind::Contraindications),
    ("skills", CatalogueKind::Skills),
    ("focus", CatalogueKind::FocusAreas),
    ("training_types", CatalogueKind::TrainingTypes),
    ("target_groups", CatalogueKind::TargetGroups),
    ("styles", CatalogueKind::StyleDirections),
];

/// What a new exercise is wanted for.
#[derive(Debug, Clone, Copy)]
pub struct Wish<'a> {
    /// What the plan looks like.
    pub pack: &'a ContextPack,
    /// What there is already.
    pub suggestions: &'a Suggestions,
    /// What was typed; may be empty.
    pub query: &'a str,
    /// Language of the context.
    pub lang: Lang,
}

/// The question about a new exercise.
///
/// # Errors
/// [`Failure`] when the prompt is switched off or broken.
pub fn request(
    wish: Wish<'_>,
    library: &Library,
    prompts: &PromptSettings,
) -> Result<Request, Failure> {
    let Wish { pack, suggestions, query, lang } = wish;
    let mut lists = Map::new();
    for (field, kind) in LISTS {
        lists.insert(field.to_owned(), json!(ids(library, kind)));
    }
    lists.insert("goals".to_owned(), json!(wire::goals()));
    let known: Vec<String> = suggestions
        .hits
        .iter()
        .take(KNOWN)
        .map(|hit| candidate(&hit.exercise, library, lang).to_string())
        .collect();
    let mut about = situation(pack, library, lang);
    if let Some(about) = about.as_object_mut() {
        let things = pack.constraints.equipment.iter().flatten();
        let things: Vec<&str> = things.map(EquipmentId::as_str).collect();
        about.insert("equipment_there".to_owned(), json!(things));
        about.insert("outline".to_owned(), start(&outline(wish)));
    }
    let filled = fill(
        Prompt::Draft,
        prompts,
        &context! {
            lists => fenced("lists", &Value::Object(lists).to_string()),
            context => fenced("plan", &about.to_string()),
            known => fenced("known", &known.join("\n")),
            query => fenced("request", query),
        },
    )?;
    Ok(Request {
        instructions: filled.instructions,
        turns: vec![Turn::user(filled.text)],
        output: Output::Json { name: "exercise", schema: wire::schema(library) },
        max_tokens: 1_500,
        temperature: Some(0.3),
        expected_output: 450,
        prompt: filled.id,
        ..Request::default()
    })
}

/// What the plan says about the exercise, for the model to begin with.
fn start(exercise: &Exercise) -> Value {
    json!({
        "category": exercise.category.id(),
        "level": exercise.level.id(),
        "min_age": exercise.min_age,
        "partner": exercise.partner.id(),
        "skills": exercise.skills,
        "focus": exercise.focus,
        "styles": exercise.styles,
        "target_groups": exercise.target_groups,
    })
}

/// The ids of a list that are still offered.
fn ids(library: &Library, kind: CatalogueKind) -> Vec<&str> {
    let entries = library.catalogues().list(kind).iter();
    entries.filter(|entry| !entry.is_archived()).map(|entry| entry.id.as_str()).collect()
}
