//! One `[[exercise]]` of the data as the serde form of `domain::Exercise`.

use serde_json::{Map, Value, json};

use crate::Taxonomy;
use crate::fields::{Checked, list, one_of, only_keys, text, texts, whole};

/// Vocabularies that are closed in `domain::vocabulary` and have no list in the taxonomy.
const CATEGORIES: &[&str] =
    &["strength", "power", "mobility", "conditioning", "drill", "game", "technique"];
const MECHANICS: &[&str] = &["compound", "isolation"];
const PARTNERS: &[&str] = &["none", "pair", "triad", "group"];
const GOALS: &[&str] = &[
    "strength",
    "hypertrophy",
    "strength_hypertrophy",
    "power",
    "endurance",
    "general",
    "older",
    "youth",
    "return",
];

/// Keys of one entry, in the order they are written.
const KEYS: &[&str] = &[
    "id",
    "en",
    "de",
    "aliases_en",
    "aliases_de",
    "category",
    "patterns",
    "primary",
    "secondary",
    "equipment",
    "mechanic",
    "unilateral",
    "level",
    "min_age",
    "contra",
    "skills",
    "focus",
    "types",
    "groups",
    "styles",
    "partner",
    "minutes",
    "increment_kg",
    "fact_en",
    "fact_de",
    "parts",
    "dose",
];

/// Keys that hold ids of a taxonomy list under the same or another name in `domain::Exercise`.
const ID_LISTS: &[(&str, &str, &str)] = &[
    ("patterns", "patterns", "patterns"),
    ("primary", "primary", "muscles"),
    ("secondary", "secondary", "muscles"),
    ("contra", "contra", "contraindications"),
    ("focus", "focus", "focus_areas"),
    ("types", "training_types", "training_types"),
    ("groups", "target_groups", "target_groups"),
    ("styles", "styles", "style_directions"),
];

/// One `[[exercise]]` as the serde form of `domain::Exercise`; defaults are left out.
pub(crate) fn exercise(entry: &Value, taxonomy: &Taxonomy) -> Checked<Value> {
    only_keys(entry, KEYS)?;
    let id = text(entry, "id")?;
    if !id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_') {
        return Err("id: only a-z, 0-9 and _ are allowed".to_owned());
    }
    let mut out = Map::new();
    out.insert("id".to_owned(), json!(id));
    out.insert("name".to_owned(), json!({ "en": text(entry, "en")?, "de": text(entry, "de")? }));
    let aliases = (texts(entry, "aliases_en")?, texts(entry, "aliases_de")?);
    out.insert("aliases".to_owned(), json!({ "en": aliases.0, "de": aliases.1 }));
    out.insert("category".to_owned(), json!(one_of(entry, "category", CATEGORIES)?));
    for (key, field, list) in ID_LISTS {
        let ids = texts(entry, key)?;
        for id in &ids {
            taxonomy.check(list, id).map_err(|error| format!("{key}: {error}"))?;
        }
        if !ids.is_empty() || *key == "patterns" {
            out.insert((*field).to_owned(), json!(ids));
        }
    }
    if texts(entry, "patterns")?.is_empty() {
        return Err("patterns: at least one is needed".to_owned());
    }
    equipment(entry, taxonomy, &mut out)?;
    if entry.get("mechanic").is_some() {
        out.insert("mechanic".to_owned(), json!(one_of(entry, "mechanic", MECHANICS)?));
    }
    if let Some(unilateral) = entry.get("unilateral") {
        let unilateral = unilateral.as_bool().ok_or("unilateral: true or false is needed")?;
        out.insert("unilateral".to_owned(), json!(unilateral));
    }
    let level = text(entry, "level")?;
    taxonomy.check("levels", &level).map_err(|error| format!("level: {error}"))?;
    out.insert("level".to_owned(), json!(level));
    out.insert("min_age".to_owned(), json!(whole(entry.get("min_age"), "min_age", 0, 99)?));
    skills(entry, taxonomy, &mut out)?;
    let partner = match entry.get("partner") {
        None => "none".to_owned(),
        Some(_) => one_of(entry, "partner", PARTNERS)?,
    };
    out.insert("partner".to_owned(), json!(partner));
    minutes(entry, &mut out)?;
    if let Some(step) = entry.get("increment_kg") {
        let step = step.as_f64().filter(|step| (0.1..=50.0).contains(step));
        out.insert("increment_kg".to_owned(), json!(step.ok_or("increment_kg: 0.1 to 50")?));
    }
    let fact = (text(entry, "fact_en")?, text(entry, "fact_de")?);
    for (key, fact) in [("fact_en", &fact.0), ("fact_de", &fact.1)] {
        if fact.chars().count() > 140 {
            return Err(format!("{key}: {} characters, 140 are the limit", fact.chars().count()));
        }
    }
    out.insert("fact".to_owned(), json!({ "en": fact.0, "de": fact.1 }));
    parts(entry, &mut out)?;
    doses(entry, &mut out)?;
    Ok(Value::Object(out))
}

fn equipment(entry: &Value, taxonomy: &Taxonomy, out: &mut Map<String, Value>) -> Checked<()> {
    let Some(alternatives) = entry.get("equipment") else { return Ok(()) };
    let wrong = "equipment: a list of lists is needed, each what is used together";
    for alternative in alternatives.as_array().ok_or(wrong)? {
        for thing in alternative.as_array().filter(|things| !things.is_empty()).ok_or(wrong)? {
            let thing = thing.as_str().ok_or(wrong)?;
            taxonomy.check("equipment", thing).map_err(|error| format!("equipment: {error}"))?;
        }
    }
    out.insert("equipment".to_owned(), alternatives.clone());
    Ok(())
}

fn skills(entry: &Value, taxonomy: &Taxonomy, out: &mut Map<String, Value>) -> Checked<()> {
    let wrong = "skills: a table of skill = weight is needed, weights above 0 and at most 1";
    let weights = entry.get("skills").and_then(Value::as_object).ok_or(wrong)?;
    for (skill, weight) in weights {
        taxonomy.check("skills", skill).map_err(|error| format!("skills: {error}"))?;
        if !weight.as_f64().is_some_and(|weight| weight > 0.0 && weight <= 1.0) {
            return Err(format!("{wrong}; {skill} has {weight}"));
        }
    }
    out.insert("skills".to_owned(), json!(weights));
    Ok(())
}

fn minutes(entry: &Value, out: &mut Map<String, Value>) -> Checked<()> {
    let Some(minutes) = entry.get("minutes") else { return Ok(()) };
    let wrong = "minutes: three whole numbers in order are needed: shortest, usual, longest";
    let numbers: Vec<u64> = minutes
        .as_array()
        .ok_or(wrong)?
        .iter()
        .map(|minute| whole(Some(minute), "minutes", 1, 180))
        .collect::<Checked<_>>()?;
    match numbers.as_slice() {
        [min, usual, max] if min <= usual && usual <= max => {
            out.insert("minutes".to_owned(), json!({ "min": min, "usual": usual, "max": max }));
            Ok(())
        }
        _ => Err(wrong.to_owned()),
    }
}

fn parts(entry: &Value, out: &mut Map<String, Value>) -> Checked<()> {
    if entry.get("parts").is_none() {
        return Ok(());
    }
    let parts = list(entry, "parts")?
        .iter()
        .map(|part| {
            only_keys(part, &["exercise", "dose"])?;
            let dose = part.get("dose").map_or(Ok(String::new()), |_| text(part, "dose"))?;
            Ok(json!({ "exercise": text(part, "exercise")?, "dose": dose }))
        })
        .collect::<Checked<Vec<_>>>()
        .map_err(|error| format!("parts: {error}"))?;
    out.insert("kind".to_owned(), json!({ "kind": "combination", "parts": parts }));
    Ok(())
}

fn doses(entry: &Value, out: &mut Map<String, Value>) -> Checked<()> {
    let Some(doses) = entry.get("dose") else { return Ok(()) };
    for goal in doses.as_object().ok_or("dose: a table of goal = prescription is needed")?.keys() {
        if !GOALS.contains(&goal.as_str()) {
            return Err(format!("dose: {goal} is none of {}", GOALS.join(", ")));
        }
        text(doses, goal).map_err(|error| format!("dose: {error}"))?;
    }
    out.insert("doses".to_owned(), doses.clone());
    Ok(())
}
