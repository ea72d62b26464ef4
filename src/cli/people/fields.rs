//! The fields of a profile as they come together: from a file, from somebody there is, from
//! options; read at the end as any profile is.

use std::path::Path;

use serde_json::{Map, Value};

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::domain::{Explain, Lang, Message, Profile};
use crate::library::Library;
use crate::planner::read_profile;

/// The fields of a profile, on their way.
pub(super) struct Fields(Map<String, Value>);

impl Fields {
    /// None but the kind.
    pub(super) fn of(kind: &str) -> Self {
        Self(Map::from_iter([("kind".to_owned(), kind.into())]))
    }

    /// The same, for titles and notes in a language.
    pub(super) fn speaking(mut self, lang: Lang) -> Self {
        self.set("language", Some(lang.code()));
        self
    }

    /// Those of somebody there is.
    pub(super) fn from(profile: &Profile) -> Result<Self, CliError> {
        match serde_json::to_value(profile)? {
            Value::Object(fields) => Ok(Self(fields)),
            _ => Ok(Self(Map::new())),
        }
    }

    /// Those of a file win; what it does not name stays.
    pub(super) fn read(
        &mut self,
        path: Option<&Path>,
        library: &Library,
        context: &mut Context<'_>,
    ) -> Result<(), CliError> {
        let Some(path) = path else { return Ok(()) };
        let text = context.read(path)?;
        let profile = read_profile(&text, library).map_err(|error| CliError::usage(&error))?;
        let kind = |fields: &Map<String, Value>| fields.get("kind").cloned();
        let Value::Object(read) = serde_json::to_value(&profile)? else { return Ok(()) };
        if kind(&read) != kind(&self.0) {
            let wrong = Message::new("cli-other-kind").with("path", path.display().to_string());
            return Err(CliError::Usage(wrong));
        }
        let named = named(&text);
        self.0.extend(read.into_iter().filter(|(name, _)| named.contains(name)));
        Ok(())
    }

    /// Sets a field, where there is something to set.
    pub(super) fn set(&mut self, name: &str, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            self.0.insert(name.to_owned(), value.into());
        }
    }

    /// Sets a list of ids; `nothing` on its own stands for none, and comes as `none`.
    pub(super) fn set_list(&mut self, name: &str, ids: &[String], nothing: &str, none: Value) {
        if ids.is_empty() {
            return;
        }
        let value = match ids {
            [only] if only == nothing => none,
            ids => ids.into(),
        };
        self.0.insert(name.to_owned(), value);
    }

    /// Sets entries of a table such as `one_rm_kg`; `null` takes one out.
    pub(super) fn put(&mut self, name: &str, key: &str, value: Value) {
        let table = self.0.entry(name.to_owned()).or_insert_with(|| Map::new().into());
        if let Value::Object(table) = table {
            if value.is_null() {
                table.remove(key);
            } else {
                table.insert(key.to_owned(), value);
            }
        }
    }

    /// The profile they make, checked.
    pub(super) fn profile(self, library: &Library) -> Result<Profile, CliError> {
        let text = Value::Object(self.0).to_string();
        let profile = read_profile(&text, library).map_err(|error| CliError::usage(&error))?;
        if profile.name().trim().is_empty() {
            return Err(CliError::Usage(Message::new("cli-person-no-name")));
        }
        Ok(profile)
    }
}

/// The fields a file names; it was read before, so that it is one of the two.
fn named(text: &str) -> Vec<String> {
    let text = text.trim_start_matches('\u{feff}').trim();
    let table: Option<Map<String, Value>> = if text.starts_with('{') {
        serde_json::from_str(text).ok()
    } else {
        toml::from_str(text).ok()
    };
    table.map(|table| table.keys().cloned().collect()).unwrap_or_default()
}

/// `KEY=VALUE`, split.
pub(super) fn pair<'a>(
    text: &'a str,
    option: &'static str,
) -> Result<(&'a str, &'a str), CliError> {
    text.split_once('=').map(|(key, value)| (key.trim(), value.trim())).ok_or_else(|| {
        CliError::Usage(Message::new("cli-no-pair").with("option", option).with("text", text))
    })
}

/// A number of a pair.
pub(super) fn number(text: &str, option: &'static str) -> Result<Value, CliError> {
    let wrong =
        || CliError::Usage(Message::new("cli-no-pair").with("option", option).with("text", text));
    if let Ok(whole) = text.parse::<u64>() {
        return Ok(whole.into());
    }
    let number: f64 = text.replace(',', ".").parse().map_err(|_| wrong())?;
    serde_json::Number::from_f64(number).map(Value::Number).ok_or_else(wrong)
}

/// What a typed error says, as the command's.
pub(super) fn usage(error: &impl Explain) -> CliError {
    CliError::usage(error)
}
