//! An evening with the program, from the first paste to the next morning.

use super::Home;
use super::pty::keys::{CTRL_A, CTRL_K, CTRL_R, DOWN, ENTER, ESC, TAB};

const TALL: (u16, u16) = (100, 44);

const WORKOUT: &str = "Upper body\n\nBench press 4x6 @80kg rest 2:00\nChest machine 3x10\n\
                       Pull-ups 3x8\nSide plank 3x30s/side\nfelt strong today :)\n";

#[test]
fn a_pasted_workout_becomes_a_plan_that_is_there_the_next_morning() {
    let home = Home::new();
    let mut terminal = home.start_with(&[], TALL);

    // Paste, review, choose an alternative for the doubtful line, insert.
    terminal.paste(WORKOUT);
    let review = terminal.wait_for("Review");
    for understood in ["Bench press", "4x6 @80kg rest 2:00", "Side plank", "3x30s/side"] {
        assert!(review.contains(understood), "“{understood}” was not understood:\n{review}");
    }
    let number = alternative(&review, "Machine chest press");
    terminal.send(&number);
    terminal.wait_for("✔ Machine chest press");
    terminal.type_and_wait(ENTER, "4 exercises inserted");
    terminal.wait_saved();

    // All of it is one step.
    terminal.type_and_wait("u", "Undone");
    let screen = terminal.wait_gone("Machine chest press   ");
    let left = plan(&screen).join("\n");
    assert!(!left.contains("Bench press") && !left.contains("Upper body"), "{left}");
    terminal.type_and_wait(CTRL_R, "Done again");
    terminal.wait_for("Machine chest press");
    terminal.wait_saved();

    // Ask for something, take the best answer; it goes behind the cursor.
    terminal.go_to("Pull-up");
    terminal.type_and_wait("/", "Ask");
    terminal.send("dead bug");
    terminal.wait_for("1 Dead bug");
    terminal.send(ENTER);
    terminal.wait_gone(" Ask ");
    terminal.send(ENTER);
    terminal.wait_at("Dead bug");
    terminal.wait_saved();

    // Doses are edited in place; a wrong one says where, and stays.
    terminal.send(TAB);
    terminal.send(TAB);
    terminal.go_to("Bench press");
    terminal.type_and_wait("e", "Dose");
    terminal.send(&format!("{CTRL_A}{CTRL_K}5x5 @@"));
    terminal.wait_for("✗");
    terminal.send(&format!("{CTRL_A}{CTRL_K}5x5 @82.5kg{ENTER}"));
    terminal.wait_for("5x5 @82.5kg");
    terminal.wait_gone(" Dose ");
    terminal.wait_saved();

    // Reorder, superset, delete, a new section with a name.
    terminal.send("J");
    terminal.wait_until("the bench press below the machine", |screen| {
        position(screen, "Machine chest press") < position(screen, "Bench press")
    });
    terminal.send("s");
    terminal.wait_for("A1 Bench press");
    terminal.wait_for("A2 Pull-up");
    terminal.go_to("Side plank");
    terminal.type_and_wait("d", "Taken out");
    terminal.wait_gone("Side plank  ");
    terminal.send("a");
    terminal.wait_at("Test");
    terminal.type_and_wait("r", "Title");
    terminal.send(&format!("Finisher{ENTER}"));
    terminal.wait_at("Finisher");
    terminal.wait_saved();

    // A program is generated, watched, looked at and taken.
    terminal.type_and_wait("G", "Generate for Judo kids");
    terminal.send(&format!("{DOWN}{DOWN}2{ENTER}"));
    terminal.wait_for("[JOB ");
    terminal.wait_for("Week 2 complete");
    terminal.wait_for("Generation completed");
    terminal.send(ENTER);
    terminal.wait_for("[ ] Week 1   build");
    terminal.send("A");
    terminal.wait_for("in the plans now");
    terminal.wait_for("✓   Week 2");
    terminal.send(ESC);
    terminal.wait_gone("Week 1   build");

    // The next morning everything is there, the cursor where it was, and undo goes on.
    terminal.send(TAB);
    terminal.go_to("A1 Bench press");
    let evening = plan(&terminal.text());
    terminal.quit();

    let mut terminal = home.start_with(&[], TALL);
    terminal.wait_at("A1 Bench press");
    assert_eq!(plan(&terminal.text()), evening);
    assert!(evening.iter().any(|line| line.contains("Finisher")), "{evening:?}");
    terminal.type_and_wait("u", "Undone");
    terminal.wait_gone("Finisher");
    for _ in 0..3 {
        terminal.send("u");
    }
    terminal.wait_gone("A1 Bench press");
    terminal.wait_for("Side plank");
    terminal.wait_saved();
    terminal.type_and_wait("o", "Open a unit");
    terminal.wait_for("Judo kids 10–12");
    terminal.send(ESC);
    terminal.wait_gone("Open a unit");
    terminal.quit();
}

/// The number before an alternative in the review.
fn alternative(review: &str, name: &str) -> String {
    let line = review.lines().find(|line| line.contains(name)).expect("an alternative");
    let (before, _) = line.split_once(name).expect("an alternative");
    // "  2 0.55 Machine chest press"
    before.split_whitespace().rev().nth(1).expect("a number").to_owned()
}

/// The lines of the plan pane.
fn plan(screen: &str) -> Vec<String> {
    let panes = screen.lines().skip_while(|line| !line.contains('┬'));
    let panes = panes.take_while(|line| line.contains('│') || line.contains('┬')).skip(1);
    panes.map(|line| line.split('│').next().unwrap_or_default().to_owned()).collect()
}

fn position(screen: &str, name: &str) -> usize {
    plan(screen).iter().position(|line| line.contains(name)).unwrap_or(usize::MAX)
}
