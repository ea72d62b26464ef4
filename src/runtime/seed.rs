//! The first start and every later one: the built-in library goes into the store, and where
//! nobody lives there yet, the demo club moves in. Later starts find nothing to do, or bring the
//! built-in rows up to date after an upgrade of the program.

use std::borrow::Borrow;

use crate::domain::{Coach, CoachId, Explain, Message, Viewer};
use crate::library::{Library, LibraryError};
use crate::store::{BuiltIn, Seeded, Store, StoreError, Thing};

use super::demo::{self, DemoError, FirstStart};

/// Why a store could not be seeded. Nothing was written then.
#[derive(Debug, thiserror::Error)]
pub enum SeedError {
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The built-in library does not hold together.
    #[error(transparent)]
    Library(#[from] LibraryError),
    /// The demo does not fit the library.
    #[error(transparent)]
    Demo(#[from] DemoError),
}

impl Explain for SeedError {
    fn message(&self) -> Message {
        match self {
            Self::Store(error) => error.message(),
            Self::Library(error) => error.message(),
            Self::Demo(error) => error.message(),
        }
    }
}

/// Seeds the store: library and demo club in one step. What is there already stays; asking twice
/// changes nothing. The library is only asked for where the store does not hold the one with
/// this hash.
///
/// # Errors
/// [`SeedError`]; nothing was written then.
pub async fn seed<L: Borrow<Library>>(
    store: &Store,
    hash: &str,
    library: impl FnOnce() -> Result<L, LibraryError>,
    first: &FirstStart,
) -> Result<Seeded, SeedError> {
    let clubs = store.clubs().await?;
    if !clubs.is_empty() && store.library_hash().await?.as_deref() == Some(hash) {
        return Ok(Seeded::default());
    }
    let library = library()?;
    let library = library.borrow();
    let starter = if clubs.is_empty() { Some(demo::starter(library, first)?) } else { None };
    let seeded = store.seed(built_in(hash, library), starter).await?;
    for exercise in &seeded.library.kept {
        tracing::info!(%exercise, "kept a club's version; the built-in exercise has changed");
    }
    Ok(seeded)
}

/// Finds the coach with this login. A new one joins the first club: on a laptop that is the only
/// one, and on a server the coaches who may log in were let in by the club.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no club yet: seed first.
pub async fn admit(store: &Store, login: &CoachId, name: &str) -> Result<Viewer, StoreError> {
    if let Some(coach) = store.coach(login).await? {
        return Ok(Viewer { coach: coach.id, club: coach.club });
    }
    let club = store
        .clubs()
        .await?
        .into_iter()
        .next()
        .ok_or_else(|| StoreError::NotFound { thing: Thing::Club, id: login.to_string() })?;
    let coach = Coach { id: login.clone(), club: club.id, name: name.to_owned(), lang: None };
    match store.add_coach(&coach).await {
        // another session of the same coach was faster
        Ok(()) | Err(StoreError::Taken { .. }) => {}
        Err(error) => return Err(error),
    }
    Ok(Viewer { coach: coach.id, club: coach.club })
}

fn built_in(hash: &str, library: &Library) -> BuiltIn {
    BuiltIn {
        hash: hash.to_owned(),
        exercises: library.exercises().iter().map(|exercise| (**exercise).clone()).collect(),
        graphs: library.graphs().to_vec(),
    }
}
