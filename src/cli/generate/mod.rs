//! `generate program|unit`: a plan from a profile, an athlete or a group.
//!
//! A plan from a profile file alone is printed and nothing is stored, so that it works anywhere.
//! It is kept, as a job that can be resumed, when it is for somebody in the database or when a
//! database is named.

mod request;

use std::sync::Arc;

use clap::{Args, Subcommand};
use futures_util::StreamExt;

use crate::config::Named;
use crate::domain::{IdSource, Message, Program};
use crate::generation::{Builtin, Engine, Job, ProgressEvent, Request, Target};
use crate::library::Library;

use super::context::Context;
use super::database;
use super::error::{CliError, Exit};
use super::job;
use super::printed::{Printed, print};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Program(Arguments),
    Unit(Arguments),
}

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    wanted: request::Wanted,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(command: &Command, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let (target, arguments) = match command {
        Command::Program(arguments) => (Target::Program, arguments),
        Command::Unit(arguments) => (Target::Unit, arguments),
    };
    let library = Arc::new(context.library()?);
    let request = arguments.wanted.request(target, &library, context)?;
    let stored =
        arguments.wanted.names_somebody() || context.settings.database_named == Named::Explicitly;
    let program = if stored {
        job::start(request, &library, context)?
    } else {
        passing(request, &library, context)?
    };
    let form = if arguments.json { Printed::Json } else { Printed::Text };
    print(&program, target, &library, form, context)?;
    Ok(Exit::Ok)
}

/// Runs the engine without keeping anything but the plan.
fn passing(
    request: Request,
    library: &Arc<Library>,
    context: &mut Context<'_>,
) -> Result<Program, CliError> {
    let engine = Builtin::new(Arc::clone(library));
    let id = IdSource::new(request.seed).job();
    let mut job = Job::new(id, request.clone(), engine.name());
    let mut events = engine.run(request, Vec::new());
    let runtime = database::runtime()?;
    let mut program = None;
    while let Some(event) = runtime.block_on(events.next()) {
        for line in job.apply(&event) {
            context.note(&line)?;
        }
        match event {
            ProgressEvent::Finished { program: whole } => program = Some(*whole),
            ProgressEvent::Failed { message } => return Err(CliError::Usage(message)),
            _ => {}
        }
    }
    program.ok_or_else(|| CliError::Failed(Message::new("cli-no-plan")))
}
