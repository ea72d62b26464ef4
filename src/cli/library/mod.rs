//! `library …`: the exercises that count here, looked at, searched, checked,
//! exchanged as files, and the names for them.

use clap::Subcommand;

use super::context::Context;
use super::database::Database;
use super::error::{CliError, Exit};
use crate::app::library::LibraryChange;
use crate::domain::Explain;
use crate::runtime::library::{self, ChangeError};
use crate::store::StoreError;

mod alias;
mod catalogue;
mod check;
mod draft;
mod export;
mod graph;
mod import;
mod kept;
mod list;
mod search;
mod show;
mod tree;

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    List(list::Arguments),
    Show(show::Arguments),
    Search(search::Arguments),
    Check(check::Arguments),
    Draft(draft::Arguments),
    Export(export::Arguments),
    Import(import::Arguments),
    #[command(subcommand)]
    Alias(alias::Command),
    #[command(subcommand)]
    Catalogue(catalogue::Command),
    #[command(subcommand)]
    Graph(graph::Command),
    Kept(kept::Arguments),
}

pub(super) fn run(command: &Command, context: &mut Context<'_>) -> Result<Exit, CliError> {
    match command {
        Command::List(arguments) => list::run(arguments, context),
        Command::Show(arguments) => show::run(arguments, context),
        Command::Search(arguments) => search::run(arguments, context),
        Command::Check(arguments) => check::run(arguments, context),
        Command::Draft(arguments) => draft::run(arguments, context),
        Command::Export(arguments) => export::run(arguments, context),
        Command::Import(arguments) => import::run(arguments, context),
        Command::Alias(command) => alias::run(command, context),
        Command::Catalogue(command) => catalogue::run(command, context),
        Command::Graph(command) => graph::run(command, context),
        Command::Kept(arguments) => kept::run(arguments, context),
    }
}

/// Makes a change of the library and says so; what does not fit is a mistake of whoever asked.
fn change(change: &LibraryChange, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let database = Database::open(&context.settings)?;
    let done = database.wait(library::change(&database.store, &database.viewer, change));
    database.close();
    done.map_err(|error| match &error {
        ChangeError::Store(StoreError::NotFound { .. })
        | ChangeError::Library(_)
        | ChangeError::Fault(_) => CliError::Usage(error.message()),
        ChangeError::Store(_) | ChangeError::Dropped => CliError::failed(&error),
    })?;
    context.say(&change.said())?;
    Ok(Exit::Ok)
}
