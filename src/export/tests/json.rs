//! JSON written to terminals.

use serde_json::{Value, json};

use super::super::{Layout, write_json};
use crate::language::steers;

fn line(value: &Value) -> String {
    let mut out = Vec::new();
    write_json(&mut out, value, Layout::Line).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn steering_characters_are_escaped_and_nothing_is_lost() {
    let hostile = "a\u{1b}[31m\u{9b}2J\u{7f} \u{202e}abc\u{200b}\u{feff} \u{e0041} 👨\u{200d}👩 ü „ok“\u{2028}\n";
    let value = json!({ hostile: [hostile, 1, null] });
    let text = line(&value);
    assert!(!text.chars().any(steers), "{text:?}");
    assert!(
        text.contains(
            r"\u009b2J\u007f \u202eabc\u200b\ufeff \udb40\udc41 👨\u200d👩 ü „ok“\u2028\n"
        ),
        "{text}"
    );
    assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
}

#[test]
fn ordinary_text_is_written_as_serde_writes_it() {
    let value = json!({ "name": "Kniebeuge \"tief\" 🏋️ é", "list": [1.5, true, {}, []] });
    assert_eq!(line(&value), value.to_string());
    let mut out = Vec::new();
    write_json(&mut out, &value, Layout::Indented).unwrap();
    assert_eq!(String::from_utf8(out).unwrap(), serde_json::to_string_pretty(&value).unwrap());
}
