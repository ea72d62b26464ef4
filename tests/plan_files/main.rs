//! Plans on their way out and back: lossless JSON that fits its published schema, Markdown and the
//! printable sheet, and nothing hostile on the way.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod calendars;
mod generated;
mod json;
mod sample;
mod schema;
mod sheets;
