//! `generate program|unit|again`: a plan from a profile, an athlete or a group.
//!
//! A plan from a profile file alone is printed and nothing is stored, so that it works anywhere.
//! It is kept, as a job that can be resumed, when it is for somebody in the database or when a
//! database is named.

mod again;
mod estimate;
mod request;

use std::sync::Arc;

use clap::{Args, Subcommand};
use futures_util::StreamExt;

use crate::config::Named;
use crate::domain::{IdSource, Message, Program};
use crate::generation::model::ModelEngine;
use crate::generation::{Builtin, Engine, EngineKind, Job, ProgressEvent, Request, Target};
use crate::library::Library;
use crate::runtime::clock;
use crate::runtime::engines::Asking;

use super::context::Context;
use super::database;
use super::error::{CliError, Exit};
use super::job;
use super::models;
use super::printed::{Printed, print};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Program(Arguments),
    Unit(Arguments),
    Again(again::Arguments),
}

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    wanted: request::Wanted,
    #[arg(long)]
    show_request: bool,
    #[arg(long)]
    estimate: bool,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(command: &Command, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let (target, arguments) = match command {
        Command::Program(arguments) => (Target::Program, arguments),
        Command::Unit(arguments) => (Target::Unit, arguments),
        Command::Again(arguments) => return again::run(arguments, context),
    };
    let library = Arc::new(context.library()?);
    let request = arguments.wanted.request(target, &library, context)?;
    if arguments.show_request {
        return show_request(request, &library, context);
    }
    if arguments.estimate {
        return estimate::run(&request, &library, arguments.json, context);
    }
    // the ledger, the limits and the bases of models live in the database
    let stored = request.engine == EngineKind::Llm
        || arguments.wanted.names_somebody()
        || context.settings.database_named == Named::Explicitly;
    let program = if stored {
        job::start(request, &library, context)?
    } else {
        passing(request, &library, context)?
    };
    let form = if arguments.json { Printed::Json } else { Printed::Text };
    print(&program, target, &library, form, context)?;
    Ok(Exit::Ok)
}

/// Prints exactly what would be sent for the outline, and where to. Nothing leaves.
fn show_request(
    request: Request,
    library: &Arc<Library>,
    context: &mut Context<'_>,
) -> Result<Exit, CliError> {
    if request.engine == EngineKind::Builtin {
        return Err(CliError::Usage(Message::new("cli-no-request")));
    }
    let database = database::Database::open(&context.settings)?;
    let models = job::models(request.engine, &database, context);
    let preview = database.wait(async {
        let models = models?;
        let (store, viewer) = (database.store.clone(), database.viewer.clone());
        let asking = Asking::new(models, store, viewer).await;
        let id = IdSource::new(clock::seed()).job();
        let engine = ModelEngine::new(Arc::new(asking), Arc::clone(library), id, None);
        Some(engine.preview(request).await)
    });
    database.close();
    match preview {
        Some(Ok(preview)) => models::show(&preview, context).map(|()| Exit::Ok),
        Some(Err(message)) => Err(CliError::Failed(message)),
        None => Err(CliError::Usage(Message::new("cli-no-request"))),
    }
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
