//! The questions: an outline, a week of it, a single unit.

use minijinja::context;
use serde_json::json;

use crate::assist::{Filled, Prompt, fenced, fill};
use crate::domain::{Lang, Profile, SectionKind, Week};
use crate::generation::wire::{Frame, IdTable};
use crate::llm::{Failure, PromptSettings};

use super::base::shorts;
use super::plan::Plan;

/// The question for an outline.
///
/// # Errors
/// [`Failure`] when the prompt is switched off or broken.
pub(super) fn outline(
    plan: &Plan,
    skeleton: &Week,
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
        wish => wish(&plan.request.wish),
        allowed => shorts(&plan.allowed, &plan.table),
    };
    let prompt = match plan.request.target {
        crate::generation::Target::Program => Prompt::ProgramOutline,
        crate::generation::Target::Unit => Prompt::Unit,
    };
    fill(prompt, prompts, &values)
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

fn wish(wish: &str) -> String {
    if wish.trim().is_empty() {
        return String::new();
    }
    fenced("wish", wish.trim())
}

/// What is to be different in a week that is made again, on a line of its own.
fn anew(wish: &str) -> String {
    let text = self::wish(wish);
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
                for key in ["name", "language", "weeks", "units_per_week", "minutes", "equipment"] {
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
