//! wger's `exerciseinfo`: a page of results or a list, names and aliases per translation.

use serde::Deserialize;

use super::convert::{Converter, Foreign};
use super::mapping::Mapping;
use super::{Guide, LibraryDraft};
use crate::domain::Lang;
use crate::import::ImportError;

/// wger's numbers of our languages.
const GERMAN: u64 = 1;
const ENGLISH: u64 = 2;

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum File {
    Page { results: Vec<Entry> },
    List(Vec<Entry>),
}

#[derive(Debug, Deserialize)]
struct Entry {
    id: u64,
    category: Option<Named>,
    #[serde(default)]
    muscles: Vec<Named>,
    #[serde(default)]
    muscles_secondary: Vec<Named>,
    #[serde(default)]
    equipment: Vec<Named>,
    license: Option<Licence>,
    license_author: Option<String>,
    #[serde(default)]
    translations: Vec<Translation>,
}

#[derive(Debug, Deserialize)]
struct Named {
    name: String,
}

#[derive(Debug, Deserialize)]
struct Licence {
    short_name: Option<String>,
    full_name: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Translation {
    #[serde(default)]
    name: String,
    #[serde(default)]
    description: String,
    language: u64,
    #[serde(default)]
    aliases: Vec<Alias>,
}

#[derive(Debug, Deserialize)]
struct Alias {
    alias: String,
}

pub(super) fn read(text: &str, guide: &Guide<'_>) -> Result<LibraryDraft, ImportError> {
    // the untagged form below forgets where it went wrong
    let start = text.trim_start();
    let entries = if start.starts_with('[') {
        serde_json::from_str(text).map_err(|error| ImportError::json(&error, 0))?
    } else {
        match serde_json::from_str(text).map_err(|error| ImportError::json(&error, 0))? {
            File::Page { results } | File::List(results) => results,
        }
    };
    let mut converter = Converter::new(Mapping::wger()?, guide)?;
    for entry in entries {
        converter.add(foreign(entry));
    }
    Ok(converter.finish())
}

fn foreign(entry: Entry) -> Foreign {
    let names = |list: Vec<Named>| list.into_iter().map(|named| named.name).collect();
    let mut foreign = Foreign {
        id: entry.id.to_string(),
        category: entry.category.map(|named| named.name),
        equipment: names(entry.equipment),
        primary: names(entry.muscles),
        secondary: names(entry.muscles_secondary),
        licence: licence(entry.license, entry.license_author),
        ..Foreign::default()
    };
    let mut elsewhere = None;
    for translation in entry.translations {
        let lang = match translation.language {
            GERMAN => Lang::De,
            ENGLISH => Lang::En,
            other => {
                foreign.others.push(("languages", other.to_string()));
                elsewhere.get_or_insert(translation.name);
                continue;
            }
        };
        let aliases = translation.aliases.into_iter().map(|alias| alias.alias);
        let (name, description, names) = match lang {
            Lang::De => {
                (&mut foreign.name.de, &mut foreign.description.de, &mut foreign.aliases.de)
            }
            Lang::En => {
                (&mut foreign.name.en, &mut foreign.description.en, &mut foreign.aliases.en)
            }
        };
        names.extend(aliases);
        if name.is_empty() {
            *name = translation.name;
            *description = translation.description;
        } else {
            // a second translation into one language is another name
            names.push(translation.name);
        }
    }
    let name = &mut foreign.name;
    let any = [&name.en, &name.de].into_iter().find(|text| !text.trim().is_empty()).cloned();
    let any = any.or(elsewhere).unwrap_or_default();
    for text in [&mut name.en, &mut name.de] {
        if text.trim().is_empty() {
            text.clone_from(&any);
        }
    }
    foreign
}

fn licence(licence: Option<Licence>, author: Option<String>) -> Option<String> {
    let licence = licence.and_then(|licence| licence.short_name.or(licence.full_name))?;
    match author.map(|author| author.trim().to_owned()).filter(|author| !author.is_empty()) {
        Some(author) => Some(format!("{licence}, {author}")),
        None => Some(licence),
    }
}
