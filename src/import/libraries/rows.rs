//! Our own TOML, in the form of the data files, and our own table.

use serde::Deserialize;

use super::LibraryDraft;
use super::convert::tidy;
use crate::domain::{Bilingual, Edge, Exercise, ExerciseId, ExerciseKind, ProgressionGraph};
use crate::import::ImportError;
use crate::library::Record;

/// Exercises and progressions; the keys of a single progression may also stand at the top, as in
/// the files of `data/graphs/`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    exercise: Vec<Record>,
    #[serde(default)]
    graph: Vec<Graph>,
    id: Option<String>,
    en: Option<String>,
    de: Option<String>,
    focus: Option<String>,
    edges: Option<Vec<Step>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Graph {
    id: String,
    en: String,
    de: String,
    focus: Option<String>,
    edges: Vec<Step>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    from: ExerciseId,
    to: ExerciseId,
    en: String,
    de: String,
}

pub(super) fn read_toml(text: &str) -> Result<LibraryDraft, ImportError> {
    let file: File = toml::from_str(text).map_err(|error| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        ImportError::Unreadable { line, reason: error.message().to_owned() }
    })?;
    let mut graphs: Vec<ProgressionGraph> = file.graph.into_iter().map(graph).collect();
    if let (Some(id), Some(en), Some(de), Some(edges)) = (file.id, file.en, file.de, file.edges) {
        graphs.push(graph(Graph { id, en, de, focus: file.focus, edges }));
    }
    let exercises = file.exercise.into_iter().map(|record| tidied(record.into())).collect();
    Ok(LibraryDraft { exercises, graphs, ..LibraryDraft::default() })
}

fn graph(graph: Graph) -> ProgressionGraph {
    let edge = |step: Step| Edge {
        from: step.from,
        to: step.to,
        harder: Bilingual::new(step.en, step.de),
    };
    ProgressionGraph {
        id: graph.id.as_str().into(),
        name: Bilingual::new(graph.en, graph.de),
        focus: graph.focus.map(|focus| focus.as_str().into()),
        edges: graph.edges.into_iter().map(edge).collect(),
    }
}

/// Signs between the cells of a table, as spreadsheets of different countries write it.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// The sign between the cells of the first line; `None` when the line is no head of a table.
fn separator(text: &str) -> Option<u8> {
    let head = text.lines().next()?;
    SEPARATORS.into_iter().find(|separator| {
        let cells: Vec<&str> =
            head.split(char::from(*separator)).map(|cell| cell.trim().trim_matches('"')).collect();
        ["id", "en", "category"].iter().all(|column| cells.contains(column))
    })
}

pub(super) fn is_table(text: &str) -> bool {
    separator(text).is_some()
}

pub(super) fn read_csv(text: &str) -> Result<LibraryDraft, ImportError> {
    let separator = separator(text).ok_or(ImportError::NoLibrary)?;
    let mut reader = csv::ReaderBuilder::new().delimiter(separator).from_reader(text.as_bytes());
    let unreadable = |error: &csv::Error| ImportError::Unreadable {
        line: error.position().map_or(1, |place| place.line() as usize),
        reason: error.to_string(),
    };
    let head = reader.headers().map_err(|error| unreadable(&error))?.clone();
    let mut draft = LibraryDraft::default();
    for row in reader.records() {
        let row = row.map_err(|error| unreadable(&error))?;
        let line = row.position().map_or(1, |place| place.line() as usize);
        let cells = head.iter().zip(row.iter().map(without_guard));
        let record =
            Record::from_cells(cells).map_err(|reason| ImportError::Unreadable { line, reason })?;
        draft.exercises.push(tidied(record.into()));
    }
    Ok(draft)
}

/// A cell without the apostrophe that keeps spreadsheets from calculating it.
fn without_guard(cell: &str) -> &str {
    let rest = cell.strip_prefix('\'');
    rest.filter(|rest| rest.starts_with(['=', '+', '-', '@'])).unwrap_or(cell)
}

/// The exercise with every text on one line and free of what could steer a terminal.
pub(super) fn tidied(mut exercise: Exercise) -> Exercise {
    for text in [&mut exercise.name, &mut exercise.fact] {
        *text = Bilingual::new(tidy(&text.en), tidy(&text.de));
    }
    for list in [&mut exercise.aliases.en, &mut exercise.aliases.de] {
        for alias in list.iter_mut() {
            *alias = tidy(alias);
        }
    }
    for dose in exercise.doses.values_mut() {
        *dose = tidy(dose);
    }
    if let ExerciseKind::Combination(parts) = &mut exercise.kind {
        for part in parts {
            part.dose = tidy(&part.dose);
        }
    }
    exercise
}
