//! Where plans, people and the library live: one async interface that speaks domain types and
//! takes the [`Viewer`](crate::domain::Viewer) on every call that belongs to somebody. One file
//! per aggregate; SQL stands below `sqlite/` only, so that PostgreSQL can join beside it. What
//! both sides speak of stands below them: `values` for callers, `columns` for backends.

mod bases;
mod columns;
mod edits;
mod error;
mod exercises;
mod imports;
mod jobs;
mod journal;
mod models;
mod offers;
mod opening;
mod people;
mod plans;
mod programs;
mod seal;
mod seeding;
mod settings;
mod sqlite;
#[cfg(test)]
mod tests;
mod values;

pub use error::{StoreError, Thing};
pub use opening::{Opened, Store};
pub use seal::KeyState;
pub use values::{
    Alias, AliasOrigin, BandCounts, Bookmark, BuiltIn, Change, Claim, Consent, Correction, EntryId,
    FirstClub, ImportItem, ImportOutcome, ImportState, Installed, Job, JobRequest, JobState,
    Journal, JournalEntry, Kept, KeptEdit, LoggedImport, ModelCall, OfferDecision, Offered,
    OpenImport, Plan, PlanKind, PlanQuery, PlanSummary, ProgramState, Reach, Recorded, Restored,
    SavedWeek, Seeded, Spending, Starter, State, Stored, StoredBase, StoredOffer, Subject,
    TaughtName, WeekExists, WeekProgress,
};
