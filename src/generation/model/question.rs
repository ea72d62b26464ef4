//! The questions: an outline, a week of it, a single unit.

use minijinja::context;
use serde_json::json;

use crate::assist::{Filled, Prompt, fenced, fill};
use crate::domain::{ExerciseId, Lang, Profile, SectionKind, Week};
use crate::generation::Target;
use crate::generation::wire::{Frame, IdTable};
use crate::library::Library;
use crate::llm::{Failure, PromptSettings};

use super::base::shorts;
use super::plan::Plan;
use super::told;

/// The question for an outline; for a single unit also the one for its description in prose.
///
/// # Errors
/// [`Failure`] when the prompt is switched off or broken.
pub(super) fn outline(
    plan: &Plan,
    skeleton: &Week,
    library: &Library,
    prompts: &PromptSettings,
) -> Result<Filled, Failure> {
    let profile = plan.profile();
    let weekdays: Vec<String> = skeleton
        .units
        .iter()
        .filter_map(|unit| Some(unit.place.as_ref()?.day.to_string()))
        .collect();
    let values = context! {
        language => language(profile),
        days => skeleton.units.len(),
        weeks => plan.weeks(),
        minutes => profile.minutes(),
        weekdays => weekdays.join(", "),
        parts => parts(profile),
        streams => streams(skeleton),
        profile => fenced("profile", &facts(profile, &plan.table)),
        past => data("past", &told::past(&plan.request, &plan.table, library)),
        plan => data("plan", &told::so_far(&plan.request, &plan.table)),
        wish => data("wish", plan.request.wish.trim()),
        allowed => shorts(&plan.allowed, &plan.table),
    };
    let prompt = match plan.request.target {
        Target::Program => Prompt::ProgramOutline,
        Target::Unit if plan.request.in_two_steps() => Prompt::UnitProse,
        Target::Unit => Prompt::Unit,
    };
    fill(prompt, prompts, &values)
}

/// The question that brings a unit in prose into the form. It stands for itself: whoever answers
/// knows no base.
///
/// # Errors
/// As [`outline`].
pub(super) fn structure(
    plan: &Plan,
    skeleton: &Week,
    prose: &str,
    library: &Library,
    prompts: &PromptSettings,
) -> Result<Filled, Failure> {
    let line = |id| Some(format!("{} {}", plan.table.short(id)?, library.get(id)?.name.en));
    let named = |id: &&ExerciseId| {
        plan.table.short(id).is_some_and(|short| {
            prose.split(|sign: char| !sign.is_alphanumeric()).any(|word| word == short)
        })
    };
    let mut exercises: Vec<String> = plan.allowed.iter().filter(named).filter_map(line).collect();
    if exercises.is_empty() {
        exercises = plan.allowed.iter().filter_map(line).collect();
    }
    let profile = plan.profile();
    let values = context! {
        language => language(profile),
        minutes => profile.minutes(),
        parts => parts(profile),
        streams => streams(skeleton),
        exercises => exercises.join("\n"),
        prose => fenced("unit", prose),
    };
    fill(Prompt::UnitStructure, prompts, &values)
}

/// The question for a week.
///
/// # Errors
/// As [`outline`].
pub(super) fn week(
    plan: &Plan,
    frame: &Frame,
    skeleton: &Week,
    prompts: &PromptSettings,
) -> Result<Filled, Failure> {
    let index = skeleton.index;
    let block = frame.block(index);
    let phase = frame.phase(index);
    let hint = if index == plan.weeks() { "It is the last week." } else { "" };
    let values = context! {
        language => language(plan.profile()),
        week => index,
        phase => phase.id(),
        step => block.map_or(1, |block| index + 1 - block.first),
        length => block.map_or(1, |block| block.last + 1 - block.first),
        block => block.map_or("", |block| block.title.as_str()),
        days => skeleton.units.len(),
        hint => hint,
        wish => anew(&plan.request.anew),
    };
    fill(Prompt::ProgramWeek, prompts, &values)
}

/// What is said: the rules of a prompt, then its data. Instructions stay those of the base, so
/// that every request begins with the same bytes.
pub(super) fn said(filled: &Filled) -> String {
    format!("{}\n\n{}", filled.instructions, filled.text)
}

const fn language(profile: &Profile) -> &'static str {
    let lang = match profile {
        Profile::Athlete(profile) => profile.language,
        Profile::Group(profile) => profile.language,
    };
    match lang {
        Some(Lang::De) => "German",
        _ => "English",
    }
}

fn parts(profile: &Profile) -> String {
    let parts: &[SectionKind] = match profile {
        Profile::Athlete(_) => &[
            SectionKind::Warmup,
            SectionKind::Main,
            SectionKind::Accessory,
            SectionKind::Conditioning,
            SectionKind::Cooldown,
        ],
        Profile::Group(_) => &[
            SectionKind::Opening,
            SectionKind::Warmup,
            SectionKind::Skill,
            SectionKind::Main,
            SectionKind::Game,
            SectionKind::Cooldown,
            SectionKind::Closing,
        ],
    };
    parts.iter().map(|part| part.id()).collect::<Vec<_>>().join(", ")
}

fn streams(skeleton: &Week) -> &'static str {
    let split = skeleton.units.iter().any(|unit| !unit.streams.is_empty());
    if split {
        "The main part splits by level: `main` for the lower one, `main/1` for the higher one."
    } else {
        ""
    }
}

/// Data in its marks; nothing where there is none.
fn data(name: &str, text: &str) -> String {
    if text.is_empty() { String::new() } else { fenced(name, text) }
}

/// What is to be different in a week that is made again, on a line of its own.
fn anew(wish: &str) -> String {
    let text = data("wish", wish.trim());
    if text.is_empty() { text } else { format!("\n{text}") }
}

/// What is known of the people, without a name.
fn facts(profile: &Profile, table: &IdTable) -> String {
    let facts = match profile {
        Profile::Athlete(profile) => {
            let mut value = serde_json::to_value(profile).unwrap_or_default();
            if let Some(object) = value.as_object_mut() {
                for key in ["name", "language", "weeks", "days_per_week", "minutes", "equipment"] {
                    object.remove(key);
                }
                let best: serde_json::Map<String, serde_json::Value> = profile
                    .one_rm_kg
                    .iter()
                    .filter_map(|(id, kg)| Some((table.short(id)?, json!(kg))))
                    .collect();
                object.insert("one_rm_kg".to_owned(), best.into());
                object.retain(|_, value| {
                    !(value.is_null() || value == "" || value == &json!({}) || value == &json!([]))
                });
            }
            value
        }
        Profile::Group(profile) => {
            let mut value = serde_json::to_value(profile).unwrap_or_default();
            if let Some(object) = value.as_object_mut() {
                // what was done lately is told in a place of its own
                let told = ["name", "language", "weeks", "units_per_week", "minutes", "history"];
                for key in told.into_iter().chain(["equipment"]) {
                    object.remove(key);
                }
                let known = shorts(&profile.known, table);
                object.insert("known".to_owned(), known.into());
                object.retain(|_, value| {
                    !(value.is_null() || value == "" || value == &json!({}) || value == &json!([]))
                });
            }
            value
        }
    };
    rounded(facts).to_string()
}

/// Numbers with two digits behind the point: what a float drags behind it means nothing, and is
/// long enough to be covered as a telephone number.
fn rounded(value: serde_json::Value) -> serde_json::Value {
    use serde_json::Value;
    match value {
        Value::Number(number) if number.is_f64() => {
            json!(number.as_f64().map(|number| (number * 100.0).round() / 100.0))
        }
        Value::Array(values) => values.into_iter().map(rounded).collect(),
        Value::Object(fields) => {
            fields.into_iter().map(|(key, value)| (key, rounded(value))).collect()
        }
        other => other,
    }
}
