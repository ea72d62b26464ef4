//! Which key means which command: the table's own keys, with those of the config in their place.

use std::collections::BTreeMap;

use super::Key;
use super::Scope;
use super::command::{Command, TABLE};
use super::key::NoSuchKey;
use crate::domain::{Explain, Message};

/// Which key means which command, with the config's overrides applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keymap {
    bindings: Vec<(Scope, Key, Command)>,
}

/// Why the keys of a config cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeymapError {
    /// A command name that is not in the table.
    #[error("[keys]: there is no command `{0}`; `planwright keys` lists them")]
    Command(String),
    /// A key name that is none.
    #[error("[keys] {command}: {source}")]
    Key {
        /// The command.
        command: String,
        /// What is wrong with the key.
        source: NoSuchKey,
    },
    /// Two commands of one scope want the same key.
    #[error("[keys]: `{key}` would mean both `{one}` and `{other}`")]
    Clash {
        /// The key.
        key: String,
        /// The command that had it.
        one: &'static str,
        /// The command that wants it.
        other: &'static str,
    },
}

impl Keymap {
    /// The keys of the table, with `overrides` (command name → key names) in place of its own.
    ///
    /// # Errors
    /// [`KeymapError`] for a name that does not exist, a key that is none, or a clash.
    pub fn new<'a>(
        overrides: impl IntoIterator<Item = (&'a str, &'a [String])>,
    ) -> Result<Self, KeymapError> {
        let mut bindings: Vec<(Scope, Key, Command)> = Vec::new();
        for row in TABLE {
            for name in row.keys {
                let key = parse(row.name, name)?;
                bindings.push((row.scope, key, row.command));
            }
        }
        for (name, keys) in overrides {
            let row = Command::named(name)
                .and_then(Command::row)
                .ok_or_else(|| KeymapError::Command(name.to_owned()))?;
            bindings.retain(|(_, _, command)| *command != row.command);
            for key in keys {
                bindings.push((row.scope, parse(name, key)?, row.command));
            }
        }
        let mut taken: BTreeMap<(Scope, Key), Command> = BTreeMap::new();
        for (scope, key, command) in &bindings {
            if let Some(one) = taken.insert((*scope, *key), *command) {
                let name = |command: Command| command.row().map_or("", |row| row.name);
                let (one, other) = (name(one), name(*command));
                return Err(KeymapError::Clash { key: key.to_string(), one, other });
            }
        }
        Ok(Self { bindings })
    }

    /// The command a key means in `scope`, or in the one beneath it.
    #[must_use]
    pub fn command(&self, scope: Scope, key: Key) -> Option<Command> {
        let find = |scope| {
            self.bindings
                .iter()
                .find(|(place, bound, _)| *place == scope && *bound == key)
                .map(|(_, _, command)| *command)
        };
        find(scope).or_else(|| scope.beneath().and_then(find))
    }

    /// The keys of a command, in the order of the table or of the config.
    #[must_use]
    pub fn keys_of(&self, command: Command) -> Vec<String> {
        self.bindings
            .iter()
            .filter(|(_, _, bound)| *bound == command)
            .map(|(_, key, _)| key.to_string())
            .collect()
    }
}

fn parse(command: &str, key: &str) -> Result<Key, KeymapError> {
    key.parse().map_err(|source| KeymapError::Key { command: command.to_owned(), source })
}

impl Explain for KeymapError {
    fn message(&self) -> Message {
        match self {
            Self::Command(name) => Message::new("error-keys-command").with("name", name.as_str()),
            Self::Key { command, source } => Message::new("error-keys-key")
                .with("command", command.as_str())
                .with("key", source.0.as_str()),
            Self::Clash { key, one, other } => Message::new("error-keys-clash")
                .with("key", key.as_str())
                .with("one", *one)
                .with("other", *other),
        }
    }
}
