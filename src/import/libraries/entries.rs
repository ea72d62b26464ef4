//! Exercise libraries of others as entries to match against: JSON Lines, the JSON of
//! free-exercise-db and wger, or one name per line. Says nothing of plans.

use serde_json::Value;

use crate::import::ImportError;
use crate::language::clean;
use crate::matching::Entry;

/// Reads a library file, whatever of the known shapes it has.
///
/// # Errors
/// [`ImportError::Library`] when the text starts like JSON but is none of the known shapes.
pub fn read_library(text: &str) -> Result<Vec<Entry>, ImportError> {
    let text = text.trim_start_matches('\u{feff}');
    let entries = match text.trim_start().chars().next() {
        Some('[') => match serde_json::from_str::<Value>(text) {
            Ok(Value::Array(rows)) => rows.iter().filter_map(entry).collect(),
            Ok(_) | Err(_) => return Err(ImportError::Library { line: 1 }),
        },
        Some('{') => match serde_json::from_str::<Value>(text) {
            Ok(whole) => from_object(&whole),
            Err(_) => json_lines(text)?,
        },
        _ => text.lines().filter_map(named).collect(),
    };
    Ok(entries)
}

/// A page of results, a wrapper around a list, or a single exercise.
fn from_object(whole: &Value) -> Vec<Entry> {
    for key in ["results", "exercises"] {
        if let Some(rows) = whole.get(key).and_then(Value::as_array) {
            return rows.iter().filter_map(entry).collect();
        }
    }
    entry(whole).into_iter().collect()
}

fn json_lines(text: &str) -> Result<Vec<Entry>, ImportError> {
    let mut entries = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let row: Value =
            serde_json::from_str(line).map_err(|_| ImportError::Library { line: number + 1 })?;
        entries.extend(entry(&row));
    }
    Ok(entries)
}

fn named(line: &str) -> Option<Entry> {
    let name = tidy(line);
    (!name.is_empty()).then(|| Entry::named(name.clone(), name))
}

/// One exercise of any of the shapes.
fn entry(row: &Value) -> Option<Entry> {
    if let Some(name) = row.as_str() {
        return named(name);
    }
    let mut names: Vec<String> = Vec::new();
    names.extend(row.get("name").into_iter().flat_map(texts));
    names.extend(row.get("aliases").into_iter().flat_map(texts));
    for translation in row.get("translations").and_then(Value::as_array).into_iter().flatten() {
        names.extend(translation.get("name").into_iter().flat_map(texts));
        let aliases = translation.get("aliases").and_then(Value::as_array);
        names.extend(
            aliases
                .into_iter()
                .flatten()
                .filter_map(|alias| alias.get("alias").and_then(Value::as_str).map(tidy)),
        );
    }
    names.retain(|name| !name.is_empty());
    let mut seen = std::collections::BTreeSet::new();
    names.retain(|name| seen.insert(name.clone()));
    let first = names.first()?.clone();
    let id = match row.get("id").or_else(|| row.get("uuid")) {
        Some(Value::String(id)) => tidy(id),
        Some(Value::Number(id)) => id.to_string(),
        _ => first,
    };
    let list = |keys: &[&str]| -> Vec<String> {
        keys.iter().filter_map(|key| row.get(key)).flat_map(texts).collect()
    };
    Some(Entry {
        id,
        names,
        equipment: list(&["equipment"]),
        muscles: list(&["primaryMuscles", "muscles"]),
        category: list(&["category"]).into_iter().next(),
    })
}

/// The texts of a value: itself, its parts, or the names inside it, in both languages.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![tidy(text)],
        Value::Array(parts) => parts.iter().flat_map(texts).collect(),
        Value::Object(fields) => ["name_en", "en", "name", "de"]
            .iter()
            .filter_map(|key| fields.get(*key))
            .flat_map(texts)
            .filter(|text| !text.is_empty())
            .collect(),
        _ => Vec::new(),
    }
}

fn tidy(text: &str) -> String {
    clean(text).text.split_whitespace().collect::<Vec<_>>().join(" ")
}
