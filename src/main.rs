//! The binary: hands the process's arguments, environment and streams to [`planwright::cli`] and
//! ends with its exit code.

use std::ffi::OsString;
use std::io::{BufWriter, IsTerminal, stderr, stdin, stdout};
use std::process::ExitCode;

use planwright::cli::{self, Streams, Terminal};
use planwright::config::Environment;

fn main() -> color_eyre::Result<ExitCode> {
    color_eyre::install()?;
    let args: Vec<OsString> = std::env::args_os().collect();
    let terminal = Terminal {
        input: stdin().is_terminal(),
        output: stdout().is_terminal(),
        errors: stderr().is_terminal(),
    };
    let mut output = BufWriter::new(stdout().lock());
    // not locked: tasks on other threads log to it while a command waits for them
    let mut errors = stderr();
    let streams = Streams {
        input: Box::new(stdin().lock()),
        output: &mut output,
        errors: &mut errors,
        terminal,
    };
    Ok(ExitCode::from(cli::run(&args, &Environment::of_process(), streams).code()))
}
