//! `library …`: the exercises that count here, looked at, searched, checked,
//! exchanged as files, and the names for them.

use clap::Subcommand;

use super::context::Context;
use super::error::{CliError, Exit};

mod alias;
mod check;
mod export;
mod import;
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
    Export(export::Arguments),
    Import(import::Arguments),
    #[command(subcommand)]
    Alias(alias::Command),
}

pub(super) fn run(command: &Command, context: &mut Context<'_>) -> Result<Exit, CliError> {
    match command {
        Command::List(arguments) => list::run(arguments, context),
        Command::Show(arguments) => show::run(arguments, context),
        Command::Search(arguments) => search::run(arguments, context),
        Command::Check(arguments) => check::run(arguments, context),
        Command::Export(arguments) => export::run(arguments, context),
        Command::Import(arguments) => import::run(arguments, context),
        Command::Alias(command) => alias::run(command, context),
    }
}
