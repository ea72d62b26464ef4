//! `usage`: what asking language models cost, and how well imports were understood.

mod imports;
mod models;

use clap::{Args, Subcommand};

use super::context::Context;
use super::error::{CliError, Exit};
pub(super) use imports::retained_since;

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    models: models::Arguments,
}

#[derive(Debug, Subcommand)]
enum Command {
    Imports(imports::Arguments),
}

pub(super) fn run(arguments: &Arguments, context: &mut Context<'_>) -> Result<Exit, CliError> {
    match &arguments.command {
        Some(Command::Imports(arguments)) => imports::run(arguments, context),
        None => models::run(&arguments.models, context),
    }
}
