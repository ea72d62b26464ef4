//! Whose training an import is.

use crate::cli::database::Database;
use crate::cli::error::CliError;
use crate::domain::{Athlete, AthleteId, AthleteProfile, IdSource, Message, Owner};
use crate::language::{clean, fold};
use crate::runtime::clock;

use super::Arguments;

/// The owner of what is imported: an athlete by id or name, a new one, or nobody.
pub(super) fn owner(arguments: &Arguments, database: &Database) -> Result<Owner, CliError> {
    let wanted = arguments.athlete.as_ref().or(arguments.new_athlete.as_ref());
    let Some(wanted) = wanted else { return Ok(Owner::Nobody) };
    let wanted = clean(wanted).text.trim().to_owned();
    let athletes = database.ask(database.store.athletes(&database.viewer))?;
    let known = athletes
        .iter()
        .find(|athlete| athlete.id.as_str() == wanted)
        .or_else(|| athletes.iter().find(|athlete| fold(&athlete.name) == fold(&wanted)));
    if let Some(known) = known {
        return Ok(Owner::Athlete(known.id.clone()));
    }
    if arguments.new_athlete.is_none() || wanted.is_empty() {
        return Err(CliError::Usage(Message::new("cli-no-athlete").with("name", wanted)));
    }
    let id = AthleteId::new(IdSource::new(clock::seed()).next('a'));
    let athlete = Athlete { id: id.clone(), name: wanted, profile: AthleteProfile::default() };
    database.ask(database.store.put_athlete(&database.viewer, &athlete))?;
    Ok(Owner::Athlete(id))
}
