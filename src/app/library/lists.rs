//! The lists a club may add to: skills, focus areas, styles and more, with the built-in entries.

use crate::app::plan::scrolled;
use crate::domain::{CatalogueEntry, CatalogueKind};
use crate::library::Library;

/// State of the lists.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListsPane {
    /// Which list, a position in [`CatalogueKind::OPEN`].
    pub list: usize,
    /// The entry under the cursor.
    pub cursor: usize,
    /// First entry shown.
    pub scroll: usize,
}

impl ListsPane {
    /// The list shown.
    #[must_use]
    pub fn kind(&self) -> CatalogueKind {
        CatalogueKind::OPEN.get(self.list).copied().unwrap_or(CatalogueKind::Skills)
    }

    /// Its entries: the club's own first.
    #[must_use]
    pub fn entries<'a>(&self, library: &'a Library) -> Vec<&'a CatalogueEntry> {
        let mut entries: Vec<&CatalogueEntry> =
            library.catalogues().list(self.kind()).iter().collect();
        entries.sort_by_key(|entry| !entry.is_own());
        entries
    }

    /// Shows the list so many further on.
    pub fn turn(&mut self, lists: usize) {
        self.list = (self.list + lists) % CatalogueKind::OPEN.len();
        self.cursor = 0;
        self.scroll = 0;
    }

    /// Moves the cursor, with `rows` entries shown.
    pub fn step(&mut self, library: &Library, lines: isize, rows: usize) {
        let len = self.entries(library).len();
        self.cursor = self.cursor.saturating_add_signed(lines).min(len.saturating_sub(1));
        self.scroll = scrolled(self.scroll, self.cursor, len, rows);
    }
}
