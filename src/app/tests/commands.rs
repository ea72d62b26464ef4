//! The command table holds together.

use std::collections::BTreeSet;

use crate::app::{Command, Hint, Key, Keymap, KeymapError, Scope, TABLE};
use crate::domain::Lang;
use crate::language::Catalogue;

#[test]
fn every_command_has_a_name_of_its_own_and_a_sentence_in_both_languages() {
    let mut names = BTreeSet::new();
    for row in TABLE {
        assert!(names.insert(row.name), "{} stands twice in the table", row.name);
        for lang in Lang::ALL {
            let catalogue = Catalogue::load(lang);
            assert!(catalogue.has(&format!("command-{}", row.name)), "{} {lang:?}", row.name);
            if row.hint == Hint::Shown {
                assert!(catalogue.has(&format!("hint-{}", row.name)), "{} {lang:?}", row.name);
            }
        }
    }
}

#[test]
fn the_default_keys_clash_nowhere_and_read_back_as_written() {
    Keymap::new([]).unwrap();
    for row in TABLE {
        for name in row.keys {
            let key: Key = name.parse().unwrap();
            assert_eq!(key.to_string(), *name);
        }
    }
}

#[test]
fn overrides_replace_the_keys_of_a_command_and_mistakes_are_named() {
    let keys = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let undo = keys(&["ctrl-u"]);
    let keymap = Keymap::new([("undo", undo.as_slice())]).unwrap();
    let at = |name: &str| keymap.command(Scope::Plan, name.parse().unwrap());
    assert_eq!(at("ctrl-u"), Some(Command::Undo));
    assert_eq!(at("u"), None);

    let wrong = keys(&["ctrl-"]);
    assert!(matches!(Keymap::new([("undo", wrong.as_slice())]), Err(KeymapError::Key { .. })));
    assert!(matches!(
        Keymap::new([("undoo", undo.as_slice())]),
        Err(KeymapError::Command(name)) if name == "undoo"
    ));
    let taken = keys(&["q"]);
    assert!(matches!(Keymap::new([("undo", taken.as_slice())]), Err(KeymapError::Clash { .. })));
}

#[test]
fn a_pane_falls_back_to_the_keys_that_work_everywhere_and_overlays_do_not() {
    let keymap = Keymap::new([]).unwrap();
    assert_eq!(keymap.command(Scope::Plan, Key::char('q')), Some(Command::Quit));
    assert_eq!(keymap.command(Scope::Picker, Key::char('q')), None);
}
