//! What a model is told about the plan: the context pack in words, short, names as they are (they
//! are covered before anything is sent).

use serde_json::{Map, Value, json};

use crate::domain::{CatalogueKind, Exercise, ExerciseId, Lang, SkillWeights};
use crate::library::Library;
use crate::retrieval::ContextPack;

/// Exercises of the plan, and of late, that are named.
const NAMED: usize = 24;
/// Skills that are named.
const SKILLS: usize = 6;

/// The pack as JSON, in one language; what is not known is left out.
pub(super) fn situation(pack: &ContextPack, library: &Library, lang: Lang) -> Value {
    let mut out = Map::new();
    let mut put = |key: &str, value: Value| {
        let empty = match &value {
            Value::Null => true,
            Value::String(text) => text.is_empty(),
            Value::Array(list) => list.is_empty(),
            Value::Object(map) => map.is_empty(),
            _ => false,
        };
        if !empty {
            out.insert(key.to_owned(), value);
        }
    };
    let title = |id: &ExerciseId| library.get(id).map(|it| it.name.get(lang).to_owned());
    let titles = |ids: &[ExerciseId]| -> Value {
        ids.iter().filter_map(title).take(NAMED).map(Value::from).collect()
    };
    let skills = |weights: &SkillWeights| skills(weights, library, lang);
    put("unit", json!(pack.unit_title));
    put("group", json!(pack.group_name));
    put("section", json!(pack.section_name(library).get(lang)));
    put("planned", titles(&pack.planned));
    put("anchor", json!(pack.anchor.as_ref().and_then(title)));
    put("recent", titles(&pack.recent.concat()));
    put("plan_trains", skills(&pack.plan_skills));
    put("slot_wants", skills(&pack.slot_skills));
    put("program_wants", skills(&pack.framework_skills));
    put("group_wants", skills(&pack.group_skills));
    put("slot_notes", json!(pack.slot_notes));
    put("minutes_planned", json!(pack.minutes_planned.round()));
    put("minutes_available", json!(pack.minutes_available));
    put("level", json!(pack.constraints.level.map(crate::domain::Level::id)));
    put("youngest", json!(pack.constraints.youngest));
    put("people", json!(pack.constraints.people));
    Value::Object(out)
}

/// The strongest skills by name.
fn skills(weights: &SkillWeights, library: &Library, lang: Lang) -> Value {
    let mut sorted: Vec<_> = weights.iter().collect();
    sorted.sort_by(|a, b| b.1.total_cmp(a.1).then(a.0.cmp(b.0)));
    sorted
        .into_iter()
        .take(SKILLS)
        .map(|(id, _)| {
            let name = library.catalogues().name(CatalogueKind::Skills, id.as_str());
            Value::from(name.get(lang))
        })
        .collect()
}

/// An exercise as a candidate: title, summary, goal, skills.
pub(super) fn candidate(exercise: &Exercise, library: &Library, lang: Lang) -> Value {
    let focus: Vec<String> = exercise
        .focus
        .iter()
        .map(|id| {
            let name = library.catalogues().name(CatalogueKind::FocusAreas, id.as_str());
            name.get(lang).to_owned()
        })
        .collect();
    json!({
        "id": exercise.id.as_str(),
        "title": exercise.name.get(lang),
        "summary": exercise.fact.get(lang),
        "goal": focus.join(", "),
        "skills": skills(&exercise.skills, library, lang),
        "level": exercise.level.id(),
    })
}

/// The name of a language, in English, for a prompt.
pub(super) const fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "English",
        Lang::De => "German",
    }
}
