//! `generate again PLAN`: a second version of a program, by another model or the offline planner,
//! beside the first.

use std::sync::Arc;

use clap::Args;

use crate::domain::{Message, Program, ProgramId};
use crate::generation::{EngineKind, Request, Target};
use crate::llm::ModelName;

use crate::cli::context::Context;
use crate::cli::database::Database;
use crate::cli::error::{CliError, Exit};
use crate::cli::job;
use crate::cli::printed::{Printed, print};

use super::request::{engine, known, model};

#[derive(Debug, Args)]
pub(in crate::cli) struct Arguments {
    #[arg(value_name = "ID")]
    plan: String,
    #[arg(long, value_name = "PROVIDER/MODEL", value_parser = model)]
    model: Option<ModelName>,
    #[arg(long, value_parser = engine(), conflicts_with = "model", default_value = "llm")]
    engine: EngineKind,
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    #[arg(long, value_name = "TEXT")]
    wish: Option<String>,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(arguments: &Arguments, context: &mut Context<'_>) -> Result<Exit, CliError> {
    if let Some(model) = &arguments.model {
        known(model, &context.settings.llm)?;
    }
    let library = Arc::new(context.library()?);
    let (before, request) = before(&arguments.plan, context)?;
    let engine = if arguments.model.is_some() { EngineKind::Llm } else { arguments.engine };
    let seed = arguments.seed.unwrap_or(request.seed);
    let is_twin = engine == EngineKind::Builtin && before.provenance.engine == engine.id();
    if is_twin && seed == before.provenance.seed {
        return Err(CliError::Usage(Message::new("cli-again-same")));
    }
    let request = Request {
        seed,
        engine,
        wish: arguments.wish.clone().unwrap_or(request.wish),
        model: arguments.model.clone(),
        version_of: Some(before.id.clone()),
        ..request
    };
    let program = job::start(request, &library, context)?;
    if arguments.json {
        return print(&program, Target::Program, &library, Printed::Json, context)
            .map(|()| Exit::Ok);
    }
    let (old, new) = (before.id.as_str(), program.id.as_str());
    context.say(&Message::new("cli-again-made").with("old", old).with("new", new))?;
    Ok(Exit::Ok)
}

/// The program, and the request it was made from; where no job knows it, one from its profile.
fn before(id: &str, context: &Context<'_>) -> Result<(Program, Request), CliError> {
    let database = Database::open(&context.settings)?;
    let found = database.ask(async {
        let id = ProgramId::from(id);
        let program = database.store.program(&database.viewer, &id).await?;
        let jobs = database.store.jobs(&database.viewer).await?;
        Ok((program, jobs))
    });
    database.close();
    let (program, jobs) = found?;
    let of_it = jobs.iter().rev().find(|job| job.request.program.as_ref() == Some(&program.id));
    let kept = of_it.and_then(|job| serde_json::from_str(&job.request.request).ok());
    let request = kept.unwrap_or_else(|| Request {
        start: program.start,
        seed: program.provenance.seed,
        ..Request::new(Target::Program, program.profile.clone(), program.owner.clone())
    });
    Ok((program, request))
}
