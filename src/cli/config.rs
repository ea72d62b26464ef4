//! `config path|show|example|schema`: where the configuration lies, what holds, and the shapes
//! others rely on.

use clap::{Subcommand, ValueEnum};

use crate::config::{EXAMPLE, LogLevel, Settings};

use super::context::Context;
use super::error::{CliError, Exit};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Path,
    Show,
    Example,
    Schema {
        #[arg(value_enum)]
        of: Schema,
    },
}

/// A published JSON Schema.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum Schema {
    Plan,
}

pub(super) fn run(command: &Command, context: &mut Context<'_>) -> Result<Exit, CliError> {
    match command {
        Command::Path => {
            let path = crate::config::Files::choose(context.environment, &context.flags).config;
            if let Some(path) = path {
                context.out.line(&path.display().to_string())?;
            }
        }
        Command::Show => {
            let rows = rows(&context.settings);
            context.out.table(&rows)?;
        }
        Command::Example => context.out.text(EXAMPLE)?,
        Command::Schema { of: Schema::Plan } => context.out.text(crate::export::PLAN_SCHEMA)?,
    }
    Ok(Exit::Ok)
}

/// What holds in the end, as lines a configuration file would hold.
fn rows(settings: &Settings) -> Vec<Vec<String>> {
    let log = LogLevel::NAMES.iter().find(|(_, level)| *level == settings.log);
    let text = |value: &str| format!("\"{value}\"");
    let mut rows = vec![
        ("language", text(settings.lang.code())),
        ("database", text(&settings.database.display().to_string())),
        ("coach", text(settings.coach.as_str())),
        ("log", text(log.map_or("warn", |(name, _)| name))),
        ("theme", text(settings.theme.name())),
        ("match.high", settings.bands.high.to_string()),
        ("match.medium", settings.bands.medium.to_string()),
        ("match.low", settings.bands.low.to_string()),
        ("import.keep_days", settings.keep_imports_days.to_string()),
        ("generation.after_onboarding", text(settings.after_onboarding.name())),
        ("llm.limits.concurrency", settings.llm.limits.concurrency.to_string()),
        ("llm.limits.parses_per_hour", settings.llm.limits.parses_per_hour.to_string()),
    ];
    let providers: Vec<&str> = settings.llm.providers.keys().map(String::as_str).collect();
    let providers = providers.join(", ");
    if !providers.is_empty() {
        rows.push(("llm.providers", providers));
    }
    let rows = rows.into_iter().map(|(key, value)| vec![key.to_owned(), "=".to_owned(), value]);
    let keys = settings
        .keys
        .iter()
        .map(|(name, chords)| vec![format!("keys.{name}"), "=".to_owned(), chords.join(", ")]);
    rows.chain(keys).collect()
}
