//! `backup`: a copy of the whole database as it is at one moment, while others go on working.

use std::path::PathBuf;

use clap::Args;

use crate::domain::Message;
use crate::runtime::clock;

use super::context::Context;
use super::database::Database;
use super::error::{CliError, Exit};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(value_name = "FILE")]
    to: Option<PathBuf>,
}

pub(super) fn run(arguments: &Arguments, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let path = &context.settings.database;
    if !path.exists() {
        let missing = Message::new("cli-no-database").with("path", path.display().to_string());
        return Err(CliError::Failed(missing));
    }
    let to = arguments
        .to
        .clone()
        .unwrap_or_else(|| path.with_file_name(format!("planwright-{}.db", clock::stamp())));
    if to.exists() {
        let taken = Message::new("cli-backup-taken").with("path", to.display().to_string());
        return Err(CliError::Failed(taken));
    }
    let database = Database::open(&context.settings)?;
    let copied = database.ask(database.store.backup(&to));
    database.close();
    copied?;
    context.say(&Message::new("cli-backup-done").with("path", to.display().to_string()))?;
    Ok(Exit::Ok)
}
