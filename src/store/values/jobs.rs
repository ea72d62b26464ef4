//! What a generation job was asked, how far it is, and the right to report on it.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::domain::{JobId, ProgramId};

/// Where a job, or a week of it, stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum JobState {
    /// Waits to be run.
    Pending,
    /// Is being run.
    Running,
    /// Ended well.
    Done,
    /// Broke off; can be resumed.
    Failed,
    /// Was stopped by the coach; can be resumed.
    Cancelled,
}

impl JobState {
    /// Every state.
    pub const ALL: [Self; 5] =
        [Self::Pending, Self::Running, Self::Done, Self::Failed, Self::Cancelled];

    /// The stable id used in JSON and in the database.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Running => "running",
            Self::Done => "done",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
        }
    }

    pub(in crate::store) fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.id() == id)
    }
}

/// A job to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobRequest {
    /// Its id.
    pub id: JobId,
    /// The program it fills, where it does.
    pub program: Option<ProgramId>,
    /// What is asked, as JSON of the generation module: enough to run it again.
    pub request: String,
    /// Seed of the engine.
    pub seed: u64,
    /// Number of weeks to make.
    pub weeks: u16,
}

/// A job with its state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// What is asked.
    pub request: JobRequest,
    /// Where it stands.
    pub state: JobState,
    /// How far it is, 0–100.
    pub percent: u8,
    /// The weeks that were begun, by index.
    pub weeks: Vec<WeekProgress>,
    /// The process that runs or ran it, as it named itself.
    pub runner: Option<String>,
    /// Until when the runner's claim holds without a sign of life.
    pub claimed_until: Option<Timestamp>,
}

/// How far a week is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeekProgress {
    /// Position in the program, from 1.
    pub week: u16,
    /// Where it stands.
    pub state: JobState,
    /// How long it took, in milliseconds.
    pub took_ms: u32,
}

/// The right to run a job. Reporting with a claim that somebody has taken over fails.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The job.
    pub job: JobId,
    /// Which claim on it this is, from 1.
    pub number: u32,
    /// How long each sign of life keeps it.
    pub lease: SignedDuration,
}
