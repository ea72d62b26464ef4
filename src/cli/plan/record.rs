//! `plan log`: what was really done of a unit, item by item or as planned.

use clap::Args;

use crate::domain::{Item, ItemField, Message, PlanEdit, Unit, UnitField, UnitId};
use crate::import::PlanFile;
use crate::training::{as_planned, print_result, read_result};

use crate::cli::context::Context;
use crate::cli::error::{CliError, Exit};

use super::keep::{Step, keep};
use super::source::load;

#[derive(Debug, Args)]
pub(in crate::cli) struct Arguments {
    #[arg(value_name = "FILE|ID")]
    plan: String,
    /// Nothing: the unit was done as planned.
    #[arg(value_name = "RESULT")]
    result: Option<String>,
    #[arg(long, value_name = "N|ID", requires = "result")]
    item: Option<String>,
    #[arg(long, value_name = "ID")]
    unit: Option<String>,
}

pub(super) fn run(arguments: &Arguments, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let mut source = load(&arguments.plan, context)?;
    let unit = wanted(&source.plan, arguments.unit.as_deref())?;
    let edit = match (&arguments.result, &arguments.item) {
        (None, _) => whole(unit),
        (Some(text), item) => one(unit, item.as_deref(), text)?,
    };
    let id = unit.id.clone();
    let target = unit_mut(&mut source.plan, &id).ok_or_else(|| no_unit(id.as_str()))?;
    edit.clone().apply(target).map_err(|error| CliError::failed(&error))?;
    let lines: Vec<String> = target
        .items()
        .filter_map(|(_, item)| {
            let log = item.log.as_ref()?;
            let lang = context.catalogue().lang();
            Some(format!("{}: {}", item.label.get(lang), print_result(log, lang)))
        })
        .collect();
    keep(&arguments.plan, &source, &[Step { unit: id, edit }], context)?;
    for line in lines {
        context.out.line(&line)?;
    }
    Ok(Exit::Ok)
}

fn no_unit(name: &str) -> CliError {
    CliError::Usage(Message::new("cli-log-no-unit").with("unit", name))
}

/// The unit that is named, or the only one there is.
fn wanted<'a>(plan: &'a PlanFile, named: Option<&str>) -> Result<&'a Unit, CliError> {
    match plan {
        PlanFile::Unit(unit, _) => Ok(unit),
        PlanFile::Program(program) => {
            let named = named.ok_or_else(|| CliError::Usage(Message::new("cli-log-which-unit")))?;
            program.unit(&UnitId::new(named)).ok_or_else(|| no_unit(named))
        }
        PlanFile::Framework(_) => Err(CliError::Usage(Message::new("cli-log-which-unit"))),
    }
}

fn unit_mut<'a>(plan: &'a mut PlanFile, id: &UnitId) -> Option<&'a mut Unit> {
    match plan {
        PlanFile::Unit(unit, _) => Some(&mut **unit),
        PlanFile::Program(program) => {
            program.weeks.iter_mut().flat_map(|week| &mut week.units).find(|unit| unit.id == *id)
        }
        PlanFile::Framework(_) => None,
    }
}

/// Everything without a result as planned, and the unit as done.
fn whole(unit: &Unit) -> PlanEdit {
    let items = unit.items().filter(|(_, item)| item.log.is_none());
    let mut edits: Vec<PlanEdit> = items.map(|(_, item)| set(item, as_planned(item))).collect();
    edits.push(PlanEdit::SetUnit { field: UnitField::Done(true) });
    PlanEdit::Batch { edits }
}

/// One item, by its place (from 1) or id.
fn one(unit: &Unit, named: Option<&str>, text: &str) -> Result<PlanEdit, CliError> {
    let which = || CliError::Usage(Message::new("cli-log-which-item"));
    let named = named.ok_or_else(which)?;
    let by_place = |number: usize| unit.items().nth(number.checked_sub(1)?);
    let found = match named.parse() {
        Ok(number) => by_place(number),
        Err(_) => unit.items().find(|(_, item)| item.id.as_str() == named),
    };
    let (_, item) = found.ok_or_else(which)?;
    let log = read_result(text, item).map_err(|error| CliError::usage(&error))?;
    Ok(set(item, log))
}

fn set(item: &Item, log: crate::domain::ItemLog) -> PlanEdit {
    PlanEdit::SetItem { item: item.id.clone(), field: ItemField::Log(Some(log)) }
}
