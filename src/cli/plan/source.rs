//! Where a plan comes from: a file, standard input, or the database.

use std::path::Path;

use crate::domain::Group;
use crate::export::Exported;
use crate::import::{PlanFile, read_plan};
use crate::library::Library;
use crate::store::Plan;

use crate::cli::context::Context;
use crate::cli::database::Database;
use crate::cli::error::CliError;

/// A plan with what belongs to it.
pub(in crate::cli) struct Source {
    /// The plan.
    pub(in crate::cli) plan: PlanFile,
    /// The library it is read with.
    pub(in crate::cli) library: Library,
    /// The group that trains by it, where the database knows one.
    pub(in crate::cli) group: Option<Group>,
}

impl Source {
    /// The plan as exports take it.
    pub(in crate::cli) fn exported(&self) -> Exported<'_> {
        match &self.plan {
            PlanFile::Unit(unit, _) => Exported::Unit(unit),
            PlanFile::Program(program) => Exported::Program(program),
            PlanFile::Framework(framework) => Exported::Framework(framework),
        }
    }
}

/// Whether a plan is named by a file: `-`, something that exists, or something that looks like a
/// path.
pub(in crate::cli) fn is_file(name: &str) -> bool {
    let path = Path::new(name);
    name == "-" || path.is_file() || name.contains(std::path::is_separator) || is_json(path)
}

fn is_json(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"))
}

/// A plan by file or id.
pub(in crate::cli) fn load(name: &str, context: &mut Context<'_>) -> Result<Source, CliError> {
    if is_file(name) {
        let text = context.read(Path::new(name))?;
        let plan = read_plan(&text).map_err(|error| CliError::usage(&error))?;
        return Ok(Source { plan, library: context.library()?, group: None });
    }
    let database = Database::open(&context.settings)?;
    let plan = match database.ask(database.store.plan(&database.viewer, name))? {
        Plan::Unit(unit) => PlanFile::Unit(unit, None),
        Plan::Program(program) => PlanFile::Program(program),
        Plan::Framework(framework) => PlanFile::Framework(framework),
    };
    let group = group_of(&plan, &database);
    let library = context.library()?;
    database.close();
    Ok(Source { plan, library, group })
}

fn group_of(plan: &PlanFile, database: &Database) -> Option<Group> {
    use crate::domain::Owner;
    let owner = match plan {
        PlanFile::Unit(unit, _) => &unit.owner,
        PlanFile::Program(program) => &program.owner,
        PlanFile::Framework(_) => return None,
    };
    let Owner::Group(id) = owner else { return None };
    // a plan whose group is gone is still a plan
    database.wait(database.store.group(&database.viewer, id)).ok()
}
