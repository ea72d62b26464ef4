//! Imports outside of the pure part: keeping and logging them, learning from them, putting them
//! into the database, statistics over them. Shared by sessions and commands.

mod begun;
mod bring;
mod files;
mod keeper;
mod outcome;
mod place;
mod statistics;

pub(super) use begun::begun;
pub use bring::{Bring, BringError, Brought, Understood, bring};
pub(super) use files::open;
pub use files::{LARGEST, decode, files};
pub(super) use keeper::{Work, run};
pub(super) use place::place;
pub use statistics::statistics;
