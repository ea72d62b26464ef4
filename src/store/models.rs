//! The ledger of calls to language models, and who may be asked about.

use jiff::Timestamp;

use crate::domain::{JobId, Viewer};

use super::opening::Backend;
use super::values::{Consent, ModelCall, Spending, Subject};
use super::{Store, StoreError, sqlite};

impl Store {
    /// Adds a call to the coach's ledger.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn note_model_call(
        &self,
        viewer: &Viewer,
        call: ModelCall,
    ) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        database.write(viewer, move |scope| sqlite::models::note(scope, &call)).await
    }

    /// The coach's calls since a moment, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn model_calls(
        &self,
        viewer: &Viewer,
        since: Timestamp,
    ) -> Result<Vec<ModelCall>, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        database.read(viewer, move |scope| sqlite::models::calls(scope, since)).await
    }

    /// The coach's calls for a job, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn job_calls(
        &self,
        viewer: &Viewer,
        job: &JobId,
    ) -> Result<Vec<ModelCall>, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let job = job.clone();
        database.read(viewer, move |scope| sqlite::models::job_calls(scope, &job)).await
    }

    /// What the coach has spent since the beginnings of a day and a month, and how many imports
    /// were read since the beginning of an hour.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn model_spending(
        &self,
        viewer: &Viewer,
        day: Timestamp,
        month: Timestamp,
        hour: Timestamp,
    ) -> Result<Spending, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        database.read(viewer, move |scope| sqlite::models::spending(scope, day, month, hour)).await
    }

    /// Keeps an answer; `None` forgets it, so that it is asked for again.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn set_consent(
        &self,
        viewer: &Viewer,
        subject: &Subject,
        consent: Option<Consent>,
    ) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let subject = subject.clone();
        database
            .write(viewer, move |scope| sqlite::models::set_consent(scope, &subject, consent))
            .await
    }

    /// The answer for somebody of the club, where one was given.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn consent(
        &self,
        viewer: &Viewer,
        subject: &Subject,
    ) -> Result<Option<Consent>, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let subject = subject.clone();
        database.read(viewer, move |scope| sqlite::models::consent(scope, &subject)).await
    }
}
