//! `athlete add`: the athlete is written first; the draft that follows may fail without costing
//! anything but itself.

use std::sync::Arc;

use serde::Serialize;

use super::athlete::Add;
use crate::app::people::{Person, Saving};
use crate::cli::context::Context;
use crate::cli::database::Database;
use crate::cli::error::{CliError, Exit};
use crate::cli::job;
use crate::config::AfterOnboarding;
use crate::domain::{Athlete, AthleteId, IdSource, JobId, Message, Program};
use crate::generation::{EngineKind, Request};
use crate::library::Library;
use crate::runtime::clock;
use crate::runtime::people::{Drafted, request, save};

/// What `athlete add --json` prints.
#[derive(Debug, Serialize)]
struct Added<'a> {
    id: &'a str,
    name: &'a str,
    draft: Option<Draft<'a>>,
}

/// The draft, or why there is none.
#[derive(Debug, Serialize)]
struct Draft<'a> {
    job: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    program: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    weeks: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    units: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

/// Takes an athlete in.
pub(super) fn athlete(arguments: &Add, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let library = Arc::new(context.library()?);
    let profile = arguments.said.profile(None, &library, context)?;
    let mut ids = IdSource::new(clock::seed());
    let id = AthleteId::new(ids.next('a'));
    let athlete = Athlete { id, name: profile.name.clone(), profile };
    let consent = arguments.said.consent;
    let saving = Saving { person: Person::Athlete(athlete.clone()), consent };
    let database = Database::open(&context.settings)?;
    database.ask(save(&database.store, &database.viewer, &saving))?;
    let wanted = wanted(arguments, &athlete, &database, context);
    database.close();
    let json = arguments.printing.is_json();
    if !json {
        let said = Message::new("cli-athlete-added")
            .with("name", athlete.name.as_str())
            .with("id", athlete.id.as_str());
        context.say(&said)?;
    }
    let drafted = match wanted? {
        None => None,
        Some(request) => {
            let job = ids.job();
            let program = draft(&job, request, &athlete, &library, context)?;
            Some((job, program))
        }
    };
    if json {
        context.out.json(&added(&athlete, drafted.as_ref()))?;
    } else if let Some((job, Ok(program))) = &drafted {
        let said = Message::new("cli-athlete-drafted")
            .with("job", job.as_str())
            .with("program", program.id.as_str())
            .with("weeks", program.weeks.len())
            .with("units", program.units().count());
        context.say(&said)?;
    }
    Ok(Exit::Ok)
}

/// What is to be drafted: nothing where nobody wants it, or where the profile is not complete.
fn wanted(
    arguments: &Add,
    athlete: &Athlete,
    database: &Database,
    context: &mut Context<'_>,
) -> Result<Option<Request>, CliError> {
    let after = context.settings.after_onboarding;
    if arguments.no_draft || after == AfterOnboarding::Off {
        return Ok(None);
    }
    if !athlete.profile.missing().is_empty() {
        context.note(&Message::new("cli-draft-incomplete").with("id", athlete.id.as_str()))?;
        return Ok(None);
    }
    let kind = match after {
        AfterOnboarding::Llm => EngineKind::Llm,
        AfterOnboarding::Builtin | AfterOnboarding::Off => EngineKind::Builtin,
    };
    let models = job::models(kind, database, context);
    let Drafted { request, note } =
        database.wait(request(models.as_deref(), &database.viewer, athlete, after));
    if let Some(note) = note {
        context.note(&note)?;
    }
    Ok(Some(request))
}

/// Drafts; a failure is told with what to do next, and given back as its sentence.
fn draft(
    id: &JobId,
    request: Request,
    athlete: &Athlete,
    library: &Arc<Library>,
    context: &mut Context<'_>,
) -> Result<Result<Program, String>, CliError> {
    match job::start_as(id.clone(), request, library, context) {
        Ok(program) => Ok(Ok(program)),
        Err(error @ CliError::Output(_)) => Err(error),
        Err(error) => {
            let why = error.messages().first().map(|message| context.text(message));
            let why = why.unwrap_or_default();
            let said = Message::new("cli-draft-failed")
                .with("name", athlete.name.as_str())
                .with("id", athlete.id.as_str())
                .with("reason", why.as_str());
            context.note(&said)?;
            Ok(Err(why))
        }
    }
}

fn added<'a>(
    athlete: &'a Athlete,
    drafted: Option<&'a (JobId, Result<Program, String>)>,
) -> Added<'a> {
    let draft = drafted.map(|(job, program)| {
        let made = program.as_ref().ok();
        Draft {
            job: job.as_str(),
            program: made.map(|it| it.id.as_str()),
            weeks: made.map(|it| it.weeks.len()),
            units: made.map(|it| it.units().count()),
            error: program.as_ref().err().cloned(),
        }
    });
    Added { id: athlete.id.as_str(), name: &athlete.name, draft }
}
