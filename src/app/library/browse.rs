//! The list of exercises: what is asked for, what came back, and where the reader is in it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{DetailPane, FacetPane};
use crate::app::plan::scrolled;
use crate::app::{Field, Ticket};
use crate::domain::{Exercise, ExerciseId, Lang};
use crate::library::{FacetValue, Library, Listing, Wanted};

/// The part of the screen that has the attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The list.
    List,
    /// The line that is searched by.
    Search,
    /// What the list is narrowed by.
    Facets,
    /// The exercise.
    Detail,
}

/// State of the library screen.
#[derive(Debug, Clone)]
pub struct LibraryPane {
    /// What was typed.
    pub query: Field,
    /// Values the list is narrowed to.
    pub chosen: BTreeSet<FacetValue>,
    /// The library the listing names places of.
    pub library: Arc<Library>,
    /// What was found.
    pub listing: Listing,
    /// The question that is being answered.
    pub asked: Option<Ticket>,
    /// What the newest question was about, so that it is not asked twice.
    pub about: Option<(Wanted, Arc<Library>)>,
    /// Place in the listing.
    pub cursor: usize,
    /// First place shown.
    pub scroll: usize,
    /// What has the attention.
    pub part: Part,
    /// The facets.
    pub facets: FacetPane,
    /// The exercise.
    pub detail: DetailPane,
    /// The exercise the cursor is to be on once it is listed.
    pub wish: Option<ExerciseId>,
}

impl LibraryPane {
    /// The whole library, nothing listed yet.
    #[must_use]
    pub fn new(library: Arc<Library>) -> Self {
        Self {
            query: Field::default(),
            chosen: BTreeSet::new(),
            library,
            listing: Listing::default(),
            asked: None,
            about: None,
            cursor: 0,
            scroll: 0,
            part: Part::List,
            facets: FacetPane::default(),
            detail: DetailPane::default(),
            wish: None,
        }
    }

    /// What is to be listed, with names in a language.
    #[must_use]
    pub fn wanted(&self, lang: Lang) -> Wanted {
        Wanted { query: self.query.line().to_owned(), chosen: self.chosen.clone(), lang }
    }

    /// Takes an answer in. The cursor stays on its exercise unless the question changed.
    pub fn take(&mut self, library: Arc<Library>, listing: Listing, lang: Lang) {
        let id = self.wish.take().or_else(|| self.listed().map(|exercise| exercise.id.clone()));
        self.library = library;
        self.listing = listing;
        let place = id.and_then(|id| self.library.position(&id)).map(|place| place as u32);
        let stays = self.query.is_empty();
        self.cursor = place
            .filter(|_| stays)
            .and_then(|place| self.listing.found.iter().position(|known| *known == place))
            .unwrap_or(0);
        let (library, listing) = (&self.library, &self.listing);
        self.facets.refill(library, listing, lang);
    }

    /// The exercise at a place of the listing.
    #[must_use]
    pub fn at(&self, place: usize) -> Option<&Arc<Exercise>> {
        self.library.at(*self.listing.found.get(place)? as usize)
    }

    /// The exercise under the cursor of the list.
    #[must_use]
    pub fn listed(&self) -> Option<&Arc<Exercise>> {
        self.at(self.cursor)
    }

    /// The exercise that is looked at: where the reader walked to, or the one under the cursor.
    #[must_use]
    pub fn subject(&self) -> Option<&Arc<Exercise>> {
        match self.detail.walked.last() {
            Some(id) => self.library.get(id),
            None => self.listed(),
        }
    }

    /// Moves the cursor of the list.
    pub fn step(&mut self, lines: isize) {
        let last = self.listing.found.len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(lines).min(last);
        self.detail.walked.clear();
    }

    /// Scrolls so that the cursor is among `rows` lines shown.
    pub fn keep_visible(&mut self, rows: usize) {
        self.scroll = scrolled(self.scroll, self.cursor, self.listing.found.len(), rows);
    }

    /// Whether less than the whole library is asked for.
    #[must_use]
    pub fn is_narrowed(&self) -> bool {
        !self.query.is_empty() || !self.chosen.is_empty()
    }

    /// Forgets what was typed and chosen.
    pub fn clear(&mut self) {
        self.query = Field::default();
        self.chosen.clear();
    }
}
