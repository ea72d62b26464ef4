//! Clubs and their coaches, groups and athletes. Groups and athletes belong to the club; every
//! coach of it sees and changes them.

use crate::domain::{
    Athlete, AthleteId, Club, ClubId, Coach, CoachId, Group, GroupId, Lang, Viewer,
};

use super::opening::Backend;
use super::{Store, StoreError, sqlite};

impl Store {
    /// The coach with this login, in whichever club. The one question that is asked before
    /// there is a [`Viewer`].
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn coach(&self, login: &CoachId) -> Result<Option<Coach>, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let login = login.clone();
        database.read_house(move |house| sqlite::people::coach(house, &login)).await
    }

    /// Every club, by name.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn clubs(&self) -> Result<Vec<Club>, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        database.read_house(sqlite::people::clubs).await
    }

    /// Adds a club, or renames the one with the same id.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn put_club(&self, club: &Club) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let club = club.clone();
        database.write_house(move |house| sqlite::people::put_club(house, &club)).await
    }

    /// Lets a club release plans and exercises to everyone, as an association does. Without
    /// this, what its coaches mark as official reaches their club.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] without the club.
    pub async fn let_release(&self, club: &ClubId) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let club = club.clone();
        database.write_house(move |house| sqlite::people::let_release(house, &club)).await
    }

    /// Adds a coach to a club.
    ///
    /// # Errors
    /// [`StoreError::Taken`] when the login is in use, [`StoreError::NotFound`] without the club.
    pub async fn add_coach(&self, coach: &Coach) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let coach = coach.clone();
        database.write_house(move |house| sqlite::people::add_coach(house, &coach)).await
    }

    /// The coaches of the viewer's club, by name.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn coaches(&self, viewer: &Viewer) -> Result<Vec<Coach>, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        database.read(viewer, sqlite::people::coaches).await
    }

    /// Keeps the language the coach chose.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the viewer is no coach of the store.
    pub async fn set_lang(&self, viewer: &Viewer, lang: Lang) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        database.write(viewer, move |scope| sqlite::people::set_lang(scope, lang)).await
    }

    /// The groups of the club, by name.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn groups(&self, viewer: &Viewer) -> Result<Vec<Group>, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        database.read(viewer, sqlite::people::groups).await
    }

    /// One group.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the club has none with this id.
    pub async fn group(&self, viewer: &Viewer, id: &GroupId) -> Result<Group, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let id = id.clone();
        database.read(viewer, move |scope| sqlite::people::group(scope, &id)).await
    }

    /// Adds a group, or replaces the club's group with the same id.
    ///
    /// # Errors
    /// [`StoreError::Taken`] when another club uses the id.
    pub async fn put_group(&self, viewer: &Viewer, group: &Group) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let group = group.clone();
        database.write(viewer, move |scope| sqlite::people::put_group(scope, &group)).await
    }

    /// Takes a group out of the lists; its plans stay.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the club has none with this id.
    pub async fn archive_group(&self, viewer: &Viewer, id: &GroupId) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let id = id.clone();
        database.write(viewer, move |scope| sqlite::people::archive_group(scope, &id)).await
    }

    /// The athletes of the club, by name.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn athletes(&self, viewer: &Viewer) -> Result<Vec<Athlete>, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        database.read(viewer, sqlite::people::athletes).await
    }

    /// One athlete.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the club has none with this id.
    pub async fn athlete(&self, viewer: &Viewer, id: &AthleteId) -> Result<Athlete, StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let id = id.clone();
        database.read(viewer, move |scope| sqlite::people::athlete(scope, &id)).await
    }

    /// Adds an athlete, or replaces the club's athlete with the same id.
    ///
    /// # Errors
    /// [`StoreError::Taken`] when another club uses the id.
    pub async fn put_athlete(&self, viewer: &Viewer, athlete: &Athlete) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let athlete = athlete.clone();
        database.write(viewer, move |scope| sqlite::people::put_athlete(scope, &athlete)).await
    }

    /// Takes an athlete out of the lists; the plans stay.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the club has none with this id.
    pub async fn archive_athlete(&self, viewer: &Viewer, id: &AthleteId) -> Result<(), StoreError> {
        let Backend::Sqlite(database) = &self.backend;
        let id = id.clone();
        database.write(viewer, move |scope| sqlite::people::archive_athlete(scope, &id)).await
    }
}
