//! Whole texts with the traits that real ones have, against what a coach would put into rows:
//! `texts/NAME.txt` holds the text, `texts/NAME.rows` one row per line as
//! `line|group|name|prescription|format`, and `#title|day|rounds|cap|format` before each section.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use crate::domain::Lang;
use crate::import::{Draft, ReadOptions, read};
use crate::library::{Library, builtin};
use crate::matching::Matcher;

static MATCHER: LazyLock<Matcher> =
    LazyLock::new(|| Matcher::for_library(&Library::from_data(builtin().unwrap()).unwrap()));

/// The rows of a draft as the files hold them.
fn written(draft: &Draft) -> String {
    let json = draft.to_json(Lang::En);
    let text = |value: &serde_json::Value| match value {
        serde_json::Value::Null => String::new(),
        serde_json::Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let mut out = String::new();
    for section in json["sections"].as_array().unwrap() {
        let day = text(&section["day"]["title"]);
        let (rounds, cap) = (text(&section["rounds"]), text(&section["cap_s"]));
        let head = (text(&section["title"]), day, rounds, cap, text(&section["format"]));
        writeln!(out, "#{}|{}|{}|{}|{}", head.0, head.1, head.2, head.3, head.4).unwrap();
        for item in section["items"].as_array().unwrap() {
            let dose = text(&item["prescription"]["text"]);
            let (line, group, name) =
                (text(&item["line"]), text(&item["group"]), text(&item["name"]));
            writeln!(out, "{line}|{group}|{name}|{dose}|{}", text(&item["format"])).unwrap();
        }
    }
    out
}

#[test]
fn texts_become_the_rows_a_coach_would_write() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/import/text/tests/texts");
    let mut texts: Vec<_> =
        fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path()).collect();
    texts.retain(|path| path.extension().is_some_and(|end| end == "txt"));
    texts.sort();
    assert!(texts.len() >= 36, "texts are missing");
    let mut wrong = String::new();
    for path in texts {
        let text = fs::read_to_string(&path).unwrap();
        let expected = fs::read_to_string(path.with_extension("rows")).unwrap();
        let found = written(&read(&text, &MATCHER, &ReadOptions::default()));
        if found != expected {
            writeln!(wrong, "{}\nexpected:\n{expected}found:\n{found}", path.display()).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
