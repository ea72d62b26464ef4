//! What cannot be opened is refused in a sentence, and left as it was.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use rusqlite::Connection;

use super::Home;
use super::pty::{self, Terminal, USUAL};

/// Starts on a database and checks that it is refused with a sentence.
fn refused(home: &Home, database: &Path, sentence: &str) {
    let mut terminal = Terminal::start(home.0.path(), &["--db", database.to_str().unwrap()], USUAL);
    assert_eq!(terminal.wait_for_end(), 1);
    let screen = terminal.text().replace('\n', "");
    assert!(screen.contains(sentence), "no “{sentence}”:\n{screen}");
    assert!(!terminal.bytes.contains(&0x1b), "the screens were opened");
}

/// A database as the first start leaves it.
fn database(home: &Home) -> PathBuf {
    home.start().quit();
    home.database()
}

#[test]
fn a_file_that_is_no_database_is_left_alone() {
    let home = Home::new();
    let path = home.0.path().join("notes.txt");
    fs::write(&path, "Monday: squats\n".repeat(500)).unwrap();
    refused(&home, &path, "is not a database and was left as it is");
    assert_eq!(fs::read_to_string(&path).unwrap(), "Monday: squats\n".repeat(500));
}

#[test]
fn a_damaged_database_is_left_alone() {
    let home = Home::new();
    let path = database(&home);
    let mut bytes = fs::read(&path).unwrap();
    // The header stays, so that it still looks like a database.
    let end = bytes.len();
    bytes[4096..end].fill(0xa5);
    fs::write(&path, &bytes).unwrap();
    refused(&home, &path, "is damaged");
    assert!(fs::read(&path).unwrap() == bytes, "the damaged file was changed");
}

#[test]
fn a_newer_database_is_left_alone() {
    let home = Home::new();
    let path = database(&home);
    let connection = Connection::open(&path).unwrap();
    connection.pragma_update(None, "user_version", 999).unwrap();
    connection.close().unwrap();
    let bytes = fs::read(&path).unwrap();
    refused(&home, &path, "was written by a newer planwright");
    assert!(fs::read(&path).unwrap() == bytes, "the newer file was changed");
}

#[test]
fn a_locked_database_is_waited_for_and_then_said() {
    let home = Home::new();
    let path = database(&home);
    let connection = Connection::open(&path).unwrap();
    connection.pragma_update(None, "locking_mode", "EXCLUSIVE").unwrap();
    connection.execute_batch("BEGIN EXCLUSIVE").unwrap();
    refused(&home, &path, "is locked by another program");
}

#[test]
fn a_place_that_cannot_be_written_is_said() {
    let home = Home::new();
    let file = home.0.path().join("file");
    fs::write(&file, "in the way").unwrap();
    refused(&home, &file.join("plan.db"), "plan.db");
    refused(&home, home.0.path(), "is a folder");
}

fn piped(home: &Home, args: &[&str]) -> Output {
    Command::new(pty::program())
        .args(args)
        .env_clear()
        .envs(pty::environment("anna", home.0.path()))
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

#[test]
fn without_a_terminal_it_says_what_works_instead() {
    for args in [&[][..], &["demo"]] {
        let home = Home::new();
        let output = piped(&home, args);
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        assert!(output.stdout.is_empty(), "{output:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains("need a terminal") && said.contains("--help"), "{said}");
        assert_eq!(files(home.0.path()), Vec::<PathBuf>::new(), "something was left behind");
    }
}

#[test]
fn the_demo_leaves_nothing_behind() {
    let home = Home::new();
    let mut terminal = home.start_with(&["demo"], USUAL);
    terminal.go_to("Simple tag");
    terminal.type_and_wait("d", "Taken out");
    assert!(!files(home.0.path()).is_empty(), "the demo keeps its database somewhere else");
    terminal.quit();
    assert_eq!(files(home.0.path()), Vec::<PathBuf>::new(), "the demo left something behind");
}

/// Everything below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| {
            [if path.is_dir() { files(&path) } else { Vec::new() }, vec![path]].concat()
        })
        .collect()
}
