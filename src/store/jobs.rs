//! Generation jobs: what was asked, how far it is, and who runs it. A claim makes sure that two
//! processes never run the same job: each claim gets a number, and only the latest may report.

use jiff::{SignedDuration, Timestamp};

use crate::domain::{JobId, Message, ProgramId, Viewer};

use super::columns::json;
use super::opening::Backend;
use super::values::{Claim, Job, JobRequest, JobState, WeekProgress};
use super::{Store, StoreError, Thing, sqlite};

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
