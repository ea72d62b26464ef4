//! What every session of a process shares: the store, and library and matcher, each made once
//! when first asked for.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use tokio::sync::Mutex as Turn;

use super::models::Models;
use crate::app::Shelf;
use crate::config::AfterOnboarding;
use crate::domain::Viewer;
use crate::library::{Assembled, Changes, Library, LibraryError, assemble, builtin};
use crate::lint::Severities;
use crate::matching::{Matcher, Taught, Thresholds};
use crate::retrieval::RetrievalIndex;
use crate::store::{Alias, Store, StoreError};

/// Shared by sessions and commands; clones are the same.
#[derive(Debug, Clone)]
pub struct Services {
    /// Where everything lives.
    pub store: Store,
    /// How much each lint rule matters to the coach.
    pub severities: Arc<Severities>,
    /// Who drafts a program for a new athlete.
    pub after_onboarding: AfterOnboarding,
    /// Where the bands of a match begin.
    thresholds: Thresholds,
    shared: Arc<Shared>,
    models: Option<Arc<Models>>,
    /// Folder that takes what is copied.
    pub(super) copies: Option<PathBuf>,
}

#[derive(Debug, Default)]
struct Shared {
    /// What each viewer sees; viewers who see the same share it.
    made: Mutex<HashMap<Viewer, Arc<Made>>>,
    /// One at a time puts a library together: sessions that start together share it.
    making: Turn<()>,
}

/// A library as it was made from changes.
#[derive(Debug)]
struct Made {
    changes: Changes,
    shelf: Arc<Shelf>,
    matcher: OnceLock<Matcher>,
}

impl Services {
    /// Services over a store.
    #[must_use]
    pub fn new(store: Store) -> Self {
        Self {
            store,
            severities: Arc::default(),
            after_onboarding: AfterOnboarding::default(),
            thresholds: Thresholds::default(),
            shared: Arc::default(),
            models: None,
            copies: None,
        }
    }

    /// The services with the severities of a configuration.
    #[must_use]
    pub fn judging(self, severities: Severities) -> Self {
        Self { severities: Arc::new(severities), ..self }
    }

    /// The same, with somebody else drafting for new athletes.
    #[must_use]
    pub fn drafting(self, after_onboarding: AfterOnboarding) -> Self {
        Self { after_onboarding, ..self }
    }

    /// The same with language models.
    #[must_use]
    pub fn with_models(self, models: Arc<Models>) -> Self {
        Self { models: Some(models), ..self }
    }

    /// The same, with a folder for what is copied on the screens.
    #[must_use]
    pub fn copying_to(self, folder: Option<PathBuf>) -> Self {
        Self { copies: folder, ..self }
    }

    /// The language models, where any are configured.
    #[must_use]
    pub fn models(&self) -> Option<&Models> {
        self.models.as_deref()
    }

    /// The services with other borders between the bands of a match.
    #[must_use]
    pub fn with_thresholds(self, thresholds: Thresholds) -> Self {
        Self { thresholds, ..self }
    }

    /// The same, for work that outlives the question.
    #[must_use]
    pub fn shared_models(&self) -> Option<Arc<Models>> {
        self.models.clone()
    }

    /// The library the viewer sees, with the index for ranking. Loads on the calling thread the
    /// first time; who asks meanwhile waits for it.
    ///
    /// # Errors
    /// [`LibraryError`] when neither the stored library nor the built-in one can be used.
    pub async fn shelf(&self, viewer: &Viewer) -> Result<Arc<Shelf>, LibraryError> {
        Ok(self.made(viewer).await?.shelf.clone())
    }

    /// Reads the library anew when it is next asked for: somebody changed it.
    pub fn renew(&self) {
        self.shared.made.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    async fn made(&self, viewer: &Viewer) -> Result<Arc<Made>, LibraryError> {
        let lock = || self.shared.made.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(made) = lock().get(viewer) {
            return Ok(made.clone());
        }
        let _turn = self.shared.making.lock().await;
        if let Some(made) = lock().get(viewer) {
            return Ok(made.clone());
        }
        let changes = changes(&self.store, viewer).await;
        // in a statement of its own: the lock must not be held while a library is put together
        let known = lock().values().find(|made| made.changes == changes).cloned();
        let made = match known {
            Some(made) => made,
            None => Arc::new(Made {
                shelf: Arc::new(shelve(changes.clone())?),
                changes,
                matcher: OnceLock::new(),
            }),
        };
        lock().insert(viewer.clone(), made.clone());
        Ok(made)
    }

    /// The matcher over that library, with the names the viewer and the club taught up to now.
    ///
    /// # Errors
    /// As [`Services::shelf`].
    pub async fn matcher(&self, viewer: &Viewer) -> Result<Matcher, LibraryError> {
        let made = self.made(viewer).await?;
        let matcher = made.matcher.get_or_init(|| Matcher::for_library(&made.shelf.library));
        let taught = match self.store.aliases(viewer).await {
            Ok(aliases) => taught(aliases, &made.shelf.library),
            // names that cannot be read must not keep a coach from importing
            Err(error) => {
                tracing::warn!(%error, "the taught names cannot be read");
                Taught::default()
            }
        };
        Ok(matcher.clone().with_thresholds(self.thresholds).with_taught(taught))
    }
}

/// What the viewer's library is made of beside the built-in one. What cannot be read is left out:
/// it must not keep a coach from planning.
async fn changes(store: &Store, viewer: &Viewer) -> Changes {
    match stored_changes(store, viewer).await {
        Ok(changes) => changes,
        Err(error) => {
            tracing::warn!(%error, "the club's own exercises, progressions and lists cannot be read");
            Changes::default()
        }
    }
}

/// What the viewer's library is made of beside the built-in one.
///
/// # Errors
/// [`StoreError`] of the database.
pub async fn stored_changes(store: &Store, viewer: &Viewer) -> Result<Changes, StoreError> {
    Ok(Changes {
        exercises: store.exercise_changes(viewer).await?,
        graphs: store.graph_changes(viewer).await?,
        entries: store.catalogue_entries(viewer).await?,
    })
}

/// Taught names as matching takes them; those of exercises that are gone are left out.
#[must_use]
pub fn taught(aliases: Vec<Alias>, library: &Library) -> Taught {
    Taught::new(aliases.into_iter().filter_map(|alias| {
        let exercise = library.get(&alias.exercise)?;
        Some((alias.name, alias.exercise.to_string(), exercise.name.en.clone()))
    }))
}

/// Library and index; changes that do not fit are told to the log.
fn shelve(changes: Changes) -> Result<Shelf, LibraryError> {
    let Assembled { library, set_aside } = assemble(builtin, changes)?;
    for error in set_aside {
        tracing::warn!(%error, "a change of the library does not fit and is left out");
    }
    let library = Arc::new(library);
    let index = Arc::new(RetrievalIndex::new(library.clone()));
    Ok(Shelf { library, index })
}
