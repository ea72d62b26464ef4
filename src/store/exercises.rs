//! The library as a viewer sees it: built-in exercises and graphs, what the club and the coach
//! changed or added, and the names a coach taught by correcting imports.

use crate::domain::{Exercise, ExerciseId, GraphId, ProgressionGraph, Viewer};

use super::opening::Backend;
use super::values::{Alias, BuiltIn, Installed, Reach, TaughtName};
use super::{Store, StoreError, sqlite};

impl Store {
    /// Puts the built-in library in, or brings it up to date, in one step. What clubs changed
    /// stays theirs.
    ///
    /// # Errors
    /// [`StoreError`] of the database; nothing has changed then.
    pub async fn install_library(&self, library: BuiltIn) -> Result<Installed, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        database.write_house(move |house| sqlite::library::install(house, &library)).await
    }

    /// Content hash of the built-in library that was installed last.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn library_hash(&self) -> Result<Option<String>, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        database.read_house(sqlite::library::hash).await
    }

    /// Every exercise the viewer can plan with, by id: the coach's own version of an exercise
    /// before the club's before the built-in one; archived ones left out.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn exercises(&self, viewer: &Viewer) -> Result<Vec<Exercise>, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        database.read(viewer, sqlite::exercises::all).await
    }

    /// What differs from the built-in library for this viewer, by id: added, changed and
    /// archived exercises. With the embedded library this gives the same as
    /// [`Store::exercises`] without reading all of it.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn exercise_changes(&self, viewer: &Viewer) -> Result<Vec<Exercise>, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        database.read(viewer, sqlite::exercises::changes).await
    }

    /// One exercise, archived or not.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none that the viewer may see.
    pub async fn exercise(&self, viewer: &Viewer, id: &ExerciseId) -> Result<Exercise, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let id = id.clone();
        database.read(viewer, move |scope| sqlite::exercises::one(scope, &id)).await
    }

    /// Adds an exercise, or the viewer's version of one. A private one is the coach's own, any
    /// other the club's; a built-in exercise is never written over.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn put_exercise(
        &self,
        viewer: &Viewer,
        exercise: &Exercise,
    ) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let exercise = exercise.clone();
        database.write(viewer, move |scope| sqlite::exercises::put(scope, &exercise)).await
    }

    /// Adds exercises and graphs, or the viewer's versions of them, in one step: all or none.
    ///
    /// # Errors
    /// [`StoreError`] of the database; nothing has changed then.
    pub async fn put_library(
        &self,
        viewer: &Viewer,
        exercises: Vec<Exercise>,
        graphs: Vec<ProgressionGraph>,
    ) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        database
            .write(viewer, move |scope| {
                exercises.iter().try_for_each(|one| sqlite::exercises::put(scope, one))?;
                graphs.iter().try_for_each(|one| sqlite::exercises::put_graph(scope, one))
            })
            .await
    }

    /// The club's own progression graphs and its versions of built-in ones, by id.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn graph_changes(
        &self,
        viewer: &Viewer,
    ) -> Result<Vec<ProgressionGraph>, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        database.read(viewer, sqlite::exercises::graph_changes).await
    }

    /// The progression graphs the viewer sees, by id; the club's version of a graph replaces
    /// the built-in one.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn graphs(&self, viewer: &Viewer) -> Result<Vec<ProgressionGraph>, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        database.read(viewer, sqlite::exercises::graphs).await
    }

    /// Adds a graph, or the club's version of one.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn put_graph(
        &self,
        viewer: &Viewer,
        graph: &ProgressionGraph,
    ) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let graph = graph.clone();
        database.write(viewer, move |scope| sqlite::exercises::put_graph(scope, &graph)).await
    }

    /// Gives up the club's version of a graph; a built-in one comes back.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the club has no version of its own.
    pub async fn drop_graph(&self, viewer: &Viewer, id: &GraphId) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let id = id.clone();
        database.write(viewer, move |scope| sqlite::exercises::drop_graph(scope, &id)).await
    }

    /// The aliases that hold for the viewer, by key; the coach's own before the club's.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn aliases(&self, viewer: &Viewer) -> Result<Vec<Alias>, StoreError> {
        let taught = self.taught_names(viewer).await?;
        Ok(taught.into_iter().map(|taught| taught.alias).collect())
    }

    /// The same with who taught them, when, and how often they were met since.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn taught_names(&self, viewer: &Viewer) -> Result<Vec<TaughtName>, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        database.read(viewer, sqlite::aliases::all).await
    }

    /// Teaches a name; the same name taught again in the same scope takes the new meaning.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn put_alias(&self, viewer: &Viewer, alias: &Alias) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let alias = alias.clone();
        database.write(viewer, move |scope| sqlite::aliases::put(scope, &alias)).await
    }

    /// Forgets a name in one scope.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it was not taught there.
    pub async fn forget_alias(
        &self,
        viewer: &Viewer,
        key: &str,
        reach: Reach,
    ) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let key = key.to_owned();
        database.write(viewer, move |scope| sqlite::aliases::forget(scope, &key, reach)).await
    }
}
