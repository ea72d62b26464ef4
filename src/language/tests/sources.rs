//! The string literals of the program's own sources, so that the message files can be held
//! against the code that uses them.

use std::fs;
use std::path::{Path, PathBuf};

/// One string literal outside tests and comments.
pub(super) struct Literal {
    pub file: PathBuf,
    /// What stands between the quotes, escapes as written.
    pub text: String,
    /// Up to 40 characters of code before it, without white space at the end.
    pub before: String,
}

/// Every literal of `src`, tests left out.
pub(super) fn literals() -> Vec<Literal> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            if name == "tests" {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                scan(&fs::read_to_string(&path).unwrap(), &path, &mut found);
            }
        }
    }
    found
}

fn scan(code: &str, file: &Path, found: &mut Vec<Literal>) {
    let letters: Vec<char> = code.chars().collect();
    let starts = |at: usize, what: &str| {
        what.chars().enumerate().all(|(i, letter)| letters.get(at + i) == Some(&letter))
    };
    let mut at = 0;
    while at < letters.len() {
        if starts(at, "//") {
            while at < letters.len() && letters[at] != '\n' {
                at += 1;
            }
        } else if starts(at, "'\"'") || starts(at, "'\\\"'") {
            at += if letters[at + 1] == '\\' { 4 } else { 3 };
        } else if letters[at] == '"' {
            let hashes = letters[..at].iter().rev().take_while(|letter| **letter == '#').count();
            let raw = at > hashes && letters[at - hashes - 1] == 'r';
            let end = if raw { format!("\"{}", "#".repeat(hashes)) } else { "\"".to_owned() };
            let from = at + 1;
            at = from;
            while at < letters.len() && !starts(at, &end) {
                at += if letters[at] == '\\' && !raw { 2 } else { 1 };
            }
            let before: String = letters[from.saturating_sub(41)..from - 1].iter().collect();
            found.push(Literal {
                file: file.to_owned(),
                text: letters[from..at.min(letters.len())].iter().collect(),
                before: before.trim_end().to_owned(),
            });
            at += end.len();
        } else {
            at += 1;
        }
    }
}

#[test]
fn literals_are_found_and_comments_are_not() {
    let mut found = Vec::new();
    let raw = format!("let b = r{0}\"raw \"two\"\"{0};", '#');
    let code = "// \"no\"\nlet a = Message::new(\"yes-one\"); let q = '\"'; say(\"a\\\"b\");";
    let code = &format!("{code}{raw}");
    scan(code, Path::new("x.rs"), &mut found);
    let texts: Vec<&str> = found.iter().map(|literal| literal.text.as_str()).collect();
    assert_eq!(texts, ["yes-one", "a\\\"b", "raw \"two\""]);
    assert!(found[0].before.ends_with("Message::new("));
}
