//! `job list|show|resume|retry|redo|cancel`: generations that are kept, and running them on.

use std::collections::BTreeSet;
use std::sync::Arc;

use clap::{Args, Subcommand};
use serde::Serialize;

use crate::domain::{Explain, IdSource, JobId, Message, Program};
use crate::generation::{EngineKind, Job, JobStatus, ProgressEvent, Request};
use crate::library::Library;
use crate::runtime::models::Models;
use crate::runtime::{clock, engines, jobs};

use super::context::Context;
use super::database::Database;
use super::error::{CliError, Exit};
use super::printed::{Printed, print};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    List(List),
    Show(One),
    Resume(One),
    Retry(Retry),
    Redo(Redo),
    Cancel(One),
}

#[derive(Debug, Args)]
pub(super) struct List {
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
pub(super) struct One {
    #[arg(value_name = "ID")]
    job: String,
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Retry {
    #[command(flatten)]
    one: One,
    #[arg(long, value_name = "N", required = true)]
    week: Vec<u16>,
}

#[derive(Debug, Args)]
pub(super) struct Redo {
    #[command(flatten)]
    one: One,
    #[arg(long, value_name = "N")]
    from: u16,
}

/// A job as it is printed.
#[derive(Debug, Serialize)]
struct Row<'a> {
    id: &'a str,
    status: JobStatus,
    percent: u8,
    title: &'a str,
    weeks: u16,
    done: &'a [u16],
    program: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    log: Option<Vec<String>>,
}

impl<'a> From<&'a Job> for Row<'a> {
    fn from(job: &'a Job) -> Self {
        Self {
            id: job.id.as_str(),
            status: job.status,
            percent: job.percent,
            title: &job.title,
            weeks: job.weeks,
            done: &job.done,
            program: job.program.as_ref().map(crate::domain::ProgramId::as_str),
            log: None,
        }
    }
}

pub(super) fn run(command: &Command, context: &mut Context<'_>) -> Result<Exit, CliError> {
    match command {
        Command::List(arguments) => list(arguments, context),
        Command::Show(one) => show(one, context),
        Command::Resume(one) => again(one, |_| BTreeSet::new(), context),
        Command::Retry(retry) => {
            let weeks = || retry.week.iter().copied().collect();
            again(&retry.one, |_| weeks(), context)
        }
        Command::Redo(redo) => {
            again(&redo.one, |job| (redo.from.max(1)..=job.weeks).collect(), context)
        }
        Command::Cancel(one) => {
            let database = Database::open(&context.settings)?;
            let id = JobId::from(one.job.as_str());
            database.ask(database.store.cancel_job(&database.viewer, &id))?;
            database.close();
            Ok(Exit::Ok)
        }
    }
}

/// Keeps a request as a job and runs it to its end.
pub(super) fn start(
    request: Request,
    library: &Arc<Library>,
    context: &mut Context<'_>,
) -> Result<Program, CliError> {
    start_as(IdSource::new(clock::seed()).job(), request, library, context)
}

/// As [`start`], under an id that is known before.
pub(super) fn start_as(
    id: JobId,
    request: Request,
    library: &Arc<Library>,
    context: &mut Context<'_>,
) -> Result<Program, CliError> {
    let database = Database::open(&context.settings)?;
    let engine = request.engine.id();
    let job = Job::new(id, request, engine);
    database.ask(jobs::add(&database.store, &database.viewer, &job))?;
    let program = carry_on(job, &BTreeSet::new(), library, &database, context);
    database.close();
    program
}

fn again(
    one: &One,
    anew: impl Fn(&Job) -> BTreeSet<u16>,
    context: &mut Context<'_>,
) -> Result<Exit, CliError> {
    let library = Arc::new(context.library()?);
    let database = Database::open(&context.settings)?;
    let job = known(&one.job, &database)?;
    let (target, anew) = (job.request.target, anew(&job));
    if let Some(week) = anew.iter().find(|week| !(1..=job.weeks).contains(*week)) {
        let message = Message::new("cli-no-week").with("week", *week).with("weeks", job.weeks);
        return Err(CliError::Usage(message));
    }
    let program = match &job.program {
        // nothing is missing: the plan is what resuming would bring
        Some(id) if anew.is_empty() && job.status == JobStatus::Done => {
            database.ask(database.store.program(&database.viewer, id))
        }
        _ => carry_on(job, &anew, &library, &database, context),
    };
    database.close();
    let printed = if one.json { Printed::Json } else { Printed::Text };
    print(&program?, target, &library, printed, context)?;
    Ok(Exit::Ok)
}

/// The models of this process, where the engine asks them.
pub(super) fn models(
    engine: EngineKind,
    database: &Database,
    context: &Context<'_>,
) -> Option<Arc<Models>> {
    let store = database.store.clone();
    (engine == EngineKind::Llm).then(|| {
        let start = async { Models::start(&context.settings, context.environment, store) };
        Arc::new(database.wait(start))
    })
}

/// Runs a job, its log lines told as they come.
fn carry_on(
    job: Job,
    anew: &BTreeSet<u16>,
    library: &Arc<Library>,
    database: &Database,
    context: &mut Context<'_>,
) -> Result<Program, CliError> {
    let (store, viewer) = (&database.store, &database.viewer);
    let models = models(job.request.engine, database, context);
    let engine = database
        .wait(engines::engine(models.clone(), store, viewer, library, &job))
        .map_err(|error| CliError::failed(&error))?;
    let catalogue = context.catalogue();
    let mut told = Ok(());
    let mut whole = None;
    let ran = database.wait(jobs::run_anew(store, viewer, job, engine, anew, |event, lines| {
        for line in lines {
            if told.is_ok() {
                told = context.err.line(&catalogue.text(line));
            }
        }
        if let ProgressEvent::Finished { program } = event {
            whole = Some((**program).clone());
        }
    }));
    if let Some(models) = models {
        database.wait(models.finish());
    }
    told?;
    match ran {
        Err(error) => Err(CliError::failed(&error)),
        Ok(jobs::Outcome::Failed(message)) => Err(CliError::Failed(message)),
        Ok(jobs::Outcome::Program(_) | jobs::Outcome::Unit(_)) => {
            whole.ok_or_else(|| CliError::Failed(Message::new("cli-no-plan")))
        }
    }
}

fn known(id: &str, database: &Database) -> Result<Job, CliError> {
    let id = JobId::from(id);
    let job = jobs::known(&database.store, &database.viewer, &id);
    database.wait(job).map_err(|error| CliError::Usage(error.message()))
}

fn list(arguments: &List, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let database = Database::open(&context.settings)?;
    let stored = database.ask(database.store.jobs(&database.viewer))?;
    let jobs: Vec<Job> =
        stored.iter().filter_map(|job| known(job.request.id.as_str(), &database).ok()).collect();
    database.close();
    let rows: Vec<Row<'_>> = jobs.iter().map(Row::from).collect();
    if arguments.json {
        context.out.json(&rows)?;
        return Ok(Exit::Ok);
    }
    let rows: Vec<Vec<String>> = rows.iter().map(|row| cells(row, context)).collect();
    context.out.table(&rows)?;
    Ok(Exit::Ok)
}

fn show(one: &One, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let database = Database::open(&context.settings)?;
    let job = known(&one.job, &database)?;
    let log = database.ask(database.store.job_log(&database.viewer, &job.id))?;
    database.close();
    let log: Vec<String> = log.iter().map(|line| context.text(line)).collect();
    if one.json {
        context.out.json(&Row { log: Some(log), ..Row::from(&job) })?;
        return Ok(Exit::Ok);
    }
    let row = cells(&Row::from(&job), context);
    context.out.table(&[row])?;
    for line in log {
        context.out.line(&line)?;
    }
    Ok(Exit::Ok)
}

fn cells(row: &Row<'_>, context: &Context<'_>) -> Vec<String> {
    let status = context.catalogue().say(match row.status {
        JobStatus::Pending => "cli-job-pending",
        JobStatus::Running => "cli-job-running",
        JobStatus::Done => "cli-job-done",
        JobStatus::Failed => "cli-job-failed",
        JobStatus::Cancelled => "cli-job-cancelled",
    });
    vec![
        row.id.to_owned(),
        status,
        format!("{} %", row.percent),
        format!("{}/{}", row.done.len(), row.weeks),
        row.program.unwrap_or("–").to_owned(),
        row.title.to_owned(),
    ]
}
