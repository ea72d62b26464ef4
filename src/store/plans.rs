//! Units and frameworks, and the summaries that lists of plans are made of. Programs stand in
//! `programs`, the edits of a unit in `journal`.

use crate::domain::{ExerciseId, Framework, FrameworkId, Unit, UnitId, Viewer};

use super::columns::{FrameworkColumns, UnitColumns};
use super::opening::Backend;
use super::values::{Plan, PlanQuery, PlanSummary, Stored};
use super::{Store, StoreError, sqlite};

impl Store {
    /// A unit with its version. Archived ones can still be read.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none that the viewer may see.
    pub async fn unit(&self, viewer: &Viewer, id: &UnitId) -> Result<Stored<Unit>, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let id = id.clone();
        database.read(viewer, move |scope| sqlite::units::unit(scope, &id)).await
    }

    /// The units a query asks for (its `kind` is ignored), whole, by date; undated ones first.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn units(
        &self,
        viewer: &Viewer,
        query: &PlanQuery,
    ) -> Result<Vec<Stored<Unit>>, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let query = query.clone();
        database.read(viewer, move |scope| sqlite::units::units(scope, &query)).await
    }

    /// Adds a unit; its first version is 1.
    ///
    /// # Errors
    /// [`StoreError::Taken`] when the id is in use.
    pub async fn add_unit(&self, viewer: &Viewer, unit: &Unit) -> Result<u32, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let unit = UnitColumns::of(unit)?;
        database.write(viewer, move |scope| sqlite::units::add(scope, &unit)).await
    }

    /// Takes a unit out of the lists.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::ReadOnly`].
    pub async fn archive_unit(&self, viewer: &Viewer, id: &UnitId) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let id = id.clone();
        database.write(viewer, move |scope| sqlite::units::archive(scope, &id)).await
    }

    /// Puts an archived unit back where its visibility reached before.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::ReadOnly`].
    pub async fn restore_unit(&self, viewer: &Viewer, id: &UnitId) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let id = id.clone();
        database.write(viewer, move |scope| sqlite::units::restore(scope, &id)).await
    }

    /// Summaries by date: undated plans first, tonight's unit last.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn plans(
        &self,
        viewer: &Viewer,
        query: &PlanQuery,
    ) -> Result<Vec<PlanSummary>, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let query = query.clone();
        database.read(viewer, move |scope| sqlite::plans::summaries(scope, &query)).await
    }

    /// Units and frameworks that hold an exercise, the latest first.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn plans_holding(
        &self,
        viewer: &Viewer,
        exercise: &ExerciseId,
    ) -> Result<Vec<PlanSummary>, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let exercise = exercise.clone();
        database.read(viewer, move |scope| sqlite::plans::holding(scope, &exercise)).await
    }

    /// The plan with this id, of whichever kind.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none that the viewer may see.
    pub async fn plan(&self, viewer: &Viewer, id: &str) -> Result<Plan, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let id = id.to_owned();
        database.read(viewer, move |scope| sqlite::plans::plan(scope, &id)).await
    }

    /// The frameworks the viewer may choose from, by title.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn frameworks(&self, viewer: &Viewer) -> Result<Vec<Framework>, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        database.read(viewer, sqlite::frameworks::all).await
    }

    /// As [`Store::frameworks`], each with the version a change of it has to name.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn stored_frameworks(
        &self,
        viewer: &Viewer,
    ) -> Result<Vec<Stored<Framework>>, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        database.read(viewer, sqlite::frameworks::stored).await
    }

    /// Replaces a framework that was read at version `base`; its version now. So that two coaches
    /// who change one framework never write over each other's work.
    ///
    /// # Errors
    /// [`StoreError::Outdated`] when it has another version by now, [`StoreError::NotFound`],
    /// [`StoreError::ReadOnly`].
    pub async fn change_framework(
        &self,
        viewer: &Viewer,
        framework: &Framework,
        base: u32,
    ) -> Result<u32, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let framework = FrameworkColumns::of(framework)?;
        database
            .write(viewer, move |scope| sqlite::frameworks::change(scope, &framework, base))
            .await
    }

    /// A framework. Archived ones can still be read.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none that the viewer may see.
    pub async fn framework(
        &self,
        viewer: &Viewer,
        id: &FrameworkId,
    ) -> Result<Framework, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let id = id.clone();
        database.read(viewer, move |scope| sqlite::frameworks::one(scope, &id)).await
    }

    /// Adds a framework, or replaces the one with the same id.
    ///
    /// # Errors
    /// [`StoreError::Taken`] when somebody else uses the id, [`StoreError::ReadOnly`].
    pub async fn put_framework(
        &self,
        viewer: &Viewer,
        framework: &Framework,
    ) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let framework = FrameworkColumns::of(framework)?;
        database.write(viewer, move |scope| sqlite::frameworks::put(scope, &framework)).await
    }
}
