//! `docs/coverage.md`: every requirement once, and nothing named that is not there.

use std::collections::{BTreeMap, BTreeSet};

use super::{project, quoted, read, rows, sources};

/// How many requirements each of the five source documents holds.
const DOCUMENTS: [u16; 5] = [53, 57, 72, 86, 52];

struct Row {
    id: String,
    state: String,
    place: String,
    tests: String,
}

fn table() -> Vec<Row> {
    let rows = rows(&read("docs/coverage.md")).into_iter().filter(|cells| cells.len() == 5);
    rows.map(|cells| {
        let [id, _, state, place, tests] = <[String; 5]>::try_from(cells).unwrap();
        Row { id, state, place, tests }
    })
    .collect()
}

#[test]
fn every_requirement_stands_there_exactly_once() {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for row in table() {
        *seen.entry(row.id).or_default() += 1;
    }
    let mut wrong = Vec::new();
    for (document, count) in DOCUMENTS.into_iter().enumerate() {
        for number in 1..=count {
            let id = format!("S{document}.{number}");
            match seen.remove(&id) {
                Some(1) => {}
                times => wrong.push(format!("{id}: {} times", times.unwrap_or(0))),
            }
        }
    }
    wrong.extend(seen.into_keys().map(|id| format!("{id}: no such requirement")));
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_is_there_says_where_and_how_it_is_tested() {
    let mut wrong = Vec::new();
    for Row { id, state, place, tests } in table() {
        let planned = state.starts_with("planned");
        if !(planned || state == "done" || state == "part") {
            wrong.push(format!("{id}: no such state: {state}"));
        }
        if !planned && (place.is_empty() || tests.is_empty()) {
            wrong.push(format!("{id}: {state}, but without a place or a test"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_file_and_test_that_is_named_exists() {
    let functions = functions();
    let mut wrong = Vec::new();
    for Row { id, place, tests, .. } in table() {
        for name in quoted(&place).chain(quoted(&tests)).filter(|name| is_path(name)) {
            if !project().join(name).exists() {
                wrong.push(format!("{id}: {name} is not there"));
            }
        }
        for name in quoted(&tests).filter(|name| !is_path(name) && !name.contains(' ')) {
            if !functions.contains(name) {
                wrong.push(format!("{id}: no test {name}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// A path below one of the folders of the project, or a file at its top.
fn is_path(name: &str) -> bool {
    let folders = ["src/", "tests/", "benches/", "data/", "docs/", "scripts/", "examples/"];
    folders.iter().any(|folder| name.starts_with(folder))
        || [".rs", ".toml", ".md"].iter().any(|end| name.ends_with(end))
}

/// The names of all functions of program, tests and benches.
fn functions() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for path in ["src", "tests", "benches"].into_iter().flat_map(sources) {
        let text = std::fs::read_to_string(path).unwrap();
        for after in text.split("fn ").skip(1) {
            let name = |sign: char| sign.is_alphanumeric() || sign == '_';
            names.insert(after.chars().take_while(|sign| name(*sign)).collect());
        }
    }
    names
}
