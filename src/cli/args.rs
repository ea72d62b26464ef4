//! The arguments, and the clap command built from them: names and kinds stand here, every sentence
//! stands in the message catalogue, so help, man page and completions speak the coach's language.

use std::borrow::Cow;
use std::path::PathBuf;

use clap::{Args, CommandFactory, Parser, Subcommand};

use crate::config::Flags;
use crate::domain::{Lang, Message};
use crate::language::Catalogue;

use super::{
    backup, base, completions, config, consent, doctor, generate, import, job, keys, library, lint,
    man, matches, people, plan, render, restore, suggest, usage,
};

#[derive(Debug, Parser)]
#[command(name = "planwright", version, disable_help_subcommand = true, color = clap::ColorChoice::Never)]
pub(super) struct Cli {
    #[command(flatten)]
    pub(super) global: Global,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// What every command takes.
#[derive(Debug, Args)]
pub(super) struct Global {
    #[arg(long, global = true, value_name = "PATH")]
    db: Option<PathBuf>,
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[arg(long = "as", global = true, value_name = "COACH")]
    coach: Option<String>,
    #[arg(long, global = true, value_name = "de|en")]
    lang: Option<String>,
    #[arg(long, global = true, value_name = "LEVEL")]
    log: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Import(import::Arguments),
    Match(matches::Arguments),
    Suggest(suggest::Arguments),
    #[command(subcommand)]
    Generate(generate::Command),
    #[command(subcommand)]
    Job(job::Command),
    #[command(subcommand)]
    Base(base::Command),
    #[command(subcommand)]
    Plan(plan::Command),
    Lint(lint::Arguments),
    #[command(subcommand)]
    Library(library::Command),
    #[command(subcommand)]
    Athlete(people::AthleteCommand),
    #[command(subcommand)]
    Group(people::GroupCommand),
    Usage(usage::Arguments),
    #[command(subcommand)]
    Consent(consent::Command),
    Demo,
    Doctor(doctor::Arguments),
    Backup(backup::Arguments),
    Restore(restore::Arguments),
    Keys(keys::Arguments),
    Render(render::Arguments),
    Completions(completions::Arguments),
    Man(man::Arguments),
    #[command(subcommand)]
    Config(config::Command),
}

impl Global {
    /// The options as configuration takes them.
    pub(super) fn flags(&self) -> Flags {
        Flags {
            db: self.db.clone(),
            config: self.config.clone(),
            coach: self.coach.clone(),
            lang: self.lang.clone(),
            log: self.log.clone(),
        }
    }
}

/// The whole command line, described in `lang`.
pub(super) fn command(lang: Lang) -> clap::Command {
    describe(Cli::command(), "", Catalogue::load(lang))
}

/// Gives a command, its arguments and its subcommands their sentences. `path` is the command with
/// its parents, joined by dashes: `plan-export`.
fn describe(command: clap::Command, path: &str, catalogue: &Catalogue) -> clap::Command {
    let about = if path.is_empty() { "planwright" } else { path };
    let command = command
        .about(sentence(catalogue, &format!("cli-about-{about}")))
        .mut_args(|arg| {
            let key = format!("cli-arg-{}", arg.get_id().as_str().replace('_', "-"));
            let own = format!("{key}-for-{about}");
            let key = if catalogue.has(&own) { own } else { key };
            arg.help(sentence(catalogue, &key))
        })
        .mut_subcommands(|child| {
            let name = child.get_name();
            let path = if path.is_empty() { name.to_owned() } else { format!("{path}-{name}") };
            describe(child, &path, catalogue)
        });
    if path.is_empty() { command.after_help(catalogue.say("cli-after-help")) } else { command }
}

fn sentence(catalogue: &Catalogue, key: &str) -> String {
    catalogue.text(&Message { id: Cow::Owned(key.to_owned()), args: Vec::new() })
}
