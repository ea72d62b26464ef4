//! Key scripts through the real key table, asserting model and effects; no terminal, no async.

mod coaching;
mod commands;
mod form;
mod frameworks;
mod library;
pub(crate) mod log;
pub(crate) mod offers;
mod people;
mod plan;
pub(crate) mod script;
mod suggestions;
mod updates;
