//! Reads the source files, strips comments and literals, and finds the paths they use.

use std::fs;
use std::path::Path;

/// One file below `src`.
pub(crate) struct Source {
    /// Path from the project's root.
    pub file: String,
    /// `["plan", "rows"]` for `src/plan/rows.rs`.
    pub module: Vec<String>,
    /// Whether it holds tests.
    pub is_test: bool,
    pub text: String,
    /// The text without comments and literals; lines stay where they are.
    pub code: String,
}

/// Every file of a module; `lib.rs` and `main.rs` belong to none.
pub(crate) fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    let mut folders = vec![root.join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
        .into_iter()
        .map(|path| read(root, &path))
        .filter(|source| !source.module.is_empty())
        .collect()
}

fn read(root: &Path, path: &Path) -> Source {
    let relative = path.strip_prefix(root).unwrap();
    let mut module: Vec<String> = relative
        .with_extension("")
        .components()
        .skip(1)
        .map(|part| part.as_os_str().to_string_lossy().into_owned())
        .collect();
    if module.last().is_some_and(|last| last == "mod") || module.len() == 1 {
        module.pop();
    }
    let text = fs::read_to_string(path).unwrap();
    let code = strip(&text);
    let is_test = module.iter().any(|part| part == "tests");
    Source { file: relative.display().to_string(), module, is_test, text, code }
}

/// Blanks comments, strings and character literals.
fn strip(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let starts = |at: usize, what: &str| {
        what.chars().enumerate().all(|(i, letter)| letters.get(at + i) == Some(&letter))
    };
    let mut code = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(letter) = letters.get(at).copied() {
        let end = if starts(at, "//") {
            (at..letters.len()).find(|i| letters[*i] == '\n').unwrap_or(letters.len())
        } else if letter == '"' {
            string_end(&letters, at)
        } else if letter == '\'' && letters.get(at + 1) == Some(&'\\') {
            (at + 3..letters.len()).find(|i| letters[*i] == '\'').map_or(letters.len(), |i| i + 1)
        } else if letter == '\'' && letters.get(at + 2) == Some(&'\'') {
            at + 3
        } else {
            code.push(letter);
            at += 1;
            continue;
        };
        code.extend(letters[at..end].iter().map(|letter| if *letter == '\n' { '\n' } else { ' ' }));
        at = end;
    }
    code
}

/// The place behind the string literal whose opening quote stands at `open`.
fn string_end(letters: &[char], open: usize) -> usize {
    let hashes = letters[..open].iter().rev().take_while(|letter| **letter == '#').count();
    let raw = open > hashes && letters[open - hashes - 1] == 'r';
    let mut at = open + 1;
    while at < letters.len() {
        match letters[at] {
            '\\' if !raw => at += 2,
            '"' if !raw || letters[at + 1..].iter().take(hashes).all(|letter| *letter == '#') => {
                return at + 1;
            }
            _ => at += 1,
        }
    }
    letters.len()
}

/// Every path that starts with `crate`, `super` or `self`, from the crate's root, braces expanded.
pub(crate) fn paths(source: &Source) -> Vec<Vec<String>> {
    let letters: Vec<char> = source.code.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let inside = at > 0 && (is_name(letters[at - 1]) || letters[at - 1] == ':');
        if inside || !is_name(letters[at]) {
            at += 1;
            continue;
        }
        let (name, behind) = name(&letters, at);
        let start = match name.as_str() {
            "crate" => Some(Vec::new()),
            "self" => Some(source.module.clone()),
            "super" => Some(source.module[..source.module.len() - 1].to_vec()),
            _ => None,
        };
        match start {
            Some(start)
                if letters.get(behind) == Some(&':') && letters.get(behind + 1) == Some(&':') =>
            {
                at = tree(&letters, behind + 2, start, &mut found);
            }
            _ => at = behind,
        }
    }
    found
}

/// Reads what follows a `::`: a name, a list in braces, or something that ends the path.
fn tree(letters: &[char], at: usize, mut path: Vec<String>, found: &mut Vec<Vec<String>>) -> usize {
    let mut at = skip_space(letters, at);
    if letters.get(at) == Some(&'{') {
        at += 1;
        loop {
            at = skip_space(letters, at);
            match letters.get(at) {
                None => return at,
                Some('}') => return at + 1,
                Some(',') => at += 1,
                Some(letter) if is_name(*letter) => at = tree(letters, at, path.clone(), found),
                Some(_) => at += 1,
            }
        }
    }
    if !letters.get(at).is_some_and(|letter| is_name(*letter)) {
        found.push(path);
        return at;
    }
    let (name, behind) = name(letters, at);
    match name.as_str() {
        "super" => drop(path.pop()),
        "self" => {}
        _ => path.push(name),
    }
    if letters.get(behind) == Some(&':') && letters.get(behind + 1) == Some(&':') {
        tree(letters, behind + 2, path, found)
    } else {
        found.push(path);
        behind
    }
}

fn name(letters: &[char], from: usize) -> (String, usize) {
    let name: String = letters[from..].iter().take_while(|letter| is_name(**letter)).collect();
    let behind = from + name.chars().count();
    (name, behind)
}

fn skip_space(letters: &[char], mut at: usize) -> usize {
    while letters.get(at).is_some_and(|letter| letter.is_whitespace()) {
        at += 1;
    }
    at
}

const fn is_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_'
}

#[test]
fn paths_are_expanded_and_literals_are_not_read() {
    let text = "use crate::{domain::{Unit, Item}, language};\nuse super::rows;\n// crate::store\n\
                let a = \"crate::view\"; let b = super::super::x::y::<u8>(); let c = '\"'; self::k();";
    let source = Source {
        file: "src/app/plan/x.rs".to_owned(),
        module: ["app", "plan", "x"].map(str::to_owned).to_vec(),
        is_test: false,
        text: String::new(),
        code: strip(text),
    };
    let joined: Vec<String> = paths(&source).iter().map(|path| path.join("::")).collect();
    assert_eq!(
        joined,
        [
            "domain::Unit",
            "domain::Item",
            "language",
            "app::plan::rows",
            "app::x::y",
            "app::plan::x::k"
        ]
    );
}
