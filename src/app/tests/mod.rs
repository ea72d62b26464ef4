//! Key scripts through the real key table, asserting model and effects; no terminal, no async.

mod commands;
mod plan;
mod script;
mod updates;
