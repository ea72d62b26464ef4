//! Puts a mended plan back where it came from: into its file, or into the database as one step a
//! coach can undo.

use std::path::Path;

use crate::domain::{Message, PlanEdit, Unit, UnitId};
use crate::export::PlanWriter;
use crate::import::PlanFile;
use crate::store::Change;

use crate::cli::context::Context;
use crate::cli::database::Database;
use crate::cli::error::CliError;

use super::source::{Source, is_file};

/// An edit that was applied to a unit of the plan.
#[derive(Debug, Clone)]
pub(in crate::cli) struct Step {
    /// The unit.
    pub(in crate::cli) unit: UnitId,
    /// What was done.
    pub(in crate::cli) edit: PlanEdit,
}

/// Keeps `source`, in which `steps` were taken since it was loaded from `name`.
pub(in crate::cli) fn keep(
    name: &str,
    source: &Source,
    steps: &[Step],
    context: &Context<'_>,
) -> Result<(), CliError> {
    if steps.is_empty() {
        return Ok(());
    }
    if name == "-" {
        return Err(CliError::Usage(Message::new("cli-fix-needs-a-file")));
    }
    if !is_file(name) {
        return into_database(&source.plan, steps, context);
    }
    let writer = PlanWriter { catalogue: context.catalogue(), library_hash: source.library.hash() };
    let mut text = Vec::new();
    writer.write(&mut text, source.exported())?;
    let path = Path::new(name);
    std::fs::write(path, text).map_err(|error| CliError::unwritable(path, &error))
}

/// The steps of each unit are one entry of its journal. They are taken once more on the unit as
/// it is stored now, so that nothing another session did meanwhile is lost.
fn into_database(plan: &PlanFile, steps: &[Step], context: &Context<'_>) -> Result<(), CliError> {
    let database = Database::open(&context.settings)?;
    for unit in units(plan) {
        let own: Vec<&Step> = steps.iter().filter(|step| step.unit == unit.id).collect();
        if own.is_empty() {
            continue;
        }
        let stored = database.ask(database.store.unit(&database.viewer, &unit.id))?;
        let edit = PlanEdit::Batch { edits: own.iter().map(|step| step.edit.clone()).collect() };
        let mut unit_after = stored.document;
        let inverse =
            edit.clone().apply(&mut unit_after).map_err(|error| CliError::failed(&error))?;
        let change = Change {
            unit_after: &unit_after,
            edit: &edit,
            inverse: &inverse,
            base_version: stored.version,
        };
        database.ask(database.store.record(&database.viewer, change))?;
    }
    database.close();
    Ok(())
}

fn units(plan: &PlanFile) -> Vec<&Unit> {
    match plan {
        PlanFile::Unit(unit, _) => vec![unit],
        PlanFile::Program(program) => program.units().collect(),
        PlanFile::Framework(_) => Vec::new(),
    }
}
