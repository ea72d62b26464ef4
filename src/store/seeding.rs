//! What a new store begins with: the built-in library and, where there is nobody yet, a first
//! club with something to look at. All of it in one step, so that a start that is killed half-way
//! leaves nothing half-made.

use super::columns::StarterColumns;
use super::opening::Backend;
use super::values::{BuiltIn, Seeded, Starter};
use super::{Store, StoreError, sqlite};

impl Store {
    /// Installs the library, as [`Store::install_library`] does, and makes the first club where
    /// there is none. Asking again, from here or another process, changes nothing.
    ///
    /// # Errors
    /// [`StoreError`] of the database; nothing has changed then.
    pub async fn seed(
        &self,
        library: BuiltIn,
        starter: Option<Starter>,
    ) -> Result<Seeded, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let starter = starter.map(StarterColumns::of).transpose()?;
        database
            .write_house(move |house| sqlite::seeding::seed(house, &library, starter.as_ref()))
            .await
    }
}
