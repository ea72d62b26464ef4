//! `plan show ID --loads`: one plan as each athlete's load sheet.

use crate::domain::{Athlete, AthleteProfile, Message, Profile, Unit};
use crate::import::PlanFile;
use crate::training::target;

use crate::cli::context::Context;
use crate::cli::database::Database;
use crate::cli::error::{CliError, Exit};

use super::source::Source;

/// Prints a table per unit: items down, athletes across.
pub(super) fn run(
    source: &Source,
    named: &[String],
    context: &mut Context<'_>,
) -> Result<Exit, CliError> {
    let athletes = athletes(source, named, context)?;
    if athletes.is_empty() {
        return Err(CliError::Usage(Message::new("cli-loads-nobody")));
    }
    let units: Vec<&Unit> = match &source.plan {
        PlanFile::Unit(unit, _) => vec![unit],
        PlanFile::Program(program) => program.units().collect(),
        PlanFile::Framework(_) => Vec::new(),
    };
    let lang = context.catalogue().lang();
    for unit in units {
        let place = unit.place.as_ref().map(|place| {
            context.text(&Message::new("adapt-line").with("week", place.week).with("unit", ""))
        });
        let title = [place.unwrap_or_default(), unit.title.clone()].join(" ");
        context.out.line(title.trim())?;
        let mut head = vec![String::new(), context.catalogue().say("loads-planned")];
        head.extend(athletes.iter().map(|(name, _)| name.clone()));
        let mut rows = vec![head];
        for (_, item) in unit.items().filter(|(_, item)| item.minutes.is_none()) {
            let exercise = item.exercise.as_ref().and_then(|id| source.library.get(id));
            let mut row = vec![
                item.label.get(lang).to_owned(),
                crate::notation::print(&item.prescription, lang),
            ];
            row.extend(athletes.iter().map(|(_, profile)| {
                target(item, exercise.map(|found| &**found), profile).text(item, lang)
            }));
            rows.push(row);
        }
        context.out.table(&rows)?;
        context.out.line("")?;
    }
    Ok(Exit::Ok)
}

/// The athletes that are named, else whoever the plan is for, else everyone there is.
fn athletes(
    source: &Source,
    named: &[String],
    context: &mut Context<'_>,
) -> Result<Vec<(String, AthleteProfile)>, CliError> {
    if let (PlanFile::Program(program), true) = (&source.plan, named.is_empty())
        && let Profile::Athlete(own) = &program.profile
    {
        return Ok(vec![(own.name.clone(), own.clone())]);
    }
    let database = Database::open(&context.settings)?;
    let all: Vec<Athlete> = database.ask(database.store.athletes(&database.viewer))?;
    database.close();
    let wanted = |athlete: &Athlete| {
        named.is_empty()
            || named.iter().any(|name| *name == athlete.name || *name == athlete.id.as_str())
    };
    Ok(all.into_iter().filter(wanted).map(|athlete| (athlete.name, athlete.profile)).collect())
}
