//! Arguments and subcommands: reads what was asked, prepares what it needs, hands over, and ends
//! with an exit code. One file per subcommand; `--json` prints results, diagnostics go to standard
//! error.

mod args;
mod backup;
mod base;
mod completions;
mod config;
mod consent;
mod context;
mod database;
mod doctor;
mod error;
mod generate;
mod import;
mod job;
mod keys;
mod library;
mod lint;
mod log;
mod man;
mod matches;
mod models;
mod names;
mod output;
mod people;
mod plan;
mod printed;
mod probe;
mod profile;
mod render;
mod restore;
mod suggest;
mod terminal;
#[cfg(test)]
mod tests;
mod usage;

use std::ffi::OsString;
use std::io::{BufReader, Write};

use clap::FromArgMatches;

use crate::config::{Environment, Flags};
use crate::domain::Lang;
use crate::language::{Catalogue, clean};

use args::{Cli, Command};
use context::Context;
pub use context::{Streams, Terminal};
pub use error::{CliError, Exit};
use output::Output;

/// Runs one command line, the program's name first.
pub fn run(args: &[OsString], environment: &Environment, streams: Streams<'_>) -> Exit {
    let Streams { input, output, errors, terminal } = streams;
    let lang = crate::config::preferred_language(&early_flags(args), environment);
    let cli = match parse(args, lang) {
        Ok(cli) => cli,
        Err(error) => return complain_about_arguments(&error, output, errors),
    };
    let mut out = Output::new(output);
    let mut err = Output::new(errors);
    let flags = cli.global.flags();
    let result = match cli.command {
        Some(Command::Completions(arguments)) => {
            completions::run(&arguments, args::command(lang), &mut out)
        }
        Some(Command::Man(arguments)) => man::run(&arguments, args::command(lang), &mut out),
        Some(Command::Doctor(doctor::Arguments { llm: false })) => {
            let settings = crate::config::load(environment, &flags);
            doctor::run(&settings, environment, terminal, &mut out)
        }
        command => match crate::config::load(environment, &flags) {
            Err((error, lang)) => return report(&error.into(), lang, &mut err),
            Ok(settings) => {
                let lang = settings.lang;
                log::start(
                    &settings,
                    match command {
                        None | Some(Command::Demo) => log::Terminal::Screens,
                        Some(_) => log::Terminal::Lines,
                    },
                );
                let input = BufReader::new(input);
                let mut context =
                    Context { settings, flags, environment, input, out, err, terminal };
                let result = dispatch(command, &mut context);
                let result = result.and_then(|exit| Ok(context.out.flush().map(|()| exit)?));
                return match result {
                    Ok(exit) => exit,
                    Err(error) => {
                        // what was printed before it went wrong belongs to the result
                        let _ = context.out.flush();
                        report(&error, lang, &mut context.err)
                    }
                };
            }
        },
    };
    match result.and_then(|exit| Ok(out.flush().map(|()| exit)?)) {
        Ok(exit) => exit,
        Err(error) => report(&error, lang, &mut err),
    }
}

fn dispatch(command: Option<Command>, context: &mut Context<'_>) -> Result<Exit, CliError> {
    match command {
        Some(Command::Import(arguments)) => import::run(&arguments, context),
        Some(Command::Match(arguments)) => matches::run(&arguments, context),
        Some(Command::Suggest(arguments)) => suggest::run(&arguments, context),
        Some(Command::Generate(command)) => generate::run(&command, context),
        Some(Command::Job(command)) => job::run(&command, context),
        Some(Command::Keys(arguments)) => keys::run(&arguments, context),
        Some(Command::Render(arguments)) => render::run(&arguments, context),
        Some(Command::Plan(command)) => plan::run(&command, context),
        Some(Command::Lint(arguments)) => lint::run(&arguments, context),
        Some(Command::Library(command)) => library::run(&command, context),
        Some(Command::Backup(arguments)) => backup::run(&arguments, context),
        Some(Command::Restore(arguments)) => restore::run(&arguments, context),
        Some(Command::Config(command)) => config::run(&command, context),
        Some(Command::Base(command)) => base::run(&command, context),
        Some(Command::Athlete(command)) => people::athletes(&command, context),
        Some(Command::Group(command)) => people::groups(&command, context),
        Some(Command::Usage(arguments)) => usage::run(&arguments, context),
        Some(Command::Consent(command)) => consent::run(&command, context),
        Some(Command::Doctor(_)) => probe::run(context),
        Some(Command::Demo) => terminal::demo(context),
        None => terminal::open(context),
        // run() served them before the configuration was loaded
        Some(Command::Completions(_) | Command::Man(_)) => Ok(Exit::Ok),
    }
}

fn parse(args: &[OsString], lang: Lang) -> Result<Cli, clap::Error> {
    let mut matches = args::command(lang).try_get_matches_from(args)?;
    Cli::from_arg_matches_mut(&mut matches)
}

/// The language named by an option, found before the arguments are parsed: help is described in
/// it.
fn early_flags(args: &[OsString]) -> Flags {
    let texts: Vec<&str> = args.iter().filter_map(|arg| arg.to_str()).collect();
    let apart = texts.windows(2).find_map(|pair| match pair {
        ["--lang", lang] => Some(*lang),
        _ => None,
    });
    let joined = texts.iter().find_map(|text| text.strip_prefix("--lang="));
    Flags { lang: joined.or(apart).map(str::to_owned), ..Flags::default() }
}

fn report(error: &CliError, lang: Lang, err: &mut Output<'_>) -> Exit {
    for message in error.messages() {
        // a closed standard error leaves nobody to tell
        let _ = err.line(&format!("planwright: {}", Catalogue::load(lang).text(&message)));
    }
    let _ = err.flush();
    error.exit()
}

/// Help and version are printed, everything else is a complaint. Arguments it quotes are as
/// untrusted as any other text.
fn complain_about_arguments(
    error: &clap::Error,
    output: &mut dyn Write,
    errors: &mut dyn Write,
) -> Exit {
    let text = clean(&error.render().to_string()).text;
    // nobody left to tell is no reason to end otherwise
    if error.use_stderr() {
        let _ = errors.write_all(text.as_bytes()).and_then(|()| errors.flush());
        Exit::Usage
    } else {
        let _ = output.write_all(text.as_bytes()).and_then(|()| output.flush());
        Exit::Ok
    }
}
