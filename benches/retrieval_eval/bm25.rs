//! The rival: plain full text, SQLite's FTS5 with bm25 over everything a library says of an
//! exercise, in both languages. It knows neither plan nor people.

use planwright::domain::{CatalogueKind, Exercise, ExerciseId};
use planwright::library::Library;
use rusqlite::Connection;

use crate::scenario::Scenario;

/// An index over one library.
pub(crate) struct Bm25(Connection);

impl Bm25 {
    pub(crate) fn new(library: &Library) -> Self {
        let database = Connection::open_in_memory().expect("a database");
        database
            .execute_batch(
                "CREATE VIRTUAL TABLE exercise USING fts5(
                    id UNINDEXED, text, tokenize = 'unicode61 remove_diacritics 2')",
            )
            .expect("FTS5");
        for exercise in library.exercises() {
            database
                .execute(
                    "INSERT INTO exercise VALUES (?1, ?2)",
                    (exercise.id.as_str(), text(exercise, library)),
                )
                .expect("a row");
        }
        Self(database)
    }

    /// The first for a scenario: its query, else the title and skills of its anchor, else the
    /// name of the section.
    pub(crate) fn top(
        &self,
        scenario: &Scenario,
        library: &Library,
        limit: usize,
    ) -> Vec<ExerciseId> {
        let words = words(scenario, library);
        let any: Vec<String> = words
            .split(|sign: char| !sign.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(|word| format!("\"{word}\""))
            .collect();
        if any.is_empty() {
            return Vec::new();
        }
        let mut found = self
            .0
            .prepare(
                "SELECT id FROM exercise WHERE text MATCH ?1 ORDER BY bm25(exercise), id LIMIT ?2",
            )
            .expect("a query");
        found
            .query_map((any.join(" OR "), i64::try_from(limit).unwrap_or(i64::MAX)), |row| {
                row.get::<_, String>(0)
            })
            .expect("rows")
            .map(|id| id.expect("an id").as_str().into())
            .collect()
    }
}

fn words(scenario: &Scenario, library: &Library) -> String {
    let catalogues = library.catalogues();
    if !scenario.query.is_empty() {
        return scenario.query.clone();
    }
    let pack = scenario.pack(library);
    let Some(anchor) = pack.anchor.as_ref().and_then(|id| library.get(id)) else {
        return pack.section_name(library).en;
    };
    let skills =
        anchor.skills.keys().map(|id| catalogues.name(CatalogueKind::Skills, id.as_str()).en);
    std::iter::once(anchor.name.en.clone()).chain(skills).collect::<Vec<_>>().join(" ")
}

fn text(exercise: &Exercise, library: &Library) -> String {
    let catalogues = library.catalogues();
    let mut text: Vec<String> = Vec::new();
    for words in [&exercise.name, &exercise.fact] {
        text.extend([words.en.clone(), words.de.clone()]);
    }
    text.extend(exercise.aliases.en.iter().chain(&exercise.aliases.de).cloned());
    let mut name = |kind, id: &str| {
        let name = catalogues.name(kind, id);
        text.extend([name.en, name.de]);
    };
    exercise.skills.keys().for_each(|id| name(CatalogueKind::Skills, id.as_str()));
    exercise.focus.iter().for_each(|id| name(CatalogueKind::FocusAreas, id.as_str()));
    exercise.equipment.iter().flatten().for_each(|id| name(CatalogueKind::Equipment, id.as_str()));
    exercise.training_types.iter().for_each(|id| name(CatalogueKind::TrainingTypes, id.as_str()));
    exercise.styles.iter().for_each(|id| name(CatalogueKind::StyleDirections, id.as_str()));
    text.join(" ")
}
