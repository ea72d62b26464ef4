//! An exercise on the line to a model: flat, without maps, every word from a list.

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

use super::{LISTS, ids};
use crate::domain::{Category, Goal, Level, Mechanic, Partner};
use crate::library::Library;
use crate::llm::schema;

#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct Wire {
    pub(super) name_en: String,
    pub(super) name_de: String,
    /// Other English names, often none.
    pub(super) aliases_en: Vec<String>,
    /// Other German names, often none.
    pub(super) aliases_de: Vec<String>,
    pub(super) fact_en: String,
    pub(super) fact_de: String,
    pub(super) category: String,
    /// The leading one first.
    pub(super) patterns: Vec<String>,
    /// Muscles that work most; empty for drills and games.
    pub(super) primary: Vec<String>,
    /// Muscles that help.
    pub(super) secondary: Vec<String>,
    /// Alternatives, each what is needed together.
    pub(super) equipment: Vec<Vec<String>>,
    pub(super) mechanic: Option<String>,
    /// Whether one side works at a time.
    pub(super) unilateral: bool,
    pub(super) level: String,
    /// Youngest suitable age in years.
    pub(super) min_age: u8,
    pub(super) partner: String,
    pub(super) contra: Vec<String>,
    pub(super) skills: Vec<Skill>,
    /// The primary one first.
    pub(super) focus: Vec<String>,
    pub(super) training_types: Vec<String>,
    pub(super) target_groups: Vec<String>,
    pub(super) styles: Vec<String>,
    /// Of drills and games, else null.
    pub(super) minutes: Option<Minutes>,
    pub(super) doses: Vec<Dose>,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct Skill {
    pub(super) skill: String,
    /// Above 0, up to 1.
    pub(super) weight: f32,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct Minutes {
    pub(super) shortest: u8,
    pub(super) usual: u8,
    pub(super) longest: u8,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct Dose {
    pub(super) goal: String,
    pub(super) dose: String,
}

/// The ids of goals.
pub(super) fn goals() -> Vec<&'static str> {
    Goal::ALL.iter().map(|goal| goal.id()).collect()
}

/// The schema of an answer, with every word held to its list.
pub(super) fn schema(library: &Library) -> Value {
    let mut schema = schema::strict::<Wire>();
    let mut hold = |path: &str, words: &[&str]| {
        schema = schema::allowing(std::mem::take(&mut schema), path, words);
    };
    for (field, kind) in LISTS {
        let words = ids(library, kind);
        match field {
            "muscles" => {
                hold("/properties/primary/items", &words);
                hold("/properties/secondary/items", &words);
            }
            "equipment" => hold("/properties/equipment/items/items", &words),
            "skills" => hold("/properties/skills/items/properties/skill", &words),
            _ => hold(&format!("/properties/{field}/items"), &words),
        }
    }
    let all = |words: Vec<&'static str>| words;
    hold("/properties/category", &all(Category::ALL.iter().map(|it| it.id()).collect()));
    hold("/properties/level", &all(Level::ALL.iter().map(|it| it.id()).collect()));
    hold("/properties/partner", &all(Partner::ALL.iter().map(|it| it.id()).collect()));
    hold("/properties/doses/items/properties/goal", &goals());
    mechanic(&mut schema);
    schema
}

/// A word or null: null has to stand among the words then.
fn mechanic(schema: &mut Value) {
    let path = "/properties/mechanic";
    if let Some(object) = schema.pointer_mut(path).and_then(Value::as_object_mut) {
        let words = Mechanic::ALL.iter().map(|it| Value::from(it.id()));
        object.insert("enum".to_owned(), words.chain([Value::Null]).collect());
    }
}
