//! `plan audit PLAN`: how a program came to be: who planned it, with which model and prompts, what
//! each call used, and where the transcripts are.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use crate::domain::{Message, Program};
use crate::generation::written_by;
use crate::import::PlanFile;
use crate::llm::{money, transcript};
use crate::store::ModelCall;

use crate::cli::context::Context;
use crate::cli::database::Database;
use crate::cli::error::{CliError, Exit};

use super::source::load;

#[derive(Debug, Args)]
pub(in crate::cli) struct Arguments {
    #[arg(value_name = "FILE|ID")]
    plan: String,
    #[arg(long)]
    json: bool,
}

/// The columns of a call.
const COLUMNS: [&str; 8] = [
    "cli-audit-call-role",
    "cli-audit-call-model",
    "cli-audit-call-outcome",
    "cli-audit-call-new",
    "cli-audit-call-cached",
    "cli-audit-call-output",
    "cli-audit-call-price",
    "cli-audit-call-ms",
];

pub(super) fn run(arguments: &Arguments, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let source = load(&arguments.plan, context)?;
    let PlanFile::Program(program) = &source.plan else {
        return Err(CliError::Usage(Message::new("cli-compare-no-program")));
    };
    let calls = calls(program, context)?;
    let files = transcripts(program, context)?;
    if arguments.json {
        return as_json(program, &calls, &files, context);
    }
    let made = &program.provenance;
    let mut rows = vec![
        ("cli-audit-engine", made.engine.clone()),
        ("cli-audit-seed", made.seed.to_string()),
        ("cli-audit-library", made.library_hash.clone()),
        ("cli-audit-profile", made.profile_hash.clone()),
    ];
    match &made.audit {
        Some(audit) => {
            let prompts = audit.prompts.iter().map(|it| format!("{} {}", it.name, it.hash));
            rows.push(("cli-audit-model", format!("{}/{}", audit.provider, audit.model)));
            rows.push(("cli-audit-answered", audit.answered_by.clone()));
            rows.extend(audit.structured_by.iter().map(|it| ("cli-audit-structured", it.clone())));
            rows.extend(prompts.map(|prompt| ("cli-audit-prompt", prompt)));
            rows.push(("cli-audit-base", audit.base.clone()));
            rows.extend(audit.job.iter().map(|job| ("cli-audit-job", job.to_string())));
        }
        // what earlier versions wrote into one line
        None => rows.extend(made.model.iter().map(|model| ("cli-audit-model", model.clone()))),
    }
    rows.extend(made.version_of.iter().map(|of| ("cli-audit-version-of", of.to_string())));
    let rows: Vec<Vec<String>> = rows
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(id, value)| vec![context.text(&Message::new(id)), value])
        .collect();
    context.out.table(&rows)?;
    if !calls.is_empty() {
        context.out.line("")?;
        let head = COLUMNS.map(|column| context.catalogue().say(column));
        let rows: Vec<Vec<String>> = calls.iter().map(row).collect();
        context.out.table(&[vec![head.to_vec()], rows].concat())?;
    }
    if !files.is_empty() {
        context.out.line("")?;
        for file in &files {
            context.out.line(&file.display().to_string())?;
        }
    }
    Ok(Exit::Ok)
}

/// The calls of the job that made a program, where this database knows it.
pub(super) fn calls(program: &Program, context: &Context<'_>) -> Result<Vec<ModelCall>, CliError> {
    let Some(job) = program.provenance.audit.as_ref().and_then(|audit| audit.job.as_ref()) else {
        return Ok(Vec::new());
    };
    let database = Database::open(&context.settings)?;
    let calls = database.ask(database.store.job_calls(&database.viewer, job));
    database.close();
    calls
}

/// The transcripts of the job, as long as they are kept.
fn transcripts(program: &Program, context: &Context<'_>) -> Result<Vec<PathBuf>, CliError> {
    let job = program.provenance.audit.as_ref().and_then(|audit| audit.job.as_ref());
    let (Some(job), Some(state)) = (job, &context.settings.state_dir) else {
        return Ok(Vec::new());
    };
    Ok(transcript::of_job(&state.join("transcripts"), job)?)
}

fn row(call: &ModelCall) -> Vec<String> {
    vec![
        call.role.clone(),
        format!("{}/{}", call.provider, call.model),
        call.outcome.clone(),
        (call.usage.input_new + call.usage.cache_written).to_string(),
        call.usage.input_cached.to_string(),
        call.usage.output.to_string(),
        call.price.map_or_else(|| "?".to_owned(), money),
        call.total_ms.to_string(),
    ]
}

fn as_json(
    program: &Program,
    calls: &[ModelCall],
    files: &[PathBuf],
    context: &mut Context<'_>,
) -> Result<Exit, CliError> {
    let calls: Vec<serde_json::Value> = calls
        .iter()
        .map(|call| {
            json!({
                "at": call.at.to_string(),
                "role": call.role,
                "provider": call.provider,
                "model": call.model,
                "prompt": { "name": call.prompt, "hash": call.prompt_hash },
                "forked": call.forked,
                "outcome": call.outcome,
                "retries": call.retries,
                "usage": call.usage,
                "bytes_sent": call.bytes_out,
                "first_ms": call.first_ms,
                "total_ms": call.total_ms,
                "price_usd": call.price,
            })
        })
        .collect();
    let weeks: Vec<serde_json::Value> = program
        .weeks
        .iter()
        .map(|week| json!({ "index": week.index, "by": written_by(week) }))
        .collect();
    context.out.json(&json!({
        "plan": program.id,
        "provenance": program.provenance,
        "profile": program.profile,
        "weeks": weeks,
        "calls": calls,
        "transcripts": files,
    }))?;
    Ok(Exit::Ok)
}
