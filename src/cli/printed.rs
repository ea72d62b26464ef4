//! How a generated plan is printed: as the public JSON, or as text to read.

use crate::domain::Program;
use crate::export::{Exported, PlanWriter, SheetWriter, markdown};
use crate::generation::Target;
use crate::library::Library;

use super::context::Context;
use super::error::CliError;

/// The form a plan is printed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Printed {
    /// The public plan file.
    Json,
    /// Markdown.
    Text,
}

/// Prints what a generation brought.
pub(super) fn print(
    program: &Program,
    target: Target,
    library: &Library,
    form: Printed,
    context: &mut Context<'_>,
) -> Result<(), CliError> {
    let plan = match (target, program.units().next()) {
        (Target::Unit, Some(unit)) => Exported::Generated(unit, program),
        _ => Exported::Program(program),
    };
    let catalogue = context.catalogue();
    match form {
        Printed::Json => {
            let writer = PlanWriter { catalogue, library_hash: library.hash() };
            writer.write(&mut context.out.raw(), plan)?;
        }
        Printed::Text => {
            let sheet = SheetWriter { catalogue, catalogues: library.catalogues() }.sheet(plan);
            context.out.raw().write_all(markdown(&sheet).as_bytes())?;
        }
    }
    Ok(())
}
