//! The plain values the store takes and gives. They know neither the interface nor a backend, so
//! that both can speak of them.

mod bases;
mod imports;
mod jobs;
mod journal;
mod library;
mod models;
mod offers;
mod plans;
mod start;

pub use bases::StoredBase;
pub use imports::{
    BandCounts, Correction, ImportItem, ImportOutcome, ImportState, LoggedImport, OpenImport,
};
pub use jobs::{Claim, Job, JobRequest, JobState, WeekProgress};
pub(super) use journal::HISTORY;
pub use journal::{Change, EntryId, Journal, JournalEntry, Recorded};
pub use library::{Alias, AliasOrigin, BuiltIn, Installed, KeptEdit, Reach, TaughtName};
pub use models::{Consent, ModelCall, Spending, Subject};
pub use offers::{OfferDecision, Offered, StoredOffer};
pub use plans::{
    Plan, PlanKind, PlanQuery, PlanSummary, ProgramState, SavedWeek, Stored, WeekExists,
};
pub(super) use start::BOOKMARK;
pub use start::{Bookmark, FirstClub, Kept, Restored, Seeded, Starter, State};
