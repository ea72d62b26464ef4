//! `restore`: puts a backup back; what was there is kept beside it.

use std::path::PathBuf;

use clap::Args;

use crate::domain::Message;
use crate::runtime::clock;
use crate::store::{Kept, Store};

use super::context::Context;
use super::error::{CliError, Exit};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(value_name = "FILE")]
    from: PathBuf,
}

pub(super) fn run(arguments: &Arguments, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let path = &context.settings.database;
    let restored = Store::restore(path, &arguments.from, &clock::stamp())
        .map_err(|error| CliError::failed(&error))?;
    let path = path.display().to_string();
    context.say(&Message::new("cli-restore-done").with("path", path))?;
    match restored.kept {
        Kept::Nothing => {}
        Kept::Copy(kept) => context
            .say(&Message::new("cli-restore-kept-copy").with("path", kept.display().to_string()))?,
        Kept::Damaged(kept) => context.say(
            &Message::new("cli-restore-kept-damaged").with("path", kept.display().to_string()),
        )?,
    }
    Ok(Exit::Ok)
}
