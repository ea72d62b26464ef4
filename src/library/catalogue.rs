//! The library itself: exercises in the order of their ids, graphs, catalogues, and the look-ups
//! every engine uses. What few callers need (facets, search, hash) is made at the first use, so
//! that a start pays for nothing it does not show.

use std::sync::{Arc, OnceLock};

use sha2::{Digest, Sha256};

use super::browse::Table;
use super::facets::Facets;
use super::graphs::EdgeIndex;
use super::places::Places;
use super::validate;
use super::{Found, LibraryData, LibraryError, SearchIndex, search};
use crate::domain::{
    Catalogues, Category, Edge, EquipmentId, Exercise, ExerciseId, GraphId, Muscle, Pattern,
    ProgressionGraph, SkillId, Visibility,
};

/// Exercises, progression graphs and catalogues that fit together.
#[derive(Debug)]
pub struct Library {
    exercises: Vec<Arc<Exercise>>,
    graphs: Vec<ProgressionGraph>,
    catalogues: Catalogues,
    edges: EdgeIndex,
    places: OnceLock<Places>,
    facets: OnceLock<Facets>,
    table: OnceLock<Table>,
    search: OnceLock<SearchIndex>,
    hash: OnceLock<String>,
}

impl Library {
    /// Puts a library together.
    ///
    /// # Errors
    /// [`LibraryError`] names the first thing that does not fit: an id used twice, an id no
    /// catalogue knows, an edge or part to an exercise that is not there, a cycle, a level or age
    /// that falls along an edge.
    pub fn new(
        mut exercises: Vec<Exercise>,
        mut graphs: Vec<ProgressionGraph>,
        catalogues: Catalogues,
    ) -> Result<Self, LibraryError> {
        exercises.sort_by(|a, b| a.id.cmp(&b.id));
        graphs.sort_by(|a, b| a.id.cmp(&b.id));
        validate::entries(&exercises, &graphs, &catalogues)?;
        let exercises: Vec<Arc<Exercise>> = exercises.into_iter().map(Arc::new).collect();
        let edges = EdgeIndex::new(&exercises, &graphs)?;
        Ok(Self {
            exercises,
            graphs,
            catalogues,
            edges,
            places: OnceLock::new(),
            facets: OnceLock::new(),
            table: OnceLock::new(),
            search: OnceLock::new(),
            hash: OnceLock::new(),
        })
    }

    /// Puts a library together from stored or built-in data.
    ///
    /// # Errors
    /// As [`Library::new`].
    pub fn from_data(data: LibraryData) -> Result<Self, LibraryError> {
        Self::new(data.exercises, data.graphs, data.catalogues)
    }

    /// Every exercise, sorted by id.
    #[must_use]
    pub fn exercises(&self) -> &[Arc<Exercise>] {
        &self.exercises
    }

    /// Every exercise a plan may still take up: all but the archived ones, sorted by id.
    pub fn active(&self) -> impl Iterator<Item = &Arc<Exercise>> {
        self.exercises.iter().filter(|known| known.visibility != Visibility::Archived)
    }

    /// Where the exercise stands in [`Library::exercises`].
    #[must_use]
    pub fn position(&self, id: &ExerciseId) -> Option<usize> {
        let places = self.places.get_or_init(|| Places::new(&self.exercises));
        places.of(id.as_str(), &self.exercises)
    }

    /// The exercise with this id.
    #[must_use]
    pub fn get(&self, id: &ExerciseId) -> Option<&Arc<Exercise>> {
        self.exercises.get(self.position(id)?)
    }

    /// The exercise at a position, as search and ranking name them.
    #[must_use]
    pub fn at(&self, position: usize) -> Option<&Arc<Exercise>> {
        self.exercises.get(position)
    }

    /// Every progression graph, sorted by id.
    #[must_use]
    pub fn graphs(&self) -> &[ProgressionGraph] {
        &self.graphs
    }

    /// The graph with this id.
    #[must_use]
    pub fn graph(&self, id: &GraphId) -> Option<&ProgressionGraph> {
        let at = self.graphs.binary_search_by(|graph| graph.id.cmp(id)).ok()?;
        self.graphs.get(at)
    }

    /// The edges that leave the exercise, by graph id and then in the order of the graph.
    #[must_use]
    pub fn successors(&self, id: &ExerciseId) -> Vec<(&ProgressionGraph, &Edge)> {
        let position = self.position(id);
        position.map_or_else(Vec::new, |at| self.edges.out_of(at, &self.graphs).collect())
    }

    /// The edges that lead to the exercise, by graph id and then in the order of the graph.
    #[must_use]
    pub fn prerequisites(&self, id: &ExerciseId) -> Vec<(&ProgressionGraph, &Edge)> {
        let position = self.position(id);
        position.map_or_else(Vec::new, |at| self.edges.leading_to(at, &self.graphs).collect())
    }

    /// The lists exercises refer to.
    #[must_use]
    pub const fn catalogues(&self) -> &Catalogues {
        &self.catalogues
    }

    /// The exercises of a category, by id.
    pub fn in_category(&self, category: Category) -> impl Iterator<Item = &Arc<Exercise>> {
        self.pick(self.facets().category(category))
    }

    /// The exercises whose patterns hold this one, by id.
    pub fn with_pattern(&self, pattern: Pattern) -> impl Iterator<Item = &Arc<Exercise>> {
        self.pick(self.facets().pattern(pattern))
    }

    /// The exercises that train the muscle as a primary one, by id.
    pub fn with_muscle(&self, muscle: Muscle) -> impl Iterator<Item = &Arc<Exercise>> {
        self.pick(self.facets().muscle(muscle))
    }

    /// The exercises that train the skill, by id.
    pub fn with_skill(&self, skill: &SkillId) -> impl Iterator<Item = &Arc<Exercise>> {
        self.pick(self.facets().skill(skill))
    }

    /// The exercises that name the equipment in one of their alternatives, by id.
    pub fn with_equipment(&self, thing: &EquipmentId) -> impl Iterator<Item = &Arc<Exercise>> {
        self.pick(self.facets().equipment(thing))
    }

    /// Exercises whose names and facts answer what a coach types, best first; see
    /// [`SearchIndex::search`]. Positions are those of [`Library::exercises`].
    #[must_use]
    pub fn search(&self, query: &str, limit: usize) -> Vec<Found> {
        self.search_index().search(query, limit)
    }

    /// The index behind [`Library::search`], made at the first use.
    pub fn search_index(&self) -> &SearchIndex {
        self.search.get_or_init(|| SearchIndex::new(search::of_library(self)))
    }

    /// SHA-256 over exercises, graphs and catalogues, in hex. Equal libraries have equal hashes,
    /// in whatever order they were handed in; plans keep it as provenance.
    #[must_use]
    pub fn hash(&self) -> &str {
        self.hash.get_or_init(|| {
            let mut hasher = HashWriter(Sha256::new());
            let parts = (&self.exercises, &self.graphs, &self.catalogues);
            // writing into a hasher cannot fail, and the types have no map keys JSON refuses
            let _ = serde_json::to_writer(&mut hasher, &parts);
            hex(&hasher.0.finalize())
        })
    }

    /// What browsing works on, made at the first use.
    pub(super) fn table(&self) -> &Table {
        self.table.get_or_init(|| Table::new(&self.exercises, &self.catalogues))
    }

    fn facets(&self) -> &Facets {
        self.facets.get_or_init(|| Facets::new(&self.exercises))
    }

    fn pick<'a>(&'a self, positions: &'a [u32]) -> impl Iterator<Item = &'a Arc<Exercise>> {
        positions.iter().filter_map(|position| self.exercises.get(*position as usize))
    }
}

fn hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// Lets serde write straight into the hash, without the megabytes of text in between.
struct HashWriter(Sha256);

impl std::io::Write for HashWriter {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
