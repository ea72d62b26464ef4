//! First start, languages, sizes.

use super::Home;
use super::pty::keys::{ESC, F2, TAB};
use super::pty::{Terminal, USUAL};

#[test]
fn the_first_start_makes_a_database_and_shows_tonights_unit() {
    let home = Home::new();
    let mut terminal = home.start();
    let screen = terminal.wait_for("75′");
    for expected in [
        "Judo kids 10–12",
        "Grip and off-balancing",
        "Warm-up game",
        "Backward fall",
        "▌ Main part",
        "Suggestions",
        "Log",
        "/ ask",
    ] {
        assert!(screen.contains(expected), "no “{expected}”:\n{screen}");
    }
    assert!(home.database().exists());
    terminal.quit();
}

#[test]
fn the_language_changes_while_the_program_runs_and_is_remembered() {
    let home = Home::new();
    let mut terminal = home.start();
    terminal.wait_for("Suggestions");
    terminal.type_and_wait(F2, "Vorschläge");
    terminal.wait_for("Einfaches Fangen");
    terminal.wait_gone("Suggestions");
    terminal.quit();

    let mut terminal = home.start();
    terminal.wait_for("Vorschläge");
    terminal.quit();

    let mut terminal = home.start_with(&["--lang", "en"], USUAL);
    terminal.wait_for("Suggestions");
    terminal.quit();
}

#[test]
fn a_german_start_is_german_from_the_first_frame_on() {
    let home = Home::new();
    let mut terminal = home.start_with(&["--lang", "de"], USUAL);
    let screen = terminal.wait_for("Judo Kinder 10–12");
    for expected in ["Vorschläge", "Hauptteil", "Protokoll", "/ fragen"] {
        assert!(screen.contains(expected), "no “{expected}”:\n{screen}");
    }
    terminal.quit();
}

#[test]
fn every_size_is_drawn_and_the_way_back_shows_the_same_screen() {
    let home = Home::new();
    let mut terminal = home.start();
    settle(&mut terminal);
    let usual = terminal.text();
    for (size, expected) in [
        ((40, 12), "Main part"),
        ((20, 5), "Main part"),
        ((2, 2), ""),
        ((1, 1), ""),
        ((120, 40), "Suggestions"),
        ((300, 100), "Suggestions"),
    ] {
        let before = terminal.bytes.len();
        terminal.resize(size);
        terminal.wait_bytes(before + 1);
        terminal.wait_until(&format!("“{expected}” at {size:?}"), |it| it.contains(expected));
        // It still listens: the next pane comes to the front, and the first one again.
        for _ in 0..3 {
            terminal.send(TAB);
        }
    }
    terminal.resize(USUAL);
    terminal.wait_until("the same screen as before", |screen| screen == usual);
    terminal.quit();
}

#[test]
fn a_long_burst_of_keys_is_taken_to_its_end() {
    let home = Home::new();
    let mut terminal = home.start();
    terminal.type_and_wait("/", "Ask");
    terminal.send(&"grip ".repeat(600));
    terminal.send("stop");
    terminal.wait_for("stop");
    terminal.send(ESC);
    terminal.wait_gone(" Ask ");
    terminal.quit();
}

/// Waits until nothing more is drawn.
fn settle(terminal: &mut Terminal) {
    terminal.wait_for("75′");
    while terminal.written_within(std::time::Duration::from_millis(150)) > 0 {}
}
