//! Where plans, people and the library live: one async interface that speaks domain types and
//! takes the [`Viewer`](crate::domain::Viewer) on every call that belongs to somebody. One file
//! per aggregate; SQL stands below `sqlite/` only, so that PostgreSQL can join beside it.

mod columns;
mod error;
mod exercises;
mod imports;
mod jobs;
mod journal;
mod opening;
mod people;
mod plans;
mod programs;
mod seeding;
mod settings;
mod sqlite;
#[cfg(test)]
mod tests;

pub use error::{StoreError, Thing};
pub use exercises::{Alias, AliasOrigin, BuiltIn, Installed, Reach};
pub use imports::{ImportDraft, ImportState};
pub use jobs::{Claim, Job, JobRequest, JobState, WeekProgress};
pub use journal::{Change, EntryId, Journal, JournalEntry, Recorded};
pub use opening::{Opened, State, Store};
pub use plans::{Plan, PlanKind, PlanQuery, PlanSummary, Stored};
pub use programs::{ProgramState, SavedWeek, WeekExists};
pub use seeding::{FirstClub, Seeded, Starter};
pub use settings::Bookmark;
