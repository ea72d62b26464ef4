//! Somebody new, from nothing: typed into the form, drafted in the background, the draft opened.

use super::pty::keys::{DOWN, ENTER, ESC};
use super::pty::{Terminal, USUAL};
use super::{Home, anna};

const CTRL_S: &str = "\x13";

/// The demo's people archived and forgotten: a coach with nobody.
async fn empty(home: &Home) {
    let store = home.store();
    let viewer = anna(&store).await;
    for athlete in store.athletes(&viewer).await.unwrap() {
        store.archive_athlete(&viewer, &athlete.id).await.unwrap();
    }
    for group in store.groups(&viewer).await.unwrap() {
        store.archive_group(&viewer, &group.id).await.unwrap();
    }
    let query = planwright::store::PlanQuery::default();
    for unit in store.units(&viewer, &query).await.unwrap() {
        store.archive_unit(&viewer, &unit.document.id).await.unwrap();
    }
    let nowhere = planwright::store::Bookmark {
        owner: planwright::domain::Owner::Nobody,
        unit: None,
        section: None,
        item: None,
    };
    store.set_bookmark(&viewer, &nowhere).await.unwrap();
    store.close().await;
}

fn start(home: &Home) -> Terminal {
    Terminal::start(home.0.path(), &[], USUAL)
}

#[tokio::test]
async fn a_new_athlete_gets_a_program_at_once() {
    let home = Home::new();
    home.start().quit();
    empty(&home).await;

    let mut terminal = start(&home);
    terminal.wait_for("Nobody trains here yet");
    terminal.type_and_wait("n", "New athlete");
    terminal.send("Lea Brandt");
    terminal.wait_for("New athlete Lea Brandt");
    terminal.send(&format!("{DOWN}300"));
    terminal.wait_for("from 4 to 100");

    // The connection is lost; what was typed is not.
    terminal.signal("TERM");
    terminal.wait_for_end();
    let mut terminal = start(&home);
    terminal.wait_for("Nobody trains here yet");
    terminal.type_and_wait("n", "New athlete Lea Brandt");
    terminal.wait_for("300");
    terminal.send(&format!("{DOWN}\x7f\x7f\x7f34"));
    terminal.wait_gone("300");
    terminal.send(CTRL_S);
    terminal.wait_for("Lea Brandt's draft is there");
    terminal.send(ENTER);
    terminal.wait_for("Draft: ");
    terminal.wait_for("[ ] Week 1 ");
    terminal.type_and_wait("A", "in the plans now");
    terminal.send(ESC);
    terminal.wait_gone("Draft: ");
    terminal.type_and_wait("O", "Groups and athletes");
    terminal.wait_for("36 units");
    terminal.send(ENTER);
    terminal.wait_gone("Groups and athletes");
    terminal.wait_for("Athlete Lea Brandt");
    terminal.wait_gone("No unit is open");
    terminal.quit();
}
