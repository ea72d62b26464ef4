//! Tables that are made from the code: the keys and the lint rules.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::path::Path;

use planwright::app::{Keymap, Scope, TABLE};
use planwright::domain::{Lang, Message};
use planwright::language::Catalogue;
use planwright::lint::{Rule, rules};

use super::read;

/// Below this line a page is made from the code.
const BORDER: &str = "<!-- made from the code; a test says how to renew it -->\n";

#[test]
fn the_keys_are_those_of_the_command_table() {
    holds("docs/keys.md", &keys());
}

#[test]
fn the_rules_are_those_of_the_linter() {
    holds("docs/lint.md", &lint());
}

/// Compares a page with what the code says, and leaves the right one where it can be copied from.
fn holds(page: &str, made: &str) {
    let text = read(page);
    let (head, found) = text.split_once(BORDER).unwrap_or_else(|| panic!("{page}: no {BORDER}"));
    if found != made {
        let name = Path::new(page).file_name().unwrap();
        let right = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::write(&right, format!("{head}{BORDER}{made}")).unwrap();
        panic!("{page} differs from the code: cp {} {page}", right.display());
    }
}

/// The scopes in the order of help.
const SCOPES: [Scope; 25] = [
    Scope::Plan,
    Scope::Suggest,
    Scope::Log,
    Scope::Everywhere,
    Scope::Review,
    Scope::Source,
    Scope::Form,
    Scope::Entry,
    Scope::Picker,
    Scope::Findings,
    Scope::Overview,
    Scope::Changes,
    Scope::Offer,
    Scope::UnitOffer,
    Scope::Compare,
    Scope::Page,
    Scope::Library,
    Scope::LibraryList,
    Scope::LibraryDetail,
    Scope::LibrarySearch,
    Scope::LibraryFacets,
    Scope::LibraryForm,
    Scope::LibraryChoice,
    Scope::LibraryLists,
    Scope::LibraryKept,
];

fn keys() -> String {
    let keymap = Keymap::new(std::iter::empty()).unwrap();
    let catalogue = Catalogue::load(Lang::En);
    let say = |id: String| catalogue.text(&Message { id: Cow::Owned(id), args: Vec::new() });
    let mut page = String::new();
    for scope in SCOPES {
        let heading = say(format!("scope-{scope:?}").to_lowercase());
        write!(page, "\n## {heading}\n\n| key | does | name |\n|---|---|---|\n").unwrap();
        for row in TABLE.iter().filter(|row| row.scope == scope) {
            let keys = keymap.keys_of(row.command);
            let keys: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
            let does = say(format!("command-{}", row.name));
            writeln!(page, "| {} | {does} | `{}` |", keys.join(" "), row.name).unwrap();
        }
    }
    assert_eq!(
        page.lines().filter(|line| line.starts_with("| `")).count(),
        TABLE.len(),
        "every command stands in one of the scopes and has a key"
    );
    page
}

const FAMILIES: [(&str, &str); 12] = [
    ("STR", "Structure"),
    ("EQP", "Equipment"),
    ("SAF", "Safety"),
    ("VOL", "Weekly volume"),
    ("LOD", "Load over time"),
    ("BAL", "Balance"),
    ("ORD", "Order in the unit"),
    ("PRE", "Prescriptions"),
    ("PRG", "Progression"),
    ("GRP", "Groups"),
    ("LLM", "Plans written by a model"),
    ("IMP", "Imported plans"),
];

fn lint() -> String {
    let mut page = String::new();
    writeln!(page, "\nAll {} rules work.", rules().len()).unwrap();
    let mut shown = 0;
    for (family, title) in FAMILIES {
        write!(page, "\n## {title}\n\n| rule | severity | says | looks for | mended by |\n")
            .unwrap();
        page.push_str("|---|---|---|---|---|\n");
        for rule in rules().iter().filter(|rule| rule.id.id().starts_with(family)) {
            row(&mut page, rule);
            shown += 1;
        }
    }
    assert_eq!(shown, rules().len(), "every rule belongs to a family");
    page
}

fn row(page: &mut String, rule: &Rule) {
    let Rule { id, severity, .. } = rule;
    let cell = |text: &str| text.replace('|', "or");
    let (says, condition, fix) = (cell(&rule.message_en), cell(&rule.condition), cell(&rule.fix));
    writeln!(page, "| {id} | {severity} | {says} | {condition} | {fix} |").unwrap();
}
