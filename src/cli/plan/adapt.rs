//! `plan adapt`: what the results so far change in the weeks to come; shown first, then applied.

use clap::Args;
use serde::Serialize;

use crate::domain::Message;
use crate::import::PlanFile;
use crate::notation;
use crate::planner::{Adaptation, adapt};

use crate::cli::context::Context;
use crate::cli::error::{CliError, Exit};

use super::keep::{Step, keep};
use super::source::load;

#[derive(Debug, Args)]
pub(in crate::cli) struct Arguments {
    #[arg(value_name = "FILE|ID")]
    plan: String,
    #[arg(long)]
    apply: bool,
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Serialize)]
struct Row {
    unit: String,
    week: u16,
    item: String,
    exercise: String,
    before: String,
    after: String,
    swap: Option<String>,
    why: String,
}

pub(super) fn run(arguments: &Arguments, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let mut source = load(&arguments.plan, context)?;
    let PlanFile::Program(program) = &mut source.plan else {
        return Err(CliError::Usage(Message::new("cli-adapt-program-only")));
    };
    let changes = adapt(program, &source.library);
    let rows: Vec<Row> = changes.iter().map(|change| row(change, context)).collect();
    if arguments.apply {
        let mut steps = Vec::new();
        for change in &changes {
            let mut units = program.weeks.iter_mut().flat_map(|week| &mut week.units);
            let Some(unit) = units.find(|unit| unit.id == change.unit) else { continue };
            let edit = change.edit();
            edit.clone().apply(unit).map_err(|error| CliError::failed(&error))?;
            steps.push(Step { unit: change.unit.clone(), edit });
        }
        keep(&arguments.plan, &source, &steps, context)?;
    }
    if arguments.json {
        context.out.json(&rows)?;
        return Ok(Exit::Ok);
    }
    if rows.is_empty() {
        let nothing = context.text(&Message::new("adapt-nothing"));
        context.out.line(&nothing)?;
        return Ok(Exit::Ok);
    }
    for row in rows {
        let swap = row.swap.map(|name| format!(" → {name}")).unwrap_or_default();
        let head =
            context.text(&Message::new("adapt-line").with("week", row.week).with("unit", row.unit));
        context.out.line(&format!("{head} · {}{swap}", row.exercise))?;
        context.out.line(&format!("- {}", row.before))?;
        context.out.line(&format!("+ {}", row.after))?;
        context.out.line(&format!("  {}", row.why))?;
    }
    let count = Message::new(if arguments.apply { "adapt-applied" } else { "adapt-to-apply" })
        .with("n", changes.len());
    let count = context.text(&count);
    context.out.line(&count)?;
    Ok(Exit::Ok)
}

fn row(change: &Adaptation, context: &Context<'_>) -> Row {
    let lang = context.catalogue().lang();
    Row {
        unit: change.title.clone(),
        week: change.week,
        item: change.item.to_string(),
        exercise: change.exercise.get(lang).to_owned(),
        before: notation::print(&change.before, lang),
        after: notation::print(&change.after, lang),
        swap: change.swap.as_ref().map(|(_, name)| name.get(lang).to_owned()),
        why: context.text(&change.why),
    }
}
