//! `README.md`: its commands are run and its screen is drawn again; what they print is what stands
//! there. Files it shows are there when its commands run.

use std::path::Path;

use assert_cmd::Command;
use tempfile::TempDir;

use super::{quoted, read};

/// Stands in place of lines of an output that are left out.
const CUT: &str = "…";

#[test]
fn commands_and_screens_are_as_the_program_prints_them() {
    let home = TempDir::new().unwrap();
    let page = read("README.md");
    let made = play(&page, home.path());
    if made != page {
        let right = Path::new(env!("CARGO_TARGET_TMPDIR")).join("README.md");
        std::fs::write(&right, made).unwrap();
        panic!("README.md differs from the program: cp {} README.md", right.display());
    }
}

/// The page with every output made anew. A block that is introduced by `` `name`: `` is a file;
/// in a `console` block, what stands behind `$ ` is run.
fn play(page: &str, home: &Path) -> String {
    let mut made = String::new();
    let mut lines = page.lines().peekable();
    let mut before = "";
    while let Some(line) = lines.next() {
        made.push_str(line);
        made.push('\n');
        if let Some(kind) = line.strip_prefix("```").filter(|kind| !kind.is_empty()) {
            let mut block = Vec::new();
            while let Some(inner) = lines.next_if(|inner| !inner.starts_with("```")) {
                block.push(inner);
            }
            let name = before.strip_prefix('`').and_then(|rest| rest.strip_suffix("`:"));
            if let Some(name) = name.filter(|name| !name.contains('`')) {
                std::fs::write(home.join(name), block.join("\n")).unwrap();
            }
            let block = match kind {
                "console" => run_all(&block, home),
                "json" => part(before, home),
                _ => block.join("\n"),
            };
            made.push_str(&block);
            made.push_str("\n```\n");
            lines.next();
        }
        if !line.is_empty() {
            before = line;
        }
    }
    made
}

fn run_all(block: &[&str], home: &Path) -> String {
    let mut made: Vec<String> = Vec::new();
    let mut rest = block;
    while let [line, after @ ..] = rest {
        let end = after.iter().position(|line| line.starts_with("$ ")).unwrap_or(after.len());
        let (stands, next) = after.split_at(end);
        rest = next;
        made.push((*line).to_owned());
        let Some(arguments) = line.strip_prefix("$ planwright ").filter(|_| !stands.is_empty())
        else {
            made.extend(stands.iter().map(|line| (*line).to_owned()));
            continue;
        };
        made.extend(output(arguments, stands, home));
    }
    made.join("\n")
}

/// The part of a command's JSON that a line names: `` `POINTER` of `COMMAND`: ``.
fn part(named: &str, home: &Path) -> String {
    let [pointer, arguments] = <[&str; 2]>::try_from(quoted(named).collect::<Vec<_>>()).unwrap();
    let document: serde_json::Value = serde_json::from_str(&printed(arguments, home)).unwrap();
    serde_json::to_string_pretty(document.pointer(pointer).unwrap()).unwrap()
}

fn printed(arguments: &str, home: &Path) -> String {
    let mut command = Command::cargo_bin("planwright").unwrap();
    command.env_clear().env("HOME", home).env("LANG", "C.UTF-8").current_dir(home);
    let output = command.args(words(arguments)).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// What a command prints, as far as the page shows it.
fn output(arguments: &str, stands: &[&str], home: &Path) -> Vec<String> {
    let mut lines: Vec<String> = printed(arguments, home).lines().map(str::to_owned).collect();
    if stands.last() == Some(&CUT) {
        lines.truncate(stands.len() - 1);
        lines.push(CUT.to_owned());
    }
    // the chips of a screen hold the date
    if let (Some(head), Some(first)) = (stands.first(), lines.first_mut())
        && arguments.starts_with("render")
        && head.starts_with(" planwright  ")
    {
        (*head).clone_into(first);
    }
    lines
}

/// Words of a command line; quotes hold several together.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for sign in line.chars() {
        match sign {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            _ => words.last_mut().unwrap().push(sign),
        }
    }
    words
}
