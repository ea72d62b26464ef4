//! Generated plans that wait for their coach: kept whole and readable, but in no list until they
//! are taken, unit by unit.

use crate::domain::{JobId, Program, ProgramId, UnitId, Viewer};

use super::opening::Backend;
use super::values::{OfferDecision, StoredOffer};
use super::{Store, StoreError, sqlite};

impl Store {
    /// Puts what a job will make on offer: it is in no list until it is taken. Again, it changes
    /// nothing.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the coach has no such job.
    pub async fn offer(&self, viewer: &Viewer, job: &JobId) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let job = job.clone();
        database.write(viewer, move |scope| sqlite::offers::put(scope, &job)).await
    }

    /// Takes the single unit a job on offer has made out of the lists, until it is taken.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] without such an offer or unit.
    pub async fn offer_unit(
        &self,
        viewer: &Viewer,
        job: &JobId,
        unit: &UnitId,
    ) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let (job, unit) = (job.clone(), unit.clone());
        database.write(viewer, move |scope| sqlite::offers::put_unit(scope, &job, &unit)).await
    }

    /// What the job put on offer, where it did.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn offered(
        &self,
        viewer: &Viewer,
        job: &JobId,
    ) -> Result<Option<StoredOffer>, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let job = job.clone();
        database.read(viewer, move |scope| sqlite::offers::of_job(scope, &job)).await
    }

    /// The coach's offers that are not decided, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn offers(&self, viewer: &Viewer) -> Result<Vec<StoredOffer>, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        database.read(viewer, sqlite::offers::open).await
    }

    /// Keeps what is shown beside an offer.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] without such an offer.
    pub async fn note_offer(
        &self,
        viewer: &Viewer,
        job: &JobId,
        record: &str,
    ) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let (job, record) = (job.clone(), record.to_owned());
        database.write(viewer, move |scope| sqlite::offers::note(scope, &job, &record)).await
    }

    /// Carries a decision out, all of it or nothing.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] with the first unit that was to leave the plans and was edited or
    /// held since; [`StoreError::NotFound`] without such an offer.
    pub async fn decide_offer(
        &self,
        viewer: &Viewer,
        job: &JobId,
        decision: &OfferDecision,
    ) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let (job, decision) = (job.clone(), decision.clone());
        database.write(viewer, move |scope| sqlite::offers::decide(scope, &job, &decision)).await
    }

    /// A program with every unit it was made with, also those that are in no list.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none that the viewer may see.
    pub async fn whole_program(
        &self,
        viewer: &Viewer,
        id: &ProgramId,
    ) -> Result<Program, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let id = id.clone();
        database.read(viewer, move |scope| sqlite::programs::whole(scope, &id)).await
    }
}
