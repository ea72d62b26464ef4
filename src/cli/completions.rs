//! `completions SHELL`: what a shell needs to complete our commands.

use clap::Args;
use clap_complete::Shell;

use super::error::{CliError, Exit};
use super::output::Output;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(value_enum)]
    shell: Shell,
}

pub(super) fn run(
    arguments: &Arguments,
    mut command: clap::Command,
    out: &mut Output<'_>,
) -> Result<Exit, CliError> {
    // the generator ends the process when writing fails, so it writes into memory
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut command, "planwright", &mut script);
    out.raw().write_all(&script)?;
    Ok(Exit::Ok)
}
