//! What a coach left behind: the place last worked at, so that quitting and opening again is
//! seamless, and whatever small choices the screens remember.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::domain::Viewer;

use super::columns::{json, read};
use super::opening::Backend;
use super::values::{BOOKMARK, Bookmark};
use super::{Store, StoreError, Thing, sqlite};

impl Store {
    /// Keeps a setting of the coach under a name.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn remember<T: Serialize>(
        &self,
        viewer: &Viewer,
        name: &str,
        value: &T,
    ) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let value = json(Thing::Setting, name, value)?;
        let name = name.to_owned();
        database.write(viewer, move |scope| sqlite::settings::put(scope, &name, &value)).await
    }

    /// The setting of the coach under a name; `None` where nothing was kept, or where it is in
    /// a form that a later version wrote.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn recall<T: DeserializeOwned>(
        &self,
        viewer: &Viewer,
        name: &str,
    ) -> Result<Option<T>, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let wanted = name.to_owned();
        let text =
            database.read(viewer, move |scope| sqlite::settings::get(scope, &wanted)).await?;
        Ok(text.and_then(|text| read(Thing::Setting, name, &text).ok()))
    }

    /// Keeps the place the coach works at.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn set_bookmark(
        &self,
        viewer: &Viewer,
        bookmark: &Bookmark,
    ) -> Result<(), StoreError> {
        self.remember(viewer, BOOKMARK, bookmark).await
    }

    /// The place the coach last worked at.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn bookmark(&self, viewer: &Viewer) -> Result<Option<Bookmark>, StoreError> {
        self.recall(viewer, BOOKMARK).await
    }
}
