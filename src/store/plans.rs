//! Units and frameworks, and the summaries that lists of plans are made of. Programs stand in
//! `programs`, the edits of a unit in `journal`.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::domain::{Framework, FrameworkId, Owner, ProgramId, Unit, UnitId, Viewer};

use super::columns::{FrameworkColumns, UnitColumns};
use super::opening::Backend;
use super::{Store, StoreError, sqlite};

/// A document with the version it was read at.
#[derive(Debug, Clone, PartialEq)]
pub struct Stored<T> {
    /// The document.
    pub document: T,
    /// Counts the changes, from 1; a change names the version it was made on.
    pub version: u32,
}

/// The sort of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PlanKind {
    /// A unit.
    Unit,
    /// A whole program.
    Program,
    /// A reusable skeleton.
    Framework,
}

/// A plan of any kind.
#[derive(Debug, Clone, PartialEq)]
pub enum Plan {
    /// A unit.
    Unit(Box<Unit>),
    /// A program with the weeks that exist.
    Program(Box<crate::domain::Program>),
    /// A framework.
    Framework(Box<Framework>),
}

/// A line of a list of plans.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanSummary {
    /// What it is.
    pub kind: PlanKind,
    /// Its id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Who trains by it.
    pub owner: Owner,
    /// The day of a unit, the first day of a program.
    pub date: Option<Date>,
    /// The program a unit belongs to, with week and day in it.
    pub place: Option<(ProgramId, u16, u8)>,
    /// Minutes available in a unit.
    pub minutes: Option<u16>,
    /// Whether the unit took place, the program is complete.
    pub done: bool,
    /// Version of the document.
    pub version: u32,
}

/// Which plans a list shows. The default shows all.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PlanQuery {
    /// Only of this kind.
    pub kind: Option<PlanKind>,
    /// Only this owner's.
    pub owner: Option<Owner>,
    /// Only units and programs of this day or later.
    pub from: Option<Date>,
    /// Only units and programs of this day or earlier.
    pub to: Option<Date>,
    /// Only units that belong to this program.
    pub program: Option<ProgramId>,
    /// At most so many, the latest ones.
    pub limit: Option<u32>,
}

impl Store {
    /// A unit with its version. Archived ones can still be read.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none that the viewer may see.
    pub async fn unit(&self, viewer: &Viewer, id: &UnitId) -> Result<Stored<Unit>, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let id = id.clone();
        database.read(viewer, move |scope| sqlite::plans::unit(scope, &id)).await
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
        database.read(viewer, move |scope| sqlite::plans::units(scope, &query)).await
    }

    /// Adds a unit; its first version is 1.
    ///
    /// # Errors
    /// [`StoreError::Taken`] when the id is in use.
    pub async fn add_unit(&self, viewer: &Viewer, unit: &Unit) -> Result<u32, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let unit = UnitColumns::of(unit)?;
        database.write(viewer, move |scope| sqlite::plans::add_unit(scope, &unit)).await
    }

    /// Takes a unit out of the lists.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::ReadOnly`].
    pub async fn archive_unit(&self, viewer: &Viewer, id: &UnitId) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let id = id.clone();
        database.write(viewer, move |scope| sqlite::plans::archive_unit(scope, &id)).await
    }

    /// Puts an archived unit back where its visibility reached before.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::ReadOnly`].
    pub async fn restore_unit(&self, viewer: &Viewer, id: &UnitId) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let id = id.clone();
        database.write(viewer, move |scope| sqlite::plans::restore_unit(scope, &id)).await
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
