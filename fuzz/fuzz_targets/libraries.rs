//! Libraries of others: wger, free-exercise-db, TOML, CSV, names.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planwright::import::read_library;
use planwright::matching::Matcher;

fuzz_target!(|text: &str| {
    if let Ok(entries) = read_library(text) {
        let first = entries.first().and_then(|entry| entry.names.first()).cloned();
        let matcher = Matcher::new(entries, None);
        if let Some(name) = first {
            let _ = matcher.find(&name, 5);
        }
    }
});
