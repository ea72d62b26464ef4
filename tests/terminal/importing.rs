//! Imports as a coach meets them: what is corrected once is known the next time, a review outlives
//! the program, and nothing that was pasted lies about in the clear.

use std::fs;
use std::path::Path;

use super::Home;
use super::pty::keys::{ENTER, ESC};

const TALL: (u16, u16) = (100, 40);

const TEXT: &str = "Upper body\nBench press 4x6 @80kg\nZorkelpress by the window 3x10\n\
                    private remark about Mia\nPull-ups 3x8\n";

#[test]
fn a_name_corrected_once_is_known_the_next_time() {
    let home = Home::new();
    let mut terminal = home.start_with(&[], TALL);
    terminal.paste(TEXT);
    terminal.wait_for("✗ 1");
    // search the library for it, take what is found first
    terminal.type_and_wait("/", "Exercise for this row");
    terminal.send("machine chest press");
    terminal.wait_for("▌ Machine chest press");
    terminal.send(ENTER);
    terminal.wait_for("✔ Machine chest press");
    terminal.type_and_wait("u", "Undone");
    terminal.wait_for("✗ 1");
    terminal.type_and_wait("/", "Exercise for this row");
    terminal.send("machine chest press");
    terminal.wait_for("▌ Machine chest press");
    terminal.send(ENTER);
    terminal.wait_for("I will know this name");
    terminal.type_and_wait(ENTER, "3 exercises inserted, one name learned");
    terminal.wait_for("Learned: “Zorkelpress by the window” is Machine chest press");
    terminal.wait_saved();

    terminal.paste(TEXT);
    let again = terminal.wait_for("✗ 0");
    assert!(again.contains("✓ 3"), "{again}");
    assert!(again.contains("✓ 1.00 Machine chest press"), "{again}");
    terminal.send(ESC);
    terminal.wait_for("p brings it back");
    terminal.quit();
}

#[test]
fn a_review_outlives_the_program_and_is_nowhere_in_the_clear() {
    let home = Home::new();
    let mut terminal = home.start_with(&["--log", "trace"], TALL);
    terminal.paste(TEXT);
    terminal.wait_for("✗ 1");
    terminal.send("d");
    terminal.wait_for("2 ignored");
    terminal.send(ESC);
    terminal.wait_for("p brings it back");
    terminal.quit();

    let mut terminal = home.start_with(&[], TALL);
    terminal.type_and_wait("p", "The review from last time");
    terminal.wait_for("2 ignored");
    terminal.send("\x1b[Hd");
    terminal.wait_for("3 ignored");
    // what comes back is what is on disk: once the decision does, the power may fail
    while !terminal.text().contains("from last time") || !terminal.text().contains("3 ignored") {
        terminal.send(ESC);
        terminal.wait_for("p brings it back");
        terminal.type_and_wait("p", "The review from last time");
    }
    terminal.kill();

    let mut terminal = home.start_with(&[], TALL);
    terminal.type_and_wait("p", "The review from last time");
    terminal.wait_for("3 ignored");
    terminal.send(ESC);
    terminal.wait_for("p brings it back");
    terminal.quit();
    for secret in ["private remark about Mia", "by the window 3x10", "Bench press 4x6 @80kg"] {
        assert!(!lies_below(home.0.path(), secret), "{secret} lies about");
    }
    let key = fs::read_to_string(home.database().with_extension("key")).unwrap();
    assert!(lies_below(home.0.path(), key.trim()), "the test looks into every file");
}

/// Whether any file below a folder holds a text.
fn lies_below(folder: &Path, text: &str) -> bool {
    fs::read_dir(folder).unwrap().any(|entry| {
        let path = entry.unwrap().path();
        if path.is_dir() {
            return lies_below(&path, text);
        }
        let bytes = fs::read(&path).unwrap_or_default();
        bytes.windows(text.len()).any(|window| window == text.as_bytes())
    })
}

#[test]
fn days_go_into_units_of_their_own_and_one_key_takes_them_away() {
    let home = Home::new();
    let mut terminal = home.start_with(&[], TALL);
    terminal.paste("Monday\nBench press 4x6 @80kg\n\nWednesday\nBack squat 5x5 @100kg\n");
    terminal.wait_for("2 days");
    terminal.wait_for("new unit on Mon");
    terminal.type_and_wait("v", "Back squat");
    terminal.type_and_wait("v", "│");
    terminal.type_and_wait(ENTER, "2 exercises in 2 units");
    terminal.wait_for("▶ Monday");
    terminal.type_and_wait("u", "The units of the import are gone again");
    terminal.wait_gone("▶ Monday");
    terminal.type_and_wait("o", "Open a unit");
    terminal.wait_for("Judo kids 10–12");
    assert!(!terminal.text().contains("Wednesday"), "{}", terminal.text());
    terminal.send(ESC);
    terminal.wait_gone("Open a unit");
    terminal.quit();
}

#[test]
fn a_file_is_opened_by_its_path() {
    let home = Home::new();
    fs::write(home.0.path().join("plan.txt"), TEXT).unwrap();
    let mut terminal = home.start_with(&[], TALL);
    terminal.type_and_wait("\x0f", "File or folder");
    terminal.send(&format!("plan.txt{ENTER}"));
    terminal.wait_for("✗ 1");
    terminal.send(ESC);
    terminal.wait_for("p brings it back");
    terminal.type_and_wait("\x0f", "File or folder");
    terminal.send(&format!("nowhere.txt{ENTER}"));
    terminal.wait_for("nowhere.txt");
    terminal.quit();
}
