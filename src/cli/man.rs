//! `man`: the manual page on standard output, or one page per command in a folder.

use std::path::PathBuf;

use clap::Args;

use super::error::{CliError, Exit};
use super::output::Output;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
}

pub(super) fn run(
    arguments: &Arguments,
    command: clap::Command,
    out: &mut Output<'_>,
) -> Result<Exit, CliError> {
    match &arguments.dir {
        None => clap_mangen::Man::new(command).render(&mut out.raw())?,
        Some(dir) => clap_mangen::generate_to(command, dir)?,
    }
    Ok(Exit::Ok)
}
