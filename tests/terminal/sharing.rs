//! Two sessions on one database: nobody's work is lost.

use super::Home;
use super::pty::keys::ENTER;

#[test]
fn edits_of_the_same_unit_in_two_sessions_both_stand() {
    let home = Home::new();
    let mut one = home.start();
    let mut two = home.start();
    one.go_to("Simple tag");
    one.type_and_wait("d", "Taken out");
    one.wait_saved();

    // The edit of the second session goes on top of the first one's.
    two.go_to("Bowing in");
    two.type_and_wait("e", "Dose");
    two.send(&format!("\x01\x0b7 min{ENTER}"));
    two.wait_gone("Simple tag");
    two.wait_for("7 min");

    // And the other way round.
    one.go_to("Falling");
    one.type_and_wait("a", "in plan");
    one.wait_for("7 min");
    one.wait_saved();

    // Each takes back what it did last, and only that.
    one.send("u");
    one.wait_for("Undone");
    one.wait_for("7 min");
    one.wait_saved();
    one.quit();
    two.quit();

    let mut after = home.start();
    let screen = after.wait_for("7 min");
    assert!(!screen.contains("Simple tag"), "{screen}");
    after.quit();
}

#[test]
fn what_one_session_changes_the_other_sees_without_a_key() {
    let home = Home::new();
    let mut one = home.start();
    let mut two = home.start();
    two.wait_for("Simple tag");
    one.go_to("Simple tag");
    one.type_and_wait("d", "Taken out");
    two.wait_for("Another coach changed this unit");
    two.wait_gone("Simple tag");
    one.send("u");
    two.wait_for("Simple tag");
    one.quit();
    two.quit();
}

#[test]
fn two_sessions_that_edit_at_the_same_time_lose_nothing() {
    let home = Home::new();
    let mut one = home.start();
    let mut two = home.start();
    one.go_to("Simple tag");
    two.go_to("Bowing in");
    for _ in 0..4 {
        one.send("c");
        two.send("c");
    }
    one.wait_until("four copies of the game", |screen| count(screen, "Simple tag") == 5);
    two.wait_until("four copies of the bow", |screen| count(screen, "Bowing in") == 5);
    one.wait_saved();
    two.wait_saved();
    one.quit();
    two.quit();
    let mut after = home.start();
    let screen = after.wait_for("13 in plan");
    assert_eq!((count(&screen, "Simple tag"), count(&screen, "Bowing in")), (5, 5), "{screen}");
    after.quit();
}

/// How many lines of the plan begin with `name`.
fn count(screen: &str, name: &str) -> usize {
    let lines = screen.lines().map(|line| line.trim_start_matches(['▌', ' ']));
    lines.filter(|line| line.starts_with(name)).count()
}
