//! What every command works with: settings, catalogue, streams. The library is opened only by
//! commands that ask for it.

use std::io::{BufReader, Read, Write};
use std::path::Path;

use crate::config::{Bands, Environment, Flags, Settings};
use crate::domain::{Lang, Message, Visibility};
use crate::language::Catalogue;
use crate::library::Library;
use crate::matching::{Entry, Matcher, Thresholds};
pub(super) use crate::runtime::imports::decode;
use crate::runtime::taught;

use super::database;
use super::error::CliError;
use super::output::Output;

/// The streams of the process, and whether people sit at them.
pub struct Streams<'a> {
    /// Standard input.
    pub input: Box<dyn Read + 'a>,
    /// Standard output.
    pub output: &'a mut dyn Write,
    /// Standard error: diagnostics only.
    pub errors: &'a mut dyn Write,
    /// Whether input and output are terminals.
    pub terminal: Terminal,
}

/// Which streams are terminals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terminal {
    /// Somebody types.
    pub input: bool,
    /// Somebody reads.
    pub output: bool,
    /// Somebody reads the diagnostics.
    pub errors: bool,
}

/// What a command works with.
pub(super) struct Context<'a> {
    pub(super) settings: Settings,
    pub(super) flags: Flags,
    pub(super) environment: &'a Environment,
    pub(super) input: BufReader<Box<dyn Read + 'a>>,
    pub(super) out: Output<'a>,
    pub(super) err: Output<'a>,
    pub(super) terminal: Terminal,
}

impl Context<'_> {
    /// The sentences of the coach's language.
    pub(super) fn catalogue(&self) -> &'static Catalogue {
        Catalogue::load(self.settings.lang)
    }

    /// The coach's language.
    pub(super) fn lang(&self) -> Lang {
        self.settings.lang
    }

    /// A message in the coach's language.
    pub(super) fn text(&self, message: &Message) -> String {
        self.catalogue().text(message)
    }

    /// Prints a message as a line.
    pub(super) fn say(&mut self, message: &Message) -> Result<(), CliError> {
        let text = self.text(message);
        Ok(self.out.line(&text)?)
    }

    /// Tells something beside the result, on standard error.
    pub(super) fn note(&mut self, message: &Message) -> Result<(), CliError> {
        let text = self.text(message);
        Ok(self.err.line(&text)?)
    }

    /// The library that counts here: the built-in one, with what the club and the coach changed
    /// where there is a database. None is created for it.
    pub(super) fn library(&self) -> Result<Library, CliError> {
        Ok(database::assembled(database::own(&self.settings)?)?.library)
    }

    /// That library with a matcher for it, which also knows the names the coach taught and keeps
    /// the bands of the configuration.
    pub(super) fn matcher(&self) -> Result<(Library, Matcher), CliError> {
        let mut own = database::own(&self.settings)?;
        let aliases = std::mem::take(&mut own.aliases);
        let library = database::merged(own)?;
        let listed = library
            .exercises()
            .iter()
            .filter(|exercise| exercise.visibility != Visibility::Archived);
        let entries: Vec<Entry> = listed.map(|exercise| Entry::from(&**exercise)).collect();
        let taught = taught(aliases, &library);
        let matcher = Matcher::new(entries, None).with_thresholds(self.thresholds());
        Ok((library, matcher.with_taught(taught)))
    }

    /// The bands of the configuration as matching takes them.
    pub(super) fn thresholds(&self) -> Thresholds {
        let Bands { high, medium, low } = self.settings.bands;
        Thresholds { high, medium, low }
    }

    /// A text file, or standard input for `-`. What is not UTF-8 is read as Windows wrote it.
    pub(super) fn read(&mut self, path: &Path) -> Result<String, CliError> {
        let mut bytes = Vec::new();
        let read = if path == Path::new("-") {
            self.input.read_to_end(&mut bytes).map(|_| ())
        } else {
            std::fs::read(path).map(|content| bytes = content)
        };
        read.map_err(|error| CliError::unreadable(path, &error))?;
        Ok(decode(&bytes).into_owned())
    }
}
