//! What a query means, by a model: an intent, skills, partner and level, in the form the ranking
//! takes from its own reading.

use minijinja::context;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Value, json};

use super::prompts::{Prompt, fenced, fill};
use super::situation::situation;
use crate::domain::{CatalogueKind, Lang, Level, Partner, SkillId};
use crate::library::Library;
use crate::llm::{Complaint, Failure, Output, PromptSettings, Request, Turn, schema};
use crate::retrieval::{ContextPack, Intent, Parsed};

#[derive(Debug, Deserialize, JsonSchema)]
struct Wire {
    intent: Intents,
    /// Ids of skills.
    skill_hints: Vec<String>,
    requires_partner: Option<bool>,
    level_hint: Option<Levels>,
    /// Words to search for.
    text: String,
}

#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Intents {
    SuggestNext,
    ProgressionNext,
    DeepenExercise,
    ContinuePlanGoal,
    FreeSearch,
}

#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Levels {
    Beginner,
    Intermediate,
    Advanced,
}

/// The question about a query.
///
/// # Errors
/// [`Failure`] when the prompt is switched off or broken.
pub fn request(
    query: &str,
    pack: &ContextPack,
    library: &Library,
    lang: Lang,
    prompts: &PromptSettings,
) -> Result<Request, Failure> {
    let skills: Vec<String> = library
        .catalogues()
        .list(CatalogueKind::Skills)
        .iter()
        .map(|entry| json!({ "id": entry.id, "name": entry.name.get(lang) }).to_string())
        .collect();
    let filled = fill(
        Prompt::Intent,
        prompts,
        &context! {
            skills => fenced("skills", &skills.join("\n")),
            context => fenced("plan", &situation(pack, library, lang).to_string()),
            query => fenced("request", query),
        },
    )?;
    Ok(Request {
        instructions: filled.instructions,
        turns: vec![Turn::user(filled.text)],
        output: Output::Json { name: "intent", schema: schema::strict::<Wire>() },
        max_tokens: 400,
        temperature: Some(0.0),
        expected_output: 60,
        prompt: filled.id,
        ..Request::default()
    })
}

/// Reads an answer on top of what the program read itself: anchor, graph, equipment, injuries and
/// minutes stay, for they come from names and numbers that need no model.
///
/// # Errors
/// A [`Complaint`] the model can act on.
pub fn read(answer: &Value, own: &Parsed, library: &Library) -> Result<Parsed, Complaint> {
    let wire: Wire = serde_json::from_value(answer.clone())
        .map_err(|error| Complaint::new(format!("it does not fit the schema: {error}")))?;
    let known = library.catalogues().list(CatalogueKind::Skills);
    let mut skills = Vec::new();
    for hint in wire.skill_hints {
        if !known.iter().any(|entry| entry.id == hint) {
            return Err(Complaint::new(format!("{hint:?} is not the id of a skill")));
        }
        skills.push(SkillId::from(hint.as_str()));
    }
    Ok(Parsed {
        intent: match wire.intent {
            Intents::SuggestNext => Intent::SuggestNext,
            Intents::ProgressionNext => Intent::ProgressionNext,
            Intents::DeepenExercise => Intent::DeepenExercise,
            Intents::ContinuePlanGoal => Intent::ContinuePlanGoal,
            Intents::FreeSearch => Intent::FreeSearch,
        },
        skills,
        partner: match wire.requires_partner {
            Some(true) => Some(Partner::Pair),
            Some(false) => Some(Partner::None),
            None => own.partner,
        },
        level: wire.level_hint.map_or(own.level, |level| {
            Some(match level {
                Levels::Beginner => Level::Beginner,
                Levels::Intermediate => Level::Intermediate,
                Levels::Advanced => Level::Advanced,
            })
        }),
        text: wire.text.chars().take(200).collect(),
        ..own.clone()
    })
}
