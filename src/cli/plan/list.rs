//! `plan list`: every plan the coach can see, tonight's unit last.

use clap::Args;
use jiff::civil::Date;
use serde::Serialize;

use crate::domain::Owner;
use crate::store::{PlanQuery, PlanSummary};

use crate::cli::context::Context;
use crate::cli::database::Database;
use crate::cli::error::{CliError, Exit};

#[derive(Debug, Args)]
pub(in crate::cli) struct Arguments {
    #[arg(long)]
    json: bool,
}

/// One plan, with the keys of the contract.
#[derive(Debug, Serialize)]
struct Row<'a> {
    kind: crate::store::PlanKind,
    id: &'a str,
    title: &'a str,
    owner: Option<&'a str>,
    date: Option<Date>,
}

impl<'a> From<&'a PlanSummary> for Row<'a> {
    fn from(plan: &'a PlanSummary) -> Self {
        let owner = match &plan.owner {
            Owner::Group(id) => Some(id.as_str()),
            Owner::Athlete(id) => Some(id.as_str()),
            Owner::Nobody => None,
        };
        Self { kind: plan.kind, id: &plan.id, title: &plan.title, owner, date: plan.date }
    }
}

pub(super) fn run(arguments: &Arguments, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let database = Database::open(&context.settings)?;
    let plans = database.ask(database.store.plans(&database.viewer, &PlanQuery::default()))?;
    database.close();
    let rows: Vec<Row<'_>> = plans.iter().map(Row::from).collect();
    if arguments.json {
        context.out.json(&rows)?;
        return Ok(Exit::Ok);
    }
    let rows: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            vec![
                row.date.map_or_else(|| "–".to_owned(), |date| date.to_string()),
                context.catalogue().say(match row.kind {
                    crate::store::PlanKind::Unit => "cli-kind-unit",
                    crate::store::PlanKind::Program => "cli-kind-program",
                    crate::store::PlanKind::Framework => "cli-kind-framework",
                }),
                row.title.to_owned(),
                row.owner.unwrap_or("–").to_owned(),
                row.id.to_owned(),
            ]
        })
        .collect();
    context.out.table(&rows)?;
    Ok(Exit::Ok)
}
