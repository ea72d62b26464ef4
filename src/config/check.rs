//! The second step: every key taken once, flags over variables over file, into [`Settings`].

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::domain::CoachId;

use super::error::{ConfigError, Fault, Origin};
use super::raw::RawTable;
use super::scope::{Reading, Said, Scope};
use super::settings::Named;
use super::{
    Bands, Environment, Flags, LogLevel, Settings, Theme, generation, import, language, llm,
};

/// Checks one reading of a file (or of no file) into settings.
pub(super) fn check(
    file: Option<&Path>,
    table: Option<&RawTable>,
    environment: &Environment,
    flags: &Flags,
) -> Result<Settings, ConfigError> {
    let path = file.unwrap_or_else(|| Path::new("config.toml"));
    let reading = Reading { path, environment, problems: RefCell::default() };
    let mut top = Scope::top(&reading, table);
    let lang = language::take(&mut top, flags, environment);
    let (database, database_named) = database(&mut top, flags, environment);
    let settings = Settings {
        lang,
        database,
        database_named,
        coach: coach(&mut top, flags, environment),
        log: log(&mut top, flags),
        theme: theme(&mut top, environment),
        bands: Bands::take(top.table("match")),
        keep_imports_days: import::keep_days(top.table("import")),
        after_onboarding: generation::after_onboarding(top.table("generation")),
        keys: keys(top.table("keys"), ""),
        llm: llm::take(top.table("llm"), &|said| resolve(said, environment)),
        lint: lint(top.table("lint")),
        config_file: file.map(Path::to_path_buf),
        state_dir: environment.state_dir(),
    };
    top.finish();
    let problems = reading.problems.into_inner();
    if problems.is_empty() { Ok(settings) } else { Err(ConfigError { problems }) }
}

fn database(top: &mut Scope<'_>, flags: &Flags, environment: &Environment) -> (PathBuf, Named) {
    let said = top.text("database");
    if let Some(path) = &flags.db {
        return (path.clone(), Named::Explicitly);
    }
    if let Some(said) = said {
        return (resolve(&said, environment), Named::Explicitly);
    }
    let Some(folder) = environment.data_dir() else {
        top.problem(Origin::Variable("HOME".to_owned()), "database", Fault::NoHome);
        return (PathBuf::new(), Named::ByDefault);
    };
    (folder.join("planwright.db"), Named::ByDefault)
}

/// `~/` is the home directory; other relative paths in a file start at that file's folder.
fn resolve(said: &Said<String>, environment: &Environment) -> PathBuf {
    if let Some((home, rest)) = environment.home().zip(said.value.strip_prefix("~/")) {
        return home.join(rest);
    }
    match &said.origin {
        Origin::File { path, .. } => {
            path.parent().map_or_else(|| PathBuf::from(&said.value), |dir| dir.join(&said.value))
        }
        Origin::Variable(_) | Origin::Flag(_) => PathBuf::from(&said.value),
    }
}

fn coach(top: &mut Scope<'_>, flags: &Flags, environment: &Environment) -> CoachId {
    let said = top.text("coach");
    let flag = flags
        .coach
        .as_ref()
        .map(|value| Said { value: value.clone(), origin: Origin::Flag("--as") });
    match flag.or(said) {
        Some(said) if said.value.trim().is_empty() => {
            top.problem(said.origin, "coach", Fault::Missing);
            CoachId::new("")
        }
        Some(said) => CoachId::new(said.value.trim()),
        None => CoachId::new(environment.user().unwrap_or("coach")),
    }
}

fn log(top: &mut Scope<'_>, flags: &Flags) -> LogLevel {
    let said = top.choice("log", &LogLevel::NAMES);
    let Some(value) = &flags.log else {
        return said.map(|said| said.value).unwrap_or_default();
    };
    let level = LogLevel::NAMES.into_iter().find(|(name, _)| name == value);
    if level.is_none() {
        let allowed = LogLevel::NAMES.map(|(name, _)| name.to_owned()).to_vec();
        let fault = Fault::NotOneOf { value: value.clone(), allowed };
        top.problem(Origin::Flag("--log"), "log", fault);
    }
    level.map(|(_, level)| level).unwrap_or_default()
}

/// `NO_COLOR` wins over the file, `PLANWRIGHT_THEME` over both: it was said for this run.
fn theme(top: &mut Scope<'_>, environment: &Environment) -> Theme {
    let said = top.choice("theme", &Theme::NAMES);
    match said {
        Some(Said { value, origin: Origin::Variable(_) | Origin::Flag(_) }) => value,
        _ if environment.get("NO_COLOR").is_some() => Theme::Mono,
        Some(said) => said.value,
        None => Theme::default(),
    }
}

/// `[lint] ORD001 = "off"`.
fn lint(mut scope: Scope<'_>) -> BTreeMap<String, String> {
    let rules = scope.names();
    let said = rules.into_iter().filter_map(|name| {
        let said = scope.text(&name)?;
        Some((name, said.value))
    });
    let lint = said.collect();
    scope.finish();
    lint
}

/// `[keys]` with any depth of tables; `[keys.plan] insert = "enter"` is `plan.insert`.
fn keys(mut scope: Scope<'_>, prefix: &str) -> BTreeMap<String, Vec<String>> {
    let mut keys = BTreeMap::new();
    for name in scope.names() {
        let full = format!("{prefix}{name}");
        if scope.holds_table(&name) {
            keys.append(&mut self::keys(scope.table(&name), &format!("{full}.")));
        } else if let Some(said) = scope.texts(&name) {
            keys.insert(full, said.value);
        }
    }
    scope.finish();
    keys
}
