//! Every prescription in the built-in library is one.

use std::fs;
use std::path::Path;

use crate::notation::parse;

/// Every text below a key called `dose`, whatever it hangs on.
fn doses(value: &toml::Value, inside: bool, found: &mut Vec<String>) {
    match value {
        toml::Value::Table(table) => {
            for (key, value) in table {
                doses(value, inside || key == "dose", found);
            }
        }
        toml::Value::Array(values) => values.iter().for_each(|value| doses(value, inside, found)),
        toml::Value::String(text) if inside => found.push(text.clone()),
        _ => {}
    }
}

#[test]
fn the_library_prescribes_in_this_notation() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/exercises");
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        doses(&toml::Value::Table(text.parse().unwrap()), false, &mut found);
    }
    assert!(found.len() > 100, "only {} doses found", found.len());
    let wrong: Vec<String> = found
        .iter()
        .filter_map(|dose| parse(dose).err().map(|error| format!("{dose}: {error}")))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
