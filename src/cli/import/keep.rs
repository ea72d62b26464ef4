//! Puts what was understood into the database: into a unit that is there, as one step a coach can
//! undo, or as new units, one per day of the text.

use std::path::Path;

use sha2::{Digest, Sha256};

use crate::domain::{IdSource, Message, Owner, Unit, UnitId};
use crate::import::{Draft, DraftSection, PlanFile, read_plan};
use crate::library::Library;
use crate::store::{Change, StoreError};

use crate::cli::context::Context;
use crate::cli::database::Database;
use crate::cli::error::CliError;

/// Keeps a plan file as it is; returns its id.
pub(super) fn plan(text: &str, context: &Context<'_>) -> Result<Vec<String>, CliError> {
    let plan = read_plan(text).map_err(|error| CliError::usage(&error))?;
    let database = Database::open(&context.settings)?;
    let (store, viewer) = (&database.store, &database.viewer);
    let id = match plan {
        PlanFile::Unit(unit, _) => {
            add(&unit, &database)?;
            unit.id.to_string()
        }
        PlanFile::Program(program) => {
            database.ask(store.start_program(viewer, &program))?;
            if program.missing_weeks().is_empty() {
                database.ask(store.finish_program(viewer, &program.id))?;
            }
            program.id.to_string()
        }
        PlanFile::Framework(framework) => {
            database.ask(store.put_framework(viewer, &framework))?;
            framework.id.to_string()
        }
    };
    database.close();
    Ok(vec![id])
}

/// Keeps a draft; returns the ids of the units it went into.
pub(super) fn draft(
    draft: &Draft,
    text: &str,
    path: &Path,
    unit: Option<&str>,
    library: &Library,
    context: &Context<'_>,
) -> Result<Vec<String>, CliError> {
    if draft.rows().next().is_none() {
        return Ok(Vec::new());
    }
    let database = Database::open(&context.settings)?;
    let mut ids = IdSource::new(seed(text, database.viewer.coach.as_str(), unit));
    let kept = if let Some(id) = unit {
        vec![into(draft, &UnitId::from(id), library, &mut ids, &database)?]
    } else {
        let mut kept = Vec::new();
        for (title, day) in days(draft, path) {
            let mut unit = Unit::new(ids.unit(), title, Owner::Nobody);
            if let Some(edit) = day.edit(&unit, None, library, &mut ids) {
                edit.apply(&mut unit).map_err(|error| CliError::failed(&error))?;
                add(&unit, &database)?;
                kept.push(unit.id.to_string());
            }
        }
        kept
    };
    database.close();
    Ok(kept)
}

fn into(
    draft: &Draft,
    id: &UnitId,
    library: &Library,
    ids: &mut IdSource,
    database: &Database,
) -> Result<String, CliError> {
    let (store, viewer) = (&database.store, &database.viewer);
    let stored = database.ask(store.unit(viewer, id))?;
    let mut unit = stored.document;
    let Some(edit) = draft.edit(&unit, None, library, ids) else { return Ok(id.to_string()) };
    let Ok(inverse) = edit.clone().apply(&mut unit) else {
        // the only thing that cannot be put in is what is there already
        return Err(CliError::Failed(Message::new("cli-import-twice").with("id", id.as_str())));
    };
    let change =
        Change { unit_after: &unit, edit: &edit, inverse: &inverse, base_version: stored.version };
    database.ask(store.record(viewer, change))?;
    Ok(id.to_string())
}

/// Adds a unit; one with this id came from the same text and is left as it is by now.
fn add(unit: &Unit, database: &Database) -> Result<(), CliError> {
    match database.wait(database.store.add_unit(&database.viewer, unit)) {
        Ok(_) | Err(StoreError::Taken { .. }) => Ok(()),
        Err(error) => Err(CliError::failed(&error)),
    }
}

/// The draft cut into days, each with a title: the day's own, else the name of the file.
fn days(draft: &Draft, path: &Path) -> Vec<(String, Draft)> {
    let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let name = name.filter(|name| name != "-").unwrap_or_else(|| "Import".to_owned());
    let mut days: Vec<(Option<u16>, String, Draft)> = Vec::new();
    for section in &draft.sections {
        let number = section.day.as_ref().map(|day| day.n);
        match days.last_mut().filter(|(day, ..)| *day == number) {
            Some((.., day)) => day.sections.push(section.clone()),
            None => days.push((number, title(section, &name), part(section))),
        }
    }
    days.into_iter().map(|(_, title, day)| (title, day)).collect()
}

fn title(section: &DraftSection, name: &str) -> String {
    let own = section.day.as_ref().map(|day| day.title.clone());
    own.filter(|title| !title.is_empty()).unwrap_or_else(|| name.to_owned())
}

fn part(section: &DraftSection) -> Draft {
    Draft { sections: vec![section.clone()], ..Draft::default() }
}

/// Equal texts of one coach for one unit give equal ids.
fn seed(text: &str, coach: &str, unit: Option<&str>) -> u64 {
    let parts = [coach, unit.unwrap_or_default(), text];
    let digest =
        parts.iter().fold(Sha256::new(), |hash, part| hash.chain_update(part).chain_update([0]));
    digest.finalize().iter().take(8).fold(0, |seed, byte| seed << 8 | u64::from(*byte))
}
