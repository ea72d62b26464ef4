//! Holds the source tree against the house rules: who may use whom, no cycles between neighbours,
//! files of readable length, names that say something. The table is that of `ARCHITECTURE.md`.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a source tree that cannot be read fails the test as it should"
)]

#[path = "architecture/sources.rs"]
mod sources;

use std::collections::{BTreeMap, BTreeSet};

use sources::{Source, paths, sources};

/// The modules in dependency order, each with those it may use, in groups.
const TABLE: &[(&str, &[&[&str]])] = &[
    ("domain", &[&[]]),
    ("language", &[&["domain"]]),
    ("notation", &[&["domain", "language"]]),
    ("llm", &[&["domain", "language"]]),
    ("library", &[&["domain", "language"]]),
    ("training", &[&["domain", "language", "notation", "library"]]),
    ("matching", &[&["domain", "language", "library"]]),
    ("retrieval", &[&["domain", "language", "library", "training", "matching"]]),
    ("lint", &[&["domain", "language", "notation", "library", "training"]]),
    ("planner", &[&["domain", "language", "notation", "library", "training", "retrieval", "lint"]]),
    ("import", &[&["domain", "language", "notation", "library", "matching"]]),
    ("export", &[&["domain", "language", "notation", "library", "training"]]),
    ("assist", &[ENGINES]),
    ("generation", &[ENGINES, &["assist"]]),
    ("store", &[&["domain", "llm"]]),
    ("config", &[&["domain", "language", "llm"]]),
    ("app", &[ENGINES, &["assist", "generation", "config"]]),
    ("view", &[ENGINES, &["assist", "generation", "config", "app"]]),
    ("runtime", &[ENGINES, &["assist", "generation", "store", "config", "app"]]),
    ("session", &[ENGINES, &["assist", "generation", "store", "config", "app", "view", "runtime"]]),
    (
        "cli",
        &[
            ENGINES,
            &["assist", "generation", "store", "config", "app", "view", "runtime", "session"],
        ],
    ),
];

/// Everything a plan passes through before it is a job.
const ENGINES: &[&str] = &[
    "domain",
    "language",
    "notation",
    "llm",
    "library",
    "training",
    "matching",
    "retrieval",
    "lint",
    "planner",
    "import",
    "export",
];

/// The panes: each has a file of its name in `app/` and in `view/`.
const PANES: &[&str] =
    &["plan", "suggest", "import", "generate", "log", "overview", "library", "people"];

/// Longest file, in lines.
const LINES: usize = 400;

#[test]
fn the_table_is_in_dependency_order_and_names_every_folder() {
    let names: Vec<&str> = TABLE.iter().map(|(name, _)| *name).collect();
    for (at, (name, _)) in TABLE.iter().enumerate() {
        for used in allowed(name) {
            let place = names.iter().position(|known| *known == used);
            assert!(place.is_some_and(|place| place < at), "{name} may use {used}, which is below");
        }
    }
    let folders: BTreeSet<String> =
        sources().iter().filter_map(|source| source.module.first().cloned()).collect();
    assert_eq!(folders, names.iter().map(|name| (*name).to_owned()).collect());
}

#[test]
fn modules_use_only_what_the_table_allows() {
    let mut wrong = BTreeSet::new();
    for source in production() {
        let Some(own) = source.module.first() else { continue };
        let allowed = allowed(own);
        for path in paths(&source) {
            let Some(used) = path.first() else { continue };
            if TABLE.iter().any(|(name, _)| name == used)
                && used != own
                && !allowed.contains(used.as_str())
            {
                wrong.insert(format!("{} uses {}", source.file, path.join("::")));
            }
        }
    }
    nothing(wrong);
}

/// Neighbours in one folder may use each other in one direction only; what they share belongs to
/// their parent or to a third.
#[test]
fn neighbours_make_no_cycle() {
    // parent module → (user, used) → where
    let mut graphs: BTreeMap<Vec<String>, BTreeMap<(String, String), String>> = BTreeMap::new();
    let sources = production();
    let modules: BTreeSet<&[String]> =
        sources.iter().map(|source| source.module.as_slice()).collect();
    for source in &sources {
        for path in paths(source) {
            let shared =
                source.module.iter().zip(&path).take_while(|(own, used)| own == used).count();
            let (Some(own), Some(used)) = (source.module.get(shared), path.get(shared)) else {
                continue;
            };
            // a path may also lead to an item of the parent; the table judges the top level
            if shared > 0 && modules.contains(&path[..=shared]) {
                graphs
                    .entry(path[..shared].to_vec())
                    .or_default()
                    .entry((own.clone(), used.clone()))
                    .or_insert_with(|| format!("{} uses {}", source.file, path.join("::")));
            }
        }
    }
    let mut wrong = BTreeSet::new();
    for (parent, mut edges) in graphs {
        // take away who uses nobody or is used by nobody until nothing changes: the rest is cyclic
        loop {
            let before = edges.len();
            let users: BTreeSet<String> = edges.keys().map(|(user, _)| user.clone()).collect();
            let used: BTreeSet<String> = edges.keys().map(|(_, used)| used.clone()).collect();
            edges.retain(|(from, to), _| users.contains(to) && used.contains(from));
            if edges.len() == before {
                break;
            }
        }
        for place in edges.into_values() {
            wrong.insert(format!("{}: in a cycle, {place}", parent.join("::")));
        }
    }
    nothing(wrong);
}

#[test]
fn files_are_readable() {
    let mut wrong = BTreeSet::new();
    for source in sources() {
        let lines = source.text.lines().count();
        if lines > LINES {
            wrong.insert(format!("{} has {lines} lines; split it", source.file));
        }
        if !source.text.starts_with("//!") {
            wrong.insert(format!("{} does not say what it does (//!)", source.file));
        }
        for part in &source.module {
            if ["util", "common", "helper", "manager", "misc"]
                .iter()
                .any(|name| part.contains(name))
            {
                wrong.insert(format!("{}: {part} is no name for a thing", source.file));
            }
        }
    }
    nothing(wrong);
}

#[test]
fn code_keeps_the_manners() {
    let mut wrong = BTreeSet::new();
    for source in sources() {
        for line in source.code.lines().map(str::trim) {
            let imports = line.starts_with("use ") || line.starts_with("pub use ");
            let customary = line.contains("prelude::*") || line == "use super::*;";
            if imports && line.contains('*') && !(source.is_test && customary) {
                wrong.insert(format!("{}: glob import: {line}", source.file));
            }
            if line.contains("static mut ") {
                wrong.insert(format!("{}: {line}", source.file));
            }
            if line.starts_with("mod tests {") || line.starts_with("mod test {") {
                wrong.insert(format!("{}: tests stand in a sibling tests.rs", source.file));
            }
        }
    }
    nothing(wrong);
}

#[test]
fn app_and_view_mirror_each_other() {
    let has = |module: &str, pane: &str| {
        sources()
            .iter()
            .any(|source| source.module.starts_with(&[module.to_owned(), pane.to_owned()]))
    };
    let wrong = PANES
        .iter()
        .filter(|pane| has("view", pane) != has("app", pane))
        .map(|pane| format!("{pane} is in one of app/ and view/ only"))
        .collect();
    nothing(wrong);
}

fn allowed(module: &str) -> BTreeSet<&'static str> {
    TABLE
        .iter()
        .filter(|(name, _)| *name == module)
        .flat_map(|(_, groups)| groups.iter().flat_map(|group| group.iter().copied()))
        .collect()
}

/// The files that are not tests: a test may use what it needs.
fn production() -> Vec<Source> {
    sources().into_iter().filter(|source| !source.is_test).collect()
}

#[track_caller]
fn nothing(wrong: BTreeSet<String>) {
    let lines: Vec<String> = wrong.into_iter().collect();
    assert!(lines.is_empty(), "\n{}", lines.join("\n"));
}
