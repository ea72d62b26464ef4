//! `--profile FILE`: what a plan is made from, checked against the library.

use std::path::Path;

use crate::domain::Profile;
use crate::library::Library;
use crate::planner::read_profile;

use super::context::Context;
use super::error::CliError;

/// Reads a profile; a wrong key or id is named.
pub(super) fn read(
    path: &Path,
    library: &Library,
    context: &mut Context<'_>,
) -> Result<Profile, CliError> {
    let text = context.read(path)?;
    read_profile(&text, library).map_err(|error| CliError::usage(&error))
}
