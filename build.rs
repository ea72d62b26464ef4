//! Turns the data a person edits (`data/taxonomy.json`, `data/exercises/*.toml`,
//! `data/graphs/*.toml`) into the compact JSON the binary embeds: the serde form of
//! `library::LibraryData`, its exercises apart in two halves that are read at the same time. A mistake in the data stops the build and names file,
//! entry and key. What needs the whole catalogue (cycles, levels along edges) is
//! `library::Library::new`'s to check.

#![expect(
    clippy::disallowed_methods,
    reason = "a build script is told its folder by the environment, and its exit code stops the build"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

#[path = "build/exercise.rs"]
mod exercise;
#[path = "build/fields.rs"]
mod fields;

use exercise::exercise;
use fields::{Checked, list, only_keys, show, text};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=data/taxonomy.json");
    println!("cargo::rerun-if-changed=data/exercises");
    println!("cargo::rerun-if-changed=data/graphs");
    let folder = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let written = library().and_then(|mut data| {
        // Lets a start see that the database holds this library without reading either.
        println!("cargo::rustc-env=PLANWRIGHT_LIBRARY={}", hex(&Sha256::digest(data.to_string())));
        let exercises = data.as_object_mut().and_then(|data| data.remove("exercises"));
        let mut first = match exercises {
            Some(Value::Array(exercises)) => exercises,
            _ => Vec::new(),
        };
        let second = first.split_off(first.len() / 2);
        let files =
            [("exercises-1", json!(first)), ("exercises-2", json!(second)), ("library", data)];
        files.into_iter().try_for_each(|(name, value)| {
            let out = folder.join(name).with_extension("json");
            fs::write(&out, value.to_string())
                .map_err(|error| format!("{}: {error}", out.display()))
        })
    });
    if let Err(error) = written {
        // one line, without the backtrace a panic would bury it under
        println!("cargo::error={error}");
        std::process::exit(1);
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}"); // a String takes everything
        text
    })
}

fn library() -> Checked<Value> {
    let taxonomy = Taxonomy::read(Path::new("data/taxonomy.json"))?;
    let mut exercises: BTreeMap<String, Value> = BTreeMap::new();
    for (file, table) in toml_files("data/exercises")? {
        only_keys(&table, &["exercise"]).map_err(|error| format!("{file}: {error}"))?;
        for entry in list(&table, "exercise").map_err(|error| format!("{file}: {error}"))? {
            let id = entry.get("id").and_then(Value::as_str).unwrap_or("(entry without id)");
            let place = format!("{file}: {id}");
            let mapped = exercise(&entry, &taxonomy).map_err(|e| format!("{place}: {e}"))?;
            if exercises.insert(id.to_owned(), mapped).is_some() {
                return Err(format!("{place}: this id is used twice; rename one of the entries"));
            }
        }
    }
    for (id, entry) in &exercises {
        let parts = entry.pointer("/kind/parts").and_then(Value::as_array);
        for part in parts.into_iter().flatten() {
            known_exercise(&exercises, part, "exercise")
                .map_err(|error| format!("data/exercises: {id}: parts: {error}"))?;
        }
    }
    let mut graphs: BTreeMap<String, Value> = BTreeMap::new();
    for (file, table) in toml_files("data/graphs")? {
        let graph =
            graph(&table, &taxonomy, &exercises).map_err(|error| format!("{file}: {error}"))?;
        let id = text(&table, "id").map_err(|error| format!("{file}: {error}"))?;
        if graphs.insert(id.clone(), graph).is_some() {
            return Err(format!("{file}: graph id {id} is used twice"));
        }
    }
    Ok(json!({
        "exercises": exercises.into_values().collect::<Vec<_>>(),
        "graphs": graphs.into_values().collect::<Vec<_>>(),
        "catalogues": taxonomy.lists,
    }))
}

/// The catalogue lists, and the ids of each.
struct Taxonomy {
    lists: Value,
    ids: BTreeMap<String, BTreeSet<String>>,
}

impl Taxonomy {
    fn read(path: &Path) -> Checked<Self> {
        let place = path.display();
        let json = fs::read_to_string(path).map_err(|error| format!("{place}: {error}"))?;
        let lists: Value =
            serde_json::from_str(&json).map_err(|error| format!("{place}: {error}"))?;
        let mut ids = BTreeMap::new();
        for (name, entries) in lists.as_object().ok_or(format!("{place}: not an object"))? {
            let mut known = BTreeSet::new();
            for entry in entries.as_array().ok_or(format!("{place}: {name} is no list"))? {
                let id = text(entry, "id").map_err(|error| format!("{place}: {name}: {error}"))?;
                if !known.insert(id.clone()) {
                    return Err(format!("{place}: {name}: id {id} is used twice"));
                }
            }
            ids.insert(name.clone(), known);
        }
        Ok(Self { lists, ids })
    }

    fn check(&self, list: &str, id: &str) -> Checked<()> {
        if self.ids.get(list).is_some_and(|ids| ids.contains(id)) {
            Ok(())
        } else {
            Err(format!("{id} is not among the {list} of data/taxonomy.json"))
        }
    }
}

/// One graph file as the serde form of `domain::ProgressionGraph`.
fn graph(
    table: &Value,
    taxonomy: &Taxonomy,
    exercises: &BTreeMap<String, Value>,
) -> Checked<Value> {
    only_keys(table, &["id", "en", "de", "focus", "edges"])?;
    let mut seen = BTreeSet::new();
    let mut edges = Vec::new();
    for edge in list(table, "edges")? {
        let place = format!("edge {} -> {}", show(&edge, "from"), show(&edge, "to"));
        let harder = || -> Checked<Value> {
            only_keys(&edge, &["from", "to", "en", "de"])?;
            known_exercise(exercises, &edge, "from")?;
            known_exercise(exercises, &edge, "to")?;
            Ok(json!({ "en": text(&edge, "en")?, "de": text(&edge, "de")? }))
        };
        let harder = harder().map_err(|error| format!("{place}: {error}"))?;
        let (from, to) = (show(&edge, "from"), show(&edge, "to"));
        if !seen.insert((from.clone(), to.clone())) {
            return Err(format!("{place}: stands here twice"));
        }
        edges.push(json!({ "from": from, "to": to, "harder": harder }));
    }
    let mut graph = Map::new();
    graph.insert("id".to_owned(), json!(text(table, "id")?));
    graph.insert("name".to_owned(), json!({ "en": text(table, "en")?, "de": text(table, "de")? }));
    if table.get("focus").is_some() {
        let focus = text(table, "focus")?;
        taxonomy.check("focus_areas", &focus).map_err(|error| format!("focus: {error}"))?;
        graph.insert("focus".to_owned(), json!(focus));
    }
    graph.insert("edges".to_owned(), json!(edges));
    Ok(Value::Object(graph))
}

fn known_exercise(exercises: &BTreeMap<String, Value>, table: &Value, key: &str) -> Checked<()> {
    let id = text(table, key)?;
    if exercises.contains_key(&id) {
        Ok(())
    } else {
        Err(format!("{key}: no exercise is called {id}"))
    }
}

/// The TOML files of a folder by name; a folder that is missing or empty gives none.
fn toml_files(folder: &str) -> Checked<Vec<(String, Value)>> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(Vec::new()) };
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    paths.sort();
    let mut files = Vec::new();
    for path in paths {
        let place = path.display().to_string();
        let text = fs::read_to_string(&path).map_err(|error| format!("{place}: {error}"))?;
        let table = toml::from_str(&text).map_err(|error| format!("{place}: {error}"))?;
        files.push((place, table));
    }
    Ok(files)
}
