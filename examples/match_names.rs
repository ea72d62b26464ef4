//! Matches names from standard input against a library file and prints one JSON line per name.
//! Without `--library` the built-in library is used.
//!
//! `cargo run --release --example match_names -- --library FILE [--no-bridge] < names`

use std::io::{BufRead, Write};

use planwright::import::read_library;
use planwright::library::{Library, builtin};
use planwright::matching::Matcher;

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let file = arguments.iter().position(|a| a == "--library").and_then(|at| arguments.get(at + 1));
    let ours = Library::from_data(builtin()?)?;
    let bridge = (!arguments.iter().any(|a| a == "--no-bridge")).then_some(&ours);
    let matcher = match file {
        Some(file) => Matcher::new(read_library(&std::fs::read_to_string(file)?)?, bridge),
        None => Matcher::for_library(&ours),
    };
    let mut out = std::io::stdout().lock();
    for name in std::io::stdin().lock().lines() {
        let name = name?;
        let found = matcher.find(&name, 5);
        let matches: Vec<_> = found
            .candidates
            .iter()
            .map(|c| serde_json::json!({"id": c.id, "name": c.name, "confidence": c.confidence}))
            .collect();
        let line = serde_json::json!({"query": name, "band": found.band.id(), "matches": matches});
        writeln!(out, "{line}")?;
    }
    Ok(())
}
