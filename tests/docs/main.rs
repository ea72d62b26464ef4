//! The documentation against the program: what a page claims is looked up in the code, tables made
//! from code are made again, examples are read by the parser they explain.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod coverage;
mod examples;
mod readme;
mod tables;

use std::path::{Path, PathBuf};

/// The folder of the project.
fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The text of a file of the project.
fn read(path: &str) -> String {
    std::fs::read_to_string(project().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The cells of every table row of a page that begins with a cell in backticks or an id; heads and
/// rulers are left out.
fn rows(page: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut before: Option<Vec<String>> = None;
    let mut in_table = false;
    for line in page.lines() {
        let Some(cells) = cells(line) else {
            (before, in_table) = (None, false);
            continue;
        };
        let ruler = cells.iter().all(|cell| cell.chars().all(|sign| matches!(sign, '-' | ':')));
        if ruler && before.is_some() {
            in_table = true;
        } else if in_table {
            rows.push(cells);
        } else {
            before = Some(cells);
        }
    }
    rows
}

fn cells(line: &str) -> Option<Vec<String>> {
    let inner = line.trim().strip_prefix('|')?.strip_suffix('|')?;
    Some(inner.split('|').map(|cell| cell.trim().to_owned()).collect())
}

/// The pieces of a text that stand in backticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// Every file below a folder of the project that ends in `.rs`.
fn sources(folder: &str) -> Vec<PathBuf> {
    let mut open = vec![project().join(folder)];
    let mut found = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                found.push(path);
            }
        }
    }
    found
}
