//! `keys`: every command of the screens with its keys, from the command table and the
//! configuration.

use std::borrow::Cow;

use clap::Args;
use serde::Serialize;

use crate::app::{Keymap, Scope, TABLE};
use crate::domain::Message;

use super::context::Context;
use super::error::{CliError, Exit};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Serialize)]
struct Row {
    scope: &'static str,
    name: &'static str,
    keys: Vec<String>,
    what: String,
}

pub(super) fn run(arguments: &Arguments, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let keymap = keymap(context)?;
    let rows: Vec<Row> = TABLE
        .iter()
        .map(|row| Row {
            scope: scope(row.scope),
            name: row.name,
            keys: keymap.keys_of(row.command),
            what: sentence(context, "command-", row.name),
        })
        .collect();
    if arguments.json {
        context.out.json(&rows)?;
        return Ok(Exit::Ok);
    }
    let mut last = "";
    let mut lines = Vec::new();
    for row in rows {
        if row.scope != last {
            lines.push(vec![sentence(context, "cli-scope-", row.scope)]);
            last = row.scope;
        }
        lines.push(vec![format!("  {}", row.keys.join(", ")), row.name.to_owned(), row.what]);
    }
    context.out.table(&lines)?;
    Ok(Exit::Ok)
}

/// The keys that hold, the configuration's own included.
pub(super) fn keymap(context: &Context<'_>) -> Result<Keymap, CliError> {
    let keys = &context.settings.keys;
    let overrides = keys.iter().map(|(name, keys)| (name.as_str(), keys.as_slice()));
    Keymap::new(overrides).map_err(|error| CliError::usage(&error))
}

fn sentence(context: &Context<'_>, prefix: &str, name: &str) -> String {
    context.text(&Message { id: Cow::Owned(format!("{prefix}{name}")), args: Vec::new() })
}

const fn scope(scope: Scope) -> &'static str {
    match scope {
        Scope::Everywhere => "everywhere",
        Scope::Plan => "plan",
        Scope::Suggest => "suggest",
        Scope::Log => "log",
        Scope::Entry => "entry",
        Scope::Review => "review",
        Scope::Source => "source",
        Scope::Form => "form",
        Scope::Picker => "picker",
        Scope::Page => "page",
        Scope::Findings => "findings",
        Scope::Overview => "overview",
        Scope::Changes => "changes",
        Scope::Offer => "offer",
        Scope::UnitOffer => "unit-offer",
        Scope::Compare => "compare",
        Scope::Library => "library",
        Scope::LibraryList => "library-list",
        Scope::LibraryDetail => "library-detail",
        Scope::LibrarySearch => "library-search",
        Scope::LibraryFacets => "library-facets",
        Scope::LibraryForm => "library-form",
        Scope::LibraryChoice => "library-choice",
        Scope::LibraryLists => "library-lists",
        Scope::LibraryKept => "library-kept",
    }
}
