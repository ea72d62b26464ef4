//! Generation jobs: what was asked, how far it is, and who runs it. A claim makes sure that two
//! processes never run the same job: each claim gets a number, and only the latest may report.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::domain::{JobId, Message, ProgramId, Viewer};

use super::columns::json;
use super::opening::Backend;
use super::{Store, StoreError, Thing, sqlite};

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

    pub(super) fn from_id(id: &str) -> Option<Self> {
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

impl Store {
    /// Adds a job that waits to be run.
    ///
    /// # Errors
    /// [`StoreError::Taken`] when the id is in use.
    pub async fn add_job(&self, viewer: &Viewer, job: &JobRequest) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let job = job.clone();
        database.write(viewer, move |scope| sqlite::jobs::add(scope, &job)).await
    }

    /// Takes the job for `runner` until `now + lease`, if nobody else has it: it waits, broke
    /// off, was cancelled, or its runner gave no sign of life for the length of its lease.
    ///
    /// # Errors
    /// [`StoreError::Claimed`] when somebody runs it, or it is done; [`StoreError::NotFound`].
    pub async fn claim_job(
        &self,
        viewer: &Viewer,
        id: &JobId,
        runner: &str,
        now: Timestamp,
        lease: SignedDuration,
    ) -> Result<Claim, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let (id, runner) = (id.clone(), runner.to_owned());
        database
            .write(viewer, move |scope| sqlite::jobs::claim(scope, &id, &runner, now, lease))
            .await
    }

    /// Notes which program the job makes, once that is known; resuming starts from its weeks.
    ///
    /// # Errors
    /// [`StoreError::Claimed`] when the claim was taken over or the job was cancelled: stop then.
    pub async fn link_job(
        &self,
        viewer: &Viewer,
        claim: &Claim,
        program: &ProgramId,
    ) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let (claim, program) = (claim.clone(), program.clone());
        database.write(viewer, move |scope| sqlite::jobs::link(scope, &claim, &program)).await
    }

    /// Reports a sign of life with the percentage, and a week that moved.
    ///
    /// # Errors
    /// [`StoreError::Claimed`] when the claim was taken over or the job was cancelled: stop then.
    pub async fn report_job(
        &self,
        viewer: &Viewer,
        claim: &Claim,
        percent: u8,
        week: Option<WeekProgress>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let claim = claim.clone();
        database
            .write(viewer, move |scope| sqlite::jobs::report(scope, &claim, percent, week, now))
            .await
    }

    /// Ends the run: done, failed or cancelled.
    ///
    /// # Errors
    /// [`StoreError::Claimed`] when the claim was taken over.
    pub async fn end_job(
        &self,
        viewer: &Viewer,
        claim: &Claim,
        state: JobState,
    ) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let claim = claim.clone();
        database.write(viewer, move |scope| sqlite::jobs::end(scope, &claim, state)).await
    }

    /// Cancels a job from anywhere: the process that runs it is told at its next report.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn cancel_job(&self, viewer: &Viewer, id: &JobId) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let id = id.clone();
        database.write(viewer, move |scope| sqlite::jobs::cancel(scope, &id)).await
    }

    /// Lets a job that ended be run again, to make single weeks anew; one that runs goes on.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn reopen_job(&self, viewer: &Viewer, id: &JobId) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let id = id.clone();
        database.write(viewer, move |scope| sqlite::jobs::reopen(scope, &id)).await
    }

    /// One of the coach's jobs.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn job(&self, viewer: &Viewer, id: &JobId) -> Result<Job, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let id = id.clone();
        database.read(viewer, move |scope| sqlite::jobs::one(scope, &id)).await
    }

    /// The coach's jobs, the latest first.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn jobs(&self, viewer: &Viewer) -> Result<Vec<Job>, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        database.read(viewer, sqlite::jobs::all).await
    }

    /// Adds a line to the job's log.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn log_job(
        &self,
        viewer: &Viewer,
        id: &JobId,
        line: &Message,
    ) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let line = json(Thing::Job, id.as_str(), line)?;
        let id = id.clone();
        database.write(viewer, move |scope| sqlite::jobs::log(scope, &id, &line)).await
    }

    /// The lines of the job's log, in order.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn job_log(&self, viewer: &Viewer, id: &JobId) -> Result<Vec<Message>, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let id = id.clone();
        database.read(viewer, move |scope| sqlite::jobs::lines(scope, &id)).await
    }
}
