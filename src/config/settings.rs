//! The checked configuration everything else works with.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::domain::{CoachId, Lang};
use crate::llm::LlmSettings;

use super::{AfterOnboarding, Bands};

/// Everything that was settled before the first command runs.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// Language of screens, reasons and errors.
    pub lang: Lang,
    /// The database file.
    pub database: PathBuf,
    /// Whether somebody named the database, rather than the default place standing in.
    pub database_named: Named,
    /// Who plans.
    pub coach: CoachId,
    /// How much the log tells.
    pub log: LogLevel,
    /// Colours of the screens.
    pub theme: Theme,
    /// Confidence bands of matches.
    pub bands: Bands,
    /// Days the texts of imports are kept.
    pub keep_imports_days: u32,
    /// Who drafts a program for a new athlete.
    pub after_onboarding: AfterOnboarding,
    /// Key overrides: command name to its chords, as written. The command table checks them.
    pub keys: BTreeMap<String, Vec<String>>,
    /// Severities of lint rules: code to `off`, `info`, `warn` or `error`, as written. The linter
    /// checks them.
    pub lint: BTreeMap<String, String>,
    /// Language models; empty: planwright works offline.
    pub llm: LlmSettings,
    /// The configuration file that was read.
    pub config_file: Option<PathBuf>,
    /// Our folder for logs and transcripts, where the system has one.
    pub state_dir: Option<PathBuf>,
}

/// Whether a value was named by somebody or stands for want of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// By option, variable or file.
    Explicitly,
    /// The default place.
    ByDefault,
}

/// Options of the command line that every command takes, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Flags {
    /// `--db`.
    pub db: Option<PathBuf>,
    /// `--config`.
    pub config: Option<PathBuf>,
    /// `--as`.
    pub coach: Option<String>,
    /// `--lang`.
    pub lang: Option<String>,
    /// `--log`.
    pub log: Option<String>,
}

/// How much the log tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum LogLevel {
    /// Nothing.
    Off,
    /// What failed.
    Error,
    /// What may surprise.
    #[default]
    Warn,
    /// What happens.
    Info,
    /// What happens inside.
    Debug,
    /// Everything.
    Trace,
}

impl LogLevel {
    /// Every level with its name.
    pub const NAMES: [(&'static str, Self); 6] = [
        ("off", Self::Off),
        ("error", Self::Error),
        ("warn", Self::Warn),
        ("info", Self::Info),
        ("debug", Self::Debug),
        ("trace", Self::Trace),
    ];
}

/// Colours of the screens. Meaning never depends on them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Theme {
    /// The terminal's own 16 colours.
    #[default]
    Default,
    /// Strong foreground on plain background.
    HighContrast,
    /// No colour, only bold, reverse and underline.
    Mono,
}

impl Theme {
    /// The next theme, for the switch at run time.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Default => Self::HighContrast,
            Self::HighContrast => Self::Mono,
            Self::Mono => Self::Default,
        }
    }

    /// Every theme with its name.
    pub const NAMES: [(&'static str, Self); 3] =
        [("default", Self::Default), ("high-contrast", Self::HighContrast), ("mono", Self::Mono)];

    /// The name used in the file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Default => "default",
            Self::HighContrast => "high-contrast",
            Self::Mono => "mono",
        }
    }
}
