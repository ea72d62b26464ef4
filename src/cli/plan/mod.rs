//! `plan list|show|export|diff|compare|audit`: the plans of the database, and plan files.

mod adapt;
mod audit;
mod compare;
mod diff;
mod keep;
mod list;
mod loads;
mod record;
mod source;

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use crate::domain::Message;
use crate::export::{PlanWriter, SheetWriter, calendar, html, liftoscript, markdown, table};
use crate::runtime::clock;

pub(super) use keep::{Step, keep};
pub(super) use source::{Source, load};

use super::context::Context;
use super::error::{CliError, Exit};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    List(list::Arguments),
    Show(Show),
    Export(Export),
    Diff(diff::Arguments),
    Compare(compare::Arguments),
    Audit(audit::Arguments),
    Log(record::Arguments),
    Adapt(adapt::Arguments),
}

#[derive(Debug, Args)]
pub(super) struct Show {
    #[arg(value_name = "FILE|ID")]
    plan: String,
    #[arg(long)]
    loads: bool,
    #[arg(long, value_name = "NAME|ID", requires = "loads")]
    athlete: Vec<String>,
}

#[derive(Debug, Args)]
pub(super) struct Export {
    #[arg(value_name = "FILE|ID")]
    plan: String,
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// A format plans are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Json,
    Markdown,
    Html,
    Csv,
    Ics,
    Liftoscript,
}

pub(super) fn run(command: &Command, context: &mut Context<'_>) -> Result<Exit, CliError> {
    match command {
        Command::List(arguments) => list::run(arguments, context),
        Command::Show(arguments) if arguments.loads => {
            let source = load(&arguments.plan, context)?;
            loads::run(&source, &arguments.athlete, context)
        }
        Command::Show(arguments) => {
            let text = written(&load(&arguments.plan, context)?, Format::Markdown, context)?;
            context.out.text(&text)?;
            Ok(Exit::Ok)
        }
        Command::Export(arguments) => export(arguments, context),
        Command::Diff(arguments) => diff::run(arguments, context),
        Command::Compare(arguments) => compare::run(arguments, context),
        Command::Audit(arguments) => audit::run(arguments, context),
        Command::Log(arguments) => record::run(arguments, context),
        Command::Adapt(arguments) => adapt::run(arguments, context),
    }
}

fn export(arguments: &Export, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let text = written(&load(&arguments.plan, context)?, arguments.format, context)?;
    match &arguments.output {
        None => context.out.raw().write_all(text.as_bytes())?,
        Some(path) => {
            std::fs::write(path, text).map_err(|error| CliError::unwritable(path, &error))?;
        }
    }
    Ok(Exit::Ok)
}

/// The plan in a format. Every writer leaves nothing in it that could steer a terminal.
fn written(source: &Source, format: Format, context: &Context<'_>) -> Result<String, CliError> {
    let (catalogue, plan) = (context.catalogue(), source.exported());
    if format == Format::Json {
        let writer = PlanWriter { catalogue, library_hash: source.library.hash() };
        let mut text = Vec::new();
        writer.write(&mut text, plan)?;
        return Ok(String::from_utf8_lossy(&text).into_owned());
    }
    let writer = SheetWriter { catalogue, catalogues: source.library.catalogues() };
    match format {
        Format::Html => html(&writer.sheet(plan)).map_err(|error| CliError::failed(&error)),
        Format::Csv => Ok(table(writer, plan)),
        Format::Ics => calendar(writer, plan, clock::now())
            .ok_or_else(|| CliError::Failed(Message::new("cli-plan-undated"))),
        Format::Liftoscript => liftoscript(plan, context.lang())
            .ok_or_else(|| CliError::Usage(Message::new("cli-plan-no-liftoscript"))),
        Format::Markdown | Format::Json => Ok(markdown(&writer.sheet(plan))),
    }
}
