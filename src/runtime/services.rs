//! What every session of a process shares: the store, and library and matcher, each made once
//! when first asked for.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use tokio::sync::OnceCell;

use super::models::Models;
use crate::app::Shelf;
use crate::domain::{Exercise, ExerciseId, Viewer};
use crate::library::{Library, LibraryData, LibraryError};
use crate::lint::Severities;
use crate::matching::{Matcher, Taught};
use crate::retrieval::RetrievalIndex;
use crate::store::{Alias, Store};

/// Shared by sessions and commands; clones are the same.
#[derive(Debug, Clone)]
pub struct Services {
    /// Where everything lives.
    pub store: Store,
    /// How much each lint rule matters to the coach.
    pub severities: Arc<Severities>,
    shared: Arc<Shared>,
    models: Option<Arc<Models>>,
}

#[derive(Debug, Default)]
struct Shared {
    shelf: OnceCell<Arc<Shelf>>,
    matcher: OnceLock<Matcher>,
}

impl Services {
    /// Services over a store.
    #[must_use]
    pub fn new(store: Store) -> Self {
        Self { store, severities: Arc::default(), shared: Arc::default(), models: None }
    }

    /// The services with the severities of a configuration.
    #[must_use]
    pub fn judging(self, severities: Severities) -> Self {
        Self { severities: Arc::new(severities), ..self }
    }

    /// The same with language models.
    #[must_use]
    pub fn with_models(self, models: Arc<Models>) -> Self {
        Self { models: Some(models), ..self }
    }

    /// The language models, where any are configured.
    #[must_use]
    pub fn models(&self) -> Option<&Models> {
        self.models.as_deref()
    }

    /// The library the viewer sees, with the index for ranking. Loads on the calling thread the
    /// first time; who asks meanwhile waits for it.
    ///
    /// # Errors
    /// [`LibraryError`] when neither the stored library nor the built-in one can be used.
    pub async fn shelf(&self, viewer: &Viewer) -> Result<Arc<Shelf>, LibraryError> {
        self.shared.shelf.get_or_try_init(|| self.load_shelf(viewer)).await.cloned()
    }

    async fn load_shelf(&self, viewer: &Viewer) -> Result<Arc<Shelf>, LibraryError> {
        let mut data = crate::library::builtin()?;
        // A club's changes that cannot be read must not keep a coach from planning.
        match self.store.exercise_changes(viewer).await {
            Ok(changes) => overlay(&mut data.exercises, changes),
            Err(error) => tracing::warn!(%error, "the club's exercises cannot be read"),
        }
        match self.store.graphs(viewer).await {
            Ok(graphs) if !graphs.is_empty() => data.graphs = graphs,
            Ok(_) => {}
            Err(error) => tracing::warn!(%error, "the stored progression graphs cannot be read"),
        }
        Ok(Arc::new(shelve(data)?))
    }

    /// The matcher over that library, with the names the viewer and the club taught up to now.
    ///
    /// # Errors
    /// As [`Services::shelf`].
    pub async fn matcher(&self, viewer: &Viewer) -> Result<Matcher, LibraryError> {
        let shelf = self.shelf(viewer).await?;
        let matcher = self.shared.matcher.get_or_init(|| Matcher::for_library(&shelf.library));
        let taught = match self.store.aliases(viewer).await {
            Ok(aliases) => taught(aliases, &shelf.library),
            // names that cannot be read must not keep a coach from importing
            Err(error) => {
                tracing::warn!(%error, "the taught names cannot be read");
                Taught::default()
            }
        };
        Ok(matcher.clone().with_taught(taught))
    }
}

/// Puts a club's own exercises beside the built-in ones, and its changed ones in their place.
fn overlay(exercises: &mut Vec<Exercise>, changes: Vec<Exercise>) {
    let places: HashMap<ExerciseId, usize> =
        exercises.iter().enumerate().map(|(at, known)| (known.id.clone(), at)).collect();
    for change in changes {
        match places.get(&change.id).and_then(|at| exercises.get_mut(*at)) {
            Some(known) => *known = change,
            None => exercises.push(change),
        }
    }
}

/// Taught names as matching takes them; those of exercises that are gone are left out.
#[must_use]
pub fn taught(aliases: Vec<Alias>, library: &Library) -> Taught {
    Taught::new(aliases.into_iter().filter_map(|alias| {
        let exercise = library.get(&alias.exercise)?;
        Some((alias.name, alias.exercise.to_string(), exercise.name.en.clone()))
    }))
}

/// Library and index from their data.
fn shelve(data: LibraryData) -> Result<Shelf, LibraryError> {
    let library = Arc::new(Library::new(data.exercises, data.graphs, data.catalogues)?);
    let index = Arc::new(RetrievalIndex::new(library.clone()));
    Ok(Shelf { library, index })
}
