//! However the program ends, the terminal is as it was, and what was done is in the database.

use planwright::session::{Held, LEAVE_SEQUENCE, Mouse};
use portable_pty::CommandBuilder;

use super::pty::{Terminal, USUAL};
use super::{Home, anna};

/// Checks a terminal whose program has ended.
pub(super) fn is_clean(terminal: &Terminal) {
    assert!(terminal.bytes.ends_with(LEAVE_SEQUENCE), "leaving was not the last that was written");
    let screen = terminal.screen();
    assert!(!screen.alternate_screen(), "the alternate screen was not left");
    assert!(!screen.hide_cursor(), "the cursor stayed hidden");
    assert!(!screen.bracketed_paste(), "bracketed paste stayed on");
    assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
}

#[test]
fn quitting_gives_the_terminal_back() {
    let home = Home::new();
    let mut terminal = Terminal::start(home.0.path(), &[], USUAL);
    let before = terminal.mode();
    terminal.wait_for("75′");
    assert_ne!(terminal.mode(), before, "the terminal was never raw");
    terminal.send("q");
    assert_eq!(terminal.wait_for_end(), 0);
    is_clean(&terminal);
    assert_eq!(terminal.mode(), before);
}

#[test]
fn signals_end_the_program_as_quitting_does() {
    for signal in ["TERM", "HUP", "INT"] {
        let home = Home::new();
        let mut terminal = Terminal::start(home.0.path(), &[], USUAL);
        let before = terminal.mode();
        terminal.wait_for("75′");
        terminal.go_to("Simple tag");
        terminal.type_and_wait("d", "Taken out");
        terminal.signal(signal);
        terminal.wait_for_end();
        is_clean(&terminal);
        assert_eq!(terminal.mode(), before, "{signal}");
        is_taken_out(&home, "tag_simple");
    }
}

#[test]
fn a_terminal_that_goes_away_ends_the_program_and_loses_nothing() {
    let home = Home::new();
    let mut terminal = home.start();
    terminal.go_to("Simple tag");
    terminal.type_and_wait("d", "Taken out");
    let mut child = terminal.hang_up();
    child.wait().expect("the program ends by itself");
    is_taken_out(&home, "tag_simple");

    // The next session finds the coach's place again.
    let mut terminal = home.start();
    terminal.wait_for("▌");
    assert!(!terminal.text().contains("Simple tag"));
    terminal.quit();
}

/// Set for the process that is started to panic.
const BREAKS: &str = "PLANWRIGHT_TEST_BREAKS";

#[test]
fn a_panic_gives_the_terminal_back_before_it_is_reported() {
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    command.args(["ending::the_one_that_breaks", "--exact", "--ignored", "--nocapture"]);
    command.args(["--test-threads", "1"]);
    command.env(BREAKS, "yes");
    command.env("RUST_BACKTRACE", "0");
    let mut terminal = Terminal::run(command, USUAL);
    let before = terminal.mode();
    terminal.wait_for_end();
    assert_eq!(terminal.mode(), before);
    let screen = terminal.screen();
    assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());

    let written = String::from_utf8_lossy(&terminal.bytes).into_owned();
    let left = written.find(std::str::from_utf8(LEAVE_SEQUENCE).unwrap()).expect("it was left");
    let (held, after) = written.split_at(left);
    assert!(held.contains("the session goes on"), "{held:?}");
    assert!(!written.contains("a task breaks"), "a task tore the screen: {written:?}");
    assert!(after.contains("the session breaks"), "{after:?}");
}

#[test]
#[ignore = "the process that the test above starts"]
fn the_one_that_breaks() {
    #[expect(clippy::disallowed_methods, reason = "a test's own setting, not the program's")]
    if std::env::var(BREAKS).is_err() {
        return;
    }
    let _held = Held::take(Mouse::On).unwrap();
    let task = std::thread::spawn(|| panic!("a task breaks"));
    assert!(task.join().is_err());
    println!("the session goes on");
    panic!("the session breaks");
}

/// Checks in the database itself.
fn is_taken_out(home: &Home, exercise: &str) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let store = home.store();
        let viewer = anna(&store).await;
        store.check().await.unwrap();
        let bookmark = store.bookmark(&viewer).await.unwrap().expect("the place is kept");
        let unit = store.unit(&viewer, &bookmark.unit.unwrap()).await.unwrap().document;
        let there = unit.exercises().any(|id| id.as_str() == exercise);
        assert!(!there, "{exercise} is still in the plan");
        store.close().await;
    });
}
