//! Whole programs, saved week by week: a program that broke off is there with the weeks it has.

use crate::domain::{Program, ProgramId, Viewer, Week};

use super::columns::{ProgramColumns, WeekColumns};
use super::opening::Backend;
use super::values::{ProgramState, SavedWeek, WeekExists};
use super::{Store, StoreError, sqlite};

impl Store {
    /// Adds a program with the weeks it holds, or brings title, notes and mesocycles of the one
    /// with the same id up to date (weeks that are there stay).
    ///
    /// # Errors
    /// [`StoreError::Taken`] when somebody else uses the id.
    pub async fn start_program(
        &self,
        viewer: &Viewer,
        program: &Program,
    ) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let weeks =
            program.weeks.iter().map(WeekColumns::of).collect::<Result<Vec<_>, StoreError>>()?;
        let program = ProgramColumns::of(program)?;
        database.write(viewer, move |scope| sqlite::programs::start(scope, &program, &weeks)).await
    }

    /// Saves one finished week with its units, all or nothing.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] without the program; [`StoreError::Conflict`] with the first
    /// unit a coach has edited when it was to be replaced.
    pub async fn save_week(
        &self,
        viewer: &Viewer,
        program: &ProgramId,
        week: &Week,
        exists: WeekExists,
    ) -> Result<SavedWeek, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let week = WeekColumns::of(week)?;
        let program = program.clone();
        database
            .write(viewer, move |scope| sqlite::programs::save_week(scope, &program, &week, exists))
            .await
    }

    /// Marks a program as complete.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::ReadOnly`].
    pub async fn finish_program(&self, viewer: &Viewer, id: &ProgramId) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let id = id.clone();
        database.write(viewer, move |scope| sqlite::programs::finish(scope, &id)).await
    }

    /// A program with the weeks that exist and their units as they are now.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none that the viewer may see.
    pub async fn program(&self, viewer: &Viewer, id: &ProgramId) -> Result<Program, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let id = id.clone();
        database.read(viewer, move |scope| sqlite::programs::program(scope, &id)).await
    }

    /// How far a program has come.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none that the viewer may see.
    pub async fn program_state(
        &self,
        viewer: &Viewer,
        id: &ProgramId,
    ) -> Result<ProgramState, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let id = id.clone();
        database.read(viewer, move |scope| sqlite::programs::state(scope, &id)).await
    }

    /// Takes a program and its units out of the lists.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::ReadOnly`].
    pub async fn archive_program(&self, viewer: &Viewer, id: &ProgramId) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let id = id.clone();
        database.write(viewer, move |scope| sqlite::programs::archive(scope, &id)).await
    }
}
