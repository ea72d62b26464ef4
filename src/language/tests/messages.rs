//! The message files against each other and against the code.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_bundle::FluentResource;

use super::sources::literals;
use crate::domain::{Bilingual, Lang, Message};
use crate::language::Catalogue;
use crate::language::catalogue::sources;

/// The variables of every key of a language, and the keys that other sentences refer to.
fn keys(lang: Lang) -> (BTreeMap<String, BTreeSet<String>>, BTreeSet<String>) {
    let mut keys = BTreeMap::new();
    let mut referred = BTreeSet::new();
    for (module, text) in sources(lang) {
        if let Err((_, errors)) = FluentResource::try_new((*text).to_owned()) {
            panic!("{}/{module}.ftl: {errors:?}", lang.code());
        }
        let mut current: Option<String> = None;
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if line.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
                let (key, _) = line.split_once('=').unwrap_or_else(|| panic!("{module}: {line}"));
                let key = key.trim().to_owned();
                keys.insert(key.clone(), BTreeSet::new());
                current = Some(key);
            }
            let Some(key) = &current else { continue };
            let word = |text: &str| {
                let letters = text.chars();
                letters
                    .take_while(|letter| letter.is_alphanumeric() || "-_".contains(*letter))
                    .collect::<String>()
            };
            keys.get_mut(key).unwrap().extend(line.split('$').skip(1).map(word));
            referred.extend(line.split('{').skip(1).map(|part| word(part.trim_start())));
        }
    }
    (keys, referred)
}

#[test]
fn every_message_file_is_loaded() {
    for lang in Lang::ALL {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/messages").join(lang.code());
        let on_disk: BTreeSet<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned())
            .collect();
        let loaded = sources(lang).iter().map(|(module, _)| (*module).to_owned()).collect();
        assert_eq!(on_disk, loaded);
    }
}

/// All modules share one catalogue, so a key belongs to one of them only.
#[test]
fn every_key_stands_once() {
    for lang in Lang::ALL {
        let mut owners: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (module, text) in sources(lang) {
            for (key, _) in text.lines().filter_map(|line| line.split_once(" =")) {
                if key.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
                    owners.entry(key).or_default().push(module);
                }
            }
        }
        owners.retain(|_, modules| modules.len() > 1);
        assert!(owners.is_empty(), "{}: {owners:#?}", lang.code());
    }
}

#[test]
fn both_languages_hold_the_same_keys_with_the_same_variables() {
    let (en, _) = keys(Lang::En);
    let (de, _) = keys(Lang::De);
    let missing = |from: &BTreeMap<String, _>, of: &BTreeMap<String, _>| {
        of.keys().filter(|key| !from.contains_key(*key)).cloned().collect::<Vec<String>>()
    };
    assert_eq!(missing(&de, &en), Vec::<String>::new(), "German lacks these");
    assert_eq!(missing(&en, &de), Vec::<String>::new(), "English lacks these");
    for (key, variables) in &en {
        assert_eq!(variables, &de[key], "variables of {key}");
    }
    for key in en.keys() {
        assert!(Catalogue::load(Lang::En).has(key) && Catalogue::load(Lang::De).has(key), "{key}");
    }
}

#[test]
fn every_message_the_code_names_exists_and_gets_its_values() {
    let (known, _) = keys(Lang::En);
    let literals = literals();
    let mut problems = Vec::new();
    for literal in &literals {
        if !(literal.before.ends_with("Message::new(") || literal.before.ends_with("say(")) {
            continue;
        }
        let file = literal.file.display();
        match known.get(&literal.text) {
            None => problems.push(format!("{file}: {} is in no message file", literal.text)),
            Some(variables) => {
                let given = |name: &String| {
                    literals.iter().any(|other| other.file == literal.file && other.text == *name)
                };
                for name in variables.iter().filter(|name| !given(name)) {
                    problems.push(format!("{file}: {} is not given ${name}", literal.text));
                }
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// A key counts as used when the code holds it as a literal, builds it from a literal that is its
/// start (`"lint-{rule}"`, `"command-"`), or another sentence refers to it.
#[test]
fn no_message_is_left_over() {
    let (known, referred) = keys(Lang::En);
    let literals = literals();
    let whole: BTreeSet<&str> = literals.iter().map(|literal| literal.text.as_str()).collect();
    let starts: BTreeSet<&str> = literals
        .iter()
        .filter_map(|literal| {
            let open = literal.text.split_once('{').map(|(start, _)| start);
            open.or_else(|| literal.text.ends_with('-').then_some(literal.text.as_str()))
        })
        .filter(|start| start.len() > 2 && start.ends_with('-') && !start.contains(' '))
        .collect();
    let unused: Vec<&String> = known
        .keys()
        .filter(|key| !whole.contains(key.as_str()) && !referred.contains(*key))
        .filter(|key| !starts.iter().any(|start| key.starts_with(start)))
        .collect();
    assert!(unused.is_empty(), "no code says {unused:#?}");
}

#[test]
fn values_are_written_in_the_language() {
    let text = |lang, message: &Message| Catalogue::load(lang).text(message);
    let one = Message::new("error-edit-position").with("at", 2.5).with("len", 1_u8);
    assert_eq!(text(Lang::En, &one), "Position 2.5 lies behind the end; there is 1 place.");
    assert_eq!(text(Lang::De, &one), "Position 2,5 liegt hinter dem Ende; es gibt nur 1 Platz.");

    let named = Message::new("error-graph-cycle")
        .with("graph", Bilingual::new("Falling", "Fallschule"))
        .with("exercise", Message::new("nested-key"));
    assert_eq!(
        text(Lang::De, &named),
        "Die Progression „Fallschule“ führt zu „nested-key“ zurück; ein Schritt davon muss weg."
    );
}

#[test]
fn values_cannot_steer_the_terminal() {
    let evil = Message::new("error-edit-duplicate").with("id", "a\u{1b}]0;x\u{7}\u{202e}b\nc");
    assert_eq!(Catalogue::load(Lang::En).text(&evil), "“ab c” is in this unit already.");
}

#[test]
fn a_missing_key_stands_for_itself() {
    let message = Message::new("no-such-message").with("n", 1_u8);
    assert_eq!(Catalogue::load(Lang::En).text(&message), "no-such-message");
    assert!(!Catalogue::load(Lang::En).has("no-such-message"));
}
