//! File, environment and flags become one checked value; the only module that reads the
//! environment.
//!
//! Two steps: [`raw`] turns the file into a tree that remembers its lines, [`check`] takes every
//! key out of it once, lets variables and flags win, and collects all problems at the same time.

mod bands;
mod check;
mod environment;
mod error;
mod files;
mod generation;
mod import;
mod language;
mod llm;
mod raw;
mod scope;
mod settings;
#[cfg(test)]
mod tests;

pub use bands::Bands;
pub use environment::Environment;
pub use error::{ConfigError, Fault, Origin, Problem};
pub use files::{Files, load};
pub use generation::AfterOnboarding;
pub use language::preferred as preferred_language;
pub use settings::{Flags, LogLevel, Named, Settings, Theme};

/// The commented example: every key with its default, kept valid by a test.
pub const EXAMPLE: &str = include_str!("../../config.example.toml");
